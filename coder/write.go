package coder

import (
	"math"

	"entente/calendar"
	"entente/plover"
	"entente/record"
)

// record writes the document down as plain data.
func (d *document) record() *record.Record {
	a := d.art
	r := &record.Record{
		Article: record.Article{ID: a.ID, Title: text(a.Title), Outlet: text(a.Outlet), Byline: list(a.Byline),
			Published: text(a.Published.String()), Language: text(a.Language), URL: text(a.URL), Text: a.Text},
		Sentences: []record.Span{}, Events: []record.Event{}, Statements: []record.Statement{},
		Mechanisms: []record.Mechanism{}, Conditions: []record.Condition{}, Watch: []record.WatchItem{},
		Assessments: []record.Assessment{},
	}
	for _, s := range d.sents {
		r.Sentences = append(r.Sentences, record.Span{Start: s.start, End: s.end})
	}
	for _, e := range d.events {
		r.Events = append(r.Events, d.writeEvent(e))
	}
	r.Countries = d.countries()
	r.Statements = d.statements()
	r.Mechanisms = d.mechanisms()
	r.Conditions = d.conditions()
	r.Watch = d.watch()
	r.Assessments = d.assessments()
	return r
}

func (d *document) writeEvent(e *event) record.Event {
	at := e.s.toks[e.trigger]
	out := record.Event{ID: e.id, Type: string(e.typ), Mode: text(e.mode), Contexts: list(e.contexts), Aux: string(e.aux),
		CAMEO: text(e.cameo), Quad: int(e.typ.Quad()), Score: e.typ.Score(e.mode),
		Actors: d.participantsOf(e.actors), Recipients: d.participantsOf(e.recipients),
		Date: dateOf(e.date), Sentence: e.s.index, Trigger: record.Span{Start: at.Start, End: at.End},
		Evidence: []record.Evidence{}, Rule: e.rule, Confidence: math.Round(e.confidence*100) / 100}
	if g, ok := plover.Goldstein(e.cameo); ok {
		out.Goldstein = &g
	}
	for _, ev := range e.evidence {
		out.Evidence = append(out.Evidence, record.Evidence{Sentence: ev.sent, Start: ev.start, End: ev.end})
	}
	if e.place != nil {
		out.Place = &record.Place{Name: e.place.name, Country: text(e.place.country)}
	}
	if e.speaker != nil {
		p := d.participant(*e.speaker)
		out.Speaker = &p
	}
	return out
}

func (d *document) participantsOf(refs []ref) []record.Participant {
	out := make([]record.Participant, 0, len(refs))
	for _, r := range refs {
		out = append(out, d.participant(r))
	}
	return out
}

func (d *document) participant(r ref) record.Participant {
	p := record.Participant{ID: r.id, Country: text(r.country), Sectors: list(r.sectors), Name: r.name,
		Person: text(r.person), Office: text(r.office)}
	if r.m != nil {
		p.Start, p.End = r.m.sent.toks[r.m.first].Start, r.m.sent.toks[r.m.last].End
	}
	return p
}

func dateOf(t dated) *record.Date {
	if !t.ok {
		return nil
	}
	return intervalOf(t.interval, t.text)
}

func intervalOf(iv calendar.Interval, words string) *record.Date {
	return &record.Date{From: iv.From.String(), To: iv.To.String(), Text: words}
}

func text(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func list(l []string) []string {
	if l == nil {
		return []string{}
	}
	return l
}
