package article

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/markusmobius/go-htmldate"
)

func TestTmp(t *testing.T) {
	n, zero := 0, 0
	for _, c := range sharedPageCases(t) {
		d := readPage(c.page)
		n++
		r, _ := htmldate.FromReader(bytes.NewReader(c.page), htmldate.Options{UseOriginalDate: true, DeferUrlExtractor: true, SkipExtensiveSearch: true})
		if d.published.IsZero() {
			zero++
			fmt.Printf("NONE %s htmldate %s %q (updated %s)\n", c.name, r.DateTime.Format("2006-01-02"), r.SrcString, d.updated)
		} else if d.published.Format("2006-01-02") != r.DateTime.Format("2006-01-02") {
			fmt.Printf("DIFF %s ours %s htmldate %s %.80q\n", c.name, d.published, r.DateTime.Format("2006-01-02"), r.SrcString)
		}
	}
	fmt.Println(n, zero)
}
