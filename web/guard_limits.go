package web

import (
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/go-chi/httprate"
)

// How often one client may ask.
const (
	usualRate   = 200 // requests a second
	rateWindow  = 10 * time.Second
	readsWindow = 10 // texts to be read in this time, which take a core each
	loginsAllow = 5  // attempts in it
)

// rated refuses a client that asks too often; texts to be read and attempts to
// log in are counted by themselves. A client is an address, in IPv6 a network
// of 64 bits.
func (s *Server) rated(next http.Handler) http.Handler {
	rate := s.opt.Rate
	if rate == 0 {
		rate = usualRate
	}
	limit := func(n int) func(http.Handler) http.Handler {
		byAddress := func(r *http.Request) (string, error) { return httprate.CanonicalizeIP(clientOf(r)), nil }
		return httprate.LimitBy(n, rateWindow, byAddress, httprate.WithLimitHandler(func(w http.ResponseWriter, r *http.Request) {
			refuse(w, r, http.StatusTooManyRequests, "too many requests from this address; wait some seconds")
		}))
	}
	usual := limit(rate * int(rateWindow/time.Second))(next)
	reads, logins := limit(readsWindow)(usual), limit(loginsAllow)(usual)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/healthz":
			next.ServeHTTP(w, r)
		case r.Method == http.MethodPost && (r.URL.Path == "/read" || r.URL.Path == "/api/v1/read"):
			reads.ServeHTTP(w, r)
		case r.Method == http.MethodPost && r.URL.Path == "/login":
			logins.ServeHTTP(w, r)
		default:
			usual.ServeHTTP(w, r)
		}
	})
}

// addressed refuses requests that were sent to another name than ours. A page
// of a foreign site could otherwise give its own name our address and read
// through the reader's browser what only this machine may read (DNS rebinding).
func (s *Server) addressed(next http.Handler) http.Handler {
	if s.opt.Hosts == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if h, _, err := net.SplitHostPort(host); err == nil {
			host = h
		}
		host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
		if !slices.Contains(s.opt.Hosts, strings.ToLower(host)) {
			refuse(w, r, http.StatusMisdirectedRequest, "this server does not answer under the name that was asked; it answers under "+strings.Join(s.opt.Hosts, ", "))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// legible refuses addresses that are no text: the database takes none but
// UTF-8, and nobody means them.
func legible(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		query, err := url.QueryUnescape(r.URL.RawQuery)
		if err != nil || !isText(query) || !isText(r.URL.Path) {
			refuse(w, r, http.StatusBadRequest, "the address holds bytes that are no text (UTF-8)")
			return
		}
		next.ServeHTTP(w, r)
	})
}

func isText(s string) bool { return utf8.ValidString(s) && !strings.ContainsRune(s, 0) }

// clientOf is the address of who asks.
func clientOf(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}
