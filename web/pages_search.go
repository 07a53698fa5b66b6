package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"entente/agenda"
	"entente/brief"
	"entente/calendar"
	"entente/plover"
	"entente/record"
	"entente/store"
)

// How long the lists of a search are, and how many rows an export has.
const (
	foundShown = 40
	foundBoth  = 15 // where events and statements are shown together
	exportRows = 10_000
)

// searchFor is what is searched for.
type searchFor struct {
	asked store.Asked
	kind  string // events, statements, "" for both
	key   string
}

// search reads a search from the address.
func (r *reader) search() (*searchFor, error) {
	q := r.URL.Query()
	s := &searchFor{kind: q.Get("kind")}
	f := &s.asked.Filter
	var err error
	if f.Parties, err = partiesIn(q.Get("parties")); err != nil {
		return nil, err
	}
	if f.From, err = r.day("from"); err != nil {
		return nil, err
	}
	if f.To, err = r.day("to"); err != nil {
		return nil, err
	}
	if f.Track, err = r.track(); err != nil {
		return nil, err
	}
	if f.Origins, err = r.origins(); err != nil {
		return nil, err
	}
	for _, t := range q["type"] {
		if t == "" {
			continue
		}
		if !plover.Type(t).Valid() {
			return nil, &problem{title: "No such type", text: "Types are PLOVER’s: AGREE, CONSULT, ACCUSE and thirteen others."}
		}
		f.Types = append(f.Types, t)
	}
	for _, c := range q["context"] {
		if c == "" {
			continue
		}
		if !plover.IsContext(c) {
			return nil, &problem{title: "No such subject", text: "Subjects are PLOVER’s contexts, such as military, territory or reparations."}
		}
		f.Contexts = append(f.Contexts, c)
	}
	if !slices.Contains([]string{"", "events", "statements"}, s.kind) {
		return nil, &problem{title: "Events or statements?", text: "The field kind is one of these, or empty for both."}
	}
	s.asked.Words = strings.Fields(shortened(q.Get("q"), 200))
	if s.asked.After, err = markIn(q.Get("after")); err != nil {
		return nil, err
	}
	s.key = withQuery("", q, "q", "parties", "from", "to", "track", "origin", "type", "context", "after", "kind")
	return s, nil
}

// empty: nothing was asked yet.
func (s *searchFor) empty() bool { return s.key == "" || s.key == "?kind="+s.kind }

// markIn reads where a list goes on: "2016-12-30.818", "undated.818".
func markIn(text string) (*store.Mark, error) {
	if text == "" {
		return nil, nil
	}
	day, number, _ := strings.Cut(text, ".")
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return nil, &problem{title: "The address is not whole", text: "The list cannot go on from there; please begin it anew."}
	}
	m := &store.Mark{Number: n}
	if day != "undated" {
		if m.Day, err = calendar.ParseDay(day); err != nil {
			return nil, &problem{title: "The address is not whole", text: "The list cannot go on from there; please begin it anew."}
		}
		m.Dated = true
	}
	return m, nil
}

func markText(m *store.Mark) string {
	if m.Dated {
		return fmt.Sprintf("%s.%d", m.Day, m.Number)
	}
	return fmt.Sprintf("undated.%d", m.Number)
}

type found struct {
	events     *store.Page[*store.Event]
	statements *store.Page[agenda.Told[record.Statement]]
}

func (s *Server) find(ctx context.Context, q *searchFor, n int) (*found, error) {
	return cached(ctx, s, fmt.Sprint("search ", n, q.key), func(ctx context.Context) (*found, error) {
		asked := q.asked
		asked.Limit = n
		f := &found{}
		var err error
		if q.kind != "statements" {
			if f.events, err = s.db.EventPage(ctx, asked); err != nil {
				return nil, err
			}
		}
		if q.kind == "statements" || q.kind == "" && len(q.asked.Types) == 0 {
			f.statements, err = s.db.StatementPage(ctx, asked)
		}
		return f, err
	})
}

type searchView struct {
	Words, Parties  string
	From, To        string
	Types, Contexts []choice
	Kinds           []choice
	Asked           bool
	Events          []eventRow
	Statements      []statementRow
	ShowEvents      bool
	ShowStatements  bool
	MoreEvents      string // address of what follows, "" none
	MoreStatements  string
	Cut             bool // the search for words took too long
	Suggest         []tieLink
	Nothing         bool
}

