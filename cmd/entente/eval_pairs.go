package main

import "entente/eval"

type evalPairsCmd struct {
	evalFlags
	File string `arg:"" name:"FILE" help:"Tab-separated pairs with the columns id, type, quad, sentence, marked."`
}

// Help teaches by examples.
func (evalPairsCmd) Help() string {
	return `Codes sentences in which the source (<s>…</s>) and the target (<t>…</t>) are marked, and compares the type of the event that joins the two: macro-F1 over fifteen PLOVER types (CONCEDE and RETREAT are one, YIELD) and over the four quads, the share of rows with an event, and the precision of what the lexicon coded. Rows without an event count as wrong. eval/README.md says how rows that the classifier was trained on are scored.

	entente eval pairs pairs.tsv
	entente eval pairs --errors misses.txt pairs.tsv`
}

func (c *evalPairsCmd) Run(s streams) error {
	pairs, err := eval.ReadPairs(c.File)
	if err != nil {
		return err
	}
	coders, err := c.coders()
	if err != nil {
		return err
	}
	return s.tell(eval.Pairs(pairs, coders), c.reportFlags)
}
