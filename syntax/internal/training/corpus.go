package training

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"entente/syntax/internal/segment"
)

// ReadRaw reads the raw news texts under the data folder: agency articles,
// political news, a chronicle of current events. Files that are absent are an
// error, since the model would silently become another.
func ReadRaw(data string) ([]string, error) {
	var texts []string
	add := func(t string) { texts = append(texts, t) }
	if err := readArticles(filepath.Join(data, "articles", "reuters.jsonl"), add); err != nil {
		return nil, err
	}
	if err := readChronicle(filepath.Join(data, "chronicle", "current_events_2002_2018.jsonl"), add); err != nil {
		return nil, err
	}
	if err := readFolder(filepath.Join(data, "quotes", "text", "*.txt"), add); err != nil {
		return nil, err
	}
	return texts, readFolder(filepath.Join(data, "time", "timebank", "*.tml"), func(t string) { add(timeText(t)) })
}

// eachLine decodes a JSON lines file into v, calling use after each line.
func eachLine(path string, v any, use func()) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("read raw text: %w", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		if err := json.Unmarshal(lines.Bytes(), v); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
		use()
	}
	return lines.Err()
}

// paragraphs of agency articles begin with blanks.
var indent = regexp.MustCompile(`\n {2,}`)

func readArticles(path string, add func(string)) error {
	var a struct{ Text string }
	return eachLine(path, &a, func() { add(indent.ReplaceAllString(a.Text, "\n\n")) })
}

func readChronicle(path string, add func(string)) error {
	var day struct{ Items [][2]string }
	return eachLine(path, &day, func() {
		for _, item := range day.Items {
			add(item[1])
		}
		day.Items = nil
	})
}

func readFolder(pattern string, add func(string)) error {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		return fmt.Errorf("read raw text: nothing matches %s (-raw names the data folder)", pattern)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			return fmt.Errorf("read raw text: %w", err)
		}
		add(string(b))
	}
	return nil
}

var (
	markup = regexp.MustCompile(`<[^>]*>`)
	body   = regexp.MustCompile(`(?s)<TEXT>(.*)</TEXT>`)
)

// timeText takes the text out of a TimeML file.
func timeText(s string) string {
	if m := body.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	s = markup.ReplaceAllString(s, "")
	return strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&apos;", "'").Replace(s)
}

// Sentences cuts texts into sentences of tokens, each only once: agencies
// repeat themselves.
func Sentences(texts []string) [][]string {
	g := segment.New()
	seen := map[string]bool{}
	var list [][]string
	for _, text := range texts {
		spans, ends := g.Split(text)
		start := 0
		for _, end := range ends {
			key := text[spans[start].Start:spans[end-1].End]
			if !seen[key] {
				seen[key] = true
				s := make([]string, 0, end-start)
				for _, t := range spans[start:end] {
					s = append(s, text[t.Start:t.End])
				}
				list = append(list, s)
			}
			start = end
		}
	}
	return list
}
