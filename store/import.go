package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"strings"

	"entente/exchange"
	"entente/record"
	"entente/tie/track"
)

// importBatch is how many rows one transaction takes: one of DuckDB's row
// groups. Larger ones gain little, hold more memory, and lose more where the
// process dies.
const importBatch = 122_880

// Importer stores rows of other data sets. Rows that are there already, by
// origin and id, are passed over. While one batch is merged the next is filled.
type Importer struct {
	db      *DB
	ctx     context.Context // of the whole import
	filling *batch          // nil where none is under way
	merging chan merged     // what came of the batch before; nil where none is
	seen    map[uint64]struct{}
	pairs   []PairOf
	columns []driver.Value
	err     error
	Stored  int // rows that were new and are safely stored
	Known   int // rows that were there already
}

// batch is rows in temporary tables, which only their connection sees.
type batch struct {
	conn   *sql.Conn
	sheets *sheets
	rows   int32
}

// merged is what came of a batch.
type merged struct {
	stored, rows int
	err          error
}

// Importer begins an import. Close ends it.
func (db *DB) Importer(ctx context.Context) *Importer {
	return &Importer{db: db, ctx: ctx, seen: make(map[uint64]struct{}, importBatch)}
}

// Err is the error of the database that ended the import, nil where none did.
func (im *Importer) Err() error { return im.err }

