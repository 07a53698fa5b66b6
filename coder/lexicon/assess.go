package lexicon

import "strings"

// Assessment is a word that says how a tie stands or where it goes.
type Assessment struct {
	Rest      []string // lemmas that must follow
	Level     string   // warm, normal, strained, hostile; "" none
	Direction string   // improving, stable, worsening, fragile; "" none
	Self      bool     // the word itself means a state of the tie: "rift", "thaw"
}

func assessmentsOf(rows []row) (map[string][]Assessment, error) {
	out := map[string][]Assessment{}
	levels := []string{"", "warm", "normal", "strained", "hostile"}
	directions := []string{"", "improving", "stable", "worsening", "fragile"}
	for _, r := range rows {
		if len(r.cells) != 4 {
			return nil, r.errorf("%d columns, want words, level, direction, of", len(r.cells))
		}
		level, direction := dash(r.cells[1]), dash(r.cells[2])
		if !contains(levels, level) || !contains(directions, direction) || level == "" && direction == "" {
			return nil, r.errorf("level %q, direction %q", level, direction)
		}
		for _, phrase := range strings.Split(r.cells[0], ",") {
			words := strings.Fields(strings.ReplaceAll(phrase, "-", " - "))
			if len(words) == 0 {
				continue
			}
			out[words[0]] = append(out[words[0]], Assessment{Rest: words[1:], Level: level, Direction: direction, Self: r.cells[3] == "self"})
		}
	}
	return out, nil
}
