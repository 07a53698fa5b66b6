package tie

import (
	_ "embed"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"
)

// Parameters of the model. Variances of the tone are in units of the tie's own
// spread, which is 1 for ties in general. parameters.tsv says what each means.
type Parameters struct {
	DriftDay, DriftEvent           float64
	NoiseDay, NoiseEvent, Lone     float64
	PriorMean, PriorVariance       float64
	SpreadPrior, SpreadMemory      float64
	Interval                       float64
	ShareKeep, ShareKeepEvent      float64
	SharePrior                     float64
	ShareWeight, ShareAlike        float64
	ContactKeep, ContactPrior      float64
	ContactClump, ContactClumpRate float64
	ArrivalKeep                    float64
	ArrivalHits, ArrivalDays       float64
	FragilityShift, FragilitySlope float64
	FragilityPace                  float64
	BreakPenalty                   float64
}

// parameter is a line of parameters.tsv.
type parameter struct {
	name        string
	value       *float64
	least, most float64
	meaning     string
}

// table lists the parameters in the order of the file, with what each may be.
func (p *Parameters) table() []parameter {
	large := math.MaxFloat64
	return []parameter{
		{"drift_day", &p.DriftDay, 0, large, "variance that the level gains with each day, in units of the tie's spread"},
		{"drift_event", &p.DriftEvent, 0, large, "variance that it gains with each day that has events"},
		{"noise_day", &p.NoiseDay, 0, large, "variance that all events of a day share"},
		{"noise_event", &p.NoiseEvent, 1e-9, large, "variance of one event"},
		{"lone", &p.Lone, 0, large, "how many times noisier the mean of a lone event is than these say"},
		{"prior_mean", &p.PriorMean, -10, 10, "tone of ties in general"},
		{"prior_variance", &p.PriorVariance, 1e-9, large, "variance of tones between ties"},
		{"spread_prior", &p.SpreadPrior, 1e-9, large, "days with events that the pooled spread counts as"},
		{"spread_memory", &p.SpreadMemory, 1e-9, large, "days with events that the tie's own spread remembers"},
		{"interval", &p.Interval, 0, large, "standard deviations that hold 80% of the means of coming days"},
		{"share_keep", &p.ShareKeep, 0, 1, "what is kept from one day to the next of the knowledge of the conflict share"},
		{"share_keep_event", &p.ShareKeepEvent, 0, 1, "what is kept of it from one day with events to the next"},
		{"share_prior", &p.SharePrior, 0, 1, "conflict share of ties in general"},
		{"share_weight", &p.ShareWeight, 1e-9, large, "events that it counts as"},
		{"share_alike", &p.ShareAlike, 0, 1, "correlation of the events of a day"},
		{"contact_keep", &p.ContactKeep, 0, 1, "what is kept from one day to the next of the count of recent events"},
		{"contact_prior", &p.ContactPrior, 0, large, "events that the trailing year's rate counts as beside them"},
		{"contact_clump", &p.ContactClump, 1, large, "variance over mean of daily counts where contact is rare"},
		{"contact_clump_rate", &p.ContactClumpRate, 0, large, "how much that grows with each event a day"},
		{"arrival_keep", &p.ArrivalKeep, 0, 1, "what is kept from one day to the next of the count of days with events"},
		{"arrival_hits", &p.ArrivalHits, 1e-9, large, "days with events that every tie begins with"},
		{"arrival_days", &p.ArrivalDays, 1e-9, large, "days that these are of"},
		{"fragility_shift", &p.FragilityShift, -large, large, "added to the logit of the fragility"},
		{"fragility_slope", &p.FragilitySlope, 0, large, "by which the logit of the fragility is multiplied"},
		{"fragility_pace", &p.FragilityPace, -large, large, "added to it for each natural logarithm of the days with events that are expected"},
		{"break_penalty", &p.BreakPenalty, 0, large, "what a further change point must save, in squared standard deviations"},
	}
}

//go:embed parameters.tsv
var fitted string

// Fitted gives the parameters of parameters.tsv, which the command tie/fit
// writes. They are shared: change a copy.
func Fitted() *Parameters { return load() }

// load reads the embedded table. It is part of the program, so a fault panics.
var load = sync.OnceValue(func() *Parameters {
	p, err := ReadParameters(strings.NewReader(fitted))
	if err != nil {
		panic("tie: parameters.tsv: " + err.Error())
	}
	return p
})

// ReadParameters reads lines of name, value and meaning below comments and a
// head. All parameters must be there.
func ReadParameters(r io.Reader) (*Parameters, error) {
	raw, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	values := map[string]string{}
	for i, line := range strings.Split(string(raw), "\n") {
		if line == "" || line[0] == '#' || strings.HasPrefix(line, "name\t") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 {
			return nil, fmt.Errorf("line %d: %d cells, want 3", i+1, len(cells))
		}
		values[cells[0]] = cells[1]
	}
	p := &Parameters{}
	for _, row := range p.table() {
		*row.value, err = strconv.ParseFloat(values[row.name], 64)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", row.name, err)
		}
		if !(*row.value >= row.least && *row.value <= row.most) {
			return nil, fmt.Errorf("%s: %g is not between %g and %g", row.name, *row.value, row.least, row.most)
		}
	}
	return p, nil
}

// Write prints the parameters as ReadParameters reads them, without comments.
func (p *Parameters) Write(w io.Writer) error {
	var b strings.Builder
	b.WriteString("name\tvalue\tmeaning\n")
	for _, row := range p.table() {
		fmt.Fprintf(&b, "%s\t%.4g\t%s\n", row.name, *row.value, row.meaning)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
