package lexicon

import "strconv"

// stanceOf reads the words that speak well or ill of a tie, −1…1.
func stanceOf(rows []row) (map[string]float64, error) {
	out := map[string]float64{}
	for _, r := range rows {
		if len(r.cells) != 2 {
			return nil, r.errorf("%d columns, want word, stance", len(r.cells))
		}
		v, err := strconv.ParseFloat(r.cells[1], 64)
		if err != nil || v < -1 || v > 1 {
			return nil, r.errorf("stance %q is no number from -1 to 1", r.cells[1])
		}
		out[r.cells[0]] = v
	}
	return out, nil
}
