#!/bin/sh
# fora-map model: the editions, their elements, and a model from outside.
. "$top_srcdir/tests/cli/lib.sh"

scan()
{
	"$top_builddir/fora-map" "$@"
}

expect 0 model versions --json
json_is schema ibp-tools/model-versions/1
json_is versions/# 2
json_is versions/0/version 2024-02-29
json_is versions/1/newest true

expect 0 model list --json
json_is schema ibp-tools/model-list/1
json_is version 2025-02-28
json_is elements/# 2097
expect 0 model list version=2024-02-29 --json
json_is elements/# 2170
expect 0 model list --type=component --json
json_is elements/# 96
json_is elements/0/type component
json_is elements/0/status current
expect 0 model list --type=function --json \
	--filter 'status=current and expects_system=false'
json_is elements/# 23
json_is elements/0/expects_system false
expect 0 model list --filter 'domain="leerlingbegeleiding en –zorg"' --plain
[ "$(grep -c '^id-' out)" -gt 100 ] || fail "few elements in a domain"
expect 0 model list --filter 'confidentiality=high and personal_data=true' \
	--json
json_is elements/0/confidentiality high
expect 0 model list --filter 'name=nothing'
says "No element matches."
expect 2 model list --type=compnent
tells 'Did you mean "component"?'
expect 2 model list --type=qqqqqqqqqqqq
expect 2 model list --filter 'colour=red'
expect 2 model list --filter 'type=compnent'
expect 2 model list word
expect 3 model list version=2020-01-01
tells "2024-02-29, 2025-02-28"
expect 3 --data=/nowhere model list
tells "--data"

# One element, by every spelling of its id, by type and name, by name.
for word in id-68f511085eee4f13a8ced4802bb6f159 \
	id-68f51108-5eee-4f13a-8ced-4802bb6f159 \
	68F51108-5EEE-4F13-A8CE-D4802BB6F159 \
	domain:Onderwijsondersteuning domain:onderwijsondersteuning; do
	expect 0 model show "$word" --json
	json_is schema ibp-tools/model-show/1
	json_is id id-68f511085eee4f13a8ced4802bb6f159
	json_is name Onderwijsondersteuning
done
expect 0 model show component:Toetssysteem --json
json_is description/? string
json_is path/0 DLO
json_is expects_system null
json_is outgoing/0/relation assignment
json_is outgoing/0/type application-function
json_is products/0/basis seen
json_is wiki "https://fora.wikixl.nl/index.php/FORA/$(json id)"
expect 0 --lang=nl model show component:Toetssysteem
says "Referentiecomponent"
says "voert uit"
expect 0 model show component:Toetssysteem
says "Part of"
says "our proposal, not Kennisnet's"
expect 3 model show component:Toetssysteeem
tells 'Did you mean "component:Toetssysteem"?'
expect 3 model show LAS
tells 'Did you mean "component:Leerlingadministratiesysteem (LAS)"?'
expect 3 model show Inschrijving
tells "is the name of"
expect 2 model show
expect 2 model show a b

# Both forms of an invented model become the same file, and only once.
sh "$top_srcdir/tests/fora/make.sh" tree made.xml || fail "no model"
expect 0 model import tree version=2026-01-01 commit=abc -o tree.yaml
says "71"
says "Left out: an end is no element"
says id-0123456789abcdef0123456789abcdef
tells "fora-map model check tree.yaml"
expect 0 -q model import made.xml version=2026-01-01 commit=abc -o made.yaml
[ ! -s out ] || fail "-q says something"
same tree.yaml made.yaml
same tree.yaml "$top_srcdir/tests/fora/made.yaml"
keep made.yaml
expect 3 model import made.xml version=2026-01-02 -o made.yaml
is_kept made.yaml
expect 0 --force model import made.xml version=2026-01-01 commit=abc \
	-o made.yaml
is_kept made.yaml
expect 0 model import made.xml version=2026-01-01 commit=abc -o -
same out made.yaml
expect 0 -n model import tree version=2026-01-01 --json -o none.yaml
json_is schema ibp-tools/model-import/1
json_is elements 57
json_is dropped/# 2
json_is set_aside 3
[ ! -e none.yaml ] || fail "a dry run wrote a file"
expect 0 model import tree version=2026-01-01 --texts -o texts.yaml
has texts.yaml "Houdt de oogst bij."
hasnt tree.yaml "Houdt de oogst bij."
expect 0 model check texts.yaml
tells "57 elements and 71 relations"

expect 2 model import tree -o x.yaml
tells version=
expect 2 model import tree version=../x -o x.yaml
expect 2 model import tree version=1 commit="$(seq 99 | tr -d '\n')" -o x.yaml
tells Commit
expect 2 model import tree version=1
tells "-o"
expect 3 model import absent version=1 -o x.yaml
echo '<!DOCTYPE a [<!ENTITY b "c">]><model>&b;</model>' >bomb.xml
expect 3 model import bomb.xml version=1 -o x.yaml
tells "bomb.xml:1"
[ ! -e x.yaml ] || fail "a refused import left a file"
expect 3 model import made.xml version=1 -o absent/x.yaml

sed 's/status: current/status: curent/' tree.yaml >bad.yaml
expect 3 model check bad.yaml
tells 'bad.yaml:'
tells 'Did you mean "current"?'
expect 3 model check absent.yaml
expect 2 model check

# A model of one's own stands beside those that came along.
mkdir -p own/fora-model/fora && cp made.yaml own/fora-model/fora/2026-01-01.yaml
expect 0 --data=own model list --json
json_is version 2026-01-01
json_is elements/# 57
cp made.yaml own/fora-model/fora/2027-01-01.yaml
expect 3 --data=own model list
tells "Make the two equal"

expect 2
tells "Usage: fora-map"
expect 0 --version
says "fora 2024-02-29 fora 2025-02-28"
expect 0 --completion=words -- model ''
says import
finish
