package dossier

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"entente/calendar"
	"entente/exchange"
	"entente/plover"
	"entente/record"
	"entente/store"
	"entente/tie/track"
)

// rows makes a database of events, all of one origin.
type rows struct {
	t  *testing.T
	im *store.Importer
	n  int
}

func base(t *testing.T, fill func(*rows)) *store.DB {
	t.Helper()
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Write)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	r := &rows{t: t, im: db.Importer(t.Context())}
	fill(r)
	if err := r.im.Close(); err != nil {
		t.Fatal(err)
	}
	return db
}

func (r *rows) add(origin string, day calendar.Day, a, b string, typ plover.Type, contexts ...string) {
	r.t.Helper()
	r.n++
	party := func(id string) []record.Participant {
		return []record.Participant{{ID: id, Country: &id, Name: id, Sectors: []string{"GOV"}}}
	}
	err := r.im.Add(&exchange.Imported{Origin: origin, ID: fmt.Sprint(r.n), Scored: typ != "", Event: record.Event{
		Type: string(typ), Contexts: contexts, Quad: max(int(typ.Quad()), 1), Score: typ.Score(""),
		Actors: party(a), Recipients: party(b), Date: &record.Date{From: day.String(), To: day.String(), Text: day.String()},
	}})
	if err != nil {
		r.t.Fatal(err)
	}
}

var (
	start    = calendar.DayOn(2010, time.January, 1)
	quarrel  = calendar.DayOn(2012, time.August, 10)
	lastDay  = calendar.DayOn(2013, time.March, 30)
	opposite = map[plover.Type]plover.Type{plover.Consult: plover.Accuse, plover.Support: plover.Threaten}
)

// falling is a tie that is good until the quarrel and bad from then on, with an
// assault on the first day; two others go on as they were.
func falling(r *rows) {
	for d := start; d <= lastDay; d += 4 {
		typ := []plover.Type{plover.Consult, plover.Support}[int(d/4)%2]
		r.add("icews", d, "USA", "JPN", typ, "military")
		r.add("icews", d, "USA", "KOR", typ, "economic")
		if d >= quarrel {
			typ = opposite[typ]
		}
		r.add("icews", d, "KOR", "JPN", typ, "territory")
		r.add("icews", d+1, "JPN", "KOR", "", "")
	}
	r.add("icews", quarrel, "KOR", "JPN", plover.Assault, "territory")
	r.add("gdelt", lastDay+10, "KOR", "JPN", plover.Aid, "economic")
}

func TestAFallIsFoundWithItsCause(t *testing.T) {
	db := base(t, falling)
	d, err := New(t.Context(), db, Question{Parties: []string{"KOR", "JPN"}, Since: &start})
	if err != nil {
		t.Fatal(err)
	}
	if d.At != lastDay+10 || len(d.Ties) != 1 || d.Group != nil {
		t.Fatalf("answered for %s with %d ties", d.At, len(d.Ties))
	}
	x := d.Ties[0]
	if !(x.Then.Tone.Value > 2 || !x.Then.Known) || x.Today.Tone.Value > 1 {
		t.Errorf("tone went from %v to %v", x.Then.Tone, x.Today.Tone)
	}
	i := slices.IndexFunc(x.Breaks, func(b Break) bool { return b.Between.Contains(quarrel) && b.Change.High < 0 })
	if i < 0 {
		t.Fatalf("no break at %s: %+v", quarrel, x.Breaks)
	}
	if len(x.Breaks[i].Causes) == 0 || x.Breaks[i].Causes[0].Event.Type != "ASSAULT" || x.Breaks[i].Causes[0].Push >= 0 {
		t.Errorf("causes of the break: %+v", x.Breaks[i].Causes)
	}
	if len(d.Disputes) != 1 || d.Disputes[0].Context != "territory" || d.Disputes[0].Latest == nil {
		t.Errorf("disputes: %+v", d.Disputes)
	}
}

func TestNothingThatHappenedLaterIsUsed(t *testing.T) {
	db := base(t, falling)
	before := quarrel - 1
	d, err := New(t.Context(), db, Question{Parties: []string{"KOR", "JPN"}, At: &before})
	if err != nil {
		t.Fatal(err)
	}
	x := d.Ties[0]
	if d.At != before || d.Since != before-year || x.Today.Tone.Value < 2 || x.Today.ConflictShare.Value > 0.2 || len(x.Breaks) > 0 {
		t.Errorf("on %s: tone %v, conflict %v, breaks %v", d.At, x.Today.Tone, x.Today.ConflictShare, x.Breaks)
	}
	if last := x.History[len(x.History)-1]; last.Day != before {
		t.Errorf("the history ends on %s", last.Day)
	}
}

func TestTracksAndOriginsChooseEvents(t *testing.T) {
	db := base(t, falling)
	economy := track.Economy
	d, err := New(t.Context(), db, Question{Parties: []string{"JPN", "KOR"}, Track: &economy, Since: &start})
	if err != nil {
		t.Fatal(err)
	}
	if n := d.Ties[0].Events; n != 1 {
		t.Errorf("%d events on the economy, want the one of GDELT", n)
	}
	d, err = New(t.Context(), db, Question{Parties: []string{"JPN", "KOR"}, Origins: []string{"icews"}, Since: &start})
	if err != nil || d.At > lastDay+1 || len(d.Coverage.Events) != 1 {
		t.Errorf("of icews alone the last day is %s, coverage %v, error %v", d.At, d.Coverage, err)
	}
}

