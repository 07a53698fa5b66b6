package article

import (
	"encoding/json"
	"html"
	"regexp"
	"strings"
)

// ldArticle is an article as a page describes it in JSON-LD (schema.org).
type ldArticle struct {
	headline, published, modified, created, url, publisher, body, language string
	authors                                                                []string
}

// maxLD bounds the JSON of one script.
const maxLD = 4 << 20

// ldTypes are schema.org's types of articles.
var ldTypes = map[string]bool{
	"Article": true, "NewsArticle": true, "ReportageNewsArticle": true, "AnalysisNewsArticle": true,
	"BackgroundNewsArticle": true, "OpinionNewsArticle": true, "ReviewNewsArticle": true, "AskPublicNewsArticle": true,
	"BlogPosting": true, "LiveBlogPosting": true, "Report": true, "TechArticle": true, "ScholarlyArticle": true, "SocialMediaPosting": true,
}

// readJSONLD gives the articles of one script. Publishers write broken JSON
// often enough that a second way reads the few fields by their look.
func readJSONLD(script string) []ldArticle {
	if len(script) > maxLD {
		return nil
	}
	script = strings.TrimSpace(script)
	for _, wrap := range [...][2]string{{"<!--", "-->"}, {"//<![CDATA[", "//]]>"}, {"<![CDATA[", "]]>"}, {"/*<![CDATA[*/", "/*]]>*/"}} {
		script = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(script, wrap[0]), wrap[1]))
	}
	script = strings.TrimSuffix(script, ";")
	var v any
	if err := json.Unmarshal([]byte(script), &v); err != nil {
		// raw line ends inside strings are the usual fault
		flat := strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(script)
		if err := json.Unmarshal([]byte(flat), &v); err != nil {
			return brokenJSONLD(script)
		}
	}
	var out []ldArticle
	findArticles(v, &out, 0)
	return out
}

// findArticles goes down through lists, @graph and mainEntity.
func findArticles(v any, out *[]ldArticle, depth int) {
	if depth > 6 || len(*out) > 20 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			findArticles(e, out, depth+1)
		}
	case map[string]any:
		if isArticleType(v["@type"]) {
			*out = append(*out, articleOf(v))
			return
		}
		for _, key := range [...]string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart"} {
			findArticles(v[key], out, depth+1)
		}
	}
}

func isArticleType(v any) bool {
	for _, t := range texts(v) {
		if ldTypes[strings.TrimPrefix(strings.TrimPrefix(t, "http://schema.org/"), "https://schema.org/")] {
			return true
		}
	}
	return false
}

func articleOf(m map[string]any) ldArticle {
	one := func(key string) string {
		if t := texts(m[key]); len(t) > 0 {
			return plain(t[0])
		}
		return ""
	}
	a := ldArticle{
		headline: one("headline"), published: one("datePublished"), modified: one("dateModified"), created: one("dateCreated"),
		url: one("url"), language: one("inLanguage"),
	}
	if a.headline == "" {
		a.headline = one("name")
	}
	if a.url == "" {
		a.url = one("mainEntityOfPage")
	}
	if t := texts(m["articleBody"]); len(t) > 0 {
		a.body = t[0]
	}
	for _, n := range names(m["publisher"]) {
		a.publisher = plain(n)
	}
	for _, n := range names(m["author"]) {
		a.authors = append(a.authors, plain(n))
	}
	return a
}

// plain undoes markup and entities that some publishers leave in JSON strings.
func plain(s string) string { return squeeze(cleanRunes(html.UnescapeString(s))) }

// texts gives a value that is a string, a list of strings, or an object with
// @id or @value.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, e := range v {
			out = append(out, texts(e)...)
		}
		return out
	case map[string]any:
		for _, key := range [...]string{"@value", "@id"} {
			if s, ok := v[key].(string); ok {
				return []string{s}
			}
		}
	}
	return nil
}

// names gives the names of persons and organisations.
func names(v any) []string {
	switch v := v.(type) {
	case string:
		if strings.HasPrefix(v, "http") {
			return nil
		}
		return []string{v}
	case []any:
		var out []string
		for _, e := range v {
			out = append(out, names(e)...)
		}
		return out
	case map[string]any:
		return names(v["name"])
	}
	return nil
}

var (
	ldFieldRE = regexp.MustCompile(`"(headline|datePublished|dateModified)"\s*:\s*"((?:[^"\\\n]|\\.){1,400})"`)
	ldTypeRE  = regexp.MustCompile(`"@type"\s*:\s*\[?\s*"(\w*(?:Article|Posting))"`)
)

// brokenJSONLD reads the headline and times of an article by their look.
func brokenJSONLD(script string) []ldArticle {
	if !ldTypeRE.MatchString(script) {
		return nil
	}
	var a ldArticle
	for _, m := range ldFieldRE.FindAllStringSubmatch(script, 20) {
		value := m[2]
		var decoded string
		if json.Unmarshal([]byte(`"`+value+`"`), &decoded) == nil {
			value = decoded
		}
		for _, field := range [...]struct {
			name string
			to   *string
		}{{"headline", &a.headline}, {"datePublished", &a.published}, {"dateModified", &a.modified}} {
			if field.name == m[1] && *field.to == "" {
				*field.to = plain(value)
			}
		}
	}
	if a.headline == "" && a.published == "" {
		return nil
	}
	return []ldArticle{a}
}
