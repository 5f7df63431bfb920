#!/bin/sh
# run-hostile.sh BUILD - rules files that mean harm: each is refused, in time.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh
mkdir "$scratch/w"
cp -R rules "$scratch/w"
rm "$scratch"/w/rules/tests/*
python3 tests/golden/hostile.py "$bokslut" "$scratch/w"
