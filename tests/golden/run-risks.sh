#!/bin/sh
# run-risks.sh BUILD - internal control: the risks of a published follow-up get
# the classes that it printed, in picture, table and CSV; and what is said of
# risks and matrices that are wrong.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh

mkdir "$scratch/w"
cp -R rules templates input "$scratch/w"
run()
{
	"$bokslut" -C "$scratch/w" run 2023-01..2023-08 internkontroll --lang en >"$scratch/out" 2>"$scratch/err"
	echo $?
}
told "the close" 0 "$(run)"
told "of a ratio that declares what it is over nothing, nothing is told" "" "$(grep 'is 0; say by zero' "$scratch/err")"
sed -i '/id = "incident.share"/,/}/s/, zero = "not-measured"//' "$scratch/w/rules/measures.lua"
"$bokslut" -C "$scratch/w" --output "$scratch/undeclared" run 2023-01..2023-08 internkontroll --lang en >"$scratch/out" 2>"$scratch/err"
told "of one that does not, it is" 1 "$(grep -c '"incident.told" of "[a-z.-]*" is 0; say by zero' "$scratch/err")"
cp rules/measures.lua "$scratch/w/rules"
made=$scratch/w/output/2023-01..2023-08/internkontroll/r1

# risks ATTRIBUTE…: these of each risk of the assessment, a risk a line
risks()
{
	python3 - "$made/assessment.xml" "$@" <<'END'
import sys, xml.etree.ElementTree as tree
for risk in tree.parse(sys.argv[1]).getroot().iter("{urn:bokslut:assessment:1}risk"):
    print(*(risk.get(name) for name in sys.argv[2:]))
END
}

# Lindesbergs kommun, socialnämnden: internkontroll, uppföljning jan-aug 2023:
# number, likelihood, severity and class of nine risks (its graphic)
cat >"$scratch/want" <<'END'
1 3 3 soon
2 4 4 at-once
3 3 1 accepted
4 3 3 soon
5 3 1 accepted
6 3 3 soon
7 3 3 soon
8 2 2 accepted
9 2 2 accepted
END
risks number likelihood severity is >"$scratch/got"
told "each risk has the class that was published" "" "$(diff "$scratch/want" "$scratch/got")"
pdftotext -layout "$made/report.pdf" - | tr -s ' \n\f' ' ' >"$scratch/text"
for words in "1 hanteras omedelbart, 4 hanteras snarast, 4 accepteras av 9 risker" \
	"Av 9 risker är bedömningen: 1 hanteras omedelbart, 4 hanteras snarast, 4 accepteras." \
	"Kontrollerna av 7 av 9 risker är uppföljda, 16 kontroller av 20. Antal åtgärder: 1." \
	"4 mycket stor: kan inträffa varje dag allvarlig: stor betydelse"; do
	told "it says: $words" yes "$(grep -qF "$words" "$scratch/text" && echo yes)"
done
# Deviations, counted from raw rows: last year's, this year's, shares likewise
# (the same follow-up, and 161 of 186, 116 of 138, 36 of 39, 67 of 115)
figures=$made/tables/avvikelser.csv
for row in "Vård och omsorg;243;186;71;%;87;%" \
	"varav Särskilt boende/demens;–;138;63;%;84;%" "varav Hemtjänst;–;39;92;%;92;%" \
	"Funktionsstöd;36;115;50;%;58;%" "varav Familjehem;–;19;–;;68;%" \
	"varav Ekonomiskt bistånd;–;19;–;;100;%" "varav Barn- och ungdomsgruppen;–;15;–;;–;" \
	"Individ och familj;–;53;–;;84;%"; do
	told "counted: $row" 1 "$(tr -d '\r' <"$figures" | grep -cxF "$row")"
done
told "quoted in the text" yes "$(grep -qF "rapporterades 186 avvikelser, mot 243 samma tid året före, och 87 % av dem" "$scratch/text" && echo yes)"
told "it is sound" "" "$(python3 tests/pdf/check.py "$made/report.pdf" 2>&1)"
told "the picture is told in words, with every risk" 9 \
	"$(grep -o 'Risk [0-9]: sannolikhet [^,]*, allvarlighetsgrad [^.]*' "$made/report.xml" | sort -u | wc -l)"
