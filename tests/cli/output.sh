#!/bin/sh
# Where results go, and what happens when they cannot (P5 to P9).
. "$top_srcdir/tests/cli/lib.sh"
new_board
scan -q set GO.01 score=2

# P5: words, files, full disks.
expect 2 no-such-command
expect 2 list --no-such-option
expect 3 -f no-such-file.ibp list
if [ -c /dev/full ]; then
	for form in --json --plain --format=csv --format=md --no-pager; do
		scan list $form >/dev/full 2>err
		got=$?
		[ $got = 3 ] || fail "list $form on a full disk: status $got"
		[ "$(wc -l <err)" = 1 ] || fail "list $form: not one sentence"
	done
	scan --help >/dev/full 2>err && fail "help on a full disk"
	expect 3 list --json -o /dev/full
fi
expect 3 list --json -o none/out.json
[ ! -e none ] || fail "a folder was made"
mkdir folder
expect 3 list --json -o folder
if [ "$(id -u)" != 0 ]; then
	chmod 0 school.ibp
	scan list >out 2>err
	got=$?
	[ $got -ge 3 ] || fail "an unreadable file: status $got"
	chmod 600 school.ibp
	chmod 400 school.ibp
	expect 0 list
	expect 4 set GO.01 score=3
	chmod 600 school.ibp
	chmod 500 folder
	expect 3 list --json -o folder/out.json
	chmod 700 folder
fi
[ -z "$(ls folder)" ] || fail "something half written is left"

# P6: standard error is empty when all went well.
for command in list status gaps log norms check "evidence list"; do
	# shellcheck disable=SC2086
	expect 0 $command --json
	quiet
done

# P7: a prompt that may not come names what answers it.
expect 2 --no-input init sector=po -f new.ibp
tells "board=NAME"

# P8: a reader that has seen enough.
for command in norms list "show GO.01" "norms --json" "list --json"; do
	# shellcheck disable=SC2086
	{ scan $command 2>err; echo $? >got; } | head -n 1 >out
	[ ! -s err ] || fail "$command, closed early: $(cat err)"
	case $(cat got) in
	0 | 141) ;;
	*) fail "$command, closed early: status $(cat got)" ;;
	esac
done
scan list >&- 2>err
[ $? = 3 ] || fail "a closed standard output is not noticed"
# The data file must not be opened in the place of a closed stream.
keep school.ibp
scan list >&- 2>&- <&- && fail "nothing is open, and that is not noticed"
is_kept school.ibp

# P9: - is standard output.
expect 0 list --json
cp out first
expect 0 list --json -o -
cmp -s first out || fail "-o - differs"
expect 0 list --json -o file.json
cmp -s first file.json || fail "-o FILE differs"
[ "$(stat -c %a file.json)" = 600 ] || fail "the file is for all to read"

# No colour where nobody looks, or where it is not wanted.
escape=$(printf '\033')
expect 0 status
! grep -q "$escape" out || fail "colour into a file"
CLICOLOR_FORCE=1 scan status >out
grep -q "$escape" out || fail "CLICOLOR_FORCE does nothing"
CLICOLOR_FORCE=1 NO_COLOR=1 scan status >out
! grep -q "$escape" out || fail "NO_COLOR does nothing"
CLICOLOR_FORCE=1 scan --no-color status >out
! grep -q "$escape" out || fail "--no-color does nothing"

# Width: as told, else 80.
expect 0 list
awk '{ if (length($0) > 84) exit 1 }' out || fail "wider than 80 columns"
COLUMNS=120 scan list >wide
cmp -s out wide && fail "COLUMNS does nothing"
finish
