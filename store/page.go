package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"entente/agenda"
	"entente/calendar"
	"entente/record"
)

// Mark is a place in a list that is read page by page, the latest first: the
// day and number of the last that was read. Those without a day come at the
// end.
type Mark struct {
	Day    calendar.Day
	Dated  bool
	Number int64
}

// Asked is a question for a page of events or findings.
type Asked struct {
	Filter          // Limit is the length of the page
	Words  []string // each must stand in the text or in a name, whatever the case
	After  *Mark    // nil for the first page
}

// Page is part of a list.
type Page[T any] struct {
	Items []T
	Next  *Mark // where the next page begins; nil at the end
	// Whole is false where the search for words took too long and was left off
	// before the page was full: Next leads on from there.
	Whole bool
}

// How long a page may search for words, and the days that every search begins
// with: a table of millions is searched from its end, and each time in twice as
// many days as before.
const (
	searchTime = 250 * time.Millisecond
	searchDays = 180
	mostWords  = 8 // are looked for
)

// EventPage gives events by the first day on which they may have happened, the
// latest first.
func (db *DB) EventPage(ctx context.Context, q Asked) (*Page[*Event], error) {
	page := &Page[*Event]{Whole: true}
	began := time.Now()
	for span := newSpan(ctx, db, &q); ; {
		from, to, more, err := span.next()
		if err != nil {
			return nil, err
		}
		if err := db.eventsWithin(ctx, &q, page, from, to, more); err != nil {
			return nil, fmt.Errorf("read a page of events of %s: %w", db.path, err)
		}
		switch {
		case len(page.Items) > q.Limit:
			page.Items = page.Items[:q.Limit]
			page.Next = markOf(page.Items[q.Limit-1])
			return page, nil
		case !more:
			return page, nil
		case len(q.Words) > 0 && time.Since(began) > searchTime:
			page.Next, page.Whole = &Mark{Day: from, Dated: true}, false
			return page, nil
		}
	}
}

func markOf(e *Event) *Mark {
	m := &Mark{Number: e.Number}
	if e.Date != nil {
		m.Day, _ = calendar.ParseDay(e.Date.From) // as the database wrote it
		m.Dated = true
	}
	return m
}

// eventsWithin adds to a page the events whose first day lies in a span;
// without more after it, those without a day as well.
func (db *DB) eventsWithin(ctx context.Context, q *Asked, page *Page[*Event], from, to calendar.Day, more bool) error {
	c := q.events()
	q.spoken(c, "text", "actor_names", "recipient_names")
	after(c, q.After, "first_day", "number")
	if more {
		c.and("first_day >= ?", midnight(from))
	}
	if to != endOfDays {
		// What was on the page before is past; a null day is not below any.
		c.and("(first_day < ? OR first_day IS NULL)", midnight(to))
	}
	// The numbers are found first: the other columns are read for them alone.
	numbers := fmt.Sprintf("SELECT number FROM event WHERE %s ORDER BY first_day DESC NULLS LAST, number DESC LIMIT %d", c.where(), q.Limit+1-len(page.Items))
	var list []int64
	err := db.each(ctx, numbers, func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		list = append(list, n)
		return err
	}, c.args...)
	if err != nil || len(list) == 0 {
		return err
	}
	found := make(map[int64]*Event, len(list))
	for e, err := range db.Events(ctx, Filter{Numbers: list}) {
		if err != nil {
			return err
		}
		found[e.Number] = e
	}
	for _, n := range list {
		page.Items = append(page.Items, found[n])
	}
	return nil
}

// spoken adds the condition that each word stands in one of the columns.
func (q *Asked) spoken(c *clause, columns ...string) {
	for _, w := range q.Words[:min(mostWords, len(q.Words))] {
		pattern := "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(w) + "%"
		var parts []string
		var args []any
		for _, column := range columns {
			parts = append(parts, column+` ILIKE ? ESCAPE '\'`)
			args = append(args, pattern)
		}
		c.and("("+strings.Join(parts, " OR ")+")", args...)
	}
}

// after adds the condition that a row comes after a mark.
func after(c *clause, m *Mark, day, number string) {
	switch {
	case m == nil:
	case m.Dated:
		at := midnight(m.Day)
		c.and("("+day+" < ? OR "+day+" IS NULL OR ("+day+" = ? AND "+number+" < ?))", at, at, m.Number)
	default:
		c.and(day+" IS NULL AND "+number+" < ?", m.Number)
	}
}

