#!/bin/sh
# run-assess.sh BUILD - give bokslut-assess small workspaces and read what it
# makes of them.
#
# Each folder of tests/golden/assess but base is a case: its files are laid
# over those of base; `args` are the words of the command line (those of base
# if it has none); `want` says, line by line, what must come of it:
#	status 65           the exit status; unless 0, nothing may be written
#	silent              nothing is told
#	tells WORDS         a line of stderr holds them
#	tells-not WORDS     no line of stderr holds them
#	xml XPATH => TEXT   of assessment.xml, namespaces left out
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh
assess=$build/bin/bokslut-assess
schema=$PWD/pipeline/schema/assessment.xsd
cases=$PWD/tests/golden/assess

# assess CASE OUTPUT: run it in the case's workspace; gives the status.
assess()
{
	(
		cd "$scratch/$1" || exit 66
		# words of a command line, parted by spaces on purpose
		# shellcheck disable=SC2046
		exec "$assess" --lang en --output "$2" $(cat args)
	) >"$scratch/stdout" 2>"$scratch/stderr"
}

# keeps CASE: 0 if what was made keeps the schema
keeps()
{
	xmllint --noout --schema "$schema" "$scratch/$1/made/assessment.xml" \
		>"$scratch/schema" 2>&1
	echo $?
}

# prove CASE LINE: one line of a case's `want`.
prove()
{
	case $2 in
	'' | '#'*) ;;
	'status '*)
		told "$1: $2" "${2#status }" "$got"
		made=no
		[ ! -e "$scratch/$1/made/assessment.xml" ] || made=yes
		[ "$2" = "status 0" ] || told "$1: nothing is written" no "$made"
		;;
	silent) told "$1: $2" "" "$(cat "$scratch/stderr")" ;;
	'tells '*)
		found=$(grep -cF -- "${2#tells }" "$scratch/stderr")
		[ "$found" -eq 1 ] || cat "$scratch/stderr"
		told "$1: $2" 1 "$found"
		;;
	'tells-not '*)
		told "$1: $2" 0 "$(grep -cF -- "${2#tells-not }" "$scratch/stderr")"
		;;
	'xml '*)
		path=${2#xml }
		told "$1: $2" "${path##* => }" \
			"$(xmllint --xpath "${path%% => *}" "$scratch/bare.xml" 2>&1)"
		;;
	*) told "$1: a line that can be proved" "" "$2" ;;
	esac
}

for folder in "$cases"/*/; do
	name=$(basename "$folder")
	[ "$name" != base ] || continue
	cp -R "$cases/base" "$scratch/$name"
	cp -R "$folder." "$scratch/$name"
	assess "$name" made
	got=$?
	if [ -e "$scratch/$name/made/assessment.xml" ]; then
		sed 's/ xmlns="[^"]*"//' "$scratch/$name/made/assessment.xml" \
			>"$scratch/bare.xml"
		told "$name: assessment.xml keeps its schema" 0 "$(keeps "$name")"
	fi
	while read -r line; do
		prove "$name" "$line"
	done <"$folder/want"
done

TZ=Pacific/Auckland LANG=en_US.UTF-8 LC_ALL=C assess whole again
told "whole: the bytes are the same again" same \
	"$(cmp "$scratch/whole/made/assessment.xml" \
		"$scratch/whole/again/assessment.xml" && echo same)"

sum_up
