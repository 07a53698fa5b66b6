package atlas

import (
	"cmp"
	"slices"
)

// NearestCountries gives, for a text that names no country, at most max that
// may have been meant, the likeliest first, in the form "South Korea (KOR)":
// those that share an ambiguous name, codes in small letters, longer names
// that begin so, and names a few slips away. Slips are letters that are wrong,
// missing, superfluous or in the wrong order (optimal string alignment), on
// folded letters; of equal ones, the name with the longer common beginning
// comes first, and names two slips further than the nearest are left out. A text that is near to nothing gives none.
func NearestCountries(name string, max int) []string {
	if len(name) > maxCountryName || max <= 0 {
		return nil
	}
	key, _ := countryKey(nil, name)
	d := light()
	found := meant(d, string(key))
	if len(found) == 0 {
		found = nearestOf(string(key), func(yield func(string, int16)) {
			for k, e := range d.byKey {
				if e.rank <= rankName {
					yield(k, e.country)
				}
			}
		})
	}
	if len(found) == 0 {
		found = nearestOf(string(key), func(yield func(string, int16)) {
			for k, e := range world().byKey {
				yield(k, e.country)
			}
		})
	}
	var out []string
	for _, c := range found[:min(len(found), max)] {
		out = append(out, d.names[c]+" ("+d.ids[c]+")")
	}
	return out
}

// meant gives the countries that the tables themselves name for a key.
func meant(d *directory, key string) []int16 {
	if several, ok := d.several[key]; ok {
		return several
	}
	if e, ok := d.byKey[key]; ok && e.country != noCountry {
		return []int16{e.country}
	}
	return world().several[key]
}

// nearestOf gives the countries whose names lie nearest to key, by slips, then
// by code.
func nearestOf(key string, names func(yield func(name string, country int16))) []int16 {
	letters := []rune(key)
	limit := slips(len(letters))
	if limit == 0 {
		return nil
	}
	best := make(map[int16]int)
	names(func(name string, country int16) {
		if country == noCountry {
			return
		}
		score, ok := nearness(letters, []rune(name), limit)
		if !ok {
			return
		}
		if old, known := best[country]; !known || score < old {
			best[country] = score
		}
	})
	found := make([]int16, 0, len(best))
	for c := range best {
		found = append(found, c)
	}
	slices.SortFunc(found, func(a, b int16) int {
		return cmp.Or(cmp.Compare(best[a], best[b]), cmp.Compare(a, b))
	})
	for i, c := range found {
		if best[c] >= best[found[0]]+2*slip {
			return found[:i]
		}
	}
	return found
}

// slip is what one slip weighs against a letter of common beginning.
const slip = 4

// slips is how many slips a name of n letters may have.
func slips(n int) int {
	if n < 3 {
		return 0
	}
	return min(n/3, 4)
}

// nearness scores a name, less being nearer: slips count most, a common
// beginning little. ok is false for names too far away.
func nearness(letters, name []rune, limit int) (score int, ok bool) {
	same := 0
	for same < len(letters) && same < len(name) && letters[same] == name[same] {
		same++
	}
	if same == len(letters) && same >= 4 {
		return 2, true // the beginning of a longer name
	}
	if len(letters) == 3 || len(name) == 3 {
		// A code of another first letter is another code.
		if len(letters) != len(name) || same == 0 {
			return 0, false
		}
	}
	n := distance(letters, name, limit)
	return slip*n - min(same, slip-1), n <= limit
}

// distance is the optimal string alignment distance of two words, or more than
// limit if it is that.
func distance(a, b []rune, limit int) int {
	if d := len(a) - len(b); d > limit || -d > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
