package web_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const aTie = "/tie/CUB-USA?since=2014-12-01"

// shownDays are the days of the events that are listed.
const shownDays = `[...document.querySelectorAll("#events [data-day]")].filter((e) => !e.hidden).map((e) => e.dataset.day)`

// inSpan tells whether every listed event lies in the span of the address.
const inSpan = `(() => {
	const q = new URLSearchParams(location.search), days = ` + shownDays + `;
	return q.has("from") && days.length > 0 && days.every((d) => d >= q.get("from") && d <= q.get("to"));
})()`

// at is a place over the chart, as parts of its width.
func (b *tab) at(part float64) (x, y float64) {
	b.t.Helper()
	box := value[[]float64](b, `(() => { const e = document.querySelector(".c-brush"); e.scrollIntoView({block: "center", behavior: "instant"}); const r = e.getBoundingClientRect(); return [r.left, r.top, r.width, r.height]; })()`)
	return box[0] + 46 + (box[2]-46)*part, box[1] + box[3]*0.55
}

func TestBrushingWithTheMouseChoosesTheEvents(t *testing.T) {
	b := newTab(t)
	b.look(1280, "light")
	b.open(aTie)
	before := value[[]string](b, shownDays)
	x1, y := b.at(0.3)
	x2, _ := b.at(0.5)
	b.run(chromedp.MouseEvent("mouseMoved", x1, y), chromedp.MouseEvent("mousePressed", x1, y, chromedp.ButtonLeft))
	for i := range 5 {
		b.run(chromedp.MouseEvent("mouseMoved", x1+(x2-x1)*float64(i+1)/5, y, chromedp.ButtonLeft))
	}
	b.run(chromedp.MouseEvent("mouseReleased", x2, y, chromedp.ButtonLeft))
	b.until(inSpan)
	b.until(`/ from .* to /.test(document.querySelector("[data-span-note]").textContent)`) // the server's list is there
	after := value[[]string](b, shownDays)
	if len(after) == 0 || strings.Join(after, " ") == strings.Join(before, " ") {
		t.Errorf("%d events before, %d after", len(before), len(after))
	}
	// The address holds the span, for others and for later.
	address := value[string](b, "location.pathname + location.search")
	b.open(address)
	if again := value[[]string](b, shownDays); fmt.Sprint(again) != fmt.Sprint(after) {
		t.Errorf("%s shows %d events, the chart showed %d", address, len(again), len(after))
	}
	if !value[bool](b, `!document.querySelector(".c-span").hidden`) {
		t.Error("the chart does not show the span of the address")
	}
	b.run(chromedp.Click(chromedp.CSS(`.c-bar .c-button`)))
	b.until(`!location.search.includes("from=") && ` + fmt.Sprintf("(%s).length >= %d", shownDays, len(before)))
	b.clean(t)
}

func TestBrushingWithAFingerChoosesTheEvents(t *testing.T) {
	b := newTab(t)
	b.look(360, "light")
	call(b, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	b.open(aTie)
	x1, y := b.at(0.2)
	x2, _ := b.at(0.7)
	touch := func(kind input.DispatchTouchEventType, points ...*input.TouchPoint) {
		call(b, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: append([]*input.TouchPoint{}, points...)})
	}
	touch("touchStart", &input.TouchPoint{X: x1, Y: y})
	for i := range 6 {
		touch("touchMove", &input.TouchPoint{X: x1 + (x2-x1)*float64(i+1)/6, Y: y})
	}
	touch("touchEnd")
	b.until(inSpan)
	b.clean(t)
}

func TestBrushingWithKeysChoosesTheEvents(t *testing.T) {
	b := newTab(t)
	b.look(1280, "light")
	b.open(aTie)
	b.run(chromedp.Focus(chromedp.CSS(".c-brush")))
	for range 8 {
		b.run(chromedp.KeyEvent(kb.PageDown))
	}
	if told := value[string](b, `document.querySelector(".c-brush").getAttribute("aria-valuetext")`); !strings.Contains(told, "tone") {
		t.Errorf("the day is told as %q", told)
	}
	for range 3 {
		b.run(chromedp.KeyEvent(kb.PageDown, chromedp.KeyModifiers(chromedp.ModifierShift)))
	}
	b.until(inSpan)
	b.run(chromedp.KeyEvent(kb.Escape))
	b.until(`!location.search.includes("from=")`)
	b.clean(t)
}

