package main

import (
	"context"
	"errors"
	"fmt"

	"entente/store"
	"entente/web"
)

// databaseFlags say which database a verb works on.
type databaseFlags struct {
	DB string `name:"db" env:"ENTENTE_DB" default:"entente.db" placeholder:"FILE" help:"The database. Default: entente.db, or what ENTENTE_DB names."`
}

func (f databaseFlags) open(ctx context.Context, access store.Access) (*store.DB, error) {
	return store.Open(ctx, f.DB, access)
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

// closing closes a database that was written to, and tells of it where nothing
// worse has happened.
func closing(db *store.DB, err *error) {
	if closed := db.Close(); *err == nil {
		*err = closed
	}
}
