package agenda

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"entente/calendar"
	"entente/record"
)

// corpus is what a few articles tell.
type corpus struct {
	mechanisms []Told[record.Mechanism]
	conditions []Told[record.Condition]
	watch      []Told[record.WatchItem]
	events     []Event
}

var firstDay = calendar.DayOn(2010, time.January, 1)

// days draws a date that is told, or none.
func someDate(t *rapid.T, published calendar.Day) *record.Date {
	days := calendar.Day(rapid.SampledFrom([]int{-1, 0, 0, 2, 30, 364}).Draw(t, "days"))
	if days < 0 {
		return nil
	}
	from := published + calendar.Day(rapid.IntRange(-400, 200).Draw(t, "ahead"))
	return &record.Date{From: from.String(), To: (from + days).String(), Text: "then"}
}

func someCorpus(t *rapid.T) corpus {
	var c corpus
	number := int64(0)
	for a := range rapid.IntRange(1, 6).Draw(t, "articles") {
		published := firstDay + calendar.Day(rapid.IntRange(0, 2000).Draw(t, "published"))
		dated := rapid.IntRange(0, 9).Draw(t, "known") > 0
		for range rapid.IntRange(0, 3).Draw(t, "mechanisms") {
			number++
			m := record.Mechanism{Kind: "talk", Name: rapid.SampledFrom([]string{"talks", "security dialogue", "defence ministers' talks"}).Draw(t, "name"),
				Status:  rapid.SampledFrom([]string{"held", "held", "resumed", "suspended", "planned", "planned", "cancelled", "proposed"}).Draw(t, "status"),
				Parties: []string{"JPN", "KOR"}, Date: someDate(t, published)}
			if level := rapid.SampledFrom([]string{"", "minister", "leader"}).Draw(t, "level"); level != "" {
				m.Level = &level
			}
			if place := rapid.SampledFrom([]string{"", "", "Seoul", "Tokyo"}).Draw(t, "place"); place != "" {
				m.Place = &place
			}
			if rapid.IntRange(0, 5).Draw(t, "annual") == 0 {
				annual := "annual"
				m.Cadence = &annual
			}
			c.mechanisms = append(c.mechanisms, Told[record.Mechanism]{number, fmt.Sprint("a", a), "o", published, dated, fmt.Sprint("sentence ", number), m})
		}
		for range rapid.IntRange(0, 2).Draw(t, "conditions") {
			number++
			action := rapid.SampledFrom([]string{"apologises for the war", "offers an apology for wartime crimes", "lifts its sanctions", "lifts the oil sanctions"}).Draw(t, "action")
			c.conditions = append(c.conditions, Told[record.Condition]{number, fmt.Sprint("a", a), "o", published, dated, fmt.Sprint("sentence ", number),
				record.Condition{On: []string{"JPN"}, Connective: "unless", Action: action}})
		}
		for range rapid.IntRange(0, 2).Draw(t, "items") {
			number++
			japan, korea := "JPN", "KOR"
			what := rapid.SampledFrom([]string{"talks on Monday", "a visit to Seoul", "sign the treaty on trade"}).Draw(t, "what")
			c.watch = append(c.watch, Told[record.WatchItem]{number, fmt.Sprint("a", a), "o", published, dated, fmt.Sprint("sentence ", number),
				record.WatchItem{What: what, Actors: []record.Participant{{ID: "JPN", Country: &japan}, {ID: "KOR", Country: &korea}}, Date: someDate(t, published)}})
		}
		for range rapid.IntRange(0, 3).Draw(t, "events") {
			number++
			from := published - calendar.Day(rapid.IntRange(0, 9).Draw(t, "ago"))
			e := Event{Number: number, Actors: []string{"JPN"}, Recipients: []string{"KOR"}, From: from, To: from + calendar.Day(rapid.SampledFrom([]int{0, 0, 7}).Draw(t, "length")), Published: published}
			e.Type = rapid.SampledFrom([]string{"CONSULT", "CONCEDE", "RETREAT", "AGREE"}).Draw(t, "type")
			e.Text = rapid.SampledFrom([]string{"Tokyo apologised for the war", "Tokyo lifted the oil sanctions", "The two signed the trade treaty", "They met"}).Draw(t, "text")
			c.events = append(c.events, e)
		}
	}
	return c
}

