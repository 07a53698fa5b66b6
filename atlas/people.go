package atlas

import (
	"sort"
	"strings"
	"time"
)

// office is what offices.tsv says of an office that people hold.
type office struct {
	rank    int
	sectors []string
}

// prominent is the last rank that Bearers knows by surname alone.
const prominent = 6

func (b *builder) offices() error {
	t, err := readTable("offices", "office", "rank", "sectors")
	if err != nil {
		return err
	}
	for i, r := range t.rows {
		if len(r[1]) != 1 || r[1][0] < '1' || r[1][0] > '9' {
			return t.fail(i, "rank %q, want 1 to 9", r[1])
		}
		b.a.offices[r[0]] = office{int(r[1][0] - '0'), sectorList(r[2])}
	}
	return nil
}

var peopleColumns = []string{"name", "surname", "office", "of", "from", "to"}

// people reads the two tables of terms. The hand-written one comes last and
// takes the place of what the facts say of the same person, office and state.
func (b *builder) people() error {
	byID := make(map[string]*person, 1<<13)
	var all []*person
	for _, file := range []string{"people", "people_facts"} {
		t, err := readTable(file, peopleColumns...)
		if err != nil {
			return err
		}
		for i, r := range t.rows {
			id := "PER:" + Slug(r[0])
			p := byID[id]
			if p == nil {
				name, _, _ := strings.Cut(r[0], " (") // "Kim Min-seok (spokesman)", no kin of the minister
				p = &person{e: &Entity{ID: id, Kind: Person, Name: name}, surname: r[1], file: file}
				if p.surname == "" {
					p.surname = lastWord(name)
				}
				byID[id] = p
				all = append(all, p)
			}
			term, err := b.term(t, i, r[2:])
			if err != nil {
				return err
			}
			if p.file == file || !p.knows(term) {
				p.e.Terms = append(p.e.Terms, term)
			}
		}
	}
	if err := b.peopleNames(byID); err != nil {
		return err
	}
	for _, p := range all {
		b.person(p)
	}
	return nil
}

// person is an entity in the making.
type person struct {
	e       *Entity
	surname string
	file    string   // the table that introduced it
	shorts  []string // further names it is known by alone
	names   []string // further full names
}

// knows tells whether the hand-written terms already cover the office.
func (p *person) knows(t Term) bool {
	for i := range p.e.Terms {
		old := &p.e.Terms[i]
		if old.Office == t.Office && old.Of == t.Of && (old.holds(t.From, year) || t.holds(old.From, year)) {
			return true
		}
	}
	return false
}

// term reads office, of, from, to.
func (b *builder) term(t *table, i int, r []string) (Term, error) {
	o, ok := b.a.offices[r[0]]
	if !ok {
		return Term{}, t.fail(i, "office %q is not in offices.tsv", r[0])
	}
	of := b.a.byID[r[1]]
	if of == nil {
		return Term{}, t.fail(i, "no state or organisation %q", r[1])
	}
	from, ok := day(r[2], false)
	if !ok {
		return Term{}, t.fail(i, "from %q: write 2006-01-02, 2006-01 or 2006", r[2])
	}
	to, ok := day(r[3], true)
	if !ok && r[3] != "" {
		return Term{}, t.fail(i, "to %q: write 2006-01-02, 2006-01 or 2006, or nothing", r[3])
	}
	return Term{Office: r[0], Of: of.ID, Country: of.Country, Sectors: o.sectors, From: from, To: to, rank: o.rank}, nil
}

// day reads a date of the tables; a month or a year alone means its first day,
// or its last where it ends a term.
func day(s string, end bool) (time.Time, bool) {
	number := func(s string) int {
		n := 0
		for i := 0; i < len(s); i++ {
			if s[i] < '0' || s[i] > '9' {
				return -1
			}
			n = n*10 + int(s[i]-'0')
		}
		return n
	}
	y, m, d := 0, 1, 1
	switch len(s) {
	case 4:
		y = number(s)
		if end {
			m, d = 12, 31
		}
	case 7:
		y, m = number(s[:4]), number(s[5:])
		if end {
			m, d = m+1, 0
		}
	case 10:
		y, m, d = number(s[:4]), number(s[5:7]), number(s[8:])
	}
	if y < 1900 || m < 1 || m > 13 || d < 0 || d > 31 {
		return time.Time{}, false
	}
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC), true
}

