package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"strings"
	"time"

	"entente/calendar"
	"entente/record"
)

// sheets appends rows to tables, in bulk and within the transaction of its
// connection. Rows can be queried once the sheets are closed.
type sheets struct {
	conn *sql.Conn
	open map[string]appender
	err  error // the first one; what follows it does nothing
}

func newSheets(conn *sql.Conn) *sheets {
	return &sheets{conn: conn, open: map[string]appender{}}
}

// appender takes the rows of one table.
type appender interface {
	AppendRow(values ...driver.Value) error
	Close() error
}

// add appends a row, its values in the order of the table's columns.
func (s *sheets) add(table string, values ...driver.Value) {
	if s.err != nil {
		return
	}
	a := s.open[table]
	if a == nil {
		a, s.err = newAppender(s.conn, catalogOf(table), table)
		if s.err != nil {
			return
		}
		s.open[table] = a
	}
	if err := a.AppendRow(values...); err != nil {
		s.err = fmt.Errorf("write to table %s: %w", table, err)
	}
}

// close writes out all rows.
func (s *sheets) close() error {
	for table, a := range s.open {
		if err := a.Close(); err != nil && s.err == nil {
			s.err = fmt.Errorf("write to table %s: %w", table, err)
		}
	}
	clear(s.open)
	return s.err
}

// catalogOf gives the catalogue of a table: one whose name begins with
// "incoming" is temporary.
func catalogOf(table string) string {
	if strings.HasPrefix(table, "incoming") {
		return "temp"
	}
	return ""
}

// exec runs statements on a connection and says which one failed.
func exec(ctx context.Context, conn *sql.Conn, doing, query string, args ...any) error {
	if _, err := conn.ExecContext(ctx, query, args...); err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}

// The forms in which absent values are appended.

func orNull[T any](p *T) driver.Value {
	if p == nil {
		return nil
	}
	return *p
}

func nullIfEmpty(s string) driver.Value {
	if s == "" {
		return nil
	}
	return s
}

// list keeps an absent list from becoming null.
func list(of []string) driver.Value {
	if of == nil {
		return []string{}
	}
	return of
}

// days gives the three columns of a date.
func days(d *record.Date) (first, last, text driver.Value) {
	if d == nil {
		return nil, nil, nil
	}
	return date(d.From), date(d.To), d.Text
}

// date gives the column of a day as records write it; null where it is none.
func date(s string) driver.Value {
	d, err := calendar.ParseDay(s)
	if err != nil {
		return nil
	}
	return midnight(d)
}

// midnight is the form in which the driver takes and gives a DATE.
func midnight(d calendar.Day) time.Time { return time.Unix(int64(d)*24*60*60, 0).UTC() }

func day(t time.Time) calendar.Day { return calendar.DayOf(t.UTC()) }
