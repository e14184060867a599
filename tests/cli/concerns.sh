#!/bin/sh
# From a norm to the applications that it is about, and back.
. "$top_srcdir/tests/cli/lib.sh"

map()
{
	"$top_builddir/fora-map" -q "$@" || fail "fora-map $*"
}

new_board
# Without applications the norm says nothing about them.
expect 0 show SC.03
hides "Applications that"
expect 0 show SC.03 --json
! grep -q '"applications"' out || fail "applications of an empty register"

map app add Magister owner=ict personal_data=special country=NL hosting=saas \
	sso=entree users=900 confidentiality=high availability=high \
	integrity=medium contract_end=2027-01-31
map agreement set Magister status=signed ends=2026-12-31 dpia=central
map app add Prikbord personal_data=ordinary country=US sso=none
map app add Kaart personal_data=none owner=directie
map app add Oud status=out personal_data=special
map couple Magister Prikbord

expect 0 show SC.03 --json
for found in Magister:agreement-ending Magister:confidentiality-high \
	Prikbord:agreement-missing Prikbord:owner-missing; do
	tr -d '\n' <out | grep -q "\"application\": \"${found%:*}\",[^}]*\"code\": \"${found#*:}\"" ||
		fail "SC.03 does not have $found"
done
hides '"Oud"'
! tr -d '\n' <out | grep -q '"Kaart",[^}]*"agreement-missing"' ||
	fail "an agreement is asked where there are no personal data"
# OR.01 looks at the owner alone.
expect 0 show OR.01 --json
[ "$(grep -c '"fact"' out)" = "$(grep -c '"fact": "owner"' out)" ] ||
	fail "OR.01 says more than it looks at"
json_is applications/0/application Prikbord
json_is applications/0/attention true
expect 0 show OR.01
says "no owner (1): Prikbord"
# Transfers outside the EEA.
expect 0 show SW.03
says "personal data outside the European Economic Area (1): Prikbord"
expect 0 show DM.05
says "a coupling of which the data are not named (2): Magister, Prikbord"

# Back: the norms below target, with why; no others.
does -q set OR.01 score=1
does -q set SC.03 score=2
does -q set SW.03 score=3
expect 0 show OR.01
"$top_builddir/fora-map" app show Prikbord --json >out || fail "app show"
json_is norms/# 2
json_is norms/0/code OR.01
json_is norms/0/because/0 owner-missing
json_is norms/0/score 1
json_is norms/0/target 3
json_is norms/1/code SC.03
"$top_builddir/fora-map" app show Kaart --json >out || fail "app show"
json_is norms/# 1
json_is norms/0/code SC.03
"$top_builddir/fora-map" app show Oud --json >out || fail "app show"
json_is norms/# 0
# A locked assessment still says how things stand.
does -q assessment lock 2026
"$top_builddir/fora-map" app show Prikbord --json >out || fail "locked"
json_is norms/# 2
finish
