package web

import "net/http"

// feeds are the changes of a tie as Atom and JSON feed.
func (s *Server) feeds(*http.ServeMux) error { return nil }