// span gives the stretches of days that a search goes through: most rows are
// passed over unread where a stretch is short and events came in by day. It is
// one after the last of those with a day, and for the events of some countries,
// which another table tells.
type span struct {
	first, to calendar.Day
	days      calendar.Day
	one       bool
	err       error
}

const endOfDays = calendar.Day(1 << 30)

func newSpan(ctx context.Context, db *DB, q *Asked) *span {
	s := &span{to: endOfDays, days: searchDays, one: q.After != nil && !q.After.Dated || len(q.Parties) > 0 && len(q.Words) == 0}
	if s.one {
		return s
	}
	var first, last sql.NullTime
	if s.err = db.sql.QueryRowContext(ctx, "SELECT min(first_day), max(first_day) FROM event").Scan(&first, &last); s.err != nil || !first.Valid {
		s.one = true
		return s
	}
	s.first = day(first.Time)
	latest := day(last.Time)
	if q.To != nil {
		latest = min(latest, *q.To)
	}
	if q.After != nil {
		latest = min(latest, q.After.Day)
	}
	s.days += endOfDays - latest // the first stretch ends with what is latest
	return s
}

// next gives the next stretch, from the first day to that before to, and
// whether there are more.
func (s *span) next() (from, to calendar.Day, more bool, err error) {
	to = s.to
	from = to - s.days
	if s.one || s.err != nil || from <= s.first {
		return s.first, to, false, s.err
	}
	if to == endOfDays {
		s.days = searchDays
	}
	s.to = from
	s.days *= 2
	return from, to, true, nil
}

// findingColumns are the columns of each kind, in the order in which the scans
// below take them.
const (
	statementColumns  = "f.text, f.direct, f.denied, f.from_byte, f.to_byte, f.about, f.contexts, f.stance, f.sentence, f.first_day, f.last_day, f.date_text"
	mechanismColumns  = "f.local_id, f.name, f.kind, f.level, f.parties, f.status, f.gap_years, f.cadence, f.place, f.sentence, f.first_day, f.last_day, f.date_text"
	conditionColumns  = "f.parties, f.connective, f.action, f.outcome, f.sentence"
	watchColumns      = "f.what, f.gauge_of, f.sentence, f.first_day, f.last_day, f.date_text"
	assessmentColumns = "f.parties, f.level, f.direction, f.context, f.sentence"
)

// findingPage gives the findings of one kind by the day of their article, the
// latest first. named is the list of codes of which all parties of the question
// must be part, text the words that are searched.
func findingPage[T any](ctx context.Context, db *DB, q Asked, table, columns, named string, text []string, targets func(*T) []any, put func(*T, inRole)) (*Page[agenda.Told[T]], error) {
	c := &clause{}
	if len(q.Parties) > 0 {
		c.and(fmt.Sprintf("len(list_intersect(%s, %s)) >= %d", named, literals(q.Parties), min(2, len(q.Parties))))
	}
	if q.From != nil {
		c.and("a.day >= ?", midnight(*q.From))
	}
	if q.To != nil {
		c.and("a.day <= ?", midnight(*q.To))
	}
	if len(q.Contexts) > 0 && table == "statement" {
		c.holdsOne("f.contexts", q.Contexts)
	}
	q.spoken(c, text...)
	after(c, q.After, "a.day", "f.number")
	page := &Page[agenda.Told[T]]{Whole: true}
	query := "SELECT " + place + ", " + columns + " FROM " + table + ` f JOIN article a ON a.id = f.article
		LEFT JOIN sentence s ON s.article = f.article AND s.n = f.sentence
		WHERE ` + c.where() + fmt.Sprintf(" ORDER BY a.day DESC NULLS LAST, f.number DESC LIMIT %d", q.Limit+1)
	err := db.each(ctx, query, func(rows *sql.Rows) error {
		var t agenda.Told[T]
		var published sql.NullTime
		err := rows.Scan(append([]any{&t.Number, &t.Article, &t.Outlet, &published, &t.Sentence}, targets(&t.Value)...)...)
		if published.Valid {
			t.Published, t.Dated = day(published.Time), true
		}
		page.Items = append(page.Items, t)
		return err
	}, c.args...)
	if err != nil {
		return nil, fmt.Errorf("read a page of %ss of %s: %w", table, db.path, err)
	}
	if len(page.Items) > q.Limit {
		page.Items = page.Items[:q.Limit]
		last := &page.Items[q.Limit-1]
		page.Next = &Mark{last.Published, last.Dated, last.Number}
	}
	if put == nil || len(page.Items) == 0 {
		return page, nil
	}
	who, err := participants(ctx, db.sql, table, joinNumbers(numbersOf(page.Items)))
	if err != nil {
		return nil, fmt.Errorf("read who is named in %s: %w", db.path, err)
	}
	for i := range page.Items {
		for _, p := range who[page.Items[i].Number] {
			put(&page.Items[i].Value, p)
		}
	}
	return page, nil
}

