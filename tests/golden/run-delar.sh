#!/bin/sh
# run-delar.sh BUILD - close January-August 2023 and hold report.xml against
# the figures that were published (tests/golden/nordviken-2023-delar/).
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh
golden=tests/golden/nordviken-2023-delar
period=2023-01..2023-08

# at XPATH: what the report says there, with plain spaces and hyphens.
nbsp=$(printf '\302\240')
narrow=$(printf '\342\200\257')
minus=$(printf '\342\210\222')
at()
{
	xmllint --xpath "string($1)" "$report" 2>/dev/null |
		sed "s/$nbsp/ /g; s/$narrow/ /g; s/$minus/-/g"
}

# figure ID UNIT SERIES WINDOW: how it is printed, its unit of measure left out.
figure()
{
	at "//*[local-name()=\"figure\"][@id=\"$1\"][@unit=\"$2\"][@series=\"$3\"][@window=\"$4\"]/@print" |
		sed 's/ [^0-9 ]*$//'
}

"$bokslut" run --output "$scratch/out" $period delarsrapport \
	>"$scratch/paths" 2>"$scratch/messages"
told "run ends well" 0 "$?"
told "nothing is noted" 1 \
	"$(grep -c '1 bokslut, 0 anmärkningar' "$scratch/messages")"
report=$scratch/out/$period/delarsrapport/latest/report.xml
to_date=$period
year=2023-01..2023-12
before=2022-01..2022-12

# --- the operating statement
while IFS=';' read -r unit outcome accrued now forecast budget ahead; do
	[ "$unit" = enhet ] && continue
	id=operating-mnkr
	told "$unit: outcome" "$outcome" \
		"$(figure "$id" "$unit" outcome $to_date)"
	told "$unit: budget to date" "$accrued" \
		"$(figure "$id" "$unit" budget $to_date)"
	told "$unit: deviation to date" "$now" \
		"$(figure "$id.deviation" "$unit" outcome $to_date)"
	told "$unit: forecast" "$forecast" \
		"$(figure "$id" "$unit" forecast $year)"
	told "$unit: budget" "$budget" "$(figure "$id" "$unit" budget $year)"
	told "$unit: deviation at year end" "$ahead" \
		"$(figure "$id.deviation" "$unit" forecast $year)"
done <"$golden/economy.csv"
while IFS=';' read -r unit now ahead past; do
	[ "$unit" = enhet ] && continue
	told "$unit deviates by $now" "$now" \
		"$(figure "$id.deviation" "$unit" outcome $to_date)"
	told "$unit is to deviate by $ahead" "$ahead" \
		"$(figure "$id.deviation" "$unit" forecast $year)"
	told "$unit deviated by ${past:-an unknown amount}" "$past" \
		"$(figure "$id.deviation" "$unit" outcome $before)"
done <"$golden/deviations.csv"
told "the deviation to date" -25,2 \
	"$(figure net-deviation son value $to_date)"
told "the deviation at year end" -44,0 \
	"$(figure net-deviation son forecast $year)"
told "the deviation at year end, of the budget" "-7,1" \
	"$(figure net-deviation-share son forecast $year)"
told "the deviation at year end with the expected grant" -35,3 \
	"$(figure net-deviation-expected son forecast $year)"

# --- indicators, this year and the last
while IFS=';' read -r goal id past now _; do
	[ "$id" = indikator ] && continue
	where=son
	when=$to_date
	# home care's own, of 14 days; the others are the committee's
	if [ "$id" = continuity ]; then
		where=vo.hemtjanst
		when=2023-08-18..2023-08-31
	fi
	told "$id under $goal 2022" "$past" \
		"$(figure "$id" "$where" value $before)"
	# what is reported once a year is not due yet
	[ -n "$now" ] || now=/
	told "$id under $goal 2023" "$now" \
		"$(figure "$id" "$where" value "$when")"
done <<END
$(sed 's/ %//g; s/ st//g' "$golden/figures.csv")
END

# --- continuity, from each visit: the mean of five groups, not of all clients
# bar NAME: what the picture says of a group.
bar()
{
	at "//*[local-name()=\"chart\"][@id=\"parts.continuity\"]//*[@label=\"Hemtjänst $1\"]/@value"
}

while IFS=: read -r group mean; do
	told "$group meets $mean" "$mean" "$(bar "$group")"
done <<END
Hamnen:14.2
Kvarnen:13.5
Sjövik:15.9
Tallåsen:14.2
Ängen:11.7
END

# --- what law asks, and the investments that there are none of
told "all that law asks is there" "8 0" \
	"$(for word in Ja Nej; do
		xmllint --xpath "count(//*[local-name()='table'][@id='requirements']//*[local-name()='row'][normalize-space(*[3])='$word'])" "$report"
	done | tr '\n' ' ' | sed 's/ $//')"
told "no investments, in words" 1 \
	"$(xmllint --xpath "count(//*[local-name()='section'][normalize-space(*[local-name()='title'])='Investeringar']/*[local-name()='p'][contains(., 'inga investeringsprojekt')])" "$report")"

# --- what is to be known of a survey
# said INDICATOR WORDS: its page holds them.
said()
{
	told "$1: $2" 1 "$(xmllint --xpath "count(//*[local-name()='section'][normalize-space(*[local-name()='title'])='$1']/*[local-name()='note'][contains(translate(., '$nbsp', ' '), '$2')])" "$report")"
}

# 193 of 357 and 67 of 199 who were asked
said "Upplevd trygghet i hemtjänsten" "Svarsfrekvens: 54,1 % (193 av 357)"
said "Upplevd trygghet i hemtjänsten" "Nästa värde: oktober 2023"
said "Upplevd trygghet på särskilt boende" "Svarsfrekvens: 33,7 % (67 av 199)"
said "Upplevd trygghet på särskilt boende" "Redovisas årsvis"
said "Barnutredningar med dokumenterad delaktighet" "Underlag: 17"
told "who gave the grades, and when" 3 \
	"$(xmllint --xpath "count(//*[local-name()='note'][contains(., 'Förvaltningschefen, 22')])" "$report")"

# --- grades
# row NAME GRADE: a row of a table of goals says so.
row()
{
	told "$1: $2" 1 "$(xmllint --xpath "count(//*[local-name()='table'][starts-with(@id,'goals')]//*[local-name()='row'][normalize-space(*[1])='$1'][normalize-space(*[2]/*[1])='$2'])" "$report")"
}

while IFS=';' read -r name grade; do
	[ "$name" = mål ] || row "$name" "$grade"
done <"$golden/grades.csv"

"$bokslut" run --output "$scratch/out" $period delarsrapport \
	>"$scratch/paths" 2>"$scratch/messages"
told "a second run makes nothing new" "0 none" \
	"$? $([ -d "$scratch/out/$period/delarsrapport/r2" ] || echo none)"

sum_up
