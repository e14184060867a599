#!/bin/sh
# set: every field, one step, all or nothing.
. "$top_srcdir/tests/cli/lib.sh"
new_board

expect 0 set GO.01 score=2
tells "GO.01: Score 2. The next open norm is GO.02."
expect 0 set go.01 score=3 owner="ICT-coördinator" due=30-06-2027 target=4 \
	status=in-progress priority=high note="Eén
twee" reason="zo is het"
tells "GO.01:"
expect 0 show GO.01 --json
json_is score 3
json_is score/? integer
json_is target 4
json_is status in-progress
json_is priority high
json_is owner "ICT-coördinator"
json_is due 2027-06-30
json_is note "Eén
twee"
json_is reason "zo is het"

expect 0 set GO.01 due=+2w
expect 0 show GO.01 --json
json_is due 2026-12-07
expect 0 set GO.01 owner= due= note= status= priority= target=
expect 0 show GO.01 --json
for field in owner due note status priority; do
	json_is $field null
done
json_is target 3

expect 0 set GO.01 score=3
tells "Nothing changed"

# Several norms are one step.
expect 0 set GO.02 GO.03 PR.01 score=4 owner=bestuur
tells "3 norms: 6 changes"
expect 0 undo
expect 0 list --filter 'owner=bestuur' --json
json_is norms/# 0
expect 0 redo
expect 0 list --filter 'owner=bestuur' --json
json_is norms/# 3

# One that is wrong, and none is changed.
keep school.ibp
expect 3 set GO.02 GO.99 score=1
tells '"GO.99"'
is_kept school.ibp
expect 3 set GO.2 score=1
tells 'Did you mean "GO.02"?'
expect 3 set XYZZY score=1
tells "ibp-scan norms"
expect 2 set GO.02 score=6
tells '"6"'
expect 2 set GO.02 score=3 due=31-02-2027
expect 2 set GO.02 status=dnoe
tells 'Did you mean "done"?'
expect 2 set GO.02 scoer=3
tells 'Did you mean "score"?'
expect 2 set GO.02 look_again=yes
tells "There is no field"
expect 2 set GO.02 score:2=3
expect 2 set GO.02 norm=GO.03
expect 2 set GO.02
tells "score=3"
expect 2 set score=3
tells "Usage: ibp-scan set CODE..."
expect 2 set GO.02 score=3 score=4
tells "given twice"
is_kept school.ibp

# Not applicable is never without a reason.
expect 2 set GO.04 score=na
tells 'reason="..."'
expect 2 set GO.02 GO.04 score=na reason=
is_kept school.ibp
expect 0 set GO.04 score=na reason="Geen eigen ict"
expect 0 show GO.04 --json
json_is score na
json_is score/? string
expect 2 set GO.04 reason=
expect 0 set GO.04 reason="Andere reden"
# The reason goes when the norm is scored after all; another one stays.
expect 0 set GO.04 score=1
expect 0 show GO.04 --json
json_is reason null
expect 0 set GO.04 reason="Nog geen afspraken"
expect 0 set GO.04 score=2
expect 0 show GO.04 --json
json_is reason "Nog geen afspraken"
expect 0 set GO.04 score=none reason=
expect 0 show GO.04 --json
json_is score null

# Four eyes.
expect 2 set GO.05 assessor=2
expect 2 set GO.05 assessor=3 score=2
expect 2 set GO.05 assessor=2 owner=x
tells "assessor"
expect 0 set GO.05 score=2
expect 0 set GO.05 score=4 assessor=2 reason="streng"
expect 0 show GO.05 --json
json_is score 2
json_is scores/second/score 4
json_is scores/second/reason streng
expect 0 set GO.05 score=3 assessor=settled reason="afgesproken"
expect 0 show GO.05 --json
json_is score 3
json_is reason afgesproken
json_is scores/first/score 2
expect 0 set GO.05 score=1
tells "The settled score 3 is the one that counts."
expect 0 set GO.05 score=2
expect 2 set GO.05 score=na assessor=2 reason=

# A dry run shows the same change and writes nothing.
keep school.ibp
expect 0 set GO.02 score=5 due=2027-01-01 -n --json
json_is schema ibp-tools/changes/1
json_is changes/# 2
json_is changes/0/subject norm
json_is changes/0/key GO.02
json_is changes/0/field score
json_is changes/0/from 4
json_is changes/0/to 5
expect 0 set GO.02 score=5 --dry-run
says "Nothing was changed"
is_kept school.ibp

# Quiet is quiet.
expect 0 -q set GO.02 score=1
quiet
finish