func TestThreeCountriesAreAGroup(t *testing.T) {
	db := base(t, falling)
	d, err := New(t.Context(), db, Question{Parties: []string{"USA", "KOR", "JPN"}})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Ties) != 3 || d.Group == nil || len(d.Group.Triads) != 1 {
		t.Fatalf("%d ties, group %+v", len(d.Ties), d.Group)
	}
	if drag := d.Group.Pairs[0]; drag.A+drag.B != "JPNKOR" || drag.Lowest < 0.9 {
		t.Errorf("the tie that drags is %s–%s (%.2f)", drag.A, drag.B, drag.Lowest)
	}
}

func TestTheTieThatFellMovedMost(t *testing.T) {
	db := base(t, falling)
	since, at := quarrel-1, quarrel+60
	m, err := NewMovers(t.Context(), db, MoversQuestion{Since: &since, At: &at, Count: 5})
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Ties) == 0 || m.Ties[0].A+m.Ties[0].B != "JPNKOR" || m.Ties[0].Change.High > 0 || len(m.Ties[0].Causes) == 0 {
		t.Fatalf("movers: %+v", m.Ties)
	}
	for _, c := range m.Ties[0].Causes {
		if c.Push >= 0 {
			t.Errorf("%s pushed by %+.2f", c.Event.ID, c.Push)
		}
	}
}

func TestMoversSeeATieAsTheDossierDoes(t *testing.T) {
	db := base(t, falling)
	since, at := quarrel-1, quarrel+60
	m, err := NewMovers(t.Context(), db, MoversQuestion{Since: &since, At: &at, Count: 1})
	if err != nil {
		t.Fatal(err)
	}
	d, err := New(t.Context(), db, Question{Parties: []string{"JPN", "KOR"}, Since: &since, At: &at})
	if err != nil {
		t.Fatal(err)
	}
	if a, b := m.Ties[0].Today.Tone.Value, d.Ties[0].Today.Tone.Value; a-b > 0.01 || b-a > 0.01 {
		t.Errorf("movers say %.3f, the dossier %.3f", a, b)
	}
}

func TestCountriesThatNothingJoinsAreSaidToBe(t *testing.T) {
	db := base(t, falling)
	if _, err := New(t.Context(), db, Question{Parties: []string{"FJI", "ISL"}}); !errors.Is(err, ErrNothing) {
		t.Errorf("error %v", err)
	}
	later := start - 1
	if _, err := New(t.Context(), db, Question{Parties: []string{"JPN", "KOR"}, At: &later, Since: &lastDay}); err == nil {
		t.Error("a history that begins after its end was told")
	}
}

func TestADossierIsJSONAndItsSeriesCSV(t *testing.T) {
	db := base(t, falling)
	d, err := New(t.Context(), db, Question{Parties: []string{"KOR", "JPN", "FJI"}, Since: &start})
	if err != nil {
		t.Fatal(err)
	}
	var raw bytes.Buffer
	if err := d.WriteJSON(&raw); err != nil {
		t.Fatal(err)
	}
	var back struct {
		Parties []string `json:"parties"`
		At      string   `json:"at"`
		Ties    []struct {
			A       string            `json:"a"`
			History []json.RawMessage `json:"history"`
		} `json:"ties"`
	}
	if err := json.Unmarshal(raw.Bytes(), &back); err != nil || back.At != d.At.String() || len(back.Ties) != 3 || len(back.Ties[0].History) == 0 {
		t.Errorf("%+v, error %v", back, err)
	}
	if bytes.Contains(raw.Bytes(), []byte(`"breaks":null`)) || !bytes.Contains(raw.Bytes(), []byte(`"dialogues":[]`)) {
		t.Error("absent lists are not []")
	}
	raw.Reset()
	if err := d.WriteCSV(&raw); err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(&raw).ReadAll()
	if want := int(d.At-start) + 1; err != nil || len(lines) != want+1 {
		t.Errorf("%d rows, want %d of the one tie that is known and the head; error %v", len(lines), want, err)
	}
}

func TestAHistoryStaysCloseToWhatIsOnFile(t *testing.T) {
	db := base(t, falling)
	early, late := calendar.DayOn(1, 1, 1), calendar.DayOn(9999, 12, 31)
	d, err := New(t.Context(), db, Question{Parties: []string{"KOR", "JPN"}, Since: &early})
	if err != nil {
		t.Fatal(err)
	}
	if d.Since != d.Coverage.First-year || len(d.Ties[0].History) != int(d.At-d.Since)+1 {
		t.Errorf("since %s with %d days; the first on file is %s", d.Since, len(d.Ties[0].History), d.Coverage.First)
	}
	if _, err := New(t.Context(), db, Question{Parties: []string{"KOR", "JPN"}, At: &late}); err == nil || !strings.Contains(err.Error(), "ten years after") {
		t.Errorf("error %v", err)
	}
	if _, err := NewMovers(t.Context(), db, MoversQuestion{At: &late, Count: 3}); err == nil {
		t.Error("no error")
	}
	if m, err := NewMovers(t.Context(), db, MoversQuestion{Since: &early, Count: 3}); err != nil || m.Since < d.Coverage.First-year {
		t.Errorf("%v, error %v", m, err)
	}
	if d, err := New(t.Context(), db, Question{Parties: []string{"FJI", "ISL"}, Since: &early, At: &late}); err != nil || len(d.Ties[0].History) > Farthest+1 {
		t.Errorf("error %v", err)
	}
}
