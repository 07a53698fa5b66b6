package web

// The front end, app/*.ts, is bundled to static/app.js and static/app.css and
// the shapes of the world map to static/world.json; these are committed, and
// .ci/run checks that they match their source.
//
//go:generate go run ./build
