package exchange

const (
	maxMemo    = 1 << 16 // entries of a memo
	maxMemoKey = 256     // bytes of a key
)

// memo keeps what cells were read as, since most of them come again and again.
// It starts anew when it is full, so that its size doesn't grow with the file.
type memo[T any] struct{ m map[string]T }

func (c *memo[T]) get(key []byte) (T, bool) {
	v, ok := c.m[string(key)]
	return v, ok
}

func (c *memo[T]) put(key []byte, v T) T {
	if c.m == nil {
		c.m = map[string]T{}
	}
	if len(c.m) >= maxMemo {
		clear(c.m)
	}
	if len(key) <= maxMemoKey {
		c.m[string(key)] = v
	}
	return v
}
