package exchange

import (
	"io"
	"reflect"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"entente/calendar"
)

// rowGroup is how many rows of a Parquet file stand together: what is held in
// memory while it is written.
const rowGroup = 64 << 10

// parquetTable writes Apache Parquet, every column with its type: UTF-8 text,
// 64-bit integers, doubles and days; unknown cells are null.
type parquetTable struct {
	out  *parquet.GenericWriter[any]
	set  *Set
	rows []parquet.Row // a few go out together
	n    int           // of them that are filled
}

func newParquet(w io.Writer, set *Set) *parquetTable {
	rows := make([]parquet.Row, 128)
	for i := range rows {
		rows[i] = make(parquet.Row, len(set.Columns))
	}
	return &parquetTable{set: set, rows: rows,
		out: parquet.NewGenericWriter[any](w, schemaOf(set), parquet.Compression(&zstd.Codec{}), parquet.MaxRowsPerRowGroup(rowGroup))}
}

// schemaOf makes the schema of a set. A struct type carries it, since it alone
// keeps the order of the columns.
func schemaOf(set *Set) *parquet.Schema {
	var fields []reflect.StructField
	for i, c := range set.Columns {
		f := reflect.StructField{Name: "C" + string(rune('A'+i/26)) + string(rune('A'+i%26))}
		tag := ",optional"
		switch c.Kind {
		case Text:
			f.Type = reflect.TypeFor[string]()
		case Integer:
			f.Type = reflect.TypeFor[int64]()
		case Number:
			f.Type = reflect.TypeFor[float64]()
		case Date:
			f.Type = reflect.TypeFor[time.Time]()
			tag += ",date"
		}
		f.Tag = reflect.StructTag(`parquet:"` + c.Name + tag + `"`)
		fields = append(fields, f)
	}
	return parquet.NewSchema(set.Name, parquet.SchemaOf(reflect.New(reflect.StructOf(fields)).Interface()))
}

func (t *parquetTable) write(cells []value) error {
	for i, c := range cells {
		v, level := parquet.NullValue(), 0
		if c.known {
			level = 1
			switch t.set.Columns[i].Kind {
			case Text:
				v = parquet.ByteArrayValue([]byte(c.text))
			case Integer:
				v = parquet.Int64Value(int64(c.number))
			case Number:
				v = parquet.DoubleValue(c.number)
			case Date:
				d, err := calendar.ParseDay(c.text)
				if err != nil {
					return err
				}
				v = parquet.Int32Value(int32(d))
			}
		}
		t.rows[t.n][i] = v.Level(0, level, i)
	}
	if t.n++; t.n < len(t.rows) {
		return nil
	}
	return t.flush()
}

func (t *parquetTable) flush() error {
	_, err := t.out.WriteRows(t.rows[:t.n])
	t.n = 0
	return err
}

func (t *parquetTable) close() error {
	if err := t.flush(); err != nil {
		return err
	}
	return t.out.Close()
}
