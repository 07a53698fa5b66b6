package atlas

import "strings"

// builder fills an atlas table by table.
type builder struct {
	a     *Atlas
	nodes int32
	skip  map[string]map[string]bool // state → surfaces that state_names.tsv takes away
}

// build reads all tables. Their order matters only where words have several
// senses of one kind: the first table's comes first.
func build() (*Atlas, error) {
	b := &builder{a: &Atlas{
		names:    newTrie(),
		signs:    newTrie(),
		signKind: make(map[*Entity]SignKind),
		byID:     make(map[string]*Entity, 1<<13),
		members:  make(map[string][]string),
		bearers:  make(map[string][]*Entity, 1<<13),
		offices:  make(map[string]office),
		weights:  make(map[string]int),
	}}
	steps := []func() error{
		b.states, b.stateNames, b.weights, b.disputedPlaces, b.organisations, b.groups, b.metonyms,
		b.offices, b.groupTerms, b.people, b.roles, b.places, b.things, b.memberships, b.signs,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, err
		}
	}
	b.a.names.settle()
	if err := b.ambiguous(); err != nil {
		return nil, err
	}
	return b.a, nil
}

// name puts a surface of an entity into the trie of names.
func (b *builder) name(surface string, s Sense) { b.a.names.put(surface, s, &b.nodes) }

// wanted relaxes the case that a word of a table asks of the text: acronyms of
// four letters and more are also written "Nato", "Unicef"; a single capital
// ("S. Korea") is a capital like others; roles are found in any case but for
// their acronyms.
func wanted(w word, kind Kind) byte {
	if kind == Role && w.caps != upperCase {
		return anyCase
	}
	if w.caps == upperCase && (len(w.text) >= 4 || len(w.text) == 1) {
		return capital
	}
	return w.caps
}

// enter makes an entity known by its id; the first one keeps it.
func (b *builder) enter(e *Entity) *Entity {
	if old, ok := b.a.byID[e.ID]; ok {
		return old
	}
	b.a.byID[e.ID] = e
	b.a.entities = append(b.a.entities, e)
	return e
}

// states reads the generated table of states and territories.
func (b *builder) states() error {
	t, err := readTable("states", stateColumns...)
	if err != nil {
		return err
	}
	if b.skip, err = readSkips(); err != nil {
		return err
	}
	for _, r := range t.rows {
		e := b.enter(&Entity{ID: r[0], Kind: State, Country: r[0], Sectors: []string{"GOV"}, Name: r[2]})
		b.stateSurfaces(e, Name, false, r[2:4])
		b.stateSurfaces(e, Capital, false, list(r[4]))
		b.stateSurfaces(e, Demonym, false, list(r[5]))
	}
	return nil
}

func (b *builder) stateSurfaces(e *Entity, form Form, plural bool, surfaces []string) {
	for _, s := range surfaces {
		if s != "" && !b.skip[e.ID][s] {
			b.name(s, Sense{Entity: e, Form: form, Plural: plural})
		}
	}
}

var stateColumns = []string{"id", "alpha2", "name", "long", "capitals", "demonyms"}

var stateNameColumns = []string{"id", "form", "surfaces"}

// readSkips notes the surfaces that state_names.tsv takes away.
func readSkips() (map[string]map[string]bool, error) {
	t, err := readTable("state_names", stateNameColumns...)
	if err != nil {
		return nil, err
	}
	skip := make(map[string]map[string]bool)
	for _, r := range t.rows {
		if r[1] != "skip" {
			continue
		}
		m := make(map[string]bool)
		for _, s := range list(r[2]) {
			m[s] = true
		}
		skip[r[0]] = m
	}
	return skip, nil
}

// stateNames reads the hand-written surfaces of states.
func (b *builder) stateNames() error {
	t, err := readTable("state_names", stateNameColumns...)
	if err != nil {
		return err
	}
	for i, r := range t.rows {
		e := b.a.byID[r[0]]
		if e == nil {
			return t.fail(i, "no state %q in states.tsv", r[0])
		}
		form, plural := Name, false
		switch r[1] {
		case "skip":
			continue
		case "name":
		case "demonym":
			form = Demonym
		case "people":
			form, plural = Demonym, true
		case "capital":
			form = Capital
		default:
			return t.fail(i, "unknown form %q", r[1])
		}
		for _, s := range list(r[2]) {
			b.name(s, Sense{Entity: e, Form: form, Plural: plural})
		}
	}
	return nil
}

