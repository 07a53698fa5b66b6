package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"entente/article"
	"entente/plover"
	"entente/record"
)

// passage makes an article of a sentence or two, read as any article is, so
// that a dateline is cut off. published is a day, or empty.
func passage(text, published string) (*article.Article, error) {
	line, err := json.Marshal(map[string]string{"text": text, "published": published})
	if err != nil {
		return nil, err
	}
	var out *article.Article
	article.Read(bytes.NewReader(append(line, '\n')), "passage.jsonl", article.Options{}, func(a *article.Article, e error) bool {
		out, err = a, e
		return false
	})
	if err == nil && out == nil {
		err = fmt.Errorf("the text is empty")
	}
	return out, err
}

// cameoRoot gives the root of an event's CAMEO code, "" where it has none.
func cameoRoot(e *record.Event) string {
	if e.CAMEO == nil || len(*e.CAMEO) < 2 {
		return ""
	}
	return (*e.CAMEO)[:2]
}

// cameoQuad gives the quad of a CAMEO root; 0 of 01 and 02, which are no
// events. The bounds are those of CAMEO's authors (03–05, 06–08, 09–13,
// 14–20). PLOVER's types agree with them but for SANCTION, and for CONCEDE,
// which it counts as words also where CAMEO has an act (08).
func cameoQuad(root string) plover.Quad {
	switch {
	case root < "03" || root > "20":
		return 0
	case root <= "05":
		return plover.VerbalCooperation
	case root <= "08":
		return plover.MaterialCooperation
	case root <= "13":
		return plover.VerbalConflict
	}
	return plover.MaterialConflict
}

// told tells whether an event is told as one that happened or will: what is
// only imagined or denied is none.
func told(e *record.Event) bool {
	return e.Aux != string(plover.Hypothetical) && e.Aux != string(plover.Negation)
}

// alreadyAccused tells whether an act is known only from a speaker whose very
// report is coded as the accusation: CAMEO codes that alone.
func alreadyAccused(e *record.Event, all []record.Event) bool {
	if e.Speaker == nil || e.Quad < int(plover.VerbalConflict) {
		return false
	}
	return slices.ContainsFunc(all, func(o record.Event) bool {
		return o.Type == string(plover.Accuse) && o.Sentence == e.Sentence &&
			hasID(o.Actors, e.Speaker.ID) && slices.ContainsFunc(o.Recipients, func(p record.Participant) bool { return hasID(e.Actors, p.ID) })
	})
}

func hasID(ps []record.Participant, id string) bool {
	return slices.ContainsFunc(ps, func(p record.Participant) bool { return p.ID == id })
}

// describeEvents tells what was coded, with the rules, for a list of misses.
func describeEvents(events []record.Event) string {
	if len(events) == 0 {
		return none
	}
	var out []string
	for i := range events {
		e := &events[i]
		s := e.Type
		if e.CAMEO != nil {
			s += " " + *e.CAMEO
		}
		if e.Aux != "" {
			s += " " + e.Aux
		}
		s += " " + idsOf(e.Actors)
		if len(e.Recipients) > 0 {
			s += " → " + idsOf(e.Recipients)
		}
		out = append(out, s+" ("+e.Rule+")")
	}
	return strings.Join(out, "; ")
}

func idsOf(ps []record.Participant) string {
	var out []string
	for i := range ps {
		out = append(out, ps[i].ID)
	}
	return strings.Join(out, "+")
}
