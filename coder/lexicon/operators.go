package lexicon

// Effect is what an operator does to the act it governs.
type Effect uint8

// The effects; compose.tsv explains each.
const (
	Commit Effect = iota + 1
	Threaten
	Refuse
	Ask
	Negate
	Deny
	Try
	Halt
	Do
	Resume
	Coming
	Report
	Allege
	Mention
)

var effectNames = map[string]Effect{"commit": Commit, "threaten": Threaten, "refuse": Refuse, "ask": Ask,
	"negate": Negate, "deny": Deny, "try": Try, "halt": Halt, "do": Do, "resume": Resume, "future": Coming,
	"report": Report, "allege": Allege, "mention": Mention, "demand": Ask}

// Operator is one governing word: "agree", "call off", "threat of".
type Operator struct {
	Word     string // as written in the table
	With     string // particle or preposition it needs, "" for none
	Effect   Effect
	Demand   bool // of Ask: insists where others appeal; one type in PLOVER, two roots in CAMEO
	Default  bool // an event even without a known act in its complement
	Position string
}

func operatorsOf(rows []row) (map[string][]Operator, error) {
	out := map[string][]Operator{}
	for _, r := range rows {
		if len(r.cells) != 3 {
			return nil, r.errorf("%d columns, want word, effect, default", len(r.cells))
		}
		effect, ok := effectNames[r.cells[1]]
		if !ok {
			return nil, r.errorf("unknown effect %q", r.cells[1])
		}
		word, with := r.cells[0], ""
		for i := range word {
			if word[i] == ' ' {
				word, with = word[:i], word[i+1:]
				break
			}
		}
		out[word] = append(out[word], Operator{Word: r.cells[0], With: with, Effect: effect, Demand: r.cells[1] == "demand", Default: r.cells[2] == "yes", Position: r.where()})
	}
	return out, nil
}
