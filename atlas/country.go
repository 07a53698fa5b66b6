package atlas

import (
	"strings"
	"sync"
)

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
// or a demonym; then a name in another language ("한국", "Südkorea"). Case, diacritics, punctuation, blanks and the words "the" and
// "and" don't count, but codes of two letters, and those of three that are
// also words ("CAN"), hold in capitals only.
//
// A name of several countries ("Korea", "Congo", "Dominican") is none:
// NearestCountries tells which it may mean. "Guinea", "Niger", "Sudan" are the
// states of just that name.
//
// It needs only the small tables of English names, not Load; the first text
// that is in none of them has those of other languages read. Later look-ups
// allocate nothing and need no memo. It is safe for concurrent use.
func CountryNamed(name string) (alpha3 string, ok bool) {
	if len(name) > maxCountryName {
		return "", false
	}
	var buf [maxCountryName]byte
	key, small := countryKey(buf[:0], name)
	d := light()
	if e, known := d.byKey[string(key)]; known && !(e.caps && small) {
		return d.answer(e.country)
	}
	if i, known := world().find(name, key); known {
		return d.answer(i)
	}
	return "", false
}

// CountryNameIn gives the name of an alpha-3 code in a language of BCP 47
// ("ko", "zh-Hant"), "" where the code or the language is unknown. English is
// CountryName. A language with region or script falls back to the language.
func CountryNameIn(alpha3, lang string) string {
	lang = strings.ReplaceAll(lang, "_", "-")
	if base, _, _ := strings.Cut(lang, "-"); strings.EqualFold(base, "en") {
		return CountryName(alpha3)
	}
	i, ok := light().byID[alpha3]
	if !ok {
		return ""
	}
	return world().name(int(i), lang)
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

// world is the directory of names in other languages.
var world = sync.OnceValue(func() *languages {
	w, err := readLanguages(light(), nil)
	if err != nil {
		panic(err)
	}
	return w
})
