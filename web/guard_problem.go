package web

import (
	"bytes"
	"encoding/json"
	"html/template"
	"net/http"
)

// refuse answers with an error: RFC 9457 for programs, a page for people.
func refuse(w http.ResponseWriter, r *http.Request, status int, detail string) {
	if forBrowser(r) {
		plainPage(w, status, problemPage, struct {
			Status        int
			Title, Detail string
		}{status, http.StatusText(status), detail})
		return
	}
	raw, err := json.Marshal(struct {
		Title  string `json:"title"`
		Status int    `json:"status"`
		Detail string `json:"detail"`
	}{http.StatusText(status), status, detail})
	if err != nil { // three plain values
		panic(err)
	}
	h := w.Header()
	h.Del("ETag")
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	w.Write(raw)
}

// plainPage writes a page that needs no database.
func plainPage(w http.ResponseWriter, status int, page *template.Template, of any) {
	var out bytes.Buffer
	if err := page.Execute(&out, of); err != nil { // the template is wrong
		panic(err)
	}
	h := w.Header()
	h.Del("ETag")
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(out.Bytes())
}

// pageOf makes a template of what follows the head.
func pageOf(name, rest string) *template.Template {
	return template.Must(template.New(name).Parse(plainHead + rest))
}

const plainHead = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/static/style.css">
`

var problemPage = pageOf("problem", `<title>{{.Title}} – Entente</title>
</head>
<body>
<main>
<h1>{{.Title}}</h1>
<p>{{.Detail}}</p>
<p><a href="/">To the overview</a></p>
</main>
</body>
</html>
`)

var loginPage = pageOf("login", `<title>Log in – Entente</title>
</head>
<body>
<main>
<h1>Log in</h1>
<form method="post" action="/login">
<p><label for="token">The token of this server</label></p>
<p><input id="token" name="token" type="password" autocomplete="current-password" required{{if .Fault}} aria-invalid="true" aria-describedby="fault"{{end}}></p>
{{with .Fault}}<p id="fault" role="alert">{{.}}</p>
{{end}}<input type="hidden" name="next" value="{{.Next}}">
<p><button type="submit">Log in</button></p>
</form>
</main>
</body>
</html>
`)
