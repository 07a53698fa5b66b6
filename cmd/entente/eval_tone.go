package main

import "entente/eval"

type evalToneCmd struct {
	reportFlags
	Dir string `arg:"" name:"DIR" help:"Folder with train.txt, valid.txt, entity2id.txt and relation2id.txt; relation_cameo.tsv there or above."`
}

// Help teaches by examples.
func (evalToneCmd) Help() string {
	return `Follows the tie of every two countries through a stream of events, foretells the mean PLOVER score of each day from what was known before, and compares with three simpler ways: the mean Goldstein value of 14 days, an exponentially weighted mean, and the long-run mean of the tie. Everything is fitted to train.txt and measured on valid.txt. Also tells how often the tone fell below its lowest of half a year, for each probability that was foretold. docs/ties.md explains the figures.

	entente eval tone icews0515
	entente eval tone --errors surprises.txt icews0515
	entente eval tone --json icews0515 | jq '.forecasters[0].coverage'`
}

func (c *evalToneCmd) Run(s streams) error {
	report, err := eval.Tone(c.Dir)
	if err != nil {
		return err
	}
	return s.tell(report, c.reportFlags)
}
