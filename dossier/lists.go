package dossier

import (
	"reflect"
	"sync"
)

// fillLists makes the absent lists below a pointer empty ones: in JSON they are
// [] then and not null, as everywhere (docs/record.md).
func fillLists(answer any) { fill(reflect.ValueOf(answer)) }

func fill(v reflect.Value) {
	if !v.IsValid() || !holdsLists(v.Type()) {
		return
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			fill(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i))
			}
		}
	case reflect.Slice:
		if v.IsNil() && v.CanSet() {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		}
		for i := range v.Len() {
			fill(v.Index(i))
		}
	}
}

// known remembers which types hold lists, so that thousands of days without
// any are not walked through.
var known sync.Map // reflect.Type → bool

func holdsLists(t reflect.Type) bool {
	if holds, ok := known.Load(t); ok {
		return holds.(bool)
	}
	known.Store(t, true) // while it is looked at: a type may hold itself
	holds := false
	switch t.Kind() {
	case reflect.Interface, reflect.Slice:
		holds = true
	case reflect.Pointer:
		holds = holdsLists(t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			holds = t.Field(i).IsExported() && holdsLists(t.Field(i).Type) || holds
		}
	}
	known.Store(t, holds)
	return holds
}
