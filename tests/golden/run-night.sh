#!/bin/sh
# run-night.sh BUILD - what a run that nobody watches promises: that what was
# made stays as it was, is proved, and survives a run that ends half-way.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh

# says LABEL WORDS: what was told holds them.
says()
{
	told "$1" yes "$(cat "$scratch/stdout" "$scratch/stderr" |
		grep -qF -- "$2" && echo yes)"
}

# verify WANT LABEL: of the workspace.
verify()
{
	status "$2" "$1" "$bokslut" -C "$scratch/w" verify --lang en
}

run()
{
	"$bokslut" -C "$scratch/w" run 2025-T1 prognosrapport --lang en "$@"
}

mkdir "$scratch/w"
cp -R rules templates input "$scratch/w"
# one report of the period is enough
awk -v RS= -v ORS='\n\n' '!/report = "beslutsuppfoljning"/' \
		rules/calendar.lua >"$scratch/w/rules/calendar.lua"
made=$scratch/w/output/2025-T1/prognosrapport
verify 66 "nothing made, nothing to prove"
status "the first close" 0 run
sed -i 's/;74;/;81;/' "$scratch/w/input/2025-T1/quality/indikatorer.csv"
status "the second" 0 run

told "PDF/UA and PDF/A, as far as tests/pdf sees" "" \
	"$(python3 tests/pdf/check.py "$made"/r[12]/report.pdf 2>&1)"

# --- the journal, by other means than ours
told "what it records" "begun r1 made r1 begun r2 made r2" \
	"$(cut -d' ' -f3,4 "$made/journal" | tr '\n' ' ' | sed 's/ $//')"
for revision in r1 r2; do
	told "it names the manifest of $revision" 2 \
		"$(grep -c " $revision $(sha256sum "$made/$revision/manifest" | cut -d' ' -f1)\$" "$made/journal")"
done
before=$(printf '%064d' 0)
while read -r hash rest; do
	told "the chain holds at $rest" "$hash" \
		"$(printf '%s\n%s' "$before" "$rest" | sha256sum | cut -d' ' -f1)"
	before=$hash
done <"$made/journal"
told "no manifest knows of it" 0 "$(cat "$made"/r*/manifest | grep -c journal)"

# --- diff: HME is published as 74, of at least 80; its forecast stays
says "a second revision tells what moved, and by what" "moved: values 1, grades 0, texts 1; by data"
# diff ARGUMENT…
diff_of()
{
	status "diff $*" 0 "$bokslut" -C "$scratch/w" diff 2025-T1 prognosrapport --lang en "$@"
}
diff_of
says "which two" "2025-T1 prognosrapport: r1 → r2"
says "the value" "HME-värde (staff-engagement) value: 74 → 81  [data]"
says "the export" "data: input/2025-T1/quality/indikatorer.csv, changed"
diff_of r1 r2 --json
told "as JSON" "staff-engagement 74 81 data quality/indikatorer.csv" \
	"$(python3 -c 'import json, sys
answer = json.load(sys.stdin)
moved = answer["moved"][0]
print(moved["id"], moved["before"], moved["after"], *moved["causes"],
      answer["shaped_by"][0]["name"].split("/", 2)[2])' <"$scratch/stdout")"
diff_of r1 r1
says "nothing moves from a revision to itself" "no value, grade or text moved"
status "of a revision that is not there" 66 "$bokslut" -C "$scratch/w" diff 2025-T1 prognosrapport r7
status "of a close that is not there" 66 "$bokslut" -C "$scratch/w" diff 2025-T2 prognosrapport
status "without a report" 64 "$bokslut" -C "$scratch/w" diff 2025-T1

# cause MOVED BY COMMAND…: what a change in a copy of the workspace moves.
cause()
{
	moved=$1
	by=$2
	shift 2
	rm -rf "$scratch/c"
	mkdir "$scratch/c"
	cp -R rules templates input "$scratch/c"
	cp "$scratch/w/rules/calendar.lua" "$scratch/c/rules"
	"$bokslut" -C "$scratch/c" run -q >"$scratch/stdout" 2>&1
	(cd "$scratch/c" && "$@")
	"$bokslut" -C "$scratch/c" run --lang en >"$scratch/stdout" 2>"$scratch/stderr"
	says "a change of $by moves $moved" "moved: $moved; by $by"
}
# one indicator is 2,5 units from its aim, the others are further or nearer
cause "values 0, grades 1, texts 2" rule \
	sed -i 's/short = above(3), /short = above(2), /; s/short = at_most(3)/short = at_most(2)/' rules/goals.lua
