package calendar

import (
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// phrases are drawn together into texts; every rule of the grammar has some.
var phrases = []string{
	"Thursday", "on Monday", "last Friday", "next Tuesday", "Saturday night", "April 16", "16 April 2015", "May 3-5",
	"in May", "since 1998", "the 1990s", "the first half of", "two days later", "three weeks ago", "last month",
	"earlier this week", "for five years", "the first in three years", "annual talks", "twice a year", "will meet",
	"were held", "the end of", "mid-", "early", "late", "Christmas", "Ramadan", "the following", "same day", ",", ".",
	"from", "to", "and", "between", "1876-1910", "490 BC", "Q2", "2015-04-16", "5 p.m.", "the", "of", "a", "36 years",
	"nineteen", "ninety-seven", "hundred", "two thousand", "million", "quarter", "half", "\n\n", "World War II", "’s",
	"\xff", "\u2014", "year-ago", "the year", "in the coming weeks", "every other", "each", "within 30 days", "spring",
}

func drawText(t *rapid.T) string {
	words := rapid.SliceOfN(rapid.SampledFrom(phrases), 0, 14).Draw(t, "words")
	return strings.Join(words, rapid.SampledFrom([]string{" ", "", "  "}).Draw(t, "gap"))
}

func drawAnchor(t *rapid.T) Anchor {
	a := Anchor{
		Tense:     Tense(rapid.IntRange(0, 3).Draw(t, "tense")),
		Narrative: rapid.Bool().Draw(t, "narrative"),
	}
	if rapid.Bool().Draw(t, "published") {
		day := rapid.Int64Range(-40_000, 40_000).Draw(t, "day")
		zone := time.FixedZone("", rapid.IntRange(-12, 14).Draw(t, "zone")*3600)
		a.Published = time.Unix(day*86400+rapid.Int64Range(0, 86399).Draw(t, "second"), 0).In(zone)
	}
	if rapid.Bool().Draw(t, "reference") {
		from := Day(rapid.Int32Range(-800_000, 800_000).Draw(t, "from"))
		a.Reference = &Interval{from, from + Day(rapid.Int32Range(0, 4000).Draw(t, "length"))}
	}
	return a
}

func TestFindingsStandInOrderAndResolveToIntervals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkFindings(t, drawText(t), drawAnchor(t))
	})
}

type failer interface {
	Fatalf(format string, args ...any)
}

// checkFindings asks what must hold of every text.
func checkFindings(t failer, text string, a Anchor) {
	end := 0
	for _, e := range Find(text) {
		if e.Start < end || e.End <= e.Start || e.End > len(text) {
			t.Fatalf("%q: finding at [%d,%d) after one that ends at %d", text, e.Start, e.End, end)
		}
		end = e.End
		if iv, ok := e.Resolve(a); ok && iv.From > iv.To {
			t.Fatalf("%q: %q resolves to %v", text, text[e.Start:e.End], iv)
		}
		if class, value := e.Timex(a); (class == "") != (value == "") {
			t.Fatalf("%q: %q has class %q and value %q", text, text[e.Start:e.End], class, value)
		}
		if y, ok := e.Years(); ok && y < 0 {
			t.Fatalf("%q: %q lasts %v years", text, text[e.Start:e.End], y)
		}
		e.YearsAt(a)
		e.Precision()
		if e.Cadence() != "" && e.Kind != Set {
			t.Fatalf("%q: %q recurs but is no set", text, text[e.Start:e.End])
		}
		a.Follow(e)
	}
}

func TestWeekdaysMoveWithThePublication(t *testing.T) {
	texts := []string{
		"Thursday", "on Monday", "last Friday", "next Tuesday", "this Sunday", "will meet on Saturday",
		"since Wednesday", "today", "yesterday", "tomorrow", "last week", "earlier this week", "two weeks ago",
		"over the weekend", "Monday of last week", "in the past three days", "within 10 days",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom(texts).Draw(t, "text")
		published := time.Unix(rapid.Int64Range(-2e9, 4e9).Draw(t, "published"), 0).UTC()
		e := Find(text)[0]
		now, ok := e.Resolve(Anchor{Published: published})
		then, okThen := e.Resolve(Anchor{Published: published.AddDate(0, 0, 7)})
		if !ok || !okThen || then.From-now.From != 7 || then.To-now.To != 7 {
			t.Fatalf("%q at %v is %v, a week later %v", text, published, now, then)
		}
	})
}

