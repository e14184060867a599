#!/bin/bash
# What is installed for bash completes commands, and every shell that is here
# accepts its own file.
set -u
cd "$top_builddir" || exit 1
faults=0

# The one candidate that begins with what is typed last.
proposal() # WORD...
{
	COMP_WORDS=(ibp-scan "$@")
	COMP_CWORD=$#
	COMPREPLY=()
	_ibp_scan
	echo "${COMPREPLY[*]}"
}

is() # EXPECTED WORD...
{
	local expected=$1 got
	shift
	got=$(proposal "$@")
	[ "${got%" "}" = "$expected" ] || {
		echo "ibp-scan $*: $got, not $expected"
		faults=1
	}
}

PATH=$PWD:$PATH
# The programs that bash-completion brings stay out of it.
# shellcheck disable=SC1091
. completion/bash/ibp-scan || exit 1
is status sta
is "--json" --js
is "evidence" evid

for shell in zsh fish; do
	command -v $shell >/dev/null || continue
	$shell -n completion/$shell/*ibp-scan* || faults=1
done
exit $faults
