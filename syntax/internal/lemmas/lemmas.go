// Package lemmas finds dictionary forms: a form and its Penn Treebank tag go
// in, the lemma comes out. Regular inflection is undone by rules; the words
// for which these fail are a table learnt from the treebank.
package lemmas

import (
	"slices"
	"strings"

	"entente/syntax/conllu"
	"entente/syntax/internal/codec"
)

// Model knows the exceptions, immutable and shared.
type Model struct {
	exceptions map[string]string // tag + space + lower-case form → lemma
	stems      map[string]bool   // lemmas of verbs seen in training
}

// Learn collects exceptions and verb stems from a treebank.
func Learn(bank []conllu.Sentence) *Model {
	m := &Model{map[string]string{}, map[string]bool{}}
	count := map[string]map[string]int{}
	for _, s := range bank {
		for _, w := range s.Words {
			if strings.HasPrefix(w.XPOS, "VB") && isWord(w.Lemma) {
				m.stems[w.Lemma] = true
			}
			key := w.XPOS + " " + strings.ToLower(w.Form)
			if !inflects(w.XPOS) || !isWord(w.Form) || !isWord(w.Lemma) {
				continue
			}
			if count[key] == nil {
				count[key] = map[string]int{}
			}
			count[key][w.Lemma]++
		}
	}
	for key, lemmas := range count {
		tag, form, _ := strings.Cut(key, " ")
		lemma := mostFrequent(lemmas)
		if m.byRule(form, tag) != lemma && (lemmas[lemma] > 1 || plausible(form, lemma)) {
			m.exceptions[key] = lemma
		}
	}
	return m
}

// plausible keeps slips of the annotators out of the table.
func plausible(form, lemma string) bool {
	return form[0] == lemma[0] && lemma == strings.ToLower(lemma) && len(lemma) <= len(form)+1
}

func mostFrequent(count map[string]int) string {
	best := ""
	for s, n := range count {
		if best == "" || n > count[best] || n == count[best] && s < best {
			best = s
		}
	}
	return best
}

func isWord(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i] | 0x20; (c < 'a' || c > 'z') && c != '\'' && s[i] < 0x80 {
			return false
		}
	}
	return s != ""
}

func inflects(tag string) bool {
	switch tag {
	case "NNP", "NNPS", "CD", "ADD", "FW", "GW", "SYM", "NFP", "LS":
		return false
	}
	return len(tag) > 1 && tag[0] >= 'A' && tag[0] <= 'Z'
}

// Lemma gives the dictionary form, in lower case unless the tag is that of a
// proper noun. It allocates only for forms that change.
func (m *Model) Lemma(form, tag string) string {
	if tag == "NNP" {
		return form
	}
	if !inflects(tag) && tag != "NNPS" {
		return form
	}
	lower := strings.ToLower(strings.ReplaceAll(form, "’", "'"))
	if tag != "NNPS" {
		if l, ok := m.exceptions[tag+" "+lower]; ok {
			return l
		}
		return m.byRule(lower, tag)
	}
	return properPlural(form)
}

// properPlural leaves names such as "States" in "United States" singular, as
// the treebank does, but not those that end in "ss" or are short.
func properPlural(form string) string {
	if n := len(form); n > 3 && form[n-1] == 's' && form[n-2] != 's' {
		if strings.HasSuffix(form, "ies") {
			return form[:n-3] + "y"
		}
		return form[:n-1]
	}
	return form
}

// Encode appends the tables to e.
func (m *Model) Encode(e *codec.Encoder) {
	var keys, values, stems []string
	for k := range m.exceptions {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		values = append(values, m.exceptions[k])
	}
	for s := range m.stems {
		stems = append(stems, s)
	}
	slices.Sort(stems)
	e.Strings(keys)
	e.Strings(values)
	e.Strings(stems)
}

// Decode reads what Encode wrote.
func Decode(d *codec.Decoder) *Model {
	m := &Model{map[string]string{}, map[string]bool{}}
	keys, values := d.Strings(), d.Strings()
	if len(keys) != len(values) {
		d.Fail("exceptions without lemmas")
		return m
	}
	for i, k := range keys {
		m.exceptions[k] = values[i]
	}
	for _, s := range d.Strings() {
		m.stems[s] = true
	}
	return m
}
