// Package exchange stands between Entente and other programs. Event data of
// GDELT, ICEWS, POLECAT, Phoenix and ACLED come in, row by row, as PLOVER
// events ([Import]); events go out as tables with our own columns or those of
// POLECAT, ICEWS and GDELT, as CSV, JSON lines or Parquet ([Table]); whole
// records go out as JSON lines (docs/record.md). docs/exchange.md tells which
// column becomes what. The same input gives the same bytes.
package exchange