func TestAChangePointTellsItsCause(t *testing.T) {
	b := newTab(t)
	b.look(1280, "light")
	b.open("/tie/RUS-TUR?since=2015-01-01")
	if value[int](b, `document.querySelectorAll(".c-mark").length`) == 0 {
		t.Fatal("Russia and Turkey have no change point")
	}
	b.run(chromedp.Focus(chromedp.CSS(".c-mark")))
	b.until(`document.querySelector(".c-tie .c-readout").textContent.length > 40`)
	if n := value[int](b, `document.querySelectorAll('.c-tie .c-readout a[href^="/event/"]').length`); n == 0 {
		t.Error("the cause leads to no event")
	}
	b.clean(t)
}

func TestADayUnderThePointerTellsItsFigures(t *testing.T) {
	b := newTab(t)
	b.look(1280, "light")
	b.open(aTie)
	x, y := b.at(0.4)
	b.run(chromedp.MouseEvent("mouseMoved", x, y))
	b.until(`/\d{4}/.test(document.querySelector(".c-tie .c-readout b")?.textContent ?? "")`)
	b.clean(t)
}

func TestSearchLeadsFromAnyPage(t *testing.T) {
	b := newTab(t)
	b.look(1280, "light")
	b.open("/")
	b.run(chromedp.SendKeys(chromedp.CSS("#top-q"), "embargo"+kb.Enter), chromedp.WaitReady(chromedp.CSS(`main`)))
	b.until(`location.pathname === "/search" && /embargo/i.test(document.querySelector("main").textContent)`)
	b.open("/")
	b.run(chromedp.SendKeys(chromedp.CSS("#top-q"), "Cuba, United States"+kb.Enter))
	b.until(`/CUB-USA|Cuba/.test(location.href + document.querySelector("main").textContent)`)
	b.clean(t)
}

// pasted is a text of our own.
const pasted = `Freedonia's neighbours meet

OSLO, 3 March 2016 - Norway and Sweden signed an agreement on fishing on Thursday. Norwegian Prime Minister Erna Solberg
said that the two countries would hold talks again in May. Sweden accused Russia of violating its airspace.
`

func TestATextThatIsPastedIsRead(t *testing.T) {
	b := newTab(t)
	b.look(1280, "light")
	b.open("/read")
	b.run(chromedp.SetValue(chromedp.CSS("main textarea"), pasted), chromedp.Click(chromedp.CSS(`main form button[type="submit"], main form button:not([type])`)))
	b.until(`document.querySelectorAll("main").length === 1 && /Sweden/.test(document.querySelector("main").textContent) && /accus/i.test(document.querySelector("main").textContent.replace(` + quoted("Sweden accused Russia of violating its airspace.") + `, ""))`)
	b.accessible(t)
	b.shoot(t, "read-a-text")
	b.clean(t)
}

func TestAFileThatIsDroppedIsPutInTheField(t *testing.T) {
	b := newTab(t)
	b.look(1280, "light")
	b.open("/read")
	value[bool](b, `(() => {
		const data = new DataTransfer();
		data.items.add(new File(["OSLO, 3 March 2016 - Norway and Sweden met."], "a.txt", {type: "text/plain"}));
		document.querySelector("main textarea").dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
		return true;
	})()`)
	b.until(`document.querySelector("main textarea").value.startsWith("OSLO")`)
	b.clean(t)
}

func TestTheMatrixIsSorted(t *testing.T) {
	b := newTab(t)
	b.look(1280, "light")
	b.open("/")
	order := `[...document.querySelectorAll(".matrix tbody tr")].map((r) => r.querySelector("th").textContent.trim()).join()`
	columns := `[...document.querySelectorAll(".matrix thead th")].map((r) => r.textContent.trim()).join()`
	before, heads := value[string](b, order), value[string](b, columns)
	b.run(chromedp.Click(chromedp.CSS(".c-sort")))
	if value[string](b, order) == before || value[string](b, columns) == heads {
		t.Error("rows and columns stand as before")
	}
	if !value[bool](b, `[...document.querySelectorAll(".matrix tbody tr")].every((r, i) => r.cells[i + 1].classList.contains("self"))`) {
		t.Error("the diagonal is broken")
	}
	b.run(chromedp.Click(chromedp.CSS(`.c-sort[aria-pressed="true"]`)))
	if value[string](b, order) != before || value[string](b, columns) != heads {
		t.Error("the second press does not undo the first")
	}
	b.clean(t)
}

