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

// Gold scores code on every annotated article under dir.
func Gold(dir string, code Code) (*Report, error) {
	paths, err := Find(dir)
	if err != nil {
		return nil, err
	}
	return Files(paths, code)
}

// Files scores code on the articles of the given gold files, in their order.
func Files(paths []string, code Code) (*Report, error) {
	r := &Report{}
	for _, path := range paths {
		g, err := ReadGold(path)
		if err != nil {
			return nil, err
		}
		a, err := g.Read()
		if err != nil {
			return nil, err
		}
		r.Articles = append(r.Articles, Score(g, code(a)))
	}
	return r, nil
}
