// Package articles holds the six test articles that `entente demo` reads.
package articles

import "embed"

// Demo is a file system with the articles of the demonstration.
//
//go:embed 2015-12-japan-korea-comfort-women.txt
//go:embed 2018-03-uk-russia-expulsions.txt
//go:embed 2018-07-us-china-tariffs.html
//go:embed 2020-06-india-china-border-clash.txt
//go:embed 2023-03-iran-saudi-restore-ties.txt
//go:embed 2018-07-ethiopia-eritrea-visit.txt
var Demo embed.FS

// DemoNames lists its files, oldest happening first.
func DemoNames() []string {
	return []string{
		"2015-12-japan-korea-comfort-women.txt",
		"2018-03-uk-russia-expulsions.txt",
		"2018-07-ethiopia-eritrea-visit.txt",
		"2018-07-us-china-tariffs.html",
		"2020-06-india-china-border-clash.txt",
		"2023-03-iran-saudi-restore-ties.txt",
	}
}
