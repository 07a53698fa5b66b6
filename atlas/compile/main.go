// Command compile writes the tables of the atlas that come from collections of
// facts: in goes the folder with countries.json, factbook_government.json,
// holders/*.csv, reign_leaders.csv and world_leaders_2019.tsv, out come
// states.tsv and people_facts.tsv. The other tables are written by hand.
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
	flag.Parse()
	for _, step := range []func(facts, out string) error{states, people} {
		if err := step(*facts, *out); err != nil {
			fmt.Fprintln(os.Stderr, "compile:", err)
			os.Exit(1)
		}
	}
}