cause "values 0, grades 0, texts 1" text \
	sed -i 's/^Nämndens årsprognos visar/Årsprognosen visar/' input/2025-T1/text/ekonomi.md
cause "values 0, grades 0, texts 1" template \
	sed -i 's/title="Ekonomi"/title="Ekonomin"/' templates/prognosrapport.xml

# --- verify
verify 0 "what was made is whole"
told "one line a close" 1 "$(wc -l <"$scratch/stdout")"
status "of a period" 0 "$bokslut" -C "$scratch/w" verify 2025-T1 prognosrapport
status "of a close that was not made" 66 "$bokslut" -C "$scratch/w" verify 2025-T2
cp -R "$scratch/w/output" "$scratch/sound"

# spoilt LABEL WORDS COMMAND…: verify finds what the command does to it.
spoilt()
{
	label=$1
	words=$2
	shift 2
	(cd "$made" && "$@")
	verify 65 "$label is found"
	says "$label is told" "$words"
	rm -rf "$scratch/w/output"
	cp -R "$scratch/sound" "$scratch/w/output"
}

facts=$(sed -n 's/^# store [0-9a-f]* \(.*facts\.xml\)$/\1/p' "$made/r1/manifest" | head -1)
rejects=$(sed -n 's/^# store [0-9a-f]* \(.*rejects\.csv\)$/\1/p' "$made/r1/manifest" | head -1)
store=$scratch/w/output
flip() { # FILE: one bit of its last byte but one
	python3 -c 'import sys
path = sys.argv[1]
data = bytearray(open(path, "rb").read())
data[-2] ^= 1
open(path, "wb").write(data)' "$1"
}
spoilt "a bit of an old PDF" "/r1/report.pdf: changed" flip r1/report.pdf
spoilt "a bit of a manifest" "/r2/manifest: changed" flip r2/manifest
spoilt "a file that is gone" "/r1/report.xml: missing" rm r1/report.xml
spoilt "a manifest that is gone" "/r1/manifest: missing" rm r1/manifest
spoilt "a file more" "/r1/.x: added" touch r1/.x
spoilt "a table changed" "/r2/tables/indicators.csv: changed" flip r2/tables/indicators.csv
spoilt "a table more" "/r1/tables/x.csv: added" touch r1/tables/x.csv
spoilt "a folder more" "/r2/x: added" mkdir r2/x
spoilt "the latest revision gone" "/r2/manifest: missing" rm -r r2
spoilt "a revision more" "/r3: added" cp -R r2 r3
spoilt "latest on the wrong one" "/latest: changed" ln -sfn r1 latest
spoilt "facts changed" "$facts: changed" flip "$store/$facts"
spoilt "rejected rows gone" "$rejects: missing" rm "$store/$rejects"
spoilt "a file more in the store" "${facts%/*}/x: added" touch "$store/${facts%/*}/x"
spoilt "a bit of the journal" "/journal:4: changed" flip journal
spoilt "a line of it changed" "/journal:2: changed" sed -i '2s/made/begun/' journal
spoilt "a line of it gone" "/journal:2: changed" sed -i 2d journal
spoilt "the last lines of it gone" "/r2: added" sed -i 3,4d journal
spoilt "the journal gone" "/r1: added" rm journal

sed -i '1s/made/begun/;1s/begun/made/' "$made/journal"
status "a run on a broken journal" 73 run
says "tells the line" "line 1 of"
cp "$scratch/sound/2025-T1/prognosrapport/journal" "$made/journal"

# --- a run that ended between two steps
printf 'half a line' >>"$made/journal"
verify 0 "a torn last line is no fault"
sed -i '$d' "$made/journal"
sed -i '$d' "$made/journal"
rm "$made/latest"
verify 0 "nor is a revision that was begun"
status "the next run finishes it" 0 run
told "its entry" "begun r1 made r1 begun r2 made r2" \
	"$(cut -d' ' -f3,4 "$made/journal" | tr '\n' ' ' | sed 's/ $//')"
told "and the link" r2 "$(readlink "$made/latest")"
verify 0 "all is whole again"

# --- an export that is still arriving, a lock that is held
rm -rf "$scratch/c"
mkdir "$scratch/c"
cp -R rules templates input "$scratch/c"
cp "$scratch/w/rules/calendar.lua" "$scratch/c/rules"
growing=$scratch/c/input/2025-T1/hr/franvaro.csv
row=$(sed -n 2p "$growing")
while [ ! -e "$scratch/whole" ]; do
	printf '%s\n' "$row" >>"$growing"
	sleep 0.01
