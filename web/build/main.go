// Command build makes the front end: web/app/*.ts and packages of npm come in,
// web/static/app.js, app.css, world.json and the licences of what is bundled go
// out. It needs no Node: esbuild is a Go library, and the packages are fetched
// by their checksums. The same source gives the same bytes. Run it from web by
//
//	go generate ./web
//
// With -check nothing is written: the files must be the same as those that
// would be, and the types must hold, which does need Node.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"

	"entente/web/internal/npm"
)

func main() {
	check := flag.Bool("check", false, "compare with what is there, and check types by Node")
	dir := flag.String("C", ".", "the folder `web`")
	flag.Parse()
	if err := run(context.Background(), *dir, *check); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, dir string, check bool) error {
	app, static := filepath.Join(dir, "app"), filepath.Join(dir, "static")
	modules := filepath.Join(app, "node_modules")
	packages, err := npm.Read(filepath.Join(app, "packages.tsv"))
	if err != nil {
		return err
	}
	bundled := npm.Using(packages, "bundle")
	if err := npm.Fetch(ctx, modules, bundled); err != nil {
		return err
	}
	files, err := bundle(app)
	if err != nil {
		return err
	}
	if files["world.json"], err = world(modules); err != nil {
		return err
	}
	if files["app.LICENSES.txt"], err = licences(modules, bundled); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := put(filepath.Join(static, name), files[name], check); err != nil {
			return err
		}
	}
	if check {
		if err := npm.Fetch(ctx, modules, npm.Using(packages, "types", "check")); err != nil {
			return err
		}
		return types(ctx, app)
	}
	return nil
}

// put writes a file, or compares it with what is there.
func put(file string, content []byte, check bool) error {
	if !check {
		return os.WriteFile(file, content, 0o644)
	}
	there, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if !bytes.Equal(there, content) {
		return fmt.Errorf("%s does not match its source: run go generate ./web", file)
	}
	return nil
}

// types runs the type checker on the front end.
func types(ctx context.Context, app string) error {
	compiler := filepath.Join("node_modules", "typescript", "bin", "tsc")
	cmd := exec.CommandContext(ctx, "node", compiler, "--noEmit", "--project", ".")
	cmd.Dir, cmd.Stdout, cmd.Stderr = app, os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("checking types by Node: %w", err)
	}
	return nil
}
