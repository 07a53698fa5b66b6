package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"

	"entente/calendar"
	"entente/happening"
	"entente/record"
)

// Known tells what the database already holds, so that an article need not be
// coded twice: the content hash of every article by its id.
func (db *DB) Known(ctx context.Context) (map[string]uint64, error) {
	rows, err := db.sql.QueryContext(ctx, "SELECT id, content FROM article")
	if err != nil {
		return nil, fmt.Errorf("list the articles of %s: %w", db.path, err)
	}
	defer rows.Close()
	known := map[string]uint64{}
	for rows.Next() {
		var id string
		var content uint64
		if err := rows.Scan(&id, &content); err != nil {
			return nil, fmt.Errorf("list the articles of %s: %w", db.path, err)
		}
		known[id] = content
	}
	return known, rows.Err()
}

// Add stores articles with all findings, in one transaction. Their ids must
// not be in the database yet, and differ from one another.
func (db *DB) Add(ctx context.Context, batch []record.Sourced) error {
	if len(batch) == 0 {
		return nil
	}
	err := db.write(ctx, func(conn *sql.Conn) error {
		next, err := nextNumbers(ctx, conn)
		if err != nil {
			return err
		}
		firstReport := next["report"]
		s := newSheets(conn)
		for i := range batch {
			next.record(s, batch[i])
		}
		if err := s.close(); err != nil {
			return err
		}
		return mergeReports(ctx, conn, firstReport)
	})
	if err != nil {
		return fmt.Errorf("store %d articles in %s: %w", len(batch), db.path, err)
	}
	return nil
}

// numbers gives the next number of each kind of finding.
type numbers map[string]int64

func nextNumbers(ctx context.Context, conn *sql.Conn) (numbers, error) {
	next := numbers{}
	for _, kind := range []string{"statement", "mechanism", "condition", "watch", "assessment"} {
		n, err := nextNumber(ctx, conn, kind)
		if err != nil {
			return nil, err
		}
		next[kind] = n
	}
	n, err := nextReport(ctx, conn)
	next["report"] = n
	return next, err
}

// nextReport gives the next number of reports and imported events. They share
// their numbers, so that a report's number also leads to its event.
func nextReport(ctx context.Context, conn *sql.Conn) (int64, error) {
	reports, err := nextNumber(ctx, conn, "report")
	if err != nil {
		return 0, err
	}
	events, err := nextNumber(ctx, conn, "event")
	return max(reports, events), err
}

func nextNumber(ctx context.Context, conn *sql.Conn, table string) (n int64, err error) {
	err = conn.QueryRowContext(ctx, "SELECT coalesce(max(number), 0) + 1 FROM "+table).Scan(&n)
	return n, err
}

func (n numbers) take(kind string) int64 {
	v := n[kind]
	n[kind]++
	return v
}

// record appends one article and what was found in it.
func (n numbers) record(s *sheets, r record.Sourced) {
	a := &r.Article
	s.add("article", a.ID, orNull(a.Title), orNull(a.Outlet), list(a.Byline), orNull(a.Published), publishedDay(a),
		orNull(a.Language), orNull(a.URL), a.Text, contentHash(a), r.Source)
	for _, x := range r.Countries {
		s.add("about", a.ID, x.Country, x.Weight, int32(x.Mentions))
	}
	for i, x := range r.Sentences {
		s.add("sentence", a.ID, int32(i), int32(x.Start), int32(x.End), a.Text[x.Start:x.End])
	}
	for i := range r.Events {
		n.report(s, a.ID, &r.Events[i])
	}
	for i := range r.Statements {
		n.statement(s, a.ID, &r.Statements[i])
	}
	for i := range r.Mechanisms {
		n.mechanism(s, a.ID, &r.Mechanisms[i])
	}
	for _, x := range r.Conditions {
		s.add("condition", n.take("condition"), a.ID, list(x.On), x.Connective, x.Action, x.Outcome, int32(x.Sentence))
	}
	for i := range r.Watch {
		n.watch(s, a.ID, &r.Watch[i])
	}
	for i := range r.Assessments {
		n.assessment(s, a.ID, &r.Assessments[i])
	}
}

