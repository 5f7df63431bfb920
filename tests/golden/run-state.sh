#!/bin/sh
# run-state.sh BUILD - what was decided of a report: which step may follow
# which, what each does to the pages, and that what is approved stays.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh

# says LABEL WORDS: what was told holds them.
says()
{
	told "$1" yes "$(cat "$scratch/stdout" "$scratch/stderr" |
		grep -qF -- "$2" && echo yes)"
}

# state LABEL WANT ARGUMENT…: record a step.
state()
{
	label=$1
	want=$2
	shift 2
	status "$label" "$want" "$bokslut" -C "$scratch/w" state --lang en 2025-T1 prognosrapport "$@"
}

run()
{
	"$bokslut" -C "$scratch/w" run --lang en "$@"
}

verify()
{
	status "$1" 0 "$bokslut" -C "$scratch/w" verify --lang en
}

# stamped REVISION WORD: on how many of its pages the word stands, of how many.
stamped()
{
	pdftotext "$made/$1/report.pdf" - | python3 -c 'import sys
pages = sys.stdin.read().split("\f")[:-1]
print(sum(sys.argv[1] in page for page in pages), "of", len(pages))' "$2"
}
all()
{
	count=$(pdfinfo "$made/$1/report.pdf" | sed -n 's/^Pages: *//p')
	echo "$count of $count"
}
none()
{
	all "$1" | sed 's/^[0-9]*/0/'
}

# cover REVISION WORDS: the words, if its cover has them.
cover()
{
	pdftotext -l 1 "$made/$1/report.pdf" - | tr -s ' \n' ' ' |
		grep -oF -- "$2" | head -1
}
points() # LINK
{
	readlink "$made/$1" || echo none
}

mkdir "$scratch/w"
cp -R rules templates input "$scratch/w"
# only this one close
python3 - "$scratch/w/rules/calendar.lua" <<'END'
import re, sys
text = open(sys.argv[1]).read()
closes = re.findall(r"^close \{.*?^\}\n", text, re.M | re.S)
open(sys.argv[1], "w").write("".join(c for c in closes if '"2025-T1"' in c and '"prognosrapport"' in c))
END
made=$scratch/w/output/2025-T1/prognosrapport
states=$scratch/w/input/2025-T1/states.csv

# --- what cannot be
state "a report that was not made" 75 proposed --date 2025-05-12 --role Controller
says "wants a run first" "run bokslut run 2025-T1 prognosrapport"
status "the close" 0 run
state "no such state" 64 finished --date 2025-05-12
says "tells those there are" '"finished" is no state; proposed, returned, approved'
state "without a day" 64 proposed --role Controller
state "on no day" 64 proposed --date 2025-02-30 --role Controller
says "tells how a day is written" "like 2025-05-21, not \"2025-02-30\""
state "by nobody" 64 proposed --date 2025-05-12
says "tells the option" 'the state "proposed" needs --role'
state "with two lines" 64 proposed --date 2025-05-12 --role "a
b"
state "approved before it is proposed" 64 approved --date 2025-05-21 --body Nämnden --paragraph "§ 52"
says "tells what it is" 'approved cannot follow draft, which the report "prognosrapport" is now'
status "of a report that is none" 66 "$bokslut" -C "$scratch/w" state 2025-T1 x proposed --date 2025-05-12 --role Controller
told "nothing was written of all that" no "$([ -e "$states" ] && echo yes || echo no)"

# --- proposed
told "a draft says so on every page" "$(all r1)" "$(stamped r1 UTKAST)"
state "proposed" 0 proposed --date 2025-05-12 --role Controller
told "is a new revision" r2 "$(points latest)"
told "no draft any more" "$(none r2)" "$(stamped r2 UTKAST)"
told "its cover" "Förslag till beslut, revision 2" "$(cover r2 "Förslag till beslut, revision 2")"
told "approved is none" none "$(points approved)"
told "figures stay" "" "$(diff "$made/r1/tables" "$made/r2/tables")"
status "a run has nothing to do" 0 run
told "and makes nothing" r2 "$(points latest)"

