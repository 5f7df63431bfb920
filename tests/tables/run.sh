#!/bin/sh
# run.sh BUILD FIRST COUNT - check.py in a folder of its own, for `make property`.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
python3 tests/tables/check.py "$1/bin/bokslut-typeset" "$scratch" "$2" "$3"
