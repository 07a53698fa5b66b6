package syntax

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"

	"entente/syntax/internal/model"
	"entente/syntax/internal/words"
)

//go:embed model.bin.zst
var embedded []byte

// Model is everything learnt from the treebanks. It is immutable; all
// goroutines share one.
type Model struct{ parts *model.Parts }

var loadEmbedded = sync.OnceValues(func() (*Model, error) { return Decode(embedded) })

// Load returns the embedded model, which is decoded on the first call.
func Load() (*Model, error) { return loadEmbedded() }

// Decode reads a model file as the training command writes it.
func Decode(packed []byte) (*Model, error) {
	z, err := zstd.NewReader(nil)
	if err != nil {
		return nil, fmt.Errorf("syntax model: %w", err)
	}
	defer z.Close()
	data, err := z.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("syntax model: %w; train it anew (see syntax/README.md)", err)
	}
	parts, err := model.Decode(data)
	if err != nil {
		return nil, fmt.Errorf("syntax model: %w; train it anew (see syntax/README.md)", err)
	}
	return &Model{parts}, nil
}

// Cluster gives the distributional clusters of a word, a fine division and a
// coarse one, as numbers from 1; 0 where the word was too rare to tell.
func (m *Model) Cluster(form string) (fine, coarse int) {
	var w words.Word
	m.parts.Tagging.Lexicon.Describe(form, &w)
	return int(w.Fine), int(w.Coarse)
}

// Lemma gives the dictionary form of a word that bears a Penn Treebank tag.
func (m *Model) Lemma(form, xpos string) string { return m.parts.Lemmas.Lemma(form, xpos) }
