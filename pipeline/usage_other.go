//go:build !unix

package pipeline

import "time"

// cpuTime is not told by this system.
func cpuTime() time.Duration { return 0 }

// peakMemory is not told by this system.
func peakMemory() int64 { return 0 }
