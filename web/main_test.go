package web

import (
	"os"
	"testing"
)

// AtEnd is what tests of both packages leave to be done after all of them.
var AtEnd []func()

// TestMain takes away what tests share.
func TestMain(m *testing.M) {
	code := m.Run()
	for _, end := range AtEnd {
		end()
	}
	os.Exit(code)
}