// takePart are the countries of those who take part in a finding.
func takePart(table string) string {
	return "coalesce((SELECT list(coalesce(p.country, p.id)) FROM participant p WHERE p.finding = '" + table + "' AND p.number = f.number), [])"
}

// names are the names of those who take part in a finding.
func names(table string) string {
	return "(SELECT string_agg(p.name, ' ') FROM participant p WHERE p.finding = '" + table + "' AND p.number = f.number)"
}

// StatementPage gives statements; parties are whom they are about, and who
// speaks.
func (db *DB) StatementPage(ctx context.Context, q Asked) (*Page[agenda.Told[record.Statement]], error) {
	return findingPage(ctx, db, q, "statement", statementColumns, "list_distinct(list_concat(f.about, "+takePart("statement")+"))",
		[]string{"f.text", names("statement")}, func(s *record.Statement) []any {
			return statementTargets(s)
		}, func(s *record.Statement, p inRole) { s.Speaker = p.Participant })
}

// MechanismPage gives what articles tell of dialogues; parties are theirs.
func (db *DB) MechanismPage(ctx context.Context, q Asked) (*Page[agenda.Told[record.Mechanism]], error) {
	return findingPage(ctx, db, q, "mechanism", mechanismColumns, "f.parties", []string{"f.name", "s.text"}, func(m *record.Mechanism) []any {
		date := &dateColumns{to: &m.Date}
		return append([]any{&m.ID, &m.Name, &m.Kind, &m.Level, (*textList)(&m.Parties), &m.Status, &m.GapYears, &m.Cadence, &m.Place, &m.Sentence},
			date.targets()...)
	}, nil)
}

// ConditionPage gives conditions; parties are those that the article is about.
func (db *DB) ConditionPage(ctx context.Context, q Asked) (*Page[agenda.Told[record.Condition]], error) {
	return findingPage(ctx, db, q, "condition", conditionColumns,
		"(SELECT list(x.country) FROM about x WHERE x.article = f.article)", []string{"f.action", "f.outcome", "s.text"},
		func(c *record.Condition) []any {
			return []any{(*textList)(&c.On), &c.Connective, &c.Action, &c.Outcome, &c.Sentence}
		}, nil)
}

// WatchPage gives what is to be watched; parties are whose tie it tells of, and
// who takes part.
func (db *DB) WatchPage(ctx context.Context, q Asked) (*Page[agenda.Told[record.WatchItem]], error) {
	return findingPage(ctx, db, q, "watch", watchColumns, "list_distinct(list_concat(f.gauge_of, "+takePart("watch")+"))",
		[]string{"f.what", "s.text"}, func(w *record.WatchItem) []any {
			date := &dateColumns{to: &w.Date}
			return append([]any{&w.What, (*textList)(&w.GaugeOf), &w.Sentence}, date.targets()...)
		}, fillWatch)
}

// AssessmentPage gives what texts say of ties; parties are theirs.
func (db *DB) AssessmentPage(ctx context.Context, q Asked) (*Page[agenda.Told[record.Assessment]], error) {
	return findingPage(ctx, db, q, "assessment", assessmentColumns, "f.parties", []string{"s.text"}, func(a *record.Assessment) []any {
		return []any{(*textList)(&a.Parties), &a.Level, &a.Direction, &a.Context, &a.Sentence}
	}, func(a *record.Assessment, p inRole) { a.By = &p.Participant })
}
