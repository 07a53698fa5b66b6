package article

import (
	"fmt"
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	f, err := os.Open(os.Getenv("DUMP"))
	if err != nil {
		t.Skip(err)
	}
	n := 0
	Read(f, os.Getenv("DUMP"), Options{}, func(a *Article, err error) bool {
		if err != nil {
			fmt.Println(err)
			return true
		}
		fmt.Printf("ID %q\nTITLE %q\nOUTLET %q\nBY %q\nPUB %s\nLANG %q\nDATELINE %q HERE %q AGENCY %q\n%s\n------\n", a.ID, a.Title, a.Outlet, a.Byline, a.Published, a.Language, a.Dateline, a.Here, a.Agency, a.Body())
		n++
		return n < 3
	})
}
