#!/bin/sh
# Completion in the shells that are here: what a person would see.
. "$top_srcdir/tests/cli/lib.sh"
PATH=$top_builddir:$PATH
export PATH

expect 0 init board="De Eik" sector=po
touch "a file.csv"
for shell in bash zsh fish; do
	expect 0 --completion=$shell
	mv out $shell.script
	# What is installed is that.
	same $shell.script "$(find "$top_builddir/completion/$shell" -name "*ibp-scan*")"
done
expect 2 --completion=tcsh
tells fish

# WORD...: the proposals of bash, one a line.
in_bash()
{
	bash --norc --noprofile -c '
		. ./bash.script
		compopt() { :; }
		COMP_WORDS=("$@")
		COMP_CWORD=$(($# - 1))
		_ibp_scan
		printf "%s\n" "${COMPREPLY[@]}"' bash "$@"
}

# As bash takes a line apart: "=" is a word of its own.
bash_says() # EXPECTED WORD...
{
	wanted=$1
	shift
	in_bash "$@" >out 2>err
	grep -qxF -e "$wanted" out ||
		fail "bash, $*: no \"$wanted\": $(cat out err)"
}

if command -v bash >/dev/null; then
	bash_says status ibp-scan st
	bash_says add ibp-scan school ''
	bash_says score= ibp-scan set GO.01 sc
	bash_says GO.02 ibp-scan set GO.0
	bash_says --json ibp-scan status --js
	bash_says --file= ibp-scan --fi
	bash_says json ibp-scan export --format = js
	bash_says csv ibp-scan export --format =
	bash_says "a file.csv" ibp-scan import a
	bash_says school.ibp ibp-scan -f sch
	bash_says school.ibp ibp-scan --file = sch
	bash_says status ibp-scan -f school.ibp sta
	in_bash ibp-scan bogus '' >out
	[ "$(cat out)" = "" ] || fail "bash: $(cat out)"
else
	lacks bash
fi
finish
