#!/bin/sh
# Texts that want to be more than text are refused, or are harmless wherever
# they come out.
. "$top_srcdir/tests/cli/lib.sh"
new_board
esc=$(printf '\033')
bell=$(printf '\007')
rlo=$(printf '\342\200\256')
long=$(head -c 25000 /dev/zero | tr '\0' a)
keep school.ibp

harmless()
{
	! grep -q "$esc\|$bell\|$rlo" out err || fail "$ran: lets a sign through"
}

for text in "${esc}[31mred" "a${bell}b" "a${rlo}b" "$(printf 'a\377b')"; do
	expect 2 set GO.01 owner="$text"
	harmless
	expect 2 evidence add GO.01 title="$text"
	expect 2 school add "$text"
	harmless
	expect 2 filter save "$text" score=3
	expect 2 assessment new "$text"
	expect 2 list --filter "owner=\"$text\" and x"
	harmless
	expect 2 list --sort "$text"
	harmless
	expect 3 show "$text"
	harmless
	expect 2 "$text"
	harmless
	expect 2 set GO.01 "$text=3"
	expect 3 -f "$text" list
	harmless
	expect 3 -a "$text" list
	harmless
done
expect 2 set GO.01 note="$long"
tells "too long"
expect 2 set GO.01 owner="$(printf '%s' "$long" | cut -c 1-300)"
expect 3 show "$long"
expect 2 list --filter "owner=$long"
tells "too long"
is_kept school.ibp

# Formulas, paths, quotes and other alphabets stay what they are.
# Nothing of this is to be expanded.
# shellcheck disable=SC2016
for text in '=cmd|calc' '../../etc/passwd' "Robert'); DROP TABLE answer;--" \
	'"quoted" \ back' '日本語のテスト' 'e漢́' '<b>&amp;</b>' '%s%n%d' \
	'| cell | `code` |' '$(rm -rf x) `id`'; do
	expect 0 set GO.01 owner="$text" note="$text"
	expect 0 show GO.01 --json
	[ "$(json owner)" = "$(json note)" ] || fail "$text: not the same"
	expect 0 show GO.01
	expect 0 list --filter 'owner!=""'
done
scan -q set GO.01 owner='=cmd|calc' note="$(printf 'one\ntwo\tthree')"
expect 0 list --format=csv --filter 'owner!=""'
says "'=cmd|calc"
expect 0 list --plain --filter 'owner!=""'
[ "$(wc -l <out)" = 1 ] || fail "a newline makes a second line"
[ "$(tr -cd '\t' <out | wc -c)" = 15 ] || fail "a tab makes a second cell"
# Decomposed letters are stored as one.
scan -q set GO.01 owner="$(printf 'Rene\314\201')"
expect 0 show GO.01 --json
json_is owner "René"
finish
