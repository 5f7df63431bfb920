#!/bin/sh
# run-close.sh BUILD - close the sample municipality, the whole way.
#
# The figures are held against tests/golden/nordviken-2025-T1/, which holds
# what was published; xmllint, poppler and qpdf read what was made.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh
golden=tests/golden/nordviken-2025-T1

# at FILE XPATH: what it says.
at()
{
	xmllint --xpath "string($2)" "$1" 2>/dev/null
}

# named ELEMENT: XPath of an element whatever its namespace.
named()
{
	printf '//*[local-name()="%s"]' "$1"
}

# plain: no-break spaces become spaces, the minus sign a hyphen.
nbsp=$(printf '\302\240')
narrow=$(printf '\342\200\257')
minus=$(printf '\342\210\222')
plain()
{
	sed "s/$nbsp/ /g; s/$narrow/ /g; s/$minus/-/g"
}

# sample DIR: a copy of the workspace that may be changed.
sample()
{
	mkdir -p "$1"
	cp -R rules templates input "$1"
	# one report of the period is enough
	awk -v RS= -v ORS='\n\n' '!/report = "beslutsuppfoljning"/' \
		rules/calendar.lua >"$1/rules/calendar.lua"
}

# --- the close itself
status "run ends well" 0 "$bokslut" run 2025-T1 prognosrapport --output "$scratch/out"
cp "$scratch/stdout" "$scratch/paths"
made=$scratch/out/2025-T1/prognosrapport
told "two refused rows are two notes" 1 \
	"$(tail -1 "$scratch/stderr" | grep -c '2 anmärkningar')"
told "a run tells at most fifteen lines" yes \
	"$([ "$(wc -l <"$scratch/stderr")" -le 15 ] && echo yes)"
told "stdout holds PDF, XML and the two lists of refused rows" \
	"report.pdf report.xml rejects.csv rejects.csv" \
	"$(sed 's|.*/||' "$scratch/paths" | tr '\n' ' ' | sed 's/ $//')"
told "every path of stdout is a file" 4 \
	"$(while read -r path; do [ -s "$path" ] && echo; done <"$scratch/paths" | wc -l)"
told "latest is r1" r1 "$(readlink "$made/latest")"
told "nothing is left half-made" "journal latest lock r1 standing" \
	"$(cd "$made" && find . -mindepth 1 -maxdepth 1 | sed 's|./||' | sort | tr '\n' ' ' | sed 's/ $//')"

