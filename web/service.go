package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// While a server has a database open for writing no other process can open the
// file. So it leaves a note beside it, FILE.serve, with its address and a key
// that lets the same user's other commands read through it.

// note is what the file holds.
type note struct {
	Address string `json:"address"` // http://127.0.0.1:8080
	Key     string `json:"key"`
	Process int    `json:"process"`
}

func notePath(db string) string { return db + ".serve" }

// Announce leaves the note of a server beside its database, for the eyes of
// the same user only, and gives what takes it away again.
func Announce(db, address, key string) (withdraw func(), err error) {
	raw, err := json.Marshal(note{address, key, os.Getpid()})
	if err != nil {
		return nil, err
	}
	path := notePath(db)
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*") // its mode is 0600
	if err != nil {
		return nil, fmt.Errorf("leave a note of the address beside %s: %w", db, err)
	}
	_, err = f.Write(append(raw, '\n'))
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
		return nil, fmt.Errorf("leave a note of the address in %s: %w", path, err)
	}
	return func() {
		if n, err := readNote(db); err == nil && n.Key == key { // a later server may have left its own
			os.Remove(path)
		}
	}, nil
}

func readNote(db string) (*note, error) {
	raw, err := os.ReadFile(notePath(db))
	if err != nil {
		return nil, err
	}
	n := &note{}
	return n, json.Unmarshal(raw, n)
}

// Service is a server that has a database open.
type Service struct {
	Address string
	key     string
	client  http.Client
}

// Find gives the server that has a database open, nil where none left a note
// that it answers to.
func Find(ctx context.Context, db string) *Service {
	n, err := readNote(db)
	if err != nil || !strings.HasPrefix(n.Address, "http://") {
		return nil
	}
	s := &Service{Address: n.Address, key: n.Key}
	ctx, stop := context.WithTimeout(ctx, 3*time.Second)
	defer stop()
	answer, err := s.get(ctx, "/healthz", nil)
	if err != nil {
		return nil
	}
	defer answer.Body.Close()
	if raw, err := io.ReadAll(io.LimitReader(answer.Body, 100)); err != nil || string(raw) != healthy {
		return nil // the server is gone, and another program has its port
	}
	return s
}

// ErrNotFound says that the server has nothing of what was asked for.
var ErrNotFound = errors.New("not found")

// get asks for an address; any status but 200 is an error in the server's own
// words.
func (s *Service) get(ctx context.Context, path string, query url.Values) (*http.Response, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.Address+path+"?"+query.Encode(), nil)
	if err != nil {
		return nil, err
	}
	r.Header.Set("Authorization", "Bearer "+s.key)
	answer, err := s.client.Do(r)
	if err != nil {
		return nil, fmt.Errorf("ask the server at %s: %w", s.Address, err)
	}
	if answer.StatusCode == http.StatusOK {
		return answer, nil
	}
	defer answer.Body.Close()
	var told struct {
		Detail string `json:"detail"`
		Errors []struct {
			Message string `json:"message"`
		} `json:"errors"`
	}
	json.NewDecoder(io.LimitReader(answer.Body, 1<<20)).Decode(&told) // what cannot be read stays empty
	var wrong []string
	for _, e := range told.Errors {
		wrong = append(wrong, e.Message)
	}
	switch {
	case answer.StatusCode == http.StatusNotFound:
		return nil, fmt.Errorf("%w: %s", ErrNotFound, told.Detail)
	case wrong != nil: // the words for a field are those of the command
		return nil, errors.New(strings.Join(wrong, "; "))
	}
	return nil, fmt.Errorf("the server at %s answers %s: %s", s.Address, answer.Status, told.Detail)
}

// Text writes what a command prints, as the server would print it. verb is the
// command's name, query its question.
func (s *Service) Text(ctx context.Context, w io.Writer, verb string, query url.Values) error {
	answer, err := s.get(ctx, textPath+verb, query)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	_, err = io.Copy(w, answer.Body)
	return err
}

// Export writes a table of events and gives the numbers of rows and of events
// that its columns cannot tell.
func (s *Service) Export(ctx context.Context, w io.Writer, query url.Values) (rows, withheld int, err error) {
	answer, err := s.get(ctx, "/api/v1/export", query)
	if err != nil {
		return 0, 0, err
	}
	defer answer.Body.Close()
	if _, err := io.Copy(w, answer.Body); err != nil {
		return 0, 0, err
	}
	rows, err = strconv.Atoi(answer.Trailer.Get(rowsTrailer))
	if err != nil {
		return 0, 0, fmt.Errorf("the server at %s broke the table off; its log tells why", s.Address)
	}
	withheld, err = strconv.Atoi(answer.Trailer.Get(withheldTrailer))
	return rows, withheld, err
}

// Rows is the answer to a query in SQL: rows of text, one at a time.
type Rows struct {
	Columns []string
	from    *Service
	answer  *http.Response
	lines   *json.Decoder
	err     error
}

// Query asks in SQL; an empty query describes the tables.
func (s *Service) Query(ctx context.Context, query string) (*Rows, error) {
	answer, err := s.get(ctx, textPath+"sql", url.Values{"q": {query}})
	if err != nil {
		return nil, err
	}
	r := &Rows{from: s, answer: answer, lines: json.NewDecoder(answer.Body)}
	if err := r.lines.Decode(&r.Columns); err != nil {
		answer.Body.Close()
		return nil, fmt.Errorf("read the answer of %s: %w", s.Address, err)
	}
	return r, nil
}

// Rows gives the rows.
func (r *Rows) Rows() iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for {
			var row []string
			switch err := r.lines.Decode(&row); {
			case errors.Is(err, io.EOF):
				if wrong := r.answer.Trailer.Get(errorTrailer); wrong != "" {
					r.err = errors.New(wrong)
				}
				return
			case err != nil:
				r.err = fmt.Errorf("read the answer of %s: %w", r.from.Address, err)
				return
			}
			if !yield(row) {
				return
			}
		}
	}
}

// Err is the error that ended Rows, nil where it came to the end.
func (r *Rows) Err() error { return r.err }

// Close ends the answer.
func (r *Rows) Close() error { return r.answer.Body.Close() }

const textPath = "/api/v1/text/"

// What is known of a table only at its end.
const (
	rowsTrailer     = "Entente-Rows"
	withheldTrailer = "Entente-Withheld"
	errorTrailer    = "Entente-Error"
)
