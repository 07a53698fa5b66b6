package exchange

import (
	"encoding/json"
	"io"

	"entente/record"
)

// JSONLines writes records as JSON, one to a line.
type JSONLines struct{ enc *json.Encoder }

// NewJSONLines makes a writer to w.
func NewJSONLines(w io.Writer) *JSONLines {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return &JSONLines{enc}
}

// Write writes one record and a line feed.
func (j *JSONLines) Write(r *record.Record) error { return j.enc.Encode(r) }

// Flush does nothing: every record is written at once.
func (j *JSONLines) Flush() error { return nil }
