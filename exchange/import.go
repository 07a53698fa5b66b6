package exchange

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"entente/atlas"
	"entente/record"
)

// Summary counts what became of the rows of one input. Rows is Imported plus
// Rejected; lines with the names of the columns and blank lines are no rows.
type Summary struct {
	Rows     int
	Imported int
	Rejected int
	Mended   int            // imported after a repair: bytes that were no UTF-8, surplus tabs
	Dropped  map[string]int // what was left out of rows that were imported: "mode flyover", "country Narnia"
}

// maxDropped bounds Summary.Dropped; what comes after counts as "other".
const maxDropped = 1000

// dataset is one data set whose rows can be read. Rows are cut into cells and
// the cells found by the names of the columns; read takes them from there.
type dataset struct {
	name    string
	columns []column   // what is read of a row; a cell is asked for by its place here
	layouts [][]string // names of the columns of files without them, told apart by their number
	read    func(*importer) (reason string)
}

// datasets are what [Import] reads.
var datasets = []*dataset{&gdelt, &icews, &polecat, &phoenix, &acled}

// Formats lists the data sets that [Import] reads.
func Formats() []string {
	names := make([]string, len(datasets))
	for i, d := range datasets {
		names[i] = d.name
	}
	return names
}

// Import reads a file of another data set, plain or packed (gzip, zstd, zip),
// and yields every row as an event or as a reject, never both, until yield
// returns false. Both belong to the importer and are overwritten by the next
// row: keep copies. What an event points at (strings, sectors, contexts) stays
// as it is, and is shared between events: don't write to it.
//
// A bad row is a Reject and stops nothing. The error is for an input that
// can't be read at all or any further; it names the input and the line.
func Import(format, name string, r io.Reader, yield func(*Imported, *Reject) bool) (Summary, error) {
	for _, d := range datasets {
		if d.name == format {
			im, err := newImporter(d)
			if err != nil {
				return Summary{}, fmt.Errorf("import %s: %w", name, err)
			}
			if err := im.importAll(r, yield); err != nil {
				return im.sum, fmt.Errorf("import %s: %w", name, err)
			}
			return im.sum, nil
		}
	}
	return Summary{}, fmt.Errorf("import %s: unknown format %q; known are %s", name, format, strings.Join(Formats(), ", "))
}

// importer reads one input. Its fields are the row in hand and what was learnt
// from the rows before.
type importer struct {
	set   *dataset
	know  *knowledge
	atlas *atlas.Atlas
	sum   Summary

	row   []byte   // the row in hand
	cells [][]byte // its cells
	at    []int    // for every column of the set its cell, -1 where the file has none

	out    Imported
	date   record.Date
	gold   float64
	reject Reject

	days      memo[string]
	codes     memo[*coding]
	parties   memo[side]
	places    memo[*record.Place]
	countries memo[*string]
	noted     []string // what is left out of the row in hand
	key       []byte   // scratch
	sideKey   []byte
	mended    []byte
	unquoted  []byte
}

func newImporter(d *dataset) (*importer, error) {
	know, err := loadKnowledge()
	if err != nil {
		return nil, err
	}
	im := &importer{set: d, know: know}
	im.sum.Dropped = map[string]int{}
	im.out.Origin = d.name
	im.out.Event.Actors = make([]record.Participant, 0, 4)
	im.out.Event.Recipients = make([]record.Participant, 0, 4)
	im.out.Event.Evidence = []record.Evidence{}
	if im.atlas, err = atlas.Load(); err != nil {
		return nil, err
	}
	return im, nil
}

// importAll reads every file of the input.
func (im *importer) importAll(r io.Reader, yield func(*Imported, *Reject) bool) error {
	return unpack(r, func(member string, in io.Reader) (bool, error) {
		more, err := im.importFile(in, member, yield)
		if err != nil && member != "" {
			err = fmt.Errorf("%s: %w", member, err)
		}
		return more, err
	})
}

