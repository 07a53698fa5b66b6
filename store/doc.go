// Package store keeps articles, what was found in them, and other people's
// events in one DuckDB file: records and imported rows come in, in one
// transaction a batch; events, daily sums of each pair of countries and
// findings with their evidence go out.
//
// Writing is idempotent: an article or a row that is there already changes
// nothing. Reports of one happening are merged as they come (package
// happening), and the sums that ties are computed from (dyad_day) are kept up
// to date in the same transaction, so that whatever moment a process dies at,
// the file holds whole batches.
//
// While a process has the file open for writing no other can open it, not even
// to read: that is DuckDB's rule. docs/store.md describes the tables.
package store
