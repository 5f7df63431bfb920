#!/bin/sh
# run-charts.sh BUILD - the values of random line charts stand beside their points,
# with no target, mean or other value through them (tests/charts).
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh

python3 tests/charts/check.py "$build/bin/bokslut-typeset" "$scratch" 0 300 \
	>"$scratch/said" 2>&1
told "random charts: status" 0 "$?"
told "random charts: faults" "" "$(head -n 40 "$scratch/said")"

sum_up
