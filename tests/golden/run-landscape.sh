#!/bin/sh
# run-landscape.sh BUILD - which tables stand on landscape pages, and what with
# them, as poppler and qpdf read it.
#
# A page of templates/house-style.xml is 595.3 by 841.9 pt; its margins are 62.4 pt
# above, 68 below, 70.9 to the left and right: a table has 453.5 pt.  The widths of
# Arial Bold make 88.5 pt of "Verksamhetsområde" in 9 pt, as the head of a column; with
# 10 pt of padding four fit, five do not.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh
typeset=$build/bin/bokslut-typeset
pdf=$scratch/report.pdf

# made: the report of the blocks that are read is set
made()
{
	{
		sed '/<body>/q' tests/golden/typeset/breaks/report.xml
		cat
		echo '</body><data/></report>'
	} >"$scratch/report.xml"
	"$typeset" --lang en --output "$scratch" "$scratch/report.xml"
}

# table ID COLUMNS [ATTRIBUTES [WORD]]: with two rows
table()
{
	echo "<table id=\"$1\"${3:+ $3}><caption><run>Tabell $1</run></caption>"
	seq "$2" | sed 's/.*/<column align="text"\/>/'
	echo '<row kind="head">'
	seq "$2" | sed "s/.*/<cell><run>${4:-Verksamhetsområde}<\/run><\/cell>/"
	echo '</row>'
	for row in 1 2; do
		echo '<row kind="body">'
		seq "$2" | sed "s/.*/<cell><run>rad $row<\/run><\/cell>/"
		echo '</row>'
	done
	echo '</table>'
}

# section ID: its heading; "</section>" is left to the caller
section()
{
	echo "<section id=\"$1\"><title><run>Rubrik $1</run></title>"
}

# lines COUNT: so many paragraphs of a line
lines()
{
	seq "$1" | sed 's/.*/<p><run>Stycke &.<\/run><\/p>/'
}

# pages: for each page how it lies
pages()
{
	pdfinfo -l 99 "$pdf" | awk '/^Page .*size:/ { print $4 < $6 ? "upright" : "landscape" }' |
		xargs
}

# page_of WORDS: on which page they stand
page_of()
{
	pdftotext -layout "$pdf" - | awk -v words="$1" 'BEGIN { RS = "\f" }
		index($0, words) { print NR; exit }'
}

# --- what decides
table t 4 | made
told "the words of four columns fit on an upright page" upright "$(pages)"
table t 5 | made
told "those of five do not" landscape "$(pages)"
told "it is as wide as an upright page is high" "841.89 595.276" \
	"$(pdfinfo "$pdf" | awk '/^Page size:/ { print $3, $5 }')"
told "and is not turned by the reader" 0 "$(pdfinfo "$pdf" |
	sed -n 's/^Page rot: *//p')"
table t 2 '' "$(printf 'x%.0s' $(seq 90))" | made
told "a long word alone turns no page" upright "$(pages)"
table t 5 'landscape="false"' | made
told "it may be said that it stands upright" upright "$(pages)"
table t 1 'landscape="true"' | made
told "and that it does not" landscape "$(pages)"
for around in box quote; do
	{ echo "<$around>" && table t 5 'landscape="true"' && echo "</$around>"; } | made
	told "a table in a $around stays in it" upright "$(pages)"
done
{ echo '<list><item>' && table t 5 && echo '</item></list>'; } | made
told "a table in a list stays in it" upright "$(pages)"
table t 5 '' 'Verksamhetsområde<\/run><break\/><run>a<\/run><break\/><run>b'"$(
	printf '<\\/run><break\\/><run>c%.0s' $(seq 20))" | made
told "a head that fills half of a landscape page stands upright" upright "$(pages)"

# --- what stands with it
{
	lines 20
	section a
	echo '<p><run>Kort.</run></p>'
	table t 5
	echo '<note><run>Not om tabellen.</run></note><p><run>Efter.</run></p>'
	table u 2
	echo '</section>'
} | made
told "upright pages go on below it" "upright landscape upright" "$(pages)"
told "a heading with a short text stands above it, a note below" "2 2 2 2 3 3" \
	"$(page_of 'Rubrik a') $(page_of Kort) $(page_of 'Tabell t') $(page_of \
		'Not om') $(page_of Efter) $(page_of 'Tabell u')"
{
	section a
	lines 2
	table t 5
	lines 1
	table u 5
	echo '</section>'
} | made
told "nor is a little text alone on an upright page, before it or between two" \
	"landscape" "$(pages)"
{
	section a
	lines 12
	table t 5
	echo '</section>'
} | made
told "much text is not moved" "upright landscape" "$(pages)"
# 711.5 pt hold 31 lines of 15 and 7.5 pt: the 32nd to 34th go on another page
{ lines 34 && table t 5; } | made
told "lines that an upright page has no room for go with it, the others do not" \
	"upright landscape 1 2" "$(pages) $(page_of 'Stycke 31.') $(page_of 'Stycke 32.')"
{
	section a
	section b
	table t 5
	echo '</section></section><section id="c" new-page="true"><title><run>Sist</run></title>'
	echo '<p><run>Slut.</run></p></section>'
} | made
told "headings below each other stand above it" "landscape upright 1 1" \
	"$(pages) $(page_of 'Rubrik a') $(page_of 'Rubrik b')"
told "PDF/UA and PDF/A, as far as tests/pdf sees" "" \
	"$(python3 tests/pdf/check.py "$pdf" 2>&1)"

# --- where things stand on it: 841.9 - 70.9 = 771 pt from the left edge, and
# 595.276 - 62.362 from the lower one
told "the number of the page stands right at the margin, near the foot" "771.0 yes" \
	"$(pdftotext -f 1 -l 1 -bbox "$pdf" - | sed -n \
		's/.*xMax="\([0-9.]*\)" yMax="\([0-9.]*\)">1(2).*/\1 \2/p' |
		awk '{ near = $2 > 595.3 - 68 + 19.8 && $2 < 595.3
			printf "%.1f %s", $1, near ? "yes" : $2 }')"
told "the title in the header too" 771.0 \
	"$(pdftotext -f 1 -l 1 -bbox "$pdf" - | sed -n \
		's/.*xMax="\([0-9.]*\)" yMax="[0-9.]*">Sidbrytningar.*/\1/p' |
		xargs printf '%.1f')"
told "a bookmark leads to the top of what stands there" "532.914 779.528" \
	"$(qpdf --json --json-key=outlines "$pdf" |
		sed -n '/"\/XYZ"/{n;n;s/[^0-9.]//gp;}' | sed -n '1p;$p' | xargs)"
{ echo '<contents depth="1"/>' && section a && table t 5 &&
	echo '<note><run>Se </run><run to="a">rubriken</run><run>.</run></note></section>' &&
	lines 1; } | made
told "a link lies on its words" yes "$(
	pdftotext -f 2 -l 2 -bbox "$pdf" - | sed -n \
		's/.*yMin="\([0-9.]*\)" xMax.*>rubriken.*/\1/p' >"$scratch/words"
	qpdf --qdf --object-streams=disable "$pdf" - | grep -a -A 5 '/Rect' | tr '\n' ' ' |
		sed 's/--/\n/g' | awk -v top="$(cat "$scratch/words")" '{
			for (i = 1; i <= NF; i++)
				if ($i == "[" && ++n)
					upper = $(i + 4)
			off = 595.276 - upper - top
			found = found || (off > -3 && off < 3)
		} END { print found ? "yes" : "no" }')"

sum_up
