#!/bin/sh
# What shellcheck says of everything that is run by a shell.
set -u
cd "${1:-${top_srcdir:-.}}" || exit 1

command -v shellcheck >/dev/null || { echo "shellcheck is not here"; exit 77; }
list=$(find bootstrap .ci tests examples \
	-type f 2>/dev/null | sort | while read -r file; do
	case $(head -n 1 "$file" | tr -d '\000') in
	'#!'*/sh* | '#!'*bash*) echo "$file" ;;
	esac
done)
[ -n "$list" ] || { echo "no scripts to read"; exit 1; }
# The harness sets top_srcdir and the like: SC2154.
# shellcheck disable=SC2086
shellcheck -x -S info -e SC2154 $list