# --- returned, with what came since
state "returned without a reason" 64 returned --date 2025-05-21 --role Nämnden
state "returned" 0 returned --date 2025-05-21 --role Nämnden --reason "Mer om korttidsfrånvaron"
told "is a draft again" "$(all r3), r3" "$(stamped r3 UTKAST), $(points latest)"
told "its cover tells why" "Återremitterad 21 maj 2025: Mer om korttidsfrånvaron." \
	"$(cover r3 "Återremitterad 21 maj 2025: Mer om korttidsfrånvaron.")"
sed -i 's/;74;/;81;/' "$scratch/w/input/2025-T1/quality/indikatorer.csv"
state "proposed while an export has changed" 75 föreslagen --date 2025-05-25 --role Controller
status "a draft is made anew" 0 run
told "as the fourth" r4 "$(points latest)"
state "then it can be proposed" 0 föreslagen --date 2025-05-25 --role Controller

# --- approved, recorded by a run that was ended before it rendered
cp "$states" "$scratch/states.csv"
printf 'prognosrapport;godkänd;2025-06-11;Socialnämnden;§ 61;;\r\n' >>"$states"
cp "$scratch/w/rules/goals.lua" "$scratch/goals.lua"
echo "-- later" >>"$scratch/w/rules/goals.lua"
status "an approval is not rendered of other rules" 75 run
says "tells which" "is recorded as approved, but r5 was not made of rules/goals.lua as it is now"
told "nothing was made" "r5 none" "$(points latest) $(points approved)"
cp "$scratch/goals.lua" "$scratch/w/rules/goals.lua"
status "the next run finishes it" 0 run
told "approved points to it" "r6 r6" "$(points latest) $(points approved)"
told "no draft" "$(none r6)" "$(stamped r6 UTKAST)"
told "its cover tells who and where" "Godkänd 11 juni 2025 av Socialnämnden, § 61" \
	"$(cover r6 "Godkänd 11 juni 2025 av Socialnämnden, § 61")"
told "the journal has each step" "proposed r2 returned r3 proposed r5 approved r6" \
	"$(cut -d' ' -f3,4 "$made/journal" | grep -vE '^(begun|made) ' | tr '\n' ' ' | sed 's/ $//')"
verify "all is whole"

# --- a rule that was used stays what it says
echo "-- another remark" >>"$scratch/w/rules/goals.lua"
status "a remark may change" 0 run
sed -i 's/short = at_most(3)/short = at_most(2)/; s/short = above(3)/short = above(2)/' "$scratch/w/rules/goals.lua"
for command in "run" "check 2025-T1 prognosrapport" "state 2025-T1 prognosrapport corrected --date 2025-06-20 --role x --reason y"; do
	# shellcheck disable=SC2086 # words of a command
	status "$command with a version that was changed in place" 78 "$bokslut" -C "$scratch/w" $command --lang en
	says "is refused" 'rule: version 1 of "indicator.traffic-light" was used for 2025-T1/prognosrapport r6, which is approved, and no longer says what it said'
done
sed -i '0,/version = 1/s//version = 2/; 0,/from = "2025-01-01"/s//from = "2025-07-01"/' "$scratch/w/rules/goals.lua"
sed 's/^-- .*//' "$scratch/goals.lua" | sed -n '/^rule {/,/^}/p' | sed -n '1,/^}/p' >"$scratch/w/rules/old.lua"
status "a new version from another day" 0 run
rm "$scratch/w/rules/old.lua"
cp "$scratch/goals.lua" "$scratch/w/rules/goals.lua"

# --- each state's pages are those that a reader without eyes is promised
told "PDF/UA and PDF/A, as far as tests/pdf sees" "" \
	"$(python3 tests/pdf/check.py "$made"/r[0-9]*/report.pdf 2>&1)"