# --- the figures that were published
assessment=$made/latest/assessment.xml
while IFS=';' read -r _ _ name now forecast target light; do
	[ "$light" = status ] && continue
	indicator="$(named indicator)[@name=\"$name\"]"
	grade=$(at "$assessment" "$indicator/*[local-name()=\"grade\"][@when=\"now\"]/@is")
	label=$(at "$assessment" "$(named scale)[@id=\"traffic-light\"]/*[@id=\"$grade\"]/@label")
	told "$name is $light" "$light" "$label"
	told "$name aims at $target" "$target" \
		"$(at "$assessment" "$indicator/*[local-name()=\"target\"]/@text")"
	data="$(named figure)[@id=\"$(at "$assessment" "$indicator/@id")\"]"
	# printed as published, but for the kind of space and of minus
	for series in value forecast; do
		want=$now
		[ $series = forecast ] && want=$forecast
		# one person is printed in the singular
		[ "$want" = "1 personer" ] && want="1 person"
		got=$(at "$made/latest/report.xml" "${data}[@series=\"$series\"]/@print" | plain)
		[ -n "$want" ] || want=$got
		told "$name prints $want" "$want" "$got"
	done
done <"$golden/indicators.csv"

while IFS=';' read -r name count green yellow red rule published yearend; do
	[ "$count" = antal ] && continue
	goal="$(named goal)[@kind=\"nämndmål\"][@name=\"$name\"]"
	id=$(at "$assessment" "$goal/@id")
	of="$(named indicator)[contains(concat(' ', @goals, ' '), ' $id ')]"
	light="/*[local-name()=\"grade\"][@when=\"now\"]/@is"
	told "$name counts $count" "$count $green $yellow $red" \
		"$(at "$assessment" "count($of)") $(
		at "$assessment" "count(${of}[.$light=\"green\"])") $(
		at "$assessment" "count(${of}[.$light=\"yellow\"])") $(
		at "$assessment" "count(${of}[.$light=\"red\"])")"
	label() { # the label of this goal's grade with this condition
		grade=$(at "$assessment" "$goal/*[local-name()=\"grade\"]$1/@is")
		scale=$(at "$assessment" "$goal/*[local-name()=\"grade\"]$1/@of")
		at "$assessment" "$(named scale)[@id=\"$scale\"]/*[@id=\"$grade\"]/@label"
	}
	told "$name by the rule: $rule" "$rule" "$(label '[@origin="rule"]')"
	if [ "$rule" = "$published" ]; then
		told "$name has no override" "" "$(label '[@origin="override"]')"
	else
		told "$name as published: $published" "$published" \
			"$(label '[@origin="override"]')"
	fi
	told "$name at year end: $yearend" "$yearend" \
		"$(label '[@when="year-end"][@origin="stated"]')"
done <"$golden/goals.csv"
told "25 indicators" 25 "$(at "$assessment" "count($(named indicator))")"

while IFS=';' read -r unit budget outcome forecast deviation; do
	[ "$budget" = budget ] && continue
	[ "$unit" = Summa ] && row="$(named row)[@total=\"true\"]" ||
		row="$(named row)[@name=\"$unit\"]"
	told "$unit in the operating statement" \
		"$(echo "$budget $outcome $forecast $deviation" | tr -d ' ')" \
		"$(for series in budget outcome forecast deviation; do
			at "$assessment" "$row/*[local-name()=\"$series\"]/@value" |
				sed 's/\.0*$//'
		done | tr -d '\n')"
done <"$golden/economy.csv"

while IFS=';' read -r day paragraph state; do
	[ "$day" = datum ] && continue
	record="$(named record)[@kind=\"decision\"][starts-with(@id, \"d.$day.$paragraph.\")]"
	told "decision $day § $paragraph is $state" yes \
		"$([ "$(at "$assessment" "count(${record}[*[@name=\"status\"]=\"$state\"])")" -ge 1 ] && echo yes)"
done <"$golden/decisions.csv"
for state in "pågående 15" "delvis pågående 1" "avslutat 11"; do
	told "$state decisions" "${state##* }" \
		"$(at "$assessment" "count($(named record)[@kind=\"decision\"][*[@name=\"status\"]=\"${state% *}\"])")"
done
told "sick leave is the ratio of the exported hours" "31415.00 261792.00" \
	"$(at "$assessment" "$(named indicator)[@id=\"sick-leave\"]/*[1]/@numerator") $(
	at "$assessment" "$(named indicator)[@id=\"sick-leave\"]/*[1]/@denominator")"

# --- the report
pdf=$made/latest/report.pdf
python3 tests/pdf/check.py "$pdf" >"$scratch/told" 2>&1
told "the PDF keeps the rules of PDF/UA-1 and PDF/A-3a that tools can see" \
	"0 " "$? $(head -5 "$scratch/told")"
told "qpdf finds it sound" 0 "$(qpdf --check "$pdf" >/dev/null 2>&1; echo $?)"
told "it is tagged" yes "$(pdfinfo "$pdf" | sed -n 's/^Tagged: *//p')"
told "it has a title" 1 "$(pdfinfo "$pdf" | grep -c '^Title: .*Prognosrapport')"
told "its language is Swedish" 1 \
	"$(qpdf --json "$pdf" | grep -c '"/Lang": "u:sv"')"
