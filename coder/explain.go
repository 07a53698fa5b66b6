package coder

import (
	"fmt"
	"strings"

	"entente/article"
)

// Explanation is why one event was coded as it was, or why the acts of a
// sentence were not.
type Explanation struct {
	Event    string        // id
	Sentence int           // index
	Text     string        // of the sentence
	Tree     []TreeRow     // its dependency tree
	Mentions []MentionNote // who is meant by which words
	Frame    string        // pattern of the lexicon that fired, with file and line
	Steps    []string      // each code, date and auxiliary mode with its reason, in order
	Rejected []string      // other acts found in the sentence, with the reason they are no events
}

// TreeRow is one token of the dependency tree; Head is −1 at the root.
type TreeRow struct {
	Index                        int
	Form, Lemma, UPOS, XPOS, Rel string
	Head                         int
}

// MentionNote says who a phrase was taken to mean, and why.
type MentionNote struct {
	Text    string
	Parties []string
	Why     string
}

// Explain codes an article again and tells how one of its events came about.
// An unknown id is an error that names the ids there are.
func (c *Coder) Explain(a *article.Article, id string) (*Explanation, error) {
	d := c.prepare(a)
	d.trace = true
	d.code()
	var ids []string
	for _, e := range d.events {
		if e.id == id {
			return d.explain(e), nil
		}
		ids = append(ids, e.id)
	}
	if len(ids) == 0 {
		return nil, fmt.Errorf("no event %s: the article has no events", id)
	}
	return nil, fmt.Errorf("no event %s: the article has %s", id, strings.Join(ids, ", "))
}

func (d *document) explain(e *event) *Explanation {
	s := e.s
	x := &Explanation{Event: e.id, Sentence: s.index, Text: d.art.Text[s.start:s.end], Tree: s.rows()}
	for _, m := range d.mentions {
		if m.sent == s {
			x.Mentions = append(x.Mentions, d.noteOf(m))
		}
	}
	x.Frame = e.rule
	if e.frame != nil {
		x.Frame = e.frame.Text + "  (" + e.frame.Source + ")"
		x.Steps = append(x.Steps, fmt.Sprintf("%q: the frame is %s %s", s.toks[e.trigger].Form, e.frame.Type, e.frame.Mode))
	}
	x.Steps = append(x.Steps, e.why...)
	x.Steps = append(x.Steps, fmt.Sprintf("coded %s %s, auxiliary mode %q, CAMEO %s", e.typ, e.mode, e.aux, e.cameo))
	if !e.date.explicit && e.date.ok && e.date.text == "" {
		x.Steps = append(x.Steps, "no time in the text: the days that publication and tense allow")
	}
	for _, r := range d.rejected {
		if r.s == s {
			x.Rejected = append(x.Rejected, fmt.Sprintf("%s %q %s → %s: %s", r.typ, s.toks[r.trigger].Form,
				strings.Join(keysOfRefs(r.actors), ","), strings.Join(keysOfRefs(r.recipients), ","), r.dropped))
		}
	}
	return x
}

func (s *sentence) rows() []TreeRow {
	rows := make([]TreeRow, len(s.toks))
	for i, t := range s.toks {
		rows[i] = TreeRow{i, t.Form, t.Lemma, t.UPOS, t.XPOS, t.Rel, t.Head}
	}
	return rows
}

func (d *document) noteOf(m *mention) MentionNote {
	n := MentionNote{Text: d.slice(m.sent, m.first, m.last), Why: m.why}
	for _, p := range m.parties {
		n.Parties = append(n.Parties, p.id)
	}
	if len(m.parties) == 0 && len(m.owners) > 0 {
		n.Why = "nobody, but belongs to " + keysOf(m.owners)
	}
	return n
}
