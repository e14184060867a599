#!/bin/sh
# No folder of the sources or of the build is compiled into the programs.
set -u
cd "$top_builddir" || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
faults=0
for program in $programs; do
	# What a debugger reads may name the sources; it is not installed.
	strip -o "$work/$program" "$program" || exit 1
	for place in "$top_srcdir/src" "$top_srcdir/norms" "$top_srcdir/po" \
		"$top_builddir/src" "$top_builddir/share"; do
		if grep -qF "$place" "$work/$program"; then
			echo "$program holds $place"
			faults=1
		fi
	done
done
exit $faults