// searchPage finds events and statements; what names two countries and nothing
// else leads to their tie.
func (s *Server) searchPage(w http.ResponseWriter, r *reader) (*page, error) {
	query := r.URL.Query()
	words := brief.Plain(shortened(query.Get("q"), 300))
	v := &searchView{Words: words, From: brief.Plain(query.Get("from")), To: brief.Plain(query.Get("to"))}
	if words != "" {
		codes, err := partiesIn(strings.ReplaceAll(words, " vs ", ","))
		var p *problem
		if err != nil && !errors.As(err, &p) {
			return nil, err
		}
		only := withQuery("", query, "parties", "from", "to", "type", "context", "kind", "after") == ""
		switch {
		case err == nil && len(codes) > 1 && only:
			redirect(w, r, tieHref(codes))
			return nil, nil
		case err == nil && len(codes) == 1:
			v.Suggest = append(v.Suggest, tieLink{"The ties of " + r.name(codes[0]), "/map/" + codes[0]})
		}
	}
	q, err := r.search()
	if err != nil {
		return nil, err
	}
	v.Asked = !q.empty()
	v.fill(r, q)
	if v.Asked {
		if err := s.fillFound(r, q, v); err != nil {
			return nil, err
		}
	}
	p := &page{Template: "search", Title: "Search", Query: words, V: v}
	if v.Asked {
		address := r.URL.Query()
		p.Data = []link{{"JSON", withQuery("/search.json", address, searchFields...)}}
		address.Set("kind", "events")
		p.Data = append(p.Data, link{"Events (CSV)", withQuery("/search.csv", address, searchFields...)})
		address.Set("kind", "statements")
		p.Data = append(p.Data, link{"Statements (CSV)", withQuery("/search.csv", address, searchFields...)})
		p.Title = "Search: " + shortened(brief.Plain(words+" "+r.textOf(q.asked.Parties)), 60)
	}
	return p, nil
}

var searchFields = []string{"q", "parties", "type", "context", "track", "origin", "from", "to", "kind"}

// fill fills the form.
func (v *searchView) fill(r *reader, q *searchFor) {
	names := make([]string, len(q.asked.Parties))
	for i, p := range q.asked.Parties {
		names[i] = r.text(p)
	}
	v.Parties = strings.Join(names, ", ")
	v.Types = []choice{{"", "any act", len(q.asked.Types) == 0}}
	for _, t := range plover.Types() {
		v.Types = append(v.Types, choice{string(t), upperFirst(brief.Act(&record.Event{Type: string(t)})), slices.Contains(q.asked.Types, string(t))})
	}
	v.Contexts = []choice{{"", "any subject", len(q.asked.Contexts) == 0}}
	for _, c := range plover.Contexts() {
		v.Contexts = append(v.Contexts, choice{c, upperFirst(brief.Subject(c)), slices.Contains(q.asked.Contexts, c)})
	}
	v.Kinds = []choice{{"", "events and statements", q.kind == ""}, {"events", "events", q.kind == "events"}, {"statements", "statements", q.kind == "statements"}}
}

// fillFound looks, and fills the lists.
func (s *Server) fillFound(r *reader, q *searchFor, v *searchView) error {
	n := foundShown
	if q.kind == "" {
		n = foundBoth
	}
	f, err := s.find(r.Context(), q, n)
	if err != nil {
		return err
	}
	more := func(kind string, m *store.Mark) string {
		next := r.URL.Query()
		next.Set("kind", kind)
		if next.Get("after") != "" || q.kind != "" {
			next.Set("after", markText(m))
		} else { // from the first page of both to the first page of one
			next.Del("after")
		}
		return "/search?" + cleaned(next).Encode()
	}
	if f.events != nil {
		v.ShowEvents = true
		v.Events = r.eventRows(f.events.Items)
		v.Cut = !f.events.Whole
		if f.events.Next != nil {
			v.MoreEvents = more("events", f.events.Next)
		}
	}
	if f.statements != nil {
		v.ShowStatements = true
		for i := range f.statements.Items {
			v.Statements = append(v.Statements, r.statementRow(&f.statements.Items[i], nil))
		}
		if f.statements.Next != nil {
			v.MoreStatements = more("statements", f.statements.Next)
		}
	}
	v.Nothing = len(v.Events)+len(v.Statements) == 0 && !v.Cut
	return nil
}

