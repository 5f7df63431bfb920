#!/bin/sh
# Run gates and suites and count them.
#
#	tests/run.sh BUILD --gates GATE…   each gate is a script tests/check-*.sh;
#	                                   counting begins anew
#	tests/run.sh BUILD --unit TEST…    each test is a cmocka program
#	tests/run.sh BUILD --golden SCRIPT…
#	tests/run.sh BUILD --total
#
# Suites of one kind run beside each other, one a core; what a suite says is
# printed when it ends, in one piece. Each adds its counts to BUILD/counts;
# --total prints the sum as the last line, `N passed, N failed`, and fails if
# anything did.
set -eu
build=$1
shift
counts=$build/counts
logs=$build/suites
mkdir -p "$logs"

note() { # suite passed failed
	echo "$1: $2 passed, $3 failed"
	echo "$2 $3" >>"$counts"
}

run_gate() {
	name=$(basename "$1" .sh)
	if sh "$1" >"$logs/$name.log" 2>&1; then
		note "${name#check-}" 1 0
	else
		cat "$logs/$name.log"
		note "${name#check-}" 0 1
	fi
}

run_unit() {
	name=$(basename "$1")
	status=0
	CMOCKA_MESSAGE_OUTPUT=TAP "$1" >"$logs/$name.log" 2>"$logs/$name.err" || status=$?
	passed=$(grep -c '^ok ' "$logs/$name.log" || true)
	failed=$(grep -c '^not ok ' "$logs/$name.log" || true)
	# a test that dies counts, whatever it printed before
	if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
		failed=1
	fi
	if [ "$failed" -ne 0 ] || [ "$passed" -eq 0 ]; then
		grep -v '^ok ' "$logs/$name.log" || true
		tail -50 "$logs/$name.err"
		[ "$failed" -ne 0 ] || failed=1
	fi
	note "$name" "$passed" "$failed"
}

run_golden() {
	name=$(basename "$1" .sh)
	status=0
	sh "$1" "$build" >"$logs/$name.log" 2>&1 || status=$?
	last=$(tail -1 "$logs/$name.log")
	passed=$(echo "$last" | sed -n 's/^\([0-9]*\) passed, [0-9]* failed$/\1/p')
	failed=$(echo "$last" | sed -n 's/^[0-9]* passed, \([0-9]*\) failed$/\1/p')
	passed=${passed:-0}
	failed=${failed:-1}
	if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
		failed=1
	fi
	[ "$failed" -eq 0 ] || grep -v '^ok' "$logs/$name.log" || true
	note "${name#run-}" "$passed" "$failed"
}

# every KIND SUITE…: one that says nothing must not stop the others
every() {
	kind=$1
	shift
	[ $# -eq 0 ] || printf '%s\n' "$@" |
		xargs -P "$(nproc)" -n 1 sh "$0" "$build" --one "$kind"
}

first=${1:-}
[ $# -eq 0 ] || shift
case $first in
--one)
	"run_$1" "$2" >"$logs/$(basename "$2" .sh).said"
	cat "$logs/$(basename "$2" .sh).said"
	;;
--gates)
	rm -f "$counts"
	every gate "$@"
	;;
--unit) every unit "$@" ;;
--golden) every golden "$@" ;;
--total)
	awk '{ p += $1; f += $2 } END { print p + 0 " passed, " f + 0 " failed"; exit f > 0 }' "$counts"
	;;
esac
