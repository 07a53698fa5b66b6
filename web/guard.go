package web

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/klauspost/compress/gzhttp"
)

// Limits of a request.
const (
	requestTime = 30 * time.Second
	maxBody     = 10 << 20
)

// guarded puts around all routes what protects reader and server. The order
// matters: what is refused is logged and counted as well, and carries the same
// headers; nothing is reckoned for who may not read.
func (s *Server) guarded(mux *http.ServeMux) http.Handler {
	mux.HandleFunc("GET /healthz", s.healthz)
	mux.Handle("GET /metrics", s.watched.handler())
	mux.HandleFunc("GET /login", s.loginForm)
	mux.HandleFunc("POST /login", s.login)
	mux.HandleFunc("POST /logout", s.logout)
	var h http.Handler = mux
	for _, around := range []func(http.Handler) http.Handler{
		compressed, s.remembered, bounded, legible, s.admitted, s.rated, s.addressed, s.headed,
	} {
		h = around(h)
	}
	return s.observed(mux, h)
}

// compressed answers in gzip or zstd where the reader takes it.
func compressed(next http.Handler) http.Handler {
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(1024), gzhttp.CompressionLevel(4))
	if err != nil { // the options are wrong
		panic(err)
	}
	return wrap(next)
}

// bounded ends a request that takes too long, and cuts a body that is too large.
func bounded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		limit := requestTime
		if rightOf(r) > readRight && streams(r.URL.Path) {
			limit = exportTime
			http.NewResponseController(w).SetWriteDeadline(time.Now().Add(limit + time.Second)) // what cannot be set stays as it is
		}
		ctx, stop := context.WithTimeout(r.Context(), limit)
		defer stop()
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// exportTime is the limit of a large table for who bears a token.
const exportTime = 10 * time.Minute

// streams tells the routes whose answers may be of any length: they are written
// as they are read, and not kept.
func streams(path string) bool {
	return strings.HasSuffix(path, ".csv") || path == apiPath+"/export" || path == textPath+"sql"
}

// policy is what pages may load: nothing but what this server has.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// headed sets the headers that every answer has.
func (s *Server) headed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
		if secure(r) {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		if strings.HasPrefix(r.URL.Path, "/static/") {
			// The tag stands for the whole program, so that it is right for
			// every file of it; FileServer answers 304 by it.
			h.Set("ETag", `"`+digest(build(), r.URL.Path)+`"`)
			h.Set("Cache-Control", "public, max-age=300")
		} else {
			h.Set("Cache-Control", "private, no-cache")
		}
		next.ServeHTTP(w, r)
	})
}

// secure tells whether the reader came by TLS, to us or to a proxy before us.
func secure(r *http.Request) bool {
	return r.TLS != nil || strings.EqualFold(r.Header.Get("X-Forwarded-Proto"), "https")
}

// healthz tells that the server answers.
func (s *Server) healthz(w http.ResponseWriter, r *http.Request) {
	if _, err := s.db.State(r.Context()); err != nil {
		s.opt.Log.Error("the database does not answer", "error", err)
		refuse(w, r, http.StatusServiceUnavailable, "the database does not answer")
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	io.WriteString(w, healthy)
}

// healthy is the whole answer of /healthz.
const healthy = "ok\n"

// tooLate tells whether an error comes from a request that took too long, or
// whose client has gone.
func tooLate(err error) bool {
	return errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled)
}
