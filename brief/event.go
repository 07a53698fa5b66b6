package brief

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"entente/plover"
	"entente/record"
	"entente/store"
	"entente/tie/track"
)

// fieldColumn is where the text of a field of an event begins.
const fieldColumn = 12

// Event writes one event in full: who did what to whom, when and where, which
// series it counts in, and every report of it with the sentence, or what its
// data set tells.
func Event(w io.Writer, look Look, names func(id string) string, e *store.Event, told []store.Report) error {
	d := newDesk(look, names)
	d.full = true
	d.line(0, 0, run{fmt.Sprintf("EVENT e%d", e.Number), heading}, run{" — " + words(e), bold})
	d.facts(e)
	d.blank()
	d.series(e)
	d.origin(e)
	if len(told) > 0 {
		marks := "between » and «"
		if d.colour {
			marks = "bold"
		}
		d.section("REPORTS", "the words that mean the event are "+marks)
		for i := range told {
			if i > 0 {
				d.blank()
			}
			d.report(&told[i])
		}
	}
	_, err := d.buf.WriteTo(w)
	return err
}

// facts writes who, what, when, where.
func (d *desk) facts(e *store.Event) {
	d.participants("Who", e.Actors)
	d.participants("To whom", e.Recipients)
	d.field("What", fieldColumn, d.kind(e)...)
	if e.CAMEO != nil {
		text := Plain(*e.CAMEO)
		if code, ok := plover.CAMEO(*e.CAMEO); ok {
			text += " " + code.Label
		}
		if e.Goldstein != nil {
			text += "; Goldstein " + signedShort(*e.Goldstein)
		}
		d.field("CAMEO", fieldColumn, run{text, plain})
	}
	if words := reservation[e.Aux]; words != "" {
		d.field("But", fieldColumn, run{words, warning})
	}
	d.field("When", fieldColumn, run{dateInFull(e.Date), plain})
	if e.Place != nil {
		text := e.Place.Name
		if c := e.Place.Country; c != nil && d.whole(*c) != text {
			text += ", " + d.whole(*c)
		}
		d.field("Where", fieldColumn, run{text, plain})
	}
}

// reservation says under which auxiliary mode an event is told.
var reservation = map[string]string{
	"historical":   "told as background, from another time",
	"future":       "announced, not yet happened when it was told",
	"hypothetical": "told under a condition: it did not happen by this text",
	"negation":     "told as not happening",
}

// participants writes who takes part in a role, with country and sectors.
func (d *desk) participants(role string, list []record.Participant) {
	if len(list) == 0 {
		return
	}
	var runs []run
	for i := range list {
		p := &list[i]
		if i > 0 {
			runs = append(runs, run{"; ", plain})
		}
		name := d.person(p)
		if p.Person == nil && p.Country != nil && !strings.Contains(p.Name, d.whole(*p.Country)) {
			name += ", " + d.whole(*p.Country)
		}
		note := p.ID
		if len(p.Sectors) > 0 {
			note += " " + strings.Join(p.Sectors, " ")
		}
		runs = append(runs, run{name, bold}, run{" [" + note + "]", faint})
	}
	d.field(role, fieldColumn, runs...)
}

// kind tells type, mode and contexts, quad and score.
func (d *desk) kind(e *store.Event) []run {
	if e.Type == "" {
		return []run{{"a statement or an appeal, no event of PLOVER's; it has no score", plain}}
	}
	code := e.Type
	if e.Mode != nil {
		code += "/" + *e.Mode
	}
	text := ""
	if len(e.Contexts) > 0 {
		text += ", context " + strings.Join(spacedAll(e.Contexts), ", ")
	}
	if e.Quad > 0 {
		text += "; " + plover.Quad(e.Quad).String()
	}
	if e.Scored {
		text += ", score " + signedShort(e.Score) + " of −10…+10"
	}
	return []run{{code, bold}, {text, plain}}
}

// signedShort writes a score with its sign and no more decimals than it has.
func signedShort(v float64) string { return strings.TrimSuffix(signed(v), ".0") }

func spacedAll(codes []string) []string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = spaced(c)
	}
	return out
}

// dateInFull writes a date with the words that it was read from.
func dateInFull(date *record.Date) string {
	switch {
	case date == nil:
		return "not told"
	case date.Text == "":
		return when(date) + "; the text tells no time, this is what its publication allows"
	case date.Text == date.From:
		return when(date)
	}
	return when(date) + ", told as “" + Plain(date.Text) + "”"
}

