#!/bin/sh
# Functions of at most 50 lines and complexity 10, files of at most 400 lines.
set -eu
wrong=0
found=$(pmccabe pipeline/*/*.c tests/*/*.c |
	awk '$1 > 10 || $5 > 50 { print $6 " " $7 ": complexity " $1 ", " $5 " lines" }')
[ -z "$found" ] || { echo "$found"; wrong=1; }
found=$(find pipeline tests -name '*.[ch]' -exec wc -l {} + |
	awk '$2 != "total" && $1 > 400 { print $2 ": " $1 " lines" }')
[ -z "$found" ] || { echo "$found"; wrong=1; }
exit $wrong
