#!/bin/sh
# run-logo.sh BUILD - a logo on the cover: pictures that picture.py writes byte by
# byte are set, and the page's colours read where they must stand; those that are
# broken are refused with the sentence of tests/golden/logo/said.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh
typeset=$build/bin/bokslut-typeset

templates=$scratch/w/templates
mkdir -p "$templates/below"
cp templates/hyphenation-sv.txt "$templates"
python3 tests/golden/picture.py "$templates" >"$scratch/pictures" || exit 70
cp "$templates/rgb.png" "$templates/.hidden.png"
cp "$templates/rgb.png" "$templates/below/rgb.png"
cp "$templates/rgb.png" "$scratch/w/outside.png"

# logo FILE WIDTH HEIGHT [ALT]: set a report whose house style has it; the status
logo()
{
	sed 's|^  <colour use="ink"|  <logo file="'"$1"'" alt="'"${4-Nordvikens vapen}"'" width="'"$2"'" height="'"$3"'"/>\n&|' \
		templates/house-style.xml >"$templates/house-style.xml"
	rm -rf "$scratch/made"
	"$typeset" -C "$scratch/w" --lang "${language:-en}" --output "$scratch/made" \
		tests/pdf/report.xml 2>"$scratch/err"
	echo $?
}
# colour X Y: of the cover, in mm from the top left
colour()
{
	pdftoppm -r 25.4 -f 3 -l 3 -x "$1" -y "$2" -W 1 -H 1 "$scratch/made/report.pdf" |
		tail -c 3 | od -An -tx1 | tr -d ' '
}
# near WANTED GOT SLACK: GOT, or WANTED where no part is further off than SLACK
near()
{
	for at in 1-2 3-4 5-6; do
		want=$((0x$(echo "$1" | cut -c$at)))
		got=$((0x$(echo "$2" | cut -c$at)))
		if [ $((want - got)) -gt "$3" ] || [ $((got - want)) -gt "$3" ]; then
			echo "$2"
			return
		fi
	done
	echo "$1"
}

# --- sound pictures: 16 by 8 pixels fill a room of 40 by 20 mm, from 25 and 22 mm on
grep '^sound' "$scratch/pictures" >"$scratch/sound"
while read -r _ file left right slack; do
	told "$file: is set" "0 " "$(logo "$file" 40mm 20mm) $(cat "$scratch/err")"
	told "$file: its halves" "$left $right" \
		"$(near "$left" "$(colour 35 32)" "$slack") $(near "$right" "$(colour 55 32)" "$slack")"
	told "$file: PDF/UA and PDF/A" "" "$(python3 tests/pdf/check.py "$scratch/made/report.pdf" 2>&1)"
	pdfimages -list "$scratch/made/report.pdf" |
		awk -v f="$file" 'NR > 2 { print f, $3, $4 "x" $5, $6, $8, $9, $10 }' >>"$scratch/listed"
done <"$scratch/sound"
told "what poppler finds of each" "" "$(diff tests/golden/logo/listed "$scratch/listed")"
told "each has a second half and a first" "20 20" \
	"$(wc -l <"$scratch/sound" | xargs) $(wc -l <"$scratch/listed" | xargs)"
logo told.jpg 40mm 20mm >"$scratch/status"
told "nothing is kept of what a picture tells" 0 \
	"$(grep -ac 'who made it\|and where\|remark of nobody\|another picture' "$scratch/made/report.pdf")"
pdfimages -all "$scratch/made/report.pdf" "$scratch/got"
told "a JPEG without that is carried as it is" "" \
	"$(cmp "$templates/baseline.jpg" "$scratch/got-000.jpg" 2>&1)"

# --- its room, and its alternative
told "a low room: 20 mm of it are 10 high" "0 1b5e20 f9a825 ffffff" \
	"$(logo rgb.png 40mm 10mm) $(colour 27 27) $(colour 43 27) $(colour 50 27)"
told "a narrow room: 30 mm of it are 15 high" "0 1b5e20 f9a825 ffffff" \
	"$(logo below/rgb.png 30mm 40mm) $(colour 27 36) $(colour 53 36) $(colour 27 38)"
told "the municipality's name stands below: 22 + 15 mm" below \
	"$(pdftotext -f 3 -l 3 -bbox "$scratch/made/report.pdf" - |
		sed -n 's/.*yMin="\([0-9.]*\)".*>Nordvikens<.*/\1/p' |
		awk '{ print ($1 * 25.4 / 72 > 37 ? "below" : $1) }')"
told "its words stand once" 1 \
	"$(qpdf --json --json-key=qpdf "$scratch/made/report.pdf" | grep -c '"/Alt": "u:Nordvikens vapen"')"
pdftoppm -gray -r 25.4 -f 3 -l 3 -x 26 -y 23 -W 28 -H 1 "$scratch/made/report.pdf" >"$scratch/grey.pgm"
told "in grey its halves differ, by the weights of 0.30, 0.59, 0.11" "67 178" \
	"$(tail -c 28 "$scratch/grey.pgm" | od -An -tu1 -v | xargs | awk '{ print $3, $26 }')"
told "the same bytes again" "" \
	"$(cp "$scratch/made/report.pdf" "$scratch/before.pdf"
	logo below/rgb.png 30mm 40mm >"$scratch/status"
	cmp "$scratch/before.pdf" "$scratch/made/report.pdf" 2>&1)"

# --- refused
# refused LABEL WANTED FILE [WIDTH HEIGHT ALT]
refused()
{
	label=$1
	wanted=$2
	shift 2
	told "$label" "78 1" "$(logo "$1" "${2:-40mm}" "${3:-20mm}" "${4-Vapen}") $(grep -cF -- "$wanted" "$scratch/err")"
	[ -e "$scratch/made/report.pdf" ] && told "$label: no PDF" "" "made"
}
tab=$(printf '\t')
while IFS=$tab read -r file said; do
	refused "$file: $said" "house-style.xml:20: house-style/logo: the picture \"$file\" cannot be used: $said" "$file"
done <tests/golden/logo/said
told "each broken picture has its sentence" "" \
	"$(sed -n 's/^broken //p' "$scratch/pictures" | sort >"$scratch/broken"
	cut -f 1 tests/golden/logo/said | sort | diff "$scratch/broken" -)"
below='it must lie in the house style'
refused "outside of templates/" "cannot be used: $below" ../outside.png
refused "outside by a way around" "cannot be used: $below" below/../../outside.png
refused "an absolute path" "cannot be used: $below" "$templates/rgb.png"
refused "a hidden file, which no manifest names" "cannot be used: $below" .hidden.png
refused "no such file" 'the picture "none.png" cannot be used: No such file' none.png
refused "a folder" 'the picture "below" cannot be used: ' below
room='the room of the logo must be at least 5 mm wide and high'
refused "too wide: 80 mm are half of 160" "$room" rgb.png 80.1mm 20mm
refused "too high: 22 + 67.1 mm are three tenths of 297" "$room" rgb.png 40mm 67.2mm
refused "no room" "$room" rgb.png 4mm 20mm
refused "no words" "not as the schema says" rgb.png 40mm 20mm ""
refused "only spaces" "not as the schema says" rgb.png 40mm 20mm "  "
language=sv
refused "in Swedish" 'house-style/logo: bilden "interlaced" kan inte användas: den är lagrad i omgångar (interlaced, Adam7); spara den utan' interlaced

sum_up
