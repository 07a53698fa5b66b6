// Package record is what Entente finds in one article, as plain data: events,
// statements, mechanisms, conditions, watch items and assessments, each with
// the byte offsets of the words that prove it. Nothing comes in and nothing
// goes out: the coder fills these types, everything downstream reads them.
//
// The JSON field names are an interface that other programs depend on
// (docs/record.md): add fields, never rename them. All offsets are bytes into
// Article.Text (UTF-8), half-open. Absent scalars are null, absent lists [].
package record

// Record is one article and everything found in it.
type Record struct {
	Article      Article       `json:"article"`
	Countries    []Country     `json:"countries"` // the states the article is about, most weighty first
	Sentences    []Span        `json:"sentences"`
	Events       []Event       `json:"events"`
	Statements   []Statement   `json:"statements"`
	Attributions []Attribution `json:"attributions"`
	Mechanisms   []Mechanism   `json:"mechanisms"`
	Conditions   []Condition   `json:"conditions"`
	Watch        []WatchItem   `json:"watch"`
	Assessments  []Assessment  `json:"assessments"`
}

// Article is the text that was read, cleaned, with what is known about it.
// Text is the title, a blank line and the body.
type Article struct {
	ID        string   `json:"id"`
	Title     *string  `json:"title"`
	Outlet    *string  `json:"outlet"`
	Byline    []string `json:"byline"`
	Published *string  `json:"published"` // RFC 3339; the zone only where the page tells it
	Language  *string  `json:"language"`  // ISO 639-1
	URL       *string  `json:"url"`
	Text      string   `json:"text"`
}

// Country is a state that the article is about. Weight says how certain that is,
// 0–1; Mentions counts the places of title and body that name the state, its
// people, offices or seat.
type Country struct {
	Country  string  `json:"country"` // ISO 3166-1 alpha-3
	Weight   float64 `json:"weight"`
	Mentions int     `json:"mentions"`
}

// Span is a half-open range of bytes in Article.Text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Evidence is one place that tells an event: the sentence and the trigger in it.
type Evidence struct {
	Sentence int `json:"sentence"`
	Start    int `json:"start"`
	End      int `json:"end"`
}

// Date is a closed interval of days, "2006-01-02", with the words it was read
// from; Text is empty where the interval is only what the publication time
// and the tense allow.
type Date struct {
	From string `json:"from"`
	To   string `json:"to"`
	Text string `json:"text"`
}

// Place is where an event happened.
type Place struct {
	Name    string  `json:"name"`
	Country *string `json:"country"` // ISO 3166-1 alpha-3
}

// Participant is an actor in its role. ID is the alpha-3 code of a state, UNO
// or EUR, else a kind and a slug (IGO:nato, REB:m23, PER:tony-blinken).
// Start and End give the words that name it.
type Participant struct {
	ID      string   `json:"id"`
	Country *string  `json:"country"`
	Sectors []string `json:"sectors"`
	Name    string   `json:"name"`
	Person  *string  `json:"person"`
	Office  *string  `json:"office"`
	Start   int      `json:"start"`
	End     int      `json:"end"`
}

// Event is a PLOVER event: who did what to whom, when, where, under which
// reservation. A reciprocal event (a meeting, an agreement) has everybody in
// Actors and nobody in Recipients.
type Event struct {
	ID         string        `json:"id"`
	Type       string        `json:"type"`
	Mode       *string       `json:"mode"`
	Contexts   []string      `json:"contexts"`
	Aux        string        `json:"aux"` // "", historical, future, hypothetical, negation
	CAMEO      *string       `json:"cameo"`
	Quad       int           `json:"quad"`  // 1–4
	Score      float64       `json:"score"` // PLOVER's −10…+10
	Goldstein  *float64      `json:"goldstein"`
	Actors     []Participant `json:"actors"`
	Recipients []Participant `json:"recipients"`
	Date       *Date         `json:"date"`
	Place      *Place        `json:"place"`
	Sentence   int           `json:"sentence"`
	Trigger    Span          `json:"trigger"`
	Evidence   []Evidence    `json:"evidence"`
	Speaker    *Participant  `json:"speaker"` // who reports the event, where it isn't the article itself
	Rule       string        `json:"rule"`
	Confidence float64       `json:"confidence"`
}

// Statement is what somebody said about a tie, direct or reported. Stance runs
// from −1 (hostile) to 1 (warm).
type Statement struct {
	Speaker  Participant `json:"speaker"`
	Text     string      `json:"text"`
	Direct   bool        `json:"direct"`
	Denied   bool        `json:"denied"` // what the speaker says is that Text is not so
	Cue      *Span       `json:"cue"`    // the words that tell that it was said; null where none stands beside it
	Start    int         `json:"start"`
	End      int         `json:"end"`
	About    []string    `json:"about"` // alpha-3, sorted
	Contexts []string    `json:"contexts"`
	Stance   float64     `json:"stance"`
	Date     *Date       `json:"date"`
	Sentence int         `json:"sentence"`
}

// Attribution is whose words, thoughts or plans the text gives: everything with
// a source, a poll's numbers and a voter's hopes included. Statements are those
// of it that serve a reader of diplomacy.
type Attribution struct {
	Source   *Span   `json:"source"`  // the whole phrase that names whose they are
	Speaker  *string `json:"speaker"` // its name, where a pronoun or a surname stands in the text
	Cue      *Span   `json:"cue"`
	Content  []Span  `json:"content"` // several where the telling interrupts it
	Quoted   string  `json:"quoted"`  // direct, indirect, mixed
	Sentence int     `json:"sentence"`
}

// Mechanism is a dialogue: a named series of meetings with its state.
type Mechanism struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Kind     string   `json:"kind"`  // summit, talks, dialogue, meeting, exercise, …
	Level    *string  `json:"level"` // leader, minister, vice-minister, senior-official, working
	Parties  []string `json:"parties"`
	Status   string   `json:"status"` // held, resumed, suspended, planned, proposed, cancelled
	GapYears *float64 `json:"gap_years"`
	Cadence  *string  `json:"cadence"` // annual, biannual, quarterly, monthly, weekly
	Place    *string  `json:"place"`
	Date     *Date    `json:"date"`
	Sentence int      `json:"sentence"`
}

// Condition is an "unless / until / if / only after": who must do what first,
// for which outcome.
type Condition struct {
	On         []string `json:"on"`
	Connective string   `json:"connective"`
	Action     string   `json:"action"`
	Outcome    string   `json:"outcome"`
	Sentence   int      `json:"sentence"`
}

// WatchItem is a coming event and the tie it is taken to tell something about.
type WatchItem struct {
	What       string        `json:"what"`
	Actors     []Participant `json:"actors"`
	Recipients []Participant `json:"recipients"`
	Date       *Date         `json:"date"`
	GaugeOf    []string      `json:"gauge_of"`
	Sentence   int           `json:"sentence"`
}

// Assessment is what the text itself says of a tie.
type Assessment struct {
	Parties   []string     `json:"parties"`
	Level     *string      `json:"level"`     // warm, normal, strained, hostile
	Direction *string      `json:"direction"` // improving, stable, worsening, fragile
	By        *Participant `json:"by"`
	Context   *string      `json:"context"`
	Sentence  int          `json:"sentence"`
}

// Sourced is a record with the name of the file that its article came from.
type Sourced struct {
	*Record
	Source string
}