told "as CSV" "2;För få platser i särskilt boende;Äldreomsorg: trygghet;mycket stor;allvarlig;hanteras omedelbart" \
	"$(sed -n 3p "$made/tables/risk.csv" | tr -d '\r')"

# --- a text that counts actions otherwise than the table
text=$scratch/w/input/2023-01..2023-08/text/internkontroll-slutsatser.md
cp "$text" "$scratch/text.md"
# counts SENTENCE NOTES
counts()
{
	{ cat "$scratch/text.md"; printf '\n%s\n' "$1"; } >"$text"
	run >/dev/null
	told "$1" "$2" "$(grep -c 'internkontroll-slutsatser.md:7: the text counts [0-9]* actions, the report.s table 1;' \
		"$scratch/err")"
}
counts "En åtgärd är beslutad." 0
counts "Två åtgärder är beslutade." 1
counts "Det finns 1 åtgärd och två anmärkningar." 0
counts "Inga åtgärder är beslutade." 1
told "over the end of a line" 1 "$({ cat "$scratch/text.md"; printf '\nNämnden har beslutat om **3**\nåtgärder.\n'; } >"$text"
	run >/dev/null; grep -c 'slutsatser.md:8: the text counts 3 actions' "$scratch/err")"
cp "$scratch/text.md" "$text"
rm -rf "$scratch/w/output"
run >/dev/null

# --- the other way to declare classes, cell by cell
cp rules/risks.lua "$scratch/risks.lua"
python3 - "$scratch/w/rules/risks.lua" <<'END'
import re, sys
text = open(sys.argv[1]).read()
a, s, o = '"accepted"', '"soon"', '"at-once"'
cells = ",\n".join("    { " + ", ".join(row) + " }" for row in ([a, a, a, a], [a, a, s, s], [a, s, s, o], [a, s, o, o]))
steps = re.search(r"  from \{ 1, .*at-once\" \},\n", text, re.S)[0]
open(sys.argv[1], "w").write(text.replace(steps, "  cells = {\n" + cells + ",\n  },\n"))
END
told "by cells" 0 "$(run)"
classes()
{
	grep -o '<risk .*' "$1"
	sed -n '/<risk-matrix/,/<\/risk-matrix>/p' "$1" | grep '<cell'
}
told "classes are the same" "" "$(classes "$made/assessment.xml" >"$scratch/steps"
	classes "${made%r1}r2/assessment.xml" | diff "$scratch/steps" -)"
told "and the rule is what changed" 1 "$("$bokslut" -C "$scratch/w" diff 2023-01..2023-08 internkontroll r1 r2 --lang en |
	grep -c 'rules/risks.lua')"

# refused WORDS SED: a matrix that is wrong
refused()
{
	sed "$2" "$scratch/risks.lua" >"$scratch/w/rules/risks.lua"
	told "$2" 78 "$(run)"
	told "tells: $1" 1 "$(grep -cF -- "$1" "$scratch/err")"
}
refused 'the first from 1' 's/from { 1, "accepted" }/from { 2, "accepted" }/'
refused 'each above the one before it' 's/from { 12,/from { 6,/'
refused 'the scale "risk-class" has no grade "later"' 's/"soon" },/"later" },/'
refused 'letters: the class "soon" has none' 's/soon = "S", //'
refused 'there is no scale "risk-clas"' 's/scale = "risk-class"/scale = "risk-clas"/'
refused 'likelihood: from 2 to 10 levels were expected' 's/likelihood = { .*/likelihood = { "liten" },/'
refused 'severity_means: as many were expected as there are levels' 's/"liten betydelse", //'
cp "$scratch/risks.lua" "$scratch/w/rules/risks.lua"

# --- what is left after the controls; products by hand: 6, 12, -, 3, 3, 4, 6, 1
# and 6, of which the last is graver than the 4 before
rm -rf "$scratch/w/output"
risks=$scratch/w/input/2023-01..2023-08/quality/risker.csv
cp "$risks" "$scratch/risker.csv"
python3 - "$scratch/w" "$risks" <<'END'
import pathlib, sys
sources = pathlib.Path(sys.argv[1], "rules/sources.lua")
text = sources.read_text()
text = text.replace('as = "severity", type = "text" },', """as = "severity", type = "text" },
  column { "S efter", as = "residual-likelihood", type = "text", may_be_empty = true },
  column { "A efter", as = "residual-severity", type = "text", may_be_empty = true },""", 1)
