package store

import (
	"context"
	"database/sql"
	"time"

	"entente/happening"
	"entente/record"
)

// told is a report as it stands in the database.
type told struct {
	happening.Report
	event    int64 // the happening that it belongs to
	key      uint64
	localID  string
	headline string // title of the article
	sentence string // the words of the sentence that tells it
	url      string
}

// querier is a connection or the pool.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// reports reads the reports whose numbers a subquery selects, by key and number.
func reports(ctx context.Context, q querier, numbers string, args ...any) ([]told, error) {
	rows, err := q.QueryContext(ctx, `
		SELECT r.number, r.event, r.key, r.article, coalesce(a.outlet, ''), a.day, coalesce(a.url, ''), coalesce(a.title, ''), coalesce(s.text, ''),
			r.local_id, r.type, r.mode, r.contexts, r.aux, r.cameo, r.quad, r.score, r.goldstein,
			r.first_day, r.last_day, r.date_text, r.place, r.place_country,
			r.sentence, r.from_byte, r.to_byte, r.evidence, r.rule, r.confidence
		FROM report r JOIN article a ON a.id = r.article
			LEFT JOIN sentence s ON s.article = r.article AND s.n = r.sentence
		WHERE r.number IN (`+numbers+`) ORDER BY r.key, r.number`, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []told
	for rows.Next() {
		t := told{}
		e := &record.Event{}
		var published, first, last sql.NullTime
		var text, place sql.NullString
		var placeCountry *string
		var evidence numberList
		if err := rows.Scan(&t.Number, &t.event, &t.key, &t.Article, &t.Outlet, &published, &t.url, &t.headline, &t.sentence,
			&t.localID, &e.Type, &e.Mode, (*textList)(&e.Contexts), &e.Aux, &e.CAMEO, &e.Quad, &e.Score, &e.Goldstein,
			&first, &last, &text, &place, &placeCountry,
			&e.Sentence, &e.Trigger.Start, &e.Trigger.End, &evidence, &e.Rule, &e.Confidence); err != nil {
			return nil, err
		}
		if published.Valid {
			t.Published, t.Dated = day(published.Time), true
		}
		e.ID = t.localID
		e.Date = recordDate(first, last, text.String)
		if place.Valid {
			e.Place = &record.Place{Name: place.String, Country: placeCountry}
		}
		for i := 0; i+2 < len(evidence); i += 3 {
			e.Evidence = append(e.Evidence, record.Evidence{Sentence: int(evidence[i]), Start: int(evidence[i+1]), End: int(evidence[i+2])})
		}
		t.Event = e
		list = append(list, t)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return list, fillParticipants(ctx, q, list, numbers, args...)
}

// fillParticipants gives the reports their actors, recipients and speaker.
func fillParticipants(ctx context.Context, q querier, list []told, numbers string, args ...any) error {
	who, err := participants(ctx, q, "report", numbers, args...)
	if err != nil {
		return err
	}
	for i := range list {
		for _, p := range who[list[i].Number] {
			e := list[i].Event
			switch p.role {
			case "actor":
				e.Actors = append(e.Actors, p.Participant)
			case "recipient":
				e.Recipients = append(e.Recipients, p.Participant)
			default:
				e.Speaker = &p.Participant
			}
		}
	}
	return nil
}

type inRole struct {
	role string
	record.Participant
}

// participants reads who takes part in the findings of a kind, by number, in
// their order within each role.
func participants(ctx context.Context, q querier, finding, numbers string, args ...any) (map[int64][]inRole, error) {
	rows, err := q.QueryContext(ctx, `
		SELECT number, role, id, country, sectors, name, person, office, from_byte, to_byte
		FROM participant WHERE finding = '`+finding+`' AND number IN (`+numbers+`) ORDER BY number, role, ordinal`, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	who := map[int64][]inRole{}
	for rows.Next() {
		var number int64
		var p inRole
		if err := rows.Scan(&number, &p.role, &p.ID, &p.Country, (*textList)(&p.Sectors), &p.Name, &p.Person, &p.Office, &p.Start, &p.End); err != nil {
			return nil, err
		}
		who[number] = append(who[number], p)
	}
	return who, rows.Err()
}

func recordDate(first, last sql.NullTime, text string) *record.Date {
	if !first.Valid || !last.Valid {
		return nil
	}
	return &record.Date{From: first.Time.Format(time.DateOnly), To: last.Time.Format(time.DateOnly), Text: text}
}
