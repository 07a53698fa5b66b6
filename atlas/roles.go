package atlas

import "strings"

// roles reads the phrases that name an office, a body or a group of people.
func (b *builder) roles() error {
	t, err := readTable("roles", "phrase", "plural", "being", "level", "sectors")
	if err != nil {
		return err
	}
	for i, r := range t.rows {
		switch r[2] {
		case "person", "body", "group":
		default:
			return t.fail(i, "being %q, want person, body or group", r[2])
		}
		e := b.enter(&Entity{ID: "ROL:" + Slug(r[0]), Kind: Role, Name: r[0], Being: r[2], Level: r[3], Sectors: sectorList(r[4])})
		plural := r[1]
		if plural == "" {
			plural = pluralOf(r[0])
		}
		for _, s := range spellings(r[0]) {
			b.name(s, Sense{Entity: e, Plural: plural == r[0]})
		}
		if plural == "-" || plural == r[0] {
			continue
		}
		for _, s := range spellings(plural) {
			b.name(s, Sense{Entity: e, Plural: true})
		}
	}
	return nil
}

// pluralOf makes the plural of a phrase whose last word is its head:
// "foreign minister", "ministry", "spokeswoman", "embassy".
func pluralOf(phrase string) string {
	for _, irregular := range [...][2]string{
		{"woman", "women"}, {"man", "men"}, {"person", "people"}, {"child", "children"}, {"wife", "wives"}, {"chief", "chiefs"},
		{"staff", "staff"}, {"police", "police"}, {"personnel", "personnel"}, {"thief", "thieves"},
	} {
		if head, ok := strings.CutSuffix(phrase, irregular[0]); ok {
			return head + irregular[1]
		}
	}
	n := len(phrase)
	switch {
	case strings.HasSuffix(phrase, "y") && n > 1 && !strings.ContainsRune("aeiou", rune(phrase[n-2])):
		return phrase[:n-1] + "ies"
	case strings.HasSuffix(phrase, "s"), strings.HasSuffix(phrase, "x"), strings.HasSuffix(phrase, "ch"), strings.HasSuffix(phrase, "sh"):
		return phrase + "es"
	}
	return phrase + "s"
}

// spellings gives a phrase as both sides of the Atlantic write it. The tables
// hold the American spelling.
func spellings(phrase string) []string {
	out := []string{phrase}
	for _, pair := range [...][2]string{
		{"defense", "defence"}, {"adviser", "advisor"}, {"labor", "labour"}, {"armor", "armour"},
		{"center", "centre"}, {"organiz", "organis"}, {"counselor", "counsellor"}, {"program", "programme"},
	} {
		for _, s := range out {
			if strings.Contains(s, pair[0]) {
				out = append(out, strings.ReplaceAll(s, pair[0], pair[1]))
			}
		}
	}
	return out
}