text = text.replace('fields = { "text", "goal", "likelihood", "severity" }',
    'fields = { "text", "goal", "likelihood", "severity", "residual-likelihood", "residual-severity" }')
sources.write_text(text)
after = ["S efter;A efter", "liten;3", "4;kännbar", ";", "1;3", "3;1", "2;2", "3;2", "1;1", "2;3"]
path = pathlib.Path(sys.argv[2])
lines = path.read_text(encoding="utf-8-sig").splitlines()
path.write_text("\ufeff" + "\r\n".join(f"{a};{b}" for a, b in zip(lines, after)) + "\r\n")
END
told "a close with residual risks" 0 "$(run)"
cat >"$scratch/want" <<'END'
1 2 3 soon
2 4 3 at-once
3 None None None
4 1 3 accepted
5 3 1 accepted
6 2 2 accepted
7 3 2 soon
8 1 1 accepted
9 2 3 soon
END
risks number residual-likelihood residual-severity residual >"$scratch/got"
told "each has the class of what is left" "" "$(diff "$scratch/want" "$scratch/got")"
told "one that is graver is told" 1 \
	"$(grep -c 'the risk "risk.9", line 10 of its export, is graver after its controls than before them' "$scratch/err")"
told "and no other" 1 "$(grep -c 'is graver after' "$scratch/err")"
pdftotext -layout "$made/report.pdf" - | tr -s ' \n\f' ' ' >"$scratch/text"
for words in "Av 9 risker är bedömningen: 1 hanteras omedelbart, 4 hanteras snarast, 4 accepteras." \
	"Efter kontrollerna är bedömningen av 8 risker: 1 hanteras omedelbart, 3 hanteras snarast, 4 accepteras."; do
	told "it says: $words" yes "$(grep -qF "$words" "$scratch/text" && echo yes)"
done
told "as CSV" "2;För få platser i särskilt boende;Äldreomsorg: trygghet;mycket stor;allvarlig;hanteras omedelbart;hanteras omedelbart: mycket stor, kännbar" \
	"$(sed -n 3p "$made/tables/risk.csv" | tr -d '\r')"
told "it is sound" "" "$(python3 tests/pdf/check.py "$made/report.pdf" 2>&1)"
"$bokslut" -C "$scratch/w" explain 2023-01..2023-08 risk.2 --lang en >"$scratch/out" 2>&1
told "explain tells what is left" 1 "$(grep -c 'after its controls  *hanteras omedelbart; 4, mycket stor; 3, kännbar' "$scratch/out")"
sed -i 's/;4;kännbar/;4;/' "$risks"
told "half of what is left is refused" 65 "$(run)"
told "and told" 1 "$(grep -cF 'the risk "risk.2", line 3 of its export: residual-severity = "" is no level' "$scratch/err")"
cp "$scratch/risker.csv" "$risks"
cp rules/sources.lua "$scratch/w/rules/sources.lua"

# --- a likelihood by a measure: the export has 354 deviations in the months of
# the close (six of its 360 rows are of another), so the third level is reached
# by its least value to the unit; 3 times 4 is 12
rm -rf "$scratch/w/output"
python3 - "$scratch/w" "$risks" <<'END'
import pathlib, sys
sources = pathlib.Path(sys.argv[1], "rules/sources.lua")
text = sources.read_text()
text = text.replace('as = "likelihood", type = "text" },', """as = "likelihood", type = "text", may_be_empty = true },
  column { "Mått", as = "likelihood-measure", type = "text", may_be_empty = true },""", 1)
text = text.replace('fields = { "text", "goal", "likelihood", "severity" }',
    'fields = { "text", "goal", "likelihood", "likelihood-measure", "severity" }')
