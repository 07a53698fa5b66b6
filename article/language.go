package article

import (
	"strings"
	"unicode"

	"github.com/abadojack/whatlanggo"
	"golang.org/x/text/language"
)

// languageSample is how many bytes of the body are looked at.
const languageSample = 1000

// detectLanguage gives the ISO 639-1 code of the body's language, "" where it
// is not clear. The title decides where there is no body.
func detectLanguage(text string, bodyStart int) string {
	body := text[bodyStart:]
	if len(body) < 40 {
		body = text
	}
	if len(body) > languageSample {
		body = strings.ToValidUTF8(body[:languageSample], "")
	}
	if code := languageOfScript(body); code != "" {
		return code
	}
	if isEnglish(body) {
		return "en"
	}
	if isFigures(body) {
		return ""
	}
	info := whatlanggo.Detect(body)
	if info.Script == unicode.Latin && !info.IsReliable() && info.Lang != whatlanggo.Eng {
		return ""
	}
	return info.Lang.Iso6391()
}

// isFigures says that s is a table: trigrams take the abbreviations of English
// company reports for French.
func isFigures(s string) bool {
	digits, letters := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= 0x80:
			letters++
		}
	}
	return digits*5 > letters
}

// languageOfScript decides where the script does: Hangul is Korean, Kana
// Japanese, Han without either Chinese.
func languageOfScript(s string) string {
	var hangul, kana, han, letters int
	for _, r := range s {
		if r < 0x80 {
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				letters++
			}
			continue
		}
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		switch {
		case unicode.Is(unicode.Hangul, r):
			hangul++
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			kana++
		case unicode.Is(unicode.Han, r):
			han++
		}
	}
	// An ideograph says as much as four Latin letters: a Korean text may hold many English names.
	switch {
	case hangul+kana+han == 0, 4*(hangul+kana+han) < letters:
		return ""
	case hangul > kana+han:
		return "ko"
	case kana*10 >= han: // Japanese prose is half Kana; Chinese has it in names only
		return "ja"
	case han > 0:
		return "zh"
	}
	return ""
}

// englishWords are words that no other language of the news shares in number.
var englishWords = map[string]bool{
	"the": true, "of": true, "and": true, "to": true, "that": true, "with": true, "for": true, "said": true,
	"was": true, "is": true, "by": true, "from": true, "has": true, "have": true, "its": true, "it": true,
	"would": true, "will": true, "which": true, "as": true, "at": true, "be": true, "are": true, "this": true,
	"not": true, "were": true, "their": true, "his": true, "he": true,
}

// isEnglish counts function words, which is quicker than trigrams and surer
// on short texts; eight out of ten articles end here.
func isEnglish(s string) bool {
	words, hits := 0, 0
	for len(s) > 0 {
		i := 0
		for i < len(s) && s[i] > ' ' {
			i++
		}
		if i > 0 {
			if s[0] < '0' || s[0] > '9' {
				words++
			}
			if i <= 5 && (englishWords[s[:i]] || s[:i] == "The") {
				hits++
			}
		}
		for i < len(s) && s[i] <= ' ' {
			i++
		}
		s = s[i:]
	}
	return words >= 8 && hits*8 >= words
}

// languageCode reads the language field of an input: "en", "en-GB", "eng",
// "English". What it doesn't know is left to detection.
func languageCode(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if s == "" {
		return ""
	}
	if tag, err := language.Parse(s); err == nil {
		if base, sure := tag.Base(); sure != language.No && len(base.String()) == 2 {
			return base.String()
		}
	}
	for lang, name := range whatlanggo.Langs {
		if strings.EqualFold(name, s) {
			return lang.Iso6391()
		}
	}
	return ""
}
