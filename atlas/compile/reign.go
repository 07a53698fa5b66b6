package main

import (
	"fmt"
	"path/filepath"
	"strings"
)

// reignIDs gives the ids of REIGN's state abbreviations (Correlates of War)
// that differ from ISO's.
var reignIDs = pairs(`AAB ATG, ALG DZA, ANG AGO, AUL AUS, AUS AUT, BAH BHR, BAR BRB, BFO BFA, BHM BHS, BHU BTN, BNG BGD,
	BOS BIH, BOT BWA, BRU BRN, BUI BDI, BUL BGR, CAM KHM, CAO CMR, CAP CPV, CDI CIV, CEN CAF, CHA TCD, CON COG, COS CRI, CRO HRV,
	CZR CZE, DEN DNK, DRC COD, DRV VNM, EQG GNQ, ETM TLS, FIJ FJI, FRN FRA, GAM GMB, GDR DEU, GFR DEU, GMY DEU, GRG GEO, GRN GRD,
	GUA GTM, GUI GIN, HAI HTI, HON HND, ICE ISL, INS IDN, IRE IRL, KOS XKX, KUW KWT, KYR KGZ, KZK KAZ, LAT LVA, LEB LBN, LES LSO,
	LIB LBY, LIT LTU, MAA MRT, MAC MKD, MAD MDV, MAG MDG, MAL MYS, MAS MUS, MAW MWI, MLD MDA, MLT MLT, MNC MCO, MNG MNE, MON MNG,
	MOR MAR, MSI MHL, MYA MMR, MZM MOZ, NAU NRU, NEP NPL, NEW NZL, NIG NGA, NIR NER, NTH NLD, OMA OMN, PAL PLW, PAR PRY, PHI PHL,
	POR PRT, ROK KOR, ROM ROU, RVN VNM, SAF ZAF, SAL SLV, SEY SYC, SIE SLE, SIN SGP, SKN KNA, SLO SVK, SLU LCA, SLV SVN, SNM SMR,
	SOL SLB, SPN ESP, SRI LKA, SUD SDN, SVG VCT, SWA SWZ, SWD SWE, TAJ TJK, TAZ TZA, THI THA, TOG TGO, TRI TTO, UAE ARE, UKG GBR,
	URU URY, VAN VUT, YAR YEM, YPR YEM, YUG SRB, ZAM ZMB, ZIM ZWE, SWZ CHE, TAW TWN, DOM DOM, ALB ALB, CZE CZE, GRC GRC, COM COM`)

func pairs(s string) map[string]string {
	m := make(map[string]string)
	for _, p := range strings.Split(s, ",") {
		f := strings.Fields(p)
		m[f[0]] = f[1]
	}
	return m
}

// reign reads who led each state, by month. Most rows hold the surname alone;
// those join the people of the other collections or are known by it only.
func reign(facts string, _ *names) ([]term, error) {
	rows, err := readCSV(filepath.Join(facts, "reign_leaders.csv"))
	if err != nil {
		return nil, err
	}
	var out []term
	for _, r := range rows {
		of := r["stateabb"]
		if id, ok := reignIDs[of]; ok {
			of = id
		}
		name := tidyLeader(r["leader"])
		if name == "" || year(r["eyear"]) < 1990 || len(of) != 3 || of == "SNM" {
			continue
		}
		t := term{name: name, surname: leaderSurname(name, of), office: "leader", of: of}
		t.from = fmt.Sprintf("%04d-%02d-%02d", year(r["syear"]), year(r["smonth"]), year(r["sdate"]))
		t.to = fmt.Sprintf("%04d-%02d", year(r["eyear"]), year(r["emonth"]))
		if t.to >= "2021-08" { // the last month that REIGN covers, not the end of a term
			t.to = ""
		}
		out = append(out, t)
	}
	return out, nil
}

// tidyLeader drops initials behind a surname ("Al-Assad H.") and honorifics.
func tidyLeader(s string) string {
	s = strings.TrimSpace(strings.TrimPrefix(s, "Lyonpo "))
	if strings.ContainsAny(s, "/?()0123456789,") {
		return ""
	}
	words := strings.Fields(s)
	for len(words) > 1 && strings.HasSuffix(words[len(words)-1], ".") {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

func leaderSurname(name, of string) string {
	switch of {
	case "KOR", "PRK", "CHN", "TWN", "VNM", "KHM", "SGP", "JPN", "HUN":
		first, _, _ := strings.Cut(name, " ")
		return first
	}
	return surnameOf(name, false)
}
