package lexicon

import "strings"

// Assessment is a word that says how a tie stands or where it goes.
type Assessment struct {
	Rest      []string // lemmas that must follow
	Level     string   // warm, normal, strained, hostile; "" none
	Direction string   // improving, stable, worsening, fragile; "" none
	Of        AssessedBy
}

// AssessedBy tells how the words stand to the word for the tie.
type AssessedBy uint8

// The ways in which words assess a tie.
const (
	Quality  AssessedBy = iota // adjective, participle or noun said of it: "strained ties"
	Course                     // verb whose subject it is: "relations have soured"
	Deed                       // verb whose object it is: "mended ties"
	Self                       // a noun that itself means a state of the tie: "rift", "thaw"
	Motion                     // verb of such a noun: "the rift deepened"; no level of its own
	Ending                     // verb that ends such a state: "bury a hostility"
	Strife                     // fighting, which assesses a tie only when years of it end
	Standing                   // a state of the tie that is assessed by being there: "mistrust between"
	Raise                      // verb that makes such a state worse: "fuelled tensions"
	Change                     // noun for a change or burden of the tie: "deterioration in ties", "blow to ties"
	Side                       // noun for the parties as they stand to one another: "foes"
	Stand                      // said of the parties: "at odds", "drifted apart"
)

func assessmentsOf(rows []row) (map[string][]Assessment, error) {
	out := map[string][]Assessment{}
	levels := []string{"", "warm", "normal", "strained", "hostile"}
	directions := []string{"", "improving", "stable", "worsening", "fragile"}
	ways := []string{"quality", "course", "deed", "self", "motion", "ending", "strife", "standing", "raise", "change", "side", "stand"}
	for _, r := range rows {
		if len(r.cells) != 4 {
			return nil, r.errorf("%d columns, want words, level, direction, of", len(r.cells))
		}
		level, direction := dash(r.cells[1]), dash(r.cells[2])
		if !contains(levels, level) || !contains(directions, direction) {
			return nil, r.errorf("level %q, direction %q", level, direction)
		}
		of := 0
		for of < len(ways) && ways[of] != r.cells[3] {
			of++
		}
		if of == len(ways) {
			return nil, r.errorf("of %q, want one of %s", r.cells[3], strings.Join(ways, ", "))
		}
		for _, phrase := range strings.Split(r.cells[0], ",") {
			words := strings.Fields(strings.ReplaceAll(phrase, "-", " - "))
			if len(words) == 0 {
				continue
			}
			out[words[0]] = append(out[words[0]], Assessment{Rest: words[1:], Level: level, Direction: direction, Of: AssessedBy(of)})
		}
	}
	return out, nil
}
