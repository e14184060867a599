#!/bin/sh
# The layout of clang-format 14 with .clang-format, in every source file.
set -u
cd "${1:-${top_srcdir:-.}}" || exit 1

case $(clang-format --version 2>/dev/null) in
*' 14.'*) ;;
*)
	echo "clang-format 14 is not here"
	exit 77
	;;
esac
list=$(find src tests -name '*.[ch]')
[ -n "$list" ] || { echo "no sources to read"; exit 1; }
# shellcheck disable=SC2086
clang-format --style=file --dry-run -Werror $list
