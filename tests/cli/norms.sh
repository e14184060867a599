#!/bin/sh
# norms: the framework without a board, one norm, and files to check.
. "$top_srcdir/tests/cli/lib.sh"

expect 0 norms --json
json_is schema ibp-tools/norms/1
json_is framework ibp-fo
json_is version 2024-06
json_is language en
json_is norms/# 94
json_is norms/0/code GO.01
json_is norms/0/code_status official
json_is norms/0/part security
json_is norms/0/title "Information security strategy"
json_is norms/0/title_status official
json_is norms/0/levels/# 5
json_is norms/0/levels/3/? string
json_is norms/0/levels_source/? array
json_is norms/0/steps/? array
json_is norms/0/evidence/0/? string
json_is norms/0/related/0 GO.02
json_is norms/0/references/0/scheme/? string
expect 0 --lang=nl norms --json
json_is language nl
json_is norms/0/title "Strategie informatiebeveiliging"
expect 0 norms
says "~ A working title"
says "? The code is not official"

count()
{
	grep -c "\"$1\": \"$2\"" out
}
expect 0 norms --json
[ "$(count title_status official)" = 29 ] || fail "not 29 official titles"
[ "$(count title_status reported)" = 10 ] || fail "not 10 reported titles"
[ "$(count title_status working)" = 55 ] || fail "not 55 working titles"

expect 0 norms GO.04 --json
json_is norms/# 1
json_is norms/0/title_status working
expect 0 norms GO.04
says "Level 3:"
says "~ A working title"
expect 3 norms GO.4
tells 'Did you mean "GO.04"?'
expect 2 norms GO.01 GO.02

# An edition with one level of its own says what it says in general.
expect 0 norms version=2023-04 --json
json_is norms/# 69
json_is norms/0/levels/1 null
json_is norms/0/levels/3/? string
expect 0 norms GO.01 version=2023-04
says "In general, for every norm"
expect 3 norms version=1999-01

# A board keeps to its own edition.
scan -q init board=X sector=po version=2023-04
expect 0 norms --json
json_is version 2023-04
expect 0 show GO.01
says "In general, for every norm"

norms=$IBP_DATADIR/norms/ibp-fo
expect 0 norms --check "$norms/2024-06.yaml" "$norms/2023-04_2024-06.yaml"
tells "has no faults"
expect 2 norms --check
tells "after --check"
sed 's/^title: .*/titel: fout/' "$norms/2023-04.yaml" >broken.yaml
expect 3 norms --check broken.yaml
tells "broken.yaml:"
tells "titel"
expect 3 norms --check gone.yaml
expect 3 --data=/nowhere norms
tells "/nowhere"
expect 3 --data=/nowhere status
finish
