package main

import "entente/eval"

type evalTriplesCmd struct {
	evalFlags
	File string `arg:"" name:"FILE" help:"JSON lines with id, sentence and triples: lists of source, target, CAMEO code."`
}

// Help teaches by examples.
func (evalTriplesCmd) Help() string {
	return `Codes single sentences and compares who did what to whom: precision, recall and F1 of (source, target, CAMEO root) and of (source, target, quad). Actors are compared by the first three letters of their codes; statements and appeals (CAMEO 01, 02) are left out. eval/README.md says more.

	entente eval triples triples.jsonl
	entente eval triples --errors - triples.jsonl
	entente eval triples --json triples.jsonl | jq .quad_f1`
}

func (c *evalTriplesCmd) Run(s streams) error {
	coders, err := c.coders()
	if err != nil {
		return err
	}
	m, err := eval.MeasureTriples(c.File, coders)
	if err != nil {
		return err
	}
	return s.tell(m, c.reportFlags)
}

type evalQuadsCmd struct {
	evalFlags
	File string `arg:"" name:"FILE" help:"Tab-separated lines: quad (0 to 4), sentence."`
}

// Help teaches by examples.
func (evalQuadsCmd) Help() string {
	return `Codes single sentences and compares their quad: 0 no event, or only a statement or appeal, 1 verbal cooperation, 2 material cooperation, 3 verbal conflict (sanctions count here), 4 material conflict. Prints accuracy and the mean F1 of the classes. eval/README.md says which event of a sentence counts.

	entente eval quads quads.tsv
	entente eval quads --errors misses.txt quads.tsv
	entente eval quads --json quads.tsv | jq .accuracy`
}

func (c *evalQuadsCmd) Run(s streams) error {
	coders, err := c.coders()
	if err != nil {
		return err
	}
	m, err := eval.MeasureQuads(c.File, coders)
	if err != nil {
		return err
	}
	return s.tell(m, c.reportFlags)
}

type evalTiesCmd struct {
	evalFlags
	Against string `placeholder:"FILE" help:"Chronicle (JSON lines with date and items: heading, text) whose reports of sport and accidents should join no two countries."`
	File    string `arg:"" name:"FILE" help:"JSON lines with date, tie (two names) and text."`
}

// Help teaches by examples.
func (evalTiesCmd) Help() string {
	return `Codes short news texts whose two parties are known and counts the texts whose record holds an event that joins the two. With --against it also counts how often reports of sport and accidents that name two countries are taken for something between two countries.

	entente eval ties ties.jsonl
	entente eval ties --against chronicle.jsonl --errors misses.txt ties.jsonl
	entente eval ties --json ties.jsonl | jq .recall`
}

func (c *evalTiesCmd) Run(s streams) error {
	coders, err := c.coders()
	if err != nil {
		return err
	}
	m, err := eval.MeasureTies(c.File, c.Against, coders)
	if err != nil {
		return err
	}
	return s.tell(m, c.reportFlags)
}
