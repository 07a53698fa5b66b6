package web

import (
	"embed"
	"net/http"
)

//go:embed static
var assets embed.FS

// static serves the style sheet, the scripts and the shapes of the map.
func (s *Server) static(mux *http.ServeMux) error {
	mux.Handle("GET /static/", http.FileServerFS(assets))
	return nil
}
