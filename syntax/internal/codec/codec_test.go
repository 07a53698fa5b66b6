package codec

import (
	"slices"
	"testing"
)

func TestElementsComeBackInOrder(t *testing.T) {
	e := &Encoder{}
	e.Int(300)
	e.Bytes([]byte{1, 2})
	e.Uint32s([]uint32{7, 1 << 31})
	e.Strings([]string{"", "nsubj:pass"})
	d := NewDecoder(e.Data)
	if n := d.Int(); n != 300 {
		t.Errorf("number %d", n)
	}
	if b := d.Bytes(); !slices.Equal(b, []byte{1, 2}) {
		t.Errorf("bytes %v", b)
	}
	if v := d.Uint32s(); !slices.Equal(v, []uint32{7, 1 << 31}) {
		t.Errorf("numbers %v", v)
	}
	if s := d.Strings(); !slices.Equal(s, []string{"", "nsubj:pass"}) {
		t.Errorf("strings %q", s)
	}
	if err := d.Err(); err != nil {
		t.Error(err)
	}
}

func FuzzDecoderNeverPanics(f *testing.F) {
	f.Add([]byte{3, 1, 2})
	f.Fuzz(func(_ *testing.T, data []byte) {
		d := NewDecoder(data)
		d.Strings()
		d.Uint32s()
		d.Bytes()
		d.Int()
		_ = d.Err()
	})
}
