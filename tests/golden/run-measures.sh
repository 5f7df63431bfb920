#!/bin/sh
# run-measures.sh BUILD - published figures, from raw rows made to match them.
#
# awk writes rows whose counts, sums and distinct values are those behind the
# figures of a real report for January-August 2023; what ingest and assess make
# of them must be those figures, at every level.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh

period=2023-01..2023-08
cp -R tests/golden/measures/. "$scratch"
input=$scratch/input/$period
mkdir -p "$input"

# --- rows
# 100 clients a group; so many staff in all, seen twice; and strangers who came
# before the fourteen days, or after them
awk 'BEGIN {
	print "Dag;Grupp;Brukare;Personal"
	n = split("Citygruppen 1419 Fellingsbrogruppen 1353 Frövigruppen 1587 Hagabergsgruppen 1422 Hyttgruppen 1168", g, " ")
	for (i = 1; i < n; i += 2) for (c = 0; c < 100; c++) {
		k = int(g[i + 1] / 100) + (c < g[i + 1] % 100)
		for (s = 0; s < k; s++) {
			printf "2023-08-18;%s;B%s-%03d;P%d\n", g[i], i, c, s
			printf "2023-08-31;%s;b%s-%03d;p%d\n", g[i], i, c, s
		}
		printf "2023-08-17;%s;B%s-%03d;P%d\n", g[i], i, c, 900 + s
		printf "2023-09-01;%s;B%s-%03d;P%d\n", g[i], i, c, 900 + s
	}
}' >"$input/besok.csv"
# unit, law, all, followed up
awk 'BEGIN {
	print "Datum;Enhet;Lag;Följt upp"
	n = split("SÄBO SoL 138 116 Hemtjänst SoL 39 36 VoO SoL 9 9 LSS LSS 115 67 SÄBO HSL 50 1", r, " ")
	for (i = 1; i < n; i += 4) for (k = 0; k < r[i + 2]; k++)
		printf "2023-%02d-%02d;%s;%s;%s\n", k % 8 + 1, k % 28 + 1,
			r[i], r[i + 1], k < r[i + 3] ? "2023-08-31" : ""
	print "2022-12-31;SÄBO;SoL;"
}' >"$input/avvikelser.csv"
awk 'BEGIN {
	print "Datum;Utfall"
	for (k = 0; k < 21; k++)
		printf "2023-0%d-15;%s\n", k % 6 + 1,
			k == 7 ? "avslag" : k % 2 ? "bifall" : "Delvis bifall"
	print "2023-07-01;avslag"
}' >"$input/domar.csv"
# 8 months, 12 500 hours each: 8,57 and 7,52 per cent of 100 000 are ill
awk 'BEGIN {
	print "Månad;Enhet;Tid;Sjuk"
	for (y = 2022; y < 2024; y++) for (m = 1; m <= 8; m++) {
		printf "%d-%02d;Hemtjänst;10000;%d,%s\n", y, m,
			(y == 2022 ? 971 : 840) - m, y == 2022 ? "25" : "00"
		printf "%d-%02d;IFO;2500;%d\n", y, m, 100 + m
	}
	print "2023-09;IFO;2500;999"
}' >"$input/tid.csv"

# --- facts
ok=yes
for source in care.visits quality.deviations law.rulings hr.absence; do
	(cd "$scratch" && "$build/bin/bokslut-ingest" --lang en --output "facts/$source" \
		"$period" "$source") >"$scratch/told" 2>&1 || ok=no
	cat "$scratch/told"
done
told "every source is read" yes "$ok"

# fact SOURCE ID UNIT ATTRIBUTE: of its only window
fact()
{
	xmllint --xpath "string(//*[local-name()='fact'][@id='$2'][@unit='$3']/@$4)" \
		"$scratch/facts/$1/facts.xml"
}
for row in citygruppen:1419 fellingsbro:1353 frovi:1587 hagaberg:1422 hytt:1168; do
	told "continuity of ${row%:*}" "${row#*:}/100" \
		"$(fact care.visits continuity "${row%:*}" numerator)/$(fact care.visits continuity "${row%:*}" denominator)"
