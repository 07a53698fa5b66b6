package exchange

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/klauspost/compress/zstd"
)

// readAll imports a text and writes what comes out as JSON lines.
func readAll(t testing.TB, format string, in io.Reader) (string, Summary) {
	t.Helper()
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	sum, err := Import(format, "test", in, func(im *Imported, r *Reject) bool {
		var err error
		if r != nil {
			err = enc.Encode(r)
		} else {
			err = enc.Encode(im)
		}
		if err != nil {
			t.Fatal(err)
		}
		return true
	})
	if err != nil {
		fmt.Fprintln(&out, "error:", err)
	}
	fmt.Fprintf(&out, "%d rows, %d imported, %d rejected, %d mended, dropped %v\n", sum.Rows, sum.Imported, sum.Rejected, sum.Mended, sum.Dropped)
	return out.String(), sum
}

func TestEveryFormatIsReadAsInItsGoldenFile(t *testing.T) {
	files, err := filepath.Glob("testdata/import/*.in")
	if err != nil || len(files) == 0 {
		t.Fatal("no inputs", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".in")
		t.Run(name, func(t *testing.T) {
			in, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			format, _, _ := strings.Cut(name, "_")
			got, _ := readAll(t, format, bytes.NewReader(in))
			golden(t, strings.TrimSuffix(file, ".in")+".golden", []byte(got))
		})
	}
}

func TestPackedInputsReadAsThePlainOne(t *testing.T) {
	plain, err := os.ReadFile("testdata/import/gdelt_2.in")
	if err != nil {
		t.Fatal(err)
	}
	want, _ := readAll(t, "gdelt", bytes.NewReader(plain))
	for name, packed := range pack(t, plain) {
		t.Run(name, func(t *testing.T) {
			got, _ := readAll(t, "gdelt", halves(packed))
			got = strings.ReplaceAll(got, "export.CSV: ", "")
			if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			for _, cut := range []int{6, len(packed) / 2} {
				if out, _ := readAll(t, "gdelt", bytes.NewReader(packed[:cut])); !strings.Contains(out, "error:") {
					t.Errorf("cut off at %d: no error in\n%s", cut, out)
				}
			}
		})
	}
}

func crc(b []byte) uint32 { return crc32.ChecksumIEEE(b) }

// halves hides everything of a reader but Read, and gives half of what is asked.
func halves(b []byte) io.Reader { return iotest.HalfReader(struct{ io.Reader }{bytes.NewReader(b)}) }

// pack packs a text in every way that is known.
func pack(t testing.TB, plain []byte) map[string][]byte {
	t.Helper()
	var gz, zs, zp, stored bytes.Buffer
	g := gzip.NewWriter(&gz)
	g.Write(plain)
	g.Close()
	z, _ := zstd.NewWriter(&zs)
	z.Write(plain)
	z.Close()
	a := zip.NewWriter(&zp)
	doc, _ := a.Create("README.txt")
	doc.Write([]byte("no table"))
	f, _ := a.Create("export.CSV")
	f.Write(plain)
	a.Close()
	b := zip.NewWriter(&stored)
	f, _ = b.CreateRaw(&zip.FileHeader{Name: "export.CSV", Method: zip.Store, CompressedSize64: uint64(len(plain)), UncompressedSize64: uint64(len(plain)), CRC32: crc(plain)})
	f.Write(plain)
	b.Close()
	return map[string][]byte{"gzip": gz.Bytes(), "zstd": zs.Bytes(), "zip": zp.Bytes(), "stored zip": stored.Bytes()}
}
