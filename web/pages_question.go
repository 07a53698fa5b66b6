package web

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"slices"
	"strings"

	"entente/brief"
	"entente/dossier"
	"entente/tie/track"
)

// question reads what is asked of a tie.
func (r *reader) question(parties []string) (q dossier.Question, err error) {
	q.Parties = parties
	if q.At, err = r.day("at"); err != nil {
		return q, err
	}
	if q.Since, err = r.day("since"); err != nil {
		return q, err
	}
	if q.Track, err = r.track(); err != nil {
		return q, err
	}
	if q.Origins, err = r.origins(); err != nil {
		return q, err
	}
	if q.At != nil && q.Since != nil && *q.Since > *q.At {
		return q, &problem{title: "The span is empty", text: "The first day must not come after the last."}
	}
	return q, nil
}

// questionKey tells questions apart.
func questionKey(q *dossier.Question) string {
	t := ""
	if q.Track != nil {
		t = q.Track.Code()
	}
	return strings.Join([]string{strings.Join(q.Parties, "-"), dayISO(q.Since), dayISO(q.At), t, strings.Join(q.Origins, ",")}, " ")
}

func (s *Server) dossier(ctx context.Context, q dossier.Question) (*dossier.Dossier, error) {
	return cached(ctx, s, "dossier "+questionKey(&q), func(ctx context.Context) (*dossier.Dossier, error) {
		return dossier.New(ctx, s.db, q)
	})
}

// partiesOf reads the parties of an address, and its ending; it leads on to
// the address with sorted codes where it is written otherwise. done is true
// where it did.
func partiesOf(w http.ResponseWriter, r *reader, kind string) (codes []string, form string, done bool, err error) {
	name, form := suffix(r.PathValue("parties"))
	if codes, err = partiesIn(name); err != nil {
		return nil, "", false, err
	}
	if len(codes) < 2 {
		if len(codes) == 1 && form == "" {
			redirect(w, r, "/map/"+codes[0])
			return nil, "", true, nil
		}
		return nil, "", false, &problem{title: "A tie has two countries or more", text: "As in /tie/JPN-KOR."}
	}
	right := tieHref(codes)
	if kind == "group" && len(codes) == 2 {
		right = "/tie/" + strings.Join(codes, "-")
	}
	if form != "" {
		right += "." + form
	}
	if r.URL.Path != right {
		if r.URL.RawQuery != "" {
			right += "?" + r.URL.RawQuery
		}
		redirect(w, r, right)
		return nil, "", true, nil
	}
	return codes, form, false, nil
}

// questionView fills the form of a question.
type questionView struct {
	Action   string
	Since    string
	At       string
	With     string
	Tracks   []choice
	Origins  []choice
	HasWords bool
}

type choice struct {
	Value, Text string
	Chosen      bool
}

// asked reads the question that an address of a tie or a group asks, and
// answers it. Where the address was redirected or asks for data, all is said
// and no dossier comes back.
func (s *Server) asked(w http.ResponseWriter, r *reader, kind string) (codes []string, q dossier.Question, d *dossier.Dossier, err error) {
	codes, form, done, err := partiesOf(w, r, kind)
	if err != nil || done {
		return nil, q, nil, err
	}
	if q, err = r.question(codes); err != nil {
		return nil, q, nil, err
	}
	d, err = s.dossier(r.Context(), q)
	switch {
	case errors.Is(err, dossier.ErrNothing):
		return nil, q, nil, s.nothingBetween(r, codes)
	case err != nil:
		return nil, q, nil, err
	case form == "json":
		return nil, q, nil, sendJSON(w, d)
	case form == "csv":
		w.Header().Set("Content-Type", "text/csv; charset=utf-8")
		w.Header().Set("Content-Disposition", `attachment; filename="`+strings.Join(codes, "-")+`.csv"`)
		return nil, q, nil, d.WriteCSV(w)
	}
	return codes, q, d, nil
}

// nothingBetween says that some countries have no event with each other, and
// leads to those that have.
func (s *Server) nothingBetween(r *reader, codes []string) error {
	p := &problem{status: http.StatusNotFound, title: "Nothing on file between " + r.textOf(codes),
		text: "No event on file joins them. That says what was read, not how they stand."}
	for _, c := range codes {
		p.links = append(p.links, link{"The ties of " + r.text(c), "/map/" + c})
	}
	p.links = append(p.links, link{"Search for both", "/search?parties=" + strings.Join(codes, "-")})
	return p
}

// questionView fills the form.
func (r *reader) questionView(d *dossier.Dossier) questionView {
	q := r.URL.Query()
	v := questionView{Action: r.URL.Path, Since: d.Since.String(), At: d.At.String()}
	if with := q.Get("with"); with != "" {
		v.With = with
		if codes, err := partiesIn(with); err == nil {
			names := make([]string, len(codes))
			for i, c := range codes {
				names[i] = r.text(c)
			}
			v.With = strings.Join(names, ", ")
		}
	}
	v.Tracks = append(v.Tracks, choice{"", "all events", d.Track == nil})
	for _, t := range track.All() {
		v.Tracks = append(v.Tracks, choice{t.Code(), t.String(), d.Track != nil && *d.Track == t})
	}
	v.Origins = append(v.Origins, choice{"", "all sources", q.Get("origin") == ""})
	for _, o := range slices.Sorted(maps.Keys(d.Coverage.Events)) {
		v.Origins = append(v.Origins, choice{o, brief.Origin(o), q.Get("origin") == o})
	}
	return v
}
