package lemmas

import "strings"

// byRule undoes regular inflection of a lower-case form.
func (m *Model) byRule(form, tag string) string {
	switch tag {
	case "NNS":
		return singular(form)
	case "VBZ":
		return m.stem(form, "s")
	case "VBD", "VBN":
		return m.stem(form, "ed")
	case "VBG":
		return m.stem(form, "ing")
	case "JJR", "RBR":
		return positive(form, "er")
	case "JJS", "RBS":
		return positive(form, "est")
	}
	return form
}

// singular undoes the plural of nouns.
func singular(w string) string {
	n := len(w)
	switch {
	case n > 4 && strings.HasSuffix(w, "ies"):
		return w[:n-3] + "y"
	case n > 4 && (strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "shes") ||
		strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "xes") || strings.HasSuffix(w, "zzes")):
		return w[:n-2]
	case n > 5 && (strings.HasSuffix(w, "oes")):
		return w[:n-2]
	case n > 3 && strings.HasSuffix(w, "men"):
		return w[:n-2] + "an"
	case n > 2 && w[n-1] == 's' && w[n-2] != 's' && w[n-2] != '\'':
		return w[:n-1]
	}
	return w
}

// stem undoes the ending of a verb, preferring stems that the treebank knows.
func (m *Model) stem(w, ending string) string {
	if ending == "s" {
		return m.thirdPerson(w)
	}
	bare, ok := strings.CutSuffix(w, ending)
	n := len(bare)
	if !ok || n < 2 || !hasVowel(bare) {
		return w
	}
	if ending == "ed" && bare[n-1] == 'i' {
		return bare[:n-1] + "y"
	}
	doubled := n > 2 && bare[n-1] == bare[n-2] && !isVowel(bare[n-1])
	switch {
	case m.stems[bare+"e"] && !m.stems[bare]:
		return bare + "e"
	case m.stems[bare]:
		return bare
	case doubled && m.stems[bare[:n-1]]:
		return bare[:n-1]
	case doubled && bare[n-1] != 'l' && bare[n-1] != 's' && bare[n-1] != 'f' && bare[n-1] != 'z':
		return bare[:n-1]
	case n > 4 && (strings.HasSuffix(bare, "ell") || strings.HasSuffix(bare, "oll")):
		return bare[:n-1] // "expelled", "controlled"
	case wantsE(bare):
		return bare + "e"
	}
	return bare
}

func (m *Model) thirdPerson(w string) string {
	n := len(w)
	if n < 3 || w[n-1] != 's' || w[n-2] == 's' {
		return w
	}
	if strings.HasSuffix(w, "ies") && n > 4 {
		return w[:n-3] + "y"
	}
	if strings.HasSuffix(w, "es") {
		if m.stems[w[:n-1]] {
			return w[:n-1]
		}
		switch bare := w[:n-2]; {
		case m.stems[bare], strings.HasSuffix(bare, "ss"), strings.HasSuffix(bare, "sh"),
			strings.HasSuffix(bare, "ch"), strings.HasSuffix(bare, "x"), strings.HasSuffix(bare, "o"):
			return bare
		}
	}
	return w[:n-1]
}

// wantsE guesses whether a stem lost its final e: "agre-", "propos-",
// "negotiat-", "urg-", "announc-".
func wantsE(s string) bool {
	n := len(s)
	last, before := s[n-1], s[n-2]
	switch last {
	case 'v', 'u', 'c':
		return true
	case 'g':
		return before == 'd' || before == 'r' || before == 'a' || before == 'n' && n > 3 && isVowel(s[n-3])
	case 's', 'z':
		return before != 's' && before != 'z'
	case 't':
		return (before == 'a' || before == 'u') && n > 3 && s[n-3] != 'e' && s[n-3] != 'o'
	case 'm':
		return before == 'u' && n > 3
	case 'r':
		return before == 'i' || before == 'u' || before == 'a' && n < 6
	case 'l':
		return !isVowel(before) && before != 'l' && before != 'r'
	case 'n', 'd':
		return (before == 'i' || before == 'u') && n > 3 && !isVowel(s[n-3])
	case 'e':
		return before == 'r'
	}
	return false
}

// positive undoes the comparison of adjectives and adverbs.
func positive(w, ending string) string {
	bare, ok := strings.CutSuffix(w, ending)
	n := len(bare)
	if !ok || n < 3 {
		return w
	}
	switch {
	case bare[n-1] == 'i':
		return bare[:n-1] + "y"
	case bare[n-1] == bare[n-2] && !isVowel(bare[n-1]) && bare[n-1] != 'l' && bare[n-1] != 's':
		return bare[:n-1]
	case bare[n-1] == 'g' && bare[n-2] == 'r', bare[n-1] == 'c', bare[n-1] == 'v', bare[n-1] == 'l' && bare[n-2] == 'p', bare[n-1] == 't' && bare[n-2] == 'a', bare[n-1] == 'd' && bare[n-2] == 'i', bare[n-1] == 's' && isVowel(bare[n-2]):
		return bare + "e"
	}
	return bare
}

func isVowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'
}

func hasVowel(s string) bool {
	for i := 0; i < len(s); i++ {
		if isVowel(s[i]) {
			return true
		}
	}
	return false
}