// series says where an event counts, or why nowhere.
func (d *desk) series(e *store.Event) {
	var pairs []string
	for _, p := range joins(e) {
		pairs = append(pairs, d.whole(p[0])+" – "+d.whole(p[1]))
	}
	switch {
	case !e.Counts:
		d.field("Counts", fieldColumn, run{"in no series: ", bold}, run{whyNot(e), plain})
	case len(pairs) == 0:
		d.field("Counts", fieldColumn, run{"in no series: ", bold}, run{"it joins no two countries", plain})
	default:
		how := "tone, contact and conflict"
		if !e.Scored {
			how = "contact only"
		}
		var tracks []string
		for _, t := range track.Of(e.Type, e.Contexts).Tracks() {
			tracks = append(tracks, t.String())
		}
		d.field("Counts", fieldColumn, run{"on " + dayText(e.Day), bold}, run{" in " + strings.Join(pairs, ", ") + ": " + how, plain},
			run{"; tracks: " + strings.Join(tracks, ", "), plain})
	}
}

// whyNot says why an event is in no series.
func whyNot(e *store.Event) string {
	switch {
	case e.Aux != "":
		return "only what is told as a fact counts"
	case e.Date == nil:
		return "its day is not known"
	}
	return "its time is too vague, more than a month"
}

// joins gives the pairs of countries that an event joins: actors with
// recipients, or where there are none, actors with each other.
func joins(e *store.Event) [][2]string {
	others := e.Recipients
	if len(others) == 0 {
		others = e.Actors
	}
	var pairs [][2]string
	for i := range e.Actors {
		for j := range others {
			a, b := store.Pair(store.Side(&e.Actors[i]), store.Side(&others[j]))
			if pair := [2]string{a, b}; a != "" && b != "" && a != b && !slices.Contains(pairs, pair) {
				pairs = append(pairs, pair)
			}
		}
	}
	return pairs
}

// origin says where an event comes from.
func (d *desk) origin(e *store.Event) {
	if e.Origin == store.OwnOrigin {
		text := counted(e.Articles, "article")
		if e.Outlets > 0 {
			text += " of " + counted(e.Outlets, "outlet")
		}
		if e.Told > 0 {
			text += ", first on " + dayText(e.Told)
		}
		d.field("Told by", fieldColumn, run{text, plain})
		return
	}
	text := originName(e.Origin)
	if e.OriginID != "" {
		text += ", its id there " + e.OriginID
	}
	if e.Articles > 0 {
		text += "; " + counted(e.Articles, "article")
	}
	d.field("Data set", fieldColumn, run{text, plain})
	if text := evidence(e); text != "" {
		d.field("Evidence", fieldColumn, quoted(text, plain))
	}
	if e.URL != "" {
		d.field("URL", fieldColumn, run{e.URL, plain})
	}
}

// report writes an event as one article tells it.
func (d *desk) report(r *store.Report) {
	title := r.Title
	if title == "" {
		title = "Untitled article"
	}
	d.line(indent, deeper, run{or(r.Outlet, "Unknown outlet"), bold}, run{": " + title, plain})
	if r.URL != "" {
		d.line(deeper, deep, run{r.URL, faint})
	}
	d.line(deeper, deeper, d.marked(r)...)
	how := "rule " + or(r.Rule, "not told")
	if r.Confidence > 0 {
		how += ", " + percent(r.Confidence) + " sure"
	}
	if r.Speaker != nil {
		how += ", by the words of " + d.person(r.Speaker)
	}
	d.line(deeper, deep, run{how, plain})
	d.line(deeper, deep, run{"why: ", plain}, run{"entente explain FILE " + r.ID, bold}, run{", FILE holding article " + r.Article, plain})
}

// marked is the sentence of a report, its trigger bold, or between marks where
// there are no colours.
func (d *desk) marked(r *store.Report) []run {
	start, end, found := triggerIn(r.Sentence, &r.Event)
	if !found {
		return []run{{"“" + r.Sentence + "”", plain}}
	}
	before, trigger, after := r.Sentence[:start], r.Sentence[start:end], r.Sentence[end:]
	if !d.colour {
		trigger = "»" + trigger + "«"
	}
	return []run{{"“" + before, plain}, {trigger, bold}, {after + "”", plain}}
}
