#!/bin/sh
# run-brantwick.sh BUILD - a second municipality, with other scales, rules,
# units, exports, pages and words than the sample's, in English: what its report
# says was worked out by hand from its exports, and is written beside each line.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh

cp -R tests/golden/brantwick "$scratch/w"
mkdir "$scratch/w/templates/lang"
mkdir "$scratch/w/templates/tests" # a folder as any other, though not below rules/
echo '<!-- none -->' >"$scratch/w/templates/tests/kept.xml"
python3 tests/golden/crest.py "$scratch/w/templates/crest.png" || exit 70
# the words are the program's, but what others call an indicator is a figure here
sed 's/>Indicator</>Figure</; s/>Indicators/>Figures/; s/ indicators/ figures/g; s/Quality factor/Promise/' \
	templates/lang/en.xml >"$scratch/w/templates/lang/en.xml"

"$bokslut" -C "$scratch/w" run >"$scratch/out" 2>"$scratch/err"
told "the close" 0 "$?"
told "what is said of it" "  8 indicators: A 2, B 1, C 2, D 2, without a grade 1
  new revision r1
1 close, 0 notes" "$(tail -n 3 "$scratch/err")"
made=$scratch/w/output/2024-Q3/works-review/r1
pdftotext -layout "$made/report.pdf" - | tr -s ' \n\f' ' ' >"$scratch/text"

# says WHY WORDS: the report has the words
says()
{
	told "$1: $2" yes "$(grep -qF -- "$2" "$scratch/text" && echo yes)"
}
# row WHY ROW: the table of figures has the row, as a spreadsheet reads it
row()
{
	told "$1: $2" 1 "$(tr -d '\r' <"$made/tables/indicators.csv" | grep -cF -- "$2")"
}
row "8 of the 11 orders reported in the quarter took at most 10 days" \
	"ten days;72.7;%;–;;≥ 80.0%;C"
row "101 days over 11 orders; 0.18 days over 9 is a fiftieth" \
	"time to mend;9.2;days;–;;≤ 9.0 days;B"
row "19 200 of 150 500 cubic metres" "on the way;12.8;%;–;;≤ 10.0%;D"
row "16 900 less 16 920; from a target of 0 all is far" \
	"budget;–;;-20;SEK thousand;≥ 0 SEK thousand;D"
row "counted by hand" "with the parks;78.0;%;–;;≥ 75.0%;A"
row "in words" "is decided;Yes;;–;;Yes;A"
row "not counted" "new kind;–;;–;;≥ 60.0%;not measured"
says "a C makes a risk" "Streets are mended soon 0 1 1 0 0 at risk"
says "two D break it" "Water is not wasted, nor 0 0 0 2 0 broken"
says "two A keep it" "Parks are a joy in every 2 0 0 0 0 kept"
says "the rule and the one who overrules it" "0 0 1 0 1 at risk"
says "with the reason" "The four play areas that remain were checked on 7 October"
says "without figures" "0 0 0 0 0 not applicable"
says "a sum" "Total 16,900 12,500 16,920 -20"
says "units above units: 4 350 and 3 760" "Streets 8,000 5,800 8,110 -110"
says "cells of a matrix, not products" "2 act, 2 plan, 1 watch of 5 risks"
told "a spreadsheet gets numbers" 1 \
	"$(tr -d '\r' <"$made/tables/accounts.csv" | grep -c '^Total;16900;12500;16920;-20$')"
says "history" "Water lost on the way 14.2% 12.8%"
says "an order of June" "works/repairs.csv 12 11 1 0"
says "its own words" "The figures under each goal"
says "and page" "6(8)"
told "the size of its pages" "498.9 x 708.7" \
	"$(pdfinfo "$made/report.pdf" | sed -n 's/^Page size: *\([0-9.]*\) x \([0-9.]*\).*/\1 \2/p' |
		awk '{ printf "%.1f x %.1f", $1, $2 }')"
