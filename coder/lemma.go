package coder

import (
	"strings"

	"entente/syntax"
)

// irregular are past forms that a general lemmatiser meets too seldom to know,
// with the verbs that the lexicon needs.
var irregular = map[string]string{"flew": "fly", "flown": "fly", "froze": "freeze", "frozen": "freeze", "shook": "shake", "shaken": "shake",
	"swung": "swing", "lent": "lend", "fed": "feed", "leapt": "leap", "knelt": "kneel", "sank": "sink", "sunk": "sink", "fled": "flee",
	"freed": "free", "struck": "strike", "sought": "seek", "strove": "strive", "forgave": "forgive", "forgiven": "forgive", "forbade": "forbid",
	"forbidden": "forbid", "withdrew": "withdraw", "withdrawn": "withdraw", "withheld": "withhold", "upheld": "uphold", "overthrew": "overthrow",
	"overthrown": "overthrow", "overran": "overrun", "tore": "tear", "torn": "tear", "shot": "shoot", "slew": "slay", "slain": "slay",
	"beset": "beset", "swore": "swear", "sworn": "swear", "drove": "drive", "driven": "drive", "stole": "steal", "stolen": "steal",
	"bound": "bind", "clung": "cling", "dealt": "deal", "dug": "dig", "fought": "fight", "hung": "hang", "laid": "lay", "led": "lead",
	"rode": "ride", "rose": "rise", "risen": "rise", "sent": "send", "shut": "shut", "spoke": "speak", "spoken": "speak", "sprang": "spring",
	"spurned": "spurn", "stormed": "storm", "swept": "sweep", "threw": "throw", "thrown": "throw", "wrung": "wring", "ceded": "cede",
	"flung": "fling", "blew": "blow", "blown": "blow", "broke": "break", "broken": "break", "ground": "grind", "hid": "hide", "hidden": "hide",
	"met": "meet", "held": "hold", "told": "tell", "took": "take", "gave": "give", "came": "come",
	"went": "go", "began": "begin", "brought": "bring", "bought": "buy", "chose": "choose", "fell": "fall",
	"kept": "keep", "lost": "lose", "paid": "pay", "sold": "sell", "spent": "spend", "stood": "stand",
	"won": "win", "wrote": "write", "caught": "catch", "built": "build", "felt": "feel", "cut": "cut",
	"put": "put", "set": "set", "hit": "hit", "tried": "try", "waged": "wage",
	"foresaw": "foresee", "forwent": "forgo", "outbid": "outbid", "beat": "beat", "wept": "weep", "wound": "wound", "bared": "bare", "bares": "bare", "baring": "bare", "unfroze": "unfreeze", "unfrozen": "unfreeze"}

// mendLemmas brings the lemmas of verbs that the lexicon does not know back
// to one that it does, by the regular endings: "gunned" is a form of "gun",
// not of "gunne". Only verbs are touched.
func (d *document) mendLemmas(toks []syntax.Token) {
	for i := range toks {
		t := &toks[i]
		if t.UPOS != "VERB" {
			continue
		}
		form := lower(t.Form)
		if base, ok := irregular[form]; ok && base != form && (t.XPOS == "VB" || t.XPOS == "VBP") {
			t.XPOS = "VBD" // no present looks like "froze"
		}
		if base, ok := irregular[form]; ok && base != form { // also where "bared" was taken for a form of "bar"
			t.Lemma = base
			continue
		}
		if d.knownVerb(t.Lemma) {
			continue
		}
		if base := d.regular(form); base != "" {
			t.Lemma = base
		}
	}
}

func (d *document) knownVerb(lemma string) bool {
	return len(d.lex.Verbs[lemma]) > 0 || len(d.lex.Operators[lemma]) > 0 || len(d.lex.Supports[lemma]) > 0
}

// regular undoes -ed, -ing and -s in the ways that English spelling allows and
// gives the first verb that the lexicon knows.
func (d *document) regular(form string) string {
	for _, ending := range [3]string{"ed", "ing", "s"} {
		stem, ok := strings.CutSuffix(form, ending)
		if !ok || len(stem) < 2 {
			continue
		}
		n := len(stem)
		candidates := []string{stem, stem + "e"}
		if stem[n-1] == stem[n-2] {
			candidates = append(candidates, stem[:n-1])
		}
		if stem[n-1] == 'i' {
			candidates = append(candidates, stem[:n-1]+"y")
		}
		if stem[n-1] == 'k' {
			candidates = append(candidates, stem[:n-1]) // "trafficked"
		}
		if stem[n-1] == 'e' {
			candidates = append(candidates, stem[:n-1])
		}
		for _, c := range candidates {
			if d.knownVerb(c) {
				return c
			}
		}
	}
	return ""
}
