package exchange

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

// gdeltRows makes rows as a day of GDELT 2.0 has them: many actors, places and
// codes, every one with an address of its own.
func gdeltRows(n int) []byte {
	rng := rand.New(rand.NewPCG(1, 2))
	pick := func(words string) string { w := strings.Fields(words); return w[rng.IntN(len(w))] }
	nth := func(i int, words string) string { w := strings.Fields(words); return w[i%len(w)] }
	zipf := rand.NewZipf(rng, 1.2, 10, 19999) // few actors and places make most of the news
	var b bytes.Buffer
	for i := range n {
		cells := make([]string, 61)
		cells[0], cells[1], cells[2], cells[3], cells[4] = fmt.Sprint(1100000000+i), fmt.Sprint(20240101+rng.IntN(28)), "202401", "2024", "2024.0027"
		for _, at := range []int{5, 15} {
			who := int(zipf.Uint64())
			c, role := nth(who, "USA CHN RUS GBR FRA DEU JPN KOR IND PAK ISR IRN SYR TUR UKR"), nth(who/15, "- GOV MIL OPP CVL BUS MED LEG COP REB JUD")
			role = strings.Trim(role, "-")
			cells[at], cells[at+1], cells[at+2], cells[at+7] = c+role, fmt.Sprintf("ACTOR %d", who), c, role
		}
		code := pick("010 020 036 040 042 043 051 057 061 071 0841 090 111 112 120 130 141 150 163 173 190 193 1831")
		cells[25], cells[26], cells[27], cells[28], cells[29], cells[30] = "1", code, code[:3], code[:2], "1", "1.9"
		cells[31], cells[32], cells[33], cells[34] = "10", "1", "10", "-2.67"
		for _, at := range []int{35, 43, 51} {
			town := int(zipf.Uint64())
			cells[at], cells[at+1], cells[at+2], cells[at+3] = "4", fmt.Sprintf("Town %d, Province, Country", town), nth(town, "US CH RS UK FR GM JA KS"), "US06"
			cells[at+4], cells[at+5], cells[at+6], cells[at+7] = "12345", "38.8951", "-77.0364", "531871"
		}
		cells[59], cells[60] = "20240101001500", fmt.Sprintf("https://www.example.com/2024/01/01/politics/some-longish-slug-of-an-article-%d.html", i)
		b.WriteString(strings.Join(cells, "\t"))
		b.WriteByte('\n')
	}
	return b.Bytes()
}

func benchmarkImport(b *testing.B, format string, rows int, in []byte) {
	b.Helper()
	if _, err := loadKnowledge(); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		sum, err := Import(format, "bench", bytes.NewReader(in), func(*Imported, *Reject) bool { return true })
		if err != nil || sum.Imported != rows {
			b.Fatal(sum, err)
		}
	}
	b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

func BenchmarkGDELTImport(b *testing.B) { benchmarkImport(b, "gdelt", 50000, gdeltRows(50000)) }

// repeated makes a file of n rows out of those of a golden file.
func repeated(b *testing.B, file string, n int) []byte {
	b.Helper()
	raw, err := os.ReadFile("testdata/import/" + file + ".in")
	if err != nil {
		b.Fatal(err)
	}
	header, rest, _ := bytes.Cut(raw, []byte("\n"))
	var good [][]byte
	for _, line := range bytes.SplitAfter(rest, []byte("\n")) {
		sum, err := Import(strings.Split(file, "_")[0], "row", bytes.NewReader(append(append(append([]byte(nil), header...), '\n'), line...)), func(*Imported, *Reject) bool { return true })
		if err == nil && sum.Imported == 1 && sum.Mended == 0 {
			good = append(good, append(bytes.TrimSpace(line), '\n'))
		}
	}
	out := append(append([]byte(nil), header...), '\n')
	for i := range n {
		out = append(out, good[i%len(good)]...)
	}
	return out
}

func BenchmarkICEWSImport(b *testing.B) {
	benchmarkImport(b, "icews", 50000, repeated(b, "icews_plain", 50000))
}

func BenchmarkPOLECATImport(b *testing.B) {
	benchmarkImport(b, "polecat", 50000, repeated(b, "polecat_plain", 50000))
}

func BenchmarkPhoenixImport(b *testing.B) {
	benchmarkImport(b, "phoenix", 50000, repeated(b, "phoenix_header", 50000))
}

func BenchmarkACLEDImport(b *testing.B) {
	benchmarkImport(b, "acled", 50000, repeated(b, "acled_semicolon", 50000))
}

func BenchmarkGDELTImportFromZip(b *testing.B) {
	benchmarkImport(b, "gdelt", 50000, pack(b, gdeltRows(50000))["zip"])
}

func BenchmarkExport(b *testing.B) {
	events := going()
	for _, set := range sets {
		for _, form := range TableForms() {
			b.Run(set.Name+"/"+form, func(b *testing.B) {
				table, err := NewTable(io.Discard, set, form)
				if err != nil {
					b.Fatal(err)
				}
				for b.Loop() {
					for _, x := range events {
						if err := table.Write(x); err != nil {
							b.Fatal(err)
						}
					}
				}
				b.ReportMetric(float64(table.Rows)/b.Elapsed().Seconds(), "rows/s")
				if err := table.Close(); err != nil {
					b.Fatal(err)
				}
			})
		}
	}
}
