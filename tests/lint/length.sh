#!/bin/sh
# How long functions and files are: no function over 90 lines, 95% of them
# within 60.  Long files are named, not refused.
set -u
cd "${1:-${top_srcdir:-.}}" || exit 1
LC_ALL=C
export LC_ALL

list=$(find src -name '*.c' | sort)
[ -n "$list" ] || { echo "no sources to read"; exit 1; }
# shellcheck disable=SC2086
awk '
FNR == 1 { open = 0; name = "" }
/^[A-Za-z_].*\(/ { name = $0; sub(/\(.*/, "", name); sub(/.*[ *]/, "", name) }
/^\{/ { open = FNR }
/^\}[ \t]*$/ && open {
	lines = FNR - open - 1
	open = 0
	total++
	long60 += lines > 60
	if (lines > 90) {
		printf "%s:%d: %s has %d lines\n", FILENAME, FNR, name, lines
		faults++
	}
}
{ size[FILENAME] = FNR }
END {
	for (file in size)
		if (size[file] > 400)
			printf "%s is long: %d lines\n", file, size[file]
	printf "%d functions, %d over 60 lines\n", total, long60
	if (long60 * 20 > total)
		faults++
	exit faults > 0
}' $list