// peopleNames reads names that can't be made by rule: "Lula", "MBS", "Suu Kyi".
func (b *builder) peopleNames(byID map[string]*person) error {
	t, err := readTable("people_names", "name", "shorts", "names")
	if err != nil {
		return err
	}
	for i, r := range t.rows {
		p := byID["PER:"+Slug(r[0])]
		if p == nil {
			return t.fail(i, "nobody called %q in people.tsv or people_facts.tsv", r[0])
		}
		p.shorts, p.names = list(r[1]), list(r[2])
	}
	return nil
}

// person enters somebody with all names.
func (b *builder) person(p *person) {
	e := p.e
	sort.SliceStable(e.Terms, func(i, j int) bool { return e.Terms[i].From.Before(e.Terms[j].From) })
	best := 0
	for i := range e.Terms {
		if e.Terms[i].rank <= e.Terms[best].rank {
			best = i
		}
	}
	e.Country, e.Sectors = e.Terms[best].Country, e.Terms[best].Sectors
	b.enter(e)
	if strings.Contains(e.Name, " ") { // a bare surname is for Bearers only
		for _, n := range nameVariants(e.Name, p.surname, e.Country) {
			b.name(n, Sense{Entity: e})
		}
	}
	for _, n := range p.names {
		b.name(n, Sense{Entity: e})
	}
	if e.Terms[best].rank > prominent {
		return
	}
	keys := append([]string{p.surname, lastWord(p.surname)}, p.shorts...)
	if bare, ok := cutArticle(p.surname); ok {
		keys = append(keys, bare)
	}
	for _, k := range keys {
		b.bearer(b.a.key(k), e)
		if folded := digraphs(k); folded != k {
			b.bearer(b.a.key(folded), e)
		}
	}
}

func (b *builder) bearer(key string, e *Entity) {
	for _, old := range b.a.bearers[key] {
		if old == e {
			return
		}
	}
	b.a.bearers[key] = append(b.a.bearers[key], e)
}

func lastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// cutArticle takes the Arabic article off a surname.
func cutArticle(surname string) (string, bool) {
	for _, p := range [...]string{"al-", "Al-", "el-", "El-", "as-", "ash-", "ad-", "al ", "Al "} {
		if s, ok := strings.CutPrefix(surname, p); ok {
			return s, true
		}
	}
	return surname, false
}

// digraphs writes German and Nordic vowels with an e: "Müller", "Mueller".
var digraphWriter = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ø", "oe", "å", "aa", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "Ø", "Oe", "Å", "Aa")

func digraphs(s string) string { return digraphWriter.Replace(s) }

// nameVariants gives the ways a full name is written: whole, first name and
// surname only, without initials, without the Arabic article, with vowels as
// digraphs, and in the other order where the press uses both.
func nameVariants(name, surname, country string) []string {
	out := []string{name}
	add := func(s string) {
		for _, old := range out {
			if old == s {
				return
			}
		}
		if strings.Contains(s, " ") {
			out = append(out, s)
		}
	}
	words := strings.Fields(name)
	var full []string
	for _, w := range words {
		if !(len(w) == 2 && w[1] == '.') {
			full = append(full, w)
		}
	}
	if len(full) >= 2 && len(full) < len(words) && !strings.HasSuffix(words[0], ".") {
		add(strings.Join(full, " "))
	}
	if strings.HasSuffix(name, " "+surname) && len(words) > 2 && !strings.HasSuffix(words[0], ".") {
		add(words[0] + " " + surname)
	}
	switch given, western := strings.CutSuffix(name, " "+surname); {
	case western && (country == "JPN" || country == "HUN" || country == "KHM"):
		add(surname + " " + given)
	case !western && (country == "KOR" || country == "TWN" || country == "HKG"):
		if given, ok := strings.CutPrefix(name, surname+" "); ok {
			add(given + " " + surname)
		}
	}
	for _, n := range out[:len(out):len(out)] {
		add(digraphs(n))
		if i := strings.Index(strings.ToLower(n), " al-"); i > 0 {
			add(n[:i+1] + n[i+4:])
		} else if i := strings.Index(strings.ToLower(n), " el-"); i > 0 {
			add(n[:i+1] + n[i+4:])
		}
	}
	return out
}

// groupTerms reads when a group governed ("Taliban": AFG, 2021–).
func (b *builder) groupTerms() error {
	t, err := readTable("group_terms", "id", "office", "of", "from", "to")
	if err != nil {
		return err
	}
	for i, r := range t.rows {
		e := b.a.byID[r[0]]
		if e == nil {
			return t.fail(i, "no group %q", r[0])
		}
		term, err := b.term(t, i, r[1:])
		if err != nil {
			return err
		}
		e.Terms = append(e.Terms, term)
	}
	return nil
}
