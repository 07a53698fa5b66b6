package exchange

var phoenix = dataset{name: "phoenix", read: func(*importer) string { return "not read yet" }}
