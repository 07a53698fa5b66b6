package store

import (
	"hash/fnv"
	"strings"

	"entente/record"
)

// hash gives 64 bits of a text; DuckDB compares them faster than the text.
func hash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

// ContentHash tells one text of an article from another under the same id.
// published is the time as records write it, "" where it is unknown.
func ContentHash(title, published, text string) uint64 {
	return hash(strings.Join([]string{title, published, text}, "\x00"))
}

func contentHash(a *record.Article) uint64 {
	var title, published string
	if a.Title != nil {
		title = *a.Title
	}
	if a.Published != nil {
		published = *a.Published
	}
	return ContentHash(title, published, a.Text)
}
