#!/bin/sh
# run-typeset.sh BUILD - set reports written by hand, and read what was made.
#
# tests/golden/typeset/CASE/report.xml is set; beside it stands
#	expected	lines that pdftotext -layout reads, in this order, white
#			space squeezed (poppler makes every no-break space one),
#			the first "pages N"
#	structure	lines that pdfinfo -struct-text reads, in this order
#	stderr, status	what is said of a report that is refused
# and in every case each word of the report's body must stand in the PDF's
# structure once, in order.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh
typeset=$build/bin/bokslut-typeset
cases=tests/golden/typeset

squeeze()
{
	sed 's/[[:space:]]\{1,\}/ /g; s/^ //; s/ $//; /^$/d'
}

# in_order WANTED READ: the first wanted line that is not read in its place.
in_order()
{
	awk 'NR == FNR { wanted[++count] = $0; next }
		at < count && $0 == wanted[at + 1] { at++ }
		END { if (at < count) print wanted[at + 1] }' "$1" "$2"
}

# Words of the body as the report has them; marks of lists are no words.
words_of_report()
{
	sed -n '/<body>/,/<\/body>/p' "$1" |
		sed 's/<column[^>]*>//g; s/<\/*run[^>]*>//g; s/<[^>]*>/ /g;
			s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' | words
}

# Words of the structure: texts stand in quotes, one element each.
words_of_pdf()
{
	pdfinfo -struct-text "$1" |
		sed -n '/^ *Lbl/{n;d;}; s/^ *"\(.*\)"$/\1/p' | words
}

words()
{
	soft=$(printf '\302\255')
	sed "s/$soft//g" | tr -s '[:space:]' '[\n*]' | sed '/^$/d'
}

# --- reports that are sound
sound()
{
	name=$1
	given=$cases/$name
	made=$scratch/$name
	"$typeset" --output "$made" "$given/report.xml" 2>"$scratch/stderr"
	told "$name: is set" 0 "$?"
	told "$name: nothing is said" "" "$(cat "$scratch/stderr")"
	qpdf --check "$made/report.pdf" >"$scratch/qpdf" 2>&1
	told "$name: qpdf finds nothing" 0 "$?"
	told "$name: PDF/UA and PDF/A, as far as tests/pdf sees" "" \
		"$(python3 tests/pdf/check.py "$made/report.pdf" 2>&1)"
	pdfinfo "$made/report.pdf" >"$scratch/info"
	told "$name: title" \
		"$(sed -n 's/.*<title>\([^<]*\)<\/title>.*/\1/p' \
			"$given/report.xml" | head -n 1)" \
		"$(sed -n 's/^Title: *//p' "$scratch/info")"
	{
		echo "pages $(sed -n 's/^Pages: *//p' "$scratch/info")"
		pdftotext -layout -nopgbrk "$made/report.pdf" - | squeeze
	} >"$scratch/read"
	told "$name: reads as expected" "" \
		"$(in_order "$given/expected" "$scratch/read")"
	if [ -f "$given/structure" ]; then
		pdfinfo -struct-text "$made/report.pdf" >"$scratch/read"
		told "$name: is built as expected" "" \
			"$(in_order "$given/structure" "$scratch/read")"
	fi
	pdfdetach -save 1 -o "$scratch/attached.xml" "$made/report.pdf" \
		>/dev/null 2>&1
	cmp "$given/report.xml" "$scratch/attached.xml" >"$scratch/cmp" 2>&1
	told "$name: holds its report.xml" 0 "$?"
}

# Those whose body is all text: neither cover, contents nor charts.
whole_text()
{
	words_of_report "$cases/$1/report.xml" >"$scratch/want"
	words_of_pdf "$scratch/$1/report.pdf" >"$scratch/got"
	told "$1: every word once, in order" "" \
		"$(diff "$scratch/want" "$scratch/got" | head -n 5)"
}

for name in whole long-table wide-cells tall-row lists charts pictures \
	decision marks breaks links; do
	sound "$name"
done
for name in long-table wide-cells tall-row lists marks breaks links; do
	whole_text "$name"
done

# --- a table that goes on
table=$scratch/long-table/report.pdf
told "long-table: its caption stands on every page" "1 1 1" \
	"$(for page in 1 2 3; do
		pdftotext -f $page -l $page -layout "$table" - |
			grep -c '^ *Indikatorer med värde'
	done | xargs)"
told "long-table: and says that it goes on, but not to a reader" "2 0" \
	"$(pdftotext "$table" - | grep -c 'forts' | xargs) $(pdfinfo \
		-struct-text "$table" | grep -c 'forts')"
told "long-table: it is one table" 1 \
	"$(pdfinfo -struct "$table" | grep -c '^ *Table')"

# --- room: all that is no stream is packed, a cross-reference stream finds it
told "whole: its structure is packed" "0 1" \
	"$(grep -ac '/StructElem' "$scratch/whole/report.pdf" | xargs) $(grep \
		-ac '/Type /XRef' "$scratch/whole/report.pdf")"

# --- links
links=$scratch/links/report.pdf
told "links: one over two lines has two places, none is in what is repeated" \
	"4 4" "$(qpdf --qdf --object-streams=disable "$links" - |
		awk '/\/Subtype \/Link$/ { places++ }
			/\/Type \/OBJR$/ { objects++ }
			END { print places " " objects }' | xargs)"
told "links: each is told whole" 2 \
	"$(qpdf --json --json-key=qpdf "$links" |
		grep -c '"u:avsnittet om tabeller som går vidare på nästa sida"')"
