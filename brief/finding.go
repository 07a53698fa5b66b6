package brief

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"entente/store"
)

// findingNames are the words and the letter for each kind of finding.
var findingNames = map[string][2]string{
	"statement": {"STATEMENT", "s"}, "mechanism": {"DIALOGUE", "m"}, "condition": {"CONDITION", "c"}, "watch": {"TO WATCH", "w"}, "assessment": {"ASSESSMENT", "a"},
}

// valueColumn is where the values of a finding begin.
const valueColumn = 14

// places are columns that only lead back into the article's text, and the
// finding's id there.
var places = []string{"local_id", "from_byte", "to_byte", "cue_from", "cue_to"}

// Finding writes a statement, dialogue, condition, watch item or assessment as
// one article tells it: the sentence, who takes part, every value but offsets.
func Finding(w io.Writer, look Look, f *store.Finding) error {
	d := newDesk(look, func(string) string { return "" })
	name, ok := findingNames[f.Kind]
	if !ok {
		name = [2]string{strings.ToUpper(f.Kind), ""}
	}
	title := or(f.Title, "Untitled article")
	d.line(0, 0, run{fmt.Sprintf("%s %s%d", name[0], name[1], f.Number), heading}, run{" — " + title, bold})
	told := or(f.Outlet, "unknown outlet")
	if f.Day != "" {
		told += ", " + f.Day
	}
	d.line(0, 0, run{told + ", article " + f.Article, faint})
	if f.URL != "" {
		d.line(0, 0, run{f.URL, faint})
	}
	if f.Sentence != "" {
		d.blank()
		d.line(indent, indent, quoted(f.Sentence, plain))
	}
	d.blank()
	for _, who := range f.Who {
		role, name, found := strings.Cut(who, ": ")
		if !found {
			role, name = "who", who
		}
		d.field(spaced(role), valueColumn, run{name, plain})
	}
	for _, v := range f.Values {
		if slices.Contains(places, v.Name) {
			continue
		}
		d.field(spaced(v.Name), valueColumn, run{v.Text, plain})
	}
	_, err := d.buf.WriteTo(w)
	return err
}
