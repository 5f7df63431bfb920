#!/bin/sh
# run-pdf.sh BUILD - the judge of PDFs is itself judged: a sound report is broken
# in one way after the other, and tests/pdf/check.py must name each fault.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh

# the house style of the sample with a logo
mkdir -p "$scratch/w/templates"
python3 tests/golden/picture.py "$scratch/w/templates" >/dev/null || exit 70
cp templates/hyphenation-sv.txt "$scratch/w/templates"
sed 's|^  <colour use="ink"|  <logo file="rgb.png" alt="Kommunens vapen" width="40mm" height="20mm"/>\n&|' \
	templates/house-style.xml >"$scratch/w/templates/house-style.xml"
"$build/bin/bokslut-typeset" -C "$scratch/w" --output "$scratch" \
	tests/pdf/report.xml || exit 70
python3 tests/pdf/mutate.py "$scratch/report.pdf" "$scratch" \
	>"$scratch/told" 2>&1
status=$?
# and as PDF/A-2a, in which nothing is attached
"$build/bin/bokslut-typeset" -C "$scratch/w" --output "$scratch/alone" --archive 2a \
	tests/pdf/report.xml || exit 70
python3 tests/pdf/mutate.py "$scratch/alone/report.pdf" "$scratch" 2 \
	>>"$scratch/told" 2>&1 || status=$?
cat "$scratch/told"
passed=$(grep -c '^ok - ' "$scratch/told")
failed=$(grep -c '^not ok - ' "$scratch/told")
if [ "$status" -ne 0 ] || [ "$passed" -eq 0 ]; then
	failed=$((failed + 1))
fi
sum_up
