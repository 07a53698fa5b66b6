package pipeline

import (
	"io/fs"
	"path/filepath"
	"strings"
)

// articleEndings are those of files that may hold articles.
var articleEndings = []string{".txt", ".text", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson"}

// Walk replaces every folder among the names by the files below it that may
// hold articles, in the order of the alphabet. Hidden files, files with other
// endings and annotation (NAME.gold.json) are passed over and counted.
func Walk(names []string) (files []string, passed int, err error) {
	for _, name := range names {
		if name == "-" {
			files = append(files, name)
			continue
		}
		err := filepath.WalkDir(name, func(path string, d fs.DirEntry, err error) error {
			switch {
			case path == name && (err != nil || !d.IsDir()): // opening it says what is wrong with it
				files = append(files, path)
			case err != nil:
				return err
			case d.IsDir() && strings.HasPrefix(d.Name(), ".") && path != name:
				return filepath.SkipDir
			case d.IsDir():
			case holdsArticles(d.Name()):
				files = append(files, path)
			default:
				passed++
			}
			return nil
		})
		if err != nil {
			return nil, 0, err
		}
	}
	return files, passed, nil
}

func holdsArticles(name string) bool {
	name = strings.ToLower(name)
	for _, packed := range []string{".gz", ".zst"} {
		name = strings.TrimSuffix(name, packed)
	}
	if strings.HasPrefix(name, ".") || strings.HasSuffix(name, ".gold.json") {
		return false
	}
	for _, ending := range articleEndings {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	return false
}
