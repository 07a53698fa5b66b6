package brief

import (
	"slices"
	"strings"

	"entente/plover"
	"entente/record"
	"entente/store"
)

// eventColumn is where the text of an event begins beside its day.
const eventColumn = deeper + dayCells + 1

// event writes a row for an event: day, who to whom, what; below it the words
// of the article, if there are any that tell more. sign stands between actors
// and recipients, notes at the right edge.
func (d *desk) event(e *store.Event, sign string, notes ...run) {
	who := run{d.sidesOf(e, sign) + ": ", plain}
	if aux := auxWords[e.Aux]; aux != "" {
		who.text += "[" + aux + "] "
	}
	what, told := words(e), contexts(&e.Event)
	if told != "" && !byCAMEO(e) {
		what += " (" + told + ")"
	}
	note := ""
	for _, n := range notes {
		note = joined(note, n.text)
	}
	room := d.fitting(1, eventColumn, note, who)
	if room < leastPhrase {
		room = d.fitting(2, eventColumn, note, who)
	}
	what = shorten(what, room)
	d.rowAt(deeper, run{eventDay(e), plain}, eventColumn, []run{who, {what, plain}}, notes...)
	if text := evidence(e); text != "" && text != d.quoted {
		d.quoted = text
		column := eventColumn
		if d.width < narrow {
			column = deep
		}
		d.line(column, column, quoted(shorten(text, d.fitting(2, eventColumn, "")-2), faint))
	}
}

// leastPhrase is the room below which what happened gets a second line.
const leastPhrase = 25

// byCAMEO: the data set has CAMEO's codes and nothing that its label leaves out.
func byCAMEO(e *store.Event) bool {
	return e.Origin != store.OwnOrigin && e.Origin != "polecat"
}

// sidesOf gives who did it to whom, in short names.
func (d *desk) sidesOf(e *store.Event, sign string) string {
	actors, recipients := d.side(e.Actors), d.side(e.Recipients)
	switch {
	case actors == "" && recipients == "":
		return "nobody named"
	case actors == "":
		return "somebody" + sign + recipients
	case recipients == "":
		return actors
	}
	return actors + sign + recipients
}

// words say what kind of act an event is: CAMEO's label where the code came
// with the data or says more than the type does, else type and mode.
func words(e *store.Event) string {
	kind := act(&e.Event)
	if e.CAMEO == nil {
		return or(kind, "contact")
	}
	code, known := plover.CAMEO(*e.CAMEO)
	root := len(*e.CAMEO) < 3 || strings.HasSuffix(*e.CAMEO, "0")
	if !known || code.Label == "" || e.Origin == store.OwnOrigin && (root || e.Type == string(plover.Agree)) {
		return or(kind, "contact")
	}
	return labelled(code)
}

// labelled writes CAMEO's label within a line, without what it adds in brackets.
func labelled(code plover.Code) string {
	label, _, _ := strings.Cut(code.Label, " (")
	return strings.ToLower(label[:1]) + label[1:]
}

// or is the second string where the first is empty.
func or(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

// evidence is the sentence that proves an event, "" where the data set has
// none but its own label.
func evidence(e *store.Event) string {
	text := Plain(e.Text)
	if e.CAMEO != nil {
		if code, ok := plover.CAMEO(*e.CAMEO); ok && strings.EqualFold(strings.TrimSpace(strings.SplitN(text, " (", 2)[0]), labelled(code)) {
			return ""
		}
	}
	if e.Origin != store.OwnOrigin && !strings.Contains(text, " ") {
		return ""
	}
	return text
}

// sameSides: the same participants in two lists.
func sameSides(a, b []record.Participant) bool {
	return slices.EqualFunc(a, b, func(x, y record.Participant) bool { return x.ID == y.ID && x.Name == y.Name })
}
