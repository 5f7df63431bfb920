#!/bin/sh
# README's table of stages is the driver's table.
set -eu
code=$(tr '\n' ' ' <pipeline/bokslut/stages.c |
	grep -oE '"bokslut-[a-z]*",[[:space:]]*"[^"]*",[[:space:]]*"[^"]*"' |
	sed 's/",[[:space:]]*"/ /g; s/"//g')
[ -n "$code" ] || { echo "no table found in pipeline/bokslut/stages.c"; exit 1; }
# shellcheck disable=SC2016
readme=$(sed -n '/^| `bokslut-/{s/`//g;s/^| \([^ ]*\) | \([^|]*\) | \([^|]*\) |.*/\1 \2 \3/p;}' README.md)
if [ "$code" != "$readme" ]; then
	echo "README.md says:"
	echo "$readme"
	echo "pipeline/bokslut/stages.c says:"
	echo "$code"
	exit 1
fi
