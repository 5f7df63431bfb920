#!/bin/sh
# run-numbers.sh BUILD - how a house style lets numbers look: the sample's report
# as it is and with <numbers>, word by word; what a spreadsheet gets is the same.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh

cp -R rules templates input "$scratch"
made=$scratch/output/2025-T1/prognosrapport/latest
style=$scratch/templates/house-style.xml
# close [NUMBERS]: the sample's report, with that element; the status
close()
{
	sed "s|^  <colour use=\"ink\"|  ${1-}&|" templates/house-style.xml >"$style"
	"$bokslut" -C "$scratch" run --lang "${language:-en}" 2025-T1 prognosrapport \
		>"$scratch/out" 2>"$scratch/err"
	echo $?
}
# body: what the report says to people, without its data
body()
{
	sed '/<data>/,$d' "$made/report.xml"
}
# has TEXT…: how often each stands in it
has()
{
	for text; do body | grep -oF -- "$text" | wc -l; done | xargs
}
thin=$(printf '\342\200\257') # U+202F
wide=$(printf '\302\240')     # U+00A0
minus=$(printf '\342\210\222')

told "as it is" 0 "$(close)"
cp -RL "$made" "$scratch/usual"
told "thousands, minus and per cent" "yes yes yes 0" \
	"$(for text in "203${thin}006" "${minus}5${thin}000" "86,7$wide%"; do
		body | grep -qF -- "$text" && echo yes
	done | xargs) $(has '12,0')"
body >"$scratch/before"

# each sign is another, and nothing else: the same report by sed
told "without groups, with hyphens, per cent close" 0 \
	"$(close '<numbers language="sv" group="none" minus="hyphen" percent="none"/>')"
python3 - "$scratch/before" >"$scratch/want" <<'END'
import re, sys
text = open(sys.argv[1], encoding="utf-8").read()
text = re.sub(r"(?<=\d)\u202f(?=\d{3})", "", text)
text = re.sub(r"\u2212(?=\d)", "-", text)
text = re.sub(r"(?<=\d)\u00a0%", "%", text)
print(text.replace('revision="1"', 'revision="2"').replace("revision 1", "revision 2"), end="")
END
body >"$scratch/got"
told "says the same" "" "$(diff "$scratch/want" "$scratch/got" | head -n 5)"
# charts of this report hold small counts alone, those of another per cent, too
"$bokslut" -C "$scratch" run --lang en 2023-01..2023-08 delarsrapport >"$scratch/out" 2>"$scratch/err"
told "another report" 0 "$?"
sed '/<data>/,$d' "$scratch/output/2023-01..2023-08/delarsrapport/latest/report.xml" |
	cat "$scratch/got" - | grep -o 'print="[^"]*"' >"$scratch/charts"
told "charts too" "" "$(grep -e "$thin" -e "$minus" -e "$wide%" "$scratch/charts")"
told "such as those of sick leave" 1 "$(grep -c '^print="7,52%"' "$scratch/charts")"
told "a spreadsheet gets the same numbers" "" \
	"$(for table in operating volume; do
		cmp "$scratch/usual/tables/$table.csv" "$made/tables/$table.csv" 2>&1
	done)"
told "the page has them" "203006 65347 203906 -900" \
	"$(pdftotext -layout "$made/report.pdf" - | sed -n 's/^ *Summa *\(203006.*\)/\1/p' | head -n 1 | xargs)"
told "three are aligned at one end" "3 1" \
	"$(pdftotext -bbox "$made/report.pdf" - |
		sed -n 's/.*xMax="\([0-9.]*\)" yMax[^>]*>\(203006\|30973\|2532\)<.*/\1 \2/p' |
		awk '!seen[$2]++ { numbers++; ends += !at[int($1)]++ } END { print numbers, ends }')"
told "it is sound" "" "$(python3 tests/pdf/check.py "$made/report.pdf" 2>&1)"

told "wide groups from ten thousand, dashes, all decimals" 0 \
	"$(close '<numbers language="sv" group="space" from="10000" minus="en-dash" percent="thin-space" decimals="most"/>')"
told "as many as a quantity may have: 12 % is 12,0" "yes yes yes yes" \
	"$(for text in "203${wide}006" "–5000" "86,7$thin%" "12,0$thin%"; do
		body | grep -qF -- "$text" && echo yes
	done | xargs)"
told "numbers of another language change nothing" 0 \
	"$(close '<numbers language="en" group="comma"/>')"
body | sed 's/revision="4"/revision="1"/; s/revision 4/revision 1/' >"$scratch/got"
told "at all" "" "$(diff "$scratch/before" "$scratch/got" | head -n 5)"
told "a new revision tells its cause" 1 \
	"$("$bokslut" -C "$scratch" diff 2025-T1 prognosrapport r1 r2 --lang en 2>&1 | grep -c '^  template: templates/house-style.xml, changed$')"

# --- refused
told "a comma with two meanings" 78 "$(close '<numbers language="sv" group="comma"/>')"
told "is told where it stands" 1 \
	"$(grep -cF 'templates/house-style.xml:20: numbers of the language "sv" would have "," both' "$scratch/err")"
told "a sign that is none" 78 "$(close '<numbers language="sv" minus="tilde"/>')"
told "is told, once, with those that are" 1 \
	"$(grep -c "house-style.xml:20: .*numbers.*minus.*'tilde'.*'minus', 'en-dash', 'hyphen'" "$scratch/err")"
language=sv
told "in Swedish, too" 78 "$(close '<numbers language="sv" group="comma"/>')"
told "is told" 1 "$(grep -c 'skulle ha "," både mellan tusental och före decimaler' "$scratch/err")"

sum_up
