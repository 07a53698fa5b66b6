// Package exchange writes records in the forms that other programs read: JSON
// lines (docs/record.md) and a table with one row per event and columns like
// those of POLECAT. Records come in, bytes go out, the same bytes for the same
// record.
package exchange
