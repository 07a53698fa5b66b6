package happening

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"entente/calendar"
	"entente/record"
)

// someReports draws the reports of one key that a few articles tell.
func someReports(t *rapid.T) []Report {
	var out []Report
	base := calendar.DayOn(2015, time.April, 1)
	for a := range rapid.IntRange(1, 6).Draw(t, "articles") {
		published := base + calendar.Day(rapid.IntRange(0, 12).Draw(t, "published"))
		for range rapid.IntRange(1, 3).Draw(t, "events") {
			e := &record.Event{Type: "CONSULT", Rule: fmt.Sprint("r", len(out)), Sentence: rapid.IntRange(0, 3).Draw(t, "sentence"),
				Confidence: float64(rapid.IntRange(1, 3).Draw(t, "confidence")) / 4, Score: 2.5, Actors: participants("JPN,KOR")}
			if mode := rapid.SampledFrom([]string{"", "", "visit", "phone"}).Draw(t, "mode"); mode != "" {
				e.Mode, e.Score = &mode, float64(len(mode))
			}
			if name := rapid.SampledFrom([]string{"", "", "Seoul", "Busan", "South Korea"}).Draw(t, "place"); name != "" {
				country := "KOR"
				e.Place = &record.Place{Name: name, Country: &country}
			}
			switch rapid.IntRange(0, 4).Draw(t, "date") {
			case 0: // undated
			case 1, 2:
				e.Date = &record.Date{From: (published - 7).String(), To: published.String()}
			case 3:
				d := published - calendar.Day(rapid.IntRange(0, 5).Draw(t, "ago"))
				e.Date = &record.Date{From: d.String(), To: d.String(), Text: "that day"}
			case 4:
				to := published - calendar.Day(rapid.IntRange(0, 9).Draw(t, "ago"))
				from := to - calendar.Day(rapid.SampledFrom([]int{1, 3, 6, 13, 30, 60}).Draw(t, "days"))
				e.Date = &record.Date{From: from.String(), To: to.String(), Text: "then"}
			}
			out = append(out, Report{Number: int64(len(out) + 1), Article: fmt.Sprint("a", a), Outlet: fmt.Sprint("o", a%4), Published: published, Dated: true, Event: e})
		}
	}
	return out
}

// reprints are ten copies of an article by other outlets, on its day or the
// next.
func reprints(t *rapid.T, reports []Report, article string) []Report {
	var out []Report
	for n := range 10 {
		later := calendar.Day(rapid.IntRange(0, 1).Draw(t, "later"))
		id := rapid.StringMatching("[a-z]{3}").Draw(t, "id") + fmt.Sprint(n)
		for _, r := range reports {
			if r.Article != article {
				continue
			}
			e := *r.Event
			if e.Date != nil && e.Date.Text == "" {
				e.Date = &record.Date{From: (r.Published + later - 7).String(), To: (r.Published + later).String()}
			}
			r.Number, r.Article, r.Outlet, r.Published, r.Event = r.Number+int64(1000*(n+1)), id, "copy "+id, r.Published+later, &e
			out = append(out, r)
		}
	}
	return out
}

// summary tells number, days, modes, places and scores of happenings, without
// their witnesses.
func summary(all []Happening) string {
	var lines []string
	for _, h := range all {
		e := &h.Event
		day, dated := Day(e)
		line := fmt.Sprint(h.From, " ", h.To, " ", h.Dated, " ", day, " ", dated, " ", e.Score, " ", e.Rule, " ", e.Contexts)
		if e.Place != nil {
			line += " " + e.Place.Name
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func TestTenCopiesOfAnArticleChangeNothingButTheWitnesses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reports := someReports(t)
		before := Merge(reports)
		more := append(slices.Clone(reports), reprints(t, reports, reports[0].Article)...)
		after := Merge(more)
		if a, b := summary(before), summary(after); a != b {
			t.Fatalf("without copies:\n%s\nwith them:\n%s", a, b)
		}
		articles := func(all []Happening) (n int) {
			for _, h := range all {
				n += h.Articles
			}
			return n
		}
		if articles(after) != articles(before)+len(more)-len(reports) {
			t.Fatalf("%d witnesses became %d by %d reports more", articles(before), articles(after), len(more)-len(reports))
		}
	})
}

func TestTheOrderOfReportsChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reports := someReports(t)
		reports = append(reports, reprints(t, reports, reports[0].Article)...)
		shuffled := rapid.Permutation(reports).Draw(t, "order")
		numbers := func(reports []Report) string {
			var out []string
			for _, h := range Merge(reports) {
				line := ""
				for _, i := range h.Reports {
					line += fmt.Sprint(reports[i].Number, reports[i].Article, " ")
				}
				out = append(out, line)
			}
			return strings.Join(out, "\n")
		}
		if a, b := numbers(reports), numbers(shuffled); a != b {
			t.Fatalf("%s\nshuffled:\n%s", a, b)
		}
	})
}

func TestEveryReportIsInOneHappeningThatItsDatesAllow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reports := someReports(t)
		reports = append(reports, reprints(t, reports, reports[0].Article)...)
		seen := make([]int, len(reports))
		for _, h := range Merge(reports) {
			articles := map[string]bool{}
			for _, i := range h.Reports {
				seen[i]++
				if articles[reports[i].Article] {
					t.Fatalf("two reports of article %s in one happening", reports[i].Article)
				}
				articles[reports[i].Article] = true
				iv, dated := datesOf(reports[i].Event)
				if dated != h.Dated || dated && (iv.To < h.From || h.To < iv.From) {
					t.Fatalf("report of %v in a happening of %s..%s", iv, h.From, h.To)
				}
			}
		}
		for i, n := range seen {
			if n != 1 {
				t.Fatalf("report %d is in %d happenings", i, n)
			}
		}
	})
}

// BenchmarkMergeTwentyYears merges 100,000 reports of one key.
func BenchmarkMergeTwentyYears(b *testing.B) {
	var reports []Report
	base := calendar.DayOn(2000, time.January, 1)
	for i := range 100_000 {
		published := base + calendar.Day(i*7919%7300)
		e := &record.Event{Type: "ASSAULT", Rule: fmt.Sprint("r", i%17), Sentence: i % 5, Confidence: float64(i%10) / 10, Actors: participants("ISR"), Recipients: participants("PSE")}
		switch i % 4 {
		case 0:
			e.Date = &record.Date{From: published.String(), To: published.String(), Text: "Monday"}
		case 1:
			e.Date = &record.Date{From: (published - 30).String(), To: published.String(), Text: "in a month"}
		default:
			e.Date = &record.Date{From: (published - 7).String(), To: published.String()}
		}
		if i%3 == 0 {
			country := "PSE"
			e.Place = &record.Place{Name: fmt.Sprint("town ", i%40), Country: &country}
		}
		reports = append(reports, Report{Number: int64(i), Article: fmt.Sprint("a", i/2), Outlet: fmt.Sprint("o", i%50), Published: published, Dated: true, Event: e})
	}
	b.ResetTimer()
	for b.Loop() {
		Merge(reports)
	}
}
