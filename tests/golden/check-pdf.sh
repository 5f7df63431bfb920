#!/bin/sh
# check-pdf.sh - what PDF/UA-1 and PDF/A-3a ask, as far as qpdf and poppler see.
#
#	tests/golden/check-pdf.sh FILE.pdf
#
# One line for each rule that fails, and status 1; nothing and 0 if all hold.
# It does not take the place of a validator such as veraPDF: it is there so
# that a fault is seen in the second in which it is made.  Numbers in brackets
# are clauses of ISO 14289-1 (UA) and ISO 19005-3 (A).
# shellcheck disable=SC2129 # each awk program stands by its own
set -u
export LC_ALL=C

file=${1:?usage: check-pdf.sh FILE.pdf}
work=$(mktemp -d) || exit 73
trap 'rm -rf "$work"' EXIT

# awk programs print the rules that fail; so does fail.
fail() {
	echo "$*" >>"$work/failed"
}

if ! qpdf --check "$file" >"$work/check" 2>&1; then
	echo "$(basename "$file"): [A 6.1] qpdf --check:" \
		"$(grep -m 1 -i -e warning -e error "$work/check")"
	exit 1
fi
qpdf --qdf --object-streams=disable --no-original-object-ids "$file" \
	"$work/plain.pdf" || exit 70
for tool in "pdfinfo" "pdfinfo -struct" "pdffonts"; do
	$tool "$file" >"$work/$tool" 2>"$work/complaints" || exit 70
	[ -s "$work/complaints" ] &&
		fail "[A 6.1] $tool: $(head -n 1 "$work/complaints")"
done

# --- the file as it stands
head -c 9 "$file" | grep -q '^%PDF-1\.7$' ||
	fail "[A 6.1.2] does not begin with %PDF-1.7 and a line feed"
head -n 2 "$file" | tail -n 1 | tr -d '\200-\377\n' | grep -qx '%' ||
	fail "[A 6.1.2] no comment of four bytes above 127 in its second line"
grep -aqE '/ID \[ ?<[0-9a-f]{32}> ?<[0-9a-f]{32}>' "$work/plain.pdf" ||
	fail "[A 6.1.3] no ID in the trailer"
grep -aqE '/(JavaScript|JS|Launch|Encrypt|XFA|AA|OpenAction)([ /<(]|$)' \
	"$work/plain.pdf" && fail "[A 6.5] actions or encryption"
for property in '<pdfaid:part>3<' '<pdfaid:conformance>A<' \
	'<pdfuaid:part>1<' '<dc:title>' \
	'<pdfaSchema:prefix>pdfuaid<'; do
	grep -aqF "$property" "$file" ||
		fail "[A 6.6, UA 5] not in XMP, or XMP is packed: $property"
done

# --- what pdfinfo says of it
grep -q '^Tagged: *yes' "$work/pdfinfo" || fail "[UA 7.1] not tagged"
grep -q '^Suspects: *no' "$work/pdfinfo" || fail "[UA 7.1] Suspects"
grep -q '^Title: *[^ ]' "$work/pdfinfo" || fail "[UA 7.1] no title"
grep -q '^Encrypted: *no' "$work/pdfinfo" || fail "[A 6.1.3] encrypted"
grep -q '^JavaScript: *no' "$work/pdfinfo" || fail "[A 6.5] JavaScript"

# --- fonts: name type encoding emb sub uni object generation
awk 'NR > 2 && $(NF - 4) != "yes" { print "[A 6.2.11.4] not embedded: " $1 }
NR > 2 && $(NF - 2) != "yes" { print "[A 6.2.11.7] no ToUnicode: " $1 }' \
	"$work/pdffonts" >>"$work/failed"

