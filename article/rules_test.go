package article

import (
	"slices"
	"strings"
	"testing"
)

func TestPrintedDatesAreReadAsExactlyAsTheyArePrinted(t *testing.T) {
	cases := []struct{ in, want string }{
		{"Published : April 17, 2015 - 09:19", "2015-04-17T09:19:00"},
		{"16 April 2015, 10:32 GMT", "2015-04-16T10:32:00Z"},
		{"Thu 16 Apr 2015 10.32 BST", "2015-04-16T10:32:00+01:00"},
		{"Updated 9:41 a.m. ET, Sat September 8, 2018", "2018-09-08T09:41:00-04:00"},
		{"Jan. 8, 2018 12:05 a.m. ET", "2018-01-08T00:05:00-05:00"},
		{"March 3, 2017 08:15 JST", "2017-03-03T08:15:00+09:00"},
		{"2015.04.17 09:19", "2015-04-17T09:19:00"},
		{"2015-04-16 10:32:14 (GMT+8)", "2015-04-16T10:32:14+08:00"},
		{"2015/04/16 10:32:14 +0530", "2015-04-16T10:32:14+05:30"},
		{"입력 2016년 5월 24일 오후 7:40", "2016-05-24T19:40:00"},
		{"2016年5月24日 18:03", "2016-05-24T18:03:00"},
		{"Publicado el 3 de mayo de 2014 a las 21:10", "2014-05-03T21:10:00"},
		{"Publié le 1er février 2012 à 10h05", "2012-02-01T10:05:00"},
		{"Veröffentlicht am 16. März 2015 um 17:20 Uhr", "2015-03-16T17:20:00"},
		{"16.03.2015 17:20", "2015-03-16T17:20:00"},
		{"21 August 2016 18:44 IST", "2016-08-21T18:44:00"}, // three zones are called IST
		{"17/04/2015", "2015-04-17"},
		{"04/17/2015", "2015-04-17"},
		{"04/05/2015", ""}, // two readings
		{"April 31, 2015", ""},
		{"April 17", ""}, // no year
		{"Copyright 2015", ""},
		{"Resolution 2334 of 2016", ""},
		{"May 2015", ""},
		{"1,500 troops, 20 tanks", ""},
		{"Room 12, 10:30", ""},
	}
	for _, c := range cases {
		got, _, ok := printedDate(c.in)
		if got.String() != c.want || ok != (c.want != "") {
			t.Errorf("printedDate(%q) = %q, %v; want %q", c.in, got, ok, c.want)
		}
	}
}

func TestPublicationTimesOfFieldsKeepWhatTheyTell(t *testing.T) {
	cases := []struct{ in, want string }{
		{"2015-04-17T09:19:00+09:00", "2015-04-17T09:19:00+09:00"},
		{"2015-04-17T00:19:00Z", "2015-04-17T00:19:00Z"},
		{"2015-04-17T00:19:00.123Z", "2015-04-17T00:19:00Z"},
		{"2015-04-17T09:19:00+0900", "2015-04-17T09:19:00+09:00"},
		{"2015-04-17T09:19:00", "2015-04-17T09:19:00"},
		{"2015-04-17 09:19:00", "2015-04-17T09:19:00"},
		{"2015-04-17 09:19:00 UTC", "2015-04-17T09:19:00Z"},
		{"2015-04-17 09:19", "2015-04-17T09:19:00"},
		{"2015-04-17", "2015-04-17"},
		{"20150417", "2015-04-17"},
		{"Fri, 17 Apr 2015 09:19:00 +0900", "2015-04-17T09:19:00+09:00"},
		{"yesterday", ""},
		{"2015-13-17", ""},
		{"0001-01-01", ""},
		{"", ""},
	}
	for _, c := range cases {
		got, err := ParsePublished(c.in)
		if got.String() != c.want || (err == nil) != (c.want != "") {
			t.Errorf("ParsePublished(%q) = %q, %v; want %q", c.in, got, err, c.want)
		}
		text, _ := got.MarshalText()
		var back Time
		if err := back.UnmarshalText(text); err != nil || back.String() != got.String() {
			t.Errorf("UnmarshalText(%q) = %q, %v", text, back, err)
		}
	}
}

