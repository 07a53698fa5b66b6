package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
	"golang.org/x/text/language"

	"entente/web/internal/npm"
)

// licenceFile is where the licences of the bundled packages stand.
const licenceFile = "app.LICENSES.txt"

// bundle makes app.js and app.css, and early.js, which is no module since it
// must run before the page is drawn.
func bundle(app string) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, some := range []struct {
		format  api.Format
		entries []string
	}{{api.FormatESModule, []string{"app.ts", "app.css"}}, {api.FormatIIFE, []string{"early.ts"}}} {
		if err := build(app, some.format, some.entries, files); err != nil {
			return nil, err
		}
	}
	return files, nil
}

func build(app string, format api.Format, entries []string, files map[string][]byte) error {
	at, err := filepath.Abs(app)
	if err != nil {
		return err
	}
	banner := "/*! Licences of bundled packages: " + licenceFile + " */"
	result := api.Build(api.BuildOptions{
		AbsWorkingDir:     at,
		EntryPoints:       entries,
		Outdir:            "../static",
		Bundle:            true,
		Format:            format,
		Target:            api.ES2022,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		Charset:           api.CharsetUTF8,
		LegalComments:     api.LegalCommentsNone,
		Define:            map[string]string{"ALPHA2": strconv.Quote(alpha2())},
		Banner:            map[string]string{"js": banner, "css": banner},
		Loader:            map[string]api.Loader{".tsv": api.LoaderText},
		LogLevel:          api.LogLevelSilent,
	})
	var faults []error
	for _, m := range slices.Concat(result.Errors, result.Warnings) {
		where := ""
		if m.Location != nil {
			where = fmt.Sprintf("%s:%d:%d: ", m.Location.File, m.Location.Line, m.Location.Column)
		}
		faults = append(faults, errors.New(where+m.Text))
	}
	for _, f := range result.OutputFiles {
		files[filepath.Base(f.Path)] = f.Contents
	}
	return errors.Join(faults...)
}

// licences puts the licences of the packages one after the other.
func licences(modules string, packages []npm.Package) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("app.js, app.css and world.json contain the following packages.\n")
	for _, p := range packages {
		found, err := filepath.Glob(filepath.Join(modules, filepath.FromSlash(p.Name), "LICENSE*"))
		if err != nil || len(found) == 0 {
			return nil, fmt.Errorf("npm package %s has no file with its licence", p.Name)
		}
		text, err := os.ReadFile(found[0])
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&out, "\n%s %s (%s)\n\n%s\n", p.Name, p.Version, p.Licence, bytes.TrimSpace(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))))
	}
	return out.Bytes(), nil
}

// alpha2 lists all countries as "JPNJP KORKR …", by which browsers name them.
func alpha2() string {
	var list []string
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			two := string([]rune{a, b})
			region, err := language.ParseRegion(two)
			if err == nil && region.IsCountry() && region.String() == two && len(region.ISO3()) == 3 && region.ISO3() != "ZZZ" {
				list = append(list, region.ISO3()+two)
			}
		}
	}
	return strings.Join(list, " ")
}
