package agenda

import "entente/calendar"

type Told[T any] struct {
	Number    int64
	Article   string
	Outlet    string
	Published calendar.Day
	Dated     bool
	Sentence  string
	Value     T
}
