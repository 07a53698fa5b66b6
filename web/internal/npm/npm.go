// Package npm fetches packages of the npm registry without npm: a table of
// names, versions and checksums comes in, a node_modules folder goes out. No
// script of a package is ever run, and what a package requires is not looked
// up: the table names everything.
package npm

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"
)

// Package is one line of the table.
type Package struct {
	Name      string // "d3-geo", "@types/d3-geo"
	Version   string
	Licence   string // SPDX
	Use       string // what it is for, a word of the table's own
	Integrity string // "sha512-" and the sum in base64, as the registry gives it
}

// Read reads a table: lines of five columns divided by tabs, a head line, and
// comments that begin with #.
func Read(file string) ([]Package, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var list []Package
	head := true
	for i, line := range strings.Split(string(raw), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if head {
			head = false
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 5 || !strings.HasPrefix(cells[4], "sha512-") {
			return nil, fmt.Errorf("%s:%d: want name, version, licence, use and a sha512 checksum", file, i+1)
		}
		list = append(list, Package{cells[0], cells[1], cells[2], cells[3], cells[4]})
	}
	return list, nil
}

// Using gives the packages that are for one of the uses.
func Using(list []Package, uses ...string) []Package {
	var some []Package
	for _, p := range list {
		for _, u := range uses {
			if p.Use == u {
				some = append(some, p)
			}
		}
	}
	return some
}

// limit is the size of the largest tarball that is taken.
const limit = 64 << 20

// stamp is the file in an unpacked package that says what was unpacked.
const stamp = ".integrity"

// Fetch unpacks those packages into dir/NAME that are not there yet.
func Fetch(ctx context.Context, dir string, list []Package) error {
	for _, p := range list {
		if err := p.fetch(ctx, filepath.Join(dir, filepath.FromSlash(p.Name))); err != nil {
			return fmt.Errorf("npm package %s %s: %w", p.Name, p.Version, err)
		}
	}
	return nil
}

func (p *Package) fetch(ctx context.Context, dir string) error {
	if raw, err := os.ReadFile(filepath.Join(dir, stamp)); err == nil && string(raw) == p.Integrity {
		return nil
	}
	tarball, err := p.download(ctx)
	if err != nil {
		return err
	}
	sum := sha512.Sum512(tarball)
	if got := "sha512-" + base64.StdEncoding.EncodeToString(sum[:]); got != p.Integrity {
		return fmt.Errorf("its checksum is %s, the table has %s", got, p.Integrity)
	}
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := unpack(dir, tarball); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, stamp), []byte(p.Integrity), 0o644)
}

// address is where the registry keeps the tarball.
func (p *Package) address() string {
	registry := os.Getenv("npm_config_registry") // as npm itself has it
	if registry == "" {
		registry = "https://registry.npmjs.org/"
	}
	return fmt.Sprintf("%s/%s/-/%s-%s.tgz", strings.TrimSuffix(registry, "/"), p.Name, path.Base(p.Name), p.Version)
}

func (p *Package) download(ctx context.Context) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, p.address(), http.NoBody)
	if err != nil {
		return nil, err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s answers %s", req.URL, res.Status)
	}
	raw, err := io.ReadAll(io.LimitReader(res.Body, limit+1))
	if err == nil && len(raw) > limit {
		err = fmt.Errorf("%s is larger than %d bytes", req.URL, limit)
	}
	return raw, err
}

// unpack writes the plain files of a tarball, whose names all begin with one
// folder ("package/") that is left out.
func unpack(dir string, tarball []byte) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	zipped, err := gzip.NewReader(bytes.NewReader(tarball))
	if err != nil {
		return err
	}
	files := tar.NewReader(zipped)
	for {
		head, err := files.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		_, name, ok := strings.Cut(path.Clean(head.Name), "/")
		if !ok || head.Typeflag != tar.TypeReg {
			continue
		}
		if err := write(root, name, files); err != nil {
			return err
		}
	}
}

func write(root *os.Root, name string, from io.Reader) error {
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := root.Create(name)
	if err != nil {
		return err
	}
	if _, err := io.Copy(f, from); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
