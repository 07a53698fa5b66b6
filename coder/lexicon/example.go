package lexicon

import (
	"fmt"
	"strings"
)

// Example is an example sentence of the lexicon, with the participants that
// its brackets mark: "[A:Russia] expelled two [R:German] diplomats."
type Example struct {
	Text  string
	Marks []Mark
}

// Mark is a marked stretch of an example's text.
type Mark struct {
	Role       Role // Actor or Recipient
	Start, End int
}

// ParseExample takes the brackets out of an example.
func ParseExample(s string) (Example, error) {
	var ex Example
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '[')
		if i < 0 {
			b.WriteString(s)
			break
		}
		j := strings.IndexByte(s[i:], ']')
		if j < 0 || i+3 > len(s) || s[i+2] != ':' || s[i+1] != 'A' && s[i+1] != 'R' {
			return ex, fmt.Errorf("cannot read the brackets of %q", s)
		}
		b.WriteString(s[:i])
		role := Actor
		if s[i+1] == 'R' {
			role = Recipient
		}
		start := b.Len()
		b.WriteString(s[i+3 : i+j])
		ex.Marks = append(ex.Marks, Mark{role, start, b.Len()})
		s = s[i+j+1:]
	}
	ex.Text = b.String()
	if len(ex.Marks) == 0 {
		return ex, fmt.Errorf("no participant is marked in %q", ex.Text)
	}
	return ex, nil
}