done
told "continuity of all clients" "6949/500" \
	"$(fact care.visits continuity hemtjanst numerator)/$(fact care.visits continuity hemtjanst denominator)"
told "clients of all groups" 500 "$(fact care.visits clients son value)"
told "rows behind it" 13898 "$(fact care.visits continuity son rows)"
told "deviations of care" 186 "$(fact quality.deviations deviations voo value)"
told "followed up" 161 "$(fact quality.deviations deviations.followed voo value)"
told "of care homes" 138 "$(fact quality.deviations deviations sabo value)"
told "of home care" 39 "$(fact quality.deviations deviations hemtjanst value)"
told "of disability support" 115 "$(fact quality.deviations deviations fs value)"
told "of the committee" 301 "$(fact quality.deviations deviations son value)"
told "what no measure asks for" "filtered 50 outside-window 1" "$(xmllint --xpath \
	"concat(//*[local-name()='left-out'][1]/@by, ' ', //*[local-name()='left-out'][1]/@rows, ' ', //*[local-name()='left-out'][2]/@by, ' ', //*[local-name()='left-out'][2]/@rows)" \
	"$scratch/facts/quality.deviations/facts.xml")"
told "rulings" 21 "$(fact law.rulings rulings ifo value)"
told "rulings that were right" 20 "$(fact law.rulings rulings.right ifo value)"
told "months" 8 "$(xmllint --xpath "count(//*[local-name()='fact'][@id='sick.by-month'][@unit='son'])" "$scratch/facts/hr.absence/facts.xml")"
told "a month" 940.00 "$(xmllint --xpath "string(//*[local-name()='fact'][@id='sick.by-month'][@unit='son'][@window='2023-03..2023-03']/@value)" "$scratch/facts/hr.absence/facts.xml")"
told "the least" 101 "$(fact hr.absence sick.least son value)"
told "the most of a year" 839.00 "$(fact hr.absence sick.most son value)"
told "its window" 2022-09..2023-08 "$(fact hr.absence sick.most son window)"
told "the mean at the end" "940.00/2" "$(fact hr.absence sick.mean son numerator)/$(fact hr.absence sick.mean son denominator)"
told "its day" 2023-08-31 "$(fact hr.absence sick.mean son window)"

# --- what is made of facts
(cd "$scratch" && "$build/bin/bokslut-assess" --lang en --output made "$period" r facts/*/facts.xml) \
	>"$scratch/told" 2>&1
told "assessed" 0 "$?"
cat "$scratch/told"
# share INDICATOR DECIMALS FACTOR: its value, as it would be printed
share()
{
	for part in numerator denominator; do
		xmllint --xpath "string(//*[local-name()='indicator'][@id='$1']/*[local-name()='value']/@$part)" \
			"$scratch/made/assessment.xml"
		echo
	done | awk -v d="$2" -v f="$3" 'NF { v[++n] = $1 } END { printf "%.*f\n", d, f * v[1] / v[2] + 1e-12 }'
}
told "the mean of the groups: 13,9" 13.9 "$(share i.continuity 1 1)"
told "deviations followed up: 87 %" 87 "$(share i.voo 0 100)"
told "care homes: 84 %" 84 "$(share i.sabo 0 100)"
told "home care: 92 %" 92 "$(share i.hemtjanst 0 100)"
told "disability support: 58 %" 58 "$(share i.fs 0 100)"
told "rulings: 95 %" 95 "$(share i.rulings 0 100)"
told "sick leave: 7,52 %" 7.52 "$(share i.sick 2 100)"
told "the year before: 8,57 %" 8.57 "$(share i.sick-before 2 100)"
sum_up
