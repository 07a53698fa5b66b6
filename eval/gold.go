package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Annotation is a gold file: what a careful reader takes from one article.
type Annotation struct {
	Path        string           `json:"-"` // of the gold file
	Article     string           `json:"article"`
	Published   *string          `json:"published"` // RFC 3339 or a date; nil where the page tells none
	Here        string           `json:"here"`
	Note        string           `json:"note"`
	Events      []GoldEvent      `json:"events"`
	Never       []NeverRule      `json:"never"`
	Statements  []GoldStatement  `json:"statements"`
	Mechanisms  []GoldMechanism  `json:"mechanisms"`
	Conditions  []GoldCondition  `json:"conditions"`
	Watch       []GoldWatch      `json:"watch"`
	Assessments []GoldAssessment `json:"assessments"`
}

// GoldEvent is an annotated event. Must ones are missed if not found, the
// others are right if found.
type GoldEvent struct {
	ID         string   `json:"id"`
	Must       bool     `json:"must"`
	Types      []string `json:"types"` // any of these is right
	Actors     []string `json:"actors"`
	Recipients []string `json:"recipients"`
	Aux        string   `json:"aux"`
	Date       Days     `json:"date"`
	Place      string   `json:"place"`
	Contexts   []string `json:"contexts"`
	Evidence   string   `json:"evidence"` // words of the page
}

// NeverRule is what must not be found. Mode, Actors and Recipients narrow it
// where they are given.
type NeverRule struct {
	Why        string   `json:"why"`
	Types      []string `json:"types"`
	Aux        string   `json:"aux"` // left out is "": the same event as denied or past is welcome
	Mode       string   `json:"mode"`
	Actors     []string `json:"actors"`
	Recipients []string `json:"recipients"`
}

// GoldStatement is an annotated statement.
type GoldStatement struct {
	Speaker string   `json:"speaker"` // full name, else the words of the page
	Country *string  `json:"country"` // nil where the page doesn't tell the side
	Direct  bool     `json:"direct"`
	Starts  string   `json:"starts"` // first words of quotation or clause
	About   []string `json:"about"`
	Date    Days     `json:"date"`
}

// GoldMechanism is an annotated dialogue. Absent fields aren't scored.
type GoldMechanism struct {
	Name     string   `json:"name"`
	Parties  []string `json:"parties"`
	Level    string   `json:"level"`
	Status   string   `json:"status"`
	GapYears *float64 `json:"gap_years"`
	Cadence  string   `json:"cadence"`
	Place    string   `json:"place"`
	Date     Days     `json:"date"`
}

// GoldCondition is an annotated condition.
type GoldCondition struct {
	On         []string `json:"on"`
	Connective string   `json:"connective"`
	Action     string   `json:"action"`
	Outcome    string   `json:"outcome"`
}

// GoldWatch is an annotated coming event.
type GoldWatch struct {
	What       string   `json:"what"`
	Actors     []string `json:"actors"`
	Recipients []string `json:"recipients"`
	Date       Days     `json:"date"`
	GaugeOf    []string `json:"gauge_of"`
}

// GoldAssessment is an annotated assessment: a level, a direction, or both.
type GoldAssessment struct {
	Parties   []string `json:"parties"`
	Level     string   `json:"level"`
	Direction string   `json:"direction"`
	By        string   `json:"by"`
	Context   string   `json:"context"`
	Evidence  string   `json:"evidence"`
}

// ReadGold reads and checks a gold file. Its errors name the file and the
// line or the field.
func ReadGold(path string) (*Annotation, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read annotation: %w", err)
	}
	return parseGold(path, raw)
}

func parseGold(path string, raw []byte) (*Annotation, error) {
	g := &Annotation{Path: path}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	if err := dec.Decode(g); err != nil {
		return nil, fmt.Errorf("read annotation %s: %w", path, locate(raw, dec.InputOffset(), err))
	}
	if err := g.check(raw); err != nil {
		return nil, fmt.Errorf("read annotation %s: %w", path, err)
	}
	return g, nil
}

