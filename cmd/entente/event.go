package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"entente/atlas"
	"entente/brief"
	"entente/dossier"
	"entente/store"
	"entente/web"
)

type eventCmd struct {
	databaseFlags
	Format string   `short:"f" enum:"text,json" default:"text" help:"What to print: text or json. Default: text."`
	IDs    []string `arg:"" name:"ID" help:"What a line of another command ends with: e12 an event, s3 a statement, m4 a dialogue, c5 a condition, w6 what is watched, a7 an assessment."`
}

// Help teaches by examples.
func (eventCmd) Help() string {
	return `Opens what stands behind a line: an event with every article that reports it, the sentence, the rule that coded it and how sure that is; a statement, dialogue, condition, watch item or assessment with its sentence.

	entente event e1204
	entente event s88 m12
	entente event --format json e1204`
}

// kinds are the tables behind the letters of ids.
var kinds = map[byte]string{'s': "statement", 'm': "mechanism", 'c': "condition", 'w': "watch", 'a': "assessment"}

func (c *eventCmd) Run(ctx context.Context, s streams) error {
	db, err := c.openOr(ctx, s, func(service *web.Service) error {
		return c.each(s, func(id string) error {
			if _, _, err := parseID(id); err != nil {
				return err
			}
			return service.Text(ctx, s.out, "event", newAsked().set("id", id).printed(s, c.Format).Values)
		})
	})
	if db == nil {
		return err
	}
	defer db.Close()
	return c.each(s, func(id string) error { return c.show(ctx, s, db, id) })
}

// each shows all that was asked for.
func (c *eventCmd) each(s streams, show func(id string) error) error {
	failed := false
	for i, id := range c.IDs {
		if i > 0 && c.Format == "text" {
			fmt.Fprintln(s.out)
		}
		err := show(id)
		switch {
		case errors.Is(err, store.ErrNoEvent), errors.Is(err, store.ErrNoFinding), errors.Is(err, web.ErrNotFound):
			failed = true
			s.fail(fmt.Errorf("%s has nothing with the number %s", c.DB, id), exitFailed)
		case err != nil:
			return err
		}
	}
	if failed {
		return errSomeFailed
	}
	return nil
}

func (c *eventCmd) show(ctx context.Context, s streams, db *store.DB, id string) error {
	kind, number, err := parseID(id)
	if err != nil {
		return err
	}
	if kind == "event" {
		e, told, err := db.Event(ctx, number)
		if err != nil {
			return err
		}
		if c.Format == "json" {
			return dossier.WriteJSON(s.out, &struct {
				*store.Event
				Reports []store.Report `json:"reports"`
			}{e, told})
		}
		return brief.Event(s.out, s.look(), atlas.PartyName, e, told)
	}
	f, err := db.Finding(ctx, kind, number)
	if err != nil {
		return err
	}
	if c.Format == "json" {
		return dossier.WriteJSON(s.out, f)
	}
	return brief.Finding(s.out, s.look(), f)
}

// parseID reads "e12", "s3" or "12", which is an event.
func parseID(id string) (kind string, number int64, err error) {
	kind, digits := "event", id
	if id != "" && (id[0] < '0' || id[0] > '9') {
		digits = id[1:]
		if id[0] != 'e' {
			kind = kinds[id[0]]
		}
	}
	number, err = strconv.ParseInt(digits, 10, 64)
	if err != nil || kind == "" {
		return "", 0, usageError{fmt.Errorf("%q is no number of an event or a finding; they look like e12, s3, m4, c5, w6 and a7", id)}
	}
	return kind, number, nil
}
