#!/bin/sh
# run-archive.sh BUILD - PDF/A-2a with the XML beside, for archives that take no
# attachments: as an option of typeset, and as a report's word in rules/.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh
typeset=$build/bin/bokslut-typeset
report=tests/golden/typeset/whole/report.xml

# judge LEVEL PDF: what the judge says of it as such, in brief
judge()
{
	python3 tests/pdf/check.py --archive "$1" "$2" 2>&1 | sed 's/.*\[\(A [0-9.]*\).*/\1/' |
		sort | uniq -c | awk '{ $1 = $1; printf "%s%s", sep, $0; sep = ", " }'
}
# holds PDF: how many files it has, and the part of PDF/A that it tells
holds()
{
	echo "$(pdfdetach -list "$1" | sed -n 's/^\([0-9]*\) embedded.*/\1/p')" \
		"$(sed -n 's/.*<pdfaid:part>\(.\)<.*/\1/p' "$1")"
}

# --- the option
"$typeset" --output "$scratch/3a" "$report" || exit 70
"$typeset" --output "$scratch/said" --archive 3a "$report" || exit 70
"$typeset" --output "$scratch/2a" --archive 2a "$report" 2>"$scratch/err"
told "2a: is set" "0 " "$? $(cat "$scratch/err")"
told "2a: sound as that" "" "$(judge 2a "$scratch/2a/report.pdf")"
told "2a: no file inside, part 2" "0 2" "$(holds "$scratch/2a/report.pdf")"
told "3a is what is made if nothing is said" "1 3 " \
	"$(holds "$scratch/3a/report.pdf") $(cmp "$scratch/3a/report.pdf" "$scratch/said/report.pdf" 2>&1)"
# the part that XMP tells, and no associated file
told "2a is no 3a" "1 A 6.6.4, 1 A 6.8" "$(judge 3a "$scratch/2a/report.pdf")"
# AF, EmbeddedFiles, Filespec, EmbeddedFile
told "3a is no 2a" "1 A 6.6.4, 4 A 6.8" "$(judge 2a "$scratch/3a/report.pdf")"
told "they are the same to a reader" "" \
	"$(for level in 2a 3a; do
		pdftotext -layout "$scratch/$level/report.pdf" "$scratch/$level/text"
		pdfinfo -struct-text "$scratch/$level/report.pdf" >"$scratch/$level/structure"
	done
	diff "$scratch/2a/text" "$scratch/3a/text" | head -n 3
	diff "$scratch/2a/structure" "$scratch/3a/structure" | head -n 3)"
"$typeset" --output "$scratch/1b" --archive 1b --lang en "$report" 2>"$scratch/err"
told "another level" "64 1" \
	"$? $(grep -cF -- '--archive 1b: a PDF is made as 3a, with report.xml inside, or as 2a, without' "$scratch/err")"
told "nothing is made of it" "" "$(ls "$scratch/1b" 2>/dev/null)"

# --- the word of a report
cp -R rules templates input "$scratch"
rules=$scratch/rules/workspace.lua
made=$scratch/output/2025-T1/beslutsuppfoljning
# as ARCHIVE: the sample's report of decisions with that line; the status
as()
{
	sed "s/^  template = \"beslutsuppfoljning\",/&$1/" rules/workspace.lua >"$rules"
	"$bokslut" -C "$scratch" run --lang "${language:-en}" 2025-T1 beslutsuppfoljning \
		>"$scratch/out" 2>"$scratch/err"
	echo $?
}
told "a close without a word of it" "0 1 3" "$(as '') $(holds "$made/r1/report.pdf")"
told "as 2a" "0 0 2" "$(as ' archive = "2a",') $(holds "$made/r2/report.pdf")"
told "it is sound" "" "$(judge 2a "$made/r2/report.pdf")"
told "its XML stands beside it, as before but for its number" "" \
	"$(sed 's/revision="1"/revision="2"/; s/revision 1/revision 2/' "$made/r1/report.xml" |
		diff - "$made/r2/report.xml" | head -n 3)"
told "both are in the manifest" "report.pdf report.xml" \
	"$(sed -n 's/^[0-9a-f]*  \(report\..*\)$/\1/p' "$made/r2/manifest" | xargs)"
told "the cause is told" 1 \
	"$("$bokslut" -C "$scratch" diff 2025-T1 beslutsuppfoljning r1 r2 --lang en 2>&1 |
		grep -c 'rules/workspace.lua, changed')"
told "nothing changed, no new revision" "0 r2" "$(as ' archive = "2a",') $(readlink "$made/latest")"
"$bokslut" -C "$scratch" reproduce 2025-T1 beslutsuppfoljning r2 >"$scratch/out" 2>&1
told "reproduced" 0 "$?"
"$bokslut" -C "$scratch" verify >"$scratch/out" 2>&1
told "verified" 0 "$?"
"$bokslut" -C "$scratch" state 2025-T1 beslutsuppfoljning proposed --role Registrator \
	--date 2025-05-06 >"$scratch/out" 2>&1
told "proposed" "0 r3 0 2" "$? $(readlink "$made/latest") $(holds "$made/r3/report.pdf")"
# the rules of today say otherwise; those of the revision are kept
cp rules/workspace.lua "$rules"
"$bokslut" -C "$scratch" reproduce 2025-T1 beslutsuppfoljning r3 >"$scratch/out" 2>&1
told "reproduced from what was kept" 0 "$?"
told "a level that is none" 78 "$(as ' archive = "1b",')"
told "is told" 1 \
	"$(grep -c 'rules/workspace.lua:[0-9]*: .*archive = "1b" must be "3a" (PDF/A-3a, with the report.s XML inside) or "2a"' "$scratch/err")"
language=sv
told "in Swedish, too" 78 "$(as ' archive = "1b",')"
told "is told" 1 "$(grep -c 'archive = "1b" måste vara "3a"' "$scratch/err")"

sum_up
