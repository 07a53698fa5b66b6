package store

import "fmt"

// textList reads a column of type VARCHAR[].
type textList []string

// Scan implements sql.Scanner.
func (l *textList) Scan(v any) error {
	*l = []string{}
	switch v := v.(type) {
	case nil:
	case []any:
		for _, x := range v {
			s, ok := x.(string)
			if !ok && x != nil {
				return fmt.Errorf("a list of text holds %T", x)
			}
			*l = append(*l, s)
		}
	default:
		return fmt.Errorf("%T is no list of text", v)
	}
	return nil
}

// numberList reads a column of type INTEGER[].
type numberList []int32

// Scan implements sql.Scanner.
func (l *numberList) Scan(v any) error {
	*l = nil
	switch v := v.(type) {
	case nil:
	case []any:
		for _, x := range v {
			n, ok := x.(int32)
			if !ok {
				return fmt.Errorf("a list of numbers holds %T", x)
			}
			*l = append(*l, n)
		}
	default:
		return fmt.Errorf("%T is no list of numbers", v)
	}
	return nil
}
