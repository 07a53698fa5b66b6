package web

import "net/http"

// api is /api/v1.
func (s *Server) api(*http.ServeMux) error { return nil }
