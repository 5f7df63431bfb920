#!/bin/sh
# run-sam.sh BUILD - the yearly follow-up of the work environment: what ten
# managers answered, rolled up to the committee; counted by hand from the list
# of their answers, sick leave from the hours that the sample was made to.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh

mkdir "$scratch/w"
cp -R rules templates input "$scratch/w"
answers=$scratch/w/input/2022/quality/arbetsmiljo.csv
run()
{
	"$bokslut" -C "$scratch/w" run 2022 sam --lang en >"$scratch/out" 2>"$scratch/err"
	echo $?
}
told "the close" 0 "$(run)"
told "who has not answered is remarked" 1 "$(grep -c \
	'"work-environment" has questions that units have not answered: Korttidsvård (2)$' "$scratch/err")"
made=$scratch/w/output/2022/sam/r1

# row NUMBER: what the table says in the row of a question
row()
{
	tr -d '\r' <"$made/tables/work-environment.csv" | grep "^$1;" |
		sed 's/^[0-9]*;[^;]*;//'
}
# columns: leaders of the committee, disability, family, care, all, outcome
told "all yes" "Ja;Ja;3 ja;5 ja;10 ja;uppfyllt" "$(row 1)"
told "in words" "1 svar;1 svar;3 svar;5 svar;10 svar;ej bedömt" "$(row 2)"
told "two of ten no" "Ja;Ja;3 ja;3 ja, 2 nej;8 ja, 2 nej;delvis uppfyllt" "$(row 4)"
told "an answer left empty is no no" \
	"Ja;Ja;2 ja, 1 nej;4 ja, 1 ej bedömt;8 ja, 1 nej, 1 ej bedömt;delvis uppfyllt" "$(row 5)"
told "less than half" "Ja;Ja;3 nej;2 ja, 3 nej;4 ja, 6 nej;ej uppfyllt" "$(row 8)"
told "neither answer is the good one" "Nej;Ja;3 nej;3 ja, 2 nej;4 ja, 6 nej;ej bedömt" "$(row 9)"
told "not assessed, in words" "Ja;Ja;3 ja;4 ja, 1 ej bedömt;9 ja, 1 ej bedömt;uppfyllt" "$(row 11)"
told "not answered" "Ja;Nej;3 ja;4 ja, 1 obesvarad;8 ja, 1 nej, 1 obesvarad;delvis uppfyllt" "$(row 12)"
told "there is no question 10" "" "$(row 10)"
told "there are 19" 19 "$(tr -d '\r' <"$made/tables/work-environment.csv" | grep -c '^[0-9]')"
# 102 840 of 1 200 000 hours; 840 of 24 000, 17 310 of 216 000, 7 560 of
# 120 000, 77 130 of 840 000
told "sick leave, 8,57 %" "3,5 %;8,01 %;6,3 %;9,18 %;8,57 %;ej bedömt" "$(row 13)"
told "less than the year before: 9,14, 8,60, 6,40 and 9,98 %" \
	"–;−0,59;−0,10;−0,80;−0,57;ej bedömt" "$(row 14)"
told "injuries, added up" "0;9;7;47;63;ej bedömt" "$(row 15)"
told "near misses" "1;31;14;140;186;ej bedömt" "$(row 16)"

# who NAME: own, below, above, unanswered, not assessed
who()
{
	tr -d '\r' <"$made/tables/work-environment-units.csv" | grep "^$1;" | cut -d ';' -f 2-
}
told "a manager for all below" "17;0;0;0;0" "$(who Funktionsstöd)"
told "answered for by the unit above" "0;0;17;0;0" "$(who Gruppbostad)"
told "two levels down" "0;0;17;0;0" "$(who 'Hemtjänst Ängen')"
told "answered for by all units below" "0;17;0;0;0" "$(who 'Individ och familj')"
told "but not by all" "0;15;0;2;0" "$(who 'Vård och omsorg')"
told "one that left two out" "15;0;0;2;1" "$(who Korttidsvård)"

