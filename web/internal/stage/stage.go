// Package stage sets up what is looked at in tests and for pictures: a server
// of the demonstration, and Debian's chromium without a window.
package stage

import (
	"context"
	"errors"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/chromedp/chromedp"

	"entente/coder"
	"entente/demo"
	"entente/pipeline"
	"entente/store"
	"entente/web"
)

// Demonstration makes the demonstration's database, and a handler of its
// pages; end removes it.
func Demonstration(ctx context.Context) (handler http.Handler, end func(), err error) {
	dir, err := os.MkdirTemp("", "entente-stage-")
	if err != nil {
		return nil, nil, err
	}
	db, err := store.Open(ctx, filepath.Join(dir, "demo.db"), store.Write)
	if err != nil {
		os.RemoveAll(dir)
		return nil, nil, err
	}
	end = func() {
		db.Close()
		os.RemoveAll(dir)
	}
	know, err := coder.Load()
	if err == nil {
		_, err = pipeline.Ingest(ctx, know, pipeline.Embedded(demo.Articles(), demo.Names()),
			pipeline.IngestOptions{Options: pipeline.Options{Jobs: 2}, Hash: store.ContentHash}, db)
	}
	if err == nil {
		handler, err = web.New(db, web.Options{Demo: true, Rate: 1e6, Knowledge: func() (*coder.Knowledge, error) { return know, nil }})
	}
	if err != nil {
		end()
		return nil, nil, err
	}
	return handler, end, nil
}

// ErrNoChromium says that there is no browser on this machine.
var ErrNoChromium = errors.New("no chromium is installed: apt-get install chromium, or say in CHROMIUM where it is")

// Chromium finds the browser: what CHROMIUM names, or Debian's.
func Chromium() (string, error) {
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path, nil
		}
	}
	return "", ErrNoChromium
}

// Browser is how the browser is started: without a window and without asking
// other hosts for anything, its data in a folder.
func Browser(path, folder string) chromedp.ContextOption {
	return chromedp.WithAllocatorOptions(chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.UserDataDir(folder))
}
