package syntax

// Token is one syntactic word in the sense of Universal Dependencies.
type Token struct {
	Start, End int    // byte offsets into the analysed text, half-open
	Form       string // the text between them
	Lemma      string // lower case, except for proper nouns
	UPOS       string // universal part of speech, "NOUN"
	XPOS       string // Penn Treebank tag, "NNS"
	Head       int    // index of the governor in the sentence, −1 for the root
	Rel        string // UD relation to the governor, "nsubj:pass"
}

// Sentence is a span of the text with its tokens and their dependency tree.
type Sentence struct {
	Start, End int // byte offsets into the analysed text, half-open
	Tokens     []Token
}
