#!/bin/sh
# run-profile.sh BUILD - propose profiles, and ingest by them.
#
# What is proposed for a file is put into a workspace's rules as it is, and
# must read that very file: every encoding, separator and decimal sign that
# profiles have words for, the sample's exports, and files that are mean.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh
ingest=$build/bin/bokslut-ingest

work=$scratch/work
export=input/2025-T1/new/fil.csv
mkdir -p "$work/rules" "$work/input/2025-T1/new" "$scratch/out"
cp -R input/register "$work/input"
cp rules/workspace.lua "$work/rules"
# the quantities alone: measures are of sources that are not here
awk '/^quantity/ { on = 1 } on { print } /}$/ { on = 0 }' rules/measures.lua >"$work/rules/quantities.lua"

# propose: a profile for $export, into the rules; its status.
propose()
{
	rm -f "$work/rules/sources.lua"
	(cd "$work" && "$ingest" --lang en --propose "$export") \
		>"$scratch/lua" 2>"$scratch/messages"
	status=$?
	cp "$scratch/lua" "$work/rules/sources.lua"
	return "$status"
}

# read_by_it: ingest $export by what was proposed; "rows used rejected".
read_by_it()
{
	rm -f "$scratch/out/facts.xml"
	source=$(sed -n 's/^  id = "\(.*\)",$/\1/p' "$work/rules/sources.lua")
	(cd "$work" && "$ingest" --lang en --output "$scratch/out" 2025-T1 "$source") \
		>"$scratch/ingest" 2>&1 || { head -3 "$scratch/ingest"; return 1; }
	for attribute in rows used rejected; do
		xmllint --xpath "string(//*[local-name()=\"file\"]/@$attribute)" \
			"$scratch/out/facts.xml"
	done | tr '\n' ' ' | sed 's/ $//'
}

# proposes LABEL "ROWS USED REJECTED" LINE…: so it is read, and it says so.
proposes()
{
	label=$1
	want=$2
	shift 2
	propose
	told "$label: a profile" 0 "$?"
	told "$label: reads its file" "$want" "$(read_by_it)"
	for line; do
		told "$label: $line" yes \
			"$(grep -qF -- "$line" "$scratch/lua" && echo yes)"
	done
}

# refuses LABEL STATUS TEXT: it is refused, and told so; nothing is printed.
refuses()
{
	propose
	told "$1: is refused" "$2" "$?"
	told "$1: is told" yes "$(grep -qF -- "$3" "$scratch/messages" && echo yes)"
	told "$1: no profile is printed" "" "$(cat "$scratch/lua")"
}

# write BYTES: the export, as printf(1) reads them.
write()
{
	# shellcheck disable=SC2059
	printf "$1" >"$work/$export"
}

# --- the sample's own exports
for given in "finance/huvudbok 125 124 0" "hr/franvaro 3547 3546 1" \
	"quality/indikatorer 26 25 1" "quality/beslut 27 27 0"; do
	name=${given%% *}
	cp "input/2025-T1/$name.csv" "$work/$export"
	proposes "$name" "${given#* }"
done
told "decisions are records" yes "$(grep -qF 'records { kind = "decision", id = "beslut"' "$scratch/lua" && echo yes)"

