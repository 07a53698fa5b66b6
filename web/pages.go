package web

import (
	"bytes"
	"cmp"
	"context"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/fnv"
	"html/template"
	"io/fs"
	"maps"
	"net/http"
	"slices"
	"strings"

	"entente/brief"
	"entente/dossier"
	"entente/store"
)

//go:embed templates
var templateFiles embed.FS

// pages are the addresses that people open.
func (s *Server) pages(mux *http.ServeMux) error {
	if err := s.parseTemplates(); err != nil {
		return err
	}
	for pattern, view := range map[string]view{
		"GET /{$}":                  s.overviewPage,
		"GET /movers.json":          s.moversData,
		"GET /movers.csv":           s.moversData,
		"GET /matrix.json":          s.matrixData,
		"GET /matrix.csv":           s.matrixData,
		"GET /tie":                  s.tieNamed,
		"GET /tie/{parties}":        s.tiePage,
		"GET /group/{parties}":      s.groupPage,
		"GET /map/{country}":        s.mapPage,
		"GET /search":               s.searchPage,
		"GET /search.json":          s.searchData,
		"GET /search.csv":           s.searchData,
		"GET /countries":            s.countriesPage,
		"GET /countries.json":       s.countriesData,
		"GET /countries.csv":        s.countriesData,
		"GET /about":                s.aboutPage,
		"GET /tie/{parties}/{data}": s.tieData,
		"GET /event/{id}":           s.eventPage,
		"GET /finding/{id}":         s.findingPage,
		"GET /article/{id}":         s.articlePage,
		"GET /read":                 s.readForm,
		"POST /read":                s.readText,
		"/":                         s.nowhere,
	} {
		mux.HandleFunc(pattern, s.serve(view))
	}
	return nil
}

// look is what pages are made with.
type look struct {
	templates map[string]*template.Template // by page
	styles    []string                      // addresses of style sheets
	early     string                        // what must run before a page is drawn; "" for none
	script    string                        // "" for none
}

// view answers a request with a page, or has written the answer itself where
// it gives none.
type view func(w http.ResponseWriter, r *reader) (*page, error)

// page is what the frame of every page needs, and what its template shows.
type page struct {
	Template    string // of templates/, without ending
	Title       string
	Description string
	Path        string // for the menu
	Query       string // in the field of search
	Feeds       []feedLink
	Data        []link // this view as data
	Status      int    // 0 for 200
	V           any

	Frame frame
	Menu  []menuItem
}

type menuItem struct {
	link
	Current bool
}

type link struct{ Text, Href string }

type feedLink struct{ Type, Title, Href string }

// frame is what stands around every page.
type frame struct {
	Demo    bool
	Style   []string // addresses of style sheets
	Early   string   // what must be done before the page is drawn; "" for none
	Script  string   // "" for none
	Sources string   // what the figures rest on
	AsOf    string
}

// serve makes a handler of a view: it renders into memory first, so that a
// fault shows as an error page and not as half a page.
func (s *Server) serve(v view) http.HandlerFunc {
	return func(w http.ResponseWriter, request *http.Request) {
		r := newReader(request)
		p, err := v(w, r)
		if err != nil {
			p = s.problemPage(r, err)
		}
		if p != nil {
			s.render(w, r, p)
		}
	}
}

