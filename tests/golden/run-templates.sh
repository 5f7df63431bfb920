#!/bin/sh
# run-templates.sh BUILD - the template's vocabulary: the reference
# docs/templates.md held against the schema, each of its examples run; what
# elements select; and what is said of attributes that are wrong.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh

# --- the reference
mkdir "$scratch/reference" "$scratch/w"
cp -R rules templates input "$scratch/reference"
told "every element, attribute and example" "elements 31 examples 31" \
	"$(python3 tests/golden/reference.py "$bokslut" "$scratch/reference" 2>&1)"
told "every picture of it is there" "" \
	"$(sed -n 's/^!\[\](\(.*\))$/\1/p' docs/templates.md | while read -r picture; do
		[ -s "docs/$picture" ] || echo "$picture"
	done)"

# --- what elements select, counted by hand or from the exports
cp -R rules templates input "$scratch/w"
made=$scratch/w/output/2025-T1/prognosrapport/latest
texts=$scratch/w/input/2025-T1/text
# with ELEMENTS…: the report of a template that has these; the status
with()
{
	printf '<template xmlns="urn:bokslut:template:1"><section title="Prov">%s</section></template>\n' \
		"$*" >"$scratch/w/templates/prognosrapport.xml"
	"$bokslut" -C "$scratch/w" run 2025-T1 prognosrapport --lang en >"$scratch/out" 2>"$scratch/err"
	echo $?
}
# rows TABLE: how many it has, as a list
rows()
{
	tr -d '\r' <"$made/tables/$1.csv" | tail -n +2 | grep -c .
}
# selects ELEMENT TABLE ROWS
selects()
{
	told "$1" 0 "$(with "$1")"
	told "it has $3 rows" "$3" "$(rows "$2")"
}
# 25 indicators, of which a red one hangs under two goals
selects '<indicators empty="Inga."/>' indicators 26
selects '<indicators grade="red" empty="Inga."/>' indicators 6
selects '<indicators goal="goal.elderly" empty="Inga."/>' indicators 6
selects '<indicators goal="goal.elderly" grade="green" unit="son" empty="Inga."/>' indicators 6
# kf.care is above four of the goals, with 6, 3, 2 and 6 indicators
told "a goal above others takes what is under them" yes \
	"$([ "$(with '<indicators goal="kf.care" empty="Inga."/>')" = 0 ] &&
		[ "$(rows indicators)" = 17 ] && echo yes)"
# four are published as reached, one of them against the rule: 6, 3, 2 and 5
# indicators, 15 green and 1 yellow
told "goals by grade" 0 "$(with '<goals kind="nämndmål" grade="reached" empty="Inga."/>')"
told "those that are published as reached, and their indicators" "4 ;Summa;15;1;0;;" \
	"$(awk -F ';' 'NR > 1 && $7 == "uppnås"' tests/golden/nordviken-2025-T1/goals.csv | wc -l) $(tr -d '\r' \
		<"$made/tables/goals.csv" | tail -n 1)"
told "and no others" 4 "$(python3 -c 'import csv, sys
print(sum(1 for row in csv.reader(open(sys.argv[1]), delimiter=";") if row[0].startswith("Nordviken")))' \
	"$made/tables/goals.csv")"
selects '<decisions kind="decision" since="2025-03-19" empty="Inga."/>' decision \
	"$(python3 - <<'END'
import csv
rows = csv.reader(open("input/2025-T1/quality/beslut.csv", encoding="utf-8-sig"))
import re
print(sum(1 for r in list(rows)[1:] if max(re.findall(r"\d{4}-\d\d-\d\d", r[0])) >= "2025-03-19"))
END
)"
told "nothing is left: its sentence" 0 "$(with '<indicators goal="goal.elderly" grade="red" empty="Inga alls."/>')"
told "is printed" 1 "$(grep -c 'Inga alls' "$made/report.xml")"

printf 'Läget: {traffic-light.status}; för äldre {goal.elderly.status}.\n' >"$texts/prov.md"
told "counts in a text" 0 "$(with '<text file="prov.md"/>')"
told "as the status has them" 1 \
	"$(grep -c 'Läget: 18 gröna, 2 gula, 5 röda; för äldre 6 gröna\.' "$made/report.xml")"

printf 'titel;fil;sidor\nEn handling;handling.pdf;12\n' >"$texts/bilagor.csv"
printf 'handling' >"$texts/handling.pdf"
told "an appendix" 0 "$(with '<appendices file="bilagor.csv" empty="Inga."/>')"
told "with the checksum of its file" 1 \
	"$(grep -c "SHA-256 $(sha256sum "$texts/handling.pdf" | cut -d ' ' -f 1)" "$made/report.xml")"
told "which is an input" 1 "$(grep -c '^# input .*text/handling.pdf$' "$made/manifest")"

# --- what is wrong
# wrong STATUS WORDS ELEMENT
wrong()
{
	told "$3" "$1" "$(with "$3")"
	told "tells: $2" 1 "$(grep -cF -- "$2" "$scratch/err")"
}
wrong 78 'goal="goal.old": there is none such' '<indicators goal="goal.old" empty="x"/>'
wrong 78 'unit="hemma": there is none such' '<indicators unit="hemma" empty="x"/>'
wrong 78 'grade="blue": there is none such' '<indicators grade="blue" empty="x"/>'
wrong 78 'the attribute "since" says "i går"; expected: a day like 2025-05-05' \
	'<decisions kind="decision" since="i går" empty="x"/>'
wrong 78 'the attribute "since" is not known here' '<indicators since="2025-01-01" empty="x"/>'
wrong 78 'indicator="trivsel": there is none such' '<chart indicator="trivsel" empty="x"/>'
wrong 78 'must name one or more, and names="…|…" as many' '<signatures roles="A|B" names="C"/>'
wrong 78 'the name of a list that ends in .csv' '<appendices file="bilagor.pdf" empty="x"/>'
wrong 66 'ingen.csv' '<appendices file="ingen.csv" empty="x"/>'
printf 'titel;fil;sidor\nEn handling;../case.csv;1\n' >"$texts/bilagor.csv"
wrong 65 'bilagor.csv:2: column 2 (fil): "../case.csv" is no name of a file beside this list' \
	'<appendices file="bilagor.csv" empty="x"/>'
printf 'titel;fil;sidor\nEn handling;borta.pdf;1\n' >"$texts/bilagor.csv"
wrong 66 'borta.pdf' '<appendices file="bilagor.csv" empty="x"/>'
printf '{goal.old.status}\n' >"$texts/prov.md"
wrong 65 '"{goal.old.status}" names no scale, and no goal with graded indicators' '<text file="prov.md"/>'
sum_up
