#!/bin/sh
# run-ingest.sh BUILD - ingest what stands in ingest/<case>/, and compare.
#
# A case is laid over ingest/common/ in a workspace of its own.  It holds what
# is wanted: `facts.xml` and `rejects.csv`, or no such file if none may be
# written; `messages` (stderr; absent: none); `status` (absent: 0); and
# `arguments` for the program.  All of it was written from the input by hand.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh
cd tests/golden || exit 66
work=$build/tests/golden/ingest

# lay_out CASE: its workspace, from nothing.
lay_out()
{
	rm -rf "${work:?}/$1" &&
		mkdir -p "$work/$1/workspace" "$work/$1/out" &&
		cp -R ingest/common/. "$work/$1/workspace" &&
		cp -R "ingest/$1/." "$work/$1/workspace" &&
		echo "of an earlier run" >"$work/$1/out/facts.xml" &&
		echo "of an earlier run" >"$work/$1/out/rejects.csv"
}

# is_made CASE: the run came as far as writing; before that it leaves alone
# what stands there.
is_made()
{
	[ -f "ingest/$1/facts.xml" ] || [ -f "ingest/$1/rejects.csv" ]
}

# prove CASE: all of it is as wanted.
prove()
{
	lay_out "$1" || return 1
	is_made "$1" || rm "$work/$1/out/facts.xml" "$work/$1/out/rejects.csv"
	# The words of `arguments` hold no spaces.
	# shellcheck disable=SC2046
	(cd "$work/$1/workspace" &&
		"$build/bin/bokslut-ingest" --output ../out \
			$(cat arguments)) \
		>"$work/$1/stdout" 2>"$work/$1/messages"
	echo $? >"$work/$1/status"
	echo 0 >"$work/$1/clean"
	wanted=ingest/$1/status
	[ -f "$wanted" ] || wanted=$work/$1/clean
	sound=0
	same "$wanted" "$work/$1/status" || sound=1
	same "ingest/$1/messages" "$work/$1/messages" || sound=1
	same "ingest/$1/facts.xml" "$work/$1/out/facts.xml" || sound=1
	same "ingest/$1/rejects.csv" "$work/$1/out/rejects.csv" || sound=1
	same "ingest/$1/stdout" "$work/$1/stdout" || sound=1
	return $sound
}

for folder in ingest/*/; do
	name=$(basename "$folder")
	[ "$name" = common ] && continue
	prove "$name"
	told "ingest: $name" 0 $?
done
sum_up
