#!/bin/sh
# English prose and comments are spelt right. Tests misspell on purpose, and
# so many of their words are Swedish that they are left out.
set -eu
find README.md CHANGELOG.md Makefile pipeline tests/check-*.sh tests/run.sh \
	\( -name '*.[ch]' -o -name '*.sh' -o -name 'README.md' -o -name Makefile \) \
	-exec codespell -L 'fulfilment,ist,som,ende,inom,ot,te,mot,ans,adress,objekt,serie,titel,paeth' {} +
