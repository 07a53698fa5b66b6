package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/text/language"
)

// unnumbered are shapes of Natural Earth that have no number in ISO 3166: what
// the atlas calls them, or "" for those that no country's name is given to.
var unnumbered = map[string]string{"Kosovo": "XKX", "N. Cyprus": "", "Somaliland": ""}

// world makes the shapes of the world map: the countries of world-atlas at
// 1:110m, with alpha-3 codes for numbers.
func world(modules string) ([]byte, error) {
	raw, err := os.ReadFile(filepath.Join(modules, "world-atlas", "countries-110m.json"))
	if err != nil {
		return nil, err
	}
	var shapes struct {
		Type      string          `json:"type"`
		Transform json.RawMessage `json:"transform"`
		Objects   struct {
			Countries struct {
				Type       string `json:"type"`
				Geometries []struct {
					ID         string          `json:"id,omitempty"`
					Type       string          `json:"type"`
					Arcs       json.RawMessage `json:"arcs"`
					Properties *struct {
						Name string `json:"name"`
					} `json:"properties,omitempty"`
				} `json:"geometries"`
			} `json:"countries"`
		} `json:"objects"`
		Arcs json.RawMessage `json:"arcs"`
	}
	if err := json.Unmarshal(raw, &shapes); err != nil {
		return nil, err
	}
	for i := range shapes.Objects.Countries.Geometries {
		g := &shapes.Objects.Countries.Geometries[i]
		if g.ID == "" {
			code, ok := unnumbered[g.Properties.Name]
			if !ok {
				return nil, fmt.Errorf("world-atlas: %s has no number", g.Properties.Name)
			}
			g.ID = code
			if code != "" {
				g.Properties = nil
			}
			continue
		}
		region, err := language.ParseRegion(g.ID)
		if err != nil {
			return nil, fmt.Errorf("world-atlas: %s: %w", g.Properties.Name, err)
		}
		g.ID, g.Properties = region.ISO3(), nil
	}
	return json.Marshal(&shapes)
}