// cleaned leaves out what says nothing.
func cleaned(q url.Values) url.Values {
	for name, values := range q {
		q[name] = slices.DeleteFunc(values, func(s string) bool { return s == "" })
		if len(q[name]) == 0 {
			delete(q, name)
		}
	}
	return q
}

// searchData exports what a search finds.
func (s *Server) searchData(w http.ResponseWriter, r *reader) (*page, error) {
	q, err := r.search()
	if err != nil {
		return nil, err
	}
	_, form := suffix(r.URL.Path)
	if form == "json" {
		f, err := s.find(r.Context(), q, 200)
		if err != nil {
			return nil, err
		}
		answer := struct {
			Events     []*store.Event                  `json:"events"`
			Statements []agenda.Told[record.Statement] `json:"statements"`
			Next       map[string]string               `json:"next"` // for the field after, with kind
		}{Events: []*store.Event{}, Statements: []agenda.Told[record.Statement]{}, Next: map[string]string{}}
		if f.events != nil && f.events.Items != nil {
			answer.Events = f.events.Items
			if f.events.Next != nil {
				answer.Next["events"] = markText(f.events.Next)
			}
		}
		if f.statements != nil && f.statements.Items != nil {
			answer.Statements = f.statements.Items
			if f.statements.Next != nil {
				answer.Next["statements"] = markText(f.statements.Next)
			}
		}
		return nil, sendJSON(w, answer)
	}
	rows, err := s.exportFound(r.Context(), q)
	if err != nil {
		return nil, err
	}
	return nil, sendCSV(w, "search.csv", rows)
}

// exportFound reads page after page.
func (s *Server) exportFound(ctx context.Context, q *searchFor) ([][]string, error) {
	asked := q.asked
	asked.Limit = 500
	if q.kind == "statements" {
		rows := [][]string{{"id", "published", "speaker", "country", "about", "direct", "stance", "text", "outlet", "article"}}
		for len(rows) < exportRows {
			p, err := s.db.StatementPage(ctx, asked)
			if err != nil {
				return nil, err
			}
			for i := range p.Items {
				rows = append(rows, statementCells(&p.Items[i]))
			}
			if asked.After = p.Next; p.Next == nil {
				break
			}
		}
		return rows, nil
	}
	rows := [][]string{{"id", "origin", "day", "first_day", "last_day", "type", "mode", "aux", "cameo", "quad", "score", "contexts", "actors", "recipients", "place", "outlets", "articles", "confidence", "text", "url"}}
	for len(rows) < exportRows {
		p, err := s.db.EventPage(ctx, asked)
		if err != nil {
			return nil, err
		}
		for _, e := range p.Items {
			rows = append(rows, eventCells(e))
		}
		if asked.After = p.Next; p.Next == nil {
			break
		}
	}
	return rows, nil
}

func statementCells(t *agenda.Told[record.Statement]) []string {
	day, country := "", ""
	if t.Dated {
		day = t.Published.String()
	}
	name := t.Value.Speaker.Name
	if t.Value.Speaker.Person != nil {
		name = *t.Value.Speaker.Person
	}
	if t.Value.Speaker.Country != nil {
		country = *t.Value.Speaker.Country
	}
	return []string{fmt.Sprintf("s%d", t.Number), day, name, country, strings.Join(t.Value.About, " "), strconv.FormatBool(t.Value.Direct), number(t.Value.Stance), t.Value.Text, t.Outlet, t.Article}
}

func eventCells(e *store.Event) []string {
	text := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	ids := func(list []record.Participant) string {
		out := make([]string, len(list))
		for i := range list {
			out[i] = list[i].ID
		}
		return strings.Join(out, " ")
	}
	day, first, last, score, place := "", "", "", "", ""
	if e.Counts {
		day = e.Day.String()
	}
	if e.Date != nil {
		first, last = e.Date.From, e.Date.To
	}
	if e.Scored {
		score = strconv.FormatFloat(e.Score, 'g', -1, 64)
	}
	if e.Place != nil {
		place = e.Place.Name
	}
	return []string{e.ID, e.Origin, day, first, last, e.Type, text(e.Mode), e.Aux, text(e.CAMEO), strconv.Itoa(e.Quad), score, strings.Join(e.Contexts, " "), ids(e.Actors), ids(e.Recipients), place,
		strconv.Itoa(e.Outlets), strconv.Itoa(e.Articles), number(e.Confidence), e.Text, e.URL}
}
