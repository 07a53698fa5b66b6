package web

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"entente/brief"
	"entente/calendar"
	"entente/dossier"
	"entente/tie"
)

// changeView is a change point with its causes.
type changeView struct {
	Mark     string // as on the chart
	Day      string
	When     string
	Arrow    string
	Tone     string
	Sentence string
	Causes   []eventRow
}

// lede says in a sentence or two how a tie stands.
func (r *reader) lede(d *dossier.Dossier, t *dossier.Tie) template.HTML {
	p := &t.Today
	how := "about as ties between states usually are"
	switch {
	case p.Tone.Value < -2:
		how = "hostile"
	case p.Tone.Value < 0:
		how = "more conflict than cooperation"
	case p.Tone.Value < 1.5:
		how = "cooler than ties between states usually are"
	case p.Tone.Value >= 3.5:
		how = "warmer than ties between states usually are"
	}
	text := fmt.Sprintf("The tone is %s, %s; ", brief.Signed(p.Tone.Value), how)
	switch {
	case p.ToneTrend.High < 0:
		text += fmt.Sprintf("it fell by %s in the last 30 days.", brief.Score(-round1(p.ToneTrend.Value)))
	case p.ToneTrend.Low > 0:
		text += fmt.Sprintf("it rose by %s in the last 30 days.", brief.Score(round1(p.ToneTrend.Value)))
	default:
		text += "in the last 30 days it did not clearly move."
	}
	text = strings.Replace(text, "by +", "by ", 1)
	out := template.HTMLEscapeString(text)
	if len(t.Recent) > 0 {
		e := t.Recent[0].Event
		verb := "What moved it most: "
		out += " " + verb + string(r.who(&e.Event)) + ", " + template.HTMLEscapeString(brief.What(e)) + " (" + template.HTMLEscapeString(brief.When(e)) + ", <a href=\"/event/" + e.ID + "\">" + e.ID + "</a>)."
	}
	return template.HTML(out)
}

func round1(v float64) float64 {
	f, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', 1, 64), 64)
	return f
}

// factsOf are the figures that need a sentence.
func factsOf(p *tie.Point) []fact {
	return []fact{
		{"Volatility", "A single event lies " + brief.Points(p.Volatility) + " from the tone as a rule."},
		{"Fragility", brief.Percent(p.Fragility) + " that the tone falls below its lowest of the last 180 days (" + brief.Signed(p.Lowest) + ") within 30 days."},
		{"Now, in 30 days", brief.Sides(&p.Cooperation, "events of cooperation") + "; " + brief.Sides(&p.Conflict, "events of conflict") + "."},
	}
}

// changes are the change points of tone and contact, the latest first.
func (r *reader) changes(t *dossier.Tie) []changeView {
	type dated struct {
		day calendar.Day
		changeView
	}
	var list []dated
	for i := range t.Breaks {
		b := &t.Breaks[i]
		v := changeView{Mark: fmt.Sprint(i + 1), Day: b.Day.String(), When: brief.Day(b.Day), Arrow: "▲", Tone: toneClass(b.Change.Value), Causes: r.causeRows(b.Causes),
			Sentence: fmt.Sprintf("The tone went from %s to %s, by %s", brief.Signed(b.Before.Value), brief.Signed(b.After.Value), brief.Toned(b.Change))}
		if b.Change.Value < 0 {
			v.Arrow = "▼"
		}
		if b.Between.From != b.Between.To {
			v.Sentence += "; the change lies within " + brief.Span(b.Between.From, b.Between.To)
		}
		list = append(list, dated{b.Day, v})
	}
	for i := range t.Turns {
		x := &t.Turns[i]
		v := changeView{Mark: letter(i), Day: x.Day.String(), When: brief.Day(x.Day), Arrow: "▲", Tone: "neutral", Causes: r.causeRows(x.Causes),
			Sentence: fmt.Sprintf("Contact went from %s to %s events in 30 days, %s; the change lies within %s", brief.Amount(x.Before), brief.Amount(x.After), brief.Factored(x.Ratio), brief.Span(x.Between.From, x.Between.To))}
		if x.Ratio.Value < 0 {
			v.Arrow = "▼"
		}
		list = append(list, dated{x.Day, v})
	}
	slices.SortStableFunc(list, func(a, b dated) int { return cmp.Compare(b.day, a.day) })
	out := make([]changeView, len(list))
	for i := range list {
		out[i] = list[i].changeView
	}
	return out
}

// certain is the probability from which one says so.
const certain = 0.9

// diverging tells which tracks tell different stories.
func diverging(t *dossier.Tie) []string {
	var list []string
	for i := range t.Diverging[:min(4, len(t.Diverging))] {
		x := &t.Diverging[i]
		above := x.Above.String()
		text := strings.ToUpper(above[:1]) + above[1:]
		if x.Probability >= certain {
			text += fmt.Sprintf(" stands above %s by %s; %s sure", x.Below, brief.Toned(x.Difference), brief.Percent(x.Probability))
		} else {
			text += " and " + x.Below.String() + " part"
		}
		if x.Apart >= certain {
			way := "rose while the other fell"
			if x.Rising < 0.5 {
				way = "fell while the other rose"
			}
			text += fmt.Sprintf("; in the last 30 days it %s, %s sure", way, brief.Percent(x.Apart))
		}
		list = append(list, text+".")
	}
	return list
}
