#!/bin/sh
# Every fuzz target has seeds, and lives through all of them.
set -u
faults=0
for source in "$top_srcdir"/tests/fuzz/fuzz_*.c; do
	name=$(basename "$source" .c)
	name=${name#fuzz_}
	set -- "$top_srcdir/tests/fuzz/corpus/$name"/*
	[ -f "$1" ] || {
		echo "tests/fuzz/corpus/$name has no seeds"
		faults=1
		continue
	}
	echo "$name: $# seeds"
	"$top_builddir/tests/fuzz/fuzz_$name" "$@" || faults=1
done
exit $faults
