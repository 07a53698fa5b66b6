package web

import "net/http"

// pages are the addresses that people open.
func (s *Server) pages(*http.ServeMux) error { return nil }
