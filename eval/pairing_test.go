package eval

import (
	"testing"

	"pgregory.net/rapid"
)

// best tries every pairing of rows from row on.
func best(worth [][]int64, row int, taken []bool) int64 {
	if row == len(worth) {
		return 0
	}
	most := best(worth, row+1, taken)
	for j, w := range worth[row] {
		if w > 0 && !taken[j] {
			taken[j] = true
			most = max(most, w+best(worth, row+1, taken))
			taken[j] = false
		}
	}
	return most
}

func TestPairingIsTheBestOfAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, m := rapid.IntRange(0, 5).Draw(t, "n"), rapid.IntRange(0, 5).Draw(t, "m")
		may := make([][]bool, n)
		likes := make([][]preference, n)
		worth := make([][]int64, n)
		for i := range n {
			may[i], likes[i], worth[i] = make([]bool, m), make([]preference, m), make([]int64, m)
			for j := range m {
				may[i][j] = rapid.Bool().Draw(t, "may")
				for k := range likes[i][j] {
					likes[i][j][k] = rapid.Bool().Draw(t, "likes")
				}
				if may[i][j] {
					worth[i][j] = likes[i][j].worth()
				}
			}
		}
		var got int64
		taken := map[int]bool{}
		for i, j := range pairUp(n, m, func(i, j int) (bool, preference) { return may[i][j], likes[i][j] }) {
			if j < 0 {
				continue
			}
			if !may[i][j] || taken[j] {
				t.Fatalf("pair %d–%d may not be", i, j)
			}
			taken[j] = true
			got += worth[i][j]
		}
		if want := best(worth, 0, make([]bool, m)); got != want {
			t.Fatalf("pairing is worth %x; the best is worth %x", got, want)
		}
	})
}
