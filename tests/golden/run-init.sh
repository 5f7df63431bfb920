#!/bin/sh
# run-init.sh BUILD - a municipality from nothing: what `bokslut init` lays out,
# in both languages, and the guide docs/first-report.md, each file and command.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh
PATH=$build/bin:$PATH
export PATH

# --- the guide
mkdir "$scratch/guide"
python3 tests/golden/guide.py docs/first-report.md "$scratch/guide" >"$scratch/told"
told "the guide does what it says" "ran 13" "$(cat "$scratch/told")"
made=$scratch/guide/granvik/output/2026-T1/uppfoljning/approved
told "its report is sound" "" "$(python3 tests/pdf/check.py "$made/report.pdf" 2>&1)"
pdftotext -layout "$made/report.pdf" "$scratch/text"
for words in "Granviks kommun" "Utbildningsnämnden" "91 % av eleverna" \
	"Godkänd 3 juni 2026 av Utbildningsnämnden, § 41"; do
	told "it says: $words" yes "$(tr -s ' \n' ' ' <"$scratch/text" | grep -qF "$words" && echo yes)"
done

# --- in English
bokslut init "$scratch/en" --lang en >"$scratch/out" 2>&1
told "a workspace in English" 0 $?
told "tells what comes next" 1 "$(grep -cF "run bokslut -C $scratch/en run" "$scratch/out")"
bokslut -C "$scratch/en" test --strict >"$scratch/out" 2>&1
told "its rules pass their tests" 0 $?
bokslut -C "$scratch/en" run >"$scratch/out" 2>&1
told "it waits for its export" 75 $?
told "and says so" 1 "$(grep -cF 'input/2026-T1/quality/indicators*.csv' "$scratch/out")"
mkdir "$scratch/en/input/2026-T1/quality"
printf 'Indicator;Value;Forecast;Comment\r\nWrite the name of the indicator here;80;86 %%;Better.\r\n' \
	>"$scratch/en/input/2026-T1/quality/indicators.csv"
bokslut -C "$scratch/en" run >"$scratch/out" 2>&1
told "with that it is made" 0 $?
told "in English" 1 "$(grep -cF '1 indicator: green 1, yellow 0, red 0' "$scratch/out")"
luacheck --quiet --no-color --config tests/luacheckrc pipeline/start >"$scratch/out" 2>&1
told "what it lays out is clean" 0 $?

# --- what it does not touch
bokslut init "$scratch/en" >"$scratch/out" 2>&1
told "a folder with something in it" 64 $?
told "is left as it is" "My municipality" "$(sed -n 's/.*municipality = "\(.*\)",/\1/p' "$scratch/en/rules/workspace.lua")"
mkdir "$scratch/empty"
bokslut init "$scratch/empty/" >"$scratch/out" 2>&1
told "an empty folder will do" 0 $?
bokslut init >"$scratch/out" 2>&1
told "without a folder" 64 $?
: >"$scratch/file"
bokslut init "$scratch/file" >"$scratch/out" 2>&1
told "a file is none" 64 $?
bokslut init "$scratch/file/below" >"$scratch/out" 2>&1
told "nor is what lies below one" 73 $?
FAULT=bokslut:write:5:ENOSPC LD_PRELOAD=$build/tests/faults/fault.so \
	ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0 \
	bokslut init "$scratch/full" >"$scratch/out" 2>&1
told "a full disk" 73 $?
told "leaves nothing" no "$(ls -d "$scratch"/full* 2>/dev/null || echo no)"
sum_up
