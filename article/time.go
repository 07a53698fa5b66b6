package article

import (
	"fmt"
	"strings"
	"time"
)

// Time is a publication time as exactly as the source tells it. Without
// HasClock only the day is known; without HasZone the clock is that of an
// unknown zone (the wrapped time.Time then carries UTC as a stand-in).
type Time struct {
	time.Time
	HasZone, HasClock bool
}

// String gives RFC 3339 with the zone where it is known, without it where it
// isn't ("2015-04-17T09:19:00"), the day alone ("2015-04-17") where no clock
// is known, and "" for the zero value.
func (t Time) String() string {
	switch {
	case t.IsZero():
		return ""
	case !t.HasClock:
		return t.Format(time.DateOnly)
	case !t.HasZone:
		return t.Format("2006-01-02T15:04:05")
	}
	return t.Format(time.RFC3339)
}

// MarshalText writes what String gives, so that no encoder invents a zone.
func (t Time) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// MarshalJSON writes what String gives, or null.
func (t Time) MarshalJSON() ([]byte, error) {
	if t.IsZero() {
		return []byte("null"), nil
	}
	return []byte(`"` + t.String() + `"`), nil
}

// UnmarshalText reads what String writes.
func (t *Time) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*t = Time{}
		return nil
	}
	v, err := ParsePublished(string(b))
	if err == nil {
		*t = v
	}
	return err
}

// UnmarshalJSON reads what MarshalJSON writes.
func (t *Time) UnmarshalJSON(b []byte) error {
	s := string(b)
	if s == "null" {
		*t = Time{}
		return nil
	}
	return t.UnmarshalText([]byte(strings.Trim(s, `"`)))
}

// ParsePublished reads a publication time: RFC 3339, the same without zone or
// seconds, or a date.
func ParsePublished(s string) (Time, error) {
	t, ok := parseISOTime(strings.TrimSpace(s))
	if !ok {
		return Time{}, fmt.Errorf("read publication time %q: want RFC 3339 (2015-04-17T09:19:00+09:00), the same without zone, or a date (2015-04-17)", s)
	}
	return t, nil
}

// isoLayouts are the forms that machines write; the flags say what each tells.
var isoLayouts = [...]struct {
	layout      string
	zone, clock bool
}{
	{time.RFC3339, true, true}, // fractions of a second are accepted by time.Parse
	{"2006-01-02T15:04:05Z0700", true, true},
	{"2006-01-02T15:04Z07:00", true, true},
	{"2006-01-02T15:04Z0700", true, true},
	{"2006-01-02T15:04:05", false, true},
	{"2006-01-02T15:04", false, true},
	{"2006-01-02", false, false},
	{"20060102T150405Z0700", true, true},
	{"20060102T150405", false, true},
	{"20060102", false, false},
	{"20060102 15:04:05", false, true},
	{"20060102150405", false, true},
	{time.RFC1123Z, true, true},
	{"Mon, 2 Jan 2006 15:04:05 -0700", true, true},
}

// parseISOTime reads a time that stands alone in a metadata field.
func parseISOTime(s string) (Time, bool) {
	if len(s) < 8 || len(s) > 40 {
		return Time{}, false
	}
	if len(s) > 10 && s[4] == '-' && s[10] == ' ' { // "2015-04-17 09:19:00 +0900": SQL's form
		clock := strings.ReplaceAll(s[11:], " ", "")
		if bare, isUTC := strings.CutSuffix(clock, "UTC"); isUTC {
			clock = bare + "Z"
		}
		s = s[:10] + "T" + clock
	}
	for _, l := range &isoLayouts {
		if t, err := time.Parse(l.layout, s); err == nil && plausibleYear(t.Year()) {
			return Time{Time: t, HasZone: l.zone, HasClock: l.clock}, true
		}
	}
	return Time{}, false
}

// plausibleYear keeps out serial numbers that look like dates. Newspapers are
// older than 1700, but digitised ones that anybody codes are not.
func plausibleYear(y int) bool { return y >= 1700 && y <= 2199 }
