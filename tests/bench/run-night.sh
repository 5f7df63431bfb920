#!/bin/bash
# run-night.sh BUILD - what a night costs in which nothing has changed: 120
# closes that stand, in seconds (limit 0.3), median of 5; and -j 2 against -j 1
# when all are to be made (limit 1: no slower).
set -eu

build=${1:?usage: run-night.sh BUILD}
case $build in /*) ;; *) build=$PWD/$build ;; esac
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
w=$scratch/w
mkdir "$w"
cp -R rules templates input "$w"
: >"$w/rules/calendar.lua"
for ((i = 0; i < 120; i++)); do
	printf 'report { id = "r%d", title = "R", template = "prognosrapport", unit = "son" }\n' $i >>"$w/rules/workspace.lua"
	printf 'close { period = "2025-T1", report = "r%d", as_of = "2025-05-05", opens = "2025-05-02",\n  deadline = "2025-05-16", sources = { "hr.absence", "finance.ledger", "quality.indicators", "quality.decisions" } }\n' $i >>"$w/rules/calendar.lua"
done
# what was changed just now is read again: a night comes later
find "$w" -type f -exec touch -d '2025-05-03T12:00:00Z' {} +
sleep 3

seconds() # COMMAND…
{
	local TIMEFORMAT=%R
	{ time "$@" >"$scratch/out" 2>"$scratch/err"; } 2>&1
}
median()
{
	sort -n | sed -n "$((($1 + 1) / 2))p"
}
make_all() # JOBS
{
	rm -rf "$w/output"
	seconds "$build/bin/bokslut" -C "$w" run -q -j "$1"
}
for ((i = 0; i < 3; i++)); do
	make_all 1 >>"$scratch/one"
	make_all 2 >>"$scratch/two"
done
one=$(median 3 <"$scratch/one")
two=$(median 3 <"$scratch/two")
seconds "$build/bin/bokslut" -C "$w" run -q >/dev/null
for ((i = 0; i < 5; i++)); do
	seconds "$build/bin/bokslut" -C "$w" run -q >>"$scratch/standing"
done
echo "120 closes made: $one s, two at once $two s"
echo "bench night-standing-seconds: $(median 5 <"$scratch/standing") (limit 0.3)"
echo "bench night-two-at-once: $(echo "$two $one" | awk '{ printf "%.2f", $1 / $2 }') (limit 1)"
