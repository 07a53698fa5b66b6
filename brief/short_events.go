package brief

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/clipperhouse/displaywidth"

	"entente/record"
)

// happened writes a line for each event, newest first: date, who → whom, the
// words that tell it, where to find it, its code. Announcements and what only
// a condition tells stand where one looks for what is coming.
func (s *sheet) happened() {
	var events []*record.Event
	for i := range s.r.Events {
		if e := &s.r.Events[i]; e.Aux != "future" && !s.isConditional(e) {
			events = append(events, e)
		}
	}
	if len(events) == 0 {
		return
	}
	slices.SortStableFunc(events, newestFirst)
	s.section("WHAT HAPPENED", "newest first; [sentence], event, its code in PLOVER")
	labels := make([]string, len(events))
	for i, e := range events {
		labels[i] = s.shortDate(e.Date)
	}
	rest := column(labels)
	above := ""
	for i, e := range events {
		label := labels[i]
		if label == above {
			label = "" // the date above holds on
		}
		above = labels[i]
		s.event(e, run{label, bold}, rest, "")
	}
}

// column is where the text begins beside labels.
func column(labels []string) int {
	widest := 0
	for _, l := range labels {
		widest = max(widest, displaywidth.String(l))
	}
	return indent + min(widest, maxLabel) + 1
}

// maxLabel is the widest label beside a text.
const maxLabel = 15

// leastWords is how many cells the words of the article need to tell anything.
const leastWords = 20

// event writes one event; sign is the tie that it is taken as a sign for.
func (s *sheet) event(e *record.Event, label run, rest int, sign string) {
	note := noteOf(s, e)
	runs := []run{{s.parties(e), plain}, {": ", plain}}
	for _, words := range []string{sureness(e), shortAux[e.Aux]} {
		if words != "" {
			runs = append(runs, run{words + " ", warning})
		}
	}
	used := rest + displaywidth.String(note.text) + 2
	for _, r := range runs {
		used += displaywidth.String(r.text)
	}
	room := s.width - used
	if room < leastWords || s.width < narrow { // a second line, less what breaking may leave empty
		room = max(leastWords, room+s.width-rest-displaywidth.String(note.text)/2)
	}
	words := s.phrase(e, room)
	runs = append(runs, run{words, plain})
	room -= displaywidth.String(words)
	for _, more := range s.besides(e, words, sign) {
		if n := displaywidth.String(more); n <= room || sign != "" {
			runs = append(runs, run{more, faint})
			room -= n
		}
	}
	s.row(label, rest, runs, note)
}

// besides lists what a line tells where it has room: the place, who says it;
// and always the tie that an event is a sign for.
func (s *sheet) besides(e *record.Event, words, sign string) []string {
	var list []string
	if sign != "" {
		return []string{"; a sign for " + sign}
	}
	if e.Speaker != nil {
		list = append(list, ", says "+Plain(e.Speaker.Name))
	}
	if e.Place != nil && !strings.Contains(words, e.Place.Name) {
		list = append(list, ", "+Plain(e.Place.Name))
	}
	return list
}

// sureness tells how likely an event is that no entry of the lexicon stands
// behind, "" for others.
func sureness(e *record.Event) string {
	if !strings.HasPrefix(e.Rule, "fallback") {
		return ""
	}
	return fmt.Sprintf("[%.0f%% sure]", 100*e.Confidence)
}

// shortAux are the reservations before the words of the article.
var shortAux = map[string]string{"future": "", "hypothetical": "[if]", "negation": "[not]", "historical": "[past]"}

// maxSentences is how many sentences that tell an event are listed.
const maxSentences = 3

// noteOf is what stands at the end of an event's line.
func noteOf(s *sheet, e *record.Event) run {
	told := s.sentencesOf(e)
	more := ""
	if len(told) > maxSentences {
		told, more = told[:maxSentences], "…"
	}
	refs := strings.TrimSuffix(strings.TrimPrefix(at(told...).text, " "), "]") + more + "]"
	return run{refs + " " + codeOf(e), faint}
}

// codeOf gives an event's id, type, mode and score.
func codeOf(e *record.Event) string {
	code := e.Type
	if e.Mode != nil {
		code += "/" + Plain(*e.Mode)
	}
	return fmt.Sprintf("%s %s %s", Plain(e.ID), code, score(e.Score))
}

// score gives a conflict–cooperation score with its sign.
func score(v float64) string { return strings.Replace(fmt.Sprintf("%+g", v), "-", "−", 1) }

