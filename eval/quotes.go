package eval

import (
	"strings"
	"unicode"

	"entente/record"
)

// QuoteFigures are the counts for attributions. Overlap counts every source,
// cue and content once that has a word in common with one of the other side.
type QuoteFigures struct {
	Source, Cue, Content                Tally
	ExactSource, ExactCue, ExactContent Tally
	Linked                              Tally // source and content by one found attribution, one to one
	Speaker                             Share // of direct quotations with a source: found, and the right one speaks
	Found                               Share // of direct quotations with a source: found, whoever speaks
	InPart                              Share // the speaker, of all content with words in quotation marks
}

func (f *QuoteFigures) add(o *QuoteFigures) {
	f.Source.add(o.Source)
	f.Cue.add(o.Cue)
	f.Content.add(o.Content)
	f.ExactSource.add(o.ExactSource)
	f.ExactCue.add(o.ExactCue)
	f.ExactContent.add(o.ExactContent)
	f.Linked.add(o.Linked)
	f.Speaker.add(o.Speaker)
	f.Found.add(o.Found)
	f.InPart.add(o.InPart)
}

// QuoteScore is what the attributions of one article came to.
type QuoteScore struct {
	Name   string
	Misses []QuoteMiss
	QuoteFigures
}

// Quotes compares the attributions of records with those annotated in a folder
// of texts: text/NAME.txt and attributions/NAME.ann.
func Quotes(dir string, newCode NewCode) (*QuoteReport, error) {
	items, err := readQuotes(dir)
	if err != nil {
		return nil, err
	}
	return &QuoteReport{inParallel(items, newCode, func(code Code, item *quoteItem) *QuoteScore {
		return scoreQuotes(item.name, item.gold, code(item.article))
	})}, nil
}

// quoteTable holds both sides of one article, as spans without the marks and
// blanks around them.
type quoteTable struct {
	text        string
	gold, found []attributed
}

// attributed is one attribution, annotated or found.
type attributed struct {
	id                   int // line of the annotation, or place among the found ones
	source, cue, content []record.Span
	quoted               float64 // share of the content's words in quotation marks
	speaker              string  // as the record calls the source
}

func scoreQuotes(name string, gold []GoldAttribution, rec *record.Record) *QuoteScore {
	t := newQuoteTable(gold, rec)
	s := &QuoteScore{Name: name}
	sources := func(a *attributed) []record.Span { return a.source }
	cues := func(a *attributed) []record.Span { return a.cue }
	contents := func(a *attributed) []record.Span { return a.content }
	s.Source, s.ExactSource = t.compare(sources)
	s.Cue, s.ExactCue = t.compare(cues)
	s.Content, s.ExactContent = t.compare(contents)
	linked := pairUp(len(t.gold), len(t.found), func(i, j int) (bool, preference) {
		g, f := &t.gold[i], &t.found[j]
		return overlapping(g.source, f.source) && overlapping(g.content, f.content), preference{overlapping(g.cue, f.cue), same(g.content, f.content), same(g.source, f.source)}
	})
	s.Linked = tallyOf(linked, len(t.found), func(i int) bool { return len(t.gold[i].source) > 0 })
	s.Misses = t.misses(name)
	for i := range t.gold {
		if len(t.gold[i].source) > 0 && t.gold[i].quoted > 0 {
			t.countSpeaker(s, i)
		}
	}
	return s
}

func newQuoteTable(gold []GoldAttribution, rec *record.Record) *quoteTable {
	t := &quoteTable{text: rec.Article.Text}
	for _, g := range gold {
		t.gold = append(t.gold, attributed{id: g.Line, source: t.bare(g.Source), cue: t.bare(g.Cue), content: t.bare(g.Content), quoted: t.quotedShare(g.Content)})
	}
	for i, a := range rec.Attributions {
		f := attributed{id: i + 1, content: t.bare(a.Content)}
		if a.Source != nil {
			f.source = t.bare([]record.Span{*a.Source})
		}
		if a.Cue != nil {
			f.cue = t.bare([]record.Span{*a.Cue})
		}
		if a.Speaker != nil {
			f.speaker = *a.Speaker
		}
		t.found = append(t.found, f)
	}
	return t
}

// bare takes the marks and blanks off the ends of spans, drops those that have
// nothing else, and joins neighbours between which nothing else stands.
func (t *quoteTable) bare(spans []record.Span) []record.Span {
	var out []record.Span
	for _, s := range spans {
		words := t.text[s.Start:s.End]
		s.End = s.Start + len(strings.TrimRightFunc(words, isNoWord))
		s.Start += len(words) - len(strings.TrimLeftFunc(words, isNoWord))
		if s.Start >= s.End {
			continue
		}
		if n := len(out); n > 0 && s.Start >= out[n-1].End && strings.TrimFunc(t.text[out[n-1].End:s.Start], isNoWord) == "" {
			out[n-1].End = s.End
			continue
		}
		out = append(out, s)
	}
	return out
}

func isNoWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// compare counts one kind of spans, those that overlap and those that are the
// same. What several attributions share counts once.
func (t *quoteTable) compare(kind func(*attributed) []record.Span) (loose, exact Tally) {
	gold, found := distinct(t.gold, kind), distinct(t.found, kind)
	loose.Gold, loose.Found, exact.Gold, exact.Found = len(gold), len(found), len(gold), len(found)
	for _, g := range gold {
		loose.Recalled += countOne(g, found, overlapping)
		exact.Recalled += countOne(g, found, same)
	}
	for _, f := range found {
		loose.Right += countOne(f, gold, overlapping)
		exact.Right += countOne(f, gold, same)
	}
	return loose, exact
}

func distinct(list []attributed, kind func(*attributed) []record.Span) [][]record.Span {
	var out [][]record.Span
	for i := range list {
		if spans := kind(&list[i]); len(spans) > 0 && countOne(spans, out, same) == 0 {
			out = append(out, spans)
		}
	}
	return out
}

// countOne is 1 where one of the others agrees.
func countOne(x []record.Span, others [][]record.Span, agree func(a, b []record.Span) bool) int {
	for _, y := range others {
		if agree(x, y) {
			return 1
		}
	}
	return 0
}

func overlapping(a, b []record.Span) bool { return sharedBytes(a, b) > 0 }

func sharedBytes(a, b []record.Span) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	return n
}

func same(a, b []record.Span) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
