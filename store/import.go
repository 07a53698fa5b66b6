package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"strings"

	"entente/exchange"
	"entente/happening"
	"entente/record"
	"entente/tie/track"
)

// importBatch is how many rows one transaction takes: two of DuckDB's row
// groups, which it can write in their place at once instead of by way of its
// log. Larger ones gain little and lose more where the process dies.
const importBatch = 2 * 122_880

// Importer stores rows of other data sets. Rows that are there already, by
// origin and id, are passed over.
type Importer struct {
	db      *DB
	ctx     context.Context // of the whole import
	conn    *sql.Conn       // while a batch is under way
	sheets  *sheets
	rows    int32 // in the batch
	seen    map[uint64]struct{}
	pairs   []pair
	columns []driver.Value
	err     error
	Stored  int // rows that were new and are safely stored
	Known   int // rows that were there already
}

// Importer begins an import. Close ends it.
func (db *DB) Importer(ctx context.Context) *Importer {
	return &Importer{db: db, ctx: ctx, seen: make(map[uint64]struct{}, importBatch)}
}

// Add takes one row; it keeps nothing of it.
func (im *Importer) Add(row *exchange.Imported) error {
	if im.conn == nil {
		if err := im.begin(); err != nil {
			return im.failed(err)
		}
	}
	key := hash(row.Origin + "\x00" + row.ID)
	if _, again := im.seen[key]; again {
		im.Known++
		return nil
	}
	im.seen[key] = struct{}{}
	im.append(key, row)
	if im.sheets.err != nil {
		return im.failed(im.sheets.err)
	}
	if im.rows == importBatch {
		return im.Flush()
	}
	return nil
}

// Flush stores what was added so far.
func (im *Importer) Flush() error {
	if im.conn == nil {
		return nil
	}
	if err := im.merge(); err != nil {
		return im.failed(err)
	}
	if err := exec(im.ctx, im.conn, "commit", "COMMIT"); err != nil {
		return im.failed(err)
	}
	return im.release()
}

// Close stores the rest and sorts the sums, so that a tie is read from few
// places of the file.
func (im *Importer) Close() error {
	if err := im.Flush(); err != nil {
		return err
	}
	if im.Stored == 0 {
		return nil
	}
	return im.db.Compact(im.ctx)
}

// begin opens a transaction with empty temporary tables in it.
func (im *Importer) begin() error {
	var err error
	if im.conn, err = im.db.sql.Conn(im.ctx); err != nil {
		return err
	}
	im.sheets = newSheets(im.conn)
	im.rows = 0
	clear(im.seen)
	return exec(im.ctx, im.conn, "begin a batch", `
		BEGIN;
		CREATE OR REPLACE TEMP TABLE incoming_event AS
			SELECT 0::INTEGER AS ordinal, * EXCLUDE (number), 0::UTINYINT AS tracks FROM event LIMIT 0;
		CREATE OR REPLACE TEMP TABLE incoming_pair (ordinal INTEGER, a VARCHAR, b VARCHAR)`)
}

func (im *Importer) release() error {
	err := im.conn.Close()
	im.conn = nil
	return err
}

// failed undoes the batch under way.
func (im *Importer) failed(err error) error {
	if im.conn != nil {
		im.sheets.close()
		im.conn.ExecContext(context.WithoutCancel(im.ctx), "ROLLBACK") // the error that counts is err
		im.release()
	}
	im.err = fmt.Errorf("import into %s: %w", im.db.path, err)
	return im.err
}

// Err is the error of the database that ended the import, nil where none did.
func (im *Importer) Err() error { return im.err }

// append puts one row into the temporary tables.
func (im *Importer) append(key uint64, row *exchange.Imported) {
	e := &row.Event
	tracks := track.Of(e.Type, e.Contexts)
	im.columns = append(im.columns[:0], im.rows)
	im.columns = append(im.columns, row.Origin, row.ID)
	im.columns = appendEvent(im.columns, e, row.Scored)
	im.columns = append(im.columns, int32(row.Outlets), int32(row.Articles), nil, nil, nullIfEmpty(row.Text), nullIfEmpty(row.URL), key, uint8(tracks))
	im.sheets.add("incoming_event", im.columns...)
	im.pairs = pairsOf(e, im.pairs)
	for _, p := range im.pairs {
		im.sheets.add("incoming_pair", im.rows, p.A, p.B)
	}
	im.rows++
}

