package coder_test

import (
	"testing"

	"entente/record"
)

// Published on Friday, 17 April 2015, except where the text has no time.
func TestEventsAreDatedByTheirWordsAndThePublication(t *testing.T) {
	c := newCoder(t)
	for _, tc := range []struct{ name, body, want string }{
		{"a weekday is the last one", "Hungary met Slovakia on Wednesday.", "2015-04-15 2015-04-15 Wednesday"},
		{"the day of publication", "Tanzania and Rwanda signed a treaty on Friday.", "2015-04-17 2015-04-17 Friday"},
		{"yesterday", "Tanzania and Rwanda signed a treaty yesterday.", "2015-04-16 2015-04-16 yesterday"},
		{"a weekday to come", "Tanzanian President Jakaya Kikwete will visit Rwanda on Thursday.", "2015-04-23 2015-04-23 Thursday"},
		{"next week", "Armenia and Azerbaijan will sign a peace treaty next week.", "2015-04-20 2015-04-26 next week"},
		{"next month", "The leaders of India and Bangladesh will meet in Delhi next month.", "2015-05-01 2015-05-31 next month"},
		{"last month", "India and Pakistan held talks last month.", "2015-03-01 2015-03-31 last month"},
		{"a month", "Tanzania and Rwanda signed a treaty in January.", "2015-01-01 2015-01-31 January"},
		{"a day of this year", "Hungarian President Janos Ader met Slovak President Andrej Kiska on April 2.", "2015-04-02 2015-04-02 April 2"},
		{"a full date", "Hungary and Slovakia signed an agreement on 3 March 2015.", "2015-03-03 2015-03-03 3 March 2015"},
		{"a year", "Hungary signed an agreement with Slovakia in 1995.", "1995-01-01 1995-12-31 1995"},
		{"undated, past: the week before", "Tanzania and Rwanda signed a treaty.", "2015-04-10 2015-04-17 "},
		{"undated, to come: the quarter after", "Tanzania and Rwanda will sign a treaty.", "2015-04-17 2015-07-16 "},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := onlyDate(t, c.Code(published("", tc.body)).Events); got != tc.want {
				t.Errorf("%s\n got %q\nwant %q", tc.body, got, tc.want)
			}
		})
	}
}

func TestWithoutAPublicationTimeOnlyFullDatesAreDates(t *testing.T) {
	c := newCoder(t)
	for _, tc := range []struct{ name, body, want string }{
		{"a full date", "Hungary and Slovakia signed an agreement on 3 March 2015.", "2015-03-03 2015-03-03 3 March 2015"},
		{"a weekday", "Hungary met Slovakia on Wednesday.", "none"},
		{"nothing", "Tanzania and Rwanda signed a treaty.", "none"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := onlyDate(t, c.Code(articleOf("", tc.body)).Events); got != tc.want {
				t.Errorf("%s\n got %q\nwant %q", tc.body, got, tc.want)
			}
		})
	}
}

// onlyDate writes the date of the one event there is.
func onlyDate(t *testing.T, events []record.Event) string {
	t.Helper()
	if len(events) != 1 {
		t.Fatalf("%d events, want one: %+v", len(events), events)
	}
	d := events[0].Date
	if d == nil {
		return "none"
	}
	return d.From + " " + d.To + " " + d.Text
}
