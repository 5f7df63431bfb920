#!/bin/sh
# run-compose.sh BUILD - compose what stands in compose/<case>/, and compare.
#
# A case is laid over compose/common/ and the language files of templates/ in a
# workspace of its own.  It holds what is wanted: `report.xml`, or no such file
# if none may be written; `messages` (stderr; absent: none); `status` (absent:
# 0); `arguments` (absent: none), further ones for the program.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh
cd tests/golden || exit 66
work=$build/tests/golden/compose

# lay_out CASE: its workspace, from nothing.
lay_out()
{
	rm -rf "${work:?}/$1" &&
		mkdir -p "$work/$1/workspace/templates" &&
		cp -R ../../templates/lang "$work/$1/workspace/templates" &&
		cp -R compose/common/. "$work/$1/workspace" &&
		cp -R "compose/$1/." "$work/$1/workspace"
}

# prove CASE: all of it is as wanted.
prove()
{
	lay_out "$1" || return 1
	# The words of `arguments` hold no spaces.
	# shellcheck disable=SC2046
	(cd "$work/$1/workspace" &&
		"$build/bin/bokslut-compose" --lang en --output ../out \
			$(cat arguments 2>/dev/null) assessment.xml) \
		>"$work/$1/stdout" 2>"$work/$1/messages"
	echo $? >"$work/$1/status"
	echo 0 >"$work/$1/clean"
	wanted=compose/$1/status
	[ -f "$wanted" ] || wanted=$work/$1/clean
	sound=0
	same "$wanted" "$work/$1/status" || sound=1
	same "compose/$1/messages" "$work/$1/messages" || sound=1
	same "compose/$1/report.xml" "$work/$1/out/report.xml" || sound=1
	same "compose/$1/stdout" "$work/$1/stdout" || sound=1
	return $sound
}

for folder in compose/*/; do
	name=$(basename "$folder")
	[ "$name" = common ] && continue
	prove "$name"
	told "compose: $name" 0 $?
done
sum_up
