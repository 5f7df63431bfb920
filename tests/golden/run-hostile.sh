#!/bin/sh
# run-hostile.sh BUILD - rules files that mean harm: each is refused, in time.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh
mkdir "$scratch/w"
cp -R rules "$scratch/w"
rm "$scratch"/w/rules/tests/*

# --- a file of more bytes than there is memory
truncate -s 64G "$scratch/w/rules/x.lua"
status "64 GiB of rules" 78 timeout 2 "$bokslut" -C "$scratch/w" --lang en test
told "are told" 1 "$(grep -c '^rules/x.lua: the file is longer than 256 KiB$' "$scratch/stderr")"
rm "$scratch/w/rules/x.lua"

# --- the others
python3 tests/golden/hostile.py "$bokslut" "$scratch/w" >"$scratch/said"
cat "$scratch/said"
passed=$((passed + $(grep -c '^ok - ' "$scratch/said")))
failed=$((failed + $(grep -c '^not ok - ' "$scratch/said")))
told "all were tried" "tried" "$(tail -1 "$scratch/said")"
sum_up
