package web

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/record"
)

// mark is a place of a text with what was found there.
type mark struct {
	start, end int
	kind       markKind
	label      string // beside the end of the place, "" none
	href       string // where the label leads, "" nowhere
	title      string
	anchor     string // id of the place, "" none
}

// markKind is what a place tells. Each has a line of its own under the words,
// as colour must not be the only sign.
type markKind int

const (
	markSaid markKind = iota // words of a statement
	markWho
	markWhen
	markAct // the words that mean an event
)

var markClasses = [...]string{"k-said", "k-who", "k-when", "k-act"}

// marksOf finds the places of the findings of an article.
type marksOf struct {
	text      string
	sentences []record.Span
	list      []mark
	seen      map[string]bool
}

func newMarks(text string, sentences []record.Span) *marksOf {
	return &marksOf{text: text, sentences: sentences, seen: map[string]bool{}}
}

// add notes a mark once; places that the text does not have are left out.
func (m *marksOf) add(x mark) {
	if x.start < 0 || x.end > len(m.text) || x.start >= x.end || !utf8.RuneStart(m.text[x.start]) || x.end < len(m.text) && !utf8.RuneStart(m.text[x.end]) {
		return
	}
	key := fmt.Sprint(x.start, " ", x.end, " ", x.kind, " ", x.label)
	if m.seen[key] {
		return
	}
	m.seen[key] = true
	if x.anchor != "" {
		if m.seen["#"+x.anchor] {
			x.anchor = ""
		}
		m.seen["#"+x.anchor] = true
	}
	m.list = append(m.list, x)
}

// event marks triggers, participants and the words that tell the time.
func (m *marksOf) event(id, href string, e *record.Event, who func(*record.Participant) string) {
	places := e.Evidence
	if len(places) == 0 {
		places = []record.Evidence{{Sentence: e.Sentence, Start: e.Trigger.Start, End: e.Trigger.End}}
	}
	for _, p := range places {
		m.add(mark{p.Start, p.End, markAct, id, href, e.Type, id})
	}
	for _, list := range [][]record.Participant{e.Actors, e.Recipients} {
		for i := range list {
			m.participant(&list[i], who)
		}
	}
	if e.Speaker != nil {
		m.participant(e.Speaker, who)
	}
	m.date(e.Date, e.Sentence)
}

func (m *marksOf) participant(p *record.Participant, who func(*record.Participant) string) {
	m.add(mark{start: p.Start, end: p.End, kind: markWho, label: code(p), title: who(p)})
}

// code is the country of a participant, or what it is where it has none.
func code(p *record.Participant) string {
	if p.Country != nil {
		return *p.Country
	}
	if kind, _, ok := strings.Cut(p.ID, ":"); ok {
		return kind
	}
	return p.ID
}

// date marks the words that a date was read from: the first place of them in
// the sentence.
func (m *marksOf) date(d *record.Date, sentence int) {
	if d == nil || d.Text == "" || sentence < 0 || sentence >= len(m.sentences) {
		return
	}
	s := m.sentences[sentence]
	if s.Start < 0 || s.End > len(m.text) || s.Start > s.End {
		return
	}
	if i := strings.Index(m.text[s.Start:s.End], d.Text); i >= 0 {
		m.add(mark{start: s.Start + i, end: s.Start + i + len(d.Text), kind: markWhen, title: d.From + " to " + d.To})
	}
}

func (m *marksOf) statement(id, href string, s *record.Statement, who func(*record.Participant) string) {
	m.add(mark{s.Start, s.End, markSaid, id, href, "statement", id})
	m.participant(&s.Speaker, who)
	m.date(s.Date, s.Sentence)
}

// paragraph is one of a marked text.
type paragraph struct {
	Title bool
	HTML  template.HTML
}

// textShown is how many bytes of a text one page shows: a text of megabytes
// comes in parts.
const textShown = 60_000

