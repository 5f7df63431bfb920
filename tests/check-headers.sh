#!/bin/sh
# Every header compiles alone and is guarded.
set -eu
wrong=0
for header in pipeline/*/*.h; do
	name=$(basename "$(dirname "$header")")_$(basename "$header" .h)_H
	guard=$(echo "$name" | tr '[:lower:]' '[:upper:]')
	if ! grep -q "^#ifndef $guard\$" "$header"; then
		echo "$header: guard is not $guard"
		wrong=1
	fi
	gcc -std=c11 -D_GNU_SOURCE -Ipipeline -isystem /usr/include/libxml2 \
		-isystem /usr/include/lua5.4 -Wall -Wextra -Werror \
		-fsyntax-only -x c "$header" || wrong=1
done
exit $wrong