told "among the data, with the rows that it is made of" 1 "$(grep -c \
	'<figure id="work-environment.13" unit="son" .*print="8,57.*hours-year input/2022/hr/sjukfranvaro-enhet.csv:2-133 rows=132;' \
	"$made/report.xml")"

pdftotext -layout "$made/report.pdf" - | tr -s ' \n\f' ' ' >"$scratch/text"
for words in \
	"Utfall: 6 uppfyllda, 5 delvis uppfyllda, 1 ej uppfyllt, 7 ej bedömda av 19 frågor." \
	"AFS 2001:1 Systematiskt arbetsmiljöarbete; AFS 2015:4" \
	"fungerar så som AFS 2001:1, Systematiskt arbetsmiljöarbete, kräver"; do
	told "it says: $words" yes "$(grep -qF "$words" "$scratch/text" && echo yes)"
done
told "comments and actions, with who and when" \
	"8. Finns en skriftlig handlingsplan för det som inte åtgärdats genast?;Särskilt boende/demens;Nej;Åtgärder skrivs i olika dokument.;En gemensam handlingsplan för verksamheten;Verksamhetschef;2023-06-30" \
	"$(tr -d '\r' <"$made/tables/work-environment-actions.csv" | grep '^8.*Särskilt')"
told "it is sound" "" "$(python3 tests/pdf/check.py "$made/report.pdf" 2>&1)"

