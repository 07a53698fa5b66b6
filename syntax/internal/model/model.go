// Package model joins the learnt parts of syntax into one file and back.
package model

import (
	"errors"

	"entente/syntax/internal/codec"
	"entente/syntax/internal/lemmas"
	"entente/syntax/internal/parsing"
	"entente/syntax/internal/tagging"
)

// Parts are the stages' models.
type Parts struct {
	Tagging *tagging.Model
	Parsing *parsing.Model
	Lemmas  *lemmas.Model
}

// magic begins every model file; its number changes with the format or with
// the feature templates.
const magic = "entente syntax 1"

// Encode writes the parts, uncompressed.
func (p *Parts) Encode() []byte {
	e := &codec.Encoder{}
	e.Strings([]string{magic})
	p.Tagging.Encode(e)
	p.Parsing.Encode(e)
	p.Lemmas.Encode(e)
	return e.Data
}

// Decode reads what Encode wrote.
func Decode(data []byte) (*Parts, error) {
	d := codec.NewDecoder(data)
	if s := d.Strings(); len(s) != 1 || s[0] != magic {
		return nil, errors.New("this is not a model of this version")
	}
	p := &Parts{tagging.Decode(d), parsing.Decode(d), lemmas.Decode(d)}
	return p, d.Err()
}
