package exchange

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"math"
	"strings"

	"github.com/klauspost/compress/flate"
)

// Signatures, flags and methods of zip archives, after PKWARE's APPNOTE.
const (
	zipMember     = 0x04034b50
	zipDescriptor = 0x08074b50

	zipEncrypted = 1 << 0
	zipStreamed  = 1 << 3 // sizes and checksum stand behind the data

	zipStored   = 0
	zipDeflated = 8
)

// unzip reads an archive from its beginning to its end, by the headers before
// its members, so that it need not be a file that can be sought in. Members
// that are no tables (a codebook, a folder) are passed over.
func unzip(in *bufio.Reader, read func(member string, in io.Reader) (more bool, err error)) error {
	for {
		m, err := nextMember(in)
		if err != nil || m == nil {
			return err
		}
		if isTable(m.name) {
			if more, err := read(m.name, m); !more || err != nil {
				return err
			}
		}
		if _, err := io.Copy(io.Discard, m); err != nil {
			return fmt.Errorf("%s: %w", m.name, err)
		}
	}
}

func isTable(name string) bool {
	if strings.HasSuffix(name, "/") || strings.HasPrefix(name, "__MACOSX/") {
		return false
	}
	lower := strings.ToLower(name)
	for _, ending := range [...]string{".pdf", ".doc", ".docx", ".xls", ".xlsx", ".md", ".html", ".xml", ".json", ".py", ".r", ".ds_store"} {
		if strings.HasSuffix(lower, ending) {
			return false
		}
	}
	return !strings.Contains(lower, "readme") && !strings.Contains(lower, "codebook")
}

// zipFile is a member of an archive, unpacked by reading it.
type zipFile struct {
	name     string
	in       *bufio.Reader
	data     io.Reader
	sum      hash.Hash32
	want     uint32 // checksum, where it stands before the data
	streamed bool
	wide     bool // sizes behind the data have 8 bytes
	done     error
}

// nextMember reads the header of the next member; nil at the end of them.
func nextMember(in *bufio.Reader) (*zipFile, error) {
	var h [30]byte
	if _, err := io.ReadFull(in, h[:4]); err != nil {
		return nil, fmt.Errorf("unpack zip: %w; the file is cut off", noEOF(err))
	}
	if binary.LittleEndian.Uint32(h[:]) != zipMember {
		return nil, nil // the directory begins
	}
	if _, err := io.ReadFull(in, h[4:]); err != nil {
		return nil, fmt.Errorf("unpack zip: %w; the file is cut off", noEOF(err))
	}
	flags, method := binary.LittleEndian.Uint16(h[6:]), binary.LittleEndian.Uint16(h[8:])
	size := uint64(binary.LittleEndian.Uint32(h[18:]))
	text := make([]byte, int(binary.LittleEndian.Uint16(h[26:]))+int(binary.LittleEndian.Uint16(h[28:])))
	if _, err := io.ReadFull(in, text); err != nil {
		return nil, fmt.Errorf("unpack zip: %w; the file is cut off", noEOF(err))
	}
	name, extra := text[:binary.LittleEndian.Uint16(h[26:])], text[binary.LittleEndian.Uint16(h[26:]):]
	m := &zipFile{name: strings.ToValidUTF8(string(name), "\uFFFD"), in: in, sum: crc32.NewIEEE(),
		want: binary.LittleEndian.Uint32(h[14:]), streamed: flags&zipStreamed != 0}
	if wide, ok := wideSize(extra, binary.LittleEndian.Uint32(h[22:]) == math.MaxUint32); ok {
		m.wide = true
		if size == math.MaxUint32 {
			size = wide
		}
	}
	switch {
	case flags&zipEncrypted != 0:
		return nil, fmt.Errorf("unpack zip: %s is encrypted", m.name)
	case method == zipDeflated:
		m.data = flate.NewReader(in) // reads no byte too many, as in is an io.ByteReader
	case method == zipStored && !m.streamed:
		if size > math.MaxInt64 {
			return nil, fmt.Errorf("unpack zip: %s has an impossible size; the file is damaged", m.name)
		}
		m.data = &exactly{in, int64(size)}
	default:
		return nil, fmt.Errorf("unpack zip: %s is packed by method %d, which is not known; unpack it first", m.name, method)
	}
	return m, nil
}

// wideSize gives the packed size of the extra field of large members.
func wideSize(extra []byte, plainSizeIsWide bool) (packed uint64, ok bool) {
	for len(extra) >= 4 {
		id, n := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		if len(extra) < 4+n {
			return 0, false
		}
		if id == 1 {
			field := extra[4 : 4+n]
			if plainSizeIsWide && len(field) >= 16 {
				field = field[8:]
			}
			if len(field) >= 8 {
				packed = binary.LittleEndian.Uint64(field)
			}
			return packed, true
		}
		extra = extra[4+n:]
	}
	return 0, false
}

// Read unpacks; at the end it holds the data against their checksum.
func (m *zipFile) Read(p []byte) (int, error) {
	if m.done != nil {
		return 0, m.done
	}
	n, err := m.data.Read(p)
	m.sum.Write(p[:n])
	if err == nil {
		return n, nil
	}
	m.done = err
	if errors.Is(err, io.EOF) {
		if err := m.close(); err != nil {
			m.done = err
		}
	}
	return n, m.done
}

// close reads what stands behind the data.
func (m *zipFile) close() error {
	if m.streamed {
		head, err := m.in.Peek(4)
		if err != nil {
			return noEOF(err)
		}
		size := 4 + 8
		if binary.LittleEndian.Uint32(head) == zipDescriptor {
			size += 4
		}
		if m.wide {
			size += 8
		}
		var d [24]byte
		if _, err := io.ReadFull(m.in, d[:size]); err != nil {
			return noEOF(err)
		}
		m.want = binary.LittleEndian.Uint32(d[:])
		if m.want == zipDescriptor {
			m.want = binary.LittleEndian.Uint32(d[4:])
		}
	}
	if m.sum.Sum32() != m.want {
		return errors.New("unpack zip: the checksum is wrong; the file is damaged")
	}
	return nil
}

// exactly reads n bytes and no less.
type exactly struct {
	in   io.Reader
	left int64
}

func (e *exactly) Read(p []byte) (int, error) {
	if e.left == 0 {
		return 0, io.EOF
	}
	n, err := e.in.Read(p[:min(int64(len(p)), e.left)])
	e.left -= int64(n)
	if e.left > 0 {
		err = noEOF(err)
	} else if errors.Is(err, io.EOF) {
		err = nil
	}
	return n, err
}

// noEOF makes an end where more must follow the error that it is.
func noEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}
