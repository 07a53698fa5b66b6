package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"entente/atlas"
	"entente/brief"
	"entente/dossier"
	"entente/tie/track"
	"entente/web"
)

type tieCmd struct {
	databaseFlags
	spanFlags
	originFlags
	Track     string   `placeholder:"TRACK" help:"See the tie on one track only: security, politics, economy, history, territory, people, rights."`
	Format    string   `short:"f" enum:"text,json,csv" default:"text" help:"What to print: text (a dossier), json (everything), csv (the series, one row per day). Default: text."`
	Countries []string `arg:"" name:"COUNTRY" help:"Two countries or more, by name or code in any language: South Korea, KOR, KR, Seoul, 한국."`
}

// Help teaches by examples.
func (tieCmd) Help() string {
	return `How do these countries stand, on which track, since when, why, and how sure are we? A dossier of what is on file:

	entente tie KOR JPN
	entente tie "South Korea" Japan USA --at 2015-04-17
	entente tie KOR JPN --since 2012-01-01 --track history
	entente tie KOR JPN --since 2005-01-01 --format csv > tie.csv

Tone is the level of the scores of events on PLOVER's scale, -10 to +10. Contact is how often the two have to do with each other, against the year before. Conflict share is the part of conflict in what happens. The three are kept apart on purpose: docs/ties.md says why, and how they are reckoned. Every figure has an 80% interval, every line the number of the event or statement behind it, which entente event opens.`
}

func (c *tieCmd) Run(ctx context.Context, s streams) (err error) {
	q := dossier.Question{Origins: c.Origin}
	if q.Parties, err = partiesOf(c.Countries); err != nil {
		return err
	}
	if len(q.Parties) < 2 {
		return usageError{errors.New("a tie has two countries or more")}
	}
	if q.At, q.Since, err = c.days(); err != nil {
		return err
	}
	if c.Track != "" {
		t, err := track.Parse(c.Track)
		if err != nil {
			return usageError{fmt.Errorf("--track: %w", err)}
		}
		q.Track = &t
	}
	db, err := c.openOr(ctx, s, func(service *web.Service) error {
		return orNothing(service.Text(ctx, s.out, "tie", newAsked().list("parties", q.Parties).day("at", q.At).day("since", q.Since).
			set("track", c.Track).list("origin", q.Origins).printed(s, c.Format).Values), q.Parties, c.DB)
	})
	if db == nil {
		return err
	}
	defer db.Close()
	d, err := dossier.New(ctx, db, q)
	switch {
	case errors.Is(err, dossier.ErrNothing):
		return nothingOnFile(q.Parties, c.DB)
	case err != nil:
		return err
	}
	switch c.Format {
	case "json":
		return d.WriteJSON(s.out)
	case "csv":
		return d.WriteCSV(s.out)
	}
	return brief.Dossier(s.out, s.look(), atlas.PartyName, d)
}

// nothingOnFile says that a database has no events of some countries.
func nothingOnFile(parties []string, path string) error {
	names := make([]string, len(parties))
	for i, p := range parties {
		names[i] = atlas.PartyName(p)
	}
	return fmt.Errorf("%s has no event that joins %s; entente ingest or entente import brings some", path, strings.Join(names, " and "))
}

// orNothing says that a server has nothing of some countries as if it had been
// looked for here.
func orNothing(err error, parties []string, path string) error {
	if errors.Is(err, web.ErrNotFound) {
		return nothingOnFile(parties, path)
	}
	return err
}

func noTies(path string) error {
	return fmt.Errorf("%s holds no events that join two countries; entente ingest or entente import brings some", path)
}

func orNoTies(err error, path string) error {
	if errors.Is(err, web.ErrNotFound) {
		return noTies(path)
	}
	return err
}

type moversCmd struct {
	databaseFlags
	spanFlags
	originFlags
	Count  int    `short:"n" default:"10" placeholder:"N" help:"How many ties. Default: 10."`
	Format string `short:"f" enum:"text,json" default:"text" help:"What to print: text or json. Default: text."`
}

// Help teaches by examples.
func (moversCmd) Help() string {
	return `The ties whose tone moved most, with the events that moved it: between the day --since (by default thirty days before the day of the answer) and that day. A tie counts by its change over the uncertainty of it.

	entente movers
	entente movers --since 2014-01-01 --at 2014-06-30 -n 20
	entente movers --format json | jq '.ties[0]'`
}

func (c *moversCmd) Run(ctx context.Context, s streams) (err error) {
	q := dossier.MoversQuestion{Count: c.Count, Origins: c.Origin}
	if q.At, q.Since, err = c.days(); err != nil {
		return err
	}
	db, err := c.openOr(ctx, s, func(service *web.Service) error {
		return orNoTies(service.Text(ctx, s.out, "movers", newAsked().day("at", q.At).day("since", q.Since).list("origin", q.Origins).
			set("n", strconv.Itoa(c.Count)).printed(s, c.Format).Values), c.DB)
	})
	if db == nil {
		return err
	}
	defer db.Close()
	m, err := dossier.NewMovers(ctx, db, q)
	switch {
	case errors.Is(err, dossier.ErrNothing):
		return noTies(c.DB)
	case err != nil:
		return err
	}
	if c.Format == "json" {
		return dossier.WriteJSON(s.out, m)
	}
	return brief.Movers(s.out, s.look(), atlas.PartyName, m)
}

type calendarCmd struct {
	databaseFlags
	spanFlags
	Until     string   `placeholder:"DAY" help:"Where the calendar ends. Default: a year after the day of the answer."`
	Format    string   `short:"f" enum:"text,json" default:"text" help:"What to print: text or json. Default: text."`
	Countries []string `arg:"" name:"COUNTRY" help:"Two countries or more, by name or code."`
}

// Help teaches by examples.
func (calendarCmd) Help() string {
	return `The dialogues of some countries and what was told to come up between them, past and coming: meetings that were held, broken off or resumed, those that are planned or to be expected by the rhythm of the series, overdue ones, and what became of what was to be watched.

	entente calendar KOR JPN
	entente calendar USA CHN --since 2015-01-01 --until 2016-12-31 --at 2015-12-31`
}

func (c *calendarCmd) Run(ctx context.Context, s streams) (err error) {
	q := dossier.CalendarQuestion{}
	if q.Parties, err = partiesOf(c.Countries); err != nil {
		return err
	}
	if q.At, q.From, err = c.days(); err != nil {
		return err
	}
	if q.To, err = dayFlag("--until", c.Until); err != nil {
		return err
	}
	db, err := c.openOr(ctx, s, func(service *web.Service) error {
		return orNothing(service.Text(ctx, s.out, "calendar", newAsked().list("parties", q.Parties).day("at", q.At).day("since", q.From).day("until", q.To).
			printed(s, c.Format).Values), q.Parties, c.DB)
	})
	if db == nil {
		return err
	}
	defer db.Close()
	a, err := dossier.NewCalendar(ctx, db, q)
	switch {
	case errors.Is(err, dossier.ErrNothing):
		return nothingOnFile(q.Parties, c.DB)
	case err != nil:
		return err
	}
	if c.Format == "json" {
		return dossier.WriteJSON(s.out, a)
	}
	return brief.Calendar(s.out, s.look(), atlas.PartyName, a)
}
