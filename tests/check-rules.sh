#!/bin/sh
# The sample's rules pass luacheck; the words of rules files are its globals.
set -eu
luacheck --quiet --no-color --config tests/luacheckrc rules
