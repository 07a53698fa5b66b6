package brief

import (
	"cmp"
	"slices"
	"strings"

	"entente/agenda"
)

// How many of a kind a dossier lists.
const (
	mostDialogues  = 10
	mostConditions = 8
	mostWatched    = 10
)

// dialogues writes how each series of meetings stands: those in use first.
func (f *folder) dialogues() {
	list := slices.Clone(f.of.Dialogues)
	if len(list) == 0 {
		return
	}
	slices.SortStableFunc(list, func(a, b agenda.Dialogue) int { return cmp.Compare(urgency(&a), urgency(&b)) })
	f.section("DIALOGUES", "")
	shown := list[:min(mostDialogues, len(list))]
	labels := make([]string, len(shown))
	for i := range shown {
		labels[i] = string(shown[i].State)
	}
	rest := column(labels)
	for i := range shown {
		f.dialogue(&shown[i], rest)
	}
	f.more(len(list)-len(shown), "more")
}

// urgency orders dialogues: what is late, what comes, what lives, what rests.
func urgency(d *agenda.Dialogue) int {
	switch {
	case d.Overdue != nil:
		return 0
	case d.Next != nil:
		return 1
	case d.State == agenda.Asleep || d.State == agenda.Undated:
		return 3
	}
	return 2
}

// dialogue writes one series of meetings.
func (f *folder) dialogue(d *agenda.Dialogue, rest int) {
	var runs []run
	if who := f.among(d.Parties, f.of.Parties); who != "" {
		runs = append(runs, run{who + ": ", plain})
	}
	runs = append(runs, run{shorten(d.Name, f.width), bold})
	if d.Called != d.Name && isProper(d.Called) {
		runs = append(runs, run{" (" + shorten(d.Called, 2*longest) + ")", plain})
	}
	if d.State == agenda.Suspended {
		if e := brokenOff(d); e != nil {
			runs = append(runs, run{"; broken off " + f.stationDate(e), plain})
		}
	}
	var proof []int64
	switch {
	case d.LastHeld != nil:
		held := "; last held " + f.stationDate(d.LastHeld)
		if d.LastHeld.Place != "" {
			held += " in " + d.LastHeld.Place
		}
		runs = append(runs, run{held, plain})
		proof = d.LastHeld.Events
	case d.State != agenda.Proposed:
		runs = append(runs, run{"; no meeting known", plain})
	}
	if n := d.Next; n != nil {
		runs = append(runs, run{"; next " + nextDate(n) + expected(n), plain})
	}
	if d.Cadence.Word != "" || d.Cadence.Days > 0 {
		runs = append(runs, run{"; " + d.Cadence.String(), faint})
	}
	if n := d.Overdue; n != nil {
		runs = append(runs, run{"; ", plain}, run{"OVERDUE", warning}, run{": due " + nextDate(n) + expected(n) + ", and nobody tells of it", plain})
	}
	f.row(run{string(d.State), bold}, rest, runs, run{joined(references("m", d.Numbers), references("e", proof)), faint})
}

func expected(n *agenda.Next) string {
	if n.Expected {
		return " by its rhythm"
	}
	return ", as announced"
}

func nextDate(n *agenda.Next) string {
	if !n.Dated {
		return "without a date"
	}
	return spanText(n.From, n.To)
}

// isProper: a dialogue has a name of its own, in capitals, not one that the
// coder made of those who met.
func isProper(name string) bool {
	fields := strings.Fields(name)
	return len(fields) > 1 && !strings.Contains(name, " of ") && strings.ToUpper(name[:1]) == name[:1] && strings.ToLower(name[:1]) != name[:1]
}

func brokenOff(d *agenda.Dialogue) *agenda.Entry {
	for i := len(d.Entries) - 1; i >= 0; i-- {
		if e := &d.Entries[i]; e.Status == "suspended" || e.Status == "cancelled" {
			return e
		}
	}
	return nil
}

// stationDate writes when an entry of a dialogue was.
func (d *desk) stationDate(e *agenda.Entry) string {
	switch {
	case e.Dated:
		return spanText(e.From, e.To)
	case e.Known:
		return "before " + dayText(e.First)
	}
	return "on a day not told"
}

// conditions writes what one side asks of the other: what is open first, then
// what was met, with the proof.
func (f *folder) conditions() {
	list := slices.Clone(f.of.Conditions)
	if len(list) == 0 {
		return
	}
	slices.SortStableFunc(list, func(a, b agenda.Condition) int {
		return cmp.Or(boolean(a.Met != nil)-boolean(b.Met != nil), cmp.Compare(b.Last, a.Last))
	})
	f.section("CONDITIONS", "what must come first → what depends on it")
	rest := column([]string{"open"})
	for i := range list[:min(mostConditions, len(list))] {
		f.condition(&list[i], rest)
	}
	f.more(len(list)-mostConditions, "more")
}