done &
status "an export that grows while it is read" 75 "$bokslut" -C "$scratch/c" run 2025-T1 --lang en
: >"$scratch/whole"
wait
says "it is told" 'the export of "hr.absence" was changed while it was read'
told "nothing is made of it" "" "$(find "$scratch/c/output" -name 'r[0-9]*')"
told "no facts of it are kept" 0 "$(cat "$scratch"/c/output/store/facts/*/facts.xml | grep -c 'source="hr.absence"')"
status "when it is whole" 0 "$bokslut" -C "$scratch/c" run 2025-T1
told "the lock is signed by nobody afterwards" "" "$(cat "$made/lock")"
echo "4711 2025-05-06T02:00:11Z" >"$made/lock"
status "a lock that another run holds" 75 flock "$made/lock" "$bokslut" -C "$scratch/w" run 2025-T1 --lang en
says "who and since when" "process 4711, since 2025-05-06T02:00:11Z"

# --- by the calendar: opened 2025-05-02, deadline 2025-05-16
rm -rf "$scratch/c/output" "$growing"
on() # DAY ARGUMENT…: a run as that day sees it
{
	day=$1
	shift
	env ASAN_OPTIONS=verify_asan_link_order=0 NO_FAKE_STAT=1 \
		faketime "$day 12:00:00" "$bokslut" -C "$scratch/c" run --lang en "$@"
}
status "a missing export before the deadline" 0 on 2025-05-16
says "is a note" '2025-T1 prognosrapport waits for the export of "hr.absence"'
told "nothing is made" no "$([ -e "$scratch/c/output/2025-T1" ] && echo yes || echo no)"
status "after the deadline" 75 on 2025-05-17
status "for a close that was named" 75 on 2025-05-10 2025-T1
status "before it has opened" 0 on 2025-05-01

# --- checksums beside the exports, where who sends them writes some
sums=$scratch/c/input/2025-T1
cp -R input/2025-T1/. "$sums"
(cd "$sums/hr" && sha256sum franvaro.csv >SHA256SUMS)
(cd "$sums/quality" && sha256sum indikatorer.csv | cut -c1-64 >indikatorer.csv.sha256)
status "exports that agree with them" 0 "$bokslut" -C "$scratch/c" run 2025-T1 --lang en
rm -rf "$scratch/c/output"
cp "$sums/hr/franvaro.csv" "$scratch/whole.csv"
head -3000 "$scratch/whole.csv" >"$sums/hr/franvaro.csv"
status "half of one" 75 "$bokslut" -C "$scratch/c" run 2025-T1 --lang en
says "is told with the line" 'input/2025-T1/hr/SHA256SUMS:1: the export "franvaro.csv" is not the one that was sent, or not all of it has come'
told "and not read" no "$([ -e "$scratch/c/output/store/facts" ] && echo yes || echo no)"
status "before the deadline it is waited for" 0 on 2025-05-16
says "which is told" "2025-T1 prognosrapport waits for what is to come"
told "and no fault" 0 "$(grep -c "with faults" "$scratch/stderr")"
status "after it that is not ready" 75 on 2025-05-17
cp "$scratch/whole.csv" "$sums/hr/franvaro.csv"
echo "x  ekonomi.csv" >"$sums/finance/SHA256SUMS"
status "a list that is none" 75 "$bokslut" -C "$scratch/c" run 2025-T1 --lang en
says "is told" 'input/2025-T1/finance/SHA256SUMS:1: "x  ekonomi.csv" is no checksum'
(cd "$sums/hr" && sha256sum franvaro.csv | sed 's/franvaro/lon/' >../finance/SHA256SUMS)
status "an export that is listed and has not come" 75 "$bokslut" -C "$scratch/c" run 2025-T1 --lang en
says "is told too" 'the export "lon.csv" has not come; it is listed here'
rm -r "$sums" "$scratch/c/output"
cp -R input/2025-T1 "$scratch/c/input"
# an export of before, of the calendar's close
sed -i '/^2025-0[23];/d' "$sums/hr/franvaro.csv"
status "an old export before the deadline" 0 on 2025-05-16
says "is waited for" "2025-T1 prognosrapport waits for what is to come"
status "and after it" 75 on 2025-05-17
cp input/2025-T1/hr/franvaro.csv "$sums/hr"

# --- many at once, and old drafts
python3 - "$scratch/c/rules" <<'END'
import pathlib, sys
rules = pathlib.Path(sys.argv[1])
sample = (rules / "workspace.lua").read_text()
(rules / "workspace.lua").write_text(sample.replace('language = "sv",', 'language = "sv", drafts = 2,')
    + "".join(f'report {{ id = "r{i}", title = "R", template = "prognosrapport", unit = "son" }}\n' for i in range(5)))
