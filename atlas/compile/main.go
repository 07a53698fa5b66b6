// Command compile writes the tables of the atlas that come from collections of
// facts: in goes the folder with countries.json, factbook_government.json,
// holders/*.csv, reign_leaders.csv and world_leaders_2019.tsv, out come
// states.tsv and people_facts.tsv. With -cldr, it writes only cldr_names.tsv,
// from the unpacked npm package cldr-localenames-full. The other tables are
// written by hand.
//
// The same facts give the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	facts := flag.String("facts", "../shared/data/actors", "folder of the collections of facts")
	out := flag.String("out", "atlas/data", "folder of the atlas's tables")
	names := flag.String("cldr", "", "folder of the unpacked cldr-localenames-full: write cldr_names.tsv only")
	flag.Parse()
	steps, from := []func(from, out string) error{states, people}, *facts
	if *names != "" {
		steps, from = []func(from, out string) error{cldr}, *names
	}
	for _, step := range steps {
		if err := step(from, *out); err != nil {
			fmt.Fprintln(os.Stderr, "compile:", err)
			os.Exit(1)
		}
	}
}
