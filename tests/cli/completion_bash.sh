#!/bin/bash
# What is installed for bash completes every command, option, code and domain,
# and knows no others.
set -u
cd "$top_builddir" || exit 1
PATH=$PWD:$PATH
faults=0

fault()
{
	echo "$*"
	faults=1
}

bash -n completion/bash/ibp-scan || fault "bash does not take its file"
# The programs that bash-completion brings stay out of it.
# shellcheck disable=SC1091
. completion/bash/ibp-scan || exit 1

# Without a line editor there is nothing to tell; it is only about spaces.
# shellcheck disable=SC2317
compopt()
{
	:
}

# Bash takes a word apart at each "=".
candidates() # WORD...
{
	local word
	COMP_WORDS=(ibp-scan)
	for word; do
		while [[ $word == *=* ]]; do
			[ -z "${word%%=*}" ] || COMP_WORDS+=("${word%%=*}")
			COMP_WORDS+=("=")
			word=${word#*=}
			[ -n "$word" ] || continue 2
		done
		COMP_WORDS+=("$word")
	done
	COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
	COMPREPLY=()
	_ibp_scan
	[ ${#COMPREPLY[@]} = 0 ] || printf '%s\n' "${COMPREPLY[@]}"
}

is() # EXPECTED WORD...
{
	local expected=$1 got
	shift
	got=$(candidates "$@" | tr '\n' ' ')
	[ "${got%" "}" = "$expected" ] ||
		fault "ibp-scan $*: $got, not $expected"
}

is status sta
is "--json" --js
is "evidence" evid
is "add list rm" evidence ''
is "GO.01 GO.02 GO.03 GO.04 GO.05" set GO
is "GO.01 GO.02 GO.03 GO.04 GO.05" show GO.0
is "score=" set GO.01 sc
is "nl" --lang=n
is "nl" --lang n
is "domain=" list --filter=
is "GB GO" list --filter=domain=G
is "domain=" list --filter dom
is "HR" gaps --filter domain=HR

codes=$(candidates set '' | grep -cF .)
[ "$codes" = 94 ] || fault "$codes codes, not 94"
domains=$(candidates list --filter=domain= | wc -l)
[ "$domains" = 22 ] || fault "$domains domains, not 22"

# Help and completion read the same tables.
commands()
{
	local first second seconds
	for first in $(candidates ''); do
		[ "$first" = help ] && continue
		seconds=$(candidates "$first" '' |
			grep -vE '=$|\.' | grep -vxFf <(ls))
		if [ -n "$seconds" ]; then
			while read -r second; do
				echo "$first $second"
			done <<<"$seconds"
		else
			echo "$first"
		fi
	done
}

same() # WHAT, what completion has, what help has
{
	local more
	more=$(comm -3 <(sort -u <<<"$2") <(sort -u <<<"$3"))
	[ -z "$more" ] || fault "$1 in completion or help alone: $more"
}

help=$(COLUMNS=80 LANGUAGE=en LC_ALL=C.UTF-8 ibp-scan --help)
said=$(sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z ]*[a-z]\)\(   .*\)*$/\1/p' \
	<<<"$help")
known=$(commands)
same commands "$known" "$said"
said=$(grep -oE '^ +(-[a-zA-Z], )?--[a-z-]+' <<<"$help" | grep -oE -- '--.*')
words=$(candidates --
	while read -r command; do
		# shellcheck disable=SC2086
		candidates $command --
	done <<<"$known")
same options "${words//=/}" "$said"
exit $faults
