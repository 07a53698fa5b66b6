package web

import (
	"context"
	"strings"

	"entente/article"
	"entente/brief"
	"entente/coder"
	"entente/record"
	"entente/store"
	"entente/syntax"
)

// whyView is how an event came about: parse, resolution, entry of the lexicon,
// steps.
type whyView struct {
	Note     string // why there is nothing else
	Sentence string
	Tree     []treeRow
	Mentions []mentionRow
	Frame    string
	Steps    []string
	Rejected []string
}

type treeRow struct {
	Lead           string // the branches before the word
	Form, Tag, Rel string
}

type mentionRow struct{ Text, Who, Why string }

// longestWhy is how long a text may be to be coded again for one of its events.
const longestWhy = 100_000

// why codes a stored article again and tells how one of its events came about.
// What is coded anew is the stored text, so that words the reader of the
// original page gave beside it (a dateline's place) may be missing.
func (s *Server) why(ctx context.Context, t *store.Report) *whyView {
	v, err := cached(ctx, s, "why "+t.Article+" "+t.ID, func(ctx context.Context) (*whyView, error) {
		c, err := s.db.Article(ctx, t.Article)
		if err != nil {
			return nil, err
		}
		if len(c.Article.Text) > longestWhy {
			return &whyView{Note: "The article is too long to be coded again for this page; entente explain does it."}, nil
		}
		know, err := s.knowledge()
		if err != nil {
			return nil, err
		}
		x, err := coder.New(know, syntax.Accurate).Explain(articleOf(&c.Article), t.ID)
		if err != nil {
			return &whyView{Note: "Coded again from the stored text alone, the article has no event " + t.ID + ": the rule above was found with more than the text, or by an earlier version of the program."}, nil
		}
		return explained(x), nil
	})
	if err != nil {
		s.opt.Log.Error("explain an event", "article", t.Article, "event", t.ID, "err", err)
		return &whyView{Note: "This could not be explained; the fault is in the log."}
	}
	return v
}

// articleOf is a stored article as the coder takes it.
func articleOf(a *record.Article) *article.Article {
	x := &article.Article{ID: a.ID, Byline: a.Byline, Text: a.Text}
	for _, field := range []struct {
		to   *string
		from *string
	}{{&x.Title, a.Title}, {&x.Outlet, a.Outlet}, {&x.Language, a.Language}, {&x.URL, a.URL}} {
		if field.from != nil {
			*field.to = *field.from
		}
	}
	if a.Published != nil {
		x.Published, _ = article.ParsePublished(*a.Published) // as we wrote it; else unknown
	}
	if x.Title != "" && strings.HasPrefix(x.Text, x.Title) {
		x.BodyStart = len(x.Title)
		if strings.HasPrefix(x.Text[x.BodyStart:], "\n\n") {
			x.BodyStart += 2
		}
	}
	return x
}

func explained(x *coder.Explanation) *whyView {
	v := &whyView{Sentence: brief.Plain(x.Text), Frame: brief.Plain(x.Frame)}
	for _, m := range x.Mentions {
		who := strings.Join(m.Parties, ", ")
		if who == "" {
			who = "nobody"
		}
		v.Mentions = append(v.Mentions, mentionRow{brief.Plain(m.Text), brief.Plain(who), brief.Plain(m.Why)})
	}
	for _, s := range x.Steps {
		v.Steps = append(v.Steps, brief.Plain(s))
	}
	for _, s := range x.Rejected {
		v.Rejected = append(v.Rejected, brief.Plain(s))
	}
	v.tree(x.Tree)
	return v
}

// deepest is how deep the branches of a tree are drawn.
const deepest = 12

// tree draws a dependency tree, the governed words under their governor.
func (v *whyView) tree(rows []coder.TreeRow) {
	governed := make([][]int, len(rows))
	var roots []int
	for i, row := range rows {
		if row.Head >= 0 && row.Head < len(rows) {
			governed[row.Head] = append(governed[row.Head], i)
		} else {
			roots = append(roots, i)
		}
	}
	var branch func(i int, lead, under string, depth int)
	branch = func(i int, lead, under string, depth int) {
		row := rows[i]
		v.Tree = append(v.Tree, treeRow{lead, brief.Plain(row.Form), row.UPOS, row.Rel})
		for k, child := range governed[i] {
			l, u := under+"├─ ", under+"│  "
			if k == len(governed[i])-1 {
				l, u = under+"└─ ", under+"   "
			}
			if depth >= deepest {
				u = under
			}
			branch(child, l, u, depth+1)
		}
	}
	for _, root := range roots {
		branch(root, "", "", 0)
	}
}
