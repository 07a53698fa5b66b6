package store

import (
	"slices"
	"testing"

	"entente/calendar"
	"entente/tie"
)

func TestTheNewestEventsOfATieComeFirstAndInPages(t *testing.T) {
	db := open(t)
	ingest(t, db, articles(t)...)
	f := Filter{Parties: []string{"JPN", "KOR"}}
	all, n, err := db.Newest(t.Context(), f, 1000, 0)
	if err != nil || n != len(all) || n < 3 {
		t.Fatalf("%d of %d events, %v", len(all), n, err)
	}
	for i, e := range all {
		if !e.Counts {
			t.Errorf("%s counts in no series", e.ID)
		}
		if i > 0 && (all[i-1].Day < e.Day || all[i-1].Day == e.Day && all[i-1].Number < e.Number) {
			t.Errorf("%s of %s comes before %s of %s", all[i-1].ID, all[i-1].Day, e.ID, e.Day)
		}
	}
	var paged []int64
	for skip := 0; skip < n; skip += 2 {
		list, still, err := db.Newest(t.Context(), f, 2, skip)
		if err != nil || still != n {
			t.Fatalf("%d instead of %d events, %v", still, n, err)
		}
		for _, e := range list {
			paged = append(paged, e.Number)
		}
	}
	var whole []int64
	for _, e := range all {
		whole = append(whole, e.Number)
	}
	if !slices.Equal(paged, whole) {
		t.Errorf("in pages %v, at once %v", paged, whole)
	}
	day := all[1].Day
	f.From, f.To = &day, &day
	within, _, err := db.Newest(t.Context(), f, 1000, 0)
	if err != nil || len(within) == 0 || slices.ContainsFunc(within, func(e *Event) bool { return e.Day != day }) {
		t.Errorf("on %s: %d events, %v", day, len(within), err)
	}
}

func TestTheDaysOfManyPairsAreThoseOfEach(t *testing.T) {
	db := open(t)
	ingest(t, db, articles(t)...)
	from, to := calendar.DayOn(1990, 1, 1), calendar.DayOn(2030, 1, 1)
	parties, err := db.PartiesOnFile(t.Context(), from, to, 0, nil)
	if err != nil || len(parties) < 5 {
		t.Fatal(parties, err)
	}
	if !slices.IsSortedFunc(parties, func(a, b Party) int { return b.Events - a.Events }) {
		t.Error("those with most events do not come first")
	}
	few, err := db.PartiesOnFile(t.Context(), from, to, 3, nil)
	if err != nil || !slices.Equal(few, parties[:3]) {
		t.Errorf("the first three are %v, %v", few, err)
	}
	var codes []string
	for _, p := range parties[:5] {
		codes = append(codes, p.Country)
	}
	among, err := db.DaysAmong(t.Context(), codes, from, to, nil)
	if err != nil || len(among) == 0 {
		t.Fatal(among, err)
	}
	var pairs []PairOf
	for p, days := range among {
		pairs = append(pairs, p)
		s, err := db.Series(t.Context(), p.A, p.B, to, nil)
		if err != nil || !slices.Equal(s.All, days) {
			t.Errorf("%v: %v instead of %v, %v", p, days, s.All, err)
		}
	}
	of, err := db.DaysOf(t.Context(), pairs, from, to, nil)
	if err != nil || len(of) != len(among) {
		t.Fatalf("%d pairs of %d, %v", len(of), len(among), err)
	}
	for p, days := range among {
		if !slices.Equal(of[p], days) {
			t.Errorf("%v: %v instead of %v", p, of[p], days)
		}
	}
	alone, err := db.DaysAmong(t.Context(), codes[:1], from, to, nil)
	if err != nil {
		t.Fatal(err)
	}
	events := 0
	for p, days := range alone {
		if p.A != codes[0] && p.B != codes[0] {
			t.Errorf("%v without %s", p, codes[0])
		}
		events += total(days)
	}
	if events != parties[0].Events {
		t.Errorf("%s has %d events by its pairs, %d in all", codes[0], events, parties[0].Events)
	}
}

func total(days []tie.Day) (n int) {
	for _, d := range days {
		n += d.Events
	}
	return n
}

func TestWhatIsComingUpWasToldBefore(t *testing.T) {
	db := open(t)
	ingest(t, db, articles(t)...)
	coverage, _, err := db.Coverage(t.Context(), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for at := coverage.First; at < coverage.Last; at += 14 {
		span := calendar.Interval{From: at, To: at + 14}
		watch, meetings, err := db.Upcoming(t.Context(), span, at)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range watch {
			found++
			if w.Value.Date == nil || w.Value.Date.From > span.To.String() || w.Value.Date.To < span.From.String() || w.Dated && w.Published > at {
				t.Errorf("w%d, told %s for %v, is not of %v", w.Number, w.Published, w.Value.Date, span)
			}
		}
		for _, m := range meetings {
			found++
			if m.Value.Status != "planned" && m.Value.Status != "proposed" || m.Value.Date == nil || m.Value.Date.From > span.To.String() {
				t.Errorf("m%d is %s, %v", m.Number, m.Value.Status, m.Value.Date)
			}
		}
	}
	if found == 0 {
		t.Error("nothing ever comes up")
	}
}

func TestAStoryIsToldByOtherArticles(t *testing.T) {
	db := open(t)
	ingest(t, db, articles(t)...)
	var id string
	err := db.sql.QueryRowContext(t.Context(), `SELECT article FROM report r WHERE EXISTS
		(SELECT 1 FROM report o WHERE o.event = r.event AND o.article <> r.article) ORDER BY number LIMIT 1`).Scan(&id)
	if err != nil {
		t.Skip("no two articles of the test tell one event: ", err)
	}
	list, err := db.Story(t.Context(), id, 10)
	if err != nil || len(list) == 0 {
		t.Fatal(list, err)
	}
	for _, a := range list {
		back, err := db.Story(t.Context(), a.Article, 100)
		if err != nil || !slices.ContainsFunc(back, func(o Teller) bool { return o.Article == id && o.Shared == a.Shared }) {
			t.Errorf("%s shares %d events with %s, but not the other way round: %v, %v", id, a.Shared, a.Article, back, err)
		}
		if a.Article == id || a.Shared == 0 {
			t.Errorf("%+v", a)
		}
	}
}
