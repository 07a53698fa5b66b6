package main

import "entente/eval"

type evalCountriesCmd struct {
	evalFlags
	File string `arg:"" name:"FILE" help:"Articles in JSON lines with a list of places each."`
}

// Help teaches by examples.
func (evalCountriesCmd) Help() string {
	return `Codes every article and compares the countries that it is about with its field "places", a list of names as Reuters gave them (eval/data/reuters_places.tsv): precision, recall and F1 over all pairs of article and country, and the countries most often missed and falsely found. Articles with an empty list are left out.

	entente eval countries reuters.jsonl
	entente eval countries --errors misses.txt reuters.jsonl
	entente eval countries --bulk --json reuters.jsonl | jq .f1`
}

func (c *evalCountriesCmd) Run(s streams) error {
	coders, err := c.coders()
	if err != nil {
		return err
	}
	report, err := eval.Countries(c.File, coders)
	if err != nil {
		return err
	}
	return s.tell(report, c.reportFlags)
}
