#!/bin/sh
# run-assess.sh BUILD - the speed of tables, and the memory of traces.
#
# A million indicators through the sample's traffic light, and through the same
# logic as a plain Lua function called with numbers, and as a rule's function: by
# turns, medians of five.
# Then the sample's own assessment with 100 000 indicators, each with the whole
# trace of its grade, read, written and read again in one stream each.
set -eu

build=${1:?usage: run-assess.sh BUILD}
case $build in /*) ;; *) build=$PWD/$build ;; esac
cd "$(dirname "$0")/../.."
bench=$build/bench
mkdir -p "$bench"

"$build/tests/bench/light" 1000000 >"$bench/light"
read -r table function rule <"$bench/light"
echo "1000000 indicators: a Lua function $function s, the table $table s, a rule's function $rule s"

"$build/bin/bokslut" --output "$bench/close" --quiet run 2025-T1 prognosrapport >/dev/null
sample=$bench/close/2025-T1/prognosrapport/latest/assessment.xml
count=$("$build/tests/bench/multiply" 1 "$sample" "$bench/one.xml")
"$build/tests/bench/multiply" $((100000 / count)) "$sample" "$bench/many.xml" >"$bench/told"
/usr/bin/time -f '%e %M' -o "$bench/time" "$build/tests/bench/multiply" 1 "$bench/many.xml" "$bench/again.xml" >"$bench/told"
cmp "$bench/many.xml" "$bench/again.xml"
read -r seconds memory <"$bench/time"
echo "$(cat "$bench/told") indicators, $(($(wc -c <"$bench/many.xml") / 1048576)) MiB of trace: read and written in $seconds s"
rm -f "$bench/one.xml" "$bench/many.xml" "$bench/again.xml"

echo "bench assess-1m: $(awk -v a="$table" -v b="$function" 'BEGIN { printf "%.2f", a / b }') (limit 1.0)"
echo "bench assess-function-1m: $(awk -v a="$rule" -v b="$function" 'BEGIN { printf "%.2f", a / b }') (limit 5.0)"
echo "bench assess-trace-100k-mib: $((memory / 1024)) (limit 256)"
