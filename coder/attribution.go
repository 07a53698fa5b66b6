package coder

import "entente/record"

func (d *document) attributions(statements []record.Statement) []record.Attribution {
	out := []record.Attribution{}
	for i := range statements {
		st := &statements[i]
		a := record.Attribution{Speaker: &st.Speaker.Name, Sentence: st.Sentence, Content: []record.Span{{Start: st.Start, End: st.End}}, Cue: st.Cue}
		if st.Speaker.End > 0 {
			a.Source = &record.Span{Start: st.Speaker.Start, End: st.Speaker.End}
		}
		out = append(out, a)
	}
	return out
}