func TestTheChosenSchemeStays(t *testing.T) {
	b := newTab(t)
	b.look(1280, "light")
	b.open("/")
	paper := func() string { return value[string](b, "getComputedStyle(document.body).backgroundColor") }
	light := paper()
	b.run(chromedp.Click(chromedp.CSS(".c-theme button")), chromedp.Click(chromedp.CSS(".c-theme button")))
	if paper() == light {
		t.Errorf("the paper is %s in both schemes", light)
	}
	b.open("/tie/CUB-USA")
	if got := value[string](b, "document.documentElement.dataset.theme"); got != "dark" || paper() == light {
		t.Errorf("the next page is %q, its paper %s", got, paper())
	}
	b.clean(t)
}

func TestAChartWithoutItsDataStaysStatic(t *testing.T) {
	b := newTab(t)
	b.look(1280, "light")
	call(b, network.SetBlockedURLs, network.SetBlockedURLsParams{URLPatterns: []*network.BlockPattern{{URLPattern: "*://*:*/tie/*.json*", Block: true}}})
	b.open(aTie)
	if got := value[string](b, `document.querySelector('[data-chart="tie"]').dataset.state`); got != "static" {
		t.Errorf("the chart is %q", got)
	}
	if value[int](b, `document.querySelector('[data-chart="tie"] svg').getClientRects().length`) == 0 {
		t.Error("the static chart does not show")
	}
}

// tabbable are the elements that keys must reach.
const tabbable = `[...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter((e) =>
	e.tabIndex >= 0 && !e.disabled && e.type !== "hidden" && e.checkVisibility({visibilityProperty: true}) && !e.closest("details:not([open]) > :not(summary)"))`

func TestKeysReachEverything(t *testing.T) {
	b := newTab(t)
	b.look(1280, "light")
	for _, path := range []string{"/", aTie, "/group/CHN-JPN-KOR-USA", "/map/USA", "/event/e1", "/read"} {
		b.open(path)
		wanted := value[int](b, `window.wanted = new Set(`+tabbable+`), window.reached = new Set(), window.dim = [], wanted.size`)
		b.run(chromedp.KeyEvent(kb.Tab))
		if first := value[string](b, "document.activeElement.className"); first != "skip" {
			t.Errorf("%s: the first stop is %q, not the link to the content", path, first)
		}
		for range wanted + 40 {
			if value[bool](b, visit) {
				break
			}
			b.run(chromedp.KeyEvent(kb.Tab))
		}
		missed := value[[]string](b, `[...wanted].filter((e) => !reached.has(e)).map((e) => e.outerHTML.slice(0, 160))`)
		if len(missed) > 0 {
			t.Errorf("%s: keys miss %d of %d: %s", path, len(missed), wanted, strings.Join(missed[:min(3, len(missed))], "\n"))
		}
		if dim := value[[]string](b, "dim"); len(dim) > 0 {
			t.Errorf("%s: focus does not show on %d: %s", path, len(dim), strings.Join(dim[:min(3, len(dim))], "\n"))
		}
	}
	b.open("/")
	b.run(chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Enter))
	b.until(`location.hash === "#main"`)
	b.clean(t)
}

// visit notes where the focus is, and whether it shows; true at the end of the
// round.
const visit = `(() => {
	const e = document.activeElement;
	if (e === document.body || (e.className === "skip" && reached.size > 1)) return reached.size > 1;
	if (reached.has(e)) return false; // a field for a date has several stops
	reached.add(e);
	const seen = (x) => { const s = getComputedStyle(x); return (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== "none"; };
	const stroked = (x) => x instanceof SVGElement && getComputedStyle(x.querySelector(".c-land") ?? x).strokeWidth === "3px";
	if (!seen(e) && !stroked(e)) dim.push(e.outerHTML.slice(0, 160));
	return false;
})()`

func TestWhoWantsNoMotionGetsNone(t *testing.T) {
	b := newTab(t)
	b.media("", "prefers-reduced-motion", "reduce")
	b.open(aTie)
	moving := value[[]string](b, `[...document.querySelectorAll("*")].filter((e) => { const s = getComputedStyle(e); return parseFloat(s.transitionDuration) > 0.01 || (s.animationName !== "none" && parseFloat(s.animationDuration) > 0.01); }).map((e) => e.tagName + "." + e.getAttribute("class")).slice(0, 5)`)
	if len(moving) > 0 {
		t.Errorf("these move: %s", strings.Join(moving, ", "))
	}
}