# --- objects; qpdf writes their keys in order, one in a line
awk '
function ask(what, rule) {
	if (object !~ what)
		print rule ": object " number
}
function judge() {
	if (object ~ /\n  \/Type \/Catalog\n/) {
		catalogs++
		ask("\n  /Lang [(<][^)>]", "[UA 7.2] no Lang")
		ask("\n    /Marked true", "[UA 7.1] not marked")
		ask("\n    /DisplayDocTitle true", "[UA 7.1] DisplayDocTitle")
		ask("\n  /StructTreeRoot ", "[UA 7.1] no structure")
		ask("\n  /Metadata ", "[A 6.6.2] no metadata")
		ask("\n      /S /GTS_PDFA1\n", "[A 6.2.3] no output intent")
		ask("\n  /AF ", "[A 6.8] no associated file")
	}
	if (object ~ /\n  \/Type \/Page\n/) {
		ask("\n  /Tabs /S\n", "[UA 7.18.3] page without Tabs /S")
		ask("\n  /StructParents ", "[UA 7.1] page without parents")
	}
	if (object ~ /\n  \/Type \/Annot\n/) {
		ask("\n  /Contents [(<][^)>]", "[UA 7.18.5] no Contents")
		ask("\n  /StructParent ", "[UA 7.18.1] no StructParent")
		ask("\n  /F 4\n", "[A 6.3.2] annotation is not printed")
	}
	if (object ~ /\n  \/Type \/Filespec\n/) {
		ask("\n  /AFRelationship /", "[A 6.8] no AFRelationship")
		ask("\n  /F [(<][^)>]", "[UA 7.11] Filespec without F")
		ask("\n  /UF [(<][^)>]", "[UA 7.11] Filespec without UF")
		ask("\n  /Desc [(<][^)>]", "[A 6.8] Filespec without Desc")
	}
	if (object ~ /\n  \/Type \/EmbeddedFile\n/) {
		ask("\n  /Subtype /", "[A 6.8] attachment without type")
		ask("\n    /ModDate ", "[A 6.8] attachment without ModDate")
	}
	if (object ~ /\n  \/Subtype \/TrueType\n/ && object ~ /\n  \/Encoding /)
		print "[A 6.2.11.6] symbolic font with Encoding: object " number
	if (object !~ /\n  \/Type \/StructElem\n/)
		return
	elements++
	ask("\n  /P [0-9]", "[UA 7.1] element without parent")
	if (object ~ /\n  \/S \/TH\n/)
		ask("\n *\/Scope \/", "[UA 7.5] TH without Scope")
	if (object ~ /\n  \/S \/Figure\n/)
		ask("\n  /Alt [(<][^)>]", "[UA 7.3] Figure without Alt")
	if (object ~ /\n  \/S \/Note\n/)
		ask("\n  /ID ", "[UA 7.9] Note without ID")
	if (object ~ /\n  \/S \/Link\n/)
		ask("\n *\/Type \/OBJR", "[UA 7.18.5] Link without OBJR")
}
/^[0-9]+ 0 obj$/ { number = $1; object = "\n"; inside = 1; next }
inside && length($0) > 32767 { print "[A 6.1.13] long string: object " number }
/^(stream|endobj)\r?$/ { if (inside) judge(); inside = 0; next }
inside { object = object $0 "\n" }
END {
	if (catalogs != 1)
		print "[A 6.1] catalogs: " catalogs + 0
	if (elements < 1)
		print "[UA 7.1] no structure elements"
}' "$work/plain.pdf" >>"$work/failed"

# --- content: everything in a marked content, nothing left open
awk '
/^[0-9]+ 0 obj$/ { number = $1 }
/^stream\r?$/ { depth = 0; texts = 0; marks = 0; next }
/(^| )(BDC|BMC)$/ { depth++; marks++ }
/^BT$/ { texts++ }
/(Tj|TJ|re f|S|[ ]?[fbs])$/ && /( |^)(Tj|TJ|f|S|b|s)$/ {
	if (marks + texts > 0 && depth < 1 && !told[number]++)
		print "[UA 7.1] drawn outside of marked content: object " number
}
/^EMC$/ { depth-- }
/^ET$/ { texts-- }
/^endstream$/ {
	if (marks > 0 && (depth != 0 || texts != 0))
		print "[A 6.2.2] BDC/EMC or BT/ET do not pair: object " number
}' "$work/plain.pdf" >>"$work/failed"

