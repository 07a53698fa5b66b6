// Package web shows a database in a browser and over HTTP: requests come in,
// pages (html/template, readable without JavaScript), JSON, CSV, feeds and an
// API go out. It reads through package dossier and adds no judgement of its
// own. Nothing is fetched from another host, neither by the server nor by the
// pages; articles are hostile input and are only ever shown as text.
//
//	server.go      what a server is, and its routes
//	pages_*.go     pages; templates/*.html is their HTML
//	api_*.go       /api/v1
//	feed.go        Atom and JSON feeds
//	static.go      style sheet, scripts, shapes: static/ is embedded; app/ holds their source
package web