// importFile reads one file. Rejects name the member of an archive that holds
// more than one.
func (im *importer) importFile(r io.Reader, member string, yield func(*Imported, *Reject) bool) (more bool, err error) {
	lines := newLines(r)
	var d *dialect
	for lines.next() {
		if len(bytes.Trim(lines.row(), " ")) == 0 && !lines.tooLong {
			continue
		}
		if d == nil {
			lines.skipMark()
			var header bool
			if d, header, err = im.open(lines.row()); err != nil {
				return false, fmt.Errorf("line %d: %w", lines.line, err)
			}
			if header {
				continue
			}
		}
		if d.header != nil && bytes.Equal(lines.row(), d.header) {
			continue // files that were joined carry the names of the columns again
		}
		reason, mended := im.readRow(lines, d)
		im.sum.Rows++
		if reason != "" {
			im.sum.Rejected++
			if member != "" {
				reason = member + ": " + reason
			}
			im.reject = Reject{Line: lines.line, Reason: reason, Row: strings.ToValidUTF8(string(lines.row()), "\uFFFD")}
			if !yield(nil, &im.reject) {
				return false, nil
			}
			continue
		}
		im.sum.Imported++
		im.countDropped()
		if mended {
			im.sum.Mended++
		}
		im.out.Line = lines.line
		if !yield(&im.out, nil) {
			return false, nil
		}
	}
	if lines.err != nil {
		return false, fmt.Errorf("line %d: %w; the file may be cut off or damaged", lines.line+1, lines.err)
	}
	return true, nil
}

// readRow makes an event of the row that lines stands on. A row in quotes may
// run over several lines; one that makes no sense so is rejected up to its
// first line end, and reading goes on behind that.
func (im *importer) readRow(lines *lines, d *dialect) (reason string, mended bool) {
	if lines.tooLong {
		return fmt.Sprintf("the row is longer than %d bytes", maxRow), false
	}
	for {
		im.row = lines.row()
		var whole bool
		if whole = im.cut(d); whole {
			break
		}
		if lines.length >= maxQuoted || !lines.extend() {
			lines.retreat()
			return "a quotation mark is opened and not closed", false
		}
	}
	if bytes.IndexByte(im.row, 0) >= 0 {
		return "the row has a NUL byte", false
	}
	if !utf8.Valid(im.row) {
		im.mended = asUTF8(im.mended[:0], im.row)
		im.row, mended = im.mended, true
		im.cut(d)
	}
	if reason, realigned := im.align(d); reason != "" {
		lines.retreat()
		return reason, false
	} else if realigned {
		mended = true
	}
	im.begin()
	if reason = im.set.read(im); reason != "" {
		return reason, false
	}
	e := &im.out.Event
	if len(e.Actors) == 0 && len(e.Recipients) == 0 {
		return "neither side has an actor", false
	}
	if im.out.ID == "" {
		sum := sha256.Sum256(im.row)
		im.out.ID = hex.EncodeToString(sum[:8])
	}
	e.ID = im.out.ID
	return "", mended
}

// begin empties the event for the next row.
func (im *importer) begin() {
	o := &im.out
	im.noted = im.noted[:0]
	actors, recipients, evidence := o.Event.Actors[:0], o.Event.Recipients[:0], o.Event.Evidence
	*o = Imported{Origin: o.Origin}
	o.Event.Actors, o.Event.Recipients, o.Event.Evidence = actors, recipients, evidence
	o.Event.Sentence, o.Event.Confidence = -1, 1
}

// cell gives the text of a column without blanks around, empty where the file
// doesn't have it.
func (im *importer) cell(column int) []byte {
	if i := im.at[column]; i >= 0 && i < len(im.cells) {
		return bytes.TrimSpace(im.cells[i])
	}
	return nil
}

// drop notes something that is left out of the row.
func (im *importer) drop(kind, value string) { im.noted = append(im.noted, kind+" "+value) }

// countDropped counts what was left out of a row that is imported.
func (im *importer) countDropped() {
	for _, what := range im.noted {
		if _, known := im.sum.Dropped[what]; !known && (len(im.sum.Dropped) >= maxDropped || len(what) > 100) {
			kind, _, _ := strings.Cut(what, " ")
			what = "other " + kind
		}
		im.sum.Dropped[what]++
	}
}

// asUTF8 appends line to dst, with every byte that is no UTF-8 read as
// windows-1252, which is what such bytes mostly are.
func asUTF8(dst, line []byte) []byte {
	for len(line) > 0 {
		r, size := utf8.DecodeRune(line)
		if r == utf8.RuneError && size == 1 {
			r = charmap.Windows1252.DecodeByte(line[0])
		}
		dst = utf8.AppendRune(dst, r)
		line = line[size:]
	}
	return dst
}
