#!/bin/sh
# Run gates and suites and count them.
#
#	tests/run.sh BUILD gate…           each gate is a script tests/check-*.sh
#	tests/run.sh BUILD --unit TEST…    each test is a cmocka program
#	tests/run.sh BUILD --golden SCRIPT…
#	tests/run.sh BUILD --total
#
# Each suite adds its counts to BUILD/counts; --total prints the sum as the
# last line, `N passed, N failed`, and fails if anything did.
set -eu
build=$1
shift
counts=$build/counts
mkdir -p "$build"

note() { # suite passed failed
	echo "$1: $2 passed, $3 failed"
	echo "$2 $3" >>"$counts"
}

run_gate() {
	name=$(basename "$1" .sh)
	if sh "$1" >"$build/gate.log" 2>&1; then
		note "${name#check-}" 1 0
	else
		cat "$build/gate.log"
		note "${name#check-}" 0 1
	fi
}

run_unit() {
	name=$(basename "$1")
	status=0
	CMOCKA_MESSAGE_OUTPUT=TAP "$1" >"$build/unit.log" 2>"$build/unit.err" || status=$?
	passed=$(grep -c '^ok ' "$build/unit.log" || true)
	failed=$(grep -c '^not ok ' "$build/unit.log" || true)
	# a test that dies counts, whatever it printed before
	if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
		failed=1
	fi
	if [ "$failed" -ne 0 ] || [ "$passed" -eq 0 ]; then
		grep -v '^ok ' "$build/unit.log" || true
		tail -50 "$build/unit.err"
		[ "$failed" -ne 0 ] || failed=1
	fi
	note "$name" "$passed" "$failed"
}

run_golden() {
	name=$(basename "$1" .sh)
	status=0
	sh "$1" "$build" >"$build/golden.log" 2>&1 || status=$?
	last=$(tail -1 "$build/golden.log")
	passed=$(echo "$last" | sed -n 's/^\([0-9]*\) passed, [0-9]* failed$/\1/p')
	failed=$(echo "$last" | sed -n 's/^[0-9]* passed, \([0-9]*\) failed$/\1/p')
	passed=${passed:-0}
	failed=${failed:-1}
	if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
		failed=1
	fi
	[ "$failed" -eq 0 ] || grep -v '^ok' "$build/golden.log" || true
	note "${name#run-}" "$passed" "$failed"
}

kind=run_gate
for word; do
	case $word in
	--start) rm -f "$counts" ;;
	--unit) kind=run_unit ;;
	--golden) kind=run_golden ;;
	--total)
		awk '{ p += $1; f += $2 } END { print p + 0 " passed, " f + 0 " failed"; exit f > 0 }' "$counts"
		;;
	*) $kind "$word" ;;
	esac
done
