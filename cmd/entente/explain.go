package main

import (
	"fmt"

	"entente/article"
	"entente/brief"
	"entente/coder"
	"entente/pipeline"
)

type explainCmd struct {
	articleFlags
	Bulk    bool   `help:"Parse as read --bulk does."`
	Article string `placeholder:"ID" help:"Which article of a file with several: its id, as JSON and CSV print it. Default: the first with such an event."`
	File    string `arg:"" name:"FILE" help:"The article, as for entente read."`
	Event   string `arg:"" name:"EVENT_ID" help:"The event, as entente read prints it: e3."`
}

// Help teaches by examples.
func (explainCmd) Help() string {
	return `Prints the sentence with its dependency tree, the mentions in it and how each was resolved, the entry of the lexicon that fired, why each code, date and auxiliary mode was chosen, and which other acts of the sentence were found and dropped:

	entente read article.txt
	entente explain article.txt e3
	entente explain --article reut-20 news.jsonl e1

Give the same --published, --here and --bulk as to entente read.`
}

func (c *explainCmd) Run(s streams) error {
	opt, err := c.options()
	if err != nil {
		return err
	}
	know, err := coder.Load()
	if err != nil {
		return err
	}
	return c.explain(s, coder.New(know, mode(c.Bulk)), opt)
}

// explain looks for the event in one article after the other.
func (c *explainCmd) explain(s streams, explainer *coder.Coder, opt article.Options) error {
	source := pipeline.Files([]string{c.File}, s.in)[0]
	in, err := source.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	var found *coder.Explanation
	var missing error // of the last article that may be meant
	failed := false
	article.Read(in, source.Name, opt, func(a *article.Article, err error) bool {
		if err != nil {
			failed = true
			s.fail(err, exitFailed)
			return true
		}
		if c.Article == "" || a.ID == c.Article {
			found, missing = explainer.Explain(a, c.Event)
		}
		return found == nil
	})
	switch {
	case found != nil:
		return brief.Explain(s.out, s.look(), found)
	case missing != nil:
		return fmt.Errorf("explain %s: %w", source.Name, missing)
	case failed:
		return errSomeFailed
	}
	return fmt.Errorf("explain %s: no article %q in it; entente read --format json prints the ids", source.Name, c.Article)
}
