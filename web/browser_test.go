package web_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"entente/web"
	"entente/web/internal/npm"
	"entente/web/internal/stage"
)

// What is tested in a real browser: Debian's chromium, or what CHROMIUM names.
// Without one these tests are skipped, as with -short.

// demonstration is the server of all browser tests, on the demonstration's
// database.
var demonstration struct {
	once   sync.Once
	server *httptest.Server
	err    error
}

// site gives the address of the demonstration.
func site(t *testing.T) string {
	t.Helper()
	demonstration.once.Do(func() { demonstration.server, demonstration.err = demonstrate() })
	if demonstration.err != nil {
		t.Fatal(demonstration.err)
	}
	return demonstration.server.URL
}

func demonstrate() (*httptest.Server, error) {
	handler, end, err := stage.Demonstration(context.Background())
	if err != nil {
		return nil, err
	}
	server := httptest.NewServer(handler)
	web.AtEnd = append(web.AtEnd, server.Close, end)
	return server, nil
}

// chromium finds the browser, or skips the test.
func chromium(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("tests in a browser take long")
	}
	path, err := stage.Chromium()
	if err != nil {
		t.Skip(err)
	}
	return path
}

// tab is a window of a browser that notes what goes wrong in it.
type tab struct {
	t      *testing.T
	ctx    context.Context
	site   string
	mu     sync.Mutex
	faults []string
}

// newTab opens a browser of its own for a test.
func newTab(t *testing.T) *tab {
	t.Helper()
	b := &tab{t: t, site: site(t)}
	ctx, end := chromedp.NewContext(context.Background(), chromedp.WithListener(b.note), stage.Browser(chromium(t), t.TempDir()))
	t.Cleanup(end)
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { // before the folder of its data is removed
		if err := chromedp.Cancel(ctx); err != nil {
			t.Logf("the browser ended with %v", err)
		}
	})
	b.ctx, end = context.WithTimeout(ctx, 6*time.Minute)
	t.Cleanup(end)
	call(b, log.Enable, cdp.Empty{})
	call(b, network.Enable, network.EnableParams{})
	call(b, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	return b
}

// note keeps errors of the console, faults of scripts and violations of the
// content security policy.
func (b *tab) note(event any) {
	text := ""
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if e.Type != runtime.ConsoleAPICalledTypeError && e.Type != runtime.ConsoleAPICalledTypeWarning && e.Type != runtime.ConsoleAPICalledTypeAssert {
			return
		}
		for _, a := range e.Args {
			text += string(a.Value) + a.Description + " "
		}
	case *runtime.EventExceptionThrown:
		text = e.ExceptionDetails.Text
		if x := e.ExceptionDetails.Exception; x != nil {
			text += " " + x.Description
		}
	case *log.EventEntryAdded:
		if e.Entry.Level != log.EntryLevelError && e.Entry.Source != log.EntrySourceSecurity {
			return
		}
		text = e.Entry.Text + " " + e.Entry.URL
	default:
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.faults = append(b.faults, text)
}

// clean says what went wrong since it was asked last.
func (b *tab) clean(t *testing.T) {
	t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, f := range b.faults {
		t.Errorf("the browser says: %s", f)
	}
	b.faults = nil
}

func (b *tab) run(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, end := context.WithTimeout(b.ctx, 20*time.Second)
	defer end()
	if err := chromedp.Do(ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// call sends the browser a command of its protocol.
func call[P, R any](b *tab, command cdp.Command[P, R], with P) R {
	b.t.Helper()
	answer, err := chromedp.Call(b.ctx, command, with)
	if err != nil {
		b.t.Fatalf("%s: %v", command.Method, err)
	}
	return answer
}

// look sets the width of the window and the scheme.
func (b *tab) look(width int64, scheme string) {
	b.t.Helper()
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 900, DeviceScaleFactor: 1, Mobile: width < 500})
	b.media("", "prefers-color-scheme", scheme)
}

// media has the page drawn for a medium, "" the screen, and a wish of the
// reader.
func (b *tab) media(medium, wish, value string) {
	b.t.Helper()
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: medium, Features: []*emulation.MediaFeature{{Name: wish, Value: value}}})
}

