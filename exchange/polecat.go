package exchange

var polecat = dataset{name: "polecat", read: func(*importer) string { return "not read yet" }}