func TestDatelinesAreRecognisedConservatively(t *testing.T) {
	cases := []struct{ in, dateline, here, agency, date, rest string }{
		{"WASHINGTON, April 16 (Yonhap) -- South Korea", "WASHINGTON, April 16 (Yonhap)", "Washington", "Yonhap", "", "South Korea"},
		{"SEOUL (Reuters) - South Korea", "SEOUL (Reuters)", "Seoul", "Reuters", "", "South Korea"},
		{"PARIS — France said", "PARIS", "Paris", "", "", "France said"},
		{"PARIS—France said", "PARIS", "Paris", "", "", "France said"},
		{"GENEVA, March 3 - Talks", "GENEVA, March 3", "Geneva", "", "", "Talks"},
		{"LONDON, Feb 26 - Britain", "LONDON, Feb 26", "London", "", "", "Britain"},
		{"JERUSALEM (AP) — Israel", "JERUSALEM (AP)", "Jerusalem", "AP", "", "Israel"},
		{"SEOUL, South Korea (AP) _ North", "SEOUL, South Korea (AP)", "Seoul", "AP", "", "North"},
		{"PORT-AU-PRINCE, Haiti, Jan. 3, 2011 (AFP) - Haiti", "PORT-AU-PRINCE, Haiti, Jan. 3, 2011 (AFP)", "Port-au-Prince", "AFP", "2011-01-03", "Haiti"},
		{"WASHINGTON/SEOUL (Reuters) - The", "WASHINGTON/SEOUL (Reuters)", "Washington", "Reuters", "", "The"},
		{"Tokyo, Apr. 16 (Kyodo) -- Japan", "Tokyo, Apr. 16 (Kyodo)", "Tokyo", "Kyodo", "", "Japan"},
		{"New Delhi [India], April 16 (ANI): India", "New Delhi [India], April 16 (ANI)", "New Delhi", "ANI", "", "India"},
		{"ISLAMABAD: Pakistan", "ISLAMABAD", "Islamabad", "", "", "Pakistan"},
		{"MOSCOW, April 16. /TASS/. Russia", "MOSCOW, April 16. /TASS/.", "Moscow", "TASS", "", "Russia"},
		{"GENEVA (16 April 2015) – The", "GENEVA (16 April 2015)", "Geneva", "", "2015-04-16", "The"},
		{"16 April 2015 – The Council", "16 April 2015", "", "", "2015-04-16", "The Council"},
		{"(Reuters) - The", "(Reuters)", "", "Reuters", "", "The"},
		{"Washington (CNN) — The", "Washington (CNN)", "Washington", "CNN", "", "The"},
		{"UNITED NATIONS (AP) — The", "UNITED NATIONS (AP)", "United Nations", "AP", "", "The"},
		{"ST. PETERSBURG, Russia — The", "ST. PETERSBURG, Russia", "St. Petersburg", "", "", "The"},
		{"Seoul, South Korea — The", "Seoul, South Korea", "Seoul", "", "", "The"},
		{"BEIRUT – Hezbollah", "BEIRUT", "Beirut", "", "", "Hezbollah"},
		{"BAGHDAD, Nov 3 (Reuters) - al-Qaeda", "BAGHDAD, Nov 3 (Reuters)", "Baghdad", "Reuters", "", "al-Qaeda"},
		// no datelines
		{"NATO — Europe's alliance — met", "", "", "", "", ""},
		{"U.S. - China talks", "", "", "", "", ""},
		{"BREAKING: Seoul says", "", "", "", "", ""},
		{"UPDATE 1 - Seoul says", "", "", "", "", ""},
		{"Kim: We agree", "", "", "", "", ""},
		{"Washington - and Seoul", "", "", "", "", ""},
		{"The minister — Jane Doe — said", "", "", "", "", ""},
		{"PARIS — which is far away — agreed", "", "", "", "", ""},
		{"In Paris, March 3 - a Tuesday - was", "", "", "", "", ""},
		{"Q: What now?", "", "", "", "", ""},
		{"On March 3 - Independence Day - he left", "", "", "", "", ""},
	}
	for _, c := range cases {
		line, rest, ok := cutDateline(c.in)
		if !ok {
			line, rest = dateline{}, ""
		}
		if line.text != c.dateline || line.place != c.here || line.agency != c.agency || line.date.String() != c.date || rest != c.rest {
			t.Errorf("cutDateline(%q) = %q here %q agency %q date %q rest %q", c.in, line.text, line.place, line.agency, line.date, rest)
		}
	}
}

func TestBylinesGiveNamesAlone(t *testing.T) {
	cases := []struct {
		in     string
		names  []string
		agency string
	}{
		{"By KH디지털2", []string{"KH디지털2"}, ""},
		{"By Jane Doe, Reuters", []string{"Jane Doe"}, "Reuters"},
		{"By JANE DOE and JOHN McROE", []string{"Jane Doe", "JOHN McROE"}, ""},
		{"by Jane Doe, John Roe and Ana de la Cruz", []string{"Jane Doe", "John Roe", "Ana de la Cruz"}, ""},
		{"By Jane Doe in Seoul and John Roe in Tokyo", []string{"Jane Doe", "John Roe"}, ""},
		{"By Jane Doe (jane@paper.example)", []string{"Jane Doe"}, ""},
		{"Jane Doe, Staff Reporter", []string{"Jane Doe"}, ""},
		{"Jane Doe in Seoul", []string{"Jane Doe"}, ""},
		{"Author: Jane Doe", []string{"Jane Doe"}, ""},
		{"홍길동 기자", []string{"홍길동"}, ""},
		{"By the time talks ended", nil, ""},
		{"By air and by sea", nil, ""},
		{"Talks in Geneva", nil, ""},
		{"Seoul, Tokyo agree", nil, ""},
	}
	for _, c := range cases {
		p, _ := readByline(c.in)
		if !slices.Equal(p.names, c.names) || p.agency != c.agency {
			t.Errorf("readByline(%q) = %q, %q; want %q, %q", c.in, p.names, p.agency, c.names, c.agency)
		}
	}
}