// paragraphs writes a part of the text, from a byte on, with its marks; next
// is where the following part begins, 0 where this is the last.
func (m *marksOf) paragraphs(from int) (list []paragraph, next int) {
	text := m.text
	from = min(max(0, from), len(text))
	for from < len(text) && !utf8.RuneStart(text[from]) {
		from++
	}
	end := len(text)
	if end-from > textShown {
		end = from + textShown
		if i := strings.LastIndexByte(text[from:end], '\n'); i > textShown/2 {
			end = from + i
		} else if i := strings.LastIndexByte(text[from:end], ' '); i > textShown/2 {
			end = from + i
		}
		for end < len(text) && !utf8.RuneStart(text[end]) {
			end++
		}
		next = end
	}
	slices.SortStableFunc(m.list, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end), cmp.Compare(a.kind, b.kind))
	})
	for at := from; at < end; {
		stop := end
		if i := strings.IndexByte(text[at:end], '\n'); i >= 0 {
			stop = at + i
		}
		if strings.TrimSpace(text[at:stop]) != "" {
			list = append(list, paragraph{Title: at == 0, HTML: m.write(at, stop)})
		}
		at = stop + 1
	}
	return list, next
}

// write cuts a paragraph where marks begin and end, and writes the pieces.
func (m *marksOf) write(from, to int) template.HTML {
	var within []mark
	cuts := []int{from, to}
	for _, x := range m.list {
		if x.start >= to {
			break
		}
		if x.end <= from {
			continue
		}
		within = append(within, x)
		cuts = append(cuts, max(from, x.start), min(to, x.end))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var b strings.Builder
	for i := 0; i+1 < len(cuts); i++ {
		m.piece(&b, cuts[i], cuts[i+1], within)
	}
	return template.HTML(b.String())
}

// piece writes a stretch of text that the same marks cover, then the labels of
// those that end with it.
func (m *marksOf) piece(b *strings.Builder, from, to int, within []mark) {
	var classes []string
	title, anchor := "", ""
	for _, x := range within {
		if x.start <= from && to <= x.end {
			if c := markClasses[x.kind]; !slices.Contains(classes, c) {
				classes = append(classes, c)
			}
			if x.title != "" && x.kind != markSaid {
				title = x.title
			}
			if x.start == from && x.anchor != "" && anchor == "" {
				anchor = x.anchor
			}
		}
	}
	words := template.HTMLEscapeString(harmless(m.text[from:to]))
	if len(classes) == 0 {
		b.WriteString(words)
	} else {
		b.WriteString(`<span class="` + strings.Join(classes, " ") + `"`)
		if anchor != "" {
			b.WriteString(` id="` + template.HTMLEscapeString(anchor) + `"`)
		}
		if title != "" {
			b.WriteString(` title="` + template.HTMLEscapeString(title) + `"`)
		}
		b.WriteString(">" + words + "</span>")
	}
	for _, x := range within {
		if x.end != to || x.label == "" {
			continue
		}
		label := template.HTMLEscapeString(harmless(x.label))
		if x.href != "" {
			label = `<a href="` + template.HTMLEscapeString(x.href) + `">` + label + `</a>`
		}
		b.WriteString(`<sup class="` + markClasses[x.kind] + `-label">` + label + `</sup>`)
	}
}

// harmlessLines does the same and keeps the lines.
func harmlessLines(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	for i := range lines {
		lines[i] = harmless(lines[i])
	}
	return strings.Join(lines, "\n")
}

// harmless replaces what would change the look of the text around it: control
// characters and those that turn the direction of writing. A sign stands where
// they were.
func harmless(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return ' '
		case r == '\u00ad', r == '\ufeff':
			return -1
		case r == '\u200c', r == '\u200d': // joiners, which scripts and emoji need
			return r
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == '\u2028', r == '\u2029':
			return utf8.RuneError
		}
		return r
	}, s)
}
