package exchange

import (
	"math"
	"strconv"
	"strings"

	"entente/record"
)

// gdeltSet has the columns of GDELT 2.0, those of 1.0 among them.
var gdeltSet = Set{Name: "gdelt", paired: true, cameo: true, plain: true, Columns: gdeltColumns()}

// gdeltValues are what goes into GDELT's columns, by the name of the column
// and, for the two actors, by the rest of it.
var gdeltValues = map[string]Column{
	"GLOBALEVENTID": {Kind: Text, of: func(r *row) value { return textValue(r.id) }},
	"SQLDATE":       {Kind: Integer, of: func(r *row) value { return r.dayDigits(8) }},
	"MonthYear":     {Kind: Integer, of: func(r *row) value { return r.dayDigits(6) }},
	"Year":          {Kind: Integer, of: func(r *row) value { return r.dayDigits(4) }},
	"FractionDate":  {Kind: Number, of: (*row).fractionDate},
	"IsRootEvent": {Kind: Integer, of: func(r *row) value {
		// GDELT calls events of the lead paragraph so. Of paragraphs we know
		// nothing; headline and first sentence are surely of the lead.
		s := r.sentence()
		switch {
		case s.known && s.number <= 1:
			s.number = 1
		case s.known:
			s.number = 0
		}
		return s
	}},
	"EventCode":             {Kind: Text, of: func(r *row) value { return textValue(r.code()) }},
	"EventBaseCode":         {Kind: Text, of: func(r *row) value { return textValue(first(r.code(), 3)) }},
	"EventRootCode":         {Kind: Text, of: func(r *row) value { return textValue(first(r.code(), 2)) }},
	"QuadClass":             {Kind: Integer, of: (*row).quad},
	"GoldsteinScale":        {Kind: Number, of: func(r *row) value { return orNumber(r.Event.Goldstein) }},
	"NumMentions":           {Kind: Integer, of: func(r *row) value { return countValue(len(r.Event.Evidence)) }},
	"NumSources":            {Kind: Integer, of: (*row).outletCount},
	"NumArticles":           {Kind: Integer, of: (*row).articleCount},
	"AvgTone":               {Kind: Number},
	"ActionGeo_FullName":    {Kind: Text, of: (*row).placeName},
	"ActionGeo_CountryCode": {Kind: Text, of: func(r *row) value { return textValue(r.know.toFIPS[r.placeCountry().text]) }},
	"DATEADDED":             {Kind: Integer},
	"SOURCEURL":             {Kind: Text, of: func(r *row) value { return textValue(r.URL) }},
}

// gdeltColumns puts the values under all the names of GDELT's columns.
func gdeltColumns() []Column {
	var columns []Column
	for _, name := range gdeltNames(true) {
		c := gdeltValues[name]
		c.Name = name
		if part, ok := strings.CutPrefix(name, "Actor1"); ok {
			c.of = actorColumn(part, func(r *row) *record.Participant { return r.source })
		} else if part, ok := strings.CutPrefix(name, "Actor2"); ok {
			c.of = actorColumn(part, func(r *row) *record.Participant { return r.target })
		}
		switch {
		case strings.HasSuffix(name, "Geo_Type"):
			c.Kind = Integer
		case strings.HasSuffix(name, "Geo_Lat"), strings.HasSuffix(name, "Geo_Long"):
			c.Kind = Number
		}
		columns = append(columns, c)
	}
	return columns
}

// actorColumn gives what goes into a column of an actor, nil for those of
// which we know nothing: ethnic group, religion, whereabouts.
func actorColumn(part string, who func(*row) *record.Participant) func(*row) value {
	var of func(*row, *record.Participant) string
	switch part {
	case "Code":
		of = func(r *row, p *record.Participant) string {
			return deref(p.Country) + strings.Join(r.roles(p), "") + r.know.toGroup[p.ID]
		}
	case "Name":
		of = func(_ *row, p *record.Participant) string { return p.Name }
	case "CountryCode":
		of = func(_ *row, p *record.Participant) string { return deref(p.Country) }
	case "KnownGroupCode":
		of = func(r *row, p *record.Participant) string { return r.know.toGroup[p.ID] }
	case "Type1Code", "Type2Code", "Type3Code":
		n := int(part[4] - '1')
		of = func(r *row, p *record.Participant) string {
			if roles := r.roles(p); n < len(roles) {
				return roles[n]
			}
			return ""
		}
	default:
		return nil
	}
	return func(r *row) value {
		if p := who(r); p != nil {
			return textValue(of(r, p))
		}
		return value{}
	}
}

// roles gives the sectors of a participant as CAMEO's role codes, three at
// most.
func (r *row) roles(p *record.Participant) []string {
	var roles []string
	for _, s := range p.Sectors {
		switch s {
		case "JRN":
			s = "MED"
		case "MED":
			s = "HLH"
		default:
			if r.know.sectors["cameo/"+strings.ToLower(s)] != s {
				continue // PLOVER's own
			}
		}
		if len(roles) < 3 {
			roles = append(roles, s)
		}
	}
	return roles
}

// dayDigits gives the first n digits of the day without its dashes.
func (r *row) dayDigits(n int) value {
	day := r.day()
	if !day.known {
		return value{}
	}
	digits, _ := strconv.Atoi(strings.ReplaceAll(day.text, "-", "")[:n])
	return numberValue(float64(digits))
}

// fractionDate is the day as a part of its year, by GDELT's formula, for which
// every month has 30 days.
func (r *row) fractionDate() value {
	day := r.dayDigits(8)
	if !day.known {
		return value{}
	}
	n := int(day.number)
	fraction := float64(n/100%100*30+n%100) / 365
	return numberValue(math.Round((float64(n/10000)+min(fraction, 0.9999))*1e4) / 1e4)
}

func first(s string, n int) string { return s[:min(n, len(s))] }
