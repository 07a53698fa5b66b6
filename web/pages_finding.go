package web

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"entente/brief"
	"entente/record"
	"entente/store"
)

// findingKinds are the tables behind the letters of numbers, with their words.
var findingKinds = map[byte][2]string{
	's': {"statement", "Statement"}, 'm': {"mechanism", "Dialogue"}, 'c': {"condition", "Condition"}, 'w': {"watch", "To watch"}, 'a': {"assessment", "Assessment"},
}

// placeColumns lead only back into the text.
var placeColumns = []string{"local_id", "from_byte", "to_byte", "cue_from", "cue_to"}

type findingView struct {
	ID, Kind string
	Heading  string
	Sentence string
	Facts    []fact
	Article  string
	Title    string
	Outlet   string
	Day      string
	URL      string
	Ties     []tieLink
}

// findingPage shows a statement, dialogue, condition, watch item or assessment.
func (s *Server) findingPage(w http.ResponseWriter, r *reader) (*page, error) {
	id, form := suffix(r.PathValue("id"))
	no := &problem{status: http.StatusNotFound, title: "No such finding", text: "Findings have numbers such as s3 (a statement), m4 (a dialogue), c5 (a condition), w6 (what is to be watched) or a7 (an assessment)."}
	if id == "" || form == "csv" {
		return nil, no
	}
	kind, ok := findingKinds[id[0]]
	number, err := strconv.ParseInt(id[1:], 10, 64)
	if !ok || err != nil || number < 1 {
		return nil, no
	}
	f, err := s.db.Finding(r.Context(), kind[0], number)
	if err != nil {
		return nil, err
	}
	if form == "json" {
		return nil, sendJSON(w, f)
	}
	v := r.findingView(f, id, kind[1])
	return &page{Template: "finding", Title: kind[1] + " " + id, Description: shortened(v.Sentence, 200), V: v, Data: []link{{"JSON", "/finding/" + id + ".json"}}}, nil
}

func (r *reader) findingView(f *store.Finding, id, kind string) *findingView {
	v := &findingView{ID: id, Kind: kind, Sentence: shortened(brief.Plain(f.Sentence), longSentence), Article: articleHref(f.Article), Title: brief.Plain(f.Title), Outlet: brief.Plain(f.Outlet), URL: safeURL(f.URL), Day: f.Day}
	if f.Kind == "statement" {
		v.Article += "#" + id
	}
	if v.Title == "" {
		v.Title = "Untitled article"
	}
	for _, who := range f.Who {
		role, name, _ := strings.Cut(who, ": ")
		v.Facts = append(v.Facts, fact{upperFirst(role), brief.Plain(name)})
	}
	var codes []string
	first, last := "", ""
	for _, x := range f.Values {
		if slices.Contains(placeColumns, x.Name) {
			continue
		}
		name, text := upperFirst(strings.ReplaceAll(x.Name, "_", " ")), shortened(brief.Plain(x.Text), 1000)
		switch x.Name {
		case "about", "parties", "gauge_of":
			list := itemsOf(x.Text)
			if !slices.ContainsFunc(list, func(c string) bool { return !isParty(c) }) {
				codes, text = list, r.textOf(list)
			}
		case "contexts":
			list := itemsOf(x.Text)
			for i := range list {
				list[i] = brief.Subject(list[i])
			}
			name, text = "Subjects", strings.Join(list, ", ")
		case "direct":
			name, text = "Told", map[string]string{"true": "word for word", "false": "as reported"}[x.Text]
		case "denied":
			if x.Text != "true" {
				continue
			}
			text = "what is said is that this is not so"
		case "stance":
			if v, err := strconv.ParseFloat(x.Text, 64); err == nil {
				text = strings.TrimSpace(brief.Score(v) + " of −1…+1 " + brief.Stance(v))
			}
		case "first_day":
			first = x.Text
			continue
		case "last_day":
			last = x.Text
			continue
		case "date_text":
			name, text = "Told as", "“"+text+"”"
		case "text", "what", "name", "action":
			v.Heading = shortened(text, 200)
		}
		v.Facts = append(v.Facts, fact{name, text})
	}
	if first != "" {
		v.Facts = append(v.Facts, fact{"When", dateSpan(&record.Date{From: first, To: last})})
	}
	if len(codes) > 1 && len(codes) <= maxParties {
		v.Ties = append(v.Ties, tieLink{r.names(codes), tieHref(codes)})
	}
	if v.Heading == "" {
		v.Heading = kind
	}
	return v
}

// itemsOf reads a list as the database writes it: "[JPN, KOR]".
func itemsOf(text string) []string { return strings.Split(strings.Trim(text, "[]"), ", ") }

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
