package atlas

import "sync"

// Countries gives the alpha-3 codes of all states and territories, sorted:
// ISO 3166-1 and XKX for Kosovo. The slice is the caller's.
func Countries() []string { return append([]string(nil), light().ids...) }

// CountryName gives the short English name of an alpha-3 code ("South Korea"),
// "" where the code is none.
func CountryName(alpha3 string) string {
	d := light()
	if i, ok := d.byID[alpha3]; ok {
		return d.names[i]
	}
	return ""
}

// CountryNamed tells which country a name stands for that is the whole of the
// text: a code of two or three letters, a short, long, former or inverted name
// ("Korea, Republic of"), a capital, a house that stands for the government,
// or a demonym. Case, diacritics, punctuation, blanks and the words "the" and
// "and" don't count, but codes of two letters, and those of three that are
// also words ("CAN"), hold in capitals only.
//
// A name of several countries ("Korea", "Congo", "Dominican") is none:
// NearestCountries tells which it may mean. "Guinea", "Niger", "Sudan" are the
// states of just that name.
//
// It needs only the small tables of names, not Load, and allocates nothing
// once they are read, so callers need no memo. It is safe for concurrent use.
func CountryNamed(name string) (alpha3 string, ok bool) {
	if len(name) > maxCountryName {
		return "", false
	}
	var buf [maxCountryName]byte
	key, small := countryKey(buf[:0], name)
	d := light()
	if e, known := d.byKey[string(key)]; known {
		return d.answer(e, small)
	}
	return "", false
}

// maxCountryName is the length in bytes beyond which no text is a country's
// name; the longest of the tables has 74.
const maxCountryName = 200

// light is the directory of English names. The tables are part of the program
// and its tests read them, so a faulty one is a programmer's error.
var light = sync.OnceValue(func() *directory {
	d, err := readDirectory(nil)
	if err != nil {
		panic(err)
	}
	return d
})