// appendEvent appends the columns of table event from type to place_country.
func appendEvent(c []driver.Value, e *record.Event, scored bool) []driver.Value {
	var score driver.Value
	if scored {
		score = e.Score
	}
	c = append(c, nullIfEmpty(e.Type), orNull(e.Mode), list(e.Contexts), e.Aux, orNull(e.CAMEO), int8(e.Quad), score, orNull(e.Goldstein))
	c = appendSide(c, e.Actors)
	c = appendSide(c, e.Recipients)
	first, last, text := days(e.Date)
	c = append(c, first, last, text, seriesDay(e))
	place, country := placeColumns(e.Place)
	return append(c, place, country)
}

// appendSide appends the four columns of actors or recipients.
func appendSide(c []driver.Value, ps []record.Participant) []driver.Value {
	lists := make([]string, 2*len(ps))
	ids, countries := lists[:len(ps):len(ps)], lists[len(ps):]
	for i := range ps {
		ids[i], countries[i] = ps[i].ID, Side(&ps[i])
	}
	return append(c, ids, countries,
		joined(ps, func(p *record.Participant) string { return p.Name }),
		joined(ps, func(p *record.Participant) string {
			if len(p.Sectors) == 1 {
				return p.Sectors[0]
			}
			return strings.Join(p.Sectors, ",")
		}))
}

// separator stands between the values of a column that tells something of
// each actor or recipient.
const separator = "; "

func joined(ps []record.Participant, of func(*record.Participant) string) string {
	switch len(ps) {
	case 0:
		return ""
	case 1:
		return of(&ps[0])
	}
	values := make([]string, len(ps))
	for i := range ps {
		values[i] = of(&ps[i])
	}
	return strings.Join(values, separator)
}

// seriesDay is the column event.day.
func seriesDay(e *record.Event) driver.Value {
	if d, ok := happening.Day(e); ok && happening.Counts(e) {
		return midnight(d)
	}
	return nil
}

// merge takes the batch from the temporary tables to the lasting ones. The
// usual batch is all new and is copied as it stands.
func (im *Importer) merge() error {
	if err := im.sheets.close(); err != nil {
		return err
	}
	next, err := nextNumbers(im.ctx, im.conn)
	if err != nil {
		return err
	}
	first := next["report"]
	if err := exec(im.ctx, im.conn, "find what is there already", `
		CREATE TEMP TABLE incoming_new AS
			SELECT ordinal, ? + row_number() OVER (ORDER BY ordinal) - 1 AS number
			FROM incoming_event i ANTI JOIN event e ON e.key = i.key`, first); err != nil {
		return err
	}
	var stored int
	if err := im.conn.QueryRowContext(im.ctx, "SELECT count(*) FROM incoming_new").Scan(&stored); err != nil {
		return err
	}
	number, join, order, extra := fmt.Sprintf("%d + ordinal", first), "", "", ""
	if stored < int(im.rows) {
		number, join, order, extra = "number", "JOIN incoming_new USING (ordinal)", "ORDER BY number", ", number"
	}
	if err := exec(im.ctx, im.conn, "store the new ones", fmt.Sprintf(`
		INSERT INTO event SELECT %[1]s, * EXCLUDE (ordinal, tracks%[4]s) FROM incoming_event %[2]s %[3]s;
		INSERT INTO dyad_event
			SELECT a, b, %[1]s, day, origin, quad, score, tracks
			FROM incoming_pair JOIN incoming_event USING (ordinal) %[2]s %[3]s`, number, join, order, extra)); err != nil {
		return err
	}
	if err := sumUp(im.ctx, im.conn, "event >= "+fmt.Sprint(first), 1); err != nil {
		return err
	}
	im.Stored += stored
	im.Known += int(im.rows) - stored
	return exec(im.ctx, im.conn, "clear the batch", "DROP TABLE incoming_new; DROP TABLE incoming_event; DROP TABLE incoming_pair")
}
