#!/bin/sh
# clang-tidy by .clang-tidy, a file at a time on every core.
set -eu
find pipeline -name '*.c' | sort | xargs -P "$(nproc)" -n 4 sh -c '
	clang-tidy --quiet "$@" -- -std=c11 -D_GNU_SOURCE -DVERSION="\"0\"" \
		-Ipipeline -isystem /usr/include/libxml2 \
		-isystem /usr/include/lua5.4 2>/dev/null' sh
