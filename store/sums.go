package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"entente/tie/track"
)

// sumUp adds the events of dyad_event that a condition holds for to dyad_day,
// sign times: 1 for new ones, -1 for those about to go. Sums of scores are
// exact, as scores are multiples of one half.
func sumUp(ctx context.Context, conn *sql.Conn, condition string, sign int) error {
	return exec(ctx, conn, "sum up the days", fmt.Sprintf(`
		INSERT INTO dyad_day
		SELECT a, b, day, origin, track, %[1]d * count(*), %[1]d * count(score),
			%[1]d * coalesce(sum(score), 0), %[1]d * coalesce(sum(score * score), 0),
			%[1]d * count(*) FILTER (quad >= 3), %[1]d * coalesce(sum(score) FILTER (quad >= 3), 0)
		FROM (
			SELECT *, '' AS track FROM dyad_event WHERE day IS NOT NULL AND (%[2]s)
			UNION ALL
			SELECT d.*, t.track
			FROM dyad_event d, (VALUES `+trackBits()+`) t(bit, track)
			WHERE day IS NOT NULL AND (%[2]s) AND d.tracks & t.bit <> 0
		)
		GROUP BY a, b, day, origin, track
		ORDER BY a, b, day, origin, track`, sign, condition))
}

// muchNew is the part of all events that must be new before sorting the sums
// is worth its time.
const muchNew = 0.1

// Compact makes one row of the rows of dyad_day that tell one day and sorts
// them by pair and day, so that a tie is read from few places of the file. It
// does so where a good part of the events was added since; what is read is the
// same with and without.
func (db *DB) Compact(ctx context.Context, added int) error {
	var all int
	if err := db.sql.QueryRowContext(ctx, "SELECT count(*) FROM event").Scan(&all); err != nil {
		return fmt.Errorf("count the events of %s: %w", db.path, err)
	}
	if added == 0 || float64(added) < muchNew*float64(all) {
		return nil
	}
	err := db.write(ctx, func(conn *sql.Conn) error {
		return exec(ctx, conn, "compact the sums", `
			CREATE OR REPLACE TEMP TABLE incoming_sums AS
				SELECT a, b, day, origin, track, sum(events)::INTEGER, sum(scored)::INTEGER, sum(score), sum(squares),
					sum(conflict)::INTEGER, sum(conflict_score)
				FROM dyad_day GROUP BY a, b, day, origin, track HAVING sum(events) > 0;
			DELETE FROM dyad_day;
			INSERT INTO dyad_day SELECT * FROM incoming_sums ORDER BY a, b, track, day, origin;
			DROP TABLE incoming_sums`)
	})
	if err != nil {
		return fmt.Errorf("compact %s: %w", db.path, err)
	}
	return nil
}

// trackBits are the rows (bit, track) of the set of tracks.
func trackBits() string {
	var rows []string
	for _, t := range track.All() {
		rows = append(rows, fmt.Sprintf("(%d, '%s')", 1<<t, t.Code()))
	}
	return strings.Join(rows, ", ")
}
