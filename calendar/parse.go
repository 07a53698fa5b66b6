package calendar

import (
	"fmt"
	"time"
)

// ParseDay reads "2006-01-02", the only form that [Day.String] writes for the
// years 0 to 9999.
func ParseDay(s string) (Day, error) {
	if len(s) == 10 && s[4] == '-' && s[7] == '-' {
		year, month, day := digits(s[:4]), digits(s[5:7]), digits(s[8:])
		if year >= 0 && month >= 1 && month <= 12 && day >= 1 {
			d := DayOn(year, time.Month(month), day)
			if _, m, _ := d.Date(); m == time.Month(month) && day <= 31 {
				return d, nil
			}
		}
	}
	return 0, fmt.Errorf("%q is no day; write it as 2015-04-16", s)
}

// digits gives the number that s writes in ASCII digits, -1 where it has others.
func digits(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// MarshalText writes what String gives.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what ParseDay reads.
func (d *Day) UnmarshalText(b []byte) (err error) {
	*d, err = ParseDay(string(b))
	return err
}