func (n numbers) report(s *sheets, article string, e *record.Event) {
	number := n.take("report")
	first, last, text := days(e.Date)
	place, country := placeColumns(e.Place)
	evidence := make([]int32, 0, 3*len(e.Evidence))
	for _, x := range e.Evidence {
		evidence = append(evidence, int32(x.Sentence), int32(x.Start), int32(x.End))
	}
	s.add("report", number, number, article, e.ID, hash(happening.Key(e)), e.Type, orNull(e.Mode), list(e.Contexts), e.Aux,
		orNull(e.CAMEO), int8(e.Quad), e.Score, orNull(e.Goldstein), first, last, text, place, country,
		int32(e.Sentence), int32(e.Trigger.Start), int32(e.Trigger.End), evidence, e.Rule, e.Confidence)
	s.participants("report", number, "actor", e.Actors)
	s.participants("report", number, "recipient", e.Recipients)
	s.participant("report", number, "speaker", e.Speaker)
}

func (n numbers) statement(s *sheets, article string, x *record.Statement) {
	number := n.take("statement")
	first, last, text := days(x.Date)
	var cueFrom, cueTo driver.Value
	if x.Cue != nil {
		cueFrom, cueTo = int32(x.Cue.Start), int32(x.Cue.End)
	}
	s.add("statement", number, article, x.Text, x.Direct, x.Denied, cueFrom, cueTo, int32(x.Start), int32(x.End),
		list(x.About), list(x.Contexts), x.Stance, first, last, text, int32(x.Sentence))
	s.participant("statement", number, "speaker", &x.Speaker)
}

func (n numbers) mechanism(s *sheets, article string, x *record.Mechanism) {
	first, last, text := days(x.Date)
	s.add("mechanism", n.take("mechanism"), article, x.ID, x.Name, x.Kind, orNull(x.Level), list(x.Parties), x.Status,
		orNull(x.GapYears), orNull(x.Cadence), orNull(x.Place), first, last, text, int32(x.Sentence))
}

func (n numbers) watch(s *sheets, article string, x *record.WatchItem) {
	number := n.take("watch")
	first, last, text := days(x.Date)
	s.add("watch", number, article, x.What, list(x.GaugeOf), first, last, text, int32(x.Sentence))
	s.participants("watch", number, "actor", x.Actors)
	s.participants("watch", number, "recipient", x.Recipients)
}

func (n numbers) assessment(s *sheets, article string, x *record.Assessment) {
	number := n.take("assessment")
	s.add("assessment", number, article, list(x.Parties), orNull(x.Level), orNull(x.Direction), orNull(x.Context), int32(x.Sentence))
	s.participant("assessment", number, "speaker", x.By)
}

func (s *sheets) participants(finding string, number int64, role string, ps []record.Participant) {
	for i := range ps {
		s.addParticipant(finding, number, role, i, &ps[i])
	}
}

func (s *sheets) participant(finding string, number int64, role string, p *record.Participant) {
	if p != nil {
		s.addParticipant(finding, number, role, 0, p)
	}
}

func (s *sheets) addParticipant(finding string, number int64, role string, ordinal int, p *record.Participant) {
	s.add("participant", finding, number, role, int32(ordinal), p.ID, orNull(p.Country), list(p.Sectors), p.Name,
		orNull(p.Person), orNull(p.Office), int32(p.Start), int32(p.End))
}

func placeColumns(p *record.Place) (name, country driver.Value) {
	if p == nil {
		return nil, nil
	}
	return p.Name, orNull(p.Country)
}

// publishedDay is the day of the publication time, null where it is unknown.
func publishedDay(a *record.Article) driver.Value {
	if d, ok := PublishedDay(a); ok {
		return midnight(d)
	}
	return nil
}

// PublishedDay is the day on which an article was published, in its own zone.
func PublishedDay(a *record.Article) (calendar.Day, bool) {
	if a.Published == nil || len(*a.Published) < len("2006-01-02") {
		return 0, false
	}
	d, err := calendar.ParseDay((*a.Published)[:len("2006-01-02")])
	return d, err == nil
}