# --- every encoding, separator and decimal sign
tab=$(printf '\t')
# table SEPARATOR DECIMAL: rows with letters of all kinds, in UTF-8
table()
{
	for row in 'Enhet;Månad;Belopp;Anmärkning' 'LSS;2025-01;1234#50;Årets ökning' \
		'Hemtjänst;2025-02;-12#25;Åtgärd på väg' 'IFO;2025-03;0#75;'; do
		echo "$row" | tr '#' "$2" |
			if [ "$1" = ',' ]; then sed 's/[^;]*,[^;]*/"&"/g'; else cat; fi |
			tr ';' "$1"
	done
}
# encoded NAME: of UTF-8
encoded()
{
	case $1 in
	utf-8) cat ;;
	utf-8-bom) printf '\357\273\277' && cat ;;
	utf-16le) printf '\377\376' && iconv -f UTF-8 -t UTF-16LE ;;
	utf-16be) printf '\376\377' && iconv -f UTF-8 -t UTF-16BE ;;
	utf-16le-bare) iconv -f UTF-8 -t UTF-16LE ;;
	utf-16be-bare) iconv -f UTF-8 -t UTF-16BE ;;
	*) iconv -f UTF-8 -t "$1" ;;
	esac
}
# bytes that two encodings read the same are proposed as the more common one
for given in utf-8:auto utf-8-bom:auto utf-16le:auto utf-16be:auto \
	utf-16le-bare:utf-16le utf-16be-bare:utf-16be windows-1252:windows-1252 \
	iso-8859-1:windows-1252 cp850:cp850 cp437:cp850; do
	for separator in ';' ',' "$tab" '|'; do
		for decimal in ',' '.'; do
			table "$separator" "$decimal" |
				encoded "${given%:*}" >"$work/$export"
			shown=$separator
			[ "$separator" = "$tab" ] && shown='\009'
			proposes "${given%:*} $shown $decimal" "3 3 0" \
				"encoding = \"${given#*:}\"" \
				"separator = \"$shown\"" "decimal = \"$decimal\""
		done
	done
done

# --- mean files
write 'Uttag 2025-05-02\r\n"Perioden" jan\055apr\r\n\r\nEnhet;Konto;Utfall\r\nLSS;0410;1 200,50\r\nIFO;0420;\0557,00\r\nSumma;;1 193,50\r\nAntal rader: 2\r\n'
proposes "preamble, totals and footer" "4 2 0" 'header_at = "Enhet"' \
	'totals = "Summa"' 'footers = { "Antal rader" }' \
	'freshness { stamp = "Uttag" }' 'column { "Konto", as = "konto", type = "code" }' \
	'Line 8 has 1 cells of 3 and begins with "Antal rader: 2"'
write 'Enhet;Tid;Typ\nLSS;1,5;a\nIFO\nAMI;2,5;b\nSOC.PSYK\nUtskriven;2025-04-28 07:30\nSida 1\n'
proposes "a unit's broken row is no footer" "6 2 2" 'reject_limit = 2' \
	'footers = { "Utskriven", "Sida" }' 'freshness { stamp = "Utskriven", days = 2 }'
write 'Enhet;Utfall;Vikt\nLSS;1 200 tkr;5 kg\nIFO;7 kr;3 kg\n'
proposes "units behind numbers" "2 2 0" 'type = "number", quantity = "tkr"' \
	'column { "Vikt", as = "vikt", type = "text" }' 'stands "kg", which no quantity'
write 'Nr;Enhet;Månad;Tid;Varav sjuk;Därav lång;Varav fel\n1;LSS;2025-01;10,5;10,5;0;1\n2;IFO;2025-02;7,0;3,5;3,5;8\n'
proposes "parts, a key and a lag" "2 2 0" 'check { "varav-sjuk", at_most = "tid" }' \
	'check { "darav-lang", at_most = "tid" }' '-- key = { "nr" }' \
	'freshness { column = "manad", lag = 2 }'
told "what one row denies is no check" no "$(grep -qF 'check { "varav-fel"' "$scratch/lua" && echo yes || echo no)"
write '"Rubrik med citat\nEnhet\nDatum;Enhet;Tid\n2025-05-03;LSS;1,5\n2025-05-02;IFO;2,5\n'
proposes "a header below a lone mark" "2 2 0" 'header_at = "Datum"' \
	'freshness { column = "datum" },'
write 'Enhet;Tid\nLSS;1,5\nEnhet;Tid\nIFO;2,5\nEnhet;Tid\nAMI;3,5\n'
proposes "a header on every page" "5 3 0" '2 that repeat the header'
write 'Enhet;Personnr;Namn;Timmar\nLSS;19121212-1212;Ada Ek;7,5\nIFO;121212-1212;Bo Al;8,0\n'
proposes "personal columns" "2 2 0" \
	'column { "Personnr", as = "personnr", type = "code", personal = true }' \
	'column { "Namn", as = "namn", type = "text", personal = true }'
