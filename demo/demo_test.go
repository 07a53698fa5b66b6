package demo

import (
	"testing"

	"entente/article"
)

func TestEveryArticleOfTheDemonstrationIsDatedAndInItsOrder(t *testing.T) {
	names := Names()
	if len(names) < 60 {
		t.Fatalf("%d articles; the demonstration has at least 60", len(names))
	}
	for _, name := range names {
		f, err := Articles().Open(name)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		article.Read(f, name, article.Options{}, func(a *article.Article, err error) bool {
			n++
			if err != nil {
				t.Errorf("%s: %v", name, err)
				return true
			}
			if published := a.Published.String(); a.Title == "" || published == "" {
				t.Errorf("%s: title %q, published %q", name, a.Title, published)
			}
			return true
		})
		if n != 1 {
			t.Errorf("%s holds %d articles", name, n)
		}
		f.Close()
	}
}
