package agenda

import (
	"fmt"
	"testing"

	"entente/calendar"
	"entente/record"
)

// BenchmarkAgendaOfABusyTie makes the agenda of a tie of which 5,000 articles
// told for twenty years, with 50,000 events.
func BenchmarkAgendaOfABusyTie(b *testing.B) {
	var c corpus
	leader, minister := "leader", "minister"
	for i := range 5000 {
		published := firstDay + calendar.Day(i*7919%7300)
		article := fmt.Sprint("a", i)
		m := record.Mechanism{Kind: "talk", Name: "talks", Status: []string{"held", "planned", "held", "suspended", "resumed"}[i%5], Parties: []string{"CHN", "USA"}, Level: &leader}
		if i%2 == 0 {
			m.Level = &minister
		}
		if i%3 > 0 {
			d := (published + calendar.Day(i%9-4)).String()
			m.Date = &record.Date{From: d, To: d, Text: "then"}
		}
		c.mechanisms = append(c.mechanisms, Told[record.Mechanism]{int64(i), article, "o", published, true, "s", m})
		c.conditions = append(c.conditions, Told[record.Condition]{int64(i), article, "o", published, true, "s",
			record.Condition{On: []string{"USA"}, Connective: "unless", Action: fmt.Sprintf("lifts its tariffs on goods%d and sort%d", i%97, i%89)}})
		china, america := "CHN", "USA"
		c.watch = append(c.watch, Told[record.WatchItem]{int64(i), article, "o", published, true, "s", record.WatchItem{What: fmt.Sprint("talks on subject", i%50),
			Actors: []record.Participant{{ID: china, Country: &china}, {ID: america, Country: &america}}, Date: m.Date}})
	}
	for i := range 50_000 {
		day := firstDay + calendar.Day(i*6007%7300)
		c.events = append(c.events, Event{Number: int64(i), Type: []string{"CONSULT", "ACCUSE", "RETREAT", "SANCTION"}[i%4], Actors: []string{"USA"}, Recipients: []string{"CHN"},
			From: day, To: day, Published: day, Text: fmt.Sprint("Washington accused Beijing of the thing ", i%1000, " and lifted nothing")})
	}
	at := firstDay + 7300
	b.ResetTimer()
	for b.Loop() {
		Dialogues(c.mechanisms, c.events, at)
		Conditions(c.conditions, c.events, at)
		Watch(c.watch, c.events, at)
	}
}