(cd "$scratch" && pdfdetach -saveall "$pdf" >/dev/null 2>&1)
told "it holds report.xml" same \
	"$(cmp -s "$scratch/report.xml" "$made/latest/report.xml" && echo same)"
pdftotext -layout "$pdf" "$scratch/layout.txt"
# words that were divided or wrapped are whole again
pdftotext -raw "$pdf" - | tr '\n\f' '  ' | sed 's/­ *//g; s/  */ /g' >"$scratch/text.txt"
while IFS=';' read -r _ _ name _ _ _ light; do
	[ "$light" = status ] && continue
	told "the PDF names $name" yes "$(grep -qF "$name" "$scratch/text.txt" && echo yes)"
done <"$golden/indicators.csv"
for words in "Socialnämnden" "uppnås delvis" "Nämndens bedömning" "203 006" "-900" "18 grön" "Innehåll" "§ 125"; do
	told "the PDF says $words" yes \
		"$(plain <"$scratch/text.txt" | grep -qF -- "$words" && echo yes)"
done

# --- the hand-overs keep their schemas, read by another program
for file in assessment report; do
	status "$file.xml is valid" 0 xmllint --noout \
		--schema "pipeline/schema/$file.xsd" "$made/latest/$file.xml"
done
for file in "$scratch"/out/store/facts/*/facts.xml; do
	status "facts.xml of $(at "$file" '/*/@source') is valid" 0 \
		xmllint --noout --schema pipeline/schema/facts.xsd "$file"
done
status "the manifest proves the files" 0 sh -c \
	"cd '$made/latest' && sha256sum --strict --quiet -c manifest"
told "the manifest lists the tables" 8 \
	"$(grep -c '^[0-9a-f]*  tables/.*\.csv$' "$made/latest/manifest")"
told "the operating statement as a list" \
	"Verksamhet;Budget, 2025, tkr;Utfall, januari–april 2025, tkr;Prognos, 2025, tkr;Avvikelse, 2025, tkr" \
	"$(sed -n '1s/^\xef\xbb\xbf//;1s/\r$//;1p' "$made/latest/tables/operating.csv")"
told "its total, to calculate with" "203006;203906;-900" \
	"$(tail -n 1 "$made/latest/tables/operating.csv" | tr -d '\r' | cut -d ';' -f 2,4,5)"
told "the manifest names inputs, rules, fonts and libraries" "yes yes yes yes" \
	"$(for kind in input rules resource library; do
		grep -q "^# $kind " "$made/latest/manifest" && echo yes
	done | tr '\n' ' ' | sed 's/ $//')"

# --- again
status "a second run ends well" 0 "$bokslut" run 2025-T1 prognosrapport --output "$scratch/out"
told "nothing changed: no new revision" "r1" \
	"$(cd "$made" && echo r*)"
told "the same paths are told" same "$(cmp -s "$scratch/stdout" "$scratch/paths" && echo same)"
rm "$made/latest"
mkdir "$made/next" && echo left >"$made/next/report.pdf"
status "a run after one that was ended half-way" 0 "$bokslut" run --output "$scratch/out"
told "it mends what was left" "journal latest lock r1 standing" \
	"$(cd "$made" && find . -mindepth 1 -maxdepth 1 | sed 's|./||' | sort | tr '\n' ' ' | sed 's/ $//')"
told "latest is r1 again" r1 "$(readlink "$made/latest")"
sample "$scratch/other"
status "elsewhere, at another time, in another language and zone" 0 \
	env ASAN_OPTIONS=verify_asan_link_order=0 TZ=Pacific/Auckland LANG=en_US.UTF-8 LC_ALL=C LANGUAGE=en \
	faketime '2031-12-31 23:59:50' \
	"$bokslut" run 2025-T1 -C "$scratch/other" -j 4 --lang en
for file in assessment.xml report.xml report.pdf; do
	told "the bytes of $file are the same" same \
		"$(cmp "$made/r1/$file" "$scratch/other/output/2025-T1/prognosrapport/r1/$file" && echo same)"
done

