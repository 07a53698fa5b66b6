package main

import (
	"fmt"
	"os"
	"testing"

	"golang.org/x/sys/unix"
)

// terminal opens a pseudo-terminal of a given width and gives its user's side.
func terminal(t *testing.T, width uint16) *os.File {
	t.Helper()
	host, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("no pseudo-terminals here: %v", err)
	}
	t.Cleanup(func() { host.Close() })
	n, err := unix.IoctlGetInt(int(host.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Skipf("no pseudo-terminals here: %v", err)
	}
	if err := unix.IoctlSetPointerInt(int(host.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Skipf("no pseudo-terminals here: %v", err)
	}
	user, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("no pseudo-terminals here: %v", err)
	}
	t.Cleanup(func() { user.Close() })
	if err := unix.IoctlSetWinsize(int(host.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: width}); err != nil {
		t.Fatal(err)
	}
	return user
}

func TestColourOnlyOnATerminalThatHasNotAskedForNone(t *testing.T) {
	file, err := os.Create(t.TempDir() + "/out")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	tests := []struct {
		name    string
		out     *os.File
		noColor string
		term    string
		colour  bool
		width   int
	}{
		{"a wide terminal", terminal(t, 200), "", "xterm", true, 80},
		{"a narrow terminal", terminal(t, 60), "", "xterm", true, 60},
		{"NO_COLOR", terminal(t, 100), "1", "xterm", false, 80},
		{"a dumb terminal", terminal(t, 100), "", "dumb", false, 80},
		{"a file", file, "", "xterm", false, 80},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv("NO_COLOR", test.noColor)
			t.Setenv("TERM", test.term)
			look := streams{out: test.out}.look()
			if look.Colour != test.colour || look.Width != test.width {
				t.Errorf("got colour %t, width %d; want %t, %d", look.Colour, look.Width, test.colour, test.width)
			}
		})
	}
}
