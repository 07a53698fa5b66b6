package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"entente/record"
)

// Coded is an article as the database holds it, with everything that was found
// in it. All offsets are bytes into Article.Text.
type Coded struct {
	Article     record.Article             `json:"article"`
	Source      string                     `json:"source"`    // the file it came from
	Countries   []record.Country           `json:"countries"` // that it is about, the most weighty first
	Sentences   []record.Span              `json:"sentences"`
	Events      []Reported                 `json:"events"` // in the order of the text
	Statements  []Found[record.Statement]  `json:"statements"`
	Mechanisms  []Found[record.Mechanism]  `json:"mechanisms"`
	Conditions  []Found[record.Condition]  `json:"conditions"`
	Watch       []Found[record.WatchItem]  `json:"watch"`
	Assessments []Found[record.Assessment] `json:"assessments"`
}

// Reported is an event as one article tells it.
type Reported struct {
	Number    int64 `json:"number"`    // of the report
	Happening int64 `json:"happening"` // number of the event that it tells, which other articles may tell as well
	record.Event
}

// Found is a finding with its number in the database.
type Found[T any] struct {
	Number int64 `json:"number"`
	Value  T     `json:"value"`
}

// ErrNoArticle says that no article has the id.
var ErrNoArticle = errors.New("there is no such article")

// Article reads an article with everything found in it.
func (db *DB) Article(ctx context.Context, id string) (*Coded, error) {
	c := &Coded{}
	a := &c.Article
	err := db.sql.QueryRowContext(ctx, `SELECT id, title, outlet, byline, published, language, url, text, source FROM article WHERE id = ?`, id).
		Scan(&a.ID, &a.Title, &a.Outlet, (*textList)(&a.Byline), &a.Published, &a.Language, &a.URL, &a.Text, &c.Source)
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNoArticle
	}
	if err != nil {
		return nil, fmt.Errorf("read article %s of %s: %w", id, db.path, err)
	}
	for _, read := range []func(context.Context, *DB, string) error{
		c.countries, c.sentences, c.events, c.statements, c.mechanisms, c.conditions, c.watch, c.assessments,
	} {
		if err := read(ctx, db, id); err != nil {
			return nil, fmt.Errorf("read article %s of %s: %w", id, db.path, err)
		}
	}
	return c, nil
}

// ArticleContent gives the content hash of an article, false where there is
// none with the id.
func (db *DB) ArticleContent(ctx context.Context, id string) (hash uint64, ok bool, err error) {
	err = db.sql.QueryRowContext(ctx, "SELECT content FROM article WHERE id = ?", id).Scan(&hash)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, false, nil
	}
	if err != nil {
		return 0, false, fmt.Errorf("look for article %s in %s: %w", id, db.path, err)
	}
	return hash, true, nil
}

// ContentOf is the content hash of an article as it is stored.
func ContentOf(a *record.Article) uint64 { return contentHash(a) }

