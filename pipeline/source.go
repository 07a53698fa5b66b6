package pipeline

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Files gives a source for each name; "-" is the standard input.
func Files(names []string, stdin io.Reader) []Source {
	sources := make([]Source, len(names))
	for i, name := range names {
		sources[i] = Source{Name: name, Open: func() (io.ReadCloser, error) { return open(name) }}
		if name == "-" {
			sources[i] = Source{Name: "standard input", Open: func() (io.ReadCloser, error) { return io.NopCloser(stdin), nil }}
		}
	}
	return sources
}

// Embedded gives a source for each file of a file system.
func Embedded(fsys fs.FS, names []string) []Source {
	sources := make([]Source, len(names))
	for i, name := range names {
		sources[i] = Source{Name: name, Open: func() (io.ReadCloser, error) { return fsys.Open(name) }}
	}
	return sources
}

// open opens a file and says what to do where that fails.
func open(name string) (io.ReadCloser, error) {
	f, err := os.Open(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("read %s: there is no such file; check the name, or give - for the standard input", name)
	case errors.Is(err, fs.ErrPermission):
		return nil, fmt.Errorf("read %s: the file may not be read; check its permissions", name)
	case err != nil:
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		f.Close()
		return nil, fmt.Errorf("read %s: it is a folder; give its files (%s/*)", name, name)
	}
	return f, nil
}
