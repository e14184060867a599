#!/bin/sh
# init makes one file, once, or nothing at all; what it needs it asks for on a
# terminal only.
. "$top_srcdir/tests/cli/lib.sh"

expect 0 init board="Stichting De Linde" sector=po students=4000 schools=12 \
	province=Utrecht
tells "school.ibp is made, with 94 norms to score."
[ "$(stat -c %a school.ibp)" = 600 ] || fail "the file is not private"
expect 0 status --json
json_is schema ibp-tools/status/1
json_is board "Stichting De Linde"
json_is assessment 2026
json_is framework ibp-fo
json_is version 2024-06
json_is norms 94
json_is open 94
json_is average null
json_is lowest null

keep school.ibp
expect 3 init board=Other sector=vo
tells "exists already"
is_kept school.ibp

expect 0 -f other.ibp init board=Other sector=vo version=2023-04
expect 0 -f other.ibp status --json
json_is norms 69
json_is version 2023-04
expect 0 other.ibp list --json
json_is norms/# 69

IBP_FILE=third.ibp
export IBP_FILE
expect 0 init board=Third sector=so
[ -f third.ibp ] || fail "IBP_FILE is not used"
unset IBP_FILE

expect 2 -f new.ibp init sector=po --no-input
tells "board=NAME"
expect 2 -f new.ibp init board=X --no-input
tells "sector=po"
expect 2 -f new.ibp init board=X sector=wo
tells "po, vo, so, po+vo"
expect 2 -f new.ibp init board= sector=po
tells "cannot be left empty"
expect 2 -f new.ibp init board=X sector=po studens=3
tells 'Did you mean "students"?'
expect 2 -f new.ibp init board=X sector=po students=many
expect 2 -f new.ibp init board=X sector=po province=Utrech
tells '"utrecht"'
expect 2 -f new.ibp init board=X board=Y sector=po
tells "given twice"
expect 2 -f new.ibp init X board=Y sector=po
tells "one word too many"
expect 3 -f new.ibp init board=X sector=po version=1999-01
tells "2024-06"
expect 3 -f new.ibp init board=X sector=po framework=iso
expect 3 -f none/new.ibp init board=X sector=po
expect 0 -f new.ibp init board=X sector=po -n
tells "would make"
[ ! -e new.ibp ] || fail "new.ibp was made"
[ ! -e none ] || fail "a folder was made"

# Without a file there is a sentence that says how to make one.
rm school.ibp
expect 3 status
tells "ibp-scan init"
expect 3 -f gone.ibp status
tells "gone.ibp"
IBP_FILE=gone.ibp scan list 2>err && fail "a file that is gone is read"
grep -q "gone.ibp" err || fail "the file that is gone is not named"

# The last place where a board is looked for.
XDG_DATA_HOME=$work/share
export XDG_DATA_HOME
mkdir -p share/ibp-tools
mv third.ibp share/ibp-tools/school.ibp
expect 0 status --json
json_is board Third
finish
