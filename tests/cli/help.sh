#!/bin/sh
# P4: help of every command on standard output, in 80 columns, in each
# language; every command and option in help, completion and the manual.
. "$top_srcdir/tests/cli/lib.sh"

narrow() # FILE
{
	[ "$(wc -L <"$1")" -le 80 ] || fail "wider than 80 columns: $(cat "$1")"
}

# The commands, one a line, as completion knows them.
list_commands()
{
	scan --completion=words -- '' | cut -f1 | grep -vx help |
	while read -r first; do
		seconds=$(scan --completion=words -- "$first" '' |
			grep -v '^:\|=' | cut -f1)
		if [ "$(scan help "$first" | grep -c '^Usage: ')" = 1 ]; then
			echo "$first"
		else
			for second in $seconds; do
				echo "$first $second"
			done
		fi
	done
}

for lang in en nl; do
	expect 0 --lang="$lang" --help
	quiet
	narrow out
	head -n 24 out >top
	for option in -f -a -o -n -q -v -h -V; do
		has top " $option, --"
	done
	mv out help.$lang
	expect 0 --lang="$lang" --usage
	narrow out
done
head -n 1 help.en | grep -q '^Usage: ibp-scan ' || fail "no synopsis"
grep -q "never uses" help.en || fail "help does not speak of the network"

list_commands >commands
[ "$(wc -l <commands)" -ge 20 ] || fail "few commands: $(cat commands)"
tr '\n' ' ' <help.en | tr -s ' ' >flat
while read -r first second; do
	name=$first${second:+ $second}
	# Words of a command line.
	# shellcheck disable=SC2086
	expect 0 help $first $second
	narrow out
	says "ibp-scan $name"
	# shellcheck disable=SC2086
	expect 0 $first $second --help
	says "ibp-scan $name"
	has help.en "  $name"
	grep -q "^\.It Ic $name\>" "$top_srcdir/man/ibp-scan.1" ||
		fail "$name is not in the manual page"
done <commands

# The first of two words helps with all that can follow it.
for words in "help evidence" "evidence --help"; do
	# shellcheck disable=SC2086
	expect 0 $words
	says "Usage: ibp-scan evidence add CODE"
	says "Usage: ibp-scan evidence list"
	says "Usage: ibp-scan evidence rm ID"
	narrow out
done
expect 2 evidence
expect 2 help evidence nothing
expect 3 nothing.ibp
tells "There is no data file nothing.ibp."

sed -n 's/.*--\([a-z-]*\).*/\1/p' help.en | grep . | sort -u >options
[ "$(wc -l <options)" -ge 20 ] || fail "few options: $(cat options)"
while read -r option; do
	grep -q "Fl Fl $option\>" "$top_srcdir/man/ibp-scan.1" ||
		fail "--$option is not in the manual page"
done <options
while read -r first second; do
	# shellcheck disable=SC2086
	scan --completion=words -- $first $second -
done <commands | sed -n 's/^--\([a-z-]*\).*/\1/p' | sort -u >completed
same options completed

finish