func TestWeekdayIsTheLatestNotAfterTheDateLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		published := time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "published"), 0).UTC()
		today := DayOf(published)
		e := Find("on Thursday")[0]
		past, _ := e.Resolve(Anchor{Published: published, Tense: Past})
		future, _ := e.Resolve(Anchor{Published: published, Tense: Future})
		if past.From.Weekday() != time.Thursday || past.From > today || today-past.From > 6 {
			t.Fatalf("at %v Thursday was %v", published, past)
		}
		if future.From.Weekday() != time.Thursday || future.From < today || future.From-today > 6 {
			t.Fatalf("at %v Thursday will be %v", published, future)
		}
	})
}

func TestNothingRelativeResolvesWithoutPublication(t *testing.T) {
	for _, text := range []string{
		"Thursday", "last month", "April 16", "two days ago", "today", "the weekend", "in recent months", "Christmas",
		"in the third quarter", "last summer", "the next day", "within 30 days", "earlier this year", "5 p.m.",
	} {
		for _, e := range Find(text) {
			if iv, ok := e.Resolve(Anchor{}); ok {
				t.Errorf("%q resolves to %v", text, iv)
			}
		}
	}
}

func TestOrdinaryWordsAreNoDates(t *testing.T) {
	for _, text := range []string{
		"He may go.", "May I come in?", "They march on.", "The march for peace.", "a second meeting", "the second man",
		"The sun rose.", "The sat image.", "an august assembly", "the fall of the wall", "Prices fall.", "a spring in the well",
		"killed 1,998 people", "killed 1998 people", "2000 troops", "UN Resolution 1973", "page 2001", "the No. 2 diplomat",
		"Flight 1998", "$1,990", "$1990", "1990 dollars", "12.5 percent", "a 3-2 vote", "version 2.0", "the G-20",
		"three quarters of them", "the first man", "MH17", "the F-16", "KH-1995", "a quarter of the budget",
	} {
		for _, e := range Find(text) {
			t.Errorf("%q: found %q", text, text[e.Start:e.End])
		}
	}
}

func TestHardTextTakesLinearTime(t *testing.T) {
	for _, unit := range []string{"1 ", "Thursday ", "\"", "'", "the ", "\n", ". ", "May ", "1998-", "a ", "\xe2\x80", "of the year "} {
		text := strings.Repeat(unit, 200_000/len(unit))
		start := time.Now()
		Find(text)
		// A quadratic scan of such a text takes minutes.
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("200 kB of %q took %v", unit, took)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, p := range phrases {
		f.Add(p, int64(1429229940))
	}
	f.Add("They met on March 3, 2014. Two days later they signed.", int64(0))
	f.Fuzz(func(t *testing.T, text string, published int64) {
		a := Anchor{Published: time.Unix(published%1e10, 0).UTC()}
		checkFindings(t, text, a)
		checkFindings(t, text, Anchor{})
		if utf8.ValidString(text) {
			for _, e := range Find(text) {
				if !utf8.ValidString(text[e.Start:e.End]) {
					t.Fatalf("%q: finding cuts a letter: %q", text, text[e.Start:e.End])
				}
			}
		}
	})
}

// newsText is prose with about one expression in 20 words, as in agency news.
const newsText = `The foreign ministers of the two countries agreed on Thursday to resume a dialogue that had been suspended
for five years, officials said. The talks, the first in three years, will be held in the capital early next month, a
spokesman told reporters. Earlier this week the president had expressed optimism about relations, which have been badly
strained since 2012, and in recent months officials on both sides have increased contacts. The delegation is to arrive
on May 3 and to leave two days later, according to the ministry, which declined to comment on the agenda.

`

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat(newsText, 100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(text)
	}
}

func BenchmarkResolve(b *testing.B) {
	found := Find(newsText)
	a := Anchor{Published: time.Date(2015, 4, 17, 9, 19, 0, 0, time.UTC)}
	b.ReportAllocs()
	for b.Loop() {
		for _, e := range found {
			e.Resolve(a)
		}
	}
}

func BenchmarkFindInAgencyArticles(b *testing.B) {
	data, err := os.ReadFile("../../shared/data/articles/reuters.jsonl")
	if err != nil {
		b.Skipf("the agency articles are not here: %v", err)
	}
	text := strings.ReplaceAll(string(data[:4<<20]), `\n`, "\n")
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(text)
	}
}
