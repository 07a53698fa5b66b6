package eval

import (
	"io"
	"math"
)

// The JSON of a report. Fractions run from 0 to 1, the rest are counts.
type jsonTally struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
	Gold      int     `json:"gold"`
	Found     int     `json:"found"`
	Right     int     `json:"right"`
}

type jsonFigures struct {
	Precision      float64        `json:"precision"`
	Recall         float64        `json:"recall"`
	F1             float64        `json:"f1"`
	F1Aux          float64        `json:"f1_aux"`
	F1Date         float64        `json:"f1_date"`
	TypeF1         float64        `json:"type_f1"`
	AuxAccuracy    float64        `json:"aux_accuracy"`
	DateAccuracy   float64        `json:"date_accuracy"`
	Must           int            `json:"must"`
	MustFound      int            `json:"must_found"`
	MustFoundExact int            `json:"must_found_exact"`
	Found          int            `json:"found"`
	Never          int            `json:"never"`
	Beyond         int            `json:"beyond"`
	Statements     jsonStatements `json:"statements"`
	Mechanisms     jsonMechanisms `json:"mechanisms"`
	Conditions     jsonTally      `json:"conditions"`
	Watch          jsonWatch      `json:"watch"`
	Assessments    jsonTally      `json:"assessments"`
}

type jsonStatements struct {
	jsonTally
	SpeakerF1      float64 `json:"speaker_f1"`
	SpanF1         float64 `json:"span_f1"`
	DirectAccuracy float64 `json:"direct_accuracy"`
	AboutAccuracy  float64 `json:"about_accuracy"`
}

type jsonMechanisms struct {
	jsonTally
	LevelAccuracy float64 `json:"level_accuracy"`
	DateAccuracy  float64 `json:"date_accuracy"`
	GapAccuracy   float64 `json:"gap_accuracy"`
}

type jsonWatch struct {
	jsonTally
	DateAccuracy  float64 `json:"date_accuracy"`
	GaugeAccuracy float64 `json:"gauge_accuracy"`
}

type jsonArticle struct {
	Article string `json:"article"`
	jsonFigures
	Errors []Error `json:"errors"`
}

type jsonReport struct {
	jsonFigures
	Articles []jsonArticle `json:"articles"`
}

// WriteJSON prints the report as one object: the totals at the top level, the
// same for each article under "articles", with its errors.
func (r *Report) WriteJSON(w io.Writer) error {
	out := jsonReport{jsonFigures: figuresJSON(r.Total()), Articles: []jsonArticle{}}
	for _, a := range r.Articles {
		errors := a.Errors
		if errors == nil {
			errors = []Error{}
		}
		out.Articles = append(out.Articles, jsonArticle{a.Name, figuresJSON(&a.Figures), errors})
	}
	return writeObject(w, out)
}

func figuresJSON(f *Figures) jsonFigures {
	e, s, m := &f.Events, &f.Statements, &f.Mechanisms
	return jsonFigures{
		Precision: round(e.Events.Precision()), Recall: round(e.Events.Recall()), F1: round(e.Events.F1()),
		F1Aux: round(e.WithAux.F1()), F1Date: round(e.WithDate.F1()), TypeF1: round(e.TypeOnly.F1()),
		AuxAccuracy: round(e.Aux.Value()), DateAccuracy: round(e.Date.Value()),
		Must: e.Events.Gold, MustFound: e.Events.Recalled, MustFoundExact: e.MustExact,
		Found: e.Events.Found, Never: e.Never, Beyond: e.Beyond,
		Statements: jsonStatements{tallyJSON(s.Statements), round(s.Speakers.F1()), round(s.Spans.F1()),
			round(s.Direct.Value()), round(s.About.Value())},
		Mechanisms: jsonMechanisms{tallyJSON(m.Mechanisms), round(m.Level.Value()), round(m.Date.Value()), round(m.Gap.Value())},
		Conditions: tallyJSON(f.Conditions),
		Watch: jsonWatch{tallyJSON(f.Watch.Watch), round(f.Watch.Date.Value()),
			round(f.Watch.GaugeOf.Value())},
		Assessments: tallyJSON(f.Assessments),
	}
}

func tallyJSON(t Tally) jsonTally {
	return jsonTally{round(t.Precision()), round(t.Recall()), round(t.F1()), t.Gold, t.Found, t.Right}
}

// round keeps four digits, so that the same counts give the same bytes.
func round(x float64) float64 { return math.Round(x*1e4) / 1e4 }