// open goes to an address and waits until its charts, which are made when they
// come near, are there.
func (b *tab) open(path string) {
	b.t.Helper()
	b.run(chromedp.Navigate(b.site+path), chromedp.WaitReady(chromedp.CSS("main")))
	b.settle()
}

const settled = `(async () => {
	for (const figure of document.querySelectorAll("[data-chart]")) {
		figure.scrollIntoView({behavior: "instant"});
		for (let i = 0; i < 400 && !figure.dataset.state; i++) await new Promise((r) => setTimeout(r, 25));
		if (!figure.dataset.state) return figure.dataset.chart + " is not made";
	}
	scrollTo({top: 0, behavior: "instant"});
	await new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)));
	return "";
})()`

func (b *tab) settle() {
	b.t.Helper()
	if fault := value[string](b, settled); fault != "" {
		b.t.Errorf("%s: %s", value[string](b, "location.pathname"), fault)
	}
}

// value evaluates an expression in the page; promises are awaited.
func value[T any](b *tab, expression string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatal(err)
	}
	return v
}

// until waits for an expression to be true, over the loading of pages as well.
func (b *tab) until(expression string) {
	b.t.Helper()
	var err error
	for end := time.Now().Add(15 * time.Second); time.Now().Before(end); {
		if _, err = chromedp.Run(b.ctx, chromedp.Poll[bool](expression, chromedp.WithPollingTimeout(2*time.Second))); err == nil {
			return
		}
	}
	b.t.Fatalf("waiting for %s: %v", expression, err)
}

var axe struct {
	once   sync.Once
	source string
	err    error
}

// axeSource is the checker of accessibility, fetched once.
func axeSource(t *testing.T) string {
	t.Helper()
	axe.once.Do(func() {
		packages, err := npm.Read("app/packages.tsv")
		if err == nil {
			err = npm.Fetch(context.Background(), "app/node_modules", npm.Using(packages, "test"))
		}
		if err == nil {
			var raw []byte
			raw, err = os.ReadFile("app/node_modules/axe-core/axe.min.js")
			axe.source = string(raw)
		}
		axe.err = err
	})
	if axe.err != nil {
		t.Skipf("axe-core cannot be fetched: %v", axe.err)
	}
	return axe.source
}

// accessible has axe look at the page, by the rules of WCAG 2.2 AA.
func (b *tab) accessible(t *testing.T) {
	t.Helper()
	value[int](b, axeSource(t)+";0")
	found := value[[]struct {
		ID    string   `json:"id"`
		Help  string   `json:"help"`
		Nodes []string `json:"nodes"`
	}](b, `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then((r) =>
		r.violations.map((v) => ({id: v.id, help: v.help, nodes: v.nodes.map((n) => n.html.slice(0, 200) + " · " + n.failureSummary)})))`)
	for _, v := range found {
		t.Errorf("axe: %s: %s\n%s", v.ID, v.Help, strings.Join(v.Nodes[:min(4, len(v.Nodes))], "\n"))
	}
}

// shots is where the pictures of pages go; git does not keep them.
const shots = "../out/pages"

// shoot keeps a picture of the page.
func (b *tab) shoot(t *testing.T, name string) {
	t.Helper()
	if err := os.MkdirAll(shots, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(shots, name+".png"), b.capture(4000), 0o644); err != nil {
		t.Fatal(err)
	}
}

// capture is a picture of the page, down to a height.
func (b *tab) capture(height float64) []byte {
	b.t.Helper()
	size := call(b, page.GetLayoutMetrics, cdp.Empty{}).CSSContentSize
	beyond := true
	return call(b, page.CaptureScreenshot, page.CaptureScreenshotParams{
		CaptureBeyondViewport: &beyond, OptimizeForSpeed: &beyond, Clip: &page.Viewport{Width: size.Width, Height: min(size.Height, height), Scale: 1},
	}).Data
}

// quoted is a string as JavaScript writes it.
func quoted(s string) string {
	raw, err := json.Marshal(s)
	if err != nil {
		panic(fmt.Sprintf("a string has no JSON: %v", err))
	}
	return string(raw)
}
