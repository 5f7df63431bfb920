#!/bin/sh
# Every message of the source stands in every catalogue, translated.
# (A template without its header has no charset, and loses all but ASCII.)
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
xgettext --from-code=UTF-8 --language=C --keyword=_ --keyword=N_ \
	--keyword=PLURAL:1,2 -o "$scratch/source.pot" pipeline/*/*.c \
	2>"$scratch/told" || { cat "$scratch/told"; exit 1; }
for catalogue in pipeline/lang/*.po; do
	msgcmp --use-untranslated "$catalogue" "$scratch/source.pot" \
		>"$scratch/told" 2>&1 || { cat "$scratch/told"; exit 1; }
	left=$(msgattrib --untranslated --no-obsolete "$catalogue" |
		grep -c '^msgid' || true)
	fuzzy=$(msgattrib --only-fuzzy "$catalogue" | grep -c '^msgid' || true)
	if [ "$left" -gt 0 ] || [ "$fuzzy" -gt 0 ]; then
		echo "$catalogue: $left untranslated, $fuzzy fuzzy"
		exit 1
	fi
done
