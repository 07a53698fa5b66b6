package article

func readPage(raw []byte) *draft { return readText(string(raw)) }
