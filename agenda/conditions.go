package agenda

import (
	"cmp"
	"slices"
	"strings"

	"entente/calendar"
	"entente/record"
)

// Condition is what one side must do first, for which outcome, and whether it
// was done.
type Condition struct {
	On         []string `json:"on"` // who must act; empty where nobody is named
	Connective string   `json:"connective"`
	Action     string   `json:"action"`
	Outcome    string   `json:"outcome"`
	Text       string   `json:"text"` // the sentence that first tells it
	Met        *Match   `json:"met"`  // nil while it is open
	Witnesses
}

// Match is the event that met a condition or brought what was watched for.
type Match struct {
	Event int64        `json:"event"` // its number
	From  calendar.Day `json:"from"`
	To    calendar.Day `json:"to"`
	Words []string     `json:"words"` // the stems of the words that both share
	Text  string       `json:"text"`
}

// doing is who did what: an actor and the type of its events.
type doing struct{ actor, typ string }

// asked is a condition with its words.
type asked struct {
	condition *record.Condition
	stems     []string
	deed      *act
	objects   []string // the words beside the deed: what it is done to, or for
	told      []*Told[record.Condition]
}

// Conditions gives the conditions told up to a day, each once, and for each
// whether an event has met it since.
func Conditions(told []Told[record.Condition], events []Event, at calendar.Day) []Condition {
	done := map[doing][]*fact{}
	for _, e := range factsInTime(events, at) {
		for _, a := range sortedSet(e.Actors) {
			done[doing{a, e.Type}] = append(done[doing{a, e.Type}], e)
		}
	}
	var all []*asked
	byWho := map[string][]*asked{}
	for _, t := range inTime(told, at, func(c *record.Condition) string { return c.Action + c.Outcome }) {
		who := strings.Join(sortedSet(t.Value.On), " ")
		a := ask(&t.Value)
		i := slices.IndexFunc(byWho[who], func(o *asked) bool { return o.same(a) })
		if i < 0 {
			all = append(all, a)
			byWho[who] = append(byWho[who], a)
		} else {
			a = byWho[who][i]
		}
		a.told = append(a.told, t)
	}
	out := make([]Condition, 0, len(all))
	for _, a := range all {
		c := Condition{On: sortedSet(a.condition.On), Connective: a.condition.Connective, Action: a.condition.Action, Outcome: a.condition.Outcome,
			Text: a.told[0].Sentence, Witnesses: witnessesOf(a.told)}
		c.Met = a.met(c.Witnesses, done)
		out = append(out, c)
	}
	return out
}

func ask(c *record.Condition) *asked {
	action := withoutSpeaker(c.Action)
	a := &asked{condition: c, deed: load().deed(action)}
	a.stems = load().stems(withoutSubject(action, a.deed))
	for _, s := range a.stems {
		if a.deed == nil || load().byStem[s] != a.deed {
			a.objects = append(a.objects, s)
		}
	}
	return a
}

// withoutSpeaker cuts off who says it: "Chile apologises, officials said".
func withoutSpeaker(action string) string {
	if i := strings.LastIndex(action, ", "); i > 0 && slices.ContainsFunc(split(action[i:]), func(w string) bool { return w == "said" || w == "says" }) {
		return action[:i]
	}
	return action
}

// withoutSubject cuts off the names before the deed: of who must act every
// text has the name, so that it proves nothing.
func withoutSubject(action string, deed *act) string {
	words := split(action)
	if deed == nil || len(words) == 0 || strings.ToLower(words[0]) == words[0] {
		return action
	}
	for i, w := range words {
		if load().byStem[load().stem(w)] == deed {
			return strings.Join(words[i:], " ")
		}
	}
	return action
}

// same: two articles ask the same of the same side. The deed must be the same,
// or none known in both ("keeps it on a list" asks for nothing that "removes it
// from the list" does), and half of the words; of a deed such as an apology, one word
// beside it is enough, because each article calls what it is for otherwise.
func (a *asked) same(o *asked) bool {
	if negated(a.condition.Action) != negated(o.condition.Action) || (a.deed == nil) != (o.deed == nil) {
		return false
	}
	if strings.EqualFold(a.condition.Action, o.condition.Action) || likeness(a.stems, o.stems) >= 0.5 {
		return true
	}
	return a.deed != nil && a.deed == o.deed && len(intersection(a.objects, o.objects)) > 0
}

// met finds the first event that does what a condition asks, nil while there
// is none. Whoever says that a condition is met says much, so the event must
// be told later than the condition, by fact, with who must act as its actor,
// of a type that the deed is coded as, in one of the deed's words and half of
// the other words. A condition on nobody, one of something not to be done, and
// one whose day is unknown stay open.
func (a *asked) met(told Witnesses, done map[doing][]*fact) *Match {
	if !told.Known || a.deed == nil || negated(a.condition.Action) {
		return nil
	}
	var found *fact
	var words []string
	for _, on := range sortedSet(a.condition.On) {
		for _, typ := range a.deed.types {
			for _, e := range done[doing{on, typ}] {
				if e.told() <= told.First || e.To <= told.First || found != nil && !earlier(e, found) {
					continue
				}
				if shared, ok := a.doneBy(e); ok {
					found, words = e, shared
				}
			}
		}
	}
	if found == nil {
		return nil
	}
	return &Match{Event: found.Number, From: found.From, To: found.To, Words: words, Text: found.Text}
}

// doneBy says whether an event is one of the deeds asked for, and by which
// words.
func (a *asked) doneBy(e *fact) (words []string, ok bool) {
	words = intersection(a.deed.stems, e.stems())
	if len(words) == 0 || e.denies() {
		return nil, false
	}
	if len(a.objects) == 0 && slices.Contains(vague, a.deed.name) {
		return nil, false
	}
	shared := intersection(a.objects, e.stems())
	if len(shared)*2 < len(a.objects) && !a.sufficient(shared) {
		return nil, false
	}
	return sortedSet(append(words, shared...)), true
}

// vague are deeds that prove nothing without a word of what they are about:
// governments agree and meet all the time.
var vague = []string{"agree", "meet", "help"}

// sufficient: of a long list of what an apology is for, a single word is
// enough; an apology without it may be for anything.
func (a *asked) sufficient(shared []string) bool {
	return len(a.objects) > 3 && len(shared) > 0 && a.deed.name == "apologise"
}

func earlier(a, b *fact) bool {
	return cmp.Or(cmp.Compare(a.To, b.To), cmp.Compare(a.told(), b.told()), cmp.Compare(a.Text, b.Text), cmp.Compare(a.Number, b.Number)) < 0
}
