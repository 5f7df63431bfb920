#!/bin/sh
# told.sh - what the golden suites count with; each reads it with `.`.
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

# sum_up: the last line of a suite, and its status.
sum_up()
{
	echo "$passed passed, $failed failed"
	[ "$failed" -eq 0 ]
}
