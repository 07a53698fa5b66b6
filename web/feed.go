package web

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/gorilla/feeds"

	"entente/agenda"
	"entente/atlas"
	"entente/brief"
	"entente/calendar"
	"entente/dossier"
	"entente/record"
	"entente/store"
)

// feeds are the changes of a tie as Atom and JSON feed.
func (s *Server) feeds(mux *http.ServeMux) error {
	mux.HandleFunc("GET /feed/{file}", s.feed)
	return nil
}

// mostItems is how many changes a feed tells; a feed tells those of the year
// before the last day on file.
const mostItems = 60

// feed answers /feed/JPN-KOR.atom and /feed/JPN-KOR.json.
func (s *Server) feed(w http.ResponseWriter, r *http.Request) {
	file := r.PathValue("file")
	names, form, _ := strings.Cut(file, ".")
	if form != "atom" && form != "json" {
		refuse(w, r, http.StatusNotFound, "feeds are /feed/JPN-KOR.atom and /feed/JPN-KOR.json")
		return
	}
	parties, err := feedParties(names)
	if err != nil {
		refuse(w, r, http.StatusNotFound, err.Error())
		return
	}
	if proper := strings.Join(parties, "-"); proper != names {
		http.Redirect(w, r, "/feed/"+proper+"."+form, http.StatusMovedPermanently)
		return
	}
	d, err := s.dossier(r.Context(), dossier.Question{Parties: parties})
	switch {
	case errors.Is(err, dossier.ErrNothing):
		refuse(w, r, http.StatusNotFound, "nothing on file joins these countries")
		return
	case err != nil && tooLate(err):
		refuse(w, r, http.StatusServiceUnavailable, "the answer took too long")
		return
	case err != nil:
		s.opt.Log.Error("a feed was not answered", "error", err)
		refuse(w, r, http.StatusInternalServerError, "the feed could not be made; the server's log tells why")
		return
	}
	var out bytes.Buffer
	kind := "application/atom+xml; charset=utf-8"
	f := feedOf(d, originOf(r))
	if form == "json" {
		kind = "application/feed+json"
		of := (&feeds.JSON{Feed: f}).JSONFeed()
		of.FeedUrl = originOf(r) + r.URL.Path
		err = dossier.WriteJSON(&out, of)
	} else {
		of := (&feeds.Atom{Feed: f}).AtomFeed()
		of.Id = f.Id
		err = feeds.WriteXML(of, &out)
	}
	if err != nil { // plain values
		panic(err)
	}
	w.Header().Set("Content-Type", kind)
	w.Write(out.Bytes())
}

// feedParties reads "JPN-KOR"; the codes come out sorted.
func feedParties(names string) ([]string, error) {
	var parties []string
	for name := range strings.SplitSeq(names, "-") {
		code, ok := atlas.PartyNamed(name)
		if !ok {
			return nil, atlas.UnknownParty(name)
		}
		if !slices.Contains(parties, code) {
			parties = append(parties, code)
		}
	}
	if len(parties) < 2 || len(parties) > maxCountries {
		return nil, errors.New("a tie has two countries or more, as JPN-KOR")
	}
	slices.Sort(parties)
	return parties, nil
}

// originOf is the address of this server as the reader reached it.
func originOf(r *http.Request) string {
	u := url.URL{Scheme: "http", Host: r.Host}
	if secure(r) {
		u.Scheme = "https"
	}
	return u.String()
}

// changes collects the items of a feed.
type changes struct {
	tie    string // JPN-KOR
	origin string
	list   []*feeds.Item
	seen   map[string]bool
}

// feedOf makes the feed of a dossier.
func feedOf(d *dossier.Dossier, origin string) *feeds.Feed {
	c := &changes{tie: strings.Join(d.Parties, "-"), origin: origin, seen: map[string]bool{}}
	for i := range d.Ties {
		c.ofTie(&d.Ties[i])
	}
	for i := range d.Dialogues {
		c.ofDialogue(&d.Dialogues[i], d.Since)
	}
	for i := range d.Statements {
		c.statement(&d.Statements[i])
	}
	slices.SortStableFunc(c.list, func(x, y *feeds.Item) int { return cmp.Or(y.Updated.Compare(x.Updated), strings.Compare(x.Id, y.Id)) })
	names := make([]string, len(d.Parties))
	for i, p := range d.Parties {
		names[i] = atlas.PartyName(p)
	}
	f := &feeds.Feed{
		Title: strings.Join(names, " – "), Id: c.id("feed"), Updated: midnightOf(d.At), Author: &feeds.Author{Name: "Entente"},
		Description: "Changes of the tie: turns of tone and contact, the events that moved it most, statements, dialogues.",
		Link:        &feeds.Link{Href: origin + "/tie/" + c.tie},
		Items:       c.list[:min(mostItems, len(c.list))],
	}
	if len(f.Items) > 0 {
		f.Updated = f.Items[0].Updated
	}
	return f
}

