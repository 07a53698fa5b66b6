package brief

import (
	"entente/calendar"
	"entente/plover"
	"entente/record"
	"entente/store"
	"entente/tie"
)

// What other writers for readers need, so that a page says it in the words of
// a terminal.

// What says what kind of act an event is: "visit", "demand for change".
func What(e *store.Event) string { return words(e) }

// Act says the same of an event of a record.
func Act(e *record.Event) string { return act(e) }

// Subjects names the contexts of an event in words, but for diplomacy itself.
func Subjects(e *record.Event) []string { return subjects(e) }

// Subject is a PLOVER context in words, for "" that it is not told.
func Subject(context string) string {
	switch words := subjectWords[context]; {
	case context == "":
		return "subject not told"
	case words != "":
		return words
	}
	return spaced(context)
}

// Evidence is the sentence that proves an event, "" where its data set has
// none but its own label.
func Evidence(e *store.Event) string { return evidence(e) }

// Reservation says under which auxiliary mode an event is told, "" for none.
func Reservation(aux string) string { return reservation[aux] }

// Reserved is the reservation in a word, "" for none.
func Reserved(aux string) string { return auxWords[aux] }

// WhyNot says why an event counts in no series.
func WhyNot(e *store.Event) string { return whyNot(e) }

// Joins gives the pairs of countries that an event joins.
func Joins(e *store.Event) [][2]string { return joins(e) }

// Origin is what a reader calls the origin of events.
func Origin(origin string) string { return originName(origin) }

// Quad names a quadrant, "" for none.
func Quad(quad int) string {
	if quad == 0 {
		return ""
	}
	return plover.Quad(quad).String()
}

// TriggerIn finds the words that mean an event in the sentence of a report.
func TriggerIn(r *store.Report) (start, end int, ok bool) { return triggerIn(r.Sentence, &r.Event) }

// Day writes a day: "2 Jan 2006".
func Day(d calendar.Day) string { return dayText(d) }

// Span writes the days from one to another as short as it can be said.
func Span(from, to calendar.Day) string { return spanText(from, to) }

// When writes when an event was in few words: about the day on which it counts
// where the text tells no time.
func When(e *store.Event) string { return eventDay(e) }

// Date writes a date with the words that it was read from.
func Date(d *record.Date) string { return dateInFull(d) }

// Signed writes a number with its sign and one decimal.
func Signed(v float64) string { return signed(v) }

// Push writes how far an event moved a tone.
func Push(v float64) string { return withSign(v, 2) }

// Score writes a score with its sign and no more decimals than it has.
func Score(v float64) string { return signedShort(v) }

// Toned writes a tone, or a change of it, with its interval.
func Toned(e tie.Estimate) string { return toned(e) }

// Hundred writes a tone on the scale from 0 to 100 with its interval.
func Hundred(e tie.Estimate) string { return hundred(e) }

// Factor writes the logarithm of a ratio as the ratio: "×1.8".
func Factor(log float64) string { return factor(log) }

// Factored writes it with its interval.
func Factored(e tie.Estimate) string { return factored(e) }

// Percent writes a part of one.
func Percent(v float64) string { return percent(v) }

// Shared writes a part of one with its interval.
func Shared(e tie.Estimate) string { return shared(e) }

// Pointed writes the change of a part in percentage points with its interval.
func Pointed(e tie.Estimate) string { return pointed(e) }

// Points writes a distance on PLOVER's scale.
func Points(v float64) string { return points(v) }

// Amount writes a number of events that need not be whole.
func Amount(v float64) string { return amount(v) }

// Thousands writes a count with commas.
func Thousands(n int) string { return thousands(n) }

// Counted writes a count with its noun.
func Counted(n int, noun string) string { return counted(n, noun) }

// Sides says how much there is of cooperation or conflict, and how strong.
func Sides(s *tie.Side, what string) string { return sideWords(s, what) }

// ToneCourse is the word for a change of the tone over 30 days: rising, falling,
// steady, unclear, new.
func ToneCourse(e tie.Estimate) string { return course(e, sameTone).text }

// ContactCourse is the word for a change of contact.
func ContactCourse(e tie.Estimate) string { return course(e, sameContact).text }

// ShareCourse is the word for a change of the share of conflict.
func ShareCourse(e tie.Estimate) string { return course(e, sameShare).text }

// Level gives a dialogue's level in words.
func Level(code string) string { return level(code) }

// Stance gives the tone of a statement in a word, "" where it has none.
func Stance(v float64) string { return stance(v) }
