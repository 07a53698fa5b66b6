//go:build !unix

package pipeline

import "time"

// cpuTime is not told by this system.
func cpuTime() time.Duration { return 0 }

// PeakMemory is the most memory that the process has held, in bytes; 0 where
// the system does not tell.
func PeakMemory() int64 { return 0 }
