#!/bin/sh
# run-assess.sh BUILD - the speed of tables, and the memory of traces.
#
# A million indicators through the sample's traffic light, and through the same
# logic as a plain Lua function called with numbers, and as a rule's function: by
# turns, medians of five.
# Then the sample's own assessment with 100 000 indicators, each with the whole
# trace of its grade, read, written and read again in one stream each; and what
# bokslut-assess itself takes to judge as many, under 1 000 goals; and again with
# what each of them was the year before.
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

# --- the program itself: register, export, facts, rules
many=$bench/many
rm -rf "$many"
"$build/bin/bokslut" init "$many" --lang sv >/dev/null 2>&1
mkdir -p "$many/input/2026-T1/quality" "$many/input/history"
sed -i 's/encoding = "windows-1252"/encoding = "auto"/' "$many/rules/sources.lua"
awk 'BEGIN { print "id;slag;namn;överordnat;enhet;från;till"
	for (i = 0; i < 1000; i++) printf "g.%d;nämndmål;Mål nummer %d;;namnden;2026-01-01;\n", i, i }' \
	>"$many/input/register/goals.csv"
awk 'BEGIN { print "id;namn;alias;mål;enhet;måttenhet;riktning;målvärde;värde;prognos;från;till"
	for (i = 0; i < 100000; i++)
		printf "i.%d;Indikator nummer %d;;g.%d;namnden;percent;högre;minst %d,5 %%;;;2026-01-01;\n", i, i, i / 100, 60 + i % 35 }' \
	>"$many/input/register/indicators.csv"
awk 'BEGIN { print "Indikator;Nuvärde;Prognos;Kommentar"
	for (i = 0; i < 100000; i++)
		printf "Indikator nummer %d;%d,%d %%;%d,%d %%;Kommentar till indikator %d.\n", i, 50 + i % 49, i % 10, 50 + i * 7 % 49, i % 7, i }' \
	>"$many/input/2026-T1/quality/indikatorer.csv"
"$build/bin/bokslut-ingest" -C "$many" --output "$many/facts" 2026-T1 quality.indicators >/dev/null
/usr/bin/time -f '%U %M' -o "$bench/time" "$build/bin/bokslut-assess" -C "$many" --output "$many/made" 2026-T1 uppfoljning "$many/facts/facts.xml"
read -r judging program <"$bench/time"
echo "$(grep -c '<grade when="now"' "$many/made/assessment.xml") grades by bokslut-assess in $judging s of processor time"
awk 'BEGIN { print "id;enhet;fönster;serie;värde"
	for (i = 0; i < 100000; i++) printf "i.%d;namnden;2025;;%d %%\n", i, 50 + i % 49 }' >"$many/input/history/2025.csv"
/usr/bin/time -f '%U' -o "$bench/time" "$build/bin/bokslut-assess" -C "$many" --output "$many/made" 2026-T1 uppfoljning "$many/facts/facts.xml"
read -r recalling <"$bench/time"
echo "$(grep -c '<history' "$many/made/assessment.xml") of them with a year before in $recalling s"
rm -rf "$many"

echo "bench assess-1m: $(awk -v a="$table" -v b="$function" 'BEGIN { printf "%.2f", a / b }') (limit 1.0)"
echo "bench assess-function-1m: $(awk -v a="$rule" -v b="$function" 'BEGIN { printf "%.2f", a / b }') (limit 5.0)"
echo "bench assess-trace-100k-mib: $((memory / 1024)) (limit 256)"
echo "bench assess-program-100k-mib: $((program / 1024)) (limit 256)"
echo "bench assess-program-100k-seconds: $judging (limit 10)"
echo "bench assess-history-100k-seconds: $recalling (limit 10)"
