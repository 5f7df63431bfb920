#!/bin/sh
# told.sh - what each golden suite begins with, and counts with.  A suite goes to
# the top of the sources and reads it with `.`; from then on there are
#	$build		BUILD, the suite's argument, from wherever it was started
#	$bokslut	the program in it
#	$scratch	a folder of the suite's own, which goes when it ends
build=${1:?usage: ${0##*/} BUILD}
case $build in /*) ;; *) build=$OLDPWD/$build ;; esac
bokslut=$build/bin/bokslut
[ -x "$bokslut" ] || { echo "${0##*/}: $bokslut: no such program" >&2 && exit 66; }
scratch=$(mktemp -d) || exit 73
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0

# told LABEL WANT GOT
told()
{
	if [ "$2" = "$3" ]; then
		passed=$((passed + 1))
		echo "ok - $1"
	else
		failed=$((failed + 1))
		echo "not ok - $1"
		printf '  wanted: %s\n  got:    %s\n' "$2" "$3"
	fi
}

# status LABEL WANT COMMAND…: the command ends with this status; what it says is
# in $scratch/stdout and $scratch/stderr.
status()
{
	label=$1
	want=$2
	shift 2
	"$@" >"$scratch/stdout" 2>"$scratch/stderr"
	told "$label" "$want" "$?"
}

# same WANTED GOT: the two files are equal; both absent is equal too.
same()
{
	if [ -f "$1" ]; then
		diff -u "$1" "$2"
	elif [ -s "$2" ]; then
		echo "not wanted: $2:"
		head -n 20 "$2"
		return 1
	fi
}

# sum_up: the last line of a suite, and its status.
sum_up()
{
	echo "$passed passed, $failed failed"
	[ "$failed" -eq 0 ]
}
