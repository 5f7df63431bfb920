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

# --- in a close each attack names rule, line and indicator, and ends soon
cp -R input templates "$scratch/w"
close() # LINE SENTENCE BODY
{
	sed '/^rule/,$d' rules/goals.lua >"$scratch/w/rules/goals.lua"
	printf 'rule { id = "light", version = 1, from = "2020-01-01", scale = "traffic-light", to = indicators(), about = "x",\n  given = { met = target_met(), short = shortfall() }, decide = function(given)\n%s\nend }\n' "$3" >"$scratch/w/rules/x.lua"
	status "$3" 78 timeout 10 "$bokslut" -C "$scratch/w" --lang en check 2025-T1 prognosrapport
	told "tells: $2" 1 "$(grep -c "^rules/x.lua:$1: rule \"light\", version 1, for \"sick-leave\" (.*): .*$2" "$scratch/stderr")"
	told "no more than a line of 4 KiB" "" "$(grep '.\{4200\}' "$scratch/stderr")"
}
close 2 'the function is not asked: one of the file ran too long before' "local s = (' '):rep(32000) while true do tonumber(s) end"
close 3 'the file needs too much memory' "if not given.short:eq(2.5) then return 'green' end local s = {} for i = 1, 9e9 do s[i] = ('x'):rep(32000) .. i end"
close 4 'a figure is neither true nor false' "
if not given.short == 1 then return 'green' end return 'red'"
close 2 'it returned "../../etc/passwd", which is neither' "return '../../etc/passwd'"
close 3 'the Lua code stopped with an error: table' "error({})"
close 3 'the Lua code stopped with an error: .*a b' "error('\\27[31ma\\nb\\r')"
close 3 'the Lua code stopped with an error: xxxx' "error(('x'):rep(32000))"
rm -r "$scratch/w/input" "$scratch/w/templates"
cp rules/goals.lua "$scratch/w/rules"

# --- the others
python3 tests/golden/hostile.py "$bokslut" "$scratch/w" >"$scratch/said"
cat "$scratch/said"
passed=$((passed + $(grep -c '^ok - ' "$scratch/said")))
failed=$((failed + $(grep -c '^not ok - ' "$scratch/said")))
told "all were tried" "tried" "$(tail -1 "$scratch/said")"
sum_up
