package brief

import (
	"fmt"
	"io"
	"strings"

	"entente/coder"
)

// Explain writes why events were coded as they were.
func Explain(w io.Writer, look Look, list ...*coder.Explanation) error {
	p := &page{width: look.Width, colour: look.Colour}
	for i, x := range list {
		if i > 0 {
			p.blank()
		}
		p.explanation(x)
	}
	_, err := p.buf.WriteTo(w)
	return err
}

func (p *page) explanation(x *coder.Explanation) {
	p.line(0, 0, run{"EVENT " + x.Event, heading}, run{fmt.Sprintf(" — sentence %d, the headline being 0", x.Sentence), faint})
	p.line(indent, indent, run{x.Text, plain})
	p.title("Dependency tree", "word, part of speech, relation to the word above")
	p.tree(x.Tree)
	p.title("Mentions", "whom the words name, and how that was found")
	for _, m := range x.Mentions {
		who := strings.Join(m.Parties, ", ")
		if who == "" {
			who = "nobody"
		}
		p.line(indent, deeper, run{"“" + m.Text + "”", plain}, run{" → ", faint}, run{who, bold}, run{"  " + m.Why, faint})
	}
	p.title("Entry of the lexicon", "")
	p.line(indent, deeper, run{x.Frame, plain})
	p.title("Steps", "")
	for i, step := range x.Steps {
		p.line(indent, deeper+1, run{fmt.Sprintf("%d. ", i+1), faint}, run{step, plain})
	}
	if len(x.Rejected) == 0 {
		return
	}
	p.title("Acts of the sentence that became no event", "")
	for _, r := range x.Rejected {
		p.line(indent, deeper, run{r, plain})
	}
}

func (p *page) title(text, note string) {
	if note != "" {
		note = " — " + note
	}
	p.line(0, 0, run{text, bold}, run{note, faint})
}

// maxDepth is how deep the branches of a tree are indented; what lies deeper
// stays at that depth.
const maxDepth = 12

// tree draws a dependency tree, the governed words under their governor in the
// order of the sentence.
func (p *page) tree(rows []coder.TreeRow) {
	governed := make([][]int, len(rows))
	var roots []int
	for i, row := range rows {
		if row.Head >= 0 && row.Head < len(rows) {
			governed[row.Head] = append(governed[row.Head], i)
		} else {
			roots = append(roots, i)
		}
	}
	for _, root := range roots {
		p.branch(rows, governed, root, "", "", 0)
	}
}

// branch draws a word and what it governs: lead goes before the word, under
// before the lines below it.
func (p *page) branch(rows []coder.TreeRow, governed [][]int, i int, lead, under string, depth int) {
	row := rows[i]
	p.buf.WriteString(strings.Repeat(" ", indent))
	p.paint(lead, faint)
	p.paint(Plain(row.Form), bold)
	p.paint("  "+row.UPOS+" "+row.Rel, faint)
	p.blank()
	for k, child := range governed[i] {
		branchLead, branchUnder := under+"├─ ", under+"│  "
		if k == len(governed[i])-1 {
			branchLead, branchUnder = under+"└─ ", under+"   "
		}
		if depth >= maxDepth {
			branchUnder = under
		}
		p.branch(rows, governed, child, branchLead, branchUnder, depth+1)
	}
}
