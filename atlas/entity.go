package atlas

import "time"

// Kind says what an entity is.
type Kind uint8

// The kinds of entities. A Thing is a name that acts for nobody (a treaty, a
// war, a sea): it is in the atlas so that "Korean War" names no Korean.
const (
	State Kind = iota
	Organization
	Group
	Person
	Place
	DisputedPlace
	Role
	Thing
)

var kindNames = [...]string{"state", "organization", "group", "person", "place", "disputed place", "role", "thing"}

// String gives the kind in words.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "unknown kind"
}

// Form says how the words of a match name their entity.
type Form uint8

// The forms of naming. Abbreviations count as Name. Capital is a seat of
// government that may stand for its state; Metonym a house, street or body
// that does ("the Kremlin"); City any other place inside a state.
const (
	Name Form = iota
	Demonym
	Capital
	Metonym
	City
)

var formNames = [...]string{"name", "demonym", "capital", "metonym", "city"}

// String gives the form in words.
func (f Form) String() string {
	if int(f) < len(formNames) {
		return formNames[f]
	}
	return "unknown form"
}

// Entity is somebody or something that words can name.
type Entity struct {
	ID        string   // alpha-3 of a state, UNO, EUR, else a kind and a slug ("IGO:nato", "PLC:kor-busan")
	Kind      Kind     // what it is
	Country   string   // ISO 3166-1 alpha-3, "" where it belongs to none
	Sectors   []string // PLOVER sectors
	Name      string   // as shown to a reader
	Claimants []string // disputed places only: alpha-3, the holder first where one holds it
	Level     string   // roles only: leader, minister, vice-minister, senior-official, working or ""
	Being     string   // roles only: person, body, group
	Terms     []Term   // people, and groups that came to govern; by date
}

// Term is a time in office. From and To are days in UTC, both in office; a zero
// To means still in office when the data was written.
type Term struct {
	Office  string   // "foreign minister"
	Of      string   // id of the state or organisation it is an office of
	Country string   // alpha-3, "" for an organisation's office
	Sectors []string // PLOVER sectors
	From    time.Time
	To      time.Time
	rank    int // 1 for heads of state and government, larger for lesser offices
}

// holds tells whether day lies in the term, widened by slack on both sides.
func (t *Term) holds(day time.Time, slack time.Duration) bool {
	if day.Before(t.From.Add(-slack)) {
		return false
	}
	return t.To.IsZero() || !day.After(t.To.Add(24*time.Hour-1).Add(slack))
}

// OfficeOn gives the term that was held on that day, the highest one if there
// were several; if none, the last one before it, and former is true. A day
// before all terms gives ok false: the person was not yet in office.
func (e *Entity) OfficeOn(day time.Time) (t Term, former bool, ok bool) {
	best := -1
	for i := range e.Terms {
		c := &e.Terms[i]
		if !c.holds(day, 0) {
			continue
		}
		if best < 0 || c.rank < e.Terms[best].rank || c.rank == e.Terms[best].rank && c.From.After(e.Terms[best].From) {
			best = i
		}
	}
	if best >= 0 {
		return e.Terms[best], false, true
	}
	for i := range e.Terms {
		c := &e.Terms[i]
		if c.To.IsZero() || !c.To.Before(day) {
			continue
		}
		if best < 0 || c.To.After(e.Terms[best].To) {
			best = i
		}
	}
	if best >= 0 {
		return e.Terms[best], true, true
	}
	return Term{}, false, false
}

// Sense is one thing that the words of a match may mean.
type Sense struct {
	Entity *Entity
	Form   Form
	Plural bool // the words are a plural: "Britons", "foreign ministers"
}

// Match is a stretch of tokens that names something. Senses are shared with
// the atlas: read them, don't change them.
type Match struct {
	First, Last int     // token indices, inclusive
	Senses      []Sense // most usual first
	choice      *choice // cues where the surface is listed in ambiguous.tsv
}
