// Score prints what the coder makes of annotated articles: directories with
// gold files come in, the table of package eval goes out.
package main

import (
	"flag"
	"fmt"
	"os"

	"entente/coder"
	"entente/eval"
	"entente/syntax"
)

func main() {
	asJSON := flag.Bool("json", false, "print one JSON object")
	errors := flag.String("errors", "", "write misses and false finds to this `file` (- is the output)")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: score [-json] [-errors FILE] DIR…")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() == 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := score(flag.Args(), *asJSON, *errors); err != nil {
		fmt.Fprintln(os.Stderr, "score:", err)
		os.Exit(1)
	}
}

func score(dirs []string, asJSON bool, errors string) error {
	know, err := coder.Load()
	if err != nil {
		return err
	}
	var paths []string
	for _, dir := range dirs {
		found, err := eval.Find(dir)
		if err != nil {
			return err
		}
		paths = append(paths, found...)
	}
	report, err := eval.Files(paths, coder.New(know, syntax.Accurate).Code)
	if err != nil {
		return err
	}
	write := report.Write
	if asJSON {
		write = report.WriteJSON
	}
	if err := write(os.Stdout); err != nil {
		return err
	}
	return list(report, errors)
}

func list(report *eval.Report, path string) error {
	switch path {
	case "":
		return nil
	case "-":
		fmt.Println()
		return report.WriteErrors(os.Stdout)
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := report.WriteErrors(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
