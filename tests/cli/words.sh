#!/bin/sh
# Options and commands in any order; what is mistyped gets a suggestion and
# status 2.
. "$top_srcdir/tests/cli/lib.sh"
new_board
scan -q set GO.01 score=2

expect 0 --json list
cp out first
expect 0 list --json
cmp -s out first || fail "the order of words matters"
expect 0 school.ibp list --json
cmp -s out first || fail "a file as first word is not taken"
expect 0 --file=school.ibp --json --assessment=2026 list
cmp -s out first || fail "-f and -a change what is listed"
expect 0 -- list
expect 2 -- list --json
tells "one word too many"

expect 2 lst
tells "Did you mean \`list\`?"
expect 2 evidence ad GO.01
expect 2 list --filtre x
tells "Did you mean \`--filter\`?"
expect 2 list --strict
tells "does not go with"
expect 2 -z list
expect 2 xyzzy
tells "ibp-scan --help"
expect 2
tells "ibp-scan"
[ ! -s out ] || fail "help without a command is on standard output"
expect 2 --lang=fr list

# Two schools of one name cannot be told apart.
expect 0 school add "De Eik"
expect 2 school add "de EIK"
tells 'There is a school "De Eik" already.'
expect 3 school rm "De Eek"
tells 'Did you mean "De Eik"?'

for words in init status list show set gaps "evidence add" "evidence list" \
	"evidence rm" log undo redo check norms "filter save" "filter list" \
	"filter rm" "school add" "school list" "school rm" "assessment list" \
	"assessment new" confirm restore demo; do
	# shellcheck disable=SC2086
	expect 0 $words --help
	says "ibp-scan $words"
	quiet
	awk '{ if (length($0) > 80) exit 1 }' out ||
		fail "help of $words is wider than 80 columns"
	# shellcheck disable=SC2086
	expect 0 help $words
	says "Usage:"
done
expect 0 --help
says "ibp-scan init"
expect 0 --help nonsense
expect 0 --version
says "ibp-scan"
says "ibp-fo 2024-06"
says "IBP_NOW"
expect 0 --usage
finish
