#!/bin/sh
# P4: help of every command on standard output, in 80 columns, in each
# language; every command and option in help, completion and the manual.
# shellcheck source=tests/cli/common.sh
. "$top_srcdir/tests/cli/common.sh"

narrow() # FILE
{
	[ "$(wc -L <"$1")" -le 80 ] || fault "wider than 80 columns: $(cat "$1")"
}

# The commands, one a line, as completion knows them.
list_commands()
{
	ibp-scan --completion=words -- '' | cut -f1 | grep -vx help |
	while read -r first; do
		seconds=$(ibp-scan --completion=words -- "$first" '' |
			grep -v '^:\|=' | cut -f1)
		if ibp-scan help "$first" >/dev/null 2>&1; then
			echo "$first"
		else
			for second in $seconds; do
				echo "$first $second"
			done
		fi
	done
}

for lang in en nl; do
	expect 0 ibp-scan --lang="$lang" --help
	[ ! -s err ] || fault "help spoke to standard error"
	narrow out
	head -n 24 out >top
	for option in -f -a -o -n -q -v -h -V; do
		has top " $option, --"
	done
	mv out help.$lang
	expect 0 ibp-scan --lang="$lang" --usage
	narrow out
done
head -n 1 help.en | grep -q '^Usage: ibp-scan ' || fault "no synopsis"
grep -q "never uses" help.en || fault "help does not speak of the network"

expect 0 ibp-scan --help --bogus
expect 0 ibp-scan -h
expect 0 ibp-scan help

list_commands >commands
[ "$(wc -l <commands)" -ge 20 ] || fault "few commands: $(cat commands)"
tr '\n' ' ' <help.en | tr -s ' ' >flat
while read -r first second; do
	name=$first${second:+ $second}
	# Words of a command line.
	# shellcheck disable=SC2086
	expect 0 ibp-scan help $first $second
	narrow out
	has out "ibp-scan $name"
	# shellcheck disable=SC2086
	expect 0 ibp-scan $first $second --help
	has out "ibp-scan $name"
	has help.en "  $name"
	grep -q "^\.It Ic $name\>" "$top_srcdir/man/ibp-scan.1" ||
		fault "$name is not in the manual page"
done <commands

sed -n 's/.*--\([a-z-]*\).*/\1/p' help.en | grep . | sort -u >options
[ "$(wc -l <options)" -ge 20 ] || fault "few options: $(cat options)"
while read -r option; do
	grep -q "Fl Fl $option\>" "$top_srcdir/man/ibp-scan.1" ||
		fault "--$option is not in the manual page"
done <options
while read -r first second; do
	# shellcheck disable=SC2086
	ibp-scan --completion=words -- $first $second -
done <commands | sed -n 's/^--\([a-z-]*\).*/\1/p' | sort -u >completed
same options completed

expect 0 ibp-scan --version
head -n 1 out | grep -Eqx 'ibp-scan \(ibp-tools\) [0-9.]+' ||
	fault "version: $(cat out)"
has out "EUPL-1.2"
has out "2024-06"
has out "IBP_NOW"
exit "$faults"
