#!/bin/sh
# English prose and comments are spelt right.
set -eu
find . -path ./build -prune -o \( -name '*.[ch]' -o -name '*.sh' -o \
	-name 'README.md' -o -name 'CHANGELOG.md' -o -name Makefile \) \
	-print | grep -vE '^\./(input|output)/' |
	xargs codespell -L 'ist,som,ende,inom,nd,ot,sav,fo,te,mot,ans,ore'
