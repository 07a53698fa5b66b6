// Package pipeline takes articles from many inputs to their records: names of
// files come in, results go out in the order of the input, read by one
// goroutine, coded by several. The memory it holds does not grow with the
// input: the text under way is weighed, and reading waits for what is unwritten.
// Ingest has a database as its end: what it has is left out before coding, what
// it has not is handed over in batches.
package pipeline