told "and their faces" 0 "$(pdffonts "$made/report.pdf" | sed 1,2d | grep -vc LiberationSerif)"
told "it is sound" "" "$(python3 tests/pdf/check.py "$made/report.pdf" 2>&1)"
told "its arms" "image 200 240 rgb 8 no" \
	"$(pdfimages -list "$made/report.pdf" | awk 'NR > 2 { print $3, $4, $5, $6, $8, $10 }')"
told "in words, too" 1 "$(qpdf --json --json-key=qpdf "$made/report.pdf" | grep -c '"/Alt": "u:Arms of Brantwick: ')"
# 25 mm high they are 20.8 wide, from 20 and 18 mm on: hill, water or field, and the
# corner, which is transparent
colours=$(for at in '304 -y 280' '304 -y 360' '206 -y 425'; do
	# shellcheck disable=SC2086 # two arguments
	pdftoppm -r 254 -f 1 -l 1 -x $at -W 1 -H 1 "$made/report.pdf" |
		tail -c 3 | od -An -tx1 | tr -d ' '
done | xargs)
told "where they must stand" "1b5e20 ffffff" "$(echo "$colours" | cut -d ' ' -f 1,3)"
told "the manifest names them" "templates/crest.png templates/tests/kept.xml" \
	"$(sed -n 's/^# template [0-9a-f]* \(.*\(crest\|kept\).*\)$/\1/p' "$made/manifest" | xargs)"
"$bokslut" -C "$scratch/w" reproduce 2024-Q3 works-review r1 >"$scratch/out" 2>"$scratch/err"
told "and the report is made again with them" 0 "$?"
told "nothing of it is Swedish" "" "$(grep -oE '[^ ]*(å|ä|ö|Å|Ä|Ö)[^ ]*' "$scratch/text")"
told "nor in what it is made of" "" \
	"$(grep -oE '>[^<]*(å|ä|ö|Å|Ä|Ö)[^<]*<' "$made/report.xml" "$made/assessment.xml")"

# --- down to the units: 5 of 6 orders, and 3 of 5
quick()
{
	grep -h '<fact id="works\.\(quick\|orders\)" unit="'"$1"'"' "$scratch"/w/output/store/facts/*/facts.xml |
		sed 's/.* value="\([^"]*\)".*/\1/' | xargs
}
told "orders of the north, and those that were quick" "6 5" "$(quick streets.north)"
told "and of the south" "5 3" "$(quick streets.south)"
"$bokslut" -C "$scratch/w" explain 2024-Q3 quick >"$scratch/out" 2>&1
told "explained" "  value 72.7273 % = 8 / 11, July–September 2024" "$(grep '^  value' "$scratch/out")"

# --- nothing stands on the sample's ground
"$bokslut" -C "$scratch/w" test --strict >"$scratch/out" 2>"$scratch/err"
told "its rules' own tests" "0 9 of 9" \
	"$? $(cat "$scratch/out" "$scratch/err" | grep -o '9 of 9' | head -n 1)"
sed -i 's/group="comma"/group="point"/' "$scratch/w/templates/house-style.xml"
"$bokslut" -C "$scratch/w" run --lang en >"$scratch/out" 2>"$scratch/err"
told "a sign with two meanings" 78 "$?"
told "is told" 1 "$(grep -cF 'house-style.xml:20: numbers of the language "en" would have "." both between thousands and before decimals (the word "decimal-sign" of templates/lang/en.xml); choose another group' "$scratch/err")"
sed -i 's/group="point"/group="comma"/' "$scratch/w/templates/house-style.xml"
sed -i 's/"14.2 %"\|14.2 %/14,2 %/' "$scratch/w/input/history/2023.csv"
"$bokslut" -C "$scratch/w" run --lang en >"$scratch/out" 2>"$scratch/err"
told "a decimal comma among English figures" 65 "$?"
told "is told" 1 "$(grep -cF '2023.csv:2: column 5 (värde): "14,2 %": the decimal sign is not the one' "$scratch/err")"
sum_up