// agenda tells everything of a corpus on a day, without the witnesses.
func (c corpus) agenda(at calendar.Day, witnesses bool) string {
	var b strings.Builder
	dialogues, asked, watch := Dialogues(c.mechanisms, c.events, at), Conditions(c.conditions, c.events, at), Watch(c.watch, c.events, at)
	write := func(w Witnesses, line ...any) {
		if witnesses {
			line = append(line, w)
		}
		fmt.Fprintln(&b, line...)
	}
	for _, d := range dialogues {
		write(d.Witnesses, d.Name, d.Called, d.State, d.Cadence, d.LastHeld != nil)
		for _, e := range d.Entries {
			write(e.Witnesses, " ", e.Status, e.Outcome, e.From, e.To, e.Dated, e.Name, e.Place, e.GapYears, e.Events, len(e.Plans) > 0, e.Text)
		}
		for _, n := range []*Next{d.Next, d.Overdue} {
			if n != nil {
				fmt.Fprintln(&b, n.From, n.To, n.Dated, n.Expected)
			}
		}
	}
	for _, a := range asked {
		write(a.Witnesses, a.On, a.Action, a.Met != nil, a.Text)
		if a.Met != nil {
			fmt.Fprintln(&b, *a.Met)
		}
	}
	for _, it := range watch {
		write(it.Witnesses, it.What, it.From, it.To, it.Dated, it.Fate, it.By != nil, it.Text)
		if it.By != nil {
			fmt.Fprintln(&b, *it.By)
		}
	}
	for _, l := range Calendar(dialogues, watch, asked, []string{"JPN"}, firstDay-1000, firstDay+4000) {
		fmt.Fprintln(&b, l.From, l.To, l.Kind, l.Title, l.Text, l.Events)
	}
	return b.String()
}

func someDay(t *rapid.T) calendar.Day {
	return firstDay + calendar.Day(rapid.IntRange(0, 3000).Draw(t, "at"))
}

// copies adds ten copies of all that an article tells, by other outlets on the
// same day.
func copies[T any](list []Told[T], article string) []Told[T] {
	out := slices.Clone(list)
	for n := range 10 {
		for _, told := range list {
			if told.Article == article {
				told.Number, told.Article, told.Outlet = told.Number+int64(1000*(n+1)), fmt.Sprint("0copy", n), fmt.Sprint("other ", n)
				out = append(out, told)
			}
		}
	}
	return out
}

func TestTenCopiesOfAnArticleChangeNothingButTheWitnesses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, at := someCorpus(t), someDay(t)
		copied := corpus{copies(c.mechanisms, "a0"), copies(c.conditions, "a0"), copies(c.watch, "a0"), c.events}
		if a, b := c.agenda(at, false), copied.agenda(at, false); a != b {
			t.Fatalf("without copies:\n%s\nwith them:\n%s", a, b)
		}
	})
}

func TestTheOrderOfFindingsChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, at := someCorpus(t), someDay(t)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		other := corpus{shuffled(r, c.mechanisms), shuffled(r, c.conditions), shuffled(r, c.watch), shuffled(r, c.events)}
		if a, b := c.agenda(at, true), other.agenda(at, true); a != b {
			t.Fatalf("%s\nin another order:\n%s", a, b)
		}
	})
}

func shuffled[T any](r *rand.Rand, list []T) []T {
	out := slices.Clone(list)
	r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

func TestNothingToldAfterTheDayAskedForIsUsed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, at := someCorpus(t), someDay(t)
		before := corpus{known(c.mechanisms, at), known(c.conditions, at), known(c.watch, at),
			slices.DeleteFunc(slices.Clone(c.events), func(e Event) bool { return e.Published > at })}
		if a, b := c.agenda(at, true), before.agenda(at, true); a != b {
			t.Fatalf("with the future:\n%s\nwithout:\n%s", a, b)
		}
	})
}

func known[T any](list []Told[T], at calendar.Day) []Told[T] {
	return slices.DeleteFunc(slices.Clone(list), func(told Told[T]) bool { return told.Dated && told.Published > at })
}

func TestEveryFindingKnownIsInOneEntry(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, at := someCorpus(t), someDay(t)
		seen := map[int64]int{}
		for _, d := range Dialogues(c.mechanisms, c.events, at) {
			for _, e := range d.Entries {
				for _, n := range sortedNumbers(e.Numbers, e.Plans) {
					seen[n]++
				}
			}
		}
		for _, m := range known(c.mechanisms, at) {
			if seen[m.Number] != 1 {
				t.Fatalf("%s %v is in %d entries", m.Value.Status, m.Value.Date, seen[m.Number])
			}
		}
	})
}
