package atlas_test

import (
	"testing"

	"entente/atlas"
)

func TestBearersOfASurnameDependOnTheDay(t *testing.T) {
	a := load(t)
	for _, c := range []struct{ surname, on, want string }{
		{"Abe", "2015-04-17", "PER:shinzo-abe"},
		{"Cho", "2015-04-17", "PER:cho-tae-yong"},
		{"Saiki", "2015-04-17", "PER:akitaka-saiki"},
		{"Blinken", "2015-04-17", "PER:tony-blinken"},
		{"Bush", "1991-02-01", "PER:george-hw-bush"},
		{"Bush", "2003-02-01", "PER:george-w-bush"},
		{"Clinton", "1999-01-01", "PER:bill-clinton"},
		{"Clinton", "2011-01-01", "PER:hillary-clinton"},
		{"Kim", "2010-01-01", "PER:kim-jong-il"},
		{"Kim", "2018-01-01", "PER:kim-jong-un"},
		{"Xi", "2019-01-01", "PER:xi-jinping"},
		{"Lula", "2005-01-01", "PER:luiz-inacio-lula-da-silva"},
		{"Suu Kyi", "2012-01-01", "PER:aung-san-suu-kyi"},
		{"Gaddafi", "2010-01-01", "PER:moammar-gadhafi"},
		{"Assad", "2012-01-01", "PER:bashar-al-assad"},
		{"Assad", "1996-01-01", "PER:hafez-al-assad"},
		{"Peña Nieto", "2015-01-01", "PER:enrique-pena-nieto"},
		{"Ban", "2010-01-01", "PER:ban-ki-moon"},
		{"Rutte", "2025-01-01", "PER:mark-rutte"},
	} {
		got := a.Bearers(c.surname, day(t, c.on))
		if len(got) == 0 || got[0].ID != c.want {
			t.Errorf("%s on %s: %v, want %s first", c.surname, c.on, ids(got), c.want)
		}
	}
	if got := a.Bearers("Abe", day(t, "1995-01-01")); len(got) != 0 {
		t.Errorf("Abe in 1995: %v, want nobody", ids(got))
	}
}

func ids(list []*atlas.Entity) []string {
	out := make([]string, len(list))
	for i, e := range list {
		out[i] = e.ID
	}
	return out
}

func TestOfficeDependsOnTheDay(t *testing.T) {
	a := load(t)
	for _, c := range []struct {
		id, on, office, of string
		former, ok         bool
	}{
		{"PER:ban-ki-moon", "2005-06-01", "foreign minister", "KOR", false, true},
		{"PER:ban-ki-moon", "2010-06-01", "secretary-general", "UNO", false, true},
		{"PER:ban-ki-moon", "2020-06-01", "secretary-general", "UNO", true, true},
		{"PER:antonio-guterres", "2000-01-01", "prime minister", "PRT", false, true},
		{"PER:tony-blinken", "2015-04-17", "deputy secretary of state", "USA", false, true},
		{"PER:tony-blinken", "2022-04-17", "secretary of state", "USA", false, true},
		{"PER:shinzo-abe", "2010-01-01", "prime minister", "JPN", true, true},
		{"PER:shinzo-abe", "1995-01-01", "", "", false, false},
		{"REB:taliban", "2000-01-01", "governing movement", "AFG", false, true},
		{"REB:taliban", "2010-01-01", "governing movement", "AFG", true, true},
	} {
		e := a.ByID(c.id)
		if e == nil {
			t.Errorf("no %s", c.id)
			continue
		}
		term, former, ok := e.OfficeOn(day(t, c.on))
		if term.Office != c.office || term.Of != c.of || former != c.former || ok != c.ok {
			t.Errorf("%s on %s: %s of %s, former %v, ok %v", c.id, c.on, term.Office, term.Of, former, ok)
		}
	}
}

func TestOfficesOfOrganisationsHaveNoCountry(t *testing.T) {
	a := load(t)
	term, _, _ := a.ByID("PER:ban-ki-moon").OfficeOn(day(t, "2010-06-01"))
	if term.Country != "" {
		t.Errorf("country %q, want none", term.Country)
	}
}
