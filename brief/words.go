package brief

import (
	"fmt"
	"strings"
	"time"

	"entente/record"
)

// actWords say in a reader's words what kind of act a PLOVER type is.
var actWords = map[string]string{
	"AGREE": "agreement", "CONSULT": "talks", "SUPPORT": "support", "CONCEDE": "concession",
	"COOPERATE": "cooperation", "AID": "aid", "RETREAT": "retreat", "REQUEST": "demand or appeal",
	"ACCUSE": "accusation", "REJECT": "rejection", "THREATEN": "threat", "PROTEST": "protest",
	"SANCTION": "sanction", "MOBILIZE": "mobilization", "COERCE": "coercion", "ASSAULT": "attack",
}

// modeWords replace the word of the type where the mode says more. Modes that
// are not here are words already and follow the type: "attack: aerial".
var modeWords = map[string]string{
	"CONSULT visit": "visit", "CONSULT phone": "call", "CONSULT third-party": "mediation or talks elsewhere",
	"CONSULT multilateral": "multilateral talks",
	"RETREAT withdraw":     "withdrawal", "RETREAT release": "release", "RETREAT disarm": "disarmament",
	"RETREAT ceasefire": "ceasefire", "RETREAT access": "access granted", "RETREAT resign": "resignation",
	"REQUEST assist": "request for help", "REQUEST change": "demand for change", "REQUEST yield": "demand or claim",
	"REQUEST meet":      "call for talks",
	"ACCUSE disapprove": "protest or criticism", "ACCUSE investigate": "investigation", "ACCUSE allege": "accusation",
	"REJECT assist": "refusal of help", "REJECT change": "refusal to change", "REJECT yield": "refusal to yield",
	"REJECT meet":       "refusal of talks",
	"THREATEN restrict": "threat of restrictions", "THREATEN arrest": "threat of arrest",
	"THREATEN relations": "threat to relations", "THREATEN expel": "threat of expulsion",
	"THREATEN territory": "threat to territory", "THREATEN violence": "threat of force",
	"SANCTION convict": "conviction", "SANCTION expel": "expulsion", "SANCTION withdraw": "withdrawal, ties cut back",
	"SANCTION discontinue": "sanctions or halt",
	"PROTEST demo":         "demonstration", "PROTEST riot": "riot", "PROTEST strike": "strike", "PROTEST hunger": "hunger strike",
	"PROTEST boycott": "boycott", "PROTEST obstruct": "blockade by protesters", "PROTEST vandalize": "vandalism",
	"MOBILIZE troops": "troops moved", "MOBILIZE weapons": "weapons moved or tested", "MOBILIZE police": "police moved",
	"MOBILIZE militia": "militia moved",
	"COERCE seize":     "seizure", "COERCE restrict": "restriction", "COERCE arrest": "arrest", "COERCE deport": "deportation",
	"COERCE censor": "censorship", "COERCE curfew": "curfew", "COERCE martial-law": "martial law",
	"COERCE misinformation": "misinformation", "COERCE cyber": "cyber attack",
	"ASSAULT abduct": "abduction",
}

// auxWords are the reservations in words.
var auxWords = map[string]string{
	"future": "announced", "hypothetical": "if", "negation": "not", "historical": "background",
}

// act gives the words for the type and mode of an event.
func act(e *record.Event) string {
	kind := actWords[e.Type]
	if kind == "" {
		kind = strings.ToLower(e.Type)
	}
	if e.Mode == nil {
		return kind
	}
	if words := modeWords[e.Type+" "+*e.Mode]; words != "" {
		return words
	}
	return kind + ": " + spaced(*e.Mode)
}

// spaced writes a code of the ontology as words.
func spaced(code string) string { return strings.ReplaceAll(code, "_", " ") }

// subjectWords replace contexts that are no words of everyday.
var subjectWords = map[string]string{
	"cbrn": "nuclear or chemical arms", "religion_ethnicity": "religion or ethnicity",
}

// subjects names the contexts of an event, but for the one that nearly all
// events of diplomatic news have.
func subjects(e *record.Event) []string {
	var told []string
	for _, c := range e.Contexts {
		switch words := subjectWords[c]; {
		case c == "diplomatic":
		case words != "":
			told = append(told, words)
		default:
			told = append(told, spaced(c))
		}
	}
	return told
}

// contexts names the subjects of an event in one string.
func contexts(e *record.Event) string { return strings.Join(subjects(e), ", ") }

// level gives a mechanism's level in words.
func level(code string) string {
	switch code {
	case "leader":
		return "leaders"
	case "minister":
		return "ministers"
	case "vice-minister":
		return "vice ministers"
	case "senior-official":
		return "senior officials"
	case "working":
		return "working level"
	}
	return code
}

// stance gives the tone of a statement in a word, "" where it has none.
func stance(v float64) string {
	switch {
	case v >= 0.25:
		return "warm"
	case v <= -0.25:
		return "critical"
	}
	return ""
}

// years gives a number of years in words.
func years(n float64) string {
	switch {
	case n == 1:
		return "1 year"
	case n < 1:
		return fmt.Sprintf("%.0f months", n*12)
	}
	return fmt.Sprintf("%g years", n)
}

// day layouts.
const (
	isoDay   = "2006-01-02"
	fullDay  = "2 Jan 2006"
	monthDay = "2 Jan"
)

// when gives an interval of days as short as it can be said.
func when(d *record.Date) string {
	from, err1 := time.Parse(isoDay, d.From)
	to, err2 := time.Parse(isoDay, d.To)
	switch {
	case err1 != nil || err2 != nil:
		return d.From + " – " + d.To
	case from.Equal(to):
		return to.Format(fullDay)
	case from.Day() == 1 && to.AddDate(0, 0, 1).Day() == 1:
		return wholeMonths(from, to)
	case from.Year() != to.Year():
		return from.Format(fullDay) + " – " + to.Format(fullDay)
	case from.Month() != to.Month():
		return from.Format(monthDay) + " – " + to.Format(fullDay)
	}
	return fmt.Sprintf("%d–%s", from.Day(), to.Format(fullDay))
}

// wholeMonths gives an interval of full months.
func wholeMonths(from, to time.Time) string {
	switch {
	case from.Month() == time.January && to.Month() == time.December && from.Year() == to.Year():
		return to.Format("2006")
	case from.Month() == time.January && to.Month() == time.December:
		return fmt.Sprintf("%d–%d", from.Year(), to.Year())
	case from.Year() == to.Year() && from.Month() == to.Month():
		return to.Format("Jan 2006")
	case from.Year() == to.Year():
		return from.Format("Jan") + " – " + to.Format("Jan 2006")
	}
	return from.Format("Jan 2006") + " – " + to.Format("Jan 2006")
}

// rule is a line across the page.
func rule(width int) string { return strings.Repeat("─", width) }
