package store

import (
	"context"
	"database/sql"
	"fmt"

	"entente/agenda"
	"entente/calendar"
	"entente/record"
)

// The findings about some countries are those that name two of them, told up
// to and with a day; findings of articles without a publication time count as
// told before everything. Each comes with the article and the sentence that
// tell it, by number.

// place are the columns that tell where a finding was told.
const place = `f.number, f.article, coalesce(a.outlet, ''), a.day, coalesce(s.text, '')`

// tellers joins a table of findings with its article and sentence, and chooses.
func tellers(table, which string) string {
	return ` FROM ` + table + ` f JOIN article a ON a.id = f.article LEFT JOIN sentence s ON s.article = f.article AND s.n = f.sentence
		WHERE (a.day IS NULL OR a.day <= ?) AND ` + which + ` ORDER BY f.number`
}

// twoOf is the condition that a list of codes names two of the parties.
func twoOf(list string, parties []string) string {
	return fmt.Sprintf("len(list_intersect(%s, %s)) >= %d", list, literals(parties), min(2, len(parties)))
}

// findings reads one kind: columns are those of the table, and scan reads them
// after those of place.
func findings[T any](ctx context.Context, db *DB, table, columns, which string, until calendar.Day, targets func(*T) []any) ([]agenda.Told[T], error) {
	rows, err := db.sql.QueryContext(ctx, "SELECT "+place+", "+columns+tellers(table, which), midnight(until))
	if err != nil {
		return nil, fmt.Errorf("read the %ss of %s: %w", table, db.path, err)
	}
	defer rows.Close()
	var list []agenda.Told[T]
	for rows.Next() {
		var t agenda.Told[T]
		var published sql.NullTime
		if err := rows.Scan(append([]any{&t.Number, &t.Article, &t.Outlet, &published, &t.Sentence}, targets(&t.Value)...)...); err != nil {
			return nil, fmt.Errorf("read a %s of %s: %w", table, db.path, err)
		}
		if published.Valid {
			t.Published, t.Dated = day(published.Time), true
		}
		list = append(list, t)
	}
	return list, rows.Err()
}

// dateColumns reads first_day, last_day and date_text into a date.
type dateColumns struct {
	first, last sql.NullTime
	to          **record.Date
}

func (d *dateColumns) targets() []any { return []any{&d.first, &d.last, &dateText{d}} }

// dateText is the last of the three: with it the date is complete.
type dateText struct{ of *dateColumns }

// Scan implements sql.Scanner.
func (t *dateText) Scan(v any) error {
	text, _ := v.(string)
	*t.of.to = recordDate(t.of.first, t.of.last, text)
	return nil
}

// Mechanisms gives the dialogues of two or more of the parties.
func (db *DB) Mechanisms(ctx context.Context, parties []string, until calendar.Day) ([]agenda.Told[record.Mechanism], error) {
	return findings(ctx, db, "mechanism",
		"f.local_id, f.name, f.kind, f.level, f.parties, f.status, f.gap_years, f.cadence, f.place, f.sentence, f.first_day, f.last_day, f.date_text",
		twoOf("f.parties", parties), until, func(m *record.Mechanism) []any {
			date := &dateColumns{to: &m.Date}
			return append([]any{&m.ID, &m.Name, &m.Kind, &m.Level, (*textList)(&m.Parties), &m.Status, &m.GapYears, &m.Cadence, &m.Place, &m.Sentence},
				date.targets()...)
		})
}

// Conditions gives the conditions on one of the parties in articles that are
// about two of them.
func (db *DB) Conditions(ctx context.Context, parties []string, until calendar.Day) ([]agenda.Told[record.Condition], error) {
	about := fmt.Sprintf("(SELECT count(*) FROM about x WHERE x.article = f.article AND list_contains(%s, x.country)) >= %d",
		literals(parties), min(2, len(parties)))
	return findings(ctx, db, "condition", "f.parties, f.connective, f.action, f.outcome, f.sentence",
		fmt.Sprintf("len(list_intersect(f.parties, %s)) > 0 AND %s", literals(parties), about), until,
		func(c *record.Condition) []any {
			return []any{(*textList)(&c.On), &c.Connective, &c.Action, &c.Outcome, &c.Sentence}
		})
}