# --- something changed
sed -i 's/;74;/;81;/' "$scratch/other/input/2025-T1/quality/indikatorer.csv"
status "a changed figure is closed" 0 "$bokslut" run -C "$scratch/other"
told "it makes a second revision" "r1 r2" \
	"$(cd "$scratch/other/output/2025-T1/prognosrapport" && echo r*)"
told "the first one stays as it was" same \
	"$(cmp "$made/r1/report.pdf" "$scratch/other/output/2025-T1/prognosrapport/r1/report.pdf" && echo same)"
told "the second one says so" 2 \
	"$(at "$scratch/other/output/2025-T1/prognosrapport/latest/report.xml" '/*/@revision')"

# --- explain
status "explain knows sick leave" 0 "$bokslut" explain 2025-T1 sick-leave --output "$scratch/out"
for words in "röd" "rules/goals.lua" "input/2025-T1/hr/franvaro.csv" "31415.00 / 261792.00" "hr.ordinary-hours"; do
	told "explain says $words" yes "$(grep -qF "$words" "$scratch/stdout" && echo yes)"
done
line=$(sed -n 's/.*rules\/goals.lua rad \([0-9]*\).*/\1/p' "$scratch/stdout" | head -1)
told "the line that explain names holds the deciding row" 1 \
	"$(sed -n "${line:-1}p" rules/goals.lua | grep -c 'above(0.05)')"
told "explain shows the first rows" yes "$(grep -qF "        input/2025-T1/hr/franvaro.csv;2;2025-01;***;Förv.gem;Månadslön;168,00;35,50;35,50" "$scratch/stdout" && echo yes)"
status "explain reads all rows once more" 0 "$bokslut" explain 2025-T1 sick-leave --rows --output "$scratch/out"
told "they are as many as were counted" 3546 "$(grep -c '^input/2025-T1/hr/franvaro.csv;' "$scratch/stdout")"
told "they add up to the figure" "31415.00 261792.00" "$(awk -F';' '/^input.*hr/ {
	gsub(",", ".", $7); gsub(",", ".", $8); all += $7; ill += $8 }
	END { printf "%.2f %.2f", ill, all }' "$scratch/stdout")"
told "no person stands in them" 0 "$(grep -c 'A0[0-9][0-9][0-9][0-9]' "$scratch/stdout")"
status "explain knows the goal with an override" 0 "$bokslut" explain 2025-T1 goal.lss --output "$scratch/out"
told "explain tells the override" yes "$(grep -qF "Socialnämnden 2025-04-23" "$scratch/stdout" && echo yes)"
status "explain of what is not there" 66 "$bokslut" explain 2025-T1 no-such-thing --output "$scratch/out"

status "explain takes a name for an id" 0 "$bokslut" explain 2025-T1 SJUKFRÅNVARO --output "$scratch/out"
status "explain of a misspelt id" 66 "$bokslut" explain 2025-T1 sick-leav --output "$scratch/out"
told "it names the nearest" yes "$(grep -qF '"sick-leave"' "$scratch/stderr" && echo yes)"
status "explain of a unit that the indicator is not of" 66 "$bokslut" explain 2025-T1 sick-leave@lss --output "$scratch/out"

# --- check writes nothing
touch "$scratch/mark"
status "check finds the sample in order" 0 "$bokslut" check
told "check writes nothing" "" "$(find . -path ./build -prune -o -path ./.git -prune -o -newer "$scratch/mark" -type f -print)"

# --- an override of an indicator
sample "$scratch/override"
echo 'sick-leave;son;nu;traffic-light;gul;Nämnden;2025-05-01;Trenden är bruten.' \
	>>"$scratch/override/input/2025-T1/grades.csv"
status "an indicator against its rule" 0 "$bokslut" run -C "$scratch/override"
pdftotext -raw "$scratch/override/output/2025-T1/prognosrapport/r1/report.pdf" - |
	plain | grep -A 5 '^Sjukfrånvaro$' >"$scratch/row.txt"
