package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"entente/coder"
	"entente/demo"
	"entente/pipeline"
	"entente/store"
	"entente/web"
)

type serveCmd struct {
	databaseFlags
	Addr       string `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Where to listen; port 0 takes a free one. Default: 127.0.0.1:8080, which only this machine can reach."`
	Token      string `env:"ENTENTE_TOKEN" placeholder:"T" help:"What a reader must know; it also allows to store articles. Better said in the variable ENTENTE_TOKEN than on the command line, which others can see."`
	PublicRead bool   `help:"Let everybody read who can reach the address; storing still needs the token."`
	Demo       bool   `help:"Serve a database that is made on the spot from articles that are built in."`
	Rate       int    `default:"200" placeholder:"N" help:"Requests a second that one client may make. Default: 200."`
	Log        string `enum:"text,json,none" default:"text" help:"The log of requests on the standard error: text, json or none. Default: text."`
}

// Help teaches by examples.
func (serveCmd) Help() string {
	return `Shows a database in a browser and over HTTP until it is interrupted: pages for people, and under /api/v1 all of it for programs, described on /api/ (docs/api.md has examples).

	entente serve --demo                       see what it is, without a database
	entente serve                              entente.db on http://127.0.0.1:8080/
	ENTENTE_TOKEN=… entente serve --addr :8080           for those who know the token
	ENTENTE_TOKEN=… entente serve --addr :8080 --public-read   for all to read

Only this machine can reach the server unless --addr says otherwise, and then it needs a token or --public-read. Nothing is encrypted: put a proxy that speaks TLS before it where others read.

Without a token the database is open for reading only; entente tie, sql and the others work beside it, and only ingest and import must wait. With a token it is open for writing: POST /api/v1/read?store=true stores an article, and the file belongs to the server alone. The other commands find it by the note FILE.serve that it leaves beside the database, ask it, and say so.`
}

// How long the server waits for a client, and for answers under way when it is
// to end.
const (
	headTime     = 5 * time.Second
	bodyTime     = 30 * time.Second
	answerTime   = 45 * time.Second
	idleTime     = 2 * time.Minute
	farewellTime = 10 * time.Second
)

func (c *serveCmd) Run(ctx context.Context, s streams) (err error) {
	host, _, err := net.SplitHostPort(c.Addr)
	if err != nil {
		return usageError{fmt.Errorf("--addr: %q is no address; write it as 127.0.0.1:8080", c.Addr)}
	}
	if !loopback(host) && c.Token == "" && !c.PublicRead {
		return usageError{fmt.Errorf("--addr %s can be reached from other machines; say who may read: --token for those who know it (better in ENTENTE_TOKEN), --public-read for all", c.Addr)}
	}
	if c.Demo {
		end, err := c.makeDemo(ctx, s)
		if err != nil {
			return err
		}
		defer end()
	}
	access := store.Read
	if c.Token != "" {
		access = store.Write
	}
	db, err := c.open(ctx, access)
	switch {
	case errors.Is(err, store.ErrInUse):
		return c.inUse(ctx, err)
	case errors.Is(err, store.ErrMissing):
		return fmt.Errorf("%w; to see one at once: entente serve --demo", err)
	case err != nil:
		return err
	}
	defer closing(db, &err)
	return c.serve(ctx, s, db)
}

// makeDemo ingests the articles that are built in, and gives what removes them.
func (c *serveCmd) makeDemo(ctx context.Context, s streams) (end func(), err error) {
	dir, err := os.MkdirTemp("", "entente-demo-")
	if err != nil {
		return nil, fmt.Errorf("make a folder for the demonstration: %w", err)
	}
	end = func() { os.RemoveAll(dir) }
	defer func() {
		if err != nil {
			end()
		}
	}()
	names := demo.Names()
	fmt.Fprintf(s.err, "entente: reading the %d articles of the demonstration\n", len(names))
	c.DB = filepath.Join(dir, "demo.db")
	know, err := coder.Load()
	if err != nil {
		return nil, err
	}
	db, err := c.open(ctx, store.Write)
	if err != nil {
		return nil, err
	}
	defer closing(db, &err)
	told := 0
	began := time.Now()
	done, err := pipeline.Ingest(ctx, know, pipeline.Embedded(demo.Articles(), names), pipeline.IngestOptions{
		Options: pipeline.Options{Jobs: jobs(0)},
		Hash:    store.ContentHash,
		Tell:    func(err error) { s.fail(err, exitFailed) },
		Progress: func(*pipeline.Ingested) {
			if told++; told%20 == 0 {
				fmt.Fprintf(s.err, "entente: %d of %d\n", told, len(names))
			}
		},
	}, db)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(s.err, "entente: %d events and %d statements in %.1f s\n", done.Events, done.Statements, time.Since(began).Seconds())
	return end, nil
}

// serve answers until ctx ends.
func (c *serveCmd) serve(ctx context.Context, s streams, db *store.DB) error {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", c.Addr)
	if err != nil {
		return fmt.Errorf("listen on %s: %w; another address: --addr 127.0.0.1:0 takes a free port", c.Addr, err)
	}
	defer listener.Close()
	address := addressOf(listener.Addr())
	log := c.logTo(s)
	opt := web.Options{Token: c.Token, PublicRead: c.PublicRead, Demo: c.Demo, Rate: c.Rate, Log: log, LocalKey: rand.Text()}
	if c.Token == "" && !c.PublicRead {
		host, _, _ := net.SplitHostPort(c.Addr)
		opt.Hosts = []string{"localhost", "127.0.0.1", "::1", host}
	}
	handler, err := web.New(db, opt)
	if err != nil {
		return err
	}
	withdraw, err := web.Announce(c.DB, address, opt.LocalKey)
	switch {
	case errors.Is(err, fs.ErrPermission): // a folder that may not be written to: the others will not find us
		log.Warn("no note beside the database", "error", err)
	case err != nil:
		return err
	default:
		defer withdraw()
	}
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: headTime, ReadTimeout: bodyTime, WriteTimeout: answerTime, IdleTimeout: idleTime,
		MaxHeaderBytes: 64 << 10, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	fmt.Fprintf(s.out, "%s/\n", address)
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	warming := make(chan struct{})
	go func() {
		handler.Warm(ctx)
		close(warming)
	}()
	defer func() { <-warming }() // before the database is closed
	select {
	case err := <-ended:
		return fmt.Errorf("serve on %s: %w", c.Addr, err)
	case <-ctx.Done():
	}
	log.Info("ending; answers under way are finished first")
	last, stop := context.WithTimeout(context.WithoutCancel(ctx), farewellTime)
	defer stop()
	if err := server.Shutdown(last); err != nil {
		server.Close()
		log.Warn("some answers were broken off", "error", err)
	}
	return nil
}

func (c *serveCmd) logTo(s streams) *slog.Logger {
	switch c.Log {
	case "json":
		return slog.New(slog.NewJSONHandler(s.err, nil))
	case "none":
		return slog.New(slog.DiscardHandler)
	}
	return slog.New(slog.NewTextHandler(s.err, nil))
}

// loopback tells whether only this machine reaches a host.
func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// addressOf is the address of a listener as this machine reaches it.
func addressOf(a net.Addr) string {
	tcp, ok := a.(*net.TCPAddr)
	if !ok {
		return "http://" + a.String()
	}
	host := tcp.IP.String()
	if tcp.IP.IsUnspecified() {
		host = "127.0.0.1"
	}
	return "http://" + net.JoinHostPort(host, fmt.Sprint(tcp.Port))
}
