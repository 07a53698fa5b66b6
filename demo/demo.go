// Package demo holds the articles of the demonstration: dated accounts of
// public happenings between a few countries over two years, written for this
// project, so that every view of a tie has something true to show. They come
// out as a file system.
package demo

import (
	"embed"
	"io/fs"
	"path"
	"slices"
)

//go:embed articles/*.txt
var articles embed.FS

// Articles is the file system that holds them.
func Articles() fs.FS { return articles }

// Names lists their files, the oldest happening first.
func Names() []string {
	names, err := fs.Glob(articles, path.Join("articles", "*.txt"))
	if err != nil { // the pattern is wrong
		panic(err)
	}
	slices.Sort(names)
	return names
}
