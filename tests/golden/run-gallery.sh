#!/bin/sh
# run-gallery.sh BUILD - docs/gallery.md shows each kind of block that
# report.xsd knows: named, in its report, with a picture that is there.
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh

told "every kind is named and shown" "kinds 15" \
	"$(python3 tests/golden/gallery.py "$build/bin/bokslut-typeset" "$scratch" 2>&1)"
told "its report is valid" "" \
	"$(xmllint --noout --schema pipeline/schema/report.xsd \
		docs/gallery/report.xml 2>&1 | grep -v ' validates$')"
told "PDF/UA and PDF/A, as far as tests/pdf sees" "" \
	"$(python3 tests/pdf/check.py "$scratch/report.pdf" 2>&1)"

sum_up
