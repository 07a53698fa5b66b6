package calendar

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestADayReadsWhatItWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Day(rapid.IntRange(int(DayOn(0, 1, 1)), int(DayOn(9999, 12, 31))).Draw(t, "day"))
		if got, err := ParseDay(d.String()); err != nil || got != d {
			t.Fatalf("%s reads as %s, error %v", d, got, err)
		}
	})
}

func TestWhatIsNoDayIsRefused(t *testing.T) {
	for _, s := range []string{"", "2015", "2015-4-16", "2015-13-01", "2015-02-29", "2015-04-31", "2015-04-00", "2015/04/16", "2015-04-16T", "２015-04-1"} {
		if d, err := ParseDay(s); err == nil || !strings.Contains(err.Error(), "2015-04-16") {
			t.Errorf("%q: %s, error %v", s, d, err)
		}
	}
}

func TestADayIsATextInJSON(t *testing.T) {
	raw, err := json.Marshal(struct{ Day Day }{DayOn(2015, time.April, 16)})
	if err != nil || string(raw) != `{"Day":"2015-04-16"}` {
		t.Errorf("%s, error %v", raw, err)
	}
	var back struct{ Day Day }
	if err := json.Unmarshal(raw, &back); err != nil || back.Day != DayOn(2015, time.April, 16) {
		t.Errorf("%v, error %v", back, err)
	}
	if err := json.Unmarshal([]byte(`{"Day":"yesterday"}`), &back); err == nil {
		t.Error("yesterday is taken for a day")
	}
}