# --- made once more, of what was kept
reproduce() # LABEL WANT REVISION
{
	status "$1" "$2" "$bokslut" -C "$scratch/w" reproduce --lang en 2025-T1 prognosrapport "$3"
}
reproduce "the approved revision" 0 approved
says "is the same" "2025-T1 prognosrapport r6: made once more, byte for byte the same"
told "an export that tells of people stands apart" "700 d8c73cded2c077cc083af83eb143324f18bfa36656a716ebb4749ad9dace411f" \
	"$(stat -c %a "$scratch/w/output/store/personal") $(ls "$scratch/w/output/store/personal")"
told "it is the export" d8c73cded2c077cc083af83eb143324f18bfa36656a716ebb4749ad9dace411f \
	"$(sha256sum <"$scratch/w/input/2025-T1/hr/franvaro.csv" | cut -d' ' -f1)"
cp -R "$scratch/w" "$scratch/moved"
rm -r "$scratch/moved/input/2025-T1" "$scratch/moved/templates"
echo 'x = ' >"$scratch/moved/rules/goals.lua"
status "with other rules it is no workspace" 78 "$bokslut" -C "$scratch/moved" reproduce 2025-T1 prognosrapport r6 --lang en
cp rules/goals.lua "$scratch/moved/rules/"
sed -i 's/short = above(3), /short = above(2), /; s/short = at_most(3)/short = at_most(2)/' "$scratch/moved/rules/goals.lua"
status "in a workspace that has moved on" 0 "$bokslut" -C "$scratch/moved" reproduce 2025-T1 prognosrapport r6 --lang en
says "it is the same too" "byte for byte the same"
reproduce "a draft whose inputs were kept for what was proposed of them" 0 r1
reproduce "a revision that is none" 66 r99
told "nothing is left of it" no "$([ -e "$made/next" ] && echo yes || echo no)"
verify "all is whole after that"

# a program that gives other bytes: its manifest says another library
cp -R "$scratch/w" "$scratch/other"
python3 - "$scratch/other/output/2025-T1/prognosrapport/r6" <<'END'
import hashlib, pathlib, re, sys
folder = pathlib.Path(sys.argv[1])
report = folder / "report.pdf"
data = bytearray(report.read_bytes())
data[999] ^= 1
report.write_bytes(data)
manifest = folder / "manifest"
text = manifest.read_text()
text = re.sub(r"^[0-9a-f]{64}(  report\.pdf)$", hashlib.sha256(data).hexdigest() + r"\1", text, flags=re.M)
text = re.sub(r"^# library libharu .*$", "# library libharu 2.0.0", text, flags=re.M)
manifest.write_text(text)
END
status "a PDF by another library" 65 "$bokslut" -C "$scratch/other" reproduce 2025-T1 prognosrapport r6 --lang en
says "tells the first byte" "2025-T1 prognosrapport r6: report.pdf comes out otherwise, from byte 1000 on"
says "tells the library" "libharu: 2.0.0 then, 2."

# --- what is kept is proved, and erased by rule
kept=$scratch/w/output/store/kept
one=$(sed -n 's/^# rules \([0-9a-f]*\) rules\/goals.lua$/\1/p' "$made/r6/manifest")
cp "$kept/$one" "$scratch/one"
printf x >>"$kept/$one"
status "a kept input that was changed" 65 "$bokslut" -C "$scratch/w" verify --lang en
says "is found" "$one: changed"
rm "$kept/$one"
status "one that is gone" 65 "$bokslut" -C "$scratch/w" verify --lang en
says "is named" "rules/goals.lua: missing: it was kept, and not erased by bokslut purge"
cp "$scratch/one" "$kept/$one"
: >"$kept/x"
status "one that nobody kept" 65 "$bokslut" -C "$scratch/w" verify --lang en
says "is found too" "/kept/x: added"
rm "$kept/x"
purge()
{
	"$bokslut" -C "$scratch/w" purge --lang en "$@"
}
status "purge without a day" 64 purge
status "before the close" 0 purge --before 2025-05-05
told "erases nothing" "" "$(cat "$scratch/stdout")"
count=$(find "$kept" -type f | wc -l)
status "a plan of it" 0 purge --before 2025-05-06 --dry-run
says "tells each revision" "2025-T1/prognosrapport r6: would be erased (inputs: "
told "and erases nothing" "$count" "$(find "$kept" -type f | wc -l)"
status "the day after it" 0 purge --before 2025-05-06
told "nothing is kept" 0 "$(find "$kept" "$scratch/w/output/store/personal" -type f | wc -l)"
told "the journal tells it" "erased r2 erased r3 erased r5 erased r6" \
	"$(cut -d' ' -f3,4 "$made/journal" | grep '^erased ' | tr '\n' ' ' | sed 's/ $//')"