told "links: bookmarks are not divided" 1 \
	"$(qpdf --json --json-key=outlines "$links" |
		grep -c 'Verksamhetsuppföljningsdokumentationssystemsförvalt')"

# --- the same bytes, wherever and whenever
again()
{
	env "$@" "$typeset" --output "$scratch/again" "$cases/whole/report.xml"
	cmp "$scratch/whole/report.pdf" "$scratch/again/report.pdf"
}
told "the same bytes in another zone and language" "" \
	"$(again TZ=Asia/Tokyo LANG=C LC_ALL=C 2>&1)"
told "the same bytes in the environment's" "" \
	"$(again TZ=UTC LANG=C.utf8 LANGUAGE=en 2>&1)"
told "the same bytes with nothing in it" "" "$(again -i 2>&1)"

# --- a report in a language without a dictionary
sed 's/lang="sv"/lang="en"/' "$cases/whole/report.xml" >"$scratch/en.xml"
"$typeset" --output "$scratch/en" "$scratch/en.xml" 2>"$scratch/stderr"
told "another language: is set" "0" "$?"
told "another language: no word is divided" 0 \
	"$(pdftotext "$scratch/en/report.pdf" - |
		grep -c "$(printf '\302\255')")"

# --- where pages end, whatever stands above: a report that is made
head_of()
{
	sed '/<body>/q' "$cases/breaks/report.xml"
}
made()
{
	{ head_of; cat; echo '</body><data/></report>'; } >"$scratch/made.xml"
	"$typeset" --output "$scratch/made" "$scratch/made.xml"
}
# A heading with a short text goes with what stands below that text.
stranded=
for fill in $(seq 24 34); do
	{
		echo '<section id="s1"><title><run>Fyllnad</run></title>'
		for line in $(seq "$fill"); do
			echo "<p><run>Rad $line.</run></p>"
		done
		echo '<section id="s2"><title><run>Målet</run></title><note><run>uppnås</run></note>'
		echo '<section id="s3"><title><run>Indikatorn</run></title><p><run>Första raden.</run></p></section>'
		echo '</section></section>'
	} | made
	last=$(pdftotext -f 1 -l 1 -layout "$scratch/made/report.pdf" - |
		tr -d '\f' | grep -v '^ *$\|SN 2025/41' | tail -n 1 | squeeze)
	case $last in Målet | uppnås | Indikatorn) stranded="$stranded $fill" ;; esac
done
told "no heading is left behind with its short text" "" "$stranded"

# A total has lines of the row above it with it, also if that one is split: 253 mm
# are 714 pt, of which 58 lines of 12 pt are a row's.
left=
for lines in $(seq 48 64); do
	{
		echo '<table id="t"><column align="text"/><row kind="body"><cell heads="true"><run>Rad 1</run>'
		for line in $(seq 2 "$lines"); do
			echo "<break/><run>Rad $line</run>"
		done
		echo '</cell></row><row kind="total"><cell heads="true"><run>Summa</run></cell></row></table>'
	} | made
	pdftotext "$scratch/made/report.pdf" - | tr '\f' '\001' |
		awk -v last="$lines" 'BEGIN { RS = "\001" }
			/Summa/ { found = $0 ~ "Rad " last "\n" &&
				$0 ~ "Rad " (last - 1) "\n" }
			END { exit !found }' || left="$left $lines"
done
told "no total is left by the row above it" "" "$left"

# contents COUNT: a report with so many sections, and pages of its contents
contents()
{
	{
		echo '<contents depth="1"/>'
		for section in $(seq "$1"); do
			echo "<section id=\"s$section\"><title><run>Avsnitt $section</run></title><p><run>Text.</run></p></section>"
		done
	} | made
	pdftotext -layout "$scratch/made/report.pdf" - | tr '\f' '\001' |
		awk 'BEGIN { RS = "\001" } /Avsnitt [0-9]+ +[0-9]+\n/ { pages++ }
			END { print pages + 0 }'
}
# (253 mm of a page hold the heading and 37 lines of 15 + 3 pt; 42 a seventh nearer)
told "contents that a page holds" 1 "$(contents 36)"
told "contents that it holds with lines a little nearer" 1 "$(contents 41)"
told "contents that are too long for that" 2 "$(contents 46)"

# --- reports that are refused
refused()
{
	name=$1
	"$typeset" --lang en --output "$scratch/$name" \
		"$cases/$name/report.xml" 2>"$scratch/stderr"
	told "$name: status" "$(cat "$cases/$name/status")" "$?"
	told "$name: what is said" "$(cat "$cases/$name/stderr")" \
		"$(cat "$scratch/stderr")"
	told "$name: no PDF" "" "$(ls "$scratch/$name" 2>/dev/null)"
}
refused missing-glyph
refused tall-head
refused broken

# --- the command line
"$typeset" --output "$scratch/x" nowhere.xml 2>"$scratch/stderr"
told "no such report: status" 74 "$?"
"$typeset" "$cases/whole/report.xml" 2>"$scratch/stderr"
told "no --output: status" 64 "$?"
told "--resources names what shapes a PDF" "6 0" \
	"$("$typeset" --resources | wc -l | xargs) $("$typeset" --resources |
		while read -r file; do [ -r "$file" ] || echo "$file"; done |
		wc -l | xargs)"
: >"$scratch/full"
"$typeset" --output "$scratch/full" "$cases/whole/report.xml" \
	2>"$scratch/stderr"
told "a folder that cannot be made: status" 73 "$?"

sum_up