// weights reads how much each state and organisation is in the news, which
// decides between bearers of one surname in equal office.
func (b *builder) weights() error {
	t, err := readTable("weights", "weight", "ids")
	if err != nil {
		return err
	}
	for i, r := range t.rows {
		if len(r[0]) != 1 || r[0][0] < '1' || r[0][0] > '7' {
			return t.fail(i, "weight %q, want 1 to 7", r[0])
		}
		for _, id := range strings.Fields(r[1]) {
			b.a.weights[id] = int(r[0][0] - '0')
		}
	}
	return nil
}

// metonyms reads the houses, streets and bodies that stand for a state's or an
// organisation's arm. Each is an entity of its own with the id it stands for.
func (b *builder) metonyms() error {
	t, err := readTable("metonyms", "id", "name", "sectors", "surfaces")
	if err != nil {
		return err
	}
	for i, r := range t.rows {
		of := b.a.byID[r[0]]
		if of == nil {
			return t.fail(i, "no state or organisation %q", r[0])
		}
		e := &Entity{ID: of.ID, Kind: of.Kind, Country: of.Country, Sectors: sectorList(r[2]), Name: r[1]}
		b.surfaces(e, Metonym, r[1], r[3])
	}
	return nil
}

func (b *builder) surfaces(e *Entity, form Form, name, more string) {
	b.name(name, Sense{Entity: e, Form: form})
	for _, s := range list(more) {
		b.name(s, Sense{Entity: e, Form: form})
	}
}

func (b *builder) organisations() error {
	for _, file := range []string{"organisations", "media"} {
		if err := b.actors(file, Organization); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) groups() error { return b.actors("groups", Group) }

// actors reads a table of organisations or groups.
func (b *builder) actors(file string, kind Kind) error {
	t, err := readTable(file, "id", "name", "country", "sectors", "surfaces")
	if err != nil {
		return err
	}
	for i, r := range t.rows {
		if b.a.byID[r[0]] != nil {
			return t.fail(i, "id %s stands twice", r[0])
		}
		e := b.enter(&Entity{ID: r[0], Kind: kind, Country: r[2], Sectors: sectorList(r[3]), Name: r[1]})
		b.surfaces(e, Name, r[1], r[4])
	}
	return nil
}

func (b *builder) disputedPlaces() error {
	t, err := readTable("disputed", "id", "name", "holder", "claimants", "surfaces")
	if err != nil {
		return err
	}
	for _, r := range t.rows {
		claimants := list(r[3])
		e := b.enter(&Entity{ID: r[0], Kind: DisputedPlace, Country: r[2], Name: r[1], Claimants: claimants})
		b.surfaces(e, Name, r[1], r[4])
	}
	return nil
}

func (b *builder) places() error {
	t, err := readTable("places", "country", "name", "surfaces")
	if err != nil {
		return err
	}
	for _, r := range t.rows {
		id := "PLC:" + Slug(r[1])
		if r[0] != "" {
			id = "PLC:" + strings.ToLower(r[0]) + "-" + Slug(r[1])
		}
		e := b.enter(&Entity{ID: id, Kind: Place, Country: r[0], Name: r[1]})
		b.surfaces(e, City, r[1], r[2])
	}
	return nil
}

func (b *builder) things() error {
	t, err := readTable("things", "kind", "surfaces")
	if err != nil {
		return err
	}
	for _, r := range t.rows {
		for _, s := range list(r[1]) {
			e := &Entity{ID: "THG:" + Slug(s), Kind: Thing, Name: s}
			b.name(s, Sense{Entity: b.enter(e)})
		}
	}
	return nil
}

func (b *builder) memberships() error {
	t, err := readTable("members", "id", "members")
	if err != nil {
		return err
	}
	for i, r := range t.rows {
		if b.a.byID[r[0]] == nil {
			return t.fail(i, "no organisation %q", r[0])
		}
		b.a.members[r[0]] = strings.Fields(r[1])
	}
	return nil
}

// Slug writes a name as the second half of an id: "Médecins Sans Frontières"
// becomes "medecins-sans-frontieres".
func Slug(name string) string {
	f := newFolder()
	var parts []string
	for _, w := range f.words(strings.ReplaceAll(name, "/", " ")) {
		part := strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, w.text)
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "-")
}