sources.write_text(text)
path = pathlib.Path(sys.argv[2])
lines = path.read_text(encoding="utf-8-sig").splitlines()
lines = [line + (";Mått" if i == 0 else ";incident.count" if i == 2 else ";") for i, line in enumerate(lines)]
lines[2] = lines[2].replace(";mycket stor;", ";;")
path.write_text("\ufeff" + "\r\n".join(lines) + "\r\n")
END
least() # VALUES
{
	sed "s/^  likelihood_means/  likelihood_from = { $1 },\n&/" "$scratch/risks.lua" >"$scratch/w/rules/risks.lua"
}
by_measure()
{
	grep -o '<risk .*record="risk.2".*' "$(ls -d "$scratch"/w/output/2023-01..2023-08/internkontroll/latest/)assessment.xml" |
		grep -o ' likelihood="[0-9]"\| is="[a-z-]*"\| measure="[a-z.]*"' | tr -d '\n'
}
least "1, 354, 355"
told "a close with a measured risk" 0 "$(run)"
told "the level is the highest that is reached" ' likelihood="3" is="at-once" measure="incident.count"' "$(by_measure)"
least "1, 354.5, 1000"
told "with other least values" 0 "$(run)"
told "it is the one below" ' likelihood="2" is="soon" measure="incident.count"' "$(by_measure)"
told "explain names the measure" 1 "$("$bokslut" -C "$scratch/w" explain 2023-01..2023-08 risk.2 --lang en | grep -c '^  measure  *incident.count')"
refused 'likelihood_from: the least value of each level but the first was expected' 's/^  likelihood_means/  likelihood_from = { 1, 1, 2 },\n&/'
refused 'likelihood_from: the least value of each level but the first was expected' 's/^  likelihood_means/  likelihood_from = { 1, 2 },\n&/'
unmeasured() # WORDS SED
{
	cp "$risks" "$scratch/measured.csv"
	sed -i "$2" "$risks"
	told "$1" 65 "$(run)"
	told "tells: $1" 1 "$(grep -cF "the risk \"risk.2\", line 3 of its export: likelihood-measure = $1" "$scratch/err")"
	cp "$scratch/measured.csv" "$risks"
}
cp "$scratch/risks.lua" "$scratch/w/rules/risks.lua"
unmeasured '"incident.count": the matrix has no likelihood_from' ''
least "1, 2, 3"
unmeasured '"incident.cuont": there is no such measure' 's/incident.count/incident.cuont/'
unmeasured '"incident.count": likelihood is told too; only one can hold' '3s/;;allvarlig/;stor;allvarlig/'
cp "$scratch/risker.csv" "$risks"
cp rules/sources.lua "$scratch/w/rules/sources.lua"
cp "$scratch/risks.lua" "$scratch/w/rules/risks.lua"

# --- versions: the close is as of 2023-09-29.  Version 2 classes from 4 in
# place of 6: of the products 9 16 3 9 3 9 9 4 4, 2 are below 4, 6 are 4 to 9
rm -rf "$scratch/w/output"
# second FROM [VERSION]: the matrix once more, from that day
second()
{
	cp "$scratch/risks.lua" "$scratch/w/rules/risks.lua"
	sed -n '/^risk_matrix {/,$p' "$scratch/risks.lua" | sed "s/version = 1/version = ${2:-2}/; s/from = \"2023-01-01\"/from = \"$1\"/; s/from { 6,/from { 4,/" \
		>>"$scratch/w/rules/risks.lua"
}
counts_of()
{
	grep -o '<risk .*' "$scratch"/w/output/2023-01..2023-08/internkontroll/latest/assessment.xml |
		grep -o ' is="[a-z-]*"' | sort | uniq -c | xargs
}
explained() # WORDS
{
	"$bokslut" -C "$scratch/w" explain 2023-01..2023-08 internal-control --lang en >"$scratch/out" 2>"$scratch/err"
	told "explain names $1" 1 "$(grep -cF "$1" "$scratch/out")"
	told "and tells nothing besides" "" "$(cat "$scratch/err")"
}
lines=$(wc -l <rules/risks.lua)
first=$(grep -n '^risk_matrix' rules/risks.lua | cut -d : -f 1)
second 2023-09-30
told "the day before a new version" 0 "$(run)"
told "the old one counts" "4 is=accepted 1 is=at-once 4 is=soon" "$(counts_of)"
explained "    version 1, rules/risks.lua:$first (SHA-256 "
second 2023-09-29
told "the first day of the new version" 0 "$(run)"
told "the new one counts" "2 is=accepted 1 is=at-once 6 is=soon" "$(counts_of)"
explained "    version 2, rules/risks.lua:$((lines + 1)) (SHA-256 "
told "so does --json" 2 "$("$bokslut" -C "$scratch/w" explain 2023-01..2023-08 risk.2 --json |
	python3 -c 'import json, sys; print(json.load(sys.stdin)["declared"]["version"])')"
# faulty WORDS SED: versions of which not one alone is in force
faulty()
{
	second 2023-09-29 3
	sed -i "$2" "$scratch/w/rules/risks.lua"
	told "$2" 78 "$(run)"
	told "tells: $1" 1 "$(grep -cF -- "$1" "$scratch/err")"
}
faulty 'versions 1 and 3 of "internal-control" are in force on the same day' '0,/version = 1,/s//& till = "2023-09-29",/'
faulty 'no version of "internal-control" is in force from 2023-09-01 to 2023-09-28, between version 1 (rules/risks.lua line' \
	'0,/version = 1,/s//& till = "2023-08-31",/'
faulty 'version 1, stands in rules/risks.lua line' 's/version = 3/version = 1/'
refused 'version = a whole number from 1 was expected' 's/version = 1/version = 1.5/'
refused 'from = "2023" is no day' 's/from = "2023-01-01"/from = "2023"/'
refused 'ends (till) before it begins' 's/from = "2023-01-01"/&, till = "2022-12-31"/'
for days in 'from = "2023-09-30"' 'from = "2022-01-01", till = "2023-09-28"'; do
	refused 'nothing that reads them is in force on the as-of day, 2023-09-29; "internal-control", version 1, is for 202' \
		"s/from = \"2023-01-01\"/$days/"
done
cp "$scratch/risks.lua" "$scratch/w/rules/risks.lua"

# --- a version that an approved report was made with says what it said
told "as it was" 0 "$(run)"
state()
{
	"$bokslut" -C "$scratch/w" state 2023-01..2023-08 internkontroll --lang en "$@" >"$scratch/out" 2>"$scratch/err" ||
		cat "$scratch/err"
}
told "proposed" "" "$(state proposed --date 2023-10-02 --role Controller)"
told "approved" "" "$(state approved --date 2023-10-18 --body Socialnämnden --paragraph "§ 80")"
refused 'risk_matrix: version 1 of "internal-control" was used for 2023-01..2023-08/internkontroll r' 's/from { 6,/from { 5,/'
refused 'which is approved, and no longer says what it said' 's/from = "2023-01-01"/from = "2022-01-01"/'
refused 'which is approved, and no longer says what it said' 's/from = "2023-01-01"/&, till = "2023-09-28"/'
sed 's/from = "2023-01-01"/&, till = "2023-09-29"/; s/^scale/-- another remark\n&/' "$scratch/risks.lua" >"$scratch/w/rules/risks.lua"
told "a remark may change, and its end be set" 0 "$(run)"
second 2023-10-01
told "a new version from a later day" 0 "$(run)"
told "moves nothing" 1 "$(grep -c 'stays as it is; it would have changed (moved: values 0, grades 0, texts 0; by rule)' "$scratch/err")"
rm -rf "$scratch/w/output"
cp "$scratch/risks.lua" "$scratch/w/rules/risks.lua"

# --- a risk that is wrong
sed -i 's/;mycket stor;allvarlig/;5;svår/' "$scratch/w/input/2023-01..2023-08/quality/risker.csv"
told "levels that there are not" 65 "$(run)"
for field in 'likelihood = "5"' 'severity = "svår"'; do
	told "tells $field" 1 "$(grep -cF "the risk \"risk.2\", line 3 of its export: $field is no level; there are: 1 " "$scratch/err")"
done
sed -i "s/;5;svår/;5;svår $(printf 'å%.0s' $(seq 500))/" "$scratch/w/input/2023-01..2023-08/quality/risker.csv"
told "a long one" 65 "$(run)"
told "is cut, between letters" 1 "$(grep -cF "severity = \"svår $(printf 'å%.0s' $(seq 27))…\" is no level" "$scratch/err")"
sum_up
