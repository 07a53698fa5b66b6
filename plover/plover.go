package plover

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// Type is one of PLOVER's sixteen event types.
type Type string

// The sixteen types, in PLOVER's order.
const (
	Agree     Type = "AGREE"
	Consult   Type = "CONSULT"
	Support   Type = "SUPPORT"
	Concede   Type = "CONCEDE"
	Cooperate Type = "COOPERATE"
	Aid       Type = "AID"
	Retreat   Type = "RETREAT"
	Request   Type = "REQUEST"
	Accuse    Type = "ACCUSE"
	Reject    Type = "REJECT"
	Threaten  Type = "THREATEN"
	Sanction  Type = "SANCTION"
	Protest   Type = "PROTEST"
	Mobilize  Type = "MOBILIZE"
	Coerce    Type = "COERCE"
	Assault   Type = "ASSAULT"
)

// Aux is an auxiliary mode: the reservation under which an event is told.
type Aux string

// The auxiliary modes; Asserted is the plain report.
const (
	Asserted     Aux = ""
	Historical   Aux = "historical"   // background, another era
	Future       Aux = "future"       // announced, not yet happened
	Hypothetical Aux = "hypothetical" // if, would, unless
	Negation     Aux = "negation"     // did not happen, is denied by the reporter
)

// Quad is the quadrant of cooperation and conflict.
type Quad int

// The four quads.
const (
	VerbalCooperation   Quad = 1
	MaterialCooperation Quad = 2
	VerbalConflict      Quad = 3
	MaterialConflict    Quad = 4
)

// String gives the quad's name as the literature writes it.
func (q Quad) String() string {
	switch q {
	case VerbalCooperation:
		return "verbal cooperation"
	case MaterialCooperation:
		return "material cooperation"
	case VerbalConflict:
		return "verbal conflict"
	case MaterialConflict:
		return "material conflict"
	}
	return "none"
}

// NeedsRecipient reports whether an event of the type is incomplete without
// somebody it is done to or with.
func (t Type) NeedsRecipient() bool {
	return t == Cooperate || t == Aid || t == Sanction
}

// Reciprocal reports whether the type can have all its participants as
// actors: meetings, agreements, joint work, and fights that nobody began.
func (t Type) Reciprocal() bool {
	switch t {
	case Agree, Consult, Cooperate, Support, Assault, Retreat, Accuse, Reject:
		return true
	}
	return false
}

//go:embed types.tsv
var typesTSV string

//go:embed vocabulary.tsv
var vocabularyTSV string

type typeInfo struct {
	quad   Quad
	score  float64
	modes  []string
	scores map[string]float64
}

type ontology struct {
	types    []Type
	byType   map[Type]*typeInfo
	contexts []string
	sectors  []string
	known    map[string]bool // "context/military", "sector/GOV"
}

var load = sync.OnceValue(func() *ontology {
	o := &ontology{byType: map[Type]*typeInfo{}, known: map[string]bool{}}
	for _, row := range tsvRows("types.tsv", typesTSV, 4) {
		t, mode := Type(row[0]), row[1]
		score := mustFloat("types.tsv", row[3])
		if mode == "" {
			quad, err := strconv.Atoi(row[2])
			if err != nil {
				panic("plover: types.tsv: " + err.Error())
			}
			o.types = append(o.types, t)
			o.byType[t] = &typeInfo{quad: Quad(quad), score: score, scores: map[string]float64{}}
			continue
		}
		info := o.byType[t]
		info.modes = append(info.modes, mode)
		info.scores[mode] = score
	}
	for _, row := range tsvRows("vocabulary.tsv", vocabularyTSV, 2) {
		switch row[0] {
		case "context":
			o.contexts = append(o.contexts, row[1])
		case "sector", "nonstate":
			o.sectors = append(o.sectors, row[1])
		}
		o.known[row[0]+"/"+row[1]] = true
	}
	return o
})

// Types lists the sixteen types in PLOVER's order.
func Types() []Type { return append([]Type(nil), load().types...) }

// Valid reports whether t is one of the sixteen.
func (t Type) Valid() bool { return load().byType[t] != nil }

// Quad gives the type's quadrant, 0 for an unknown type.
func (t Type) Quad() Quad {
	if info := load().byType[t]; info != nil {
		return info.quad
	}
	return 0
}

// Modes lists the modes a type can take; several types have none.
func (t Type) Modes() []string {
	if info := load().byType[t]; info != nil {
		return append([]string(nil), info.modes...)
	}
	return nil
}

// HasMode reports whether mode belongs to the type; the empty mode always does.
func (t Type) HasMode(mode string) bool {
	if mode == "" {
		return true
	}
	info := load().byType[t]
	if info == nil {
		return false
	}
	_, ok := info.scores[mode]
	return ok
}

// Score gives PLOVER's conflict–cooperation score, −10…+10, of a type in a
// mode; a mode the type does not know scores as the type itself.
func (t Type) Score(mode string) float64 {
	info := load().byType[t]
	if info == nil {
		return 0
	}
	if s, ok := info.scores[mode]; ok {
		return s
	}
	return info.score
}

// Contexts lists PLOVER's contexts.
func Contexts() []string { return append([]string(nil), load().contexts...) }

// IsContext reports whether code is one of them.
func IsContext(code string) bool { return load().known["context/"+code] }

// Sectors lists the sectors an actor can have, those of non-state actors
// (IGO, NGO, …) included.
func Sectors() []string { return append([]string(nil), load().sectors...) }

// IsSector reports whether code is one of them.
func IsSector(code string) bool {
	return load().known["sector/"+code] || load().known["nonstate/"+code]
}

// tsvRows cuts an embedded table into rows of n cells, without comments and
// the column header. The tables are part of the program, so a fault panics.
func tsvRows(name, data string, n int) [][]string {
	var rows [][]string
	header := true
	for i, line := range strings.Split(data, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if header {
			header = false
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != n {
			panic(fmt.Sprintf("plover: %s line %d: %d cells, want %d", name, i+1, len(cells), n))
		}
		rows = append(rows, cells)
	}
	return rows
}

func mustFloat(name, s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic("plover: " + name + ": " + err.Error())
	}
	return v
}
