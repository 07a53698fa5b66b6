package eval

// preference ranks the pairs that may be made, most important first.
type preference [4]bool

// pairUp makes one-to-one pairs of n annotated and m found things: as many as
// can be made, and among those the pairing that fulfils most preferences, the
// first before the second and so on. So no order of the lists matters. It
// returns for each annotated thing the found one, or -1.
//
// It is the assignment problem, solved with Kuhn's and Munkres' potentials
// in O(n²m); see Burkard, Dell'Amico and Martello, Assignment Problems, 2009.
func pairUp(n, m int, may func(i, j int) (bool, preference)) []int {
	if n > m {
		return turned(n, m, may)
	}
	worth := make([][]int64, n)
	for i := range worth {
		worth[i] = make([]int64, m)
		for j := range worth[i] {
			if ok, p := may(i, j); ok {
				worth[i][j] = p.worth()
			}
		}
	}
	pairs := assign(worth, m)
	for i, j := range pairs {
		if j >= 0 && worth[i][j] == 0 {
			pairs[i] = -1
		}
	}
	return pairs
}

// turned pairs the other way round where there are more rows than columns.
func turned(n, m int, may func(i, j int) (bool, preference)) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	for j, i := range pairUp(m, n, func(j, i int) (bool, preference) { return may(i, j) }) {
		if i >= 0 {
			out[i] = j
		}
	}
	return out
}

// worth keeps the ranks apart up to 2,048 pairs: a pair counts more than all
// preferences together, the first preference more than all of the second.
func (p preference) worth() int64 {
	w := int64(1)
	for _, fulfilled := range p {
		w <<= 11
		if fulfilled {
			w |= 1
		}
	}
	return w
}

// assign maximises the worth of all pairs; rows are at most as many as
// columns, and every row gets one.
func assign(worth [][]int64, columns int) []int {
	const infinite = int64(1) << 62
	rows := len(worth)
	rowPotential := make([]int64, rows+1)
	potential := make([]int64, columns+1)
	rowOf := make([]int, columns+1) // 1-based; 0 is none
	cameFrom := make([]int, columns+1)
	for row := 1; row <= rows; row++ {
		rowOf[0] = row
		column := 0
		slack := make([]int64, columns+1)
		done := make([]bool, columns+1)
		for j := range slack {
			slack[j] = infinite
		}
		for rowOf[column] != 0 {
			done[column] = true
			r, delta, next := rowOf[column], infinite, 0
			for j := 1; j <= columns; j++ {
				if done[j] {
					continue
				}
				if c := -worth[r-1][j-1] - rowPotential[r] - potential[j]; c < slack[j] {
					slack[j], cameFrom[j] = c, column
				}
				if slack[j] < delta {
					delta, next = slack[j], j
				}
			}
			for j := 0; j <= columns; j++ {
				if done[j] {
					rowPotential[rowOf[j]] += delta
					potential[j] -= delta
				} else {
					slack[j] -= delta
				}
			}
			column = next
		}
		for column != 0 {
			rowOf[column] = rowOf[cameFrom[column]]
			column = cameFrom[column]
		}
	}
	out := make([]int, rows)
	for j := 1; j <= columns; j++ {
		if rowOf[j] > 0 {
			out[rowOf[j]-1] = j - 1
		}
	}
	return out
}
