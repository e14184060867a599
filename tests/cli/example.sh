#!/bin/sh
# The example board is sound and has something of everything.
. "$top_srcdir/tests/cli/lib.sh"
cp "$IBP_DATADIR/examples/voorbeeld.ibp" school.ibp
chmod 600 school.ibp

expect 0 check --json
! grep -q '"fault"' out || fail "the example has a fault"
expect 0 status --json
json_is board "Stichting De Waterlelie"
json_is assessment 2026
json_is norms 94
json_is scored 85
json_is not_applicable 4
json_is open 5
expect 0 status -a 2025 --json
json_is version 2024-06
json_is scored 85
expect 0 school list --json
json_is schools/# 8
expect 0 filter list --json
json_is filters/# 4
expect 0 evidence list --json
json_is evidence/# 34
for filter in "zonder eigenaar" "eerst dit" "dit kwartaal" "privacy onder doel"
do
	expect 0 list --filter "$filter" --json
	json_is norms/0/domain/? string
done
expect 0 log --json
json_is log/0/who voorbeeld

# Its landscape: some sixty applications, with things to see for each question.
scan()
{
	"$top_builddir/fora-map" "$@"
}
expect 0 app list --json
json_is apps/# 62
for filter in 'agreement=expired' 'status=planned' 'personal_data=special' \
	'school~Kompas'; do
	expect 0 app list --filter "$filter" --json
	json_is apps/0/name/? string
done
expect 0 coverage --json
[ "$(json covered)" -gt 100 ] || fail "the landscape covers too little"
[ "$(json gaps)" -gt 10 ] || fail "the landscape has no gaps"
json_is not_for_us 3
expect 0 overlaps --json
json_is overlaps/0/possible false
expect 0 agreements --json
[ "$(json agreements/#)" -gt 20 ] || fail "no agreement asks for attention"
scan()
{
	"$top_builddir/ibp-scan" "$@"
}

# The demo works on a copy that is gone afterwards; without a terminal it
# says where the board stands.
keep "$IBP_DATADIR/examples/voorbeeld.ibp"
mkdir tmp
TMPDIR=$work/tmp
export TMPDIR
rm school.ibp
expect 0 demo
says "Stichting De Waterlelie"
expect 0 demo --json
json_is scored 85
[ -z "$(ls tmp)" ] || fail "the demo leaves $(ls tmp)"
[ ! -e school.ibp ] || fail "the demo made a file"
is_kept "$IBP_DATADIR/examples/voorbeeld.ibp"
TMPDIR=$work/none
expect 3 demo
TMPDIR=$work/tmp
expect 3 --data=/nowhere demo
tells "/nowhere"
[ -z "$(ls tmp)" ] || fail "a demo that fails leaves $(ls tmp)"
expect 2 demo GO.01
cp "$IBP_DATADIR/examples/voorbeeld.ibp" school.ibp

# The same commands give the same bytes.
IBP_FILE=again.ibp LOGNAME=voorbeeld PATH="$top_builddir:$PATH" \
	sh -eu "$top_srcdir/examples/voorbeeld.txt" >out 2>err ||
	fail "the commands fail: $(tail -n 1 err)"
cmp school.ibp again.ibp || fail "other bytes"
finish