func (s *Server) render(w http.ResponseWriter, r *reader, p *page) {
	p.Path = r.URL.Path
	p.Frame = s.frame(r.Context())
	for _, m := range []link{{"Overview", "/"}, {"Search", "/search"}, {"Countries", "/countries"}, {"Read a text", "/read"}, {"About", "/about"}} {
		p.Menu = append(p.Menu, menuItem{m, m.Href == p.Path})
	}
	t := s.look.templates[p.Template]
	if t == nil {
		s.opt.Log.Error("a page has no template", "template", p.Template)
		http.Error(w, "This page is broken.", http.StatusInternalServerError)
		return
	}
	var out bytes.Buffer
	if err := t.ExecuteTemplate(&out, "page", p); err != nil {
		s.opt.Log.Error("render a page", "path", p.Path, "err", err)
		http.Error(w, "This page is broken; the fault is in the log.", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	if p.Status != 0 {
		w.WriteHeader(p.Status)
	}
	w.Write(out.Bytes())
}

// frame reads what is said around every page; a database that cannot say it
// costs a page only its footer.
func (s *Server) frame(ctx context.Context) frame {
	f := frame{Demo: s.opt.Demo, Style: s.look.styles, Early: s.look.early, Script: s.look.script}
	c, err := s.coverage(ctx)
	if err != nil {
		return f
	}
	var parts []string
	for _, origin := range slices.Sorted(maps.Keys(c.Events)) {
		parts = append(parts, brief.Counted(c.Events[origin], "event")+" from "+brief.Origin(origin))
	}
	f.Sources, f.AsOf = strings.Join(parts, ", "), brief.Day(c.Last)
	return f
}

// coverage is what is on file; dossier.ErrNothing where that is nothing.
func (s *Server) coverage(ctx context.Context) (*store.Coverage, error) {
	return cached(ctx, s, "coverage", func(ctx context.Context) (*store.Coverage, error) {
		c, some, err := s.db.Coverage(ctx, nil, nil)
		if err == nil && !some {
			err = dossier.ErrNothing
		}
		return &c, err
	})
}

// parseTemplates reads the templates: each page with the frame and the parts.
func (s *Server) parseTemplates() error {
	base := template.New("").Funcs(template.FuncMap{"dict": dict, "asset": asset, "lower": strings.ToLower})
	base, err := base.ParseFS(templateFiles, "templates/frame.html", "templates/parts*.html")
	if err != nil {
		return fmt.Errorf("read the templates of pages: %w", err)
	}
	names, err := fs.Glob(templateFiles, "templates/*.html")
	if err != nil {
		return err
	}
	s.look.templates = map[string]*template.Template{}
	for _, name := range names {
		short := strings.TrimSuffix(strings.TrimPrefix(name, "templates/"), ".html")
		if short == "frame" || strings.HasPrefix(short, "parts") {
			continue
		}
		t, err := base.Clone()
		if err == nil {
			t, err = t.ParseFS(templateFiles, name)
		}
		if err != nil {
			return fmt.Errorf("read the template of a page: %w", err)
		}
		s.look.templates[short] = t
	}
	for _, sheet := range []string{"style.css", "app.css"} {
		if a := asset(sheet); a != "" {
			s.look.styles = append(s.look.styles, a)
		}
	}
	s.look.early, s.look.script = asset("early.js"), asset("app.js")
	return nil
}

// asset is the address of a file of static, with a mark that changes with its
// content; "" where there is no such file.
func asset(name string) string {
	b, err := assets.ReadFile("static/" + name)
	if err != nil {
		return ""
	}
	h := fnv.New64a()
	h.Write(b)
	return "/static/" + name + "?v=" + hex.EncodeToString(h.Sum(nil))[:8]
}

// dict gives a template several values under names.
func dict(pairs ...any) (map[string]any, error) {
	if len(pairs)%2 != 0 {
		return nil, errors.New("dict takes names and values")
	}
	m := make(map[string]any, len(pairs)/2)
	for i := 0; i < len(pairs); i += 2 {
		name, ok := pairs[i].(string)
		if !ok {
			return nil, fmt.Errorf("dict: %v is no name", pairs[i])
		}
		m[name] = pairs[i+1]
	}
	return m, nil
}

// problem is an error that a page explains to its reader.
type problem struct {
	status int
	title  string
	text   string
	links  []link // where to go instead
}

func (p *problem) Error() string { return p.title + ": " + p.text }

// problemPage explains an error.
func (s *Server) problemPage(r *reader, err error) *page {
	var p *problem
	switch {
	case errors.As(err, &p):
	case errors.Is(err, dossier.ErrNothing):
		p = &problem{status: http.StatusNotFound, title: "Nothing on file yet",
			text: "The database has no event that joins these countries. Articles are added with entente ingest, event data of others with entente import."}
	case errors.Is(err, store.ErrNoEvent), errors.Is(err, store.ErrNoFinding):
		p = &problem{status: http.StatusNotFound, title: "No such number", text: "Nothing on file has this number. Numbers never change, so perhaps it belongs to another database."}
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		p = &problem{status: http.StatusServiceUnavailable, title: "This took too long", text: "The answer was not ready in time. A shorter span, or fewer conditions, is quicker."}
	default:
		s.opt.Log.Error("answer a request", "path", r.URL.Path, "err", err)
		p = &problem{status: http.StatusInternalServerError, title: "Something went wrong", text: "The fault is on our side, and is written down in the log. Please try again."}
	}
	return &page{Template: "problem", Title: p.title, Status: cmp.Or(p.status, http.StatusBadRequest), V: problemView{Title: p.title, Text: p.text, Links: p.links}}
}

type problemView struct {
	Title, Text string
	Links       []link
}

// nowhere is every address that is none of ours.
func (s *Server) nowhere(_ http.ResponseWriter, r *reader) (*page, error) {
	return nil, &problem{status: http.StatusNotFound, title: "No such page", text: "Nothing is found under this address. The overview leads everywhere; search finds events and statements by words, parties and time."}
}

// redirect leads to an address of this server.
func redirect(w http.ResponseWriter, r *reader, to string) {
	http.Redirect(w, r.Request, to, http.StatusFound)
}
