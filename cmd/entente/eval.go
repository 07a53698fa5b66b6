package main

import (
	"fmt"
	"io"
	"os"

	"entente/coder"
	"entente/eval"
	"entente/syntax"
	"entente/syntax/conllu"
)

type evalCmd struct {
	Gold      evalGoldCmd      `cmd:"" help:"Score the coder on annotated articles."`
	Pairs     evalPairsCmd     `cmd:"" help:"Score the types of events between two marked participants."`
	Triples   evalTriplesCmd   `cmd:"" help:"Score who did what to whom in single sentences."`
	Quads     evalQuadsCmd     `cmd:"" help:"Score the quad of single sentences."`
	Ties      evalTiesCmd      `cmd:"" help:"Score whether texts join the two parties they are about."`
	Quotes    evalQuotesCmd    `cmd:"" help:"Score sources and quotations on texts with annotated attributions."`
	Syntax    evalSyntaxCmd    `cmd:"" help:"Score tagger and parser on a treebank."`
	Countries evalCountriesCmd `cmd:"" help:"Score what countries articles are about."`
	Time      evalTimeCmd      `cmd:"" help:"Score time expressions on annotated texts."`
	Tone      evalToneCmd      `cmd:"" help:"Score forecasts of the tone between countries on a stream of events."`
}

// evalFlags are what all measures of the coder understand.
type evalFlags struct {
	Bulk bool `help:"Parse as read --bulk does."`
	reportFlags
}

// reportFlags are what all measures understand.
type reportFlags struct {
	JSON   bool   `name:"json" help:"Print one JSON object instead of a table; figures are fractions between 0 and 1."`
	Errors string `placeholder:"FILE" help:"Write every miss, with what was coded instead, to this file; a dash prints them below the table."`
}

// coders gives each worker of a measure its coder.
func (f evalFlags) coders() (eval.NewCode, error) {
	know, err := coder.Load()
	if err != nil {
		return nil, err
	}
	return func() eval.Code { return coder.New(know, mode(f.Bulk)).Code }, nil
}

// tell prints a measure as the flags ask.
func (s streams) tell(m eval.Measure, f reportFlags) error {
	write := m.Write
	if f.JSON {
		write = m.WriteJSON
	}
	if err := write(s.out); err != nil || f.Errors == "" {
		return err
	}
	return s.toFile(f.Errors, m.WriteErrors)
}

// toFile writes a report to a file, or to the standard output for a dash.
func (s streams) toFile(name string, write func(io.Writer) error) error {
	if name == "-" {
		return write(s.out)
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		f.Close()
		return fmt.Errorf("write %s: %w", name, err)
	}
	return f.Close()
}

type evalGoldCmd struct {
	evalFlags
	Dirs []string `arg:"" name:"DIR" help:"Folders with articles and their annotation (NAME.gold.json)."`
}

// Help teaches by examples.
func (evalGoldCmd) Help() string {
	return `Codes every annotated article below DIR and compares: precision, recall and F1 of events, statements, dialogues, conditions, watch items and assessments. testdata/articles/README.md describes the annotation, eval/README.md what each figure means.

	entente eval gold testdata/articles
	entente eval gold --errors - testdata/articles
	entente eval gold --json testdata/articles | jq .f1`
}

func (c *evalGoldCmd) Run(s streams) error {
	coders, err := c.coders()
	if err != nil {
		return err
	}
	var paths []string
	for _, dir := range c.Dirs {
		found, err := eval.Find(dir)
		if err != nil {
			return err
		}
		paths = append(paths, found...)
	}
	report, err := eval.Files(paths, coders)
	if err != nil {
		return err
	}
	return s.tell(report, c.reportFlags)
}

type evalSyntaxCmd struct {
	evalFlags
	File string `arg:"" name:"FILE" help:"Treebank in CoNLL-U."`
}

// Help teaches by examples.
func (evalSyntaxCmd) Help() string {
	return `Prints the shares of right tags, governors and relations (UPOS, UAS, LAS, with and without punctuation), the F1 of the relations that coding lives on, the same from raw text, and tokens a second on one core.

	entente eval syntax en_ewt-test.conllu
	entente eval syntax --errors - en_ewt-test.conllu
	entente eval syntax --bulk --json en_ewt-test.conllu | jq .las`
}

func (c *evalSyntaxCmd) Run(s streams) error {
	bank, err := conllu.ReadFile(c.File)
	if err != nil {
		return err
	}
	model, err := syntax.Load()
	if err != nil {
		return err
	}
	return s.tell(syntax.Evaluate(model, mode(c.Bulk), bank), c.reportFlags)
}
