package exchange

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"entente/atlas"
	"entente/calendar"
	"entente/plover"
	"entente/record"
)

// TKGFormat is the name of the format of temporal knowledge graphs.
const TKGFormat = "tkg"

// ImportTKG reads one file of a temporal knowledge graph as [Import] reads
// other data sets. name is its path: the files that say what the numbers mean
// stand beside it. Rows whose sides belong to no country are events all the
// same.
func ImportTKG(name string, r io.Reader, yield func(*Imported, *Reject) bool) (Summary, error) {
	var sum Summary
	t, err := OpenTKG(filepath.Dir(name))
	if err != nil {
		return sum, fmt.Errorf("import %s: %w", name, err)
	}
	set := filepath.Base(t.dir)
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimRight(lines.Text(), "\r ")
		if line == "" {
			continue
		}
		sum.Rows++
		row, reason := t.event(set, line)
		if reason != "" {
			sum.Rejected++
			if !yield(nil, &Reject{Line: n, Reason: reason, Row: line}) {
				return sum, nil
			}
			continue
		}
		row.Line = n
		sum.Imported++
		if !yield(row, nil) {
			return sum, nil
		}
	}
	if err := lines.Err(); err != nil {
		return sum, fmt.Errorf("import %s: %w", name, err)
	}
	return sum, nil
}

// event reads one line: the numbers of subject, relation, object and hour.
func (t *TKG) event(set, line string) (row *Imported, reason string) {
	var cells [4]int
	rest := line
	for i, column := range []string{"subject", "relation", "object", "hour"} {
		var cell string
		cell, rest, _ = strings.Cut(rest, "\t")
		n, err := strconv.Atoi(cell)
		if err != nil || n < 0 {
			return nil, fmt.Sprintf("%s: %q is no number", column, cell)
		}
		cells[i] = n
	}
	switch {
	case cells[0] >= len(t.entities):
		return nil, fmt.Sprintf("subject: entity2id.txt has no %d", cells[0])
	case cells[1] >= len(t.relations):
		return nil, fmt.Sprintf("relation: relation2id.txt has no %d", cells[1])
	case cells[2] >= len(t.entities):
		return nil, fmt.Sprintf("object: entity2id.txt has no %d", cells[2])
	}
	relation := &t.relations[cells[1]]
	day := (t.begins + calendar.Day(cells[3]/24)).String()
	e := record.Event{
		Type: string(relation.code.Type), Contexts: []string{}, CAMEO: &relation.code.Code, Quad: int(plover.VerbalCooperation),
		Actors:     []record.Participant{t.entities[cells[0]].participant()},
		Recipients: []record.Participant{t.entities[cells[2]].participant()},
		Date:       &record.Date{From: day, To: day, Text: day},
	}
	if e.Type != "" {
		e.Quad = int(relation.code.Type.Quad())
		e.Score = relation.code.Type.Score(relation.code.Mode)
	}
	if relation.code.Mode != "" {
		e.Mode = &relation.code.Mode
	}
	if relation.code.Context != "" {
		e.Contexts = []string{relation.code.Context}
	}
	if relation.code.HasGoldstein {
		e.Goldstein = &relation.code.Goldstein
	}
	return &Imported{Origin: TKGFormat, ID: contentID(set, line), Event: e, Scored: e.Type != "", Text: relation.name}, ""
}

// participant is an entity as an actor: its country stands for a state, what
// has its country in parentheses is somebody of it.
func (e *tkgEntity) participant() record.Participant {
	p := record.Participant{Name: e.name, Sectors: []string{}}
	switch {
	case e.country == "":
		p.ID = "UNK:" + atlas.Slug(e.name)
		return p
	case strings.HasSuffix(e.name, ")"):
		p.ID = "UNK:" + atlas.Slug(e.name)
	default:
		p.ID = e.country
		p.Sectors = []string{"GOV"}
	}
	p.Country = &e.country
	return p
}

// contentID is the id of a row that has none of its own: a hash of what it says.
func contentID(parts ...string) string {
	h := fnv.New64a()
	for _, p := range parts {
		io.WriteString(h, p)
		h.Write([]byte{0})
	}
	return fmt.Sprintf("%016x", h.Sum64())
}
