package exchange

var acled = dataset{name: "acled", read: func(*importer) string { return "not read yet" }}
