#!/bin/sh
# run-man.sh BUILD - the manual pages: one for each command, well formed, with
# every option, in both languages; and their examples, run one after the other.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh

commands=$("$bokslut" --help --lang en |
	sed -n 's/^  bokslut \([a-z]*\)  .*/\1/p')
told "there are commands" yes "$([ "$(echo "$commands" | wc -l)" -gt 9 ] && echo yes)"

# page FILE PROGRAM…: it is sound and has the options of --help.
page()
{
	name=${1#"$build"/share/man/}
	file=$1
	shift
	told "$name is well formed" "" "$(mandoc -T lint -W error "$file" 2>&1)"
	mandoc -T ascii "$file" | sed 's/.\x08//g' >"$scratch/page"
	"$@" --help | sed -n 's/^  \(-., \)*\(--[a-z-]*\).*/\2/p' >"$scratch/options"
	while read -r option; do
		grep -qF -- "$option" "$scratch/page" || echo "$option"
	done <"$scratch/options" >"$scratch/missing"
	told "$name has every option" "" "$(cat "$scratch/missing")"
}
for folder in man1 sv/man1; do
	language=en
	[ $folder = man1 ] || language=sv
	page "$build/share/man/$folder/bokslut.1" "$bokslut" --lang $language
	for command in $commands; do
		page "$build/share/man/$folder/bokslut-$command.1" \
			"$bokslut" "$command" --lang $language
	done
	for stage in ingest assess compose typeset; do
		page "$build/share/man/$folder/bokslut-$stage.1" \
			"$build/bin/bokslut-$stage" --lang $language
	done
done

# --- the examples of the driver, where they were meant to be run
mkdir "$scratch/w"
cp -R rules templates input "$scratch/w"
PATH=$build/bin:$PATH
export PATH
for command in init run check status explain verify profile state diff reproduce purge test; do
	sed -n '/^\.SH EXAMPLES/,/^\.fi/s/^  bokslut/bokslut/p' \
		"$build/share/man/man1/bokslut-$command.1" | sed 's/\\-/-/g' >"$scratch/examples"
	told "$command has an example" yes "$([ -s "$scratch/examples" ] && echo yes)"
	while read -r example; do
		(cd "$scratch/w" && eval "$example") >"$scratch/stdout" 2>"$scratch/stderr"
		status=$?
		told "$example" 0 $status
		[ $status = 0 ] || cat "$scratch/stderr"
	done <"$scratch/examples"
done
sum_up