// shortDate gives a date in few cells: without the year where it is the
// year of publication, with years alone where an interval spans several.
func (s *sheet) shortDate(d *record.Date) string {
	if d == nil || d.Text == "" {
		return "undated"
	}
	from, err1 := time.Parse(isoDay, d.From)
	to, err2 := time.Parse(isoDay, d.To)
	switch {
	case err1 != nil || err2 != nil:
		return d.From
	case from.Year() != to.Year() && to.Sub(from) > 120*24*time.Hour:
		return fmt.Sprintf("%d–%d", from.Year(), to.Year())
	}
	thisYear := s.r.Article.Published != nil && strings.HasPrefix(*s.r.Article.Published, to.Format("2006"))
	if !thisYear && from.Year() == to.Year() && from.Month() != to.Month() {
		return strings.TrimPrefix(from.Format("Jan")+"–"+to.Format("Jan 2006"), "Jan–Dec ")
	}
	text := strings.ReplaceAll(when(d), " – ", "–")
	if thisYear && from.Year() == to.Year() {
		return strings.TrimSuffix(text, " "+to.Format("2006"))
	}
	return text
}

// phrase gives the words of the article from an event's trigger on, as many
// as fit into a number of cells.
func (s *sheet) phrase(e *record.Event, cells int) string {
	if e.Sentence < 0 || e.Sentence >= len(s.r.Sentences) {
		return act(e)
	}
	span, text := s.r.Sentences[e.Sentence], s.r.Article.Text
	if e.Trigger.Start < span.Start || e.Trigger.Start >= span.End {
		return shorten(unquoted(text[span.Start:span.End]), cells)
	}
	before := text[span.Start:e.Trigger.Start]
	cut := strings.LastIndexAny(before, " \n\t") + 1 // the trigger may begin inside a word, as after a hyphen
	words := strings.Fields(unquoted(text[span.Start+cut : span.End]))
	lead := strings.Fields(unquoted(before[:cut]))
	if len(words) == 0 {
		return act(e)
	}
	from := len(lead) - ofNoun(lead)
	if from < len(lead) && slices.Contains(determiners, strings.ToLower(lead[from])) {
		from++
	}
	for from < len(lead) && displaywidth.String(strings.Join(lead[from:], " ")+" "+words[0]) >= cells {
		from++ // the word that means the event must be seen
	}
	if n := len(lead); n > 1 && (lead[n-1] == "to" || lead[n-1] == "from") {
		from = n - 2 // "agreed to improve", "refrain from criticising"
	}
	out := strings.Join(append(slices.Clone(lead[from:]), words...), " ")
	// Where little follows, what goes before tells more.
	for from > 0 && !endsClause(lead[from-1]) && displaywidth.String(lead[from-1])+1+displaywidth.String(out) <= min(cells, enoughWords) {
		from--
		out = lead[from] + " " + out
	}
	return clip(out, cells)
}

// clip cuts words to a number of cells, between words where it can, and leaves
// the end of the sentence without its stop.
func clip(text string, cells int) string {
	text = strings.TrimRight(Plain(text), " .,;:–—-")
	if displaywidth.String(text) <= cells {
		return text
	}
	cut := displaywidth.TruncateString(text, cells-1, "")
	if i := strings.LastIndexByte(cut, ' '); i > 0 && text[len(cut)] != ' ' {
		cut = cut[:i]
	}
	for { // words that only lead on to what is cut off
		i := strings.LastIndexByte(cut, ' ')
		if i <= 0 || !slices.Contains(joints, cut[i+1:]) {
			break
		}
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " .,;:–—-") + "…"
}

// joints are small words that tell nothing at the end of a phrase.
var joints = []string{"a", "an", "the", "of", "on", "in", "to", "for", "with", "from", "by", "at", "as", "and", "or", "that", "its", "their", "his", "her", "into", "over"}

// enoughWords is the number of cells up to which a phrase is filled with words
// that go before it.
const enoughWords = 26

// maxBefore is how many words before a noun may belong to it.
const maxBefore = 4

// ofNoun counts the words at the end of lead that belong to the noun after
// them: up to an article or a possessive, as in "their first foreign
// ministers' talks". After a verb's subject there are none.
func ofNoun(lead []string) int {
	for n := 1; n <= min(maxBefore, len(lead)); n++ {
		w := lead[len(lead)-n]
		switch {
		case endsClause(w):
			return 0
		case slices.Contains(determiners, strings.ToLower(w)):
			return n
		}
	}
	if n := len(lead); n > 1 && (strings.HasSuffix(lead[n-1], "s'") || strings.HasSuffix(lead[n-1], "s’")) {
		return 2
	}
	return 0
}

// determiners begin a noun phrase.
var determiners = []string{"a", "an", "its", "their", "his", "her", "another", "new", "annual", "joint"}

func endsClause(word string) bool { return strings.ContainsAny(word[len(word)-1:], ",;:.!?)") }

// unquoted leaves quotation marks away, of which a cut phrase would keep one.
func unquoted(text string) string {
	return strings.NewReplacer("“", "", "”", "", "\"", "").Replace(Plain(text))
}
