package atlas

import "slices"

// SignKind says in which way words tell a state without naming a party.
type SignKind uint8

// The kinds of signs. A form is what a firm's name ends in ("Plc", "GmbH"); a
// sign of the kind Dateline is one in datelines only.
const (
	SignPlace SignKind = iota
	SignInstitution
	SignForm
	SignDateline
)

var signKinds = [...]string{"place", "institution", "form", "dateline"}

// String gives the kind as signs.tsv writes it.
func (k SignKind) String() string {
	if int(k) < len(signKinds) {
		return signKinds[k]
	}
	return "unknown kind"
}

// Sign is a stretch of tokens that tells a state: "Calif.", "Bundesbank", "Plc".
type Sign struct {
	First, Last int    // token indices, inclusive
	Country     string // alpha-3
	Kind        SignKind
}

// Signs appends to dst the leftmost-longest signs over the token forms of one
// sentence and returns it. They come from a table of their own, because they
// tell what a text is about and not who acts in it; they may overlap what Find
// finds.
func (a *Atlas) Signs(forms []string, dst []Sign) []Sign {
	var w walk
	for i := 0; i < len(forms); {
		end, last := a.signs.longest(forms, i, &w)
		if end == nil {
			i++
			continue
		}
		e := end.senses[0].Entity
		dst = append(dst, Sign{First: i, Last: last, Country: e.Country, Kind: a.signKind[e]})
		i = last + 1
	}
	return dst
}

// signs reads the table. A surface has one state: it would be no sign else.
func (b *builder) signs() error {
	t, err := readTable("signs", "country", "kind", "surfaces")
	if err != nil {
		return err
	}
	nodes := int32(0)
	for i, r := range t.rows {
		if b.a.byID[r[0]] == nil {
			return t.fail(i, "no state %q in states.tsv", r[0])
		}
		kind := slices.Index(signKinds[:], r[1])
		if kind < 0 {
			return t.fail(i, "unknown kind %q, want one of %q", r[1], signKinds)
		}
		e := &Entity{Kind: Thing, Country: r[0]}
		b.a.signKind[e] = SignKind(kind)
		for _, surface := range list(r[2]) {
			b.a.signs.put(surface, Sense{Entity: e}, &nodes)
		}
	}
	b.a.signs.settle()
	return nil
}
