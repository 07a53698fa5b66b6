// Command show prints the analysis of the text on standard input as CoNLL-U.
package main

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"os"

	"entente/syntax"
)

func main() {
	log.SetFlags(0)
	model, err := syntax.Load()
	if err != nil {
		log.Fatal("show: ", err)
	}
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		log.Fatal("show: ", err)
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, s := range model.NewAnalyzer(syntax.Accurate).Analyze(string(text)) {
		fmt.Fprintf(out, "# text = %q\n", text[s.Start:s.End])
		for i, t := range s.Tokens {
			fmt.Fprintf(out, "%d\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\t_\n", i+1, t.Form, t.Lemma, t.UPOS, t.XPOS, t.Head+1, t.Rel)
		}
		fmt.Fprintln(out)
	}
}
