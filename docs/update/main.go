// Update writes the outputs that the documents show anew: documents come in,
// in each block that begins with ```console the command after "$ " is run in
// the root of the repository, and what it prints takes the place of what
// stood below it.
//
//	go run ./docs/update README.md docs/accuracy.md
//	go run ./docs/update docs/benchmarks.md
//
// With -medians it instead reads the output of go test -bench and prints a
// table of medians.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
)

// data is the folder that some commands need and not every machine has.
const data = "../shared"

var block = regexp.MustCompile("(?ms)^```console\n\\$ ([^\n]+)\n.*?^```$")

func main() {
	asMedians := flag.Bool("medians", false, "read the output of go test -bench, print medians")
	flag.Parse()
	var err error
	switch {
	case *asMedians:
		err = medians(os.Stdin, os.Stdout)
	case flag.NArg() == 0:
		err = fmt.Errorf("which document? for example: go run ./docs/update README.md docs/accuracy.md")
	}
	for _, path := range flag.Args() {
		if err == nil {
			err = update(path)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "update:", err)
		os.Exit(1)
	}
}

// update runs the commands of one document.
func update(path string) error {
	old, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var failed error
	text := block.ReplaceAllFunc(old, func(old []byte) []byte {
		command := string(block.FindSubmatch(old)[1])
		out, err := output(command)
		if err != nil && failed == nil {
			failed = fmt.Errorf("%s: %s: %w", path, command, err)
		}
		if out == nil {
			return old
		}
		return fmt.Appendf(nil, "```console\n$ %s\n%s\n```", command, bytes.TrimRight(out, "\n"))
	})
	if failed != nil {
		return failed
	}
	return os.WriteFile(path, text, 0o644)
}

// output runs a command; nothing where its data are missing.
func output(command string) ([]byte, error) {
	if _, err := os.Stat(data); err != nil && strings.Contains(command, data) {
		fmt.Fprintf(os.Stderr, "left as it is, there is no %s: %s\n", data, command)
		return nil, nil
	}
	fmt.Fprintln(os.Stderr, "$", command)
	cmd := exec.Command("bash", "-o", "pipefail", "-c", command)
	cmd.Stderr = os.Stderr
	return cmd.Output()
}

// medians reads go test -bench with -count and prints, for each benchmark and
// each of its units, the median.
func medians(in io.Reader, out io.Writer) error {
	raw, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	table := tabulate(string(raw))
	if len(table) == 0 {
		return fmt.Errorf("no benchmark in the input")
	}
	for _, row := range table {
		if _, err := fmt.Fprintln(out, row); err != nil {
			return err
		}
	}
	return nil
}
