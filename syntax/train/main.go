// Command train learns the model of package syntax from treebanks and raw
// news text. The same data give the same bytes. See ../README.md.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"time"

	"github.com/klauspost/compress/zstd"

	"entente/syntax/conllu"
	"entente/syntax/internal/model"
	"entente/syntax/internal/training"
)

func main() {
	log.SetFlags(0)
	treebank := flag.String("treebank", "../shared/data/treebank", "folder of the CoNLL-U training files")
	raw := flag.String("raw", "../shared/data", "folder of the raw news texts")
	out := flag.String("out", "syntax/model.bin.zst", "file to write the model to")
	r := training.Standard()
	r.Flags(flag.CommandLine)
	flag.Parse()
	if err := run(*treebank, *raw, *out, r); err != nil {
		log.Fatal("train: ", err)
	}
}

// trainingFiles are the treebanks to learn from, in this order.
var trainingFiles = []string{"en_ewt-train.conllu", "en_gum_open-train.conllu"}

func run(treebank, raw, out string, r *training.Recipe) error {
	started := time.Now()
	r.Log = func(format string, args ...any) {
		log.Printf("%6.1fs "+format, append([]any{time.Since(started).Seconds()}, args...)...)
	}
	var bank []conllu.Sentence
	for _, name := range trainingFiles {
		part, err := conllu.ReadFile(filepath.Join(treebank, name))
		if err != nil {
			return err
		}
		bank = append(bank, part...)
	}
	r.Log("%d sentences in the treebanks", len(bank))
	texts, err := training.ReadRaw(raw)
	if err != nil {
		return err
	}
	news := training.Sentences(texts)
	r.Log("%d sentences of raw text", len(news))
	parts := r.Learn(bank, news)
	return write(parts, out, r.Log)
}

// write packs the model. One compressing goroutine: more would cut the data
// in places that depend on the machine.
func write(parts *model.Parts, out string, report func(string, ...any)) error {
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return fmt.Errorf("compress model: %w", err)
	}
	data := parts.Encode()
	packed := z.EncodeAll(data, nil)
	report("%d bytes, %d compressed", len(data), len(packed))
	if err := os.WriteFile(out, packed, 0o644); err != nil {
		return fmt.Errorf("write model: %w", err)
	}
	return nil
}
