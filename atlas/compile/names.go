package main

import (
	"strings"
	"unicode"

	"entente/atlas"
)

// names finds a state's id by the names and codes that the collections use.
type names struct{ ids map[string]string }

func readNames(facts string) (*names, error) {
	all, err := readCountries(facts)
	if err != nil {
		return nil, err
	}
	n := &names{ids: make(map[string]string)}
	for _, c := range all {
		n.ids[atlas.Slug(c.Name.Common)] = c.CCA3
		n.ids[atlas.Slug(c.Name.Official)] = c.CCA3
		n.ids[strings.ToLower(c.CCA2)] = c.CCA3
	}
	for name, id := range map[string]string{
		"burma": "MMR", "turkey-turkiye": "TUR", "turkey": "TUR", "korea-south": "KOR", "korea-north": "PRK",
		"congo-brazzaville": "COG", "drc": "COD", "the-gambia": "GMB", "cabo-verde": "CPV", "cote-divoire": "CIV",
		"cote-d-ivoire": "CIV", "the-bahamas": "BHS", "micronesia": "FSM", "czechia": "CZE",
		"north-macedonia": "MKD", "holy-see-vatican-city": "VAT", "kosovo": "XKX", "uk": "GBR", "el": "GRC",
	} {
		n.ids[name] = id
	}
	return n, nil
}

func (n *names) id(name string) string { return n.ids[atlas.Slug(name)] }

func lastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// shouted splits a name whose surname stands in capitals ("Recep Tayyip
// ERDOGAN", "XI Jinping") and writes it as names are written.
func shouted(s string) (name, surname string) {
	var sur []string
	words := strings.Fields(s)
	for i, w := range words {
		core := w
		for _, prefix := range []string{"al-", "Al-", "el-", "ad-", "as-", "ar-", "d'", "d’"} {
			core = strings.TrimPrefix(core, prefix)
		}
		if len([]rune(core)) > 1 && core == strings.ToUpper(core) && !strings.HasSuffix(core, ".") && !roman(core) && hasLetter(core) {
			words[i] = w[:len(w)-len(core)] + capitalised(core)
			sur = append(sur, words[i])
		} else if len(sur) > 0 && roman(core) {
			sur = append(sur, words[i])
		}
	}
	name = strings.Join(words, " ")
	if len(sur) == 0 {
		return name, lastWord(name)
	}
	return name, strings.Join(sur, " ")
}

func roman(s string) bool { return s != "" && strings.Trim(s, "IVX") == "" }

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// capitalised writes "AMON-TANOH" as "Amon-Tanoh", "O'NEILL" as "O'Neill".
func capitalised(s string) string {
	begin := true
	out := strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			begin = true
			return r
		}
		if begin {
			begin = false
			return unicode.ToUpper(r)
		}
		return unicode.ToLower(r)
	}, s)
	if len(out) > 3 && strings.HasPrefix(out, "Mc") {
		out = "Mc" + strings.ToUpper(out[2:3]) + out[3:]
	}
	return out
}

// trimTitle takes ranks and nicknames off a name.
func trimTitle(s string) string {
	for {
		word, rest, ok := strings.Cut(s, " ")
		if !ok {
			return s
		}
		switch strings.TrimSuffix(word, ",") {
		case "Col.", "Gen.", "Capt.", "Dr.", "Lt.", "Maj.", "Brig.", "Sir", "Dame", "General", "Colonel", "Ratu", "Lord", "Baroness",
			"Sheikh", "Cardinal", "(Ret.)", "Mr.", "Gen", "Adm.", "Ret.", "Prof.", "Cdre.", "Marshal", "Lieutenant", "Field":
			s = rest
		default:
			return s
		}
	}
}
