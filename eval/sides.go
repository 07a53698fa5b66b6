package eval

import (
	"slices"
	"strings"

	"entente/record"
)

// ownActors are the kinds of id that act for themselves: a rebel group is not
// the state whose country it carries. All other kinds (a person, a party, an
// unnamed group) stand for their country where the annotation gives only that.
const ownActors = " REB IMG IGO NGO GRP CRM ISM DSP "

// means tells whether a found participant is the annotated one.
func means(gold string, p *record.Participant) bool {
	if sameID(gold, p.ID) {
		return true
	}
	if kindOf(gold) != "" || p.Country == nil || *p.Country != gold {
		return false
	}
	kind := kindOf(p.ID)
	return gold == "UNO" || gold == "EUR" || kind == "" || !strings.Contains(ownActors, " "+kind+" ")
}

// sameID compares ids: codes as they are, slugs without their kind.
func sameID(gold, found string) bool {
	if gold == found {
		return true
	}
	_, a, aSlug := strings.Cut(gold, ":")
	_, b, bSlug := strings.Cut(found, ":")
	return aSlug && bSlug && looseSlug(a) == looseSlug(b)
}

// looseSlug makes "the-houthis" and "Houthi" one.
func looseSlug(s string) string {
	s = strings.TrimPrefix(strings.ToLower(s), "the-")
	s = strings.ReplaceAll(s, "-", "")
	return strings.TrimSuffix(s, "s")
}

func kindOf(id string) string {
	kind, _, ok := strings.Cut(id, ":")
	if !ok {
		return ""
	}
	return kind
}

// sameSides tells whether an event's participants are the annotated sets;
// where no recipient is annotated, all participants together.
func sameSides(actors, recipients []string, foundActors, foundRecipients []record.Participant) bool {
	if len(recipients) == 0 {
		return samePeople(actors, join(foundActors, foundRecipients))
	}
	return samePeople(actors, foundActors) && samePeople(recipients, foundRecipients)
}

func join(a, b []record.Participant) []record.Participant {
	return append(slices.Clip(a), b...)
}

// samePeople tells whether every participant is one of the annotated and each
// annotated one stands among them. Two ministers of one country are one.
func samePeople(gold []string, found []record.Participant) bool {
	for i := range found {
		if !slices.ContainsFunc(gold, func(g string) bool { return means(g, &found[i]) }) {
			return false
		}
	}
	return among(gold, found)
}

// among tells whether each of the annotated stands among the participants,
// every one by a participant of its own.
func among(gold []string, found []record.Participant) bool {
	if len(gold) > len(found) {
		return false
	}
	stands := pairUp(len(gold), len(found), func(i, j int) (bool, preference) {
		return means(gold[i], &found[j]), preference{}
	})
	return !slices.Contains(stands, -1)
}

// sameParties compares lists of ids as sets.
func sameParties(gold, found []string) bool {
	within := func(a, b []string) bool {
		for _, x := range a {
			if !slices.ContainsFunc(b, func(y string) bool { return sameID(x, y) }) {
				return false
			}
		}
		return true
	}
	return within(gold, found) && within(found, gold)
}
