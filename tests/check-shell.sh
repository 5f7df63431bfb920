#!/bin/sh
# The shell scripts pass shellcheck.
set -eu
find tests -name '*.sh' -exec shellcheck {} +
