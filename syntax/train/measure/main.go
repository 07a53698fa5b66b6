// Command measure prints how well and how fast a model does on a treebank.
// Tune on en_ewt-dev; en_ewt-test is for the final figures alone.
package main

import (
	"flag"
	"log"
	"os"

	"entente/syntax"
	"entente/syntax/conllu"
)

func main() {
	log.SetFlags(0)
	modelFile := flag.String("model", "", "model file to measure instead of the embedded one")
	file := flag.String("treebank", "../shared/data/treebank/en_ewt-dev.conllu", "CoNLL-U file to measure on")
	bulk := flag.Bool("bulk", false, "parse as for archives")
	flag.Parse()
	bank, err := conllu.ReadFile(*file)
	if err != nil {
		log.Fatal("measure: ", err)
	}
	model, err := load(*modelFile)
	if err != nil {
		log.Fatal("measure: ", err)
	}
	mode := syntax.Accurate
	if *bulk {
		mode = syntax.Bulk
	}
	if err := syntax.Evaluate(model, mode, bank).Write(os.Stdout); err != nil {
		log.Fatal("measure: ", err)
	}
}

// load takes the embedded model unless a file is named.
func load(path string) (*syntax.Model, error) {
	if path == "" {
		return syntax.Load()
	}
	packed, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return syntax.Decode(packed)
}
