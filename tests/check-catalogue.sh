#!/bin/sh
# Every message of the source stands in every catalogue, translated.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
xgettext --from-code=UTF-8 --language=C --keyword=_ --keyword=N_ \
	--keyword=PLURAL:1,2 --omit-header --sort-by-file \
	-o "$scratch/source.pot" pipeline/*/*.c
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
