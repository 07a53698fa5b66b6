package web

import (
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"entente/atlas"
	"entente/brief"
	"entente/calendar"
	"entente/record"
	"entente/store"
	"entente/tie/track"
)

// reader is a request with the language in which countries are named.
type reader struct {
	*http.Request
	lang string // "" for English, ko, ja
}

func newReader(r *http.Request) *reader {
	read := &reader{Request: r}
	if lang := languageOf(r); lang == "ko" || lang == "ja" {
		read.lang = lang
	}
	return read
}

// named is the name of a party, and the language where it isn't English.
func (r *reader) named(id string) (name, lang string) {
	switch id {
	case "UNO":
		return "United Nations", ""
	case "EUR":
		return "European Union", ""
	}
	if r.lang != "" {
		if name := atlas.CountryNameIn(id, r.lang); name != "" {
			return name, r.lang
		}
	}
	if name := atlas.CountryName(id); name != "" {
		return name, ""
	}
	if _, slug, found := strings.Cut(id, ":"); found {
		return brief.Plain(strings.ReplaceAll(slug, "-", " ")), ""
	}
	return brief.Plain(id), ""
}

// text is the name of a party as text.
func (r *reader) text(id string) string {
	name, _ := r.named(id)
	return name
}

// name is the name of a party as HTML that tells its language.
func (r *reader) name(id string) template.HTML {
	name, lang := r.named(id)
	if lang == "" {
		return template.HTML(template.HTMLEscapeString(name))
	}
	return template.HTML(`<span lang="` + lang + `">` + template.HTMLEscapeString(name) + `</span>`)
}

// names joins the names of parties: "Japan, China and South Korea".
func (r *reader) names(ids []string) template.HTML {
	var b strings.Builder
	for i, id := range ids {
		b.WriteString(joint(i, len(ids)))
		b.WriteString(string(r.name(id)))
	}
	return template.HTML(b.String())
}

// textOf joins the names of parties as text.
func (r *reader) textOf(ids []string) string {
	var b strings.Builder
	for i, id := range ids {
		b.WriteString(joint(i, len(ids)))
		b.WriteString(r.text(id))
	}
	return b.String()
}

func joint(i, n int) string {
	switch {
	case i == 0:
		return ""
	case i == n-1:
		return " and "
	}
	return ", "
}

// dashed joins names with dashes: "Japan–South Korea".
func (r *reader) dashed(ids []string) template.HTML {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = string(r.name(id))
	}
	return template.HTML(strings.Join(parts, "–"))
}

// among names parties with dashes where they are others than those that the
// page is about anyway, "" else.
func (r *reader) among(parties, asked []string) template.HTML {
	a, b := slices.Sorted(slices.Values(parties)), slices.Sorted(slices.Values(asked))
	if len(a) == 0 || slices.Equal(slices.Compact(a), slices.Compact(b)) {
		return ""
	}
	return r.dashed(parties)
}

// side is the name of the side that a participant stands for.
func (r *reader) side(p *record.Participant) template.HTML {
	if p.ID == "UNO" || p.ID == "EUR" || len(p.ID) == 3 && atlas.CountryName(p.ID) != "" {
		return r.name(p.ID)
	}
	name := brief.Plain(p.Name)
	if name == "" {
		return r.name(p.ID)
	}
	return "<bdi>" + template.HTML(template.HTMLEscapeString(shortened(name, 60))) + "</bdi>"
}

// mostSides is how many sides of one role a row names.
const mostSides = 4

