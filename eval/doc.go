// Package eval measures records against annotation: gold files and the
// records that a coder makes of the same articles come in, a report with
// precision, recall, F1 and every miss and false find goes out.
//
// The form of a gold file is described in testdata/articles/README.md, what
// each figure means in README.md of this folder. A coder is a function here,
// so that any program can be measured.
package eval

import (
	"entente/article"
	"entente/record"
)

// Code turns one article into its record.
type Code func(*article.Article) *record.Record

// Gold scores a coder on every annotated article under dir.
func Gold(dir string, newCode NewCode) (*Report, error) {
	paths, err := Find(dir)
	if err != nil {
		return nil, err
	}
	return Files(paths, newCode)
}

// goldItem is an article with its annotation.
type goldItem struct {
	gold    *Annotation
	article *article.Article
}

// Files scores a coder on the articles of the given gold files, in their order.
func Files(paths []string, newCode NewCode) (*Report, error) {
	var items []goldItem
	for _, path := range paths {
		g, err := ReadGold(path)
		if err != nil {
			return nil, err
		}
		a, err := g.Read()
		if err != nil {
			return nil, err
		}
		items = append(items, goldItem{g, a})
	}
	return &Report{Articles: inParallel(items, newCode, func(code Code, item *goldItem) *ArticleScore {
		return Score(item.gold, code(item.article))
	})}, nil
}