func (f *folder) condition(c *agenda.Condition, rest int) {
	state := run{"open", bold}
	if c.Met != nil {
		state = run{"met", plain}
	}
	note := references("c", c.Numbers)
	runs := []run{{shorten(c.Connective, longest) + " ", warning}}
	if len(c.On) > 0 {
		runs = append(runs, run{f.namesOf(c.On, ", ") + ": ", bold})
	}
	runs = append(runs, run{shorten(c.Action, f.fitting(1, rest+leastWords, "")), plain})
	if c.Outcome != "" {
		runs = append(runs, run{" → ", faint}, run{shorten(c.Outcome, f.fitting(1, rest+leastWords, "")), plain})
	}
	f.row(state, rest, runs, run{note, faint})
	if c.Met == nil {
		return
	}
	proof := references("e", []int64{c.Met.Event})
	head := run{"done " + spanText(c.Met.From, c.Met.To) + ": ", plain}
	f.row(run{}, rest, []run{head, quoted(shorten(c.Met.Text, f.fitting(1, rest, proof, head)-2), faint)}, run{proof, faint})
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// fates order what is watched for: what comes, what came, what did not.
var fates = []agenda.Fate{agenda.Coming, agenda.Open, agenda.Happened, agenda.PassedWithout, agenda.NoReport, agenda.Lapsed, agenda.Timeless}

// fateWords tell what became of something watched for.
var fateWords = map[agenda.Fate]run{
	agenda.Coming: {"coming", bold}, agenda.Open: {"open", bold}, agenda.Happened: {"happened", plain},
	agenda.PassedWithout: {"passed", warning}, agenda.NoReport: {"over", plain}, agenda.Lapsed: {"lapsed", plain}, agenda.Timeless: {"undated", plain},
}

// fateNotes add what the word leaves open.
var fateNotes = map[agenda.Fate]string{
	agenda.PassedWithout: "; its day passed and nobody tells of it",
	agenda.NoReport:      "; what was read cannot tell whether it happened",
	agenda.Lapsed:        "; nobody spoke of it for long",
}

// watch writes what is coming up and what became of it.
func (f *folder) watch() {
	list := slices.Clone(f.of.Watch)
	if len(list) == 0 {
		return
	}
	slices.SortStableFunc(list, func(a, b agenda.Item) int {
		if c := slices.Index(fates, a.Fate) - slices.Index(fates, b.Fate); c != 0 {
			return c
		}
		if a.Fate == agenda.Coming {
			return cmp.Compare(a.From, b.From) // the next first
		}
		return cmp.Compare(b.To, a.To) // the latest first
	})
	f.section("WHAT TO WATCH", "")
	shown := list[:min(mostWatched, len(list))]
	labels := make([]string, len(shown))
	for i := range shown {
		labels[i] = fateWords[shown[i].Fate].text
	}
	rest := column(labels)
	for i := range shown {
		f.item(&shown[i], rest)
	}
	f.more(len(list)-len(shown), "more")
}

func (f *folder) item(it *agenda.Item, rest int) {
	fate, ok := fateWords[it.Fate]
	if !ok {
		fate = run{string(it.Fate), plain}
	}
	var head []run
	switch {
	case it.By != nil:
		head = append(head, run{spanText(it.By.From, it.By.To) + " · ", bold})
	case it.Dated:
		head = append(head, run{spanText(it.From, it.To) + " · ", bold})
	}
	if len(it.Parties) > 0 {
		joint := ": "
		if strings.HasPrefix(it.What, "to ") {
			joint = " "
		}
		head = append(head, run{f.namesOf(it.Parties, ", ") + joint, plain})
	}
	tail := run{fateNotes[it.Fate], faint}
	if len(it.GaugeOf) > 0 {
		tail.text = "; a sign for " + f.namesOf(it.GaugeOf, "–") + tail.text
	}
	proof := ""
	if it.By != nil {
		proof = references("e", []int64{it.By.Event})
	}
	note := joined(references("w", it.Numbers), proof)
	what := strings.TrimRight(shorten(it.What, f.fitting(2, rest, note, append(head, tail)...)), ",;: ")
	f.row(fate, rest, append(head, run{what, plain}, tail), run{note, faint})
}
