// Command measure prints how well and how fast a model does on a treebank.
// Tune on en_ewt-dev; en_ewt-test is for the final figures alone.
package main

import (
	"flag"
	"fmt"
	"log"

	"entente/syntax"
	"entente/syntax/conllu"
)

func main() {
	log.SetFlags(0)
	file := flag.String("treebank", "../shared/data/treebank/en_ewt-dev.conllu", "CoNLL-U file to measure on")
	bulk := flag.Bool("bulk", false, "parse greedily")
	flag.Parse()
	bank, err := conllu.ReadFile(*file)
	if err != nil {
		log.Fatal("measure: ", err)
	}
	model, err := syntax.Load()
	if err != nil {
		log.Fatal("measure: ", err)
	}
	mode := syntax.Accurate
	if *bulk {
		mode = syntax.Bulk
	}
	fmt.Print(syntax.Evaluate(model.NewAnalyzer(mode), bank))
}
