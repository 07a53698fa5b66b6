package web

import (
	"log/slog"
	"net/http"

	"entente/coder"
	"entente/store"
)

// Options say how to serve.
type Options struct {
	Token      string       // what a request must bear to write, and to read unless PublicRead; "" for none
	PublicRead bool         // reading needs no token
	Demo       bool         // the database is the built-in one: the pages say so
	Log        *slog.Logger // requests and faults; nil for none
	// Knowledge loads what coding a pasted text needs; it is called at the
	// first such request.
	Knowledge func() (*coder.Knowledge, error)
}

// Server serves one database. It is an http.Handler, safe for concurrent use.
type Server struct {
	db      *store.DB
	opt     Options
	handler http.Handler
}

// New makes a server for a database that stays open as long as it.
func New(db *store.DB, opt Options) (*Server, error) {
	s := &Server{db: db, opt: opt}
	if s.opt.Log == nil {
		s.opt.Log = slog.New(slog.DiscardHandler)
	}
	mux := http.NewServeMux()
	for _, part := range []func(*http.ServeMux) error{s.pages, s.api, s.feeds, s.static} {
		if err := part(mux); err != nil {
			return nil, err
		}
	}
	s.handler = s.guarded(mux)
	return s, nil
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }
