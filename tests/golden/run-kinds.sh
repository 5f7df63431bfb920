#!/bin/sh
# run-kinds.sh BUILD - the sample's close with targets that name other values, a
# flow without a forecast and a survey between two of its times: what explain, diff
# and the report say of them.  Sums and shares were worked out by hand.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh

w=$scratch/w
mkdir "$w"
cp -R input rules templates "$w"
register=$w/input/register/indicators.csv
said=$w/input/2025-T1/quality/indikatorer.csv

run()
{
	status "$1" 0 "$bokslut" -C "$w" --lang "${2:-en}" run 2025-T1 prognosrapport
	made=$w/output/2025-T1/prognosrapport/$(readlink "$w/output/2025-T1/prognosrapport/latest")
	pdftotext -layout "$made/report.pdf" - | tr -s ' \n\f' ' ' >"$scratch/text"
}
explain()
{
	"$bokslut" -C "$w" --lang "${2:-en}" explain 2025-T1 "$1" 2>/dev/null >"$scratch/told"
}
# explains WHY WORDS: a line of it holds them
explains()
{
	told "$1: $2" 1 "$(grep -cF -- "$2" "$scratch/told")"
}
says()
{
	told "$1: $2" yes "$(grep -qF -- "$2" "$scratch/text" && echo yes)"
}

# Three processes a year; by April one is due, and none runs yet.
sed -i 's/^\(Automatiserade processer.*\);0;3;/\1;0;;/' "$said"
# Last year's value is of its first quarter only: 15,1 months.
sed -i 's/minska från 15 månader/minska från föregående år/' "$register"
# 28 registrations in 2024; 10 % more are 30,8.
sed -i 's/öka från29/öka med 10 % från värdet 2024/' "$register"
# The autumn's survey holds until the next one in June.
sed -i 's/^\(home-care-satisfaction;.*\);;enkät;/\1;2025-06;enkät;/' "$register"
sed -i 's/^\(Nöjda med sin hemtjänst\);87,5 %;87,5 %;/\1;;;/' "$said"
echo 'home-care-satisfaction;;2024-09..2024-10;;86,5 %' >>"$w/input/history/2024.csv"
# Three whole years, and four months that are no part of their line.
printf 'automated-processes;;%s;;%s\n' 2022 2 2023 3 2024 4 >>"$w/input/history/2024.csv"
run "the close"
told "a flow's line" "2022 2; 2023 3; 2024 4; januari–april 2025 ej jämförbar." \
	"$(xmllint --xpath 'string(//*[@id="history.automated-processes"]/@alt)' "$made/report.xml" |
		sed 's/.*per år: //')"

says "what is due of a flow" "röd Målvärde januari–april 2025: ≥ 1 "
explain automated-processes
explains "pro rata" "the value, pro rata, is 0 (compared with: at least 1)"
explains "what is due" "due of the target 1, januari–april 2025"
explain automated-processes sv
explains "and in Swedish" "värdet, pro rata, är 0 (jämfört med: minst 1)"
explains "and in Swedish" "månadernas del av målvärdet 1, januari–april 2025"

explain benefit-duration
explains "the value that is named" "the value that the target names 15,1 månader, januari–mars 2024"
explains "where it stands" "input/history/2024.csv line 2"
explains "what was compared" "forecast is 13 (compared with: below 15,1)"
says "as it is printed" "10 månader 13 månader minska från"
told "whole, wherever its line ends" 1 \
	"$(grep -c "minska från 15,1 månader" "$made/tables/indicators.csv")"

explain bpsd-registrations
explains "a tenth more than 28" "(compared with: at least 30,8)"
says "which 30 is seen to be short of" "14 14 ≥ 30,8 röd"

explain home-care-satisfaction
explains "last autumn's answer" "value 86,5 %, september–oktober 2024"
explains "from history" "input/history/2024.csv line 4"
says "its months are told" "Nuvärde: september–oktober 2024"
told "a reader gets the file" "input/history/2024.csv 4" \
	"$("$bokslut" -C "$w" explain --json 2025-T1 home-care-satisfaction 2>/dev/null |
		python3 -c 'import json, sys
value = json.load(sys.stdin)["figures"]["value"]["from"][0]
print(value["file"], value["line"])')"
told "the figures lead there" 1 "$(grep -c 'id="home-care-satisfaction".* input/history/2024.csv:4' "$made/report.xml")"

# A corrected year moves the target and what hangs on it.
sed -i 's/15,1 månader/12,1 månader/' "$w/input/history/2024.csv"
run "and again"
"$bokslut" -C "$w" --lang en diff 2025-T1 prognosrapport >"$scratch/told" 2>&1
explains "what moved" "the value that the target names: 15,1 månader → 12,1 månader  [register]"
told "13 is over 12,1 by 7,4 %" "red" \
	"$(xmllint --xpath 'string(//*[@id="benefit-duration"]/*[local-name()="grade"]/@is)' "$made/assessment.xml")"

# What is due moves when it is phased another way, though no grade does.
sed -i 's/\(^automated-processes;.*;flöde;\);/\150|0|0|0|0|0|0|0|0|0|0|50;/' "$register"
run "phased"
"$bokslut" -C "$w" --lang en diff 2025-T1 prognosrapport >"$scratch/told" 2>&1
explains "what is due moved" "due of the target: 1 → 1,5  [register]"
# Held to the same months of the year before, it is a target for those.
sed -i 's/\(^automated-processes;[^;]*;[^;]*;[^;]*;[^;]*;[^;]*;[^;]*\);3;/\1;minst samma period föregående år;/' "$register"
echo 'automated-processes;;2024-T1;;2' >>"$w/input/history/2024.csv"
run "held to months"
told "no target for the year" "2 2025-01..2025-04" \
	"$(xmllint --xpath 'concat(//*[@id="automated-processes" and @series="target"]/@value, " ", //*[@id="automated-processes" and @series="target"]/@window)' "$made/report.xml")"

# The day that the next answer is due, the old one no longer holds.
sed -i 's/;2025-06;enkät;/;2025-05-05;enkät;/' "$register"
run "overdue"
explain home-care-satisfaction
explains "no value" "value not measured"

# A year of payments is no less than eight months of them: no trend.
sed -i 's/^\(benefit-paid;.*varje tertial;;\);/\1flöde;/' "$register"
status "eight months" 0 "$bokslut" -C "$w" --lang en run 2023-01..2023-08 delarsrapport
told "a page of a flow" 1 "$(grep -c 'Utfall januari–augusti 2023: 1.*562. Utfall 2022: 2.*035.</run>' \
	"$w/output/2023-01..2023-08/delarsrapport/r1/report.xml")"

# A value that is nowhere is told with its place.
sed -i 's/värdet 2024/värdet 2019/' "$register"
status "refused" 65 "$bokslut" -C "$w" --lang sv run 2025-T1 prognosrapport
told "told" 1 "$(grep -c 'indicators.csv:16: målvärde: "öka med 10 % från värdet 2019"' "$scratch/stderr")"

# More faults than are told one by one: the count comes before the last word.
sed -i '1s/$/;mer/' "$register"
status "a head with a column more" 65 "$bokslut" -C "$w" --lang en run 2025-T1 prognosrapport
told "how many more" 1 "$(grep -c '^input/register/indicators.csv: and [0-9]* more of the same kind$' "$scratch/stderr")"
told "the last word" "1 close, 1 with faults, 0 notes" "$(tail -n 1 "$scratch/stderr")"
sum_up
