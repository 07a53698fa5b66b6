package eval

import (
	"bufio"
	"fmt"
)

// Reliability compares what a coder says of its sureness with how often it is
// right, in ten bins of confidence.
type Reliability [10]struct {
	sum   float64 // of the confidences
	right Share
}

func (r *Reliability) add(confidence float64, right bool) {
	bin := &r[max(0, min(9, int(10*confidence)))]
	bin.sum += confidence
	bin.right.count(right)
}

// Error is the expected calibration error: the mean distance between confidence
// and share of right ones, over all (Naeini et al. 2015).
func (r *Reliability) Error() float64 {
	sum, n := 0.0, 0
	for i := range r {
		of := r[i].right.Of
		if of == 0 {
			continue
		}
		d := r[i].sum/float64(of) - r[i].right.Value()
		sum += max(d, -d) * float64(of)
		n += of
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

func (r *Reliability) write(b *bufio.Writer) {
	fmt.Fprintf(b, "%-10s %6s %6s %6s\n", "bin", "events", "mean", "right")
	for i := range r {
		if of := r[i].right.Of; of > 0 {
			fmt.Fprintf(b, "%.1f to %.1f %6d %6.3f %6.3f\n", float64(i)/10, float64(i+1)/10, of, r[i].sum/float64(of), r[i].right.Value())
		}
	}
	fmt.Fprintf(b, "expected calibration error %.3f\n", r.Error())
}
