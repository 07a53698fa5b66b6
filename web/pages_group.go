package web

import "net/http"

// groupPage shows how three or more countries stand among each other.
func (s *Server) groupPage(w http.ResponseWriter, r *reader) (*page, error) { return s.nowhere(w, r) }
