#!/bin/sh
# run-status.sh BUILD - what has come, and how far closes are.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh

cp -R rules templates input "$scratch"
find "$scratch/input" -type f -exec touch -d '2025-05-03T12:00:00Z' {} +

# on DAY ARGUMENT…: status as that day sees it; its status into $ended.
on()
{
	day=$1
	shift
	env ASAN_OPTIONS=verify_asan_link_order=0 NO_FAKE_STAT=1 faketime "$day 12:00:00" "$bokslut" -C "$scratch" status "$@" \
		>"$scratch/stdout" 2>"$scratch/stderr"
	ended=$?
}

# line N: of the answer.
line()
{
	sed -n "$1p" "$scratch/stdout"
}

on 2025-05-10 --lang en
told "exports that have come" 0 "$ended"
told "the close" "2025-T1 prognosrapport: opened 2025-05-02, deadline 2025-05-16, no revision yet" "$(line 1)"
told "a source that was not read" "  hr.absence             not read yet      1  2025-05-03        -        -  -           -" "$(line 3)"
told "status writes nothing" "" "$(find "$scratch" -name output)"

"$bokslut" -C "$scratch" run 2025-T1 >"$scratch/stdout" 2>&1
on 2025-05-10 --lang en
told "the revision" "2025-T1 prognosrapport: opened 2025-05-02, deadline 2025-05-16, latest revision r1, draft" "$(line 1)"
told "what the columns are" "  source                 state         files  changed        rows rejected  reaches     must reach" "$(line 2)"
told "a source that was read" "  hr.absence             ready             1  2025-05-03     3547        1  2025-03-31  2025-03-31" "$(line 3)"
on 2025-05-10 --lang sv
told "in Swedish" "  hr.absence             klar              1  2025-05-03     3547        1  2025-03-31  2025-03-31" "$(line 3)"
told "columns in Swedish" "  källa                  läge          filer  ändrad        rader avvisade  når till    ska nå" "$(line 2)"

rm "$scratch/input/2025-T1/finance/huvudbok.csv"
on 2025-05-10 --lang en
told "an export is missing" 75 "$ended"
told "its line" "  finance.ledger         missing           0  -                 -        -  -           -" "$(line 4)"
told "it is told" 1 "$(grep -c '"finance.ledger" is missing' "$scratch/stderr")"
on 2025-05-01 --lang en
told "before the close has opened nothing is missing" 0 "$ended"
told "it opens" "2025-T1 prognosrapport: opens 2025-05-02, deadline 2025-05-16, latest revision r1, draft" "$(line 1)"
on 2025-05-17 --lang en
told "the deadline is past" "2025-T1 prognosrapport: opened 2025-05-02, deadline 2025-05-16 is past, latest revision r1, draft" "$(line 1)"
on 2025-05-10 2031-T1
told "an unknown period" 66 "$ended"

on 2025-05-10 --json
told "as JSON" 75 "$ended"
cat >"$scratch/want" <<'END'
{
  "closes": [
    {
      "period": "2025-T1",
      "report": "prognosrapport",
      "opens": "2025-05-02",
      "opened": true,
      "deadline": "2025-05-16",
      "overdue": false,
      "revision": 1,
      "state": "draft",
      "sources": [
        {
          "source": "hr.absence",
          "state": "read",
          "files": 1,
          "changed": "2025-05-03",
          "reaches": "2025-03-31",
          "must_reach": "2025-03-31",
          "rows": 3547,
          "used": 3546,
          "left_out": 0,
          "rejected": 1
        },
        {
          "source": "finance.ledger",
          "state": "missing",
          "files": 0,
          "changed": null
        },
END
told "the first two sources" "" "$(head -30 "$scratch/stdout" | diff "$scratch/want" -)"
on 2025-05-10 --json --lang en
cp "$scratch/stdout" "$scratch/english"
on 2025-05-10 --json --lang sv
told "JSON is of no language" yes "$(cmp -s "$scratch/english" "$scratch/stdout" && echo yes)"

# an export of T1 that was copied into T2 is none of T2's
cp -R input/2025-T1 "$scratch/input/2025-T2"
cat >>"$scratch/rules/calendar.lua" <<'END'
close { period = "2025-T2", report = "prognosrapport", as_of = "2025-09-05",
  opens = "2025-09-02", deadline = "2025-09-16",
  sources = { "hr.absence", "quality.decisions" } }
END
"$bokslut" -C "$scratch" run 2025-T2 --lang en >"$scratch/stdout" 2>"$scratch/stderr"
told "an old export is not ready" 75 "$?"
told "it is told how old" 1 "$(grep -cF 'input/2025-T2/hr/franvaro.csv: the export for 2025-T2 reaches 2025-03-31, but must reach 2025-07-31;' "$scratch/stderr")"
told "the same bytes are told" 1 "$(grep -cF 'input/2025-T2/quality/beslut.csv: the file is the same as input/2025-T1/quality/beslut.csv,' "$scratch/stderr")"
told "nothing is made" no "$([ -e "$scratch/output/2025-T2/prognosrapport/r1" ] && echo yes || echo no)"
on 2025-09-05 2025-T2 --lang en
told "its state" "  hr.absence           too old           1  $(date -u +%Y-%m-%d)     3547        1  2025-03-31  2025-07-31" "$(line 3)"
told "too old is not ready" 75 "$ended"
"$bokslut" -C "$scratch" check 2025-T2 >"$scratch/stdout" 2>&1
told "check finds it too" 75 "$?"
sed -i 's/^  id = "quality.decisions",/&\n  may_repeat = true,/' "$scratch/rules/sources.lua"
"$bokslut" -C "$scratch" run 2025-T2 --lang en >"$scratch/stdout" 2>"$scratch/stderr"
told "a file that may be the same" 0 "$(grep -cF 'input/2025-T2/quality/beslut.csv: the file is the same' "$scratch/stderr")"
sum_up
