package brief

import (
	"entente/dossier"
	"entente/store"
	"io"
)

func Dossier(w io.Writer, look Look, names func(id string) string, d *dossier.Dossier) error {
	return d.WriteCSV(w)
}
func Movers(w io.Writer, look Look, names func(id string) string, m *dossier.Movers) error {
	return dossier.WriteJSON(w, m)
}
func Calendar(w io.Writer, look Look, names func(id string) string, a *dossier.Agenda) error {
	return dossier.WriteJSON(w, a)
}
func Event(w io.Writer, look Look, names func(id string) string, e *store.Event, told []store.Report) error {
	return dossier.WriteJSON(w, e)
}
func Finding(w io.Writer, look Look, f *store.Finding) error { return dossier.WriteJSON(w, f) }
