package lexicon

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"entente/plover"
)

// few is a small vocabulary for patterns.
var few = map[string][]Word{
	"diplomat": {{Head: "diplomat"}, {Head: "attaché", With: []string{"military"}}},
	"deed":     {{Head: "killing"}},
}

func word(heads ...string) (out []Word) {
	for _, h := range heads {
		out = append(out, Word{Head: h})
	}
	return out
}

func TestPatternsAreReadIntoHeadAndSlots(t *testing.T) {
	for _, c := range []struct {
		pattern string
		want    Pattern
	}{
		{"A *accuse R", Pattern{Heads: word("accuse"), Subject: Actor, Slots: []Slot{{Role: Recipient}}}},
		{"A *{criticize|criticise} R", Pattern{Heads: word("criticize", "criticise"), Subject: Actor, Slots: []Slot{{Role: Recipient}}}},
		{"A *meet A", Pattern{Heads: word("meet"), Subject: Actor, Slots: []Slot{{Role: Actor}}}},
		{"R *receive aid from A", Pattern{Heads: word("receive"), Subject: Recipient,
			Slots: []Slot{{Words: word("aid")}, {Preps: []string{"from"}, Role: Actor}}}},
		{"A *blame R for _", Pattern{Heads: word("blame"), Subject: Actor,
			Slots: []Slot{{Role: Recipient}, {Preps: []string{"for"}, Role: Any}}}},
		{"A *arrest R (for _)", Pattern{Heads: word("arrest"), Subject: Actor,
			Slots: []Slot{{Role: Recipient}, {Preps: []string{"for"}, Role: Any, Optional: true}}}},
		{"A *impose tax on|against R", Pattern{Heads: word("impose"), Subject: Actor,
			Slots: []Slot{{Words: word("tax")}, {Preps: []string{"on", "against"}, Role: Recipient}}}},
		{"A *expel @diplomat of R", Pattern{Heads: word("expel"), Subject: Actor,
			Slots: []Slot{{Words: few["diplomat"], Of: Recipient}}}},
		{"A *condemn @deed by R", Pattern{Heads: word("condemn"), Subject: Actor,
			Slots: []Slot{{Words: few["deed"], Of: Recipient, Agents: []string{"by"}}}}},
		{"A *reject {demand|call} of|by R", Pattern{Heads: word("reject"), Subject: Actor,
			Slots: []Slot{{Words: word("demand", "call"), Of: Recipient, Agents: []string{"of", "by"}}}}},
		{"R *draw @deed from A", Pattern{Heads: word("draw"), Subject: Recipient,
			Slots: []Slot{{Words: few["deed"]}, {Preps: []string{"from"}, Role: Actor}}}},
		{"A *complain that R", Pattern{Heads: word("complain"), Subject: Actor,
			Slots: []Slot{{Preps: []string{"that"}, Role: Recipient, Clause: true}}}},
		{"A *call on R to _", Pattern{Heads: word("call"), Subject: Actor,
			Slots: []Slot{{Preps: []string{"on"}, Role: Recipient}, {Preps: []string{"to"}, Role: Any, Clause: true}}}},
		{"A *tell R to {leave|quit}", Pattern{Heads: word("tell"), Subject: Actor,
			Slots: []Slot{{Role: Recipient}, {Preps: []string{"to"}, Words: word("leave", "quit")}}}},
		{"A *pull out of _", Pattern{Heads: word("pull"), Subject: Actor,
			Slots: []Slot{{Preps: []string{"out of"}, Role: Any}}}},
		{"A *pull out|away", Pattern{Heads: word("pull"), Subject: Actor, Particle: "out|away"}},
		{"A *stage hunger strike", Pattern{Heads: word("stage"), Subject: Actor,
			Slots: []Slot{{Words: []Word{{Head: "strike", With: []string{"hunger"}}}}}}},
		{"A *oust {prime minister|president} of R", Pattern{Heads: word("oust"), Subject: Actor,
			Slots: []Slot{{Words: []Word{{Head: "minister", With: []string{"prime"}}, {Head: "president"}}, Of: Recipient}}}},
		{"A *send @diplomat", Pattern{Heads: word("send"), Subject: Actor, Slots: []Slot{{Words: few["diplomat"]}}}},
		{"*talk between|with A", Pattern{Noun: true, Heads: word("talk"),
			Slots: []Slot{{Preps: []string{"between", "with"}, Role: Actor}}}},
		{"foreign minister *talk", Pattern{Noun: true, Heads: []Word{{Head: "talk", With: []string{"foreign", "minister"}}}}},
		{"{sea|land} *border", Pattern{Noun: true, Heads: []Word{{Head: "border", With: []string{"sea|land"}}}}},
		{"*visit by A to R", Pattern{Noun: true, Heads: word("visit"),
			Slots: []Slot{{Preps: []string{"by"}, Role: Actor}, {Preps: []string{"to"}, Role: Recipient}}}},
	} {
		got, err := parsePattern(c.pattern, few)
		if err != nil {
			t.Errorf("%s: %v", c.pattern, err)
		} else if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s:\n got %+v\nwant %+v", c.pattern, got, c.want)
		}
	}
}

