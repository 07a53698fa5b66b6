package brief

import (
	"strings"

	"github.com/clipperhouse/displaywidth"

	"entente/record"
)

// excerpt gives the words around a trigger, as many whole ones as fit into a
// number of cells: two of what follows for one of what goes before, because an
// English verb has its object behind it.
func (s *sheet) excerpt(sentence int, trigger record.Span, cells int) string {
	if sentence < 0 || sentence >= len(s.r.Sentences) {
		return ""
	}
	span, text := s.r.Sentences[sentence], s.r.Article.Text
	if trigger.Start < span.Start || trigger.Start >= span.End {
		return shorten(text[span.Start:span.End], cells)
	}
	words := strings.Fields(neutral(text[span.Start:span.End]))
	if len(words) == 0 {
		return ""
	}
	before := neutral(text[span.Start:trigger.Start])
	at := len(strings.Fields(before))
	if before != "" && !strings.HasSuffix(before, " ") && at > 0 {
		at-- // the trigger begins inside a word, as after a hyphen
	}
	return window(words, min(at, len(words)-1), cells)
}

// window widens from the word at until nothing more fits.
func window(words []string, at, cells int) string {
	widths := make([]int, len(words))
	for i, w := range words {
		widths[i] = displaywidth.String(w) + 1
	}
	from, to := at, at+1
	room := cells - widths[at] + 1 - 2 // an ellipsis on either side
	for turn := 0; ; turn++ {
		left := from > 0 && widths[from-1] <= room
		right := to < len(words) && widths[to] <= room
		switch {
		case left && (turn%3 == 2 || !right):
			from--
			room -= widths[from]
		case right:
			room -= widths[to]
			to++
		default:
			return bounded(words, from, to, cells)
		}
	}
}

func bounded(words []string, from, to, cells int) string {
	out := strings.Join(words[from:to], " ")
	if from > 0 {
		out = "…" + out
	}
	if to < len(words) {
		out = strings.TrimRight(out, ",;:–—-") + "…"
	}
	return shorten(out, cells) // one word may be longer than the line
}
