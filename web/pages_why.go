package web

import "entente/store"

// whyView is how an event came about.
type whyView struct{ Note string }

// why codes an article again and tells how one of its events came about.
func (s *Server) why(r *reader, t *store.Report) *whyView { return &whyView{} }
