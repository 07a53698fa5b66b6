package main

import (
	"entente/calendar/timex"
)

type evalTimeCmd struct {
	reportFlags
	Dirs []string `arg:"" name:"DIR" help:"Folders with annotated texts (.tml or .xml)."`
}

// Help teaches by examples.
func (evalTimeCmd) Help() string {
	return `Finds the time expressions of every text of the folders and compares with what people have marked, in TimeML (TIMEX3, as TimeBank) or with TIMEX2 (as WikiWars): precision, recall and F1 of extents (strict: the same; relaxed: overlapping), of extents with the right value and with the right type, and the errors by cause. Several folders are counted together.

	entente eval time timebank
	entente eval time --errors - timebank
	entente eval time --json wikiwars | jq .value_f1`
}

func (c *evalTimeCmd) Run(s streams) error {
	var documents []timex.Document
	for _, dir := range c.Dirs {
		found, err := timex.ReadDir(dir)
		if err != nil {
			return err
		}
		documents = append(documents, found...)
	}
	return s.tell(timex.Score(documents), c.reportFlags)
}
