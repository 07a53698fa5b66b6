// Package codec writes and reads the model file's elements: byte columns,
// 32-bit columns, strings. Every element is preceded by its length as a
// varint; numbers are little-endian. The first error sticks and is reported
// once, at the end.
package codec

import (
	"encoding/binary"
	"fmt"
)

// Encoder collects elements in Data.
type Encoder struct{ Data []byte }

// Int appends a non-negative number.
func (e *Encoder) Int(n int) { e.Data = binary.AppendUvarint(e.Data, uint64(n)) }

// Bytes appends a column of bytes.
func (e *Encoder) Bytes(b []byte) {
	e.Int(len(b))
	e.Data = append(e.Data, b...)
}

// Uint32s appends a column of 32-bit numbers.
func (e *Encoder) Uint32s(v []uint32) {
	e.Int(len(v))
	for _, x := range v {
		e.Data = binary.LittleEndian.AppendUint32(e.Data, x)
	}
}

// Strings appends a list of strings.
func (e *Encoder) Strings(list []string) {
	e.Int(len(list))
	for _, s := range list {
		e.Bytes([]byte(s))
	}
}

// Decoder reads elements in the order in which they were written.
type Decoder struct {
	data []byte
	pos  int
	err  error
}

// NewDecoder reads from data, which must not change afterwards.
func NewDecoder(data []byte) *Decoder { return &Decoder{data: data} }

// Fail records an error unless there is one already.
func (d *Decoder) Fail(what string) {
	if d.err == nil {
		d.err = fmt.Errorf("model at byte %d of %d: %s", d.pos, len(d.data), what)
	}
}

// Err gives the first error, also when data are left over.
func (d *Decoder) Err() error {
	if d.pos != len(d.data) {
		d.Fail("data left over")
	}
	return d.err
}

// Int reads a number.
func (d *Decoder) Int() int {
	v, n := binary.Uvarint(d.data[d.pos:])
	if n <= 0 || v > 1<<40 {
		d.Fail("not a number")
		d.pos = len(d.data)
		return 0
	}
	d.pos += n
	return int(v)
}

// Bytes reads a column of bytes; the result lies in the decoder's data.
func (d *Decoder) Bytes() []byte { return d.take(d.Int()) }

func (d *Decoder) take(n int) []byte {
	if n > len(d.data)-d.pos {
		d.Fail("cut short")
		d.pos = len(d.data)
		return nil
	}
	b := d.data[d.pos : d.pos+n]
	d.pos += n
	return b
}

// Uint32s reads a column of 32-bit numbers.
func (d *Decoder) Uint32s() []uint32 {
	b := d.take(4 * d.Int())
	v := make([]uint32, len(b)/4)
	for i := range v {
		v[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return v
}

// Strings reads a list of strings.
func (d *Decoder) Strings() []string {
	n := d.Int()
	if n > len(d.data) {
		d.Fail("cut short")
		return nil
	}
	list := make([]string, n)
	for i := range list {
		list[i] = string(d.Bytes())
	}
	return list
}
