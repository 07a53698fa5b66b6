package plover

import (
	_ "embed"
	"sync"
)

//go:embed cameo.tsv
var cameoTSV string

// Code is one CAMEO event code with what is published about it.
type Code struct {
	Code         string
	Label        string
	Goldstein    float64 // −10…+10
	HasGoldstein bool
	Type         Type // "" for 01 and 02: statements and appeals are no events in PLOVER
	Mode         string
	Context      string
}

type cameoTable struct {
	codes  []Code
	byCode map[string]int
	byType map[Type][]int
}

var loadCAMEO = sync.OnceValue(func() *cameoTable {
	t := &cameoTable{byCode: map[string]int{}, byType: map[Type][]int{}}
	for _, row := range tsvRows("cameo.tsv", cameoTSV, 6) {
		c := Code{Code: row[0], Label: row[1], Type: Type(row[3]), Mode: row[4], Context: row[5]}
		if row[2] != "" {
			c.Goldstein, c.HasGoldstein = mustFloat("cameo.tsv", row[2]), true
		}
		t.byCode[c.Code] = len(t.codes)
		if c.Type != "" {
			t.byType[c.Type] = append(t.byType[c.Type], len(t.codes))
		}
		t.codes = append(t.codes, c)
	}
	return t
})

// CAMEO looks a code up. A leaf without its own entry falls back to its
// parents, so that "0559" answers as "055".
func CAMEO(code string) (Code, bool) {
	t := loadCAMEO()
	for ; len(code) >= 2; code = code[:len(code)-1] {
		if i, ok := t.byCode[code]; ok {
			return t.codes[i], true
		}
	}
	return Code{}, false
}

// Codes lists every CAMEO code in order.
func Codes() []Code { return append([]Code(nil), loadCAMEO().codes...) }

// Goldstein gives the Goldstein value of a code, or of its nearest parent
// that has one.
func Goldstein(code string) (float64, bool) {
	t := loadCAMEO()
	for ; len(code) >= 2; code = code[:len(code)-1] {
		if i, ok := t.byCode[code]; ok && t.codes[i].HasGoldstein {
			return t.codes[i].Goldstein, true
		}
	}
	return 0, false
}

// roots gives the CAMEO root each type stands under where neither mode nor
// context tells more.
var roots = map[Type]string{
	Agree: "030", Consult: "040", Support: "050", Concede: "080", Cooperate: "060", Aid: "070",
	Retreat: "087", Request: "100", Accuse: "110", Reject: "120", Threaten: "130", Protest: "140",
	Mobilize: "150", Sanction: "160", Coerce: "170", Assault: "180",
}

// CAMEO gives the code that says most about an event of the type: the first
// that agrees in mode and one of the contexts, then in mode, then in context,
// then the type's root.
func (t Type) CAMEO(mode string, contexts []string) string {
	table := loadCAMEO()
	best, bestRank := roots[t], 0
	for _, i := range table.byType[t] {
		c := &table.codes[i]
		if len(c.Code) < 3 || c.Mode != "" && c.Mode != mode {
			continue
		}
		rank := 0
		if mode != "" && c.Mode == mode {
			rank += 2
		}
		if c.Context != "" && has(contexts, c.Context) {
			rank++
		}
		if rank > bestRank {
			best, bestRank = c.Code, rank
		}
	}
	return best
}

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