// id names a change for good: the same change has the same id in every answer
// of every server. (The name of a host must stand in it; none is ours.)
func (c *changes) id(parts ...string) string {
	return "tag:entente.invalid,2026:" + c.tie + "/" + strings.Join(parts, "/")
}

func midnightOf(d calendar.Day) time.Time {
	year, month, day := d.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// add adds a change once. Title and text are of any origin and come out as
// text.
func (c *changes) add(id string, day calendar.Day, link, title, text string) {
	if c.seen[id] {
		return
	}
	c.seen[id] = true
	c.list = append(c.list, &feeds.Item{
		Id: id, Title: plainLine(title), Updated: midnightOf(day), Created: midnightOf(day),
		Link: &feeds.Link{Href: c.origin + link, Rel: "alternate"}, Content: "<p>" + html.EscapeString(plainLine(text)) + "</p>",
	})
}

// plainLine is a text without what a reader's program might obey.
func plainLine(s string) string { return strings.Join(strings.Fields(brief.Plain(s)), " ") }

// ofTie tells the change points of a tie and the events that moved it most.
func (c *changes) ofTie(t *dossier.Tie) {
	a, b := store.Pair(t.A, t.B)
	pair, page := a+"-"+b, "/tie/"+a+"-"+b
	names := atlas.PartyName(a) + " – " + atlas.PartyName(b)
	for i := range t.Breaks {
		x := &t.Breaks[i]
		how := "warmer"
		if x.Change.Value < 0 {
			how = "colder"
		}
		c.add(c.id("tone", pair, x.Day.String()), x.Day, page, fmt.Sprintf("%s: the tone turned %s", names, how),
			fmt.Sprintf("Tone from %s to %s, a change between %s. %s", brief.Signed(x.Before.Value), brief.Signed(x.After.Value), brief.Span(x.Between.From, x.Between.To), because(x.Causes)))
	}
	for i := range t.Turns {
		x := &t.Turns[i]
		how := "more"
		if x.After < x.Before {
			how = "less"
		}
		c.add(c.id("contact", pair, x.Day.String()), x.Day, page, fmt.Sprintf("%s: %s to do with each other", names, how), because(x.Causes))
	}
	for _, list := range [2][]dossier.Cause{t.Recent, t.Strongest} {
		for i := range list {
			c.event(&list[i])
		}
	}
}

func because(causes []dossier.Cause) string {
	if len(causes) == 0 {
		return "No single event stands behind it."
	}
	parts := make([]string, len(causes))
	for i := range causes {
		parts[i] = doing(causes[i].Event)
	}
	return "What moved it: " + strings.Join(parts, "; ") + "."
}

// doing says an event in few words.
func doing(e *store.Event) string {
	who := joinedNames(e.Actors)
	if len(e.Recipients) > 0 {
		who += " → " + joinedNames(e.Recipients)
	}
	return who + ": " + brief.What(e) + ", " + brief.When(e)
}

func joinedNames(ps []record.Participant) string {
	const most = 4
	var names []string
	for i := range ps {
		name := atlas.PartyName(ps[i].ID)
		if name == "" {
			name = ps[i].Name
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) > most {
		names = append(names[:most], "others")
	}
	return strings.Join(names, ", ")
}

func (c *changes) event(x *dossier.Cause) {
	e := x.Event
	day := e.Told
	if day == 0 {
		day = e.Day
	}
	text := brief.Evidence(e)
	if text == "" {
		text = doing(e)
	}
	c.add(c.id("event", e.ID), day, "/event/"+e.ID, doing(e), text)
}

// ofDialogue tells what became of a dialogue since a day.
func (c *changes) ofDialogue(d *agenda.Dialogue, since calendar.Day) {
	for i := range d.Entries {
		e := &d.Entries[i]
		day := e.First
		if !e.Known {
			day = e.From
		}
		if day < since || len(e.Numbers) == 0 {
			continue
		}
		id := fmt.Sprintf("m%d", e.Numbers[0])
		c.add(c.id("dialogue", id), day, "/finding/"+id, e.Status+": "+cmp.Or(e.Name, d.Called, d.Name), e.Text)
	}
}

func (c *changes) statement(t *agenda.Told[record.Statement]) {
	if !t.Dated {
		return
	}
	id := fmt.Sprintf("s%d", t.Number)
	said := strings.TrimRight(t.Value.Text, ",")
	if t.Value.Direct {
		said = "“" + said + "”"
	}
	c.add(c.id("statement", id), t.Published, "/finding/"+id, t.Value.Speaker.Name+": "+said, t.Sentence)
}
