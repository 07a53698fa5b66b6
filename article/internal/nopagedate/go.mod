// This module stands in for the one it is named after; see htmldate.go.
module github.com/markusmobius/go-htmldate

go 1.26.0

require golang.org/x/net v0.62.0
