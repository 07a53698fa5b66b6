package exchange

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// unpack gives every file of an input to read, unpacked while it is read: one
// without a name where the input is plain, gzip or zstd, every table of a zip
// archive with its name. It ends early where read tells false or an error.
func unpack(r io.Reader, read func(member string, in io.Reader) (more bool, err error)) error {
	in := bufio.NewReaderSize(r, 128<<10)
	head, err := in.Peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	switch {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		z, err := gzip.NewReader(in)
		if err != nil {
			return fmt.Errorf("unpack gzip: %w; the file is damaged", err)
		}
		defer z.Close()
		_, err = read("", z)
		return err
	case bytes.HasPrefix(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(256<<20))
		if err != nil {
			return fmt.Errorf("unpack zstd: %w; the file is damaged", err)
		}
		defer z.Close()
		_, err = read("", z)
		return err
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return unzip(in, read)
	}
	_, err = read("", in)
	return err
}