told "no person is printed" "" "$(grep -aE "1212|Ada|Bo" "$scratch/lua")"
write 'Enhet;Text;Tal\n"LSS";"a;b\n""c"" --]] }";1,5\n"IFO";"x";2\n'
proposes "quoted separators, marks and line breaks" "2 2 0" 'separator = ";"'
write 'Enhet;"Tal ""i"" \\kr";Tal  i kr\rLSS;1;2,5\rIFO;2;3,5\r'
proposes "CR alone, and a header with quotation marks" "2 2 0" \
	'column { "Tal \"i\" \\kr", as = "tal-i-kr"' 'as = "tal-i-kr-2"'
write 'Enhet,Dag,Tal\nLSS,30.4.2025,"1,5"\nIFO,1.5.2025,"2,5"\n'
proposes "commas inside and between" "2 2 0" 'separator = ","' 'decimal = ","' \
	'type = "date"'
write 'Kod;Belopp;\n"=""00123""";12,5-;\n"=""00456""";(3,5);\n'
proposes "codes of a spreadsheet and a last separator" "2 2 0" \
	'type = "code"' 'unit = "son"'
write 'Enhet;Konto;Utfall\nLSS;410;1\n\nIFO;420;\nAMI;430;saknas igen\nHSV;440;4\nGEMENSAMT;450;5\nIFO;460;6\n'
proposes "empty rows, empty cells and words among numbers" "6 5 1" \
	'type = "number", may_be_empty = true' 'reject_limit = 1' \
	'No number has decimals'
write 'Enhet;Text;Tal\nLSS;n\303\203\302\244ra;1,5\nIFO;b;2,5\n'
proposes "mojibake" "2 2 0" 'have it exported again'

write 'Enhet;"Tal\ni kr";Ord\nLSS;1,5;x\001\nIFO;2,5;"x\ty"\n'
proposes "a line break in a name, control characters in cells" "2 1 1" \
	'column { "Tal i kr"'

# --- no sense in it
write ''
refuses "an empty file" 65 "input/2025-T1/new/fil.csv:1"
write 'one column\n1\n2\n'
refuses "one column" 65 "at least two names"
write '1;2\n3;4\n'
refuses "no header" 65 "fil.csv:1"
write 'a;b\n'
refuses "no rows" 65 "no row stands below"
write 'a;b;A\n1;2;3\n'
refuses "a name twice" 65 "fil.csv:1: column 3"
write 'a;b\001\n1;2\n'
refuses "a control character in a name" 65 "fil.csv:1: column 2"
write 'a;b;\n1;2;3\n'
refuses "cells without a name" 65 "fil.csv:1: column 3"
write 'a;b\n1;2\n3;"4\n5;6\n7;8\n9;1\n2;3\n4;5\n6;7\n8;9\n1;2\n3;4\n'
refuses "a quote that never ends" 65 "fil.csv:3"
write 'a;b\n1;\0010\377\001\000\n'
refuses "bytes that are no text" 65 "fil.csv:2"
rm "$work/$export"
propose
told "no file" 74 "$?"

# --- as users call it
"$bokslut" profile input/2025-T1/hr/franvaro.csv >"$scratch/stdout" 2>"$scratch/stderr"
told "bokslut profile" 0 "$?"
told "it prints the same" yes "$("$ingest" --propose input/2025-T1/hr/franvaro.csv | cmp -s - "$scratch/stdout" && echo yes)"
told "an id that is taken is not given again" yes "$(
	cp -R rules "$scratch/taken" && sed -i 's/hr\.absence/hr.franvaro/g' "$scratch"/taken/*.lua &&
	mkdir -p "$scratch/twin/input" && mv "$scratch/taken" "$scratch/twin/rules" &&
	cp -R input/register "$scratch/twin/input" && cp -R templates "$scratch/twin" &&
	"$bokslut" -C "$scratch/twin" profile input/2025-T1/hr/franvaro.csv |
	grep -qF 'id = "hr.franvaro-2"' && echo yes)"
"$bokslut" profile >"$scratch/stdout" 2>"$scratch/stderr"
told "bokslut profile of nothing" 64 "$?"
sum_up