for words in "Nämndens bedömning: gul" "Trenden är bruten" "röd"; do
	told "its row says $words" yes \
		"$(grep -qF -- "$words" "$scratch/row.txt" && echo yes)"
done

# --- notes of every stage count
sample "$scratch/notes"
sed -i '/HTJ Nrod/d' "$scratch/notes/input/2025-T1/hr/franvaro.csv"
sed -i '/;ca 84;/d' "$scratch/notes/input/2025-T1/quality/indikatorer.csv"
echo 'sick-leave;son;nu;traffic-light;gul;Nämnden;2025-06-01;Senare' \
	>>"$scratch/notes/input/2025-T1/grades.csv"
status "a grade that was given later" 0 "$bokslut" run -C "$scratch/notes" 2025-T1
told "its note is counted" 1 "$(tail -1 "$scratch/stderr" | grep -c ' 1 anmärkning$')"
status "a note of assess is a fault with --strict" 65 "$bokslut" run --strict -C "$scratch/notes" 2025-T1

# --- what is not there is told, each time
sample "$scratch/few"
sed -i 1q "$scratch/few/input/2025-T1/quality/beslut.csv"
status "an export without rows is refused" 65 "$bokslut" run -C "$scratch/few"
sed -i 's/  id = "quality.decisions",/&\n  may_be_empty = true,/' "$scratch/few/rules/sources.lua"
sed -i 's/^HME;74;74;/HME;;;/' "$scratch/few/input/2025-T1/quality/indikatorer.csv"
for run in "" --rehash; do
	status "a run $run without decisions" 0 "$bokslut" run -C "$scratch/few" 2025-T1 ${run:+"$run"}
	told "an export without rows is a note of a run $run" 1 \
		"$(tail -1 "$scratch/stderr" | grep -c '3 anmärkningar')"
done
told "an indicator without figures is counted" 1 \
	"$(grep -c 'utan grad 1$' "$scratch/stderr")"

# --- what the facts are kept by: the tests of rules shape none, all else does
facts_after() # FILE: how many are made anew when the file comes
{
	find "$scratch/few/output/store/facts" -name facts.xml | sort >"$scratch/facts"
	mkdir -p "$(dirname "$scratch/few/$1")"
	echo '-- x' >"$scratch/few/$1"
	"$bokslut" run -C "$scratch/few" 2025-T1 >"$scratch/stdout" 2>&1
	find "$scratch/few/output/store/facts" -name facts.xml | sort | comm -13 "$scratch/facts" - | grep -c .
}
told "a test of the rules" 0 "$(facts_after rules/tests/x.lua)"
told "rules in another folder, by all seven sources" 7 "$(facts_after rules/more/x.lua)"
told "a register in a folder of that name" 7 "$(facts_after input/register/tests/x.lua)"

