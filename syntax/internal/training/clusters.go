package training

import (
	"entente/syntax/internal/clusters"
	"entente/syntax/internal/tagging"
	"entente/syntax/internal/words"
)

// Sizes of the two divisions, and how often a word must occur to be divided.
const (
	fineClusters   = 400
	coarseClusters = 64
	clusterCount   = 4
	clusterRounds  = 12
)

// cluster divides the words of raw text into classes.
func cluster(raw [][]string) tagging.Clusters {
	c := &clusters.Corpus{}
	var hashes []uint32
	for _, s := range raw {
		hashes = hashes[:0]
		for _, form := range s {
			hashes = append(hashes, words.Hash(words.Normalise(form, nil)))
		}
		c.Add(hashes)
	}
	fine := make(chan map[uint32]uint16)
	go func() { fine <- c.Exchange(fineClusters, clusterCount, clusterRounds) }()
	coarse := c.Exchange(coarseClusters, clusterCount, clusterRounds)
	result := tagging.Clusters{}
	for h, f := range <-fine {
		result[h] = [2]uint16{f, coarse[h]}
	}
	return result
}
