#!/bin/sh
# export --format=oscal: four documents that hang together, the same bytes at
# every export, and valid by the publisher's schemas where those are here.
. "$top_srcdir/tests/cli/lib.sh"

expect 0 init board="Stichting De Linde" sector=po
for code in GO.01 GO.02 GO.03; do
	scan -q set $code score=2 due=2027-06-30 status=planned \
		owner=bestuur priority=high note='Twee
regels.'
done
scan -q set GO.04 score=4
scan -q set GO.05 score=na reason="Geen eigen servers"
scan -q set OR.01 score=2 reason="+1"
scan -q set OR.01 score=4 assessor=2
scan -q set OR.01 score=3 reason="Samen bekeken" assessor=settled
scan -q set OR.02 score=1
scan -q evidence add GO.04 title="Beleid 2026" kind=document \
	ref="mijn map/beleid é.pdf" date=2026-01-01
scan -q evidence add GO.04 title="Gesprek" kind=interview

expect 0 export --format=oscal -o a
tells "a/poam.json is written"
[ "$(find a | sort | tr '\n' ' ')" = "a a/assessment-results.json \
a/catalog.json a/mapping.json a/poam.json " ] || fail "files: $(ls a)"
[ "$(stat -c %a a/poam.json)" = 600 ] || fail "mode"

# The same bytes on another day and from a copy; not over what is there.
IBP_NOW=2027-01-01T00:00:00Z scan -q export --format=oscal -o b ||
	fail "again"
diff -r a b >diff.out || fail "not the same: $(head -5 diff.out)"
cp school.ibp elders.ibp
expect 0 -f elders.ibp export --format=oscal -o c/d
diff -r a c/d >diff.out || fail "of a copy: $(head -5 diff.out)"
expect 3 export --format=oscal -o b
expect 0 export --format=oscal -o b --force

# Each identifier is of version 5 and made once; nothing is empty.
results=a/assessment-results.json
for file in a/*.json; do
	grep -o '"uuid": "[^"]*"' "$file" | sort >uuids
	! grep -qvE '"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"' uuids ||
		fail "$file: an identifier of another version"
	[ -z "$(uniq -d uuids)" ] || fail "$file: $(uniq -d uuids)"
	! grep -qE '\[\]|""|null' "$file" || fail "$file: something is empty"
	grep -q '"oscal-version": "1.2.1"' "$file" || fail "$file: version"
done

# path VALUE: of the results.
is()
{
	found=$(json "$1" $results)
	[ "$found" = "$2" ] || fail "$1 is $found, not $2"
}
result=assessment-results/results/0
is $result/findings/# 7
is $result/risks/# 4
is $result/observations/# 2
is assessment-results/local-definitions/objectives-and-methods/# 7
is $result/reviewed-controls/control-selections/0/include-controls/# 7
is $result/findings/0/props/0/value 2
is $result/findings/0/props/1/value 3
is $result/findings/0/target/status/state not-satisfied
is $result/findings/0/target/target-id go.01_obj
is $result/findings/0/target/implementation-status/state planned
is $result/findings/3/target/status/state satisfied
is $result/findings/4/target/status/state not-satisfied
is $result/findings/4/target/implementation-status/state not-applicable
is $result/findings/4/description "Geen eigen servers"
is $result/findings/5/props/0/value 3
is $result/findings/5/props/3/value 4
is $result/findings/5/description "Samen bekeken"
is $result/risks/0/deadline 2027-06-30T00:00:00Z
is $result/risks/0/status remediating
is $result/risks/3/status open
is $result/observations/0/methods/0 EXAMINE
is $result/observations/1/methods/0 INTERVIEW
is $result/observations/0/collected 2026-01-01T00:00:00Z
is assessment-results/back-matter/resources/1/rlinks/0/href \
	"mijn%20map/beleid%20%C3%A9.pdf"
for key in observation:observation-uuid risk:risk-uuid; do
	grep -o "\"${key#*:}\": \"[^\"]*\"" $results | cut -d'"' -f4 |
	while read -r uuid; do
		grep -q "\"uuid\": \"$uuid\"" $results || echo "$uuid"
	done >lost
	[ ! -s lost ] || fail "$key leads nowhere: $(cat lost)"
done
risk=$(json plan-of-action-and-milestones/poam-items/0/related-risks/0/risk-uuid a/poam.json)
[ "$risk" = "$(json $result/risks/0/uuid $results)" ] ||
	fail "the risk of the plan is another one"
[ "$(json plan-of-action-and-milestones/poam-items/# a/poam.json)" = 4 ] ||
	fail "poam-items"

# The catalog has every norm with its levels; the map every pair.
[ "$(grep -c '"class": "norm"' a/catalog.json)" = 94 ] || fail "norms"
[ "$(grep -c '"class": "maturity-level"' a/catalog.json)" = 470 ] ||
	fail "levels"
[ "$(grep -c '"relationship": "equivalent-to"' a/mapping.json)" = 69 ] ||
	fail "pairs"
[ "$(json mapping-collection/mappings/0/target-gap-summary/unmapped-controls/0/with-ids/# a/mapping.json)" = 25 ] ||
	fail "new norms"

# Nothing scored: no findings and no plan; one of before goes.
scan -q -f leeg.ibp init board=Leeg sector=po
cp -R a leeg
expect 0 -f leeg.ibp export --format=oscal -o leeg --force
tells "no poam.json"
[ ! -e leeg/poam.json ] || fail "the plan of before is still there"
grep -q include-all leeg/assessment-results.json || fail "include-all"

expect 2 export --format=oscal
tells "folder"
expect 2 export --format=oscal -o -
echo >file
expect 3 export --format=oscal -o file
expect 3 export --format=oscal -o file/x

check=${IBP_SHARED:-$top_srcdir/../shared}/schemas/validate-oscal
python=
for python in python3 /usr/bin/python3; do
	"$python" -c 'import jsonschema' 2>/dev/null && break
	python=
done
if [ ! -f "$check" ]; then
	lacks "the schemas of OSCAL"
elif [ -z "$python" ]; then
	lacks "jsonschema for python3"
else
	"$python" "$check" a/*.json leeg/*.json >out 2>&1 ||
		fail "not valid: $(cat out)"
	[ "$(grep -c ': valid' out)" = 7 ] || fail "validated: $(cat out)"
fi
finish
