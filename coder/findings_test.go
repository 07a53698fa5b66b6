package coder

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"testing"

	"entente/article"
	"entente/record"
	"entente/syntax"
)

// lead opens every test page, so that "the two countries" are Greece and
// Turkey and relative dates count from 3 March 2020.
const lead = "Greece and Turkey count tourists\n\nATHENS, March 3, 2020 (Wire) — Greece and Turkey published figures on Tuesday.\n\n"

// codePage codes the lead and one more paragraph.
func codePage(t *testing.T, c *Coder, paragraph string) *record.Record {
	t.Helper()
	var out *record.Record
	article.Read(strings.NewReader(lead+paragraph+"\n"), "page.txt", article.Options{}, func(a *article.Article, err error) bool {
		if err != nil {
			t.Fatal(err)
		}
		out = c.Code(a)
		return true
	})
	return out
}

func knowing(t *testing.T) *Coder {
	t.Helper()
	know, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return New(know, syntax.Accurate)
}

// holds compares lines as sets.
func holds(t *testing.T, page string, got []string, want ...string) {
	t.Helper()
	sort.Strings(got)
	sort.Strings(want)
	if !slices.Equal(got, want) {
		t.Errorf("%q:\n got %q\nwant %q", page, got, want)
	}
}

func deref(s *string) string {
	if s == nil {
		return "-"
	}
	return *s
}

func TestAssessmentsAreWhatIsSaidOfATie(t *testing.T) {
	c := knowing(t)
	for _, test := range []struct{ page, want string }{
		{"Relations between Athens and Ankara have deteriorated sharply since the summer.", "GRC TUR - worsening"},
		{"Ties between the two neighbours remain tense.", "GRC TUR strained -"},
		{"Turkey enjoys close relations with Azerbaijan.", "AZE TUR warm -"},
		{"Diplomats said a rift between Washington and Ankara had deepened.", "TUR USA strained worsening"},
		{"The alliance between Pakistan and China has grown stronger in recent years.", "CHN PAK - improving"},
		{"Relations between Greece and Turkey could improve.", ""},
		{"Greece hopes to improve ties with Turkey.", ""},
		{"Relations between Greece and Turkey have not improved.", ""},
		{"The talks between Greece and Turkey were difficult.", ""},
	} {
		var got []string
		for _, a := range codePage(t, c, test.page).Assessments {
			got = append(got, fmt.Sprint(strings.Join(a.Parties, " "), " ", deref(a.Level), " ", deref(a.Direction)))
		}
		holds(t, test.page, got, lines(test.want)...)
	}
}

func lines(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

func TestConditionsNameWhoMustAct(t *testing.T) {
	c := knowing(t)
	for _, test := range []struct{ page, want string }{
		{"Greece said it would not lift its veto unless Turkey withdraws its ships.", "TUR unless withdraws its ships"},
		{"Turkey will open its airspace only after Greece pays compensation.", "GRC only after pays compensation"},
		{"If Athens agrees, Ankara will return the pilots.", "GRC if agrees"},
		{"Turkey must withdraw its troops before any meeting can take place, an envoy said.", "TUR must before withdraw its troops"},
		{"The embassy will stay shut until Turkey frees the pilots.", "TUR until frees the pilots"},
		{"A reporter asked if Turkey was worried.", ""},
		{"The minister spoke as if nothing had happened.", ""},
		{"The consul stayed until Monday.", ""},
	} {
		var got []string
		for _, x := range codePage(t, c, test.page).Conditions {
			got = append(got, fmt.Sprint(strings.Join(x.On, " "), " ", x.Connective, " ", x.Action))
		}
		holds(t, test.page, got, lines(test.want)...)
	}
}

func TestWatchListsWhatIsAhead(t *testing.T) {
	c := knowing(t)
	for _, test := range []struct{ page, want string }{
		{"The Greek parliament is scheduled to vote on the accord next Tuesday.", "GRC >"},
		{"The European Union is to hold a summit on March 26.", "EUR >"},
		{"Bulgarian Foreign Minister Ekaterina Zaharieva is due in Skopje on Friday.", "BGR > MKD"},
		{"A ministerial meeting was to be held last week but was cancelled.", ""},
		{"Turkey will not vote on the accord next week.", ""},
		{"Greece has always been a member of the club.", ""},
	} {
		var got []string
		for _, w := range codePage(t, c, test.page).Watch {
			got = append(got, idsOf(w.Actors)+" >"+spaced(idsOf(w.Recipients)))
		}
		holds(t, test.page, got, lines(test.want)...)
	}
}

func spaced(s string) string {
	if s == "" {
		return ""
	}
	return " " + s
}

func idsOf(ps []record.Participant) string {
	var ids []string
	for i := range ps {
		ids = append(ids, ps[i].ID)
	}
	return strings.Join(ids, " ")
}

func TestMechanismsStandAsTheirWordsTell(t *testing.T) {
	c := knowing(t)
	for _, test := range []struct{ page, want string }{
		{"The foreign ministers of Greece and Turkey met in Brussels last week.", "GRC TUR held"},
		{"Turkey suspended trade talks with Armenia.", "ARM TUR suspended"},
		{"India and Pakistan have resumed their border talks.", "IND PAK resumed"},
		{"Greece cancelled a visit by the Turkish defence minister planned for next month.", "GRC TUR cancelled"},
		{"The European Union is to hold a summit on March 26.", "EUR planned"},
		{"India has halted intelligence cooperation with Pakistan.", "IND PAK suspended"},
		{"Officials regard the meeting as a success.", ""},
		{"Greece recalled its envoy to Turkey for consultations.", ""},
	} {
		var got []string
		for _, m := range codePage(t, c, test.page).Mechanisms {
			got = append(got, fmt.Sprint(strings.Join(m.Parties, " "), " ", m.Status))
		}
		holds(t, test.page, got, lines(test.want)...)
	}
}
