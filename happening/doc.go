// Package happening makes one happening of what many articles tell of it:
// reports of events come in, happenings with their witnesses go out. A
// happening that forty outlets report is one event with forty witnesses; the
// witnesses are counted and never weigh. README.md has the rules and their
// reasons.
package happening
