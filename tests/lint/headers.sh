#!/bin/sh
# Every header compiles alone: it includes what it needs.  CC and
# LINT_CPPFLAGS come from make.
set -u
cd "${1:-${top_srcdir:-.}}" || exit 1

list=$(find src -name '*.h' | sort)
[ -n "$list" ] || { echo "no headers to read"; exit 1; }
faults=0
for header in $list; do
	# An empty file would be refused as such by -Wpedantic.
	# shellcheck disable=SC2086
	printf '#include "%s"\nextern int ibp_lint;\n' "${header#src/}" |
		${CC:-cc} -std=gnu11 -fsyntax-only -Wall -Wextra -Wpedantic \
		-Werror -Isrc ${LINT_CPPFLAGS:-} -x c - || {
		echo "$header does not compile alone"
		faults=1
	}
done
exit $faults
