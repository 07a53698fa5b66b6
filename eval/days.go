package eval

import (
	"encoding/json"
	"fmt"
	"time"

	"entente/record"
)

// Days is the closed interval in which an annotated date lies.
type Days struct {
	Annotated bool // false: the annotation says nothing, and nothing is scored
	From, To  time.Time
}

// None tells that the page allows no date.
func (d Days) None() bool { return d.From.IsZero() }

// UnmarshalJSON reads ["2006-01-02","2006-01-02"] or null.
func (d *Days) UnmarshalJSON(raw []byte) error {
	*d = Days{Annotated: true}
	if string(raw) == "null" {
		return nil
	}
	var days []string
	if err := json.Unmarshal(raw, &days); err != nil || len(days) != 2 {
		return fmt.Errorf("date: %s; want [\"2006-01-02\", \"2006-01-02\"] or null", raw)
	}
	var err error
	if d.From, err = time.Parse(time.DateOnly, days[0]); err != nil {
		return fmt.Errorf("date: %q is no day; want the form 2006-01-02", days[0])
	}
	if d.To, err = time.Parse(time.DateOnly, days[1]); err != nil {
		return fmt.Errorf("date: %q is no day; want the form 2006-01-02", days[1])
	}
	if d.To.Before(d.From) {
		return fmt.Errorf("date: %s ends before it begins", raw)
	}
	return nil
}

// holds tells whether a found date is right: inside the interval widened by a
// day, or absent where the page allows none.
func (d Days) holds(found *record.Date) bool {
	if found == nil {
		return d.None()
	}
	if d.None() {
		return false
	}
	from, err := time.Parse(time.DateOnly, found.From)
	if err != nil {
		return false
	}
	to, err := time.Parse(time.DateOnly, found.To)
	if err != nil {
		return false
	}
	return !from.Before(d.From.AddDate(0, 0, -1)) && !to.After(d.To.AddDate(0, 0, 1))
}

func (d Days) String() string {
	if d.None() {
		return "no date"
	}
	return d.From.Format(time.DateOnly) + "…" + d.To.Format(time.DateOnly)
}
