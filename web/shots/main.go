// Command shots takes the pictures of pages that the README shows, of the
// demonstration in Debian's chromium:
//
//	go run ./web/shots
package main

import (
	"bytes"
	"cmp"
	"context"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"entente/web/internal/stage"
)

// shot is a picture: what of which page.
type shot struct {
	name, path string
	ready      string // what must hold before it is taken

	height int64
}

const (
	width    = 1280
	heaviest = 200_000 // bytes of a picture
	alive    = `[...document.querySelectorAll('[data-chart="tie"]')].every((f) => f.dataset.state)`
)

var shots = []shot{
	{"overview", "/?days=365", alive, 1000},
	{"tie", "/tie/RUS-TUR?since=2014-12-01", alive + ` && (document.querySelector(".c-mark")?.focus({preventScroll: true}), true)`, 1280},
	{"article", "", "true", 1100},
}

func main() {
	out := flag.String("o", "docs/images", "the `folder` for the pictures")
	flag.Parse()
	if err := run(context.Background(), *out); err != nil {
		fmt.Fprintln(os.Stderr, "shots:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out string) error {
	browser, err := stage.Chromium()
	if err != nil {
		return err
	}
	handler, end, err := stage.Demonstration(ctx)
	if err != nil {
		return err
	}
	defer end()
	server := httptest.NewServer(handler)
	defer server.Close()
	folder, err := os.MkdirTemp("", "entente-shots-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	ctx, stop := chromedp.NewContext(ctx, stage.Browser(browser, folder))
	defer stop()
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for _, s := range shots {
		if err := take(ctx, server.URL, s, filepath.Join(out, s.name+".png")); err != nil {
			return fmt.Errorf("picture of the %s: %w", s.name, err)
		}
	}
	return chromedp.Cancel(ctx)
}

// article is the address of an article whose page shows much.
const article = `document.querySelector('main a[href^="/article/"]').getAttribute("href").split("#")[0]`

func take(ctx context.Context, site string, s shot, file string) error {
	ctx, end := context.WithTimeout(ctx, time.Minute)
	defer end()
	if _, err := chromedp.Call(ctx, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: s.height, DeviceScaleFactor: 1}); err != nil {
		return err
	}
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: "light"}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}}); err != nil {
		return err
	}
	if _, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}); err != nil {
		return err
	}
	if s.path == "" { // an article is found by an event that it tells
		if err := chromedp.Do(ctx, chromedp.Navigate(site+"/event/e1")); err != nil {
			return err
		}
		var err error
		if s.path, err = chromedp.Run(ctx, chromedp.Evaluate[string](article)); err != nil {
			return err
		}
	}
	if err := chromedp.Do(ctx, chromedp.Navigate(site+s.path)); err != nil {
		return err
	}
	if _, err := chromedp.Run(ctx, chromedp.Poll[bool](s.ready, chromedp.WithPollingTimeout(20*time.Second))); err != nil {
		return err
	}
	shown, err := chromedp.Call(ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{
		Clip: &page.Viewport{Width: width, Height: float64(s.height), Scale: 1},
	})
	if err != nil {
		return err
	}
	small, err := lighter(shown.Data)
	if err != nil {
		return err
	}
	if len(small) > heaviest {
		return fmt.Errorf("%d bytes are more than %d", len(small), heaviest)
	}
	return os.WriteFile(file, small, 0o644)
}

// lighter writes a picture in its 256 most frequent colours, of which a page of
// text has not many more.
func lighter(raw []byte) ([]byte, error) {
	full, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	bounds := full.Bounds()
	count := map[color.RGBA]int{}
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			count[color.RGBAModel.Convert(full.At(x, y)).(color.RGBA)]++
		}
	}
	colours := slices.SortedFunc(maps.Keys(count), func(a, b color.RGBA) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B))
	})
	var palette color.Palette
	for _, c := range colours[:min(256, len(colours))] {
		palette = append(palette, c)
	}
	few := image.NewPaletted(bounds, palette)
	draw.Draw(few, bounds, full, bounds.Min, draw.Src)
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&out, few); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
