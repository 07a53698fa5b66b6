package web

import (
	"context"
	"net/http"
	"time"
)

// How much is reckoned ahead: that of the busiest ties and countries, which
// most readers ask for.
const (
	warmTies      = 100
	warmCountries = 40
	warmQuiet     = 2 * time.Second // without a change of the database
)

// Warm reckons ahead what most readers will ask for, each time that the
// database has changed and has been quiet for a while, until ctx ends. It does
// one thing after the other, so that readers find a processor core free.
func (s *Server) Warm(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.cold:
		}
		s.watched.warm.Set(0)
		began := time.Now()
		if n, done := s.warm(ctx); done {
			s.watched.warm.Set(1)
			s.opt.Log.Info("the busiest ties are reckoned ahead", "addresses", n, "seconds", time.Since(began).Seconds())
		}
		quiet := time.NewTimer(warmQuiet)
		select {
		case <-ctx.Done():
			return
		case <-quiet.C:
		}
	}
}

// warm asks the routes themselves, so that what they reckon is kept; the
// answers are not. It ends early where the database changes.
func (s *Server) warm(ctx context.Context) (n int, done bool) {
	state := s.State()
	ask := func(address string) bool {
		if ctx.Err() != nil || s.State() != state {
			return false
		}
		limited, stop := context.WithTimeout(context.WithValue(ctx, rightKey{}, readRight), requestTime)
		defer stop()
		r, err := http.NewRequestWithContext(limited, http.MethodGet, address, http.NoBody)
		if err != nil { // codes of countries alone
			panic(err)
		}
		r.Header.Set("Accept", "text/html")
		s.thinking <- struct{}{}
		defer func() { <-s.thinking }()
		defer func() {
			if fault := recover(); fault != nil { // who asks for it will be told
				s.opt.Log.Error("fault of the program while reckoning ahead", "path", address, "fault", fault)
			}
		}()
		s.routes.ServeHTTP(&recorder{header: http.Header{}}, r)
		n++
		return true
	}
	if !ask("/") {
		return n, false
	}
	pairs, err := s.pairsOnFile(ctx)
	if err != nil {
		return n, false
	}
	countries := map[string]bool{}
	for i, p := range pairs {
		if i < warmTies && !ask("/tie/"+p.A+"-"+p.B) {
			return n, false
		}
		for _, c := range [2]string{p.A, p.B} {
			if len(countries) < warmCountries && !countries[c] {
				countries[c] = true
				if !ask("/map/" + c) {
					return n, false
				}
			}
		}
	}
	return n, true
}
