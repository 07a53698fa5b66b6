package tagging

import (
	"entente/syntax/internal/codec"
	"entente/syntax/internal/linear"
	"entente/syntax/internal/words"
)

// Model is a trained tagger, immutable and shared.
type Model struct {
	Tags    *Tagset
	Lexicon *words.Lexicon
	Weights *linear.Weights
}

// Tagger runs a Model; it holds buffers and belongs to one goroutine.
type Tagger struct {
	model    *Model
	features linear.Features
	scores   []int32
}

// New returns a tagger for the model.
func New(m *Model) *Tagger {
	return &Tagger{model: m, features: make(linear.Features, 0, 64), scores: make([]int32, m.Tags.Len())}
}

// Tag appends one tag number per word to tags. Words that bore a single tag
// in training are not scored.
func (t *Tagger) Tag(ws []words.Word, tags []uint16) []uint16 {
	t1, t2 := -1, -1
	for i := range ws {
		best := int(ws[i].Tag) - 1
		if best < 0 {
			extract(&t.features, ws, i, t1, t2)
			t.model.Weights.Score(t.features, t.scores)
			best = highest(t.scores)
		}
		tags = append(tags, uint16(best))
		t1, t2 = best, t1
	}
	return tags
}

func highest(scores []int32) int {
	best := 0
	for i, v := range scores {
		if v > scores[best] {
			best = i
		}
	}
	return best
}

// Encode appends the model to e.
func (m *Model) Encode(e *codec.Encoder) {
	m.Tags.Encode(e)
	m.Lexicon.Encode(e)
	m.Weights.Encode(e)
}

// Decode reads what Encode wrote.
func Decode(d *codec.Decoder) *Model {
	return &Model{DecodeTagset(d), words.DecodeLexicon(d), linear.DecodeWeights(d)}
}
