#!/bin/sh
# run-ingest.sh BUILD - ingest's speed and memory against bare libcsv.
#
# A generated HR export of a million rows and one of ten million: sums per unit
# and month, with and without the different employees.  The floor is a loop
# over libcsv that only counts.  Both run by turns, five times; ratios are of
# medians.  The data lies in BUILD/bench and is made once.
set -eu

build=${1:?usage: run-ingest.sh BUILD}
case $build in /*) ;; *) build=$PWD/$build ;; esac
cd "$(dirname "$0")/../.."
bench=$build/bench
mkdir -p "$bench"
cc=${CC:-cc}
$cc -std=c11 -D_GNU_SOURCE -O2 -o "$bench/absence" tests/bench/absence.c \
	tests/generate/chance.c
$cc -std=c11 -D_GNU_SOURCE -O2 -o "$bench/count" tests/bench/count.c -lcsv

# data ROWS: a workspace with so many of them.
data()
{
	[ -e "$bench/$1/made" ] && return
	mkdir -p "$bench/$1/rules" "$bench/$1/input/register" \
		"$bench/$1/input/2025"
	"$bench/absence" "$1" "$bench/$1"
	touch "$bench/$1/made"
}

# timed COMMAND…: "seconds kibibytes" of one run.
timed()
{
	/usr/bin/time -f '%e %M' -o "$bench/time" "$@" >"$bench/told" 2>&1 ||
		{ cat "$bench/told"; exit 70; }
	cat "$bench/time"
}

# ingest ROWS SOURCE
ingest()
{
	timed "$build/bin/bokslut-ingest" -C "$bench/$1" --output "$bench/out" \
		2025 "$2"
}

# median FILE COLUMN
median()
{
	sort -n -k "$2" "$1" | awk -v c="$2" '{ v[NR] = $c } END { print v[int((NR + 1) / 2)] }'
}

# compare ROWS: five times by turns.
compare()
{
	data "$1"
	for kind in floor distinct plain; do : >"$bench/$kind.$1"; done
	for turn in 1 2 3 4 5; do
		timed "$bench/count" "$bench/$1/input/2025/absence.csv" >>"$bench/floor.$1"
		ingest "$1" distinct >>"$bench/distinct.$1"
		[ "$turn" -gt 1 ] || ingest "$1" plain >>"$bench/plain.$1"
	done
	echo "$1 rows: bare libcsv $(median "$bench/floor.$1" 1) s, ingest $(median "$bench/distinct.$1" 1) s"
}

# figure NAME VALUE LIMIT
figure()
{
	echo "bench $1: $2 (limit $3)"
}

# over A B: A / B with two decimals
over()
{
	awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'
}

compare 1000000
compare 10000000
figure ingest-1m "$(over "$(median "$bench/distinct.1000000" 1)" "$(median "$bench/floor.1000000" 1)")" 1.2
figure ingest-10m "$(over "$(median "$bench/distinct.10000000" 1)" "$(median "$bench/floor.10000000" 1)")" 1.0
figure ingest-10m-over-1m "$(over "$(median "$bench/distinct.10000000" 1)" "$(median "$bench/distinct.1000000" 1)")" 11
figure ingest-10m-mib "$(($(median "$bench/distinct.10000000" 2) / 1024))" 96
figure ingest-10m-plain-mib "$(($(median "$bench/plain.10000000" 2) / 1024))" 40
