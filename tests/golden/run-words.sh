#!/bin/sh
# run-words.sh BUILD - what compose says, each thing by itself.
#
# A case of words/ is laid over compose/common/ and the language files; what
# the report must say was worked out by hand from its assessment.xml.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh

# lay_out CASE: its workspace, in $at.
lay_out()
{
	at=$scratch/$1
	mkdir -p "$at" && cp -R tests/golden/compose/common/. "$at" &&
		cp -R "tests/golden/words/$1/." "$at" &&
		cp -R templates/lang templates/house-style.xml \
			templates/hyphenation-sv.txt "$at/templates"
}

# compose: its report, in $at/out; the status.
compose()
{
	"$build/bin/bokslut-compose" -C "$at" --lang en --output "$at/out" \
		"$at/assessment.xml" >"$at/stdout" 2>"$at/messages"
	echo $?
}

# says XPATH: in the report, with n: for its namespace.
says()
{
	xmllint --xpath "string($(echo "$1" |
		sed 's/n:\([a-z]*\)/*[local-name()="\1"]/g'))" \
		"$at/out/report.xml" 2>/dev/null | tr -s ' \n' '  ' |
		sed 's/^ //; s/ $//'
}

# cells ROW: its cells, from the second on.
cells()
{
	for cell in 2 3 4 5; do
		printf '[%s]' "$(says "//n:table/n:row[$1]/n:cell[$cell]")"
	done | sed 's/\xc2\xa0/ /g'
}

# --- values of earlier years beside those of now
lay_out history
told "history: composed" 0 "$(compose)"
told "a column for each year" "[2022][2023][2024][Nuvärde januari–april 2025]" \
	"$(cells 1)"
told "a unit that was split: no value of it" \
	"[ej jämförbar][11,3 %][12,5 %][12 %]" "$(cells 2)"
told "why, and what months" \
	"Sjukfrånvaro 2022: enheten har delats sedan dess 2024: januari–mars 2024 Nuvärde: januari–mars 2025" \
	"$(says '//n:table/n:row[2]/n:cell[1]')"
told "a mean of units that were merged" "[][ej jämförbar][55 %][–]" "$(cells 3)"
told "moved, and no unit" "[ej jämförbar][][ej jämförbar][1 person]" "$(cells 4)"
told "a line where three values compare, and nowhere else" \
	history.sick-leave "$(says '//n:chart/@id')$(says '//n:chart[2]/@id')"
told "a gap in it where one does not" "|11.3|12.5|12.0" \
	"$(for bar in 1 2 3 4; do
		printf '|%s' "$(says "//n:bar[$bar]/@value")"
	done | sed 's/^|//')"
told "values that do not compare are not in the data" "" \
	"$(says '//n:figure[@window="2022-01..2022-12"]/@print')"
told "typeset" 0 "$("$build/bin/bokslut-typeset" -C "$at" --output "$at/out" \
	"$at/out/report.xml" >/dev/null 2>&1; echo $?)"

# --- figures in texts that are none of the indicator's, comments told twice
lay_out slips
told "slips: composed" 0 "$(compose)"
told "each slip with its place, and nothing else" "$(cat "$at/wanted")" \
	"$(sed 's/\xc2\xa0/ /g; s/: its value is .*//; s/; is it about both.*//' \
		"$at/messages")"
told "the note tells what the figures are" 1 \
	"$(sed 's/\xc2\xa0/ /g' "$at/messages" |
		grep -c '"11,4 %".* its value is 12 %, its forecast 10 %, its target 7,5 %;')"

# --- changes since an earlier revision that the calendar names
at=$scratch/changes
made=$at/output/2025-T1/prognosrapport
mkdir "$at" && cp -R rules templates input "$at"
sed -i 's|<text file="atgarder.md"/>|&<changes empty="Inget har ändrats."/>|' \
	"$at/templates/prognosrapport.xml"
"$bokslut" run -C "$at" 2025-T1 >/dev/null 2>&1
told "without an earlier revision, that is said" 1 \
	"$(grep -c 'Ingen tidigare revision är angiven' "$made/r1/report.xml")"
sed -i '0,/report = "prognosrapport",/s||&compare = "2025-T1/r9",|' \
	"$at/rules/calendar.lua"
"$bokslut" run -C "$at" 2025-T1 >/dev/null 2>"$at/messages"
told "a revision that is not there" "66 1" \
	"$? $(grep -c '^rules/calendar.lua:.*2025-T1/r9' "$at/messages")"
sed -i 's|2025-T1/r9|sommaren|' "$at/rules/calendar.lua"
"$bokslut" run -C "$at" 2025-T1 >/dev/null 2>"$at/messages"
told "what is no revision" 78 "$?"
sed -i 's|sommaren|2025-T1/r1|' "$at/rules/calendar.lua"
sed -i 's|i tid;86,7 %;86,7 %;|i tid;86,7 %;88,1 %;|' \
	"$at/input/2025-T1/quality/indikatorer.csv"