# --- the tree: what stands in what, headings, tables
awk '
function parents(children, those,   list, i, n) {
	n = split(children, list, " ")
	for (i = 1; i <= n; i++)
		allowed[list[i]] = those
}
function check_heads(n,   r, c, i, j) {
	if (kind[n] != "TD")
		return
	r = row_of[n]
	c = column_of[n]
	for (i = 1; i <= rows; i++)
		if (scope[i, c] ~ /Column|Both/)
			return
	for (j = 1; (r, j) in taken; j++)
		if (scope[r, j] ~ /Row|Both/)
			return
	print "[UA 7.5] table " tables " row " r ": nothing heads column " c
}
function end_table(   r, c, n, i, j, width, first) {
	for (n = 1; n <= cells; n++) {
		r = row_of[n]
		for (c = 1; (r, c) in taken; c++)
			;
		column_of[n] = c
		for (i = 0; i < rows_over[n]; i++)
			for (j = 0; j < columns_over[n]; j++) {
				taken[r + i, c + j] = 1
				scope[r + i, c + j] = scope_of[n]
			}
	}
	for (n = 1; n <= cells; n++)
		check_heads(n)
	if (parts["THead"] && !parts["TBody"])
		print "[UA 7.2] table " tables " has THead but no TBody"
	if (parts["THead"] > 1)
		print "[UA 7.2] table " tables " has " parts["THead"] " THead"
	for (r = 1; r <= rows; r++) {
		for (width = 0; (r, width + 1) in taken; width++)
			;
		if (r == 1)
			first = width
		if (width != first)
			print "[UA 7.2] table " tables " row " r ": " width \
				" columns, its first row has " first
	}
	if (rows == 0)
		print "[UA 7.2] table " tables " has no rows"
	if (rows == 0 || cells == 0)
		print "[UA 7.2] table " tables " has no cells"
	split("", taken)
	split("", scope)
	split("", scope_of)
	split("", parts)
	rows = cells = 0
	table_depth = 0
}
BEGIN {
	parents("THead TBody TFoot", " Table ")
	parents("TR", " Table THead TBody TFoot ")
	parents("TH TD", " TR ")
	parents("LI", " L ")
	parents("LBody", " LI ")
	parents("TOCI", " TOC ")
	made_of["Table"] = " Caption THead TBody TFoot TR "
	made_of["THead"] = made_of["TBody"] = " TR "
	made_of["TR"] = " TH TD "
	made_of["L"] = " L LI Caption "
	made_of["LI"] = " Lbl LBody "
	made_of["TOC"] = " TOC TOCI Caption "
	made_of["TOCI"] = " Lbl Reference NonStruct P TOC "
}
$1 ~ /^\// {
	if ($1 == "/ColSpan")
		columns_over[cells] = $2
	if ($1 == "/RowSpan")
		rows_over[cells] = $2
	if ($1 == "/Scope")
		scope_of[cells] = $2
	next
}
$1 == "Object" { next }
{
	match($0, /^ */)
	depth = RLENGTH / 2 + 1
	tag = $1
	sub(/:$/, "", tag)
	while (open_depth >= depth) {
		if (stack[open_depth] in made_of && !kids[open_depth])
			print "[UA 7.2] empty " stack[open_depth]
		open_depth--
	}
	if (table_depth && depth <= table_depth)
		end_table()
	above = depth > 1 ? stack[depth - 1] : ""
	kids[depth - 1]++
	if (tag in allowed && !index(allowed[tag], " " above " "))
		print "[UA 7.2] " tag " in " above
	if (above in made_of && !index(made_of[above], " " tag " "))
		print "[UA 7.2] " tag " in " above
	if (depth == 1 && tag != "Document")
		print "[UA 7.1] outermost is " tag
	stack[depth] = tag
	kids[depth] = 0
	open_depth = depth
}
tag ~ /^H[1-6]$/ {
	level = substr(tag, 2) + 0
	if (level > last_level + 1)
		print "[UA 7.4.2] " tag " follows H" last_level
	last_level = level
}
tag == "Table" { tables++; table_depth = depth }
tag == "TR" { rows++ }
tag == "THead" || tag == "TBody" { parts[tag]++ }
tag == "TH" || tag == "TD" {
	cells++
	kind[cells] = tag
	row_of[cells] = rows
	columns_over[cells] = rows_over[cells] = 1
}
END {
	if (table_depth)
		end_table()
	if (!last_level)
		print "[UA 7.4] no headings"
}' "$work/pdfinfo -struct" >>"$work/failed"

sed "s|^|$(basename "$file"): |" "$work/failed" 2>/dev/null >"$work/told"
# what these programs do not print: contents, tags, fonts and metadata themselves
PYTHONDONTWRITEBYTECODE=1 python3 tests/pdf/check.py "$file" >>"$work/told" 2>&1
cat "$work/told"
[ ! -s "$work/told" ]
