package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"entente/calendar"
	"entente/store"
	"entente/web"
)

// asked is a question as the server takes it, for when it has the database to
// itself.
type asked struct{ url.Values }

func newAsked() asked { return asked{url.Values{}} }

// set adds a field that says something.
func (a asked) set(name, value string) asked {
	if value != "" {
		a.Set(name, value)
	}
	return a
}

func (a asked) list(name string, values []string) asked {
	return a.set(name, strings.Join(values, ","))
}

func (a asked) day(name string, d *calendar.Day) asked {
	if d != nil {
		a.Set(name, d.String())
	}
	return a
}

// printed adds how to print.
func (a asked) printed(s streams, format string) asked {
	look := s.look()
	return a.set("format", format).set("width", strconv.Itoa(look.Width)).set("colour", strconv.FormatBool(look.Colour))
}

// openOr opens the database for reading; where a server has it open, ask is
// called with that instead, and db is nil.
func (f databaseFlags) openOr(ctx context.Context, s streams, ask func(*web.Service) error) (*store.DB, error) {
	db, err := f.open(ctx, store.Read)
	if err == nil {
		return db, nil
	}
	if service := f.serving(ctx, s, err); service != nil {
		return nil, ask(service)
	}
	return nil, err
}

// serving gives the server that has the database open, where that is why it
// could not be opened, and tells the user that it is asked instead.
func (f databaseFlags) serving(ctx context.Context, s streams, err error) *web.Service {
	if !errors.Is(err, store.ErrInUse) {
		return nil
	}
	service := web.Find(ctx, f.DB)
	if service != nil {
		fmt.Fprintf(s.err, "entente: %s is open in entente serve; asking it at %s\n", f.DB, service.Address)
	}
	return service
}

// inUse says of a database that could not be opened for writing what to do
// where a server has it open.
func (f databaseFlags) inUse(ctx context.Context, err error) error {
	if !errors.Is(err, store.ErrInUse) {
		return err
	}
	service := web.Find(ctx, f.DB)
	if service == nil {
		return err
	}
	return fmt.Errorf("%s is open in entente serve at %s; stop that first, or, where it was started with a token, send it the articles: POST %s/api/v1/read?store=true",
		f.DB, service.Address, service.Address)
}
