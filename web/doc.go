// Package web shows a database in a browser and over HTTP: requests come in,
// pages (html/template, readable without JavaScript), JSON, CSV, feeds and an
// API go out. It reads through package dossier and adds no judgement of its
// own. Nothing is fetched from another host, neither by the server nor by the
// pages; articles are hostile input and are only ever shown as text.
//
//	server.go      what a server is, and its routes
//	pages.go       what a page is, how it is rendered, how errors are told
//	pages_*.go     pages: each loads what it shows, kept as long as the database
//	               stays as it is, makes rows in the reader's language of it
//	               (pages_rows.go, pages_reader.go), and a template of
//	               templates/*.html writes the HTML
//	svg_*.go       charts as static SVG, which the script puts live ones over
//	api_*.go       /api/v1
//	feed.go        Atom and JSON feeds
//	static.go      style sheet, scripts, shapes: static/ is embedded; app/ holds their source
package web
