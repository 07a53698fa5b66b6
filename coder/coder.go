package coder

import (
	_ "embed"
	"fmt"
	"sync"

	"entente/article"
	"entente/atlas"
	"entente/coder/classify"
	"entente/coder/lexicon"
	"entente/plover"
	"entente/record"
	"entente/syntax"
)

// Knowledge is everything the coder reads from: the atlas, the lexicon and the
// models of the syntax. It is immutable and shared by all workers.
type Knowledge struct {
	Atlas   *atlas.Atlas
	Lexicon *lexicon.Lexicon
	Syntax  *syntax.Model

	votes      *lexicon.Votes
	classifier *classify.Model // nil: the lexicon alone
}

// Load reads the embedded knowledge, once.
func Load() (*Knowledge, error) {
	k, err := LoadLexicon()
	if err != nil {
		return nil, err
	}
	if k.classifier, err = classifier(); err != nil {
		return nil, fmt.Errorf("coder: %w", err)
	}
	return k, nil
}

// LoadLexicon reads the embedded knowledge without the classifier, which it
// helps to train.
func LoadLexicon() (*Knowledge, error) {
	a, err := atlas.Load()
	if err != nil {
		return nil, fmt.Errorf("coder: %w", err)
	}
	l, err := lexicon.Load()
	if err != nil {
		return nil, fmt.Errorf("coder: %w", err)
	}
	m, err := syntax.Load()
	if err != nil {
		return nil, fmt.Errorf("coder: %w", err)
	}
	return &Knowledge{Atlas: a, Lexicon: l, Syntax: m, votes: l.Votes()}, nil
}

//go:embed fallback.bin.zst
var packedClassifier []byte

// classifier decodes the embedded classifier, once.
var classifier = sync.OnceValues(func() (*classify.Model, error) { return classify.Decode(packedClassifier) })

// Coder codes articles, one at a time; give each goroutine its own.
type Coder struct {
	know     *Knowledge
	analyzer *syntax.Analyzer
}

// New makes a coder.
func New(k *Knowledge, mode syntax.Mode) *Coder {
	return &Coder{know: k, analyzer: k.Syntax.NewAnalyzer(mode)}
}

// Code reads one article into its record.
func (c *Coder) Code(a *article.Article) *record.Record {
	d := c.prepare(a)
	d.code()
	return d.record()
}

func (c *Coder) prepare(a *article.Article) *document {
	trees := c.analyzer.Analyze(a.Text)
	names := make([][]atlas.Match, len(trees))
	var forms []string
	for i, s := range trees {
		forms = forms[:0]
		for j := range s.Tokens {
			forms = append(forms, s.Tokens[j].Form)
		}
		names[i] = c.know.Atlas.Find(forms, nil)
		c.retag(s.Tokens, names[i])
	}
	return newDocument(a, trees, names, c.know)
}

// code runs the stages, each on what those before have found.
func (d *document) code() {
	d.resolveMentions()
	d.attributeQuotations()
	d.findEvents()
	d.dateTheRest()
	d.merge()
	d.check()
}

// findEvents codes every sentence, the body before the headline, so that the
// headline's words are known from it.
func (d *document) findEvents() {
	for _, s := range d.sents {
		d.eventsOf(s)
	}
}

func (d *document) eventsOf(s *sentence) {
	var found []*event
	taken := map[int]bool{} // event nouns that a verb frame already uses
	for i := range s.toks {
		if !s.isVerb(i) && !(s.toks[i].UPOS == "ADJ" && s.child(i, "cop") >= 0) || s.relIs(i, "amod", "compound") { // "was critical of"
			continue
		}
		c := d.clauseOf(s, i)
		if b, ok := d.matchVerb(c); ok {
			e := d.newEvent(s, i, b)
			found = append(found, e)
			for _, w := range b.words {
				taken[w] = true
			}
		}
	}
	for i := range s.toks {
		if !taken[i] {
			if e := d.nominal(s, i); e != nil {
				found = append(found, e)
			}
		}
	}
	known := map[int]bool{}
	for _, e := range found {
		if e.typ == plover.Consult {
			e.meeting = d.meetingOf(e)
		}
		d.compose(e)
		for _, w := range append([]int{e.trigger, e.clause}, e.words...) {
			known[w] = true
		}
	}
	for i := range s.toks {
		if (s.isVerb(i) || s.toks[i].UPOS == "ADJ" && s.child(i, "cop") >= 0 && d.atHome()) && !known[i] {
			if e := d.defaultEvent(s, i); e != nil {
				d.compose(e)
				found = append(found, e)
			}
		}
	}
	found = append(found, d.verdicts(s, found)...)
	s.acts = found
	for _, e := range found {
		d.shareRecipients(e, found)
		d.yieldToComposed(e, found)
		d.finish(e)
	}
	d.fallback(s)
}

// yieldToComposed drops the plain reading of a governing verb ("urged") where
// the act below it was coded through it ("urged to meet").
func (d *document) yieldToComposed(e *event, found []*event) {
	if e.noun >= 0 || e.dropped != "" {
		return
	}
	for _, o := range found {
		if o != e && o.dropped == "" && o.typ == e.typ && o.trigger != e.trigger && containsToken(o.words, e.trigger) && len(o.effects) > 0 {
			o.recipients = uniqueRefs(append(o.recipients, without(e.recipients, o.actors)...))
			e.dropped = "told more exactly by what it governs"
			return
		}
	}
}

// shareRecipients: a participle's act is done to whom its main clause's act is
// done to, where it names nobody itself: "broke off relations with Qatar,
// accusing the gas exporter of …".
func (d *document) shareRecipients(e *event, found []*event) {
	s := e.s
	if len(e.recipients) > 0 || e.reciprocal || e.noun >= 0 || !s.relIs(e.trigger, "advcl", "conj") || s.child(e.trigger, "nsubj") >= 0 {
		return
	}
	for _, o := range found {
		if o.trigger == s.toks[e.trigger].Head && o != e {
			e.recipients = without(o.recipients, e.actors)
			if len(e.recipients) > 0 {
				if e.epithet {
					e.dropped = ""
				}
				e.say("done to those of the main clause")
			}
			return
		}
	}
}

// finish dates, places and judges one act.
func (d *document) finish(e *event) {
	d.judge(e)
	if e.meeting != nil {
		d.meetings = append(d.meetings, e)
	}
	if e.dropped != "" {
		if d.trace {
			d.rejected = append(d.rejected, e)
		}
		return
	}
	if e.s.relIs(e.trigger, "acl", "advcl") || e.noun >= 0 && e.clause == e.noun {
		e.confidence -= 0.1 // told in passing
	}
	d.enter(e)
}

// enter dates and places an act that is an event.
func (d *document) enter(e *event) {
	d.date(e)
	d.locate(e)
	d.settle(e)
	d.visitByPlace(e)
	d.addContexts(e)
	at := e.s.toks[e.trigger]
	e.evidence = []evidence{{e.s.index, at.Start, at.End}}
	d.events = append(d.events, e)
	if a := d.accusation(e); a != nil {
		d.finish(a)
	}
}

// check gives every event its id, its remaining codes and its confidence.
func (d *document) check() {
	for i, e := range d.events {
		e.id = fmt.Sprintf("e%d", i+1)
		if e.mode != "" && !e.typ.HasMode(e.mode) {
			e.mode = ""
		}
		if e.typ == plover.Sanction && e.mode == "convict" && e.cameo == "" {
			e.cameo = "173" // a court's sentence is legal action, no reduced relations
		}
		if e.cameo == "" {
			e.cameo = e.typ.CAMEO(e.mode, e.contexts)
		}
	}
}
