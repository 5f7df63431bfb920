#!/bin/sh
# Run fuzz targets one at a time, each from the committed corpus.
#
#	tests/fuzz/run.sh SECONDS PROGRAM…
#
# The corpus is copied beside the program, so that what is found lands there
# and not in the tree.  An input that breaks a target is kept there too.
set -eu
seconds=$1
shift
broken=0
for program; do
	name=$(basename "$program")
	name=${name#fuzz_}
	found=$program.corpus
	mkdir -p "$found"
	cp tests/fuzz/corpus/"$name"/* "$found"
	if "$program" -max_len=4096 -timeout=20 -close_fd_mask=2 \
		-max_total_time="$seconds" -artifact_prefix="$program." \
		"$found" >"$program.log" 2>&1; then
		runs=$(sed -n 's/^Done \([0-9]*\) runs .*/\1/p' "$program.log")
		echo "fuzz $name: $runs runs, no crash"
	else
		tail -n 40 "$program.log"
		echo "fuzz $name: broken by an input; see $program.log"
		broken=1
	fi
	rm -rf /dev/shm/bokslut-fuzz-*
done
exit $broken
