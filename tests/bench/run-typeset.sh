#!/bin/sh
# run-typeset.sh BUILD - typeset's speed, memory and bytes against bare libharu.
#
# Generated reports of three sizes, ten chapters (15 400 words, ten tables of 30
# rows, four charts), some 500 pages and some 4 000.  The floor (bare.c) sets
# the same words in the same type without tags, hyphenation or links.  Both run
# by turns, five times; figures are medians.  A document that is done sooner
# than the clock can tell is set twenty times in a row.
set -eu

build=${1:?usage: run-typeset.sh BUILD}
case $build in /*) ;; *) build=$PWD/$build ;; esac
cd "$(dirname "$0")/../.."
bench=$build/bench/typeset
mkdir -p "$bench"
cc=${CC:-cc}
$cc -std=c11 -D_GNU_SOURCE -O2 -o "$bench/report" tests/bench/report.c \
	tests/generate/chance.c
$cc -std=c11 -D_GNU_SOURCE -O2 -o "$bench/bare" tests/bench/bare.c -lhpdf

# timed TIMES COMMAND…: "seconds kibibytes" of one run, seconds of processor.
timed()
{
	times=$1
	shift
	# shellcheck disable=SC2016 # the inner shell's own
	/usr/bin/time -f '%U %S %M' -o "$bench/time" sh -c '
		left=$1; shift
		while [ "$left" -gt 0 ]; do "$@" || exit; left=$((left - 1)); done
		' timed "$times" "$@" >"$bench/told" 2>&1 ||
		{ cat "$bench/told"; exit 70; }
	awk -v n="$times" '{ print ($1 + $2) / n, $3 }' "$bench/time"
}

# median FILE COLUMN
median()
{
	sort -n -k "$2,$2" "$1" |
		awk -v c="$2" '{ v[NR] = $c } END { print v[int((NR + 1) / 2)] }'
}

# pages PDF
pages()
{
	pdfinfo "$1" | sed -n 's/^Pages: *//p'
}

# compare NAME CHAPTERS TIMES: five times by turns; says what came out.
compare()
{
	at=$bench/$1
	mkdir -p "$at"
	"$bench/report" "$2" "$at"
	: >"$at/bare"
	: >"$at/typeset"
	for _ in 1 2 3 4 5; do
		timed "$3" "$bench/bare" "$at/report.flat" "$at/bare.pdf" \
			>>"$at/bare"
		timed "$3" "$build/bin/bokslut-typeset" --output "$at" \
			"$at/report.xml" >>"$at/typeset"
	done
	for kind in bare typeset; do
		pdf=$at/$kind.pdf
		[ -e "$pdf" ] || pdf=$at/report.pdf
		pages "$pdf" >"$at/$kind.pages"
		wc -c <"$pdf" >"$at/$kind.bytes"
		echo "$1: $kind $(cat "$at/$kind.pages") pages," \
			"$(median "$at/$kind" 1) s, $(($(median "$at/$kind" 2) / 1024)) MiB," \
			"$(cat "$at/$kind.bytes") bytes"
	done
}

# figure NAME VALUE LIMIT
figure()
{
	echo "bench $1: $2 (limit $3)"
}

# over A B [DECIMALS]: A / B
over()
{
	awk -v a="$1" -v b="$2" -v d="${3:-2}" \
		'BEGIN { printf "%.*f", d, a / b }'
}

# a_page SIZE KIND WHAT: seconds or bytes of one page.
a_page()
{
	case $3 in
	seconds) sum=$(median "$bench/$1/$2" 1) ;;
	bytes) sum=$(cat "$bench/$1/$2.bytes") ;;
	esac
	over "$sum" "$(cat "$bench/$1/$2.pages")" 9
}

mebibytes()
{
	echo "$(($(median "$bench/$1/typeset" 2) / 1024))"
}

compare small 10 20
compare middle 95 2
compare large 760 1
figure typeset-over-bare-small "$(over "$(a_page small typeset seconds)" "$(a_page small bare seconds)")" 0.7
figure typeset-over-bare-500 "$(over "$(a_page middle typeset seconds)" "$(a_page middle bare seconds)")" 0.7
figure typeset-pages-a-second-500 "$(over 1 "$(a_page middle typeset seconds)" 0)" 2000
figure typeset-a-page-4000-over-small "$(over "$(a_page large typeset seconds)" "$(a_page small typeset seconds)")" 1.1
figure typeset-a-page-4000-over-500 "$(over "$(a_page large typeset seconds)" "$(a_page middle typeset seconds)")" 1.1
figure typeset-small-mib "$(mebibytes small)" 32
figure typeset-4000-mib "$(mebibytes large)" 200
figure typeset-bytes-a-page-over-bare-small "$(over "$(a_page small typeset bytes)" "$(a_page small bare bytes)")" 1.3
figure typeset-bytes-a-page-over-bare-500 "$(over "$(a_page middle typeset bytes)" "$(a_page middle bare bytes)")" 1.3
