#!/bin/sh
# cppcheck over the sources, with the exceptions of cppcheck.txt.
set -u
here=$(cd "$(dirname "$0")" && pwd)
cd "${1:-${top_srcdir:-.}}" || exit 1

command -v cppcheck >/dev/null || { echo "cppcheck is not here"; exit 77; }
[ -n "$(find src -name '*.c')" ] || { echo "no sources to read"; exit 1; }
cppcheck --quiet --std=c11 --language=c --error-exitcode=1 -j 2 \
	--enable=warning,performance,portability --inline-suppr \
	--suppressions-list="$here/cppcheck.txt" --library=posix \
	-D_GNU_SOURCE -Isrc src