// Add takes one row; it keeps nothing of it.
func (im *Importer) Add(row *exchange.Imported) error {
	if im.err != nil {
		return im.err
	}
	if im.filling == nil {
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
	if im.filling.sheets.err != nil {
		return im.failed(im.filling.sheets.err)
	}
	if im.filling.rows == importBatch {
		return im.handOver()
	}
	return nil
}

// Flush stores what was added so far.
func (im *Importer) Flush() error {
	if im.err == nil {
		im.handOver()
	}
	im.await()
	return im.err
}

// Close stores the rest and, after a large import, sorts the sums.
func (im *Importer) Close() error {
	if err := im.Flush(); err != nil {
		return err
	}
	return im.db.Compact(im.ctx, im.Stored)
}

// begin makes empty temporary tables. Lists are text in them: the driver is
// slow with lists, DuckDB is fast with text.
func (im *Importer) begin() error {
	conn, err := im.db.sql.Conn(im.ctx)
	if err != nil {
		return err
	}
	im.filling = &batch{conn: conn, sheets: newSheets(conn)}
	clear(im.seen)
	return exec(im.ctx, conn, "begin a batch", `
		CREATE OR REPLACE TEMP TABLE incoming_event AS
			SELECT 0::INTEGER AS ordinal, * EXCLUDE (number) REPLACE ('' AS contexts, '' AS actors, '' AS actor_countries,
				'' AS recipients, '' AS recipient_countries), 0::UTINYINT AS tracks FROM event LIMIT 0;
		CREATE OR REPLACE TEMP TABLE incoming_pair (ordinal INTEGER, a VARCHAR, b VARCHAR)`)
}

// handOver has the batch merged, once the one before is.
func (im *Importer) handOver() error {
	im.await()
	b := im.filling
	if b == nil || im.err != nil {
		return im.err
	}
	im.filling = nil
	im.merging = make(chan merged, 1)
	go func() {
		stored, err := b.store(im.ctx)
		im.merging <- merged{stored, int(b.rows), err}
	}()
	return nil
}

// await takes in what came of the batch that is being merged.
func (im *Importer) await() {
	if im.merging == nil {
		return
	}
	m := <-im.merging
	im.merging = nil
	if m.err != nil {
		im.failed(m.err)
		return
	}
	im.Stored += m.stored
	im.Known += m.rows - m.stored
}

// failed ends the import; what was merged before stays.
func (im *Importer) failed(err error) error {
	if im.err == nil {
		im.err = fmt.Errorf("import into %s: %w", im.db.path, err)
	}
	if im.filling != nil {
		im.filling.sheets.close()
		im.filling.conn.Close()
		im.filling = nil
	}
	return im.err
}

// append puts one row into the temporary tables.
func (im *Importer) append(key uint64, row *exchange.Imported) {
	e, b := &row.Event, im.filling
	c := append(im.columns[:0], b.rows, row.Origin, row.ID)
	c = appendWhat(c, e, row.Scored, strings.Join(e.Contexts, separator))
	for _, side := range [2][]record.Participant{e.Actors, e.Recipients} {
		c = append(c, joined(side, idOf), joined(side, Side), joined(side, nameOf), joined(side, sectorsOf))
	}
	c = appendWhenAndWhere(c, e)
	c = append(c, nil, int32(row.Outlets), int32(row.Articles), nil, nil, nullIfEmpty(row.Text), nullIfEmpty(row.URL), key, uint8(track.Of(e.Type, e.Contexts)))
	b.sheets.add("incoming_event", c...)
	im.columns = c
	im.pairs = pairsOf(e, im.pairs)
	for _, p := range im.pairs {
		b.sheets.add("incoming_pair", b.rows, p.A, p.B)
	}
	b.rows++
}

// asList makes a list of a text column.
func asList(column string) string {
	return fmt.Sprintf("CASE WHEN %[1]s = '' THEN [] ELSE string_split(%[1]s, '%[2]s') END AS %[1]s", column, separator)
}

// lists are the columns of incoming_event that become lists.
var lists = strings.Join([]string{asList("contexts"), asList("actors"), asList("actor_countries"), asList("recipients"), asList("recipient_countries")}, ", ")

// store takes the batch from the temporary tables to the lasting ones, in one
// transaction, and gives its connection back.
func (b *batch) store(ctx context.Context) (stored int, err error) {
	defer b.conn.Close()
	if err := b.sheets.close(); err != nil {
		return 0, err
	}
	err = inTransaction(ctx, b.conn, func() error {
		stored, err = b.merge(ctx)
		return err
	})
	return stored, err
}

// merge copies what is new. The usual batch is all new and is copied as it
// stands.
func (b *batch) merge(ctx context.Context) (stored int, err error) {
	first, err := nextReport(ctx, b.conn)
	if err != nil {
		return 0, err
	}
	if err := exec(ctx, b.conn, "find what is there already", `
		CREATE OR REPLACE TEMP TABLE incoming_new AS
			SELECT ordinal, ? + row_number() OVER (ORDER BY ordinal) - 1 AS number
			FROM incoming_event i ANTI JOIN event e ON e.key = i.key`, first); err != nil {
		return 0, err
	}
	if err := b.conn.QueryRowContext(ctx, "SELECT count(*) FROM incoming_new").Scan(&stored); err != nil {
		return 0, err
	}
	number, join, order, extra := fmt.Sprintf("%d + ordinal", first), "", "", ""
	if stored < int(b.rows) {
		number, join, order, extra = "number", "JOIN incoming_new USING (ordinal)", "ORDER BY number", ", number"
	}
	if err := exec(ctx, b.conn, "store the new ones", fmt.Sprintf(`
		INSERT INTO event SELECT %[1]s, * EXCLUDE (ordinal, tracks%[4]s) REPLACE (%[5]s) FROM incoming_event %[2]s %[3]s;
		INSERT INTO dyad_event
			SELECT a, b, %[1]s, day, origin, quad, score, tracks
			FROM incoming_pair JOIN incoming_event USING (ordinal) %[2]s %[3]s`, number, join, order, extra, lists)); err != nil {
		return 0, err
	}
	if err := sumUp(ctx, b.conn, "event >= "+fmt.Sprint(first), 1); err != nil {
		return 0, err
	}
	return stored, exec(ctx, b.conn, "clear the batch", "DROP TABLE incoming_new; DROP TABLE incoming_event; DROP TABLE incoming_pair")
}
