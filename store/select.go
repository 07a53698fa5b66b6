package store

import (
	"fmt"
	"strings"

	"entente/calendar"
	"entente/tie/track"
)

// Filter chooses events. What is empty does not restrict.
type Filter struct {
	Parties  []string // sides as Side gives them: events that join two of them; of one, its events with anybody
	From, To *calendar.Day
	Types    []string // PLOVER types
	Contexts []string // PLOVER contexts: events with one of them
	Track    *track.Track
	Origins  []string
	Counting bool    // only those that count in a series
	Numbers  []int64 // of events
	Limit    int
}

// clause collects the conditions of a query with their arguments.
type clause struct {
	parts []string
	args  []any
}

func (c *clause) and(condition string, args ...any) {
	c.parts = append(c.parts, condition)
	c.args = append(c.args, args...)
}

func (c *clause) in(column string, values []string) {
	if len(values) == 0 {
		return
	}
	marks := make([]any, len(values))
	for i, v := range values {
		marks[i] = v
	}
	c.and(column+" IN ("+strings.TrimSuffix(strings.Repeat("?, ", len(values)), ", ")+")", marks...)
}

// holdsOne: a list holds one of some values. Asking for each is several times
// faster than intersecting lists.
func (c *clause) holdsOne(list string, values []string) {
	if len(values) == 0 {
		return
	}
	var parts []string
	var args []any
	for _, v := range values {
		parts = append(parts, "list_contains("+list+", ?)")
		args = append(args, v)
	}
	c.and("("+strings.Join(parts, " OR ")+")", args...)
}

// where gives the conditions as SQL, all of which must hold.
func (c *clause) where() string {
	if len(c.parts) == 0 {
		return "true"
	}
	return strings.Join(c.parts, " AND ")
}

// events gives the conditions on table event.
func (f *Filter) events() *clause {
	c := &clause{}
	if len(f.Parties) > 0 {
		pairs := f.pairs()
		c.and("number IN (SELECT event FROM dyad_event WHERE "+pairs.where()+")", pairs.args...)
	}
	if f.From != nil {
		c.and("last_day >= ?", midnight(*f.From))
	}
	if f.To != nil {
		c.and("first_day <= ?", midnight(*f.To))
	}
	c.in("type", f.Types)
	c.holdsOne("contexts", f.Contexts)
	c.in("origin", f.Origins)
	if f.Counting {
		c.and("day IS NOT NULL")
	}
	switch len(f.Numbers) {
	case 0:
	case 1:
		c.and("number = ?", f.Numbers[0])
	default:
		// The rows are found by one column, and the others read for them alone:
		// a list of numbers keeps DuckDB from passing over what it need not read.
		c.and("event.rowid IN (SELECT x.rowid FROM event x WHERE x.number IN (" + joinNumbers(f.Numbers) + "))")
	}
	return c
}

// pairs gives the conditions on table dyad_event.
func (f *Filter) pairs() *clause {
	c := &clause{}
	if len(f.Parties) == 1 {
		c.and("(a = ? OR b = ?)", f.Parties[0], f.Parties[0])
	} else {
		c.in("a", f.Parties)
		c.in("b", f.Parties)
	}
	c.in("origin", f.Origins)
	if f.Track != nil {
		c.and(fmt.Sprintf("tracks & %d <> 0", 1<<*f.Track))
	}
	return c
}

// literals writes codes as a list of SQL. They come from our own tables or
// were checked against them; quotes are doubled all the same.
func literals(values []string) string {
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = "'" + strings.ReplaceAll(v, "'", "''") + "'"
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

func joinNumbers(numbers []int64) string {
	list := make([]string, len(numbers))
	for i, n := range numbers {
		list[i] = fmt.Sprint(n)
	}
	return strings.Join(list, ", ")
}