for facts in "$scratch"/few/output/store/facts/*/facts.xml; do
	: >"$facts"
done
status "facts that were damaged" 70 "$bokslut" run -C "$scratch/few"
told "it says which folder to take away" yes \
	"$(grep -q 'ta bort mappen.*store/facts' "$scratch/stderr" && echo yes)"

# --- a text that no report can hold
sample "$scratch/deep"
printf '\n# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f\n\ng\n' \
	>>"$scratch/deep/input/2025-T1/text/ekonomi.md"
status "a heading of the seventh level" 65 "$bokslut" run 2025-T1 -C "$scratch/deep"
told "it is told where it stands" yes \
	"$(grep -q '^input/2025-T1/text/ekonomi.md:[0-9]*: ' "$scratch/stderr" && echo yes)"

# --- statuses by cause
status "an unknown period" 66 "$bokslut" run 2031-T1
status "an unknown report" 66 "$bokslut" run 2025-T1 other
status "no such command" 64 "$bokslut" close
status "an option that this command has no use for" 64 "$bokslut" run --json
status "an unknown option" 64 "$bokslut" run --wrong
status "no workspace" 66 "$bokslut" run -C "$scratch"
status "an output folder without a name" 64 "$bokslut" run --output ''
status "a language that nobody speaks" 64 "$bokslut" run --lang de
status "paths that nobody can read" 74 sh -c "'$bokslut' run --output '$scratch/out' >/dev/full"
status "no stderr" 0 sh -c "'$bokslut' run --output '$scratch/out' 2>&-"
told "nothing is written into the lock instead" "" "$(cat "$made/lock")"
status "notes are faults with --strict" 65 "$bokslut" run --strict --output "$scratch/out"
sample "$scratch/late"
rm "$scratch/late/input/2025-T1/hr/franvaro.csv"
status "an export that has not come" 75 "$bokslut" run 2025-T1 -C "$scratch/late"
told "nothing is made without it" "" "$(find "$scratch/late/output" -name 'r[0-9]*')"
sample "$scratch/bad"
for _ in 1 2 3 4 5 6; do
	printf '2025-01;A99999;Ingenstans;Timl\366n;10,00;0,00;0,00\r\n'
done >>"$scratch/bad/input/2025-T1/hr/franvaro.csv"
status "rows refused over the limit" 65 "$bokslut" run 2025-T1 -C "$scratch/bad"
told "nothing is made of them" "" "$(find "$scratch/bad/output" -name 'r[0-9]*')"
told "but they are listed, and the list is told" rejects.csv \
	"$(sed 's|.*/||' "$scratch/stdout" | sort -u)"
told "the list holds them" 1 "$(find "$scratch/bad/output" -name rejects.csv -exec grep -l Ingenstans {} + | wc -l)"
sample "$scratch/rules"
sed -i 's/above(3)/abov(3)/' "$scratch/rules/rules/goals.lua"
status "a word that rules do not have" 78 "$bokslut" run 2025-T1 -C "$scratch/rules"
told "it is told with file and line" yes "$(grep -q '^rules/goals.lua:[0-9]*: ' "$scratch/stderr" && echo yes)"
sample "$scratch/template"
sed -i 's/<status /<statuss /' "$scratch/template/templates/prognosrapport.xml"
status "an element that templates do not have" 78 "$bokslut" run 2025-T1 -C "$scratch/template"
told "it is told with file and line" yes "$(grep -q '^templates/prognosrapport.xml:[0-9]*: ' "$scratch/stderr" && echo yes)"
status "a close that another run holds" 75 flock "$made/lock" \
	"$bokslut" run 2025-T1 prognosrapport --output "$scratch/out"

# --- the follow-up of decisions is a report of its own
status "it closes" 0 "$bokslut" run 2025-T1 beslutsuppfoljning --output "$scratch/out"
follow_up=$scratch/out/2025-T1/beslutsuppfoljning/latest/report.xml
# holds LABEL WORDS: the table says so, with plain spaces.
holds()
{
	told "$1" 1 "$(xmllint --xpath 'string(//*[local-name()="body"])' "$follow_up" |
		tr -s '\n ' '  ' | sed "s/$(printf '\302\240')/ /g" | grep -cF -- "$2")"
}
holds "how many are where" "Av 27 beslut är 15 pågående, 1 delvis pågående, 11 avslutade."
holds "what is due next" "Nästa redovisning är den 21 maj 2025: 2024-11-06 § 150, 2025-04-23 § 57."
# from 27 August 2018 to 5 May 2025
holds "a standing order and its age" "pågående stående uppdrag ålder 2443 dagar"
holds "what is late" "skulle ha redovisats 19 mars 2025"
holds "a part and what closed it" "4. Riktlinjer för egenavgift för vuxna vid placering: avslutat, SON 2024-02-07 §24"
holds "the fifth part" "5. Riktlinjer för föräldraavgift för barn och unga vid placering: pågående"
holds "two of one paragraph" "2024-10-09 § 125 (beslut 2 av 2)"

sum_up
