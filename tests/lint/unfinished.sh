#!/bin/sh
# Nothing in the tree is marked as unfinished.
set -u
cd "${1:-${top_srcdir:-.}}" || exit 1

marks='TO''DO|FIX''ME|XX''X|not imple''mented'
list=$(find src tests man norms fora-model examples po -type f \
	\( -name '*.[ch1-9]' -o -name '*.sh' -o -name '*.yaml' -o \
	-name '*.txt' \) 2>/dev/null)
[ -n "$list" ] || { echo "nothing to read"; exit 1; }
# shellcheck disable=SC2086
found=$(grep -nHE "(^|[^A-Za-z])($marks)($|[^A-Za-z])" $list)
[ -z "$found" ] || { echo "$found"; exit 1; }
