package eval

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/record"
)

// StatementFigures are the counts for statements.
type StatementFigures struct {
	Statements Tally // the words, and the speaker by name or country
	Spans      Tally // the words, whoever said them
	Speakers   Tally // the words, and the very person where one is named
	Direct     Share // of the right statements, those rightly direct or reported
	About      Share // of the right statements, those about the annotated tie
	Date       Share // of the right statements whose date is annotated
}

func (f *StatementFigures) add(o StatementFigures) {
	f.Statements.add(o.Statements)
	f.Spans.add(o.Spans)
	f.Speakers.add(o.Speakers)
	f.Direct.add(o.Direct)
	f.About.add(o.About)
	f.Date.add(o.Date)
}

// statementTable holds, for every annotated and found statement, in what they agree.
type statementTable struct {
	gold  []GoldStatement
	found []record.Statement
	cells [][]statementAgreement
}

type statementAgreement struct{ words, side, person, direct bool }

func compareStatements(gold []GoldStatement, rec *record.Record) *statementTable {
	t := &statementTable{gold, rec.Statements, make([][]statementAgreement, len(gold))}
	for i := range gold {
		g := &gold[i]
		t.cells[i] = make([]statementAgreement, len(rec.Statements))
		for j := range rec.Statements {
			s := &rec.Statements[j]
			called := callings(&s.Speaker, rec.Article.Text)
			t.cells[i][j] = statementAgreement{
				words:  startsWithin(g.Starts, s.Text),
				side:   rightSide(g, &s.Speaker, called),
				person: rightPerson(g, &s.Speaker, called),
				direct: g.Direct == s.Direct,
			}
		}
	}
	return t
}

func (t *statementTable) pair(fits func(statementAgreement) bool) []int {
	return pairUp(len(t.gold), len(t.found), func(i, j int) (bool, preference) {
		a := t.cells[i][j]
		return a.words && fits(a), preference{a.side, a.person, a.direct}
	})
}

func (t *statementTable) figures() StatementFigures {
	n := len(t.found)
	pairs := t.pair(func(a statementAgreement) bool { return a.side })
	f := StatementFigures{
		Statements: tallyOf(pairs, n, nil),
		Spans:      tallyOf(t.pair(func(statementAgreement) bool { return true }), n, nil),
		Speakers:   tallyOf(t.pair(func(a statementAgreement) bool { return a.person }), n, nil),
	}
	for i, j := range pairs {
		if j < 0 {
			continue
		}
		f.Direct.count(t.cells[i][j].direct)
		f.About.count(sameParties(t.gold[i].About, t.found[j].About))
		if t.gold[i].Date.Annotated {
			f.Date.count(t.gold[i].Date.holds(t.found[j].Date))
		}
	}
	return f
}

// callings are all words by which a record calls a participant: name, person,
// office and the words of the page.
func callings(p *record.Participant, text string) string {
	all := []string{p.Name}
	if p.Person != nil {
		all = append(all, *p.Person)
	}
	if p.Office != nil {
		all = append(all, *p.Office)
	}
	if 0 <= p.Start && p.Start < p.End && p.End <= len(text) {
		all = append(all, text[p.Start:p.End])
	}
	return strings.Join(all, " ")
}

// rightSide: the person's name or the country is right.
func rightSide(g *GoldStatement, p *record.Participant, called string) bool {
	if g.Country != nil && means(*g.Country, p) {
		return true
	}
	if g.Country != nil && !isPersonName(g.Speaker) {
		return false // "foreign ministry" is everybody's
	}
	return shareWord(g.Speaker, called)
}

// rightPerson: where somebody is named, it is they; else the side is right.
func rightPerson(g *GoldStatement, p *record.Participant, called string) bool {
	if isPersonName(g.Speaker) {
		return shareWord(g.Speaker, called)
	}
	return rightSide(g, p, called)
}

// isPersonName tells "Tony Blinken" from "Taiwan", "a French diplomat" and
// "Foreign Ministry": two or more words, all with capitals but for what stands
// inside names, and no institution's ("New" is for capitals and countries).
func isPersonName(s string) bool {
	words := strings.Fields(s)
	for _, w := range words {
		if strings.Contains(nameParticles, " "+w+" ") || strings.HasPrefix(w, "al-") {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) || strings.Contains(institutions, " "+w+" ") {
			return false
		}
	}
	return len(words) > 1
}

const (
	nameParticles = " al bin da de del den der di el ibn la van von "
	institutions  = " Agency Airlines Army Assembly Bank Cabinet Commission Committee Congress Council Court Cross" +
		" Department Foundation Front Government House International Kingdom League Ministry Movement Nations Navy" +
		" New Office Organization Parliament Party Police Republic Senate States Union United Watch "
)
