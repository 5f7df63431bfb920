#!/bin/sh
# clang-format would change nothing.
set -eu
find pipeline tests -name '*.[ch]' -exec clang-format --dry-run -Werror {} +
