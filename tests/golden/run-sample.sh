#!/bin/sh
# run-sample.sh BUILD - prove the sample exports without any program of ours.
#
# The generated exports are generated again and compared; then iconv and awk
# alone say that all exports hold the published figures.  Compiles in BUILD.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh
build=$build/tests/generate
input=input/2025-T1
golden=tests/golden/nordviken-2025-T1
LC_ALL=C
export LC_ALL
mkdir -p "$build" || exit 73

# generated PROGRAM EXPORT: the committed export is what the program writes;
# of 2025-T1, or below another period's folder that is named.
generated()
{
	same=no
	"${CC:-cc}" -std=c11 -Wall -Wextra -Werror -o "$build/$1" \
		"tests/generate/$1.c" tests/generate/chance.c &&
		"$build/$1" >"$build/$1.csv" &&
		cmp "$build/$1.csv" "${3:-$input}/$2" && same=yes
	told "$2 is what $1 writes" yes "$same"
}

# encoded EXPORT ENCODING BOM LINE-ENDS
encoded()
{
	sound=yes
	iconv -f "$2" -t UTF-8 "$input/$1" >/dev/null || sound=no
	told "$1 is sound $2" yes "$sound"
	bom=no
	[ "$(head -c 3 "$input/$1")" = "$(printf '\357\273\277')" ] && bom=yes
	told "$1: byte order mark: $3" "$3" "$bom"
	told "$1: lines end with $4" "$4" "$(awk '
		/\r$/ { crlf++; next }
		{ lf++ }
		END { print crlf && lf ? "both" : crlf ? "CRLF" : "LF" }' \
		"$input/$1")"
}

# The rows that a reader accepts: all but the misspelt unit, point decimals.
absences()
{
	iconv -f WINDOWS-1252 -t UTF-8 "$input/hr/franvaro.csv" |
		tr -d '\r' | tr , . | awk -F ';' -v OFS=';' \
		'NR > 1 && $3 != "HTJ Nrod"'
}

# The ledger in whole öre: 1 234,50- is -123450.
amounts()
{
	awk -F ';' -v OFS=';' '
		function hundredths(text) {
			gsub(/\302\240| |,/, "", text)
			gsub(/\342\210\222/, "-", text)
			if (sub(/-$/, "", text))
				text = "-" text
			return text
		}
		NR > 1 {
			print $1, $2, hundredths($4), hundredths($5),
				hundredths($6)
		}' \
		"$input/finance/huvudbok.csv"
}

# whole_rows SEPARATOR FILE: one line a row, cells parted by tabs.  Line breaks
# inside a cell become spaces, and its quotes go.
whole_rows()
{
	tr -d '\r' <"$2" | awk -v separator="$1" '
		{
			row = row (row == "" ? "" : " ") $0
			if (gsub(/"/, "\"", row) % 2)
				next
			quoted = 0
			out = ""
			for (i = 1; i <= length(row); i++) {
				sign = substr(row, i, 1)
				if (sign == "\"")
					quoted = !quoted
				else if (sign == separator && !quoted)
					out = out "\t"
				else
					out = out sign
			}
			print out
			row = ""
		}'
}

check_absence()
{
	generated nordviken_hr hr/franvaro.csv
	encoded hr/franvaro.csv WINDOWS-1252 no CRLF
	told "absence: accepted rows" 3546 "$(absences | wc -l | tr -d ' ')"
	told "absence: refused rows" 1 "$(iconv -f WINDOWS-1252 -t UTF-8 \
		"$input/hr/franvaro.csv" | grep -c ';HTJ Nrod;')"
	told "absence: sick and ordinary hours" "31415.00 261792.00" \
		"$(absences | awk -F ';' '{ sick += $6; ordinary += $5 }
			END { printf "%.2f %.2f", sick, ordinary }')"
	told "absence: no one is away longer than at work" 0 \
		"$(absences | awk -F ';' '$6 + 0 > $5 + 0 || $7 + 0 > $6 + 0' |
			wc -l | tr -d ' ')"
	told "absence: one row a person and month" "" \
		"$(absences | cut -d ';' -f 1,2 | sort | uniq -d)"
	told "absence: highest in home care" HTJ "$(absences |
		awk -F ';' '{ split($3, unit, " ")
			sick[unit[1]] += $6; ordinary[unit[1]] += $5 }
			END { for (i in sick) print sick[i] / ordinary[i], i }' |
		sort -g | tail -n 1 | cut -d ' ' -f 2)"
}

# Each unit's budget, outcome and forecast in öre, as published.
published()
{
	tail -n +2 "$golden/economy.csv" | tr -d ' ' | awk -F ';' -v OFS=';' '
		{ print $1, $2 "00000", $3 "00000", $4 "00000" }'
}

# The same from the ledger, home care together, spaces left out as above.
summed()
{
	amounts | awk -F ';' -v OFS=';' '
		{
			sub(/ (Nord|Syd)$/, "", $1)
			if (!($1 in seen))
				order[++count] = $1
			seen[$1]
			for (i = 3; i <= 5; i++)
				sum[$1, i] += $i
		}
		END {
			for (n = 1; n <= count; n++) {
				unit = order[n]
				gsub(/ /, "", unit)
				printf "%s;%.0f;%.0f;%.0f\n", unit,
					sum[order[n], 3], sum[order[n], 4],
					sum[order[n], 5]
			}
		}'
}

