package eval

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"entente/article"
)

// Find gives the gold files under dir, sorted: every *.json whose "article"
// names a file beside it. Other JSON files are passed over, but a file called
// gold.json or NAME.gold.json must be one.
func Find(dir string) ([]string, error) {
	var out []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() || filepath.Ext(path) != ".json" {
			return nil
		}
		err = isGold(path)
		if err == nil {
			out = append(out, path)
		} else if name := entry.Name(); name == "gold.json" || strings.HasSuffix(name, ".gold.json") {
			return fmt.Errorf("read annotation %s: %w", path, err)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("find annotated articles: %w", err)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("find annotated articles in %s: there are none; want NAME.gold.json with an \"article\" that names the page beside it", dir)
	}
	return out, nil
}

func isGold(path string) error {
	raw, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var head struct {
		Article string `json:"article"`
	}
	if err := json.Unmarshal(raw, &head); err != nil {
		return locate(raw, 0, err)
	}
	if head.Article == "" {
		return fmt.Errorf("article: missing; want the name of the page beside it")
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(path), head.Article)); err != nil {
		return fmt.Errorf("article: %w", err)
	}
	return nil
}

// Read reads the annotated article. What the page tells of its publication
// and place stands; what only the annotator knows fills the gaps, as the
// options of the command line do for a user.
func (g *Annotation) Read() (*article.Article, error) {
	path := filepath.Join(filepath.Dir(g.Path), g.Article)
	a, err := readOne(path, article.Options{Here: g.Here})
	if err != nil || !a.Published.IsZero() || g.Published == nil {
		return a, err
	}
	t, err := article.ParsePublished(*g.Published)
	if err != nil {
		return nil, fmt.Errorf("annotation %s: published: %w", g.Path, err)
	}
	return readOne(path, article.Options{Here: g.Here, Published: t})
}

func readOne(path string, opt article.Options) (*article.Article, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read annotated article: %w", err)
	}
	defer f.Close()
	var out *article.Article
	n := 0
	article.Read(f, path, opt, func(a *article.Article, e error) bool {
		out, err = a, e
		n++
		return e == nil && n < 2
	})
	if err != nil {
		return nil, err
	}
	if n != 1 {
		return nil, fmt.Errorf("read annotated article %s: it holds %d articles; want one", path, n)
	}
	return out, nil
}