// sides names the participants of one role, each once.
func (r *reader) sides(list []record.Participant) template.HTML {
	var names []string
	for i := range list {
		if name := string(r.side(&list[i])); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if n := len(names) - mostSides; n > 0 {
		names = append(names[:mostSides], brief.Counted(n, "other"))
	}
	return template.HTML(strings.Join(names, ", "))
}

// who says who did it to whom.
func (r *reader) who(e *record.Event) template.HTML {
	actors, recipients := r.sides(e.Actors), r.sides(e.Recipients)
	switch {
	case actors == "" && recipients == "":
		return "nobody named"
	case recipients == "":
		return actors
	case actors == "":
		actors = "somebody"
	}
	return actors + ` <span class="to" aria-hidden="true">→</span><span class="vh"> to </span> ` + recipients
}

// shortened cuts a text at a blank, so that at most n characters remain.
func shortened(s string, n int) string {
	letters := 0
	blank := 0
	for i, r := range s {
		if letters == n {
			if blank > i/2 {
				i = blank
			}
			return strings.TrimRight(s[:i], " ,;:") + "…"
		}
		if r == ' ' {
			blank = i
		}
		letters++
	}
	return s
}

// partyNamed gives the code of a party that a field or an address names.
func partyNamed(name string) (string, bool) { return atlas.PartyNamed(strings.TrimSpace(name)) }

// maxParties is how many countries a group may have.
const maxParties = 8

// partiesIn reads the parties of an address ("JPN-KOR", "japan-guinea-bissau")
// or of a field ("Japan, South Korea"): of the ways to cut it, the one with the
// longest names first.
func partiesIn(text string) ([]string, error) {
	if len(text) > 400 {
		return nil, &problem{title: "Too long", text: "No list of countries is that long."}
	}
	text = strings.NewReplacer("–", "-", "—", "-", "/", "-", ";", ",", " and ", ",", " & ", ",").Replace(text)
	var codes, unknown []string
	take := func(name string) {
		code, ok := partyNamed(name)
		if !ok {
			unknown = append(unknown, name)
		} else if !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		words := strings.Split(part, "-")
		for len(words) > 0 {
			n := len(words)
			for ; n > 1; n-- {
				if _, ok := partyNamed(strings.Join(words[:n], "-")); ok {
					break
				}
			}
			take(strings.Join(words[:n], "-"))
			words = words[n:]
		}
	}
	if len(unknown) > 0 {
		return nil, unknownParty(unknown[0], codes...)
	}
	if len(codes) > maxParties {
		return nil, &problem{title: "Too many countries", text: "A group has at most eight."}
	}
	slices.Sort(codes)
	return codes, nil
}

// unknownParty says that nobody is called so, and whom it may mean; others are
// those who were named beside it.
func unknownParty(name string, others ...string) error {
	name = brief.Plain(shortened(name, 60))
	p := &problem{status: http.StatusNotFound, title: "No country is called “" + name + "”",
		text: "A name or a code in any language will do: South Korea, KOR, KR, Seoul, 한국."}
	for _, near := range atlas.NearestCountries(name, 4) {
		i := strings.LastIndex(near, "(")
		if i < 0 {
			continue
		}
		code, href, words := strings.Trim(near[i:], "()"), "", strings.TrimSpace(near[:i])
		switch {
		case len(others) == 0:
			href = "/map/" + code
		case len(others) < maxParties && !slices.Contains(others, code):
			href = tieHref(append([]string{code}, others...))
			for _, o := range others {
				words += " and " + atlas.PartyName(o)
			}
		default:
			continue
		}
		p.links = append(p.links, link{"Did you mean " + words + "?", href})
	}
	p.links = append(p.links, link{"All countries on file", "/countries"})
	return p
}

// day reads a day of the query, nil where it is not given.
func (r *reader) day(name string) (*calendar.Day, error) {
	text := r.URL.Query().Get(name)
	if text == "" {
		return nil, nil
	}
	d, err := calendar.ParseDay(text)
	if err != nil {
		return nil, &problem{title: "Not a day", text: "“" + brief.Plain(shortened(text, 30)) + "” in the field " + name + " is no day. Days are written 2015-04-16."}
	}
	return &d, nil
}

// track reads a track of the query.
func (r *reader) track() (*track.Track, error) {
	text := r.URL.Query().Get("track")
	if text == "" {
		return nil, nil
	}
	t, err := track.Parse(text)
	if err != nil {
		return nil, &problem{title: "No such track", text: "There are these: security, politics, economy, history, territory, people, rights."}
	}
	return &t, nil
}

// origins reads the data sets of the query whose events are to count.
func (r *reader) origins() ([]string, error) {
	var list []string
	for _, o := range r.URL.Query()["origin"] {
		switch {
		case o == "":
		case o == store.OwnOrigin, slices.Contains([]string{"gdelt", "icews", "polecat", "phoenix", "acled", "tkg"}, o):
			list = append(list, o)
		default:
			return nil, &problem{title: "No such origin", text: "Events come from articles, gdelt, icews, polecat, phoenix, acled or tkg."}
		}
	}
	return list, nil
}

// suffix cuts the ending off an address: "JPN-KOR.json" asks for data.
func suffix(name string) (rest, form string) {
	for _, form := range []string{"json", "csv"} {
		if rest, ok := strings.CutSuffix(name, "."+form); ok {
			return rest, form
		}
	}
	return name, ""
}

// withQuery is an address with those values of the query that say something.
func withQuery(path string, q url.Values, names ...string) string {
	kept := url.Values{}
	for _, n := range names {
		for _, v := range q[n] {
			if v != "" {
				kept.Add(n, v)
			}
		}
	}
	if len(kept) == 0 {
		return path
	}
	return path + "?" + kept.Encode()
}