check_ledger()
{
	generated nordviken_ledger finance/huvudbok.csv
	encoded finance/huvudbok.csv UTF-8 no LF
	told "ledger: rows with the total" 125 "$(amounts | wc -l | tr -d ' ')"
	told "ledger: the total is the last row" Summa \
		"$(amounts | tail -n 1 | cut -d ';' -f 1)"
	told "ledger: each unit 10 to 20 accounts" 9 \
		"$(amounts | grep -v '^Summa' | cut -d ';' -f 1 | uniq -c |
			awk '$1 >= 10 && $1 <= 20' | wc -l | tr -d ' ')"
	published >"$build/published"
	summed >"$build/summed"
	while IFS= read -r want; do
		unit=${want%%;*}
		told "ledger: $unit" "$want" \
			"$(grep "^$unit;" "$build/summed")"
	done <"$build/published"
	told "ledger: units and total" 9 \
		"$(wc -l <"$build/summed" | tr -d ' ')"
	told "ledger: units add up to the total" "$(tail -n 1 \
		"$build/published")" "$(sed '$d' "$build/summed" |
		awk -F ';' '{ for (i = 2; i <= 4; i++) sum[i] += $i }
		END { printf "Summa;%.0f;%.0f;%.0f", sum[2], sum[3], sum[4] }')"
}

check_decisions()
{
	encoded quality/beslut.csv UTF-8 no LF
	whole_rows , "$input/quality/beslut.csv" | tail -n +2 \
		>"$build/decisions"
	told "decisions: rows" 27 "$(wc -l <"$build/decisions" | tr -d ' ')"
	told "decisions: six cells each" 27 \
		"$(awk -F '\t' 'NF == 6' "$build/decisions" | wc -l |
			tr -d ' ')"
	told "decisions: ongoing, partly, closed" "15 1 11" \
		"$(cut -f 3 "$build/decisions" | awk '{ count[$0]++ }
			END { print count["pågående"],
				count["delvis pågående"], count["avslutat"] }')"
	told "decisions: dates, paragraphs and status as published" \
		"$(tail -n +2 "$golden/decisions.csv")" \
		"$(cut -f 1,3 "$build/decisions" | sed -e 's/^SON //' \
			-e 's/ *§ */;/' -e 's/	/;/')"
}

# Values and forecasts that are not computed, as published; a name may be an
# alias, so the order is what pairs them.
check_indicators()
{
	encoded quality/indikatorer.csv UTF-8 yes CRLF
	whole_rows ';' "$input/quality/indikatorer.csv" | tail -n +2 \
		>"$build/indicators"
	told "indicators: rows, one of them refused" 26 \
		"$(wc -l <"$build/indicators" | tr -d ' ')"
	told "indicators: four cells each" 26 \
		"$(awk -F '\t' 'NF == 4' "$build/indicators" | wc -l |
			tr -d ' ')"
	told "indicators: refused for its number" "ca 84" \
		"$(cut -f 2 "$build/indicators" | grep '^ca')"
	told "indicators: values as published but for what is computed" \
		"$(tail -n +2 "$golden/indicators.csv" | cut -d ';' -f 4,5 |
			sed -e 's/^\(213 tkr\);.*/\1;/' -e 's/^12 %;/;/')" \
		"$(grep -v '	ca ' "$build/indicators" | cut -f 2,3 |
			tr '\t' ';')"
	told "indicators: names and targets as in the register" \
		"$(tail -n +2 "$golden/indicators.csv" | cut -d ';' -f 3,6)" \
		"$(grep ';2025-01-01;$' input/register/indicators.csv |
			cut -d ';' -f 2,8)"
	told "goals: names as in the register" \
		"$(tail -n +2 "$golden/goals.csv" | cut -d ';' -f 1)" \
		"$(grep ';nämndmål;' input/register/goals.csv |
			cut -d ';' -f 3)"
}

# Of each group, the members of staff over the clients that meet them.
check_visits()
{
	visits=input/2023-01..2023-08/care/hembesok.csv
	generated nordviken_visits care/hembesok.csv "${visits%/care/*}"
	told "visits: who is met on the average of each group" \
		"Hamnen 14.19 Kvarnen 13.53 Sjövik 15.87 Tallåsen 14.22 Ängen 11.68" \
		"$(awk -F ';' 'NR > 1 && $1 >= "2023-08-18" && !seen[$2,$3,$4]++ {
			met[$2]++
			clients[$2] += !known[$2,$3]++
		}
		END {
			for (group in met)
				printf "%s %.2f\n", group, met[group] / clients[group]
		}' "$visits" | sed 's/^Hemtjänst //' | sort | tr '\n' ' ' |
			sed 's/ $//')"
}

# By unit, those of January-August and those of them that were followed up.
check_deviations()
{
	rows=input/2023-01..2023-08/quality/avvikelser.csv
	generated nordviken_deviations quality/avvikelser.csv "${rows%/quality/*}"
	told "deviations: by unit, and followed up" \
		"Barn- och ungdomsgruppen 15 0, Ekonomiskt bistånd 19 19, Familjehem 19 13, Gruppbostad 115 67, Hemtjänst 39 36, Korttidsvård 9 9, Särskilt boende/demens 138 116" \
		"$(tr -d '\r' <"$rows" | awk -F ';' 'NR > 1 && $2 < "2023-09" {
			count[$4]++
			followed[$4] += $5 == "ja"
		}
		END { for (unit in count) print unit, count[unit], followed[unit] + 0 }' |
			LC_ALL=C sort | paste -sd , | sed 's/,/, /g')"
}

check_absence
check_ledger
check_deviations
check_visits
check_decisions
check_indicators
sum_up