sed -i 's|^Två mål uppnås inte. Det|Två mål nås inte. Det|' \
	"$at/input/2025-T1/text/inledning.md"
printf '\nEtt nytt stycke.\n' >>"$at/input/2025-T1/text/inledning.md"
"$bokslut" run -C "$at" 2025-T1 >/dev/null 2>&1
told "compared" 0 "$?"

# listed WHAT: its row in the list of changes, without the group.
listed()
{
	tr -d '\r' <"$made/latest/tables/changes.csv" | cut -d ';' -f 2- |
		grep "^$1;"
}
told "a figure" "Läkemedel som ges i tid, Prognos;Ändrad;86,7 %;88,1 %" \
	"$(listed "Läkemedel som ges i tid, Prognos")"
told "a grade" "Läkemedel som ges i tid, Bedömning;Ändrad;röd;gul" \
	"$(listed "Läkemedel som ges i tid, Bedömning")"
told "a paragraph that is new" "Text;Ny;;Ett nytt stycke." \
	"$(listed Text | grep nytt)"
told "a paragraph that reads otherwise" "Ändrad;Två mål uppnås inte;Två mål nås inte" \
	"$(listed Text | grep 'Två mål' | sed 's/^Text;//; s/\. [^;]*//g')"
told "texts marked in the margin" "Ny Ändrad" \
	"$(xmllint --xpath '//*[local-name()="p"]/@change' "$made/latest/report.xml" |
		sed 's/.*"\(.*\)"/\1/' | LC_ALL=C sort -u | tr '\n' ' ' | sed 's/ $//')"
told "a row marked" 1 "$(xmllint --xpath 'count(//*[local-name()="table"][@id="indicators"]/*[@change])' \
	"$made/latest/report.xml")"
told "the manifest names it" 1 \
	"$(grep -c '^# compared [0-9a-f]* 2025-T1/prognosrapport/r1/report.xml$' \
		"$made/latest/manifest")"
told "made again, nothing is new" r2 \
	"$("$bokslut" run -C "$at" 2025-T1 >/dev/null 2>&1
		readlink "$made/latest")"

# --- each language by itself: no word of the one in a report in the other
# own LANGUAGE OTHER: the words of the one that the other has not.
own()
{
	for language in "$1" "$2"; do
		sed -n 's|.*<word id="[^"]*">\([^{}]*\)</word>|\1|p' \
			"templates/lang/$language.xml" | LC_ALL=C sort -u \
			>"$scratch/words.$language"
	done
	LC_ALL=C comm -23 "$scratch/words.$1" "$scratch/words.$2" |
		grep -E '..'
}

# A word left as it was would be no foreign one; these are the same in both.
for language in sv en; do
	sed -n 's|.*<word id="\([^"]*\)">\(.*\)</word>|\1 \2|p' \
		"templates/lang/$language.xml" | LC_ALL=C sort \
		>"$scratch/$language"
done
told "words that are the same in both" \
	"budget changes.text decisions.status risks.risk trend" \
	"$(LC_ALL=C comm -12 "$scratch/sv" "$scratch/en" |
		sed 's/{[^}]*}//g' | grep ' .*[a-zA-Z][a-zA-Z]' | cut -d ' ' -f 1 |
		tr '\n' ' ' | sed 's/ $//')"

# printed REPORT: what the program says by itself: heads, captions, the head
# of the report, charts; the rest is what the municipality wrote.
printed()
{
	for part in '*[local-name()="head"]/@*' '*[local-name()="head"]//text()' \
		'*[local-name()="caption"]//text()' \
		'*[@kind="head"]//text()' '*[local-name()="chart"]/@title' \
		'*[local-name()="chart"]/@alt'; do
		xmllint --xpath "//$part" "$1" 2>/dev/null
	done
}

# foreign LANGUAGE OTHER: words and months of the other in its reports.
foreign()
{
	at=$scratch/in-$1
	mkdir "$at" && cp -R rules templates input "$at"
	sed -i "s/language = \"sv\"/language = \"$1\"/" \
		"$at/rules/workspace.lua"
	"$bokslut" run -C "$at" >/dev/null 2>&1 || echo "not closed: $?"
	own "$2" "$1" >"$scratch/foreign"
	for report in "$at"/output/20*/*/latest/report.xml; do
		printed "$report"
	done >"$scratch/printed"
	[ "$(wc -l <"$scratch/printed")" -gt 100 ] || echo "too little printed"
	grep -owFf "$scratch/foreign" "$scratch/printed" | sort -u
}
told "nothing Swedish in English reports" "" "$(foreign en sv)"
told "no Swedish month in them" 0 \
	"$(grep -ciE 'januari|februari|mars |april–|augusti' "$scratch/printed")"
told "nothing English in Swedish reports" "" "$(foreign sv en)"
told "no English month in them" 0 \
	"$(grep -cE 'January|February|March|August' "$scratch/printed")"

sum_up