# --- regulations follow the period: the same words two years later
told "what was in force then" "AFS 2001:1 AFS 2015:4 SFS 1977:1160" \
	"$(grep -o '<regulation [^>]*cite="[^"]*"' "$made/assessment.xml" | sed 's/.*cite="//; s/"$//' | xargs)"
"$bokslut" -C "$scratch/w" run 2025-T1 beslutsuppfoljning >/dev/null 2>&1
told "and what is now" "AFS 2023:1 AFS 2023:2 SFS 1977:1160" \
	"$(grep -o '<regulation [^>]*cite="[^"]*"' "$scratch/w/output/2025-T1/beslutsuppfoljning/r1/assessment.xml" |
		sed 's/.*cite="//; s/"$//' | xargs)"

# --- as it was published (Lindesbergs kommun, 2022): a committee without
# answers, "0 0 0 19 av 19"
cp "$answers" "$scratch/answers.csv"
{
	sed 1q "$scratch/answers.csv"
	for question in 1 2 3 4 5 6 7 8 9 11 12 15 16 17 18 19 20; do
		echo "$question;Socialnämnden;;;;;"
	done
} >"$answers"
told "without answers" 0 "$(run)"
pdftotext -layout "$scratch/w/output/2022/sam/r2/report.pdf" - | tr -s ' \n\f' ' ' >"$scratch/text"
told "0 0 0 19" yes "$(grep -qF "Utfall: 0 uppfyllda, 0 delvis uppfyllda, 0 ej uppfyllda, 19 ej bedömda av 19 frågor." "$scratch/text" && echo yes)"

# --- answers that are none
refused()
{
	sed "$2" "$scratch/answers.csv" >"$answers"
	told "$2" 65 "$(run)"
	told "tells: $1" 1 "$(grep -cF -- "$1" "$scratch/err")"
}
refused 'line 2 of the answers: question 1 was answered "Kanske"; expected: yes, no, or nothing: not assessed' \
	'2s/;Ja;/;Kanske;/'
refused 'the checklist "work-environment" has no question "10"' '2s/^1;/10;/'
refused 'the unit "timvikarier" is not asked' '2s/;[^;]*;/;Minskade timvikarier, statsbidrag 2023;/'
refused 'question 16 was answered "få"; expected: a number' 's/^16;Hemtjänst;48;/16;Hemtjänst;få;/'
refused '"1" stands already on line 2' '3s/^2;/1;/'
cp "$scratch/answers.csv" "$answers"

# --- rules that are wrong
cp rules/checklists.lua "$scratch/checklists.lua"
wrong()
{
	sed "$2" "$scratch/checklists.lua" >"$scratch/w/rules/checklists.lua"
	told "$2" "${3:-78}" "$(run)"
	told "tells: $1" 1 "$(grep -cF -- "$1" "$scratch/err")"
}
wrong 'there are two questions 1' 's/number = "2"/number = "1"/'
wrong 'the last at most from 1' 's/from { 1, "met" }/from { 1.5, "met" }/'
wrong 'the scale "checklist" has no grade "good"' 's/from { 1, "met" }/from { 1, "good" }/'
wrong 'only an answer of yes or no can be good' 's/number = "2", answer = "text"/&, good = "yes"/'
wrong 'in which quantity?' 's/quantity = "points",//'
wrong 'a change is not told in hundredths' 's/quantity = "points"/quantity = "percent-2"/'
wrong 'there is no regulation "sams"' 's/{ "sam", "osa"/{ "sams", "osa"/'
wrong '"sam" is declared as AFS 2001:1 for some of this time' 's/to = "2024-12-31" }/to = "2025-01-01" }/'
wrong 'the regulation "osa" was not in force on 2022-12-31' 's/from = "2016-03-31"/from = "2023-03-31"/' 65
wrong 'there is no unit "fs.adm" below "son"' 's/"fs.admin"/"fs.adm"/' 65

# --- versions: the close is as of 2023-02-28; the second asks for 18 questions
second() # FROM SED
{
	cp "$scratch/checklists.lua" "$scratch/w/rules/checklists.lua"
	sed -n '/^checklist {/,$p' "$scratch/checklists.lua" |
		sed "s/version = 1/version = 2/; s/from = \"2022-01-01\"/from = \"$1\"/; /number = \"20\"/,/}/d" >>"$scratch/w/rules/checklists.lua"
	sed -i "${2:-}" "$scratch/w/rules/checklists.lua"
	sed '/^20;/d' "$scratch/answers.csv" >"$answers"
}
questions()
{
	grep -c '<question ' "$scratch/w/output/2022/sam/latest/assessment.xml"
}
explained() # WORDS
{
	told "explain names $1" 1 "$("$bokslut" -C "$scratch/w" explain 2022 work-environment.1 --lang en 2>"$scratch/err" | grep -cF "$1")"
}
second 2023-03-01
told "the day before a new version" 0 "$(run)"
told "the old one asks" 19 "$(questions)"
explained "    version 1, rules/checklists.lua:$(grep -n '^checklist {' rules/checklists.lua | cut -d : -f 1) ("
second 2023-02-28
told "the first day of the new version" 0 "$(run)"
told "the new one asks" 18 "$(questions)"
explained "    version 2, rules/checklists.lua:$(($(wc -l <rules/checklists.lua) + 1)) ("
second 2023-02-28 '0,/version = 1,/s//& till = "2023-02-28",/'
told "two on one day" 78 "$(run)"
told "are told" 1 "$(grep -cF 'checklist: versions 1 and 2 of "work-environment" are in force on the same day' "$scratch/err")"
second 2023-02-28 '0,/version = 1,/s//& till = "2022-12-30",/'
told "a hole" 78 "$(run)"
told "is told" 1 "$(grep -cF 'no version of "work-environment" is in force from 2022-12-31 to 2023-02-27' "$scratch/err")"
cp "$scratch/answers.csv" "$answers"
wrong 'checklist: there are records of the kind "answer", but nothing that reads them is in force on the as-of day, 2023-02-28; "work-environment", version 1, is for 2023-03-01..' \
	's/from = "2022-01-01"/from = "2023-03-01"/'
cp "$scratch/checklists.lua" "$scratch/w/rules/checklists.lua"
told "as it was" 0 "$(run)"
for step in "proposed --date 2023-03-02 --role Controller" "approved --date 2023-03-15 --body Socialnämnden --paragraph 12"; do
	# shellcheck disable=SC2086 # words of a command
	"$bokslut" -C "$scratch/w" state 2022 sam $step >"$scratch/out" 2>&1
	told "$step" 0 $?
done
wrong 'checklist: version 1 of "work-environment" was used for 2022/sam r' 's/number = "2", answer = "text"/number = "2", answer = "number"/; s/number = "2", answer = "number"/&, quantity = "points"/'
sum_up