func TestPatternsThatCannotBeReadSayWhy(t *testing.T) {
	for _, c := range []struct{ pattern, want string }{
		{"A accuse R", "no head"},
		{"", "no head"},
		{"A *accuse *blame R", "two heads"},
		{"A openly *accuse R", "before the verb"},
		{"A *expel @diplomats of R", "unknown word class @diplomats"},
		{"A *@unheard R", "unknown word class @unheard"},
		{"@unheard *talk", "unknown word class @unheard"},
		{"A *", "empty word"},
		{"*talk between", "ends in a preposition"},
		{"A *sign trea{ty", "cannot read"},
		{"A *sign a*b", "two heads|cannot read"},
	} {
		_, err := parsePattern(c.pattern, few)
		if err == nil || !regexp.MustCompile(c.want).MatchString(err.Error()) {
			t.Errorf("%q: error %v, want %q", c.pattern, err, c.want)
		}
	}
}

func FuzzPattern(f *testing.F) {
	for _, s := range []string{"A *expel @diplomat of R", "*talk between|with A", "A *give (R) {a b|c} to {leave|quit}", "A *x that R by R)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := parsePattern(s, few)
		if err == nil && len(p.Heads) == 0 {
			t.Errorf("%q was read without a head", s)
		}
	})
}

func TestFaultsInTablesNameFileAndLine(t *testing.T) {
	const head = "# a comment\npattern\tmode\tcontexts\tcameo\texample\n"
	for _, c := range []struct{ file, data, want string }{
		{"accuse.tsv", head + "A *accuse R\t-\t-\t112\n", "accuse.tsv:3: 4 columns"},
		{"accuse.tsv", head + "\nA accuse R\t-\t-\t112\t[A:Peru] accused [R:Chile].\n", `accuse.tsv:4: pattern "A accuse R": no head`},
		{"accuse.tsv", head + "A *accuse R\tvisit\t-\t112\tx\n", `accuse.tsv:3: ACCUSE has no mode "visit"`},
		{"accuse.tsv", head + "A *accuse R\t-\tweather\t112\tx\n", `accuse.tsv:3: "weather" is no PLOVER context`},
		{"accuse.tsv", head + "A *accuse R\t-\t-\t999\tx\n", `accuse.tsv:3: "999" is no CAMEO code`},
		{"classes_z.tsv", "class\twords\nlonely\n", "classes_z.tsv:2: a class needs"},
		{"compose.tsv", "word\teffect\tdefault\nagree\tapplaud\tyes\n", `compose.tsv:2: unknown effect "applaud"`},
		{"compose.tsv", "word\teffect\tdefault\nagree\tcommit\n", "compose.tsv:2: 2 columns"},
		{"support_verbs.tsv", "verb\tnouns\troles\texample\nhold\t@talk\tsubject=A\tx\n", "support_verbs.tsv:2: unknown word class @talk"},
		{"support_verbs.tsv", "verb\tnouns\troles\texample\nhold\ttalk\tsubject=B\tx\n", `support_verbs.tsv:2: cannot read the role "subject=B"`},
		{"stance.tsv", "word\tstance\nfriend\t2\n", "stance.tsv:2: stance"},
		{"assess.tsv", "words\tlevel\tdirection\tof\nwarm\thot\t-\tquality\n", `assess.tsv:2: level "hot"`},
		{"assess.tsv", "words\tlevel\tdirection\tof\nwarm\twarm\t-\tfeeling\n", `assess.tsv:2: of "feeling"`},
		{"contexts.tsv", "context\twords\nweather\train\n", `contexts.tsv:2: "weather" is no PLOVER context`},
	} {
		err := readTable(c.file, c.data)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.file, err, c.want)
		}
	}
}

// readTable reads one table as Load does.
func readTable(name, data string) error {
	l := &Lexicon{Verbs: map[string][]*Frame{}, Nouns: map[string][]*Frame{}, Classes: map[string][]Word{}}
	rows := rowsOf(name, data)
	var err error
	switch name {
	case "compose.tsv":
		_, err = operatorsOf(rows)
	case "support_verbs.tsv":
		_, err = l.supportsOf(rows)
	case "stance.tsv":
		_, err = stanceOf(rows)
	case "assess.tsv":
		_, err = assessmentsOf(rows)
	case "contexts.tsv":
		_, err = cuesOf(rows)
	default:
		for _, r := range rows {
			if strings.HasPrefix(name, "classes") {
				err = l.addClass(r)
			} else {
				_, err = l.frame(plover.Type(strings.ToUpper(strings.TrimSuffix(name, ".tsv"))), r)
			}
			if err != nil {
				return err
			}
		}
	}
	return err
}