(rules / "calendar.lua").write_text("".join(
    f'close {{ period = "2025-T1", report = "r{i}", as_of = "2025-05-05", opens = "2025-05-02",\n'
    f'  deadline = "2025-05-16", sources = {{ "hr.absence", "finance.ledger", "quality.indicators", "quality.decisions" }} }}\n'
    for i in range(5)))
END
several() # JOBS OUTPUT
{
	"$bokslut" -C "$scratch/c" --output "$scratch/$2" run -j "$1" --lang en >"$scratch/$2.out" 2>"$scratch/$2.err"
	echo $?
}
rm -rf "$scratch/c/output"
told "five closes in turn" 0 "$(several 1 turn)"
told "three at once" 0 "$(several 3 once)"
told "the same is told" "" "$(sed "s/once/turn/" "$scratch/once.err" | diff "$scratch/turn.err" -)"
told "the same is made" "" "$(diff -r -x journal -x known -x standing "$scratch/turn" "$scratch/once")"
told "in the same order" "" "$(sed "s/once/turn/" "$scratch/once.out" | diff "$scratch/turn.out" -)"
status "it is whole" 0 "$bokslut" -C "$scratch/c" --output "$scratch/once" verify
for value in 75 76 77; do
	sed -i "s/;7[4-7];/;$value;/" "$sums/quality/indikatorer.csv"
	told "a draft with $value" 0 "$(several 2 once)"
done
told "two drafts of each are kept" "r3 r4" "$(cd "$scratch/once/2025-T1/r1" && echo r[0-9]*)"
told "the journal tells of the others" "pruned r1 pruned r2" \
	"$(cut -d' ' -f3,4 "$scratch/once/2025-T1/r1/journal" | grep pruned | tr '\n' ' ' | sed 's/ $//')"
status "which is whole" 0 "$bokslut" -C "$scratch/c" --output "$scratch/once" verify
mkdir -p "$scratch/once/2025-T1/r1/r1"
status "one that comes back" 65 "$bokslut" -C "$scratch/c" --output "$scratch/once" verify --lang en
says "is found" "/r1/r1/manifest: missing"
rmdir "$scratch/once/2025-T1/r1/r1"

# --- nothing changed
status "a plan before anything is made" 0 "$bokslut" -C "$scratch/w" --output "$scratch/none" run 2025-T1 prognosrapport --dry-run --lang en
says "tells what would be read" "read the export of hr.absence"
told "and makes nothing" no "$([ -e "$scratch/none" ] && echo yes || echo no)"
status "a run with nothing to do" 0 run
told "starts with what it found" 1 "$(grep -c 'nothing changed since r2 (2 notes' "$scratch/stderr")"
told "starts no stage" 0 "$(grep -c 'rows' "$scratch/stderr")"
told "tells the notes that were told" "1 close, 2 notes" "$(tail -1 "$scratch/stderr")"
status "they are faults with --strict" 65 run --strict
status "--rehash does it all" 0 run --rehash
told "and tells every source" 7 "$(grep -c ' rows ' "$scratch/stderr")"
status "a plan" 0 run --dry-run
says "of nothing" "2025-T1 prognosrapport: nothing to do, r2 stands"
# old files are not read again: only then are they known
find "$scratch/w/input" -type f -exec touch -d '2025-05-03T12:00:00Z' {} +
sleep 3
status "a run that learns the files" 0 run
reads()
{
	strace -f -e trace=openat -o "$scratch/trace" "$bokslut" -C "$scratch/w" run 2025-T1 prognosrapport >"$scratch/stdout" 2>&1
	grep -c 'franvaro.csv' "$scratch/trace"
}
if command -v strace >/dev/null; then
	told "an export that is known is not opened" 0 "$(reads)"
fi
export=$scratch/w/input/2025-T1/quality/indikatorer.csv
sed 's/;81;/;82;/' "$export" >"$scratch/other"
cat "$scratch/other" >"$export"
touch -d '2025-05-03T12:00:00Z' "$export"
status "a plan after an export was changed behind its time" 0 run --dry-run
says "the number that it would get" "would be made, r3 if it differs"
says "why" "because of data: input/2025-T1/quality/indikatorer.csv"
says "what is read" "read the export of quality.indicators"
told "nothing else" 0 "$(grep -c hr.absence "$scratch/stdout")"
status "it is made" 0 run
told "as the third" r3 "$(readlink "$made/latest")"
flip "$made/r3/report.pdf"
status "a revision that somebody changed" 0 run
told "does not stand: it is made anew" r4 "$(readlink "$made/latest")"
rm "$scratch/w/output/store/known"
status "without what is known" 0 run
told "it stands all the same" 1 "$(grep -c 'nothing changed since r4' "$scratch/stderr")"
sum_up
