package eval

import (
	"testing"

	"entente/record"
)

func ptr[T any](v T) *T { return &v }

var blinken = record.Participant{ID: "USA", Country: ptr("USA"), Name: "Tony Blinken", Person: ptr("Tony Blinken")}

func TestStatementsNeedTheWordsAndTheSpeaker(t *testing.T) {
	gold := []GoldStatement{{Speaker: "Tony Blinken", Country: ptr("USA"), Direct: true, Starts: "We're not mediating between Japan"}}
	for _, c := range []struct {
		name                  string
		person                record.Participant
		text                  string
		right, words, speaker int
	}{
		{"as annotated", blinken, "We're not mediating between Japan and Korea.", 1, 1, 1},
		{"quotation marks and blanks differ", blinken, "“We’re not  mediating\nbetween Japan”", 1, 1, 1},
		{"more before it", blinken, "No. We're not mediating between Japan and anybody", 1, 1, 1},
		{"other words", blinken, "We are friends", 0, 0, 0},
		{"a part of the words", blinken, "mediating between Japan and Korea", 0, 0, 0},
		{"last name alone, no country", record.Participant{ID: "PER:blinken", Name: "Blinken"}, "We're not mediating between Japan", 1, 1, 1},
		{"the country without the person", record.Participant{ID: "USA", Name: "United States"}, "We're not mediating between Japan", 1, 1, 0},
		{"another of the same country", record.Participant{ID: "USA", Name: "John Kerry", Person: ptr("John Kerry")}, "We're not mediating between Japan", 1, 1, 0},
		{"somebody else", record.Participant{ID: "JPN", Name: "Akitaka Saiki", Person: ptr("Akitaka Saiki")}, "We're not mediating between Japan", 0, 1, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			rec := &record.Record{Statements: []record.Statement{{Speaker: c.person, Text: c.text, Direct: true}}}
			f := compareStatements(gold, rec).figures()
			if f.Statements.Right != c.right || f.Spans.Right != c.words || f.Speakers.Right != c.speaker {
				t.Errorf("right %d, words %d, speaker %d; want %+v", f.Statements.Right, f.Spans.Right, f.Speakers.Right, c)
			}
		})
	}
}

func TestSpeakersWithoutAName(t *testing.T) {
	ministry := record.Participant{ID: "RUS", Country: ptr("RUS"), Name: "Russia"}
	analysts := record.Participant{ID: "CVL:analyst", Name: "analyst", Start: 0, End: 8}
	for _, c := range []struct {
		name  string
		gold  GoldStatement
		found record.Participant
		want  bool
	}{
		{"an institution by its country", GoldStatement{Speaker: "Foreign Ministry", Country: ptr("RUS")}, ministry, true},
		{"the same institution of another country", GoldStatement{Speaker: "Foreign Ministry", Country: ptr("CHN")},
			record.Participant{ID: "RUS", Name: "Russian Foreign Ministry"}, false},
		{"no country, the words of the page", GoldStatement{Speaker: "analysts"}, analysts, true},
		{"no country, other words", GoldStatement{Speaker: "diplomats"}, analysts, false},
		{"an unnamed person by the side", GoldStatement{Speaker: "an EU diplomat", Country: ptr("EUR")}, record.Participant{ID: "EUR", Name: "European Union diplomat"}, true},
	} {
		called := callings(&c.found, "analysts said it")
		if got := rightPerson(&c.gold, &c.found, called); got != c.want {
			t.Errorf("%s: %v; want %v", c.name, got, c.want)
		}
	}
}

func TestSmallWordsAtTheStartMayBeCutOff(t *testing.T) {
	for _, c := range []struct {
		starts, text string
		want         bool
	}{
		{"as a significant step", "a significant step", true},
		{"as a significant step", "significant step forward", true},
		{"the treaty a peace with dignity", "a peace with dignity", false},
		{"it would halt direct flights", "would halt direct flights", true},
		{"it would halt direct flights", "it would halt direct flights", true},
		{"Park", "Parker said", false},
		{"Raúl", "Raul", true},
	} {
		if got := startsWithin(c.starts, c.text); got != c.want {
			t.Errorf("%q in %q: %v; want %v", c.starts, c.text, got, c.want)
		}
	}
}
