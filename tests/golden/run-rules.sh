#!/bin/sh
# run-rules.sh BUILD - `bokslut test`: the sample's own tests, what it says of
# faulty ones, and the guide docs/rules.md, each file and command of it.
set -u

build=${1:?usage: run-rules.sh BUILD}
case $build in /*) ;; *) build=$PWD/$build ;; esac
cd "$(dirname "$0")/../.." || exit 66
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
. tests/golden/told.sh
PATH=$build/bin:$PATH
export PATH

# --- the sample's
bokslut test --lang en --strict >"$scratch/out" 2>"$scratch/err"
told "the sample's rules pass their tests, every row tried" 0 $?
told "nothing is noted" "" "$(cat "$scratch/err")"
told "the sum" "tests: 13, failed: 0; rows tried 9 of 9" "$(tail -1 "$scratch/out")"

# --- a changed rule is caught: each of these moves a border or an answer
mkdir "$scratch/w"
cp -R rules "$scratch/w"
mutant() # SED
{
	cp rules/goals.lua "$scratch/w/rules/goals.lua"
	sed -i "$1" "$scratch/w/rules/goals.lua"
	told "$1 changes something" no \
		"$(cmp -s rules/goals.lua "$scratch/w/rules/goals.lua" && echo yes || echo no)"
	bokslut -C "$scratch/w" test >"$scratch/out" 2>&1
	told "$1 is caught" 78 $?
}
mutant 's/short = at_most(3)/short = at_most(2.9)/; s/short = above(3)/short = above(2.9)/; s/short = at_most(3)/short = at_most(2.9)/'
mutant 's/part = at_most(0.05)/part = at_most(0.01)/; s/part = above(0.05)/part = above(0.01)/'
mutant 's/grade = "yellow"/grade = "red"/'
mutant 's/at_least(0.5)/above(0.5)/; s/below(0.5)/at_most(0.5)/'
mutant 's/grade = "partly"/grade = "reached"/'
mutant 's/missing = "not-measured"/missing = "not-applicable"/'
cp rules/goals.lua "$scratch/w/rules/goals.lua"

# --- tests that are wrong themselves
mkdir -p "$scratch/w/rules/tests"
faulty() # WORDS TEST
{
	rm -f "$scratch"/w/rules/tests/*
	printf '%s\n' "$2" >"$scratch/w/rules/tests/x.lua"
	bokslut -C "$scratch/w" test --lang en >"$scratch/out" 2>"$scratch/err"
	told "$2" 78 $?
	told "tells: $1" 1 "$(grep -cF -- "rules/tests/x.lua:1: $1" "$scratch/err")"
}
light='rule = "indicator.traffic-light", about = "x"'
faulty 'test: no file of rules/ has a rule "goal.ful"' 'test { rule = "goal.ful", about = "x", goal = {}, grade = "reached" }'
faulty 'test: no file of rules/ has version 7 of the rule "goal.fulfilment"' 'test { rule = "goal.fulfilment", version = 7, about = "x", goal = {}, grade = "reached" }'
faulty 'test: what must it answer?' "test { $light, indicator = { measure = \"percent\" } }"
faulty 'test: what must it answer?' "test { $light, indicator = { measure = \"percent\" }, grade = \"green\", missing = \"not-measured\" }"
faulty 'test: the scale "traffic-light" has no grade "blue"' "test { $light, indicator = { measure = \"percent\" }, grade = \"blue\" }"
faulty 'test: "gone" is none of the missing states' "test { $light, indicator = { measure = \"percent\" }, missing = \"gone\" }"
faulty 'test: row = 6: the rule has 5 rows' "test { $light, indicator = { measure = \"percent\" }, missing = \"not-measured\", row = 6 }"
faulty 'test: what is it put to?' "test { $light, goal = { \"green\" }, grade = \"green\" }"
faulty 'test: there is no measure "procent"' "test { $light, indicator = { measure = \"procent\" }, grade = \"green\" }"
faulty 'test: target = "så lite som möjligt"' "test { $light, indicator = { measure = \"percent\", target = \"så lite som möjligt\" }, grade = \"green\" }"
faulty 'test: the rule "indicator.traffic-light" is not given "shortt"' "test { $light, given = { met = true, shortt = 1, short = 0, part = 0, unmeasured = false }, grade = \"green\" }"
faulty 'test: "part" is left out; what is not there is part = missing()' "test { $light, given = { met = true, short = 0, unmeasured = false }, grade = \"green\" }"
faulty "test: grades of the goal's indicators" 'test { rule = "goal.fulfilment", about = "x", goal = { "blue" }, grade = "reached" }'
bokslut test x >"$scratch/out" 2>&1
told "test takes no word" 64 $?

# --- the guide
mkdir "$scratch/try"
cp -R rules templates input "$scratch/try"
python3 tests/golden/guide.py docs/rules.md "$scratch/try" >"$scratch/guide"
told "the guide does what it says" "ran 10" "$(cat "$scratch/guide")"
told "its results for build servers" '4 0' \
	"$(xmllint --xpath 'concat(count(//testcase[@classname="goal.development"]), " ", count(//failure))' "$scratch/try/results.xml")"
sum_up