// statementTargets takes statementColumns.
func statementTargets(s *record.Statement) []any {
	date := &dateColumns{to: &s.Date}
	return append([]any{&s.Text, &s.Direct, &s.Denied, &s.Start, &s.End, (*textList)(&s.About), (*textList)(&s.Contexts), &s.Stance, &s.Sentence}, date.targets()...)
}

// Statements gives what was said about two of the parties, or by one of them
// about another.
func (db *DB) Statements(ctx context.Context, parties []string, until calendar.Day) ([]agenda.Told[record.Statement], error) {
	speaker := "(SELECT list(coalesce(p.country, p.id)) FROM participant p WHERE p.finding = 'statement' AND p.number = f.number)"
	which := twoOf("list_distinct(list_concat(f.about, coalesce("+speaker+", [])))", parties) +
		fmt.Sprintf(" AND len(list_intersect(f.about, %s)) > 0", literals(parties))
	list, err := findings(ctx, db, "statement",
		statementColumns,
		which, until, func(s *record.Statement) []any {
			return statementTargets(s)
		})
	if err != nil || len(list) == 0 {
		return nil, err
	}
	who, err := participants(ctx, db.sql, "statement", joinNumbers(numbersOf(list)))
	if err != nil {
		return nil, fmt.Errorf("read the speakers of %s: %w", db.path, err)
	}
	for i := range list {
		for _, p := range who[list[i].Number] {
			list[i].Value.Speaker = p.Participant
		}
	}
	return list, nil
}

// Watch gives the watch items that tell something of two of the parties, or in
// which two of them take part.
func (db *DB) Watch(ctx context.Context, parties []string, until calendar.Day) ([]agenda.Told[record.WatchItem], error) {
	takePart := "(SELECT list(coalesce(p.country, p.id)) FROM participant p WHERE p.finding = 'watch' AND p.number = f.number)"
	list, err := findings(ctx, db, "watch", "f.what, f.gauge_of, f.sentence, f.first_day, f.last_day, f.date_text",
		"("+twoOf("f.gauge_of", parties)+" OR "+twoOf("coalesce("+takePart+", [])", parties)+")", until,
		func(w *record.WatchItem) []any {
			date := &dateColumns{to: &w.Date}
			return append([]any{&w.What, (*textList)(&w.GaugeOf), &w.Sentence}, date.targets()...)
		})
	if err != nil || len(list) == 0 {
		return nil, err
	}
	who, err := participants(ctx, db.sql, "watch", joinNumbers(numbersOf(list)))
	if err != nil {
		return nil, fmt.Errorf("read who is watched in %s: %w", db.path, err)
	}
	for i := range list {
		for _, p := range who[list[i].Number] {
			if p.role == "actor" {
				list[i].Value.Actors = append(list[i].Value.Actors, p.Participant)
			} else {
				list[i].Value.Recipients = append(list[i].Value.Recipients, p.Participant)
			}
		}
	}
	return list, nil
}

// Assessments gives what texts say of the ties among the parties.
func (db *DB) Assessments(ctx context.Context, parties []string, until calendar.Day) ([]agenda.Told[record.Assessment], error) {
	return findings(ctx, db, "assessment", "f.parties, f.level, f.direction, f.context, f.sentence", twoOf("f.parties", parties), until,
		func(a *record.Assessment) []any {
			return []any{(*textList)(&a.Parties), &a.Level, &a.Direction, &a.Context, &a.Sentence}
		})
}

func numbersOf[T any](list []agenda.Told[T]) []int64 {
	numbers := make([]int64, len(list))
	for i := range list {
		numbers[i] = list[i].Number
	}
	return numbers
}
