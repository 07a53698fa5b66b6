package web

import "net/http"

// tryPage describes the API to a person and lets them try it: static/api.js
// makes it of /api/v1/openapi.json. It loads nothing from another host and
// lives under the same policy as every page.
func (s *Server) tryPage(w http.ResponseWriter, _ *http.Request) {
	plainPage(w, http.StatusOK, tryTemplate, nil)
}

var tryTemplate = pageOf("api", `<title>API – Entente</title>
<link rel="icon" href="/static/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/api.css">
<script type="module" src="/static/api.js"></script>
</head>
<body>
<main class="api">
<h1>The interface for programs</h1>
<p>All of this server as data, described by <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).
<a href="/">To the pages</a></p>
<noscript><p>Trying it on this page needs JavaScript; the description above doesn't.</p></noscript>
<div id="api" aria-live="polite"></div>
</main>
</body>
</html>
`)