// locate puts the line and the field before what the JSON reader says.
func locate(raw []byte, read int64, err error) error {
	at := read
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	if errors.As(err, &syntax) {
		at = syntax.Offset
	} else if errors.As(err, &kind) {
		at = kind.Offset
		err = fmt.Errorf("%s is a %s; want a %s", kind.Field, kind.Value, kind.Type)
	}
	line := 1 + bytes.Count(raw[:min(int(at), len(raw))], []byte("\n"))
	return fmt.Errorf("line %d: %w", line, err)
}

// lists must stand in every gold file; empty means that the page has none.
var lists = [...]string{"events", "never", "statements", "mechanisms", "conditions", "watch", "assessments"}

func (g *Annotation) check(raw []byte) error {
	var present map[string]json.RawMessage
	if err := json.Unmarshal(raw, &present); err != nil {
		return err
	}
	for _, name := range lists {
		if v := present[name]; v == nil || string(v) == "null" {
			return fmt.Errorf("%s: missing; write [] where the page has none", name)
		}
	}
	if g.Article == "" || filepath.Base(g.Article) != g.Article {
		return fmt.Errorf("article: %q; want the name of a file beside the annotation", g.Article)
	}
	for i, e := range g.Events {
		if err := e.check(); err != nil {
			return fmt.Errorf("events[%d] (%s): %w", i, e.ID, err)
		}
	}
	for i, n := range g.Never {
		if err := anyOf("types", n.Types, eventTypes); err != nil {
			return fmt.Errorf("never[%d] (%s): %w", i, n.Why, err)
		}
		if err := oneOf("aux", n.Aux, auxModes); err != nil {
			return fmt.Errorf("never[%d] (%s): %w", i, n.Why, err)
		}
	}
	return g.checkRest()
}

func (g *GoldEvent) check() error {
	if g.ID == "" {
		return errors.New("id: missing")
	}
	if err := anyOf("types", g.Types, eventTypes); err != nil {
		return err
	}
	if err := oneOf("aux", g.Aux, auxModes); err != nil {
		return err
	}
	if !g.Date.Annotated {
		return errors.New("date: missing; write null where the page allows none")
	}
	return nil
}

func (g *Annotation) checkRest() error {
	for i, s := range g.Statements {
		if s.Speaker == "" || strings.TrimSpace(s.Starts) == "" {
			return fmt.Errorf("statements[%d]: speaker and starts must both be given", i)
		}
	}
	for i, m := range g.Mechanisms {
		if err := oneOf("status", m.Status, statuses); err != nil {
			return fmt.Errorf("mechanisms[%d] (%s): %w", i, m.Name, err)
		}
		if err := oneOf("level", m.Level, dialogueLevels); err != nil {
			return fmt.Errorf("mechanisms[%d] (%s): %w", i, m.Name, err)
		}
	}
	for i, c := range g.Conditions {
		if strings.TrimSpace(c.Action) == "" {
			return fmt.Errorf("conditions[%d]: action: missing", i)
		}
	}
	for i, a := range g.Assessments {
		if a.Level == "" && a.Direction == "" {
			return fmt.Errorf("assessments[%d]: level or direction must be given", i)
		}
		if err := oneOf("level", a.Level, tieLevels); err != nil {
			return fmt.Errorf("assessments[%d]: %w", i, err)
		}
		if err := oneOf("direction", a.Direction, directions); err != nil {
			return fmt.Errorf("assessments[%d]: %w", i, err)
		}
	}
	return nil
}

// The words that annotation may use (DESIGN: the record). A leading blank
// means that the field may be empty.
const (
	eventTypes     = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
	auxModes       = " historical future hypothetical negation"
	statuses       = "held resumed suspended planned proposed cancelled"
	dialogueLevels = " leader minister vice-minister senior-official working"
	tieLevels      = " warm normal strained hostile"
	directions     = " improving stable worsening fragile"
)

func anyOf(field string, values []string, allowed string) error {
	if len(values) == 0 {
		return fmt.Errorf("%s: empty; want at least one of %s", field, allowed)
	}
	for _, v := range values {
		if err := oneOf(field, v, allowed); err != nil {
			return err
		}
	}
	return nil
}

func oneOf(field, value, allowed string) error {
	for _, a := range strings.Split(allowed, " ") {
		if a == value {
			return nil
		}
	}
	return fmt.Errorf("%s: %q; want one of %s", field, value, strings.TrimSpace(allowed))
}
