package brief

import (
	"fmt"
	"math"
	"strings"

	"entente/tie"
)

// huge is the size from which a number is written with its exponent.
const huge = 1e6

// decimal writes a number with a number of decimals, with a true minus.
func decimal(v float64, decimals int) string {
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return "?"
	case math.Abs(v) >= huge:
		return strings.Replace(fmt.Sprintf("%.0e", v), "-", "−", 1)
	}
	text := fmt.Sprintf("%.*f", decimals, v)
	if strings.Trim(text, "-0.") == "" {
		return strings.TrimPrefix(text, "-")
	}
	return strings.Replace(text, "-", "−", 1)
}

// signed writes a number with its sign and one decimal; of nothing it is "0.0".
func signed(v float64) string { return withSign(v, 1) }

func withSign(v float64, decimals int) string {
	text := decimal(v, decimals)
	if v > 0 && strings.Trim(text, "0.") != "" {
		return "+" + text
	}
	return text
}

// toned writes a tone, or a change of it, with its interval: "+3.2 (+1.9…+4.5)".
func toned(e tie.Estimate) string {
	return signed(e.Value) + " (" + signed(e.Low) + "…" + signed(e.High) + ")"
}

// hundred writes a tone on the scale from 0 to 100: "66 (60–72)".
func hundred(e tie.Estimate) string {
	h := e.Hundred()
	return decimal(h.Value, 0) + " (" + decimal(h.Low, 0) + "–" + decimal(h.High, 0) + ")"
}

// factor writes the logarithm of a ratio as the ratio, in two digits: "×1.8".
func factor(log float64) string { return "×" + ratio(log) }

func ratio(log float64) string {
	v := math.Exp(log)
	switch {
	case v >= 9.95:
		return decimal(v, 0)
	case v >= 0.995:
		return decimal(v, 1)
	}
	return decimal(v, 2)
}

// factored writes a factor with its interval: "×1.8 (×1.2–2.6)".
func factored(e tie.Estimate) string {
	return factor(e.Value) + " (" + factor(e.Low) + "–" + ratio(e.High) + ")"
}

// percent writes a part of one: "13%", "<1%".
func percent(v float64) string {
	switch {
	case v > 0 && v < 0.005:
		return "<1%"
	case v < 1 && v > 0.995:
		return ">99%"
	}
	return decimal(100*v, 0) + "%"
}

// shared writes a part with its interval: "13% (7–23%)".
func shared(e tie.Estimate) string {
	return percent(e.Value) + " (" + decimal(100*e.Low, 0) + "–" + decimal(100*e.High, 0) + "%)"
}

// pointed writes the change of a part in percentage points: "−5 (−11…+1)".
func pointed(e tie.Estimate) string {
	points := func(v float64) string { return withSign(100*v, 0) }
	return points(e.Value) + " (" + points(e.Low) + "…" + points(e.High) + ")"
}

// amount writes a number of events that need not be whole.
func amount(v float64) string {
	if v >= 0.95 {
		return decimal(v, 0)
	}
	return strings.TrimSuffix(decimal(v, 1), ".0")
}

// thousands writes a count with commas.
func thousands(n int) string {
	text := fmt.Sprint(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// counted writes a count with its noun: "1 event", "5,998 events".
func counted(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return thousands(n) + " " + noun
}

// course is the word for a change over 30 days. It says a direction only where
// the whole interval lies on one side, and "steady" only where all of it is
// within what nobody would call a change.
func course(e tie.Estimate, nothing float64) run {
	switch {
	case e == tie.Estimate{}:
		return run{"new", faint} // no day has passed since its beginning
	case e.Low > 0:
		return run{"↑ rising", bold}
	case e.High < 0:
		return run{"↓ falling", bold}
	case e.Low >= -nothing && e.High <= nothing:
		return run{"steady", plain}
	}
	return run{"unclear", faint}
}

// What nobody would call a change within 30 days: of the tone in points, of
// the contact in logarithms, of the part of conflict.
const (
	sameTone    = 0.5
	sameContact = 0.2
	sameShare   = 0.03
)
