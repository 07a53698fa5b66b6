package main

import "entente/eval"

type evalQuotesCmd struct {
	evalFlags
	Dir string `arg:"" name:"DIR" help:"Folder with text/NAME.txt and attributions/NAME.ann."`
}

// Help teaches by examples.
func (evalQuotesCmd) Help() string {
	return `Compares who is the source of which words with annotation in brat's standoff form, as PolNeAR has it: spans of sources, cues and contents that overlap the annotated ones and that are the same, and the share of direct quotations with the right speaker. eval/README.md describes what counts as right.

	entente eval quotes polnear
	entente eval quotes --errors - polnear
	entente eval quotes --json polnear | jq .speaker_accuracy`
}

func (c *evalQuotesCmd) Run(s streams) error {
	coders, err := c.coders()
	if err != nil {
		return err
	}
	report, err := eval.Quotes(c.Dir, coders)
	if err != nil {
		return err
	}
	return s.tell(report, c.reportFlags)
}
