package web

import (
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// watched are the figures of /metrics.
type watched struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	took     *prometheus.HistogramVec
	inFlight prometheus.Gauge
	kept     *prometheus.CounterVec
	warm     prometheus.Gauge
}

// watch makes the figures, those of the database read when they are asked for.
func (s *Server) watch() *watched {
	w := &watched{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "entente_http_requests_total", Help: "Requests answered, by route and status."}, []string{"route", "status"}),
		took: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "entente_http_request_duration_seconds", Help: "From the request to the end of the answer.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30}}, []string{"route"}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "entente_http_requests_in_flight", Help: "Requests that are being answered."}),
		kept: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "entente_answers_total", Help: "Answers by where they came from: kept, made, or unchanged at the reader's."}, []string{"from"}),
	}
	w.warm = prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "entente_warm", Help: "1 when the busiest ties have been reckoned in the present state of the database."})
	figure := func(name, help string, of func() float64) prometheus.Collector {
		return prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, of)
	}
	w.registry.MustRegister(w.requests, w.took, w.inFlight, w.kept, w.warm,
		figure("entente_database_bytes", "Size of the database file.", func() float64 { return float64(s.db.Size()) }),
		figure("entente_database_events", "Events on file.", func() float64 { return float64(s.state.Load().Events) }),
		figure("entente_database_articles", "Articles on file.", func() float64 { return float64(s.state.Load().Articles) }),
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return w
}

func (w *watched) handler() http.Handler {
	return promhttp.HandlerFor(w.registry, promhttp.HandlerOpts{DisableCompression: true})
}

// observed logs and counts every request, and turns a fault of the program into
// an answer.
func (s *Server) observed(mux *http.ServeMux, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		_, route := mux.Handler(r)
		if route == "" {
			route = "none"
		}
		s.watched.inFlight.Inc()
		out := &counting{ResponseWriter: w}
		defer func() {
			fault := recover()
			if fault != nil && fault != http.ErrAbortHandler {
				s.faulty(out, r, fault)
			}
			took := time.Since(began)
			s.watched.inFlight.Dec()
			s.watched.requests.WithLabelValues(route, strconv.Itoa(out.code())).Inc()
			s.watched.took.WithLabelValues(route).Observe(took.Seconds())
			s.opt.Log.LogAttrs(r.Context(), slog.LevelInfo, "request",
				slog.String("method", r.Method), slog.String("path", r.URL.Path), slog.Int("status", out.code()),
				slog.Int64("bytes", out.bytes), slog.Float64("ms", float64(took.Microseconds())/1000), slog.String("client", clientOf(r)))
			if fault == http.ErrAbortHandler {
				panic(fault)
			}
		}()
		next.ServeHTTP(out, r)
	})
}

// faulty tells a fault of the program: to the log in full, to the reader by an
// id that the log has as well.
func (s *Server) faulty(w *counting, r *http.Request, fault any) {
	id, stack := rand.Text()[:10], debug.Stack()
	var elsewhere *panicked
	if err, ok := fault.(error); ok && errors.As(err, &elsewhere) {
		fault, stack = elsewhere.fault, elsewhere.stack
	}
	s.opt.Log.Error("fault of the program", "id", id, "method", r.Method, "path", r.URL.Path, "fault", fmt.Sprint(fault), "stack", string(stack))
	if w.status != 0 {
		panic(http.ErrAbortHandler) // half an answer is out: break it off, so that nobody takes it for whole
	}
	refuse(w, r, http.StatusInternalServerError, "fault of the program; the log has it under "+id)
}

// counting is a ResponseWriter that remembers what went through it.
type counting struct {
	http.ResponseWriter
	status int
	bytes  int64
}

func (c *counting) WriteHeader(status int) {
	if c.status == 0 && status >= 200 {
		c.status = status
	}
	c.ResponseWriter.WriteHeader(status)
}

func (c *counting) Write(b []byte) (int, error) {
	if c.status == 0 {
		c.status = http.StatusOK
	}
	n, err := c.ResponseWriter.Write(b)
	c.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach what is below.
func (c *counting) Unwrap() http.ResponseWriter { return c.ResponseWriter }

func (c *counting) code() int {
	if c.status == 0 {
		return http.StatusOK
	}
	return c.status
}
