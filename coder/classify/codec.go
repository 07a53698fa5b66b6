package classify

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"maps"
	"slices"

	"github.com/klauspost/compress/zstd"
)

// stored is a model as its file holds it: gob, packed with zstd.
type stored struct {
	Classes   []string
	Keys      []uint64 // sorted; each but the first as the distance from the one before
	Weights   [Folds + 1][]byte
	Scale     [Folds + 1]float64
	Sentences []uint64 // of the training data, sorted hashes
	Folds     []byte   // of each
}

// Encode writes a model; the same model gives the same bytes.
func (m *Model) Encode() ([]byte, error) {
	s := stored{Classes: m.Classes, Scale: m.scale, Sentences: slices.Sorted(maps.Keys(m.trained))}
	last := uint64(0)
	for _, k := range m.keys {
		s.Keys = append(s.Keys, k-last)
		last = k
	}
	for v, w := range m.weights {
		for _, x := range w {
			s.Weights[v] = append(s.Weights[v], byte(x))
		}
	}
	for _, h := range s.Sentences {
		s.Folds = append(s.Folds, m.trained[h])
	}
	var raw bytes.Buffer
	if err := gob.NewEncoder(&raw).Encode(s); err != nil {
		return nil, fmt.Errorf("classifier: %w", err)
	}
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, fmt.Errorf("classifier: %w", err)
	}
	defer z.Close()
	return z.EncodeAll(raw.Bytes(), nil), nil
}

// Decode reads what Encode wrote.
func Decode(packed []byte) (*Model, error) {
	z, err := zstd.NewReader(nil)
	if err != nil {
		return nil, fmt.Errorf("classifier: %w", err)
	}
	defer z.Close()
	raw, err := z.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("classifier: %w; train it anew (see coder/classify/README.md)", err)
	}
	var s stored
	if err := gob.NewDecoder(bytes.NewReader(raw)).Decode(&s); err != nil {
		return nil, fmt.Errorf("classifier: %w; train it anew (see coder/classify/README.md)", err)
	}
	if len(s.Folds) != len(s.Sentences) {
		return nil, fmt.Errorf("classifier: %d sentences, but %d folds; train it anew (see coder/classify/README.md)", len(s.Sentences), len(s.Folds))
	}
	m := &Model{Classes: s.Classes, scale: s.Scale, trained: make(map[uint64]uint8, len(s.Sentences))}
	last := uint64(0)
	for _, k := range s.Keys {
		last += k
		m.keys = append(m.keys, last)
	}
	for v, w := range s.Weights {
		if len(w) != len(s.Keys)*len(s.Classes) {
			return nil, fmt.Errorf("classifier: %d weights for %d features of %d classes; train it anew (see coder/classify/README.md)", len(w), len(s.Keys), len(s.Classes))
		}
		m.weights[v] = make([]int8, len(w))
		for i, x := range w {
			m.weights[v][i] = int8(x)
		}
	}
	for i, h := range s.Sentences {
		if s.Folds[i] >= Folds {
			return nil, fmt.Errorf("classifier: sentence of fold %d; train it anew (see coder/classify/README.md)", s.Folds[i])
		}
		m.trained[h] = s.Folds[i]
	}
	return m, nil
}
