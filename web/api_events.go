package web

import (
	"context"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"entente/agenda"
	"entente/record"
	"entente/store"
)

// eventsAPI has what happened.
func (s *Server) eventsAPI(a huma.API) {
	get(s, a, "events", "/events", "list-events", "Events", "Events by the first day on which they may have happened, the latest first.", s.listEvents)
	get(s, a, "events", "/events/{id}", "get-event", "An event with its reports",
		"An event by its number or by that of one of its reports, with every article that tells it, the sentence, the rule that coded it and how sure that is.", s.getEvent)
}

type eventsIn struct {
	Chosen
	Type    typesIn    `query:"type" doc:"PLOVER types, with commas."`
	Context contextsIn `query:"context" doc:"Events with one of these PLOVER contexts, with commas."`
	Track   trackIn    `query:"track" doc:"Events of this track; needs parties."`
	Origin  originsIn  `query:"origin" doc:"Events of these data sets, with commas."`
	Counts  bool       `query:"counts" doc:"Only events that count in a series: told as facts, and dated."`
	Paging
}

func (in *eventsIn) filter(q *store.Filter) error {
	q.Types, q.Contexts, q.Track, q.Origins, q.Counting = in.Type.types, in.Context.contexts, in.Track.track, in.Origin.origins, in.Counts
	return needParties(q)
}

func needParties(q *store.Filter) error {
	if q.Track != nil && len(q.Parties) == 0 {
		return wrong("query.track", q.Track.Code(), "a track is of a tie; name parties")
	}
	return nil
}

func (s *Server) listEvents(ctx context.Context, in *eventsIn) (*body[paged[*store.Event]], error) {
	q := in.asked(&in.Paging)
	if err := in.filter(&q.Filter); err != nil {
		return nil, err
	}
	of, err := in.begin(&q, "events "+strconv.FormatBool(in.Counts))
	if err != nil {
		return nil, err
	}
	page, err := s.db.EventPage(ctx, q)
	if err != nil {
		return nil, err
	}
	return pagedOf(page, of), nil
}

type idIn struct {
	ID string `path:"id" maxLength:"30" doc:"A number such as e12."`
}

type eventOut struct {
	*store.Event
	Reports []store.Report `json:"reports"`
}

func (s *Server) getEvent(ctx context.Context, in *idIn) (*body[eventOut], error) {
	kind, number, ok := numberOf(in.ID)
	if !ok || kind != "event" {
		return nil, wrong("path.id", in.ID, "numbers of events look like e12")
	}
	e, told, err := s.db.Event(ctx, number)
	return &body[eventOut]{eventOut{e, told}}, err
}

// kindOf are the kinds behind the letters of numbers.
var kindOf = map[byte]string{'e': "event", 's': "statement", 'm': "mechanism", 'c': "condition", 'w': "watch", 'a': "assessment"}

// numberOf reads "e12", "s3" or "12", which is an event.
func numberOf(id string) (kind string, number int64, ok bool) {
	kind, digits := "event", id
	if id != "" && (id[0] < '0' || id[0] > '9') {
		kind, digits = kindOf[id[0]], id[1:]
	}
	number, err := strconv.ParseInt(digits, 10, 64)
	return kind, number, err == nil && number >= 0 && kind != ""
}

// findingsAPI has what single articles tell.
func (s *Server) findingsAPI(a huma.API) {
	get(s, a, "findings", "/statements", "list-statements", "Statements", "Who said what about whom, by the day of the article, the latest first.", listOf(s, s.db.StatementPage))
	get(s, a, "findings", "/mechanisms", "list-mechanisms", "Dialogues", "What articles tell of dialogues: held, suspended, resumed, planned.", listOf(s, s.db.MechanismPage))
	get(s, a, "findings", "/conditions", "list-conditions", "Conditions", "What must happen first, for which outcome.", listOf(s, s.db.ConditionPage))
	get(s, a, "findings", "/watch", "list-watch", "What to watch", "Coming events and the tie that they are taken to tell of.", listOf(s, s.db.WatchPage))
	get(s, a, "findings", "/assessments", "list-assessments", "Assessments", "What texts themselves say of ties.", listOf(s, s.db.AssessmentPage))
	get(s, a, "findings", "/findings/{id}", "get-finding", "A finding", "A statement (s3), dialogue (m4), condition (c5), watch item (w6) or assessment (a7) with its sentence.", s.getFinding)
}

type findingsIn struct {
	Chosen
	Context contextsIn `query:"context" doc:"Statements with one of these PLOVER contexts; other findings have none."`
	Paging
}

// listOf is the route of one kind of findings.
func listOf[T any](_ *Server, read func(context.Context, store.Asked) (*store.Page[agenda.Told[T]], error)) func(context.Context, *findingsIn) (*body[paged[agenda.Told[T]]], error) {
	var none T
	kind := kindName(none)
	return func(ctx context.Context, in *findingsIn) (*body[paged[agenda.Told[T]]], error) {
		q := in.asked(&in.Paging)
		q.Contexts = in.Context.contexts
		of, err := in.begin(&q, kind)
		if err != nil {
			return nil, err
		}
		page, err := read(ctx, q)
		if err != nil {
			return nil, err
		}
		return pagedOf(page, of), nil
	}
}

// kindName tells the lists of findings apart.
func kindName(of any) string {
	switch of.(type) {
	case record.Statement:
		return "statements"
	case record.Mechanism:
		return "mechanisms"
	case record.Condition:
		return "conditions"
	case record.WatchItem:
		return "watch"
	}
	return "assessments"
}

func (s *Server) getFinding(ctx context.Context, in *idIn) (*body[*store.Finding], error) {
	kind, number, ok := numberOf(in.ID)
	if !ok || kind == "event" {
		return nil, wrong("path.id", in.ID, "numbers of findings look like s3, m4, c5, w6 and a7")
	}
	f, err := s.db.Finding(ctx, kind, number)
	return &body[*store.Finding]{f}, err
}
