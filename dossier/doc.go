// Package dossier answers how two or more countries stand: a question comes in,
// the state of their ties with the events, statements and dialogues behind
// every figure goes out. It asks a database, lets package tie reckon and
// package agenda follow what is open, and adds nothing of its own.
package dossier

import (
	"context"
	"iter"

	"entente/agenda"
	"entente/calendar"
	"entente/record"
	"entente/store"
	"entente/tie"
)

// Base is what a database must answer. [store.DB] does.
type Base interface {
	Coverage(ctx context.Context, parties, origins []string) (store.Coverage, bool, error)
	Series(ctx context.Context, a, b string, until calendar.Day, origins []string) (*store.Series, error)
	Candidates(ctx context.Context, since, at calendar.Day, least, limit, memory int, origins []string) ([]store.Candidate, error)
	OnDays(ctx context.Context, days []store.PairDays, origins []string) (map[store.PairOf][]tie.Event, error)
	Disputes(ctx context.Context, parties []string, from, to calendar.Day, origins []string) ([]store.Dispute, error)
	Mediations(ctx context.Context, parties []string, from, to calendar.Day) (map[string]int, error)
	Events(ctx context.Context, f store.Filter) iter.Seq2[*store.Event, error]
	Mechanisms(ctx context.Context, parties []string, until calendar.Day) ([]agenda.Told[record.Mechanism], error)
	Conditions(ctx context.Context, parties []string, until calendar.Day) ([]agenda.Told[record.Condition], error)
	Watch(ctx context.Context, parties []string, until calendar.Day) ([]agenda.Told[record.WatchItem], error)
	Statements(ctx context.Context, parties []string, until calendar.Day) ([]agenda.Told[record.Statement], error)
	Assessments(ctx context.Context, parties []string, until calendar.Day) ([]agenda.Told[record.Assessment], error)
}
