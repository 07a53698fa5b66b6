package training

import (
	"math/rand/v2"
	"strings"
)

// Parts of titles, each word with its Penn Treebank tag and, except for the
// last, its relation to the title's last word. Written by hand for Entente.
var (
	nationalities = []string{
		"Japanese/JJ/amod", "South/NNP/compound Korean/JJ/amod", "North/NNP/compound Korean/JJ/amod",
		"U.S./NNP/compound", "US/NNP/compound", "Chinese/JJ/amod", "Russian/JJ/amod", "British/JJ/amod",
		"French/JJ/amod", "German/JJ/amod", "Israeli/JJ/amod", "Iranian/JJ/amod", "Turkish/JJ/amod",
		"Indian/JJ/amod", "Pakistani/JJ/amod", "Saudi/JJ/amod", "Egyptian/JJ/amod", "EU/NNP/compound",
		"U.N./NNP/compound", "UN/NNP/compound", "Philippine/JJ/amod", "Vietnamese/JJ/amod", "Syrian/JJ/amod",
		"Ukrainian/JJ/amod", "Greek/JJ/amod", "Polish/JJ/amod", "Mexican/JJ/amod", "NATO/NNP/compound",
	}
	ranks = []string{"Vice/NNP/compound", "Deputy/NNP/compound", "Assistant/NNP/compound", "former/JJ/amod", "then/RB/advmod", "outgoing/JJ/amod"}
	posts = []string{
		"Foreign/NNP/amod Minister/NNP", "Prime/NNP/amod Minister/NNP", "Defense/NNP/compound Minister/NNP",
		"Defence/NNP/compound Minister/NNP", "Interior/NNP/compound Minister/NNP", "Finance/NNP/compound Minister/NNP",
		"Trade/NNP/compound Minister/NNP", "President/NNP", "Vice/NNP/compound President/NNP", "Chancellor/NNP",
		"Ambassador/NNP", "Secretary/NNP", "Defense/NNP/compound Secretary/NNP", "Foreign/NNP/amod Secretary/NNP",
		"Secretary/NNP/compound General/NNP", "Gen./NNP", "King/NNP", "envoy/NN", "special/JJ/amod envoy/NN",
		"foreign/JJ/amod minister/NN", "prime/JJ/amod minister/NN", "opposition/NN/compound leader/NN",
		"Foreign/NNP/amod Ministry/NNP/compound spokesman/NN", "government/NN/compound spokeswoman/NN",
		"army/NN/compound chief/NN", "Security/NNP/compound Adviser/NNP", "Premier/NNP",
		"Secretary/NNP of/IN/case State/NNP/nmod", "Director/NNP of/IN/case Intelligence/NNP/nmod",
	}
)

// titled puts an official's title before a name of two words or more.
func titled(d *draft, random *rand.Rand) bool {
	at := -1
	for i, w := range d.words {
		if w.UPOS == "PROPN" && d.bareName(i) && w.Rel != "flat" && w.Rel != "compound" {
			at = i
			break
		}
	}
	if at < 0 || random.IntN(2) == 0 {
		return false
	}
	name := d.words[at]
	if random.IntN(3) == 0 {
		d.hyphenate(at, random)
	}
	var text []string
	if random.IntN(4) > 0 {
		text = append(text, pick(nationalities, random))
	}
	if random.IntN(2) == 0 {
		text = append(text, pick(ranks, random))
	}
	d.insert(at, titleWords(append(text, pick(posts, random)), name)...)
	return true
}

// Parts of Korean and Chinese names: family names, first and second syllables
// of given names as agencies write them ("Cho Tae-yong").
var (
	families = strings.Fields("Kim Lee Park Choi Cho Chung Kang Yoon Yun Lim Han Song Shin Hwang Ahn Ban Moon Ri Jang Chen Wang Li Zhang Hu Ma Tsai Lien")
	firsts   = strings.Fields("Tae Sung Byung Geun Jong Jae Ki Young Hyun Kyung Min Sang Seung Yong Chang Hong Dong Jin Myung Ying Shui Chi In")
	seconds  = strings.Fields("yong nam se hye il un moon ho hee soo jin min bak hwan kyu sik won jun hoon woo joo jeou bian wai wen jung pyo")
)

// hyphenate gives the person at position i such a name.
func (d *draft) hyphenate(i int, random *rand.Rand) {
	name := d.words[i]
	kept := d.words[: i+1 : i+1]
	j := i + 1
	for j < len(d.words) && d.words[j].head == name && d.words[j].Rel == "flat" && d.leaf(d.words[j]) {
		j++
	}
	rest := d.words[j:]
	name.Form = pick(families, random)
	given := titleWords([]string{pick(firsts, random) + "/NNP/flat", "-/HYPH/punct", pick(seconds, random) + "/NNP/flat"}, name)
	given[0].head, given[2].head, given[1].head = name, name, given[2]
	d.words = append(append(kept, given...), rest...)
}

func pick(list []string, random *rand.Rand) string { return list[random.IntN(len(list))] }