verify "and it is whole"
status "once more" 0 purge --before 2025-05-06
told "there is nothing to do" "" "$(cat "$scratch/stdout")"
sed 's/;81;/;83;/' "$scratch/w/input/2025-T1/quality/indikatorer.csv" >"$scratch/export"
cp "$scratch/w/input/2025-T1/quality/indikatorer.csv" "$scratch/then"
cp "$scratch/export" "$scratch/w/input/2025-T1/quality/indikatorer.csv"
reproduce "what was erased and is no more cannot be made" 66 r6
says "tells which" "input/2025-T1/quality/indikatorer.csv is no longer what it was made of (SHA-256 "
cp "$scratch/then" "$scratch/w/input/2025-T1/quality/indikatorer.csv"

# --- what is approved stays: HME is published as 74, was given as 81 above
sed -i 's/;81;/;82;/' "$scratch/w/input/2025-T1/quality/indikatorer.csv"
before=$(cd "$made" && find r* latest approved -type f -exec sha256sum {} + | sort)
status "a later export is a note" 0 run 2025-T1
says "tells what it would be" "2025-T1 prognosrapport: r6 is decided and stays as it is; it would have changed"
says "tells the value" "HME-värde (staff-engagement) value: 81 → 82  [data]"
told "and moves nothing" "$before" "$(cd "$made" && find r* latest approved -type f -exec sha256sum {} + | sort)"
status "a plan" 0 run 2025-T1 --dry-run
says "tells it too" "r6 is decided; what came since would be told, and nothing made"
status "the night leaves it alone" 0 run
told "and tells nothing of it" 0 "$(grep -c prognosrapport "$scratch/stderr")"
status "status" 0 "$bokslut" -C "$scratch/w" status --lang en
says "tells the state" "latest revision r6, approved"
status "and as JSON" 0 "$bokslut" -C "$scratch/w" status --json
says "both" '"state": "approved"'
state "it cannot be returned" 64 returned --date 2025-06-12 --role Nämnden --reason x

# --- corrected and withdrawn
state "a correction is made of what has come" 0 corrected --date 2025-06-20 --role Controller --reason "HME var 82"
told "approved points to it" "r7 r7" "$(points latest) $(points approved)"
told "its cover" "Rättad 20 juni 2025: HME var 82" "$(cover r7 "Rättad 20 juni 2025: HME var 82")"
state "withdrawn" 0 withdrawn --date 2025-06-25 --role Registrator --reason "Fel bilaga"
told "nothing is approved" "r8 none" "$(points latest) $(points approved)"
told "each page tells" "$(all r8)" "$(stamped r8 ÅTERKALLAD)"
state "after which nothing follows" 64 corrected --date 2025-06-26 --role Controller --reason x
verify "all is whole"
ln -s r7 "$made/approved"
status "approved where nothing is" 65 "$bokslut" -C "$scratch/w" verify --lang en
says "is told" "/approved: changed: it does not point to the revision that was decided"
rm "$made/approved"

# --- somebody's hand in the file
sed -i 's/rättad/klar/' "$states"
status "a word that is none" 65 run 2025-T1
says "its place and what may stand there" 'input/2025-T1/states.csv:6: column 2 (status): "klar" does not stand here; expected: rättad, återkallad'
sum_up
