package eval

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"entente/article"
)

// quoteItem is an article with its annotated attributions.
type quoteItem struct {
	name    string
	article *article.Article
	gold    []GoldAttribution
}

// readQuotes reads a folder with text/NAME.txt and attributions/NAME.ann, in
// the order of the names.
func readQuotes(dir string) ([]quoteItem, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "text", "*.txt"))
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("read quotations in %s: there are no texts; want text/NAME.txt and attributions/NAME.ann", dir)
	}
	var out []quoteItem
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("read quotations: %w", err)
		}
		name := strings.TrimSuffix(filepath.Base(path), ".txt")
		annotated := filepath.Join(dir, "attributions", name+".ann")
		annotation, err := os.ReadFile(annotated)
		if err != nil {
			return nil, fmt.Errorf("read quotations: text %s has no annotation: %w", path, err)
		}
		a, starts := layOut(strings.ToValidUTF8(string(raw), "\uFFFD"))
		a.ID = name
		gold, err := ReadBrat(string(annotation), starts)
		if err != nil {
			return nil, fmt.Errorf("read quotations: %s: %w", annotated, err)
		}
		out = append(out, quoteItem{name, a, gold})
	}
	return out, nil
}

// layOut makes an article of an annotated text: its first line is the title,
// every further line a paragraph. No reader of package article could do that,
// since annotation counts the characters of the text as it stands; starts says
// at which byte of the article's text each of them stands, and last where
// the text ends.
func layOut(raw string) (a *article.Article, starts []int) {
	a = &article.Article{Language: "en"}
	var text strings.Builder
	paragraphs := 0
	for line := range strings.Lines(raw) {
		words := strings.TrimRight(line, " \t\r\n")
		if words != "" && text.Len() > 0 {
			text.WriteString("\n\n")
		}
		if words != "" {
			if paragraphs++; paragraphs == 1 {
				a.Title, a.BodyStart = words, len(words)
			} else if paragraphs == 2 {
				a.BodyStart = text.Len()
			}
		}
		from := text.Len()
		for i := range line {
			starts = append(starts, from+min(i, len(words)))
		}
		text.WriteString(words)
	}
	a.Text = text.String()
	return a, append(starts, len(a.Text))
}