// bareName reports a capitalised word followed by the rest of the name, with
// nothing before it that belongs to it.
func (d *draft) bareName(i int) bool {
	w := d.words[i]
	if i+1 == len(d.words) || d.words[i+1].head != w || d.words[i+1].Rel != "flat" || d.words[i+1].UPOS != "PROPN" {
		return false
	}
	for _, o := range d.words[:i] {
		if o.head == w && o.Rel != "case" && o.Rel != "cc" && o.Rel != "punct" {
			return false
		}
	}
	return w.Form[0] >= 'A' && w.Form[0] <= 'Z' && w.Form[1:] != strings.ToUpper(w.Form[1:])
}

// titleWords builds the words of a title; its last word without a relation
// describes the name, the others depend on it.
func titleWords(parts []string, name *draftWord) []*draftWord {
	var words []*draftWord
	var head *draftWord
	for _, field := range strings.Fields(strings.Join(parts, " ")) {
		f := strings.Split(field, "/")
		w := &draftWord{}
		w.Form, w.Lemma, w.XPOS, w.UPOS = f[0], f[0], f[1], coarseTag[f[1]]
		if len(f) == 3 {
			w.Rel = f[2]
		} else {
			w.Rel, w.head, head = "nmod:desc", name, w
		}
		words = append(words, w)
	}
	for i, w := range words {
		switch {
		case w == head:
		case w.Form == "South" || w.Form == "North" || w.Form == "S." || w.Form == "N.":
			w.head = words[i+1]
		case w.Rel == "case":
			w.head = words[i+1]
		case w.Form == "Ministry":
			w.head = head
		case w.Form == "Foreign" && words[i+1].Form == "Ministry":
			w.head = words[i+1]
		default:
			w.head = head
		}
	}
	return words
}

var coarseTag = map[string]string{"NNP": "PROPN", "NN": "NOUN", "JJ": "ADJ", "RB": "ADV", "IN": "ADP", "HYPH": "PUNCT"}

// parties are states and bodies as headlines name them.
var partyNames = []string{
	"S./NNP/compound Korea/NNP", "N./NNP/compound Korea/NNP", "South/NNP/compound Korea/NNP", "North/NNP/compound Korea/NNP",
	"U.S./NNP", "US/NNP", "Japan/NNP", "China/NNP", "Russia/NNP", "EU/NNP", "Iran/NNP", "Israel/NNP", "India/NNP",
	"Pakistan/NNP", "Seoul/NNP", "Tokyo/NNP", "Beijing/NNP", "Moscow/NNP", "Washington/NNP", "Ukraine/NNP", "France/NNP",
	"Germany/NNP", "UK/NNP", "Turkey/NNP", "Syria/NNP", "ASEAN/NNP", "NATO/NNP", "U.N./NNP", "Taiwan/NNP", "Egypt/NNP",
}

// parties makes a headline whose subject is a list of states: "S. Korea, U.S.,
// Japan agree to". Half of the lists have "and" before the last name.
func parties(d *draft, random *rand.Rand) bool {
	_, root := d.root()
	s := d.subject()
	if s < 0 || root.XPOS != "VBD" && root.XPOS != "VBZ" || d.words[s].Rel != "nsubj" || !headline(d, random) {
		return false
	}
	r, _ := d.root()
	subject := d.words[d.subject()]
	var kept []*draftWord
	at := -1
	for i, w := range d.words {
		if w.below(subject) {
			if i > r {
				return false
			}
			at = i
			continue
		}
		kept = append(kept, w)
	}
	for _, w := range kept {
		if w.head == root && (w.Rel == "aux" || w.Rel == "cop") {
			return false
		}
	}
	at -= len(d.words) - len(kept) - 1
	d.words = kept
	if at < 0 || at > len(kept) {
		return false
	}
	root.Form, root.XPOS = root.Lemma, "VBP"
	d.insert(at, partyList(2+random.IntN(2), root, random)...)
	return true
}

// below reports a word of the subtree under top.
func (w *draftWord) below(top *draftWord) bool {
	for ; w != nil; w = w.head {
		if w == top {
			return true
		}
	}
	return false
}

// partyList coordinates n different names as the subject of verb.
func partyList(n int, verb *draftWord, random *rand.Rand) []*draftWord {
	var words []*draftWord
	var first *draftWord
	order := random.Perm(len(partyNames))
	and := random.IntN(2) == 0
	for i := range n {
		name := titleWords([]string{partyNames[order[i]]}, verb)
		last := name[len(name)-1]
		if i == 0 {
			first = last
			last.Rel = "nsubj"
		} else {
			last.head, last.Rel = first, "conj"
			joint := &draftWord{head: last}
			joint.Form, joint.Lemma, joint.UPOS, joint.XPOS, joint.Rel = ",", ",", "PUNCT", ",", "punct"
			if and && i == n-1 {
				joint.Form, joint.Lemma, joint.UPOS, joint.XPOS, joint.Rel = "and", "and", "CCONJ", "CC", "cc"
			}
			words = append(words, joint)
		}
		words = append(words, name...)
	}
	return words
}
