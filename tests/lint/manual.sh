#!/bin/sh
# Every program has a manual page, and mandoc finds nothing to warn about.
set -u
cd "${1:-${top_srcdir:-.}}" || exit 1

command -v mandoc >/dev/null || { echo "mandoc is not here"; exit 77; }
faults=0
for main in src/ibp-scan.c src/fora-map.c src/ibp-report.c src/ibp-monitor.c; do
	[ -f "$main" ] || continue
	page=man/$(basename "$main" .c).1
	[ -f "$page" ] || { echo "$page is missing"; faults=1; }
done
list=$(find man -name '*.[1-9]' 2>/dev/null)
[ -n "$list" ] || { echo "no pages to read"; exit 1; }
# shellcheck disable=SC2086
mandoc -T lint -W warning $list || faults=1
exit $faults