func TestFurnitureGoesAndProseStays(t *testing.T) {
	drop := []string{"Share", "• Link copied", "PRINT", "Read more", "Advertisement", "ADVERTISEMENT", "Photo: The two ministers. AP", "Sign up for our newsletter",
		"Copyright 2015 The Korea Herald. All rights reserved.", "© 2015 AFP", "5 min read", "1.2K shares", "12", "Facebook Twitter Email", "Staff Reporter",
		"Diplomatic Correspondent, Seoul", "jane@paper.example", "Home > News > World", "Read more: What the treaty says", "Story continues below advertisement", "* * *",
		"South Korean Vice Foreign Minister Cho Tae-yong shakes hands in Tokyo. (AP Photo/Eugene Roe)", "Image source, Getty Images"}
	for _, s := range drop {
		if k := readPageLine(s).kind; k != dropLine {
			t.Errorf("%q is kept (kind %d)", s, k)
		}
	}
	keep := []string{"Share prices fell in Tokyo after the talks.", "Print media in both countries welcomed the accord.", "Copyright talks between Brazil and the EU resumed on Monday.",
		"Related articles of the treaty will be discussed in May.", "More from both sides is needed, the envoy said.", "Date palms stood in the courtyard.",
		"Time is running out, the minister said.", "Save the whales, activists told the delegates.", "Follow-up talks are planned for May.", "Seoul, Tokyo agree to hold talks",
		"By Thursday, both sides had left Geneva.", "Two killed in border clash", "Reporters were not admitted.", "Author of the treaty dies at 90", "Email leak strains ties with Manila",
		"Courtesy of the Kremlin, the two sides met again on Friday in a guest house near Moscow, officials said.", "한·미·일 외교차관 회의", "Home rule for Gaza discussed"}
	for _, s := range keep {
		if k := readPageLine(s).kind; k != freeLine {
			t.Errorf("%q is dropped (kind %d)", s, k)
		}
	}
}

func TestLanguageIsDetectedByScriptThenWords(t *testing.T) {
	cases := []struct{ in, want string }{
		{"The two ministers agreed to resume their talks in the autumn, officials said.", "en"},
		{"한국과 터키가 다음 달 앙카라에서 영사 대화를 열기로 했다고 외교부가 4일 밝혔다.", "ko"},
		{"両国の外相は来月アンカラで領事対話を開くことで合意したと外務省が発表した。", "ja"},
		{"两国外长同意下个月在安卡拉举行领事对话,外交部四日宣布。", "zh"},
		{"Los cancilleres firmaron el acuerdo después de un día de conversaciones y anunciaron una comisión.", "es"},
		{"Les deux ministres des affaires étrangères ont signé un accord après une journée de pourparlers.", "fr"},
		{"Die beiden Außenminister unterzeichneten nach eintägigen Gesprächen ein Abkommen über die Grenze.", "de"},
		{"Министры иностранных дел двух стран подписали соглашение после однодневных переговоров.", "ru"},
		{"12 34 56", ""},
		{"", ""},
	}
	for _, c := range cases {
		if got := detectLanguage(c.in, 0); got != c.want {
			t.Errorf("detectLanguage(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	for in, want := range map[string]string{"en": "en", "en-GB": "en", "EN_us": "en", "eng": "en", "English": "en", "ko": "ko", "": "", "klingon?": ""} {
		if got := languageCode(strings.ReplaceAll(in, "_", "-")); got != want {
			t.Errorf("languageCode(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestTablesHaveTheirForm(t *testing.T) {
	if len(furnitureTable().line) == 0 || len(agencyNames()) == 0 || len(monthNumbers()) == 0 || len(zones()) == 0 {
		t.Fatal("a table is empty")
	}
	seen := map[string]bool{}
	for _, r := range rows("furniture.tsv", 3) {
		key := strings.Join(r, "\t")
		if seen[key] {
			t.Errorf("furniture.tsv says twice: %s", key)
		}
		seen[key] = true
		if r[0] != "signoff" && strings.ToLower(r[2]) != r[2] {
			t.Errorf("furniture.tsv: %q must be in lower case", r[2])
		}
		if r[1] == "line" && lineKey(r[2]) != r[2] {
			t.Errorf("furniture.tsv: %q never matches: lines are compared as %q", r[2], lineKey(r[2]))
		}
	}
}
