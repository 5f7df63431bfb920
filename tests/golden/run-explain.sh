#!/bin/sh
# run-explain.sh BUILD - why something is as it is, down to the line of a file:
# for people, and as JSON for programs, which another reader takes apart here.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh

mkdir "$scratch/w"
cp -R rules templates input "$scratch/w"
"$bokslut" -C "$scratch/w" run >/dev/null 2>&1
told "the closes" 0 "$?"

# explains PERIOD ID: the status; what is told is in $scratch/out
explains()
{
	"$bokslut" -C "$scratch/w" explain "$@" --lang en >"$scratch/out" 2>"$scratch/err"
	echo $?
}
# says WORDS
says()
{
	told "says: $1" 1 "$(grep -cF -- "$1" "$scratch/out")"
}
sha()
{
	sha256sum "$1" | cut -d ' ' -f 1
}

# --- a risk, and all of them
told "a risk" 0 "$(explains 2023-01..2023-08 risk.2)"
says "risk.2: För få platser i särskilt boende (Socialnämnden)"
says "  now: hanteras omedelbart"
says "rules/risks.lua:$(grep -n '^risk_matrix' rules/risks.lua | cut -d : -f 1) (SHA-256 $(sha rules/risks.lua | cut -c 1-12)…)"
says "quality/risker.csv:$(grep -n '^2;' input/2023-01..2023-08/quality/risker.csv | cut -d : -f 1) (SHA-256"
says "4, mycket stor"
told "by its text" 0 "$(explains 2023-01..2023-08 'för få platser i särskilt boende')"
told "a matrix" 0 "$(explains 2023-01..2023-08 internal-control)"
told "the counts per class, as published" "4 4 1" "$(grep -o '^  [^ ].*risk\..*' "$scratch/out" |
	sed 's/[^.]//g' | awk '{ print length($0) }' | xargs)"

# --- a checklist: a manager's own answer, one for those below, one missing
told "a question" 0 "$(explains 2022 work-environment.8@vo.hemtjanst)"
says "answered                         by the unit itself"
says "quality/arbetsmiljo.csv:$(grep -n '^8;Hemtjänst;' input/2022/quality/arbetsmiljo.csv | cut -d : -f 1) (SHA-256"
told "one that the unit above answers" 0 "$(explains 2022 work-environment.8@fs.gruppbostad)"
says "answered                         by the unit above it"
told "of the committee" 0 "$(explains 2022 work-environment.12)"
says "answered                         not by all"
says "  now: delvis uppfyllt"

# --- totals: figures of a unit, and of a statement
told "a key figure" 0 "$(explains 2023-01..2023-08 avvikelser.antal@fs)"
says "  value 115, januari–augusti 2023"
says "  the year before 36, januari–augusti 2022"
says "    input/history/2022.csv:$(grep -n '^incident.count;Funktionsstöd' input/history/2022.csv | cut -d : -f 1)"
told "a total" 0 "$(explains 2025-T1 operating)"
says "  budget 203"
told "what there is not" 66 "$(explains 2025-T1 operatin)"
told "what may be meant" 1 "$(grep -c 'is it "operating" that is meant' "$scratch/err")"

# --- as the README shows it
sed -n '/^\$ .*explain 2025-T1/,/^```/p' README.md | sed '1d; $d' >"$scratch/want"
"$bokslut" -C "$scratch/w" explain 2025-T1 sjukfrånvaro >"$scratch/out" 2>"$scratch/err"
told "the README's example is what is told" "" "$(sed 's/[[:space:]]*$//' "$scratch/out" | diff "$scratch/want" - 2>&1)"

# --- as JSON
json()
{
	told "$3" "$4" "$(explains "$1" "$2" --json >/dev/null; python3 -c '
import json, sys
told = json.load(open(sys.argv[1]))
print(eval(sys.argv[2], {"t": told, "len": len, "sum": sum}))' "$scratch/out" "$3" 2>&1)"
}
json 2025-T1 sick-leave 't["kind"], t["report"]' "('indicator', 'prognosrapport')"
json 2025-T1 sick-leave 't["grades"][0]["grade"], t["grades"][0]["rule"], t["grades"][0]["version"]' \
	"('red', 'indicator.traffic-light', 1)"
json 2025-T1 sick-leave 't["grades"][0]["sha256"]' "$(sha rules/goals.lua)"
json 2025-T1 sick-leave 't["figures"]["value"]["numerator"], t["figures"]["value"]["denominator"]' \
	"('31415.00', '261792.00')"
json 2025-T1 sick-leave '[f["rows"] for f in t["figures"]["value"]["from"] if "rows" in f]' "[3546, 3546]"
json 2025-T1 sick-leave 't["figures"]["value"]["from"][1]["sha256"]' "$(sha input/2025-T1/hr/franvaro.csv)"
json 2025-T1 goal.lss '[g["origin"] for g in t["grades"] if g["when"] == "now"]' "['rule', 'override']"
json 2025-T1 goal.lss 'len(t["notes"])' 3
json 2025-T1 operating@lss 't["figures"]["deviation"]["print"]' "−63 tkr"
json 2023-01..2023-08 risk.2 't["grade"], t["told"]["line"], t["declared"]["sha256"]' \
	"('hanteras omedelbart', 3, '$(sha rules/risks.lua)')"
json 2022 work-environment.14 't["figures"]["value"]["print"][:5]' "−0,57"
sum_up