// each hands over the rows of a query.
func (db *DB) each(ctx context.Context, query string, row func(*sql.Rows) error, args ...any) error {
	rows, err := db.sql.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (c *Coded) countries(ctx context.Context, db *DB, id string) error {
	return db.each(ctx, "SELECT country, weight, mentions FROM about WHERE article = ? ORDER BY weight DESC, country", func(rows *sql.Rows) error {
		var x record.Country
		err := rows.Scan(&x.Country, &x.Weight, &x.Mentions)
		c.Countries = append(c.Countries, x)
		return err
	}, id)
}

func (c *Coded) sentences(ctx context.Context, db *DB, id string) error {
	return db.each(ctx, "SELECT from_byte, to_byte FROM sentence WHERE article = ? ORDER BY n", func(rows *sql.Rows) error {
		var x record.Span
		err := rows.Scan(&x.Start, &x.End)
		c.Sentences = append(c.Sentences, x)
		return err
	}, id)
}

func (c *Coded) events(ctx context.Context, db *DB, id string) error {
	list, err := reports(ctx, db.sql, "SELECT number FROM report WHERE article = ?", id)
	if err != nil {
		return err
	}
	c.Events = make([]Reported, len(list))
	for i, t := range list {
		c.Events[i] = Reported{t.Number, t.event, *t.Report.Event}
	}
	sortByNumber(c.Events, func(x *Reported) int64 { return x.Number })
	return nil
}

func (c *Coded) statements(ctx context.Context, db *DB, id string) error {
	err := db.each(ctx, `
		SELECT number, text, direct, denied, cue_from, cue_to, from_byte, to_byte, about, contexts, stance, sentence, first_day, last_day, date_text
		FROM statement WHERE article = ? ORDER BY number`, func(rows *sql.Rows) error {
		var x Found[record.Statement]
		var from, to sql.NullInt32
		v := &x.Value
		date := &dateColumns{to: &v.Date}
		err := rows.Scan(append([]any{&x.Number, &v.Text, &v.Direct, &v.Denied, &from, &to, &v.Start, &v.End, (*textList)(&v.About), (*textList)(&v.Contexts), &v.Stance, &v.Sentence},
			date.targets()...)...)
		if from.Valid && to.Valid {
			v.Cue = &record.Span{Start: int(from.Int32), End: int(to.Int32)}
		}
		c.Statements = append(c.Statements, x)
		return err
	}, id)
	if err != nil || len(c.Statements) == 0 {
		return err
	}
	return fillFrom(ctx, db, "statement", c.Statements, func(s *record.Statement, p inRole) { s.Speaker = p.Participant })
}

func (c *Coded) mechanisms(ctx context.Context, db *DB, id string) error {
	return db.each(ctx, `
		SELECT number, local_id, name, kind, level, parties, status, gap_years, cadence, place, sentence, first_day, last_day, date_text
		FROM mechanism WHERE article = ? ORDER BY number`, func(rows *sql.Rows) error {
		var x Found[record.Mechanism]
		v := &x.Value
		date := &dateColumns{to: &v.Date}
		err := rows.Scan(append([]any{&x.Number, &v.ID, &v.Name, &v.Kind, &v.Level, (*textList)(&v.Parties), &v.Status, &v.GapYears, &v.Cadence, &v.Place, &v.Sentence},
			date.targets()...)...)
		c.Mechanisms = append(c.Mechanisms, x)
		return err
	}, id)
}

func (c *Coded) conditions(ctx context.Context, db *DB, id string) error {
	return db.each(ctx, "SELECT number, parties, connective, action, outcome, sentence FROM condition WHERE article = ? ORDER BY number", func(rows *sql.Rows) error {
		var x Found[record.Condition]
		v := &x.Value
		err := rows.Scan(&x.Number, (*textList)(&v.On), &v.Connective, &v.Action, &v.Outcome, &v.Sentence)
		c.Conditions = append(c.Conditions, x)
		return err
	}, id)
}

func (c *Coded) watch(ctx context.Context, db *DB, id string) error {
	err := db.each(ctx, "SELECT number, what, gauge_of, sentence, first_day, last_day, date_text FROM watch WHERE article = ? ORDER BY number", func(rows *sql.Rows) error {
		var x Found[record.WatchItem]
		v := &x.Value
		date := &dateColumns{to: &v.Date}
		err := rows.Scan(append([]any{&x.Number, &v.What, (*textList)(&v.GaugeOf), &v.Sentence}, date.targets()...)...)
		c.Watch = append(c.Watch, x)
		return err
	}, id)
	if err != nil || len(c.Watch) == 0 {
		return err
	}
	return fillFrom(ctx, db, "watch", c.Watch, fillWatch)
}

func fillWatch(w *record.WatchItem, p inRole) {
	if p.role == "actor" {
		w.Actors = append(w.Actors, p.Participant)
	} else {
		w.Recipients = append(w.Recipients, p.Participant)
	}
}

func (c *Coded) assessments(ctx context.Context, db *DB, id string) error {
	err := db.each(ctx, "SELECT number, parties, level, direction, context, sentence FROM assessment WHERE article = ? ORDER BY number", func(rows *sql.Rows) error {
		var x Found[record.Assessment]
		v := &x.Value
		err := rows.Scan(&x.Number, (*textList)(&v.Parties), &v.Level, &v.Direction, &v.Context, &v.Sentence)
		c.Assessments = append(c.Assessments, x)
		return err
	}, id)
	if err != nil || len(c.Assessments) == 0 {
		return err
	}
	return fillFrom(ctx, db, "assessment", c.Assessments, func(a *record.Assessment, p inRole) { a.By = &p.Participant })
}

// fillFrom gives findings of one kind their participants.
func fillFrom[T any](ctx context.Context, db *DB, kind string, list []Found[T], put func(*T, inRole)) error {
	numbers := make([]int64, len(list))
	for i := range list {
		numbers[i] = list[i].Number
	}
	who, err := participants(ctx, db.sql, kind, joinNumbers(numbers))
	if err != nil {
		return err
	}
	for i := range list {
		for _, p := range who[list[i].Number] {
			put(&list[i].Value, p)
		}
	}
	return nil
}

func sortByNumber[T any](list []T, number func(*T) int64) {
	slices.SortFunc(list, func(a, b T) int { return cmp.Compare(number(&a), number(&b)) })
}
