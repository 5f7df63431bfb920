#!/bin/sh
# Includes point one way: lib <- schema, model <- stages; a stage never
# includes another; a third-party header stands behind one file-name prefix.
set -eu
wrong=0

complain() {
	echo "$1"
	wrong=1
}

# folder, and what it may include of ours
allowed() {
	case $1 in
	lib) echo 'lib' ;;
	schema) echo 'schema' ;;
	model) echo 'lib schema model' ;;
	*) echo "lib schema model $1" ;;
	esac
}

for file in pipeline/*/*.[ch]; do
	folder=${file#pipeline/}
	folder=${folder%%/*}
	used=$(sed -n 's|^#include "\([a-z_]*\)/.*|\1|p' "$file" | sort -u)
	for name in $used; do
		case " $(allowed "$folder") " in
		*" $name "*) ;;
		*) complain "$file: $folder may not include $name/" ;;
		esac
	done
	if grep -q '^#include "[^/]*"' "$file"; then
		complain "$file: includes name the folder: \"lib/text.h\""
	fi
done

# header pattern, and the prefix, or two, of the files that may include it
behind() {
	grep -lE "^#include <$1" pipeline/*/*.[ch] | while read -r file; do
		case $file in
		pipeline/$2* | pipeline/${3:-$2}*) ;;
		*) echo "$file: <$1 belongs behind $2*${3:+ or $3*}" ;;
		esac
	done
}
found=$(
	behind 'csv\.h' lib/csv_reader
	behind '(lua|lauxlib|lualib)' lib/lua_
	behind 'libxml/' lib/xml_
	behind 'hpdf' typeset/canvas_pdf
	behind 'libdeflate' typeset/canvas_pdf typeset/picture_png
	behind 'cmark' compose/text_md
	behind 'hyphen\.h' typeset/hyphenation
	behind 'openssl/' lib/digest
)
[ -z "$found" ] || complain "$found"

# Floating point enters by two doors only.
found=$(grep -nE '(^|[^a-z_"])(double|float)[^a-z_"]' pipeline/*/*.[ch] |
	grep -vE '^pipeline/(lib/lua_|typeset/canvas_pdf)' |
	grep -vE ':[0-9]+:[[:space:]]*(\*|/\*)' || true)
[ -z "$found" ] || complain "$found: floating point outside lua_ and canvas_pdf"

exit $wrong
