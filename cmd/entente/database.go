package main

import (
	"context"

	"entente/store"
)

// databaseFlags say which database a verb works on.
type databaseFlags struct {
	DB string `name:"db" env:"ENTENTE_DB" default:"entente.db" placeholder:"FILE" help:"The database. Default: entente.db, or what ENTENTE_DB names."`
}

func (f databaseFlags) open(ctx context.Context, access store.Access) (*store.DB, error) {
	return store.Open(ctx, f.DB, access)
}

// closing closes a database that was written to, and tells of it where nothing
// worse has happened.
func closing(db *store.DB, err *error) {
	if closed := db.Close(); *err == nil {
		*err = closed
	}
}
