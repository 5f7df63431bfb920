#!/bin/sh
set -eu
cppcheck -q -j "$(nproc)" --std=c11 --error-exitcode=1 --inline-suppr \
	--enable=warning,style,performance,portability \
	--suppress=missingIncludeSystem --suppress=unusedStructMember \
	--suppress=variableScope --suppress=constParameterCallback --suppress=normalCheckLevelMaxBranches \
	-D_GNU_SOURCE -DVERSION='"0"' -I pipeline pipeline
