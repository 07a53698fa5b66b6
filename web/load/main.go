// Command load asks a server for its pages at a steady rate and prints how long
// the first byte of the answers takes. Without --url it serves a database
// itself, in a process of its own.
//
//	go run ./web/load --db bench.db                  # a database made by go run ./store/bench --db bench.db
//	go run ./web/load --url http://127.0.0.1:8080    # a server that runs already
//	go run ./web/load --db bench.db --cold           # the first table only, on a server that has reckoned nothing ahead
//
// It waits until the server has reckoned ahead what it does by itself, and
// prints two tables: every address asked once, one after the other, and then
// the steady rate.
//
// The addresses are those of an analyst at work: the overview, ties of many
// pairs with their data, groups, a country on the map, searches, feeds and the
// API, those of busy pairs more often (Zipf's law). Requests are sent when they
// are due, whether or not those before have been answered, so that a server
// that is slow for a moment cannot hide it.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
)

func main() {
	q := question{}
	flag.StringVar(&q.url, "url", "", "the server to ask; only one on this machine")
	flag.StringVar(&q.db, "db", "", "serve this database and ask it")
	flag.StringVar(&q.token, "token", os.Getenv("ENTENTE_TOKEN"), "the token of the server")
	flag.IntVar(&q.rate, "rate", 100, "requests a second")
	flag.DurationVar(&q.time, "time", 30*time.Second, "how long; at most ten minutes")
	flag.IntVar(&q.pairs, "pairs", 40, "how many ties are asked for")
	flag.BoolVar(&q.cold, "cold", false, "ask for every address once only, and do not wait until the server has reckoned ahead")
	flag.Parse()
	if err := run(context.Background(), &q); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

// question says what to measure.
type question struct {
	url, db, token string
	rate, pairs    int
	time           time.Duration
	cold           bool
}

func run(ctx context.Context, q *question) error {
	if q.rate < 1 || q.rate > 1000 || q.time <= 0 || q.time > 10*time.Minute {
		return errors.New("between 1 and 1000 requests a second, for ten minutes at most")
	}
	if q.url == "" {
		if q.db == "" {
			return errors.New("say what to ask: --db FILE or --url ADDRESS")
		}
		end, err := serve(ctx, q)
		if err != nil {
			return err
		}
		defer end()
	}
	if err := local(q.url); err != nil {
		return err
	}
	c := &client{question: q, http: http.Client{
		Timeout:       time.Minute,
		Transport:     &http.Transport{MaxIdleConnsPerHost: 200, DisableCompression: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
	routes, err := c.routes(ctx)
	if err != nil {
		return err
	}
	if !q.cold {
		if err := c.warm(ctx); err != nil {
			return err
		}
	}
	if err := c.once(ctx, routes); err != nil || q.cold {
		return err
	}
	fmt.Println()
	return c.steady(ctx, routes)
}

// local refuses other machines: this is for one's own server.
func local(address string) error {
	u, err := url.Parse(address)
	if err != nil {
		return err
	}
	host := u.Hostname()
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return fmt.Errorf("%s is not on this machine", address)
	}
	return nil
}

// serve starts the command on the database and waits for its address.
func serve(ctx context.Context, q *question) (end func(), err error) {
	dir, err := os.MkdirTemp("", "entente-load-")
	if err != nil {
		return nil, err
	}
	program := filepath.Join(dir, "entente")
	build := exec.CommandContext(ctx, "go", "build", "-o", program, "entente/cmd/entente")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		os.RemoveAll(dir)
		return nil, fmt.Errorf("build the command: %w", err)
	}
	server := exec.CommandContext(ctx, program, "serve", "--db", q.db, "--addr", "127.0.0.1:0", "--log", "none", "--rate", "100000")
	server.Stderr = os.Stderr
	out, err := server.StdoutPipe()
	if err == nil {
		err = server.Start()
	}
	if err != nil {
		os.RemoveAll(dir)
		return nil, err
	}
	end = func() {
		server.Process.Signal(os.Interrupt)
		server.Wait()
		os.RemoveAll(dir)
	}
	var address string
	if _, err := fmt.Fscanln(out, &address); err != nil {
		end()
		return nil, errors.New("the server told no address")
	}
	go io.Copy(io.Discard, out)
	q.url = strings.TrimSuffix(address, "/")
	return end, nil
}

// route is a kind of address with the addresses themselves.
type route struct {
	name      string
	weight    int // of 100 requests
	addresses []string
}

type client struct {
	*question
	http http.Client
}

// routes makes the addresses from what the server has on file.
func (c *client) routes(ctx context.Context) ([]route, error) {
	var ties struct {
		Items []struct{ A, B string }
	}
	if err := c.read(ctx, fmt.Sprintf("/api/v1/ties?limit=%d", c.pairs), &ties); err != nil {
		return nil, err
	}
	if len(ties.Items) == 0 {
		return nil, errors.New("the database has no ties")
	}
	var events struct {
		Items []struct{ ID string }
	}
	if err := c.read(ctx, "/api/v1/events?limit=20", &events); err != nil {
		return nil, err
	}
	list := []route{
		{"overview", 15, []string{"/"}},
		{"tie", 30, nil}, {"tie as JSON", 15, nil}, {"group", 4, nil}, {"map", 6, nil}, {"event", 8, nil},
		{"search", 4, []string{"/search?q=talks", "/search?type=ASSAULT", "/search?context=territory"}},
		{"countries", 2, []string{"/countries"}},
		{"feed", 4, nil}, {"API: ties", 4, []string{"/api/v1/ties", "/api/v1/countries"}}, {"API: events", 8, nil},
	}
	add := func(name, address string) {
		for i := range list {
			if list[i].name == name {
				list[i].addresses = append(list[i].addresses, address)
			}
		}
	}
	for i, p := range ties.Items {
		pair := p.A + "-" + p.B
		add("tie", "/tie/"+pair)
		add("tie as JSON", "/tie/"+pair+".json")
		if i < 10 {
			add("map", "/map/"+p.A)
			add("feed", "/feed/"+pair+".atom")
			add("API: events", "/api/v1/events?limit=50&parties="+p.A+","+p.B)
			if next := ties.Items[(i+1)%len(ties.Items)]; next.A != p.A && next.A != p.B {
				three := []string{p.A, p.B, next.A}
				slices.Sort(three)
				add("group", "/group/"+strings.Join(three, "-"))
			}
		}
	}
	for _, e := range events.Items {
		add("event", "/event/"+e.ID)
	}
	return list, nil
}

func (c *client) request(ctx context.Context, address string) (*http.Request, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, c.url+address, nil)
	if err != nil {
		return nil, err
	}
	r.Header.Set("Accept-Encoding", "gzip, deflate, br, zstd")
	r.Header.Set("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
	if c.token != "" {
		r.Header.Set("Authorization", "Bearer "+c.token)
	}
	return r, nil
}

func (c *client) read(ctx context.Context, address string, into any) error {
	r, err := c.request(ctx, address)
	if err != nil {
		return err
	}
	r.Header.Set("Accept-Encoding", "identity")
	answer, err := c.http.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", address, answer.Status)
	}
	return json.NewDecoder(answer.Body).Decode(into)
}

// once asks for every address, one after the other.
func (c *client) once(ctx context.Context, routes []route) error {
	var m measures
	for _, r := range routes {
		for _, address := range r.addresses {
			m.add(r.name, c.ask(ctx, address, time.Now()))
		}
	}
	fmt.Printf("every address once, one after the other; %d cores\n", runtime.NumCPU())
	return m.print(routes)
}

// steady asks at the rate for addresses that were all asked for before.
func (c *client) steady(ctx context.Context, routes []route) error {
	random := rand.New(rand.NewPCG(1, 1))
	var m measures
	var all sync.WaitGroup
	begun := time.Now()
	n := int(c.time.Seconds() * float64(c.rate))
	for i := range n {
		due := begun.Add(time.Duration(i) * time.Second / time.Duration(c.rate))
		time.Sleep(time.Until(due))
		name, address := draw(random, routes)
		all.Go(func() { m.add(name, c.ask(ctx, address, due)) })
	}
	all.Wait()
	fmt.Printf("%d requests at %d a second over %.0f s; %d cores\n", n, c.rate, time.Since(begun).Seconds(), runtime.NumCPU())
	return m.print(routes)
}

// warm waits until the server has reckoned ahead, for five minutes at most.
func (c *client) warm(ctx context.Context) error {
	begun := time.Now()
	for time.Since(begun) < 5*time.Minute {
		r, err := c.request(ctx, "/metrics")
		if err != nil {
			return err
		}
		r.Header.Set("Accept-Encoding", "identity")
		answer, err := c.http.Do(r)
		if err != nil {
			return err
		}
		raw, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		if err != nil {
			return err
		}
		if strings.Contains(string(raw), "\nentente_warm 1\n") {
			fmt.Printf("the server had reckoned ahead after %.0f s\n", time.Since(begun).Seconds())
			return nil
		}
		time.Sleep(time.Second)
	}
	return errors.New("the server has not reckoned ahead within five minutes")
}

// draw takes a route by its weight and one of its addresses by Zipf's law.
func draw(random *rand.Rand, routes []route) (name, address string) {
	at := random.IntN(100)
	for _, r := range routes {
		if at -= r.weight; at < 0 && len(r.addresses) > 0 {
			return r.name, r.addresses[zipf(random, len(r.addresses))]
		}
	}
	return routes[0].name, routes[0].addresses[0]
}

func zipf(random *rand.Rand, n int) int {
	var sum float64
	for i := range n {
		sum += 1 / float64(i+1)
	}
	at := random.Float64() * sum
	for i := range n {
		if at -= 1 / float64(i+1); at < 0 {
			return i
		}
	}
	return n - 1
}

// measure is one request.
type measure struct {
	first, last time.Duration // to the first byte and to the end, from when it was due
	bytes       int64
	err         error
}

func (c *client) ask(ctx context.Context, address string, due time.Time) (m measure) {
	trace := &httptrace.ClientTrace{GotFirstResponseByte: func() { m.first = time.Since(due) }}
	r, err := c.request(httptrace.WithClientTrace(ctx, trace), address)
	if err != nil {
		return measure{err: err}
	}
	answer, err := c.http.Do(r)
	if err != nil {
		return measure{err: err}
	}
	defer answer.Body.Close()
	m.bytes, m.err = io.Copy(io.Discard, answer.Body)
	m.last = time.Since(due)
	if m.err == nil && answer.StatusCode != http.StatusOK {
		m.err = fmt.Errorf("%s: %s", address, answer.Status)
	}
	return m
}
