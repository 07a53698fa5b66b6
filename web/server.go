package web

import (
	"context"
	"log/slog"
	"net/http"
	"runtime"

	"entente/coder"
	"entente/store"
)

// Options say how to serve.
type Options struct {
	Token      string       // what a request must bear to write, and to read unless PublicRead; "" for none, and then nobody writes
	PublicRead bool         // reading needs no token
	LocalKey   string       // what the other commands bear on the same machine: it lets them read and ask in SQL; "" for none
	Hosts      []string     // the names under which the server answers, without port; nil for any
	Rate       int          // requests a second that one client may make, over ten seconds; 0 for 200
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

	values   *memo // of cached
	answers  *memo // whole answers, by request
	state    stateOf
	cold     chan struct{} // holds one where the state has changed since Warm began
	routes   *http.ServeMux
	look     look // of pages
	watched  *watched
	knowing  knowing
	writing  chan struct{} // holds one while an article is stored
	thinking chan struct{} // holds one for each answer that is being reckoned
	reading  chan struct{} // holds one for each text that is being read
}

// New makes a server for a database that stays open as long as it.
func New(db *store.DB, opt Options) (*Server, error) {
	s := &Server{
		db: db, opt: opt,
		values: newMemo(maxValues), answers: newMemo(maxAnswers),
		cold: make(chan struct{}, 1), writing: make(chan struct{}, 1), thinking: make(chan struct{}, thinkers()), reading: make(chan struct{}, runtime.GOMAXPROCS(0)),
	}
	if s.opt.Log == nil {
		s.opt.Log = slog.New(slog.DiscardHandler)
	}
	if err := s.changed(context.Background()); err != nil {
		return nil, err
	}
	s.watched = s.watch()
	mux := http.NewServeMux()
	for _, part := range []func(*http.ServeMux) error{s.pages, s.api, s.feeds, s.static} {
		if err := part(mux); err != nil {
			return nil, err
		}
	}
	s.routes = mux
	s.handler = s.guarded(mux)
	return s, nil
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }
