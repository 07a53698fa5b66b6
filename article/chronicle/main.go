// Command chronicle turns a day-by-day chronicle into articles that entente
// reads: one article for each day and heading, a paragraph for each item.
//
//	go run ./article/chronicle current_events.jsonl > chronicle.jsonl
//
// A line of the input is a day: {"date":"2014-03-01","items":[["Armed conflicts
// and attacks","…"],["Politics and elections","…"]]}. The heading is no headline
// and becomes part of the article's id only.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: chronicle FILE > ARTICLES.jsonl")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "chronicle:", err)
		os.Exit(1)
	}
}

// day is one line of the chronicle; an item is its heading and its text.
type day struct {
	Date  string      `json:"date"`
	Items [][2]string `json:"items"`
}

// article is what entente reads.
type article struct {
	ID        string `json:"id"`
	Outlet    string `json:"outlet"`
	Published string `json:"published"`
	Language  string `json:"language"`
	Text      string `json:"text"`
}

func run(path string, w io.Writer) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	dec := json.NewDecoder(bufio.NewReader(f))
	for n := 1; ; n++ {
		var d day
		switch err := dec.Decode(&d); {
		case err == io.EOF:
			return out.Flush()
		case err != nil:
			return fmt.Errorf("%s, day %d: %w", path, n, err)
		}
		for _, a := range articles(&d) {
			if err := enc.Encode(a); err != nil {
				return err
			}
		}
	}
}

// articles gives the day's items by heading, in the order in which the
// headings first stand.
func articles(d *day) []article {
	var list []article
	at := map[string]int{}
	for _, item := range d.Items {
		heading, text := item[0], strings.TrimSpace(item[1])
		i, ok := at[heading]
		if !ok {
			i = len(list)
			at[heading] = i
			list = append(list, article{ID: d.Date + " " + heading, Outlet: "Portal:Current events", Published: d.Date, Language: "en", Text: text})
			continue
		}
		list[i].Text += "\n\n" + text
	}
	return list
}
