#!/bin/sh
# fora-map: the register of applications, and where they are placed.
. "$top_srcdir/tests/cli/lib.sh"
new_board
does -q school add "De Waterlelie"
does -q school add "Het Kompas"

# The commands of this test are those of fora-map.
scan()
{
	"$top_builddir/fora-map" "$@"
}

expect 0 app list
says "Add one with"
expect 0 app add ParnasSys supplier=Topicus status=in-use \
	personal_data=special country=nl users=310 contract_end=31-07-2027
tells "Application 1 added: ParnasSys."
expect 0 app add "Rekentuin é" owner="ict-coördinator"
expect 0 app list --json
json_is schema ibp-tools/app-list/1
json_is apps/# 2
json_is apps/0/name ParnasSys
json_is apps/0/country NL
json_is apps/0/users 310
json_is apps/0/contract_end 2027-07-31
json_is apps/1/supplier null

# By number, by name in any capitals, without accents; a near miss is named.
expect 0 app show 1 --json
json_is name ParnasSys
expect 0 app set parnassys cost=28500
expect 0 app set "rekentuin e" status=planned in_use_from=2027-01-01
expect 3 app show Parnasys
tells 'Did you mean "ParnasSys"?'
expect 3 app set 99 cost=1
expect 2 app add PARNASSYS
tells "already, number 1"
expect 2 app add
expect 2 app set 1
tells "no field is given"
expect 2 app set 1 colour=red
expect 2 app set 1 suplier=x
tells 'Did you mean "supplier"?'
keep school.ibp
for wrong in status=gone country=nld users=-1 users=1.5 cost=veel \
	contract_end=2027-02-30 sso=google availability=4 personal_data=yes \
	kind=app hosting=cloud; do
	expect 2 app set 1 "$wrong"
	is_kept school.ibp
done
expect 0 -n app set 1 cost=1
is_kept school.ibp

expect 0 app list --filter 'personal_data=special' --json
json_is apps/# 1
expect 2 app list --filter 'colour=red'

# Agreements.
expect 0 agreement set ParnasSys status=signed model_version=4.0 scope=board \
	signed=2024-03-12 ends=2027-07-31 dpia=central
expect 0 app show ParnasSys --json
json_is agreement signed
json_is dpia central
expect 2 agreement set ParnasSys status=maybe
expect 3 agreement set Magister status=none

# Schools: none named is all; the last one cannot go.
expect 0 use ParnasSys "de waterlelie"
expect 0 app show ParnasSys
says "De Waterlelie"
hides "Het Kompas"
expect 3 use ParnasSys "De Waterlely"
tells 'Did you mean "De Waterlelie"?'
expect 2 unuse ParnasSys "De Waterlelie"
tells "Then no school would use ParnasSys"
expect 0 use ParnasSys
expect 0 unuse ParnasSys "Het Kompas"
expect 0 app show ParnasSys --json
json_is schools/# 1

# Places, by any spelling of an id and by type:name, kept by the id.
las="component:Leerlingadministratiesysteem (LAS)"
expect 0 link ParnasSys "$las"
tells "Placed: ParnasSys on Leerlingadministratiesysteem (LAS)."
expect 0 link ParnasSys "component:Leerlingvolgsysteem (LVS)" kind=partial \
	note="alleen toetsen"
expect 0 app show ParnasSys --json
json_is places/# 2
expect 3 link ParnasSys "component:Leerlingadministratie"
expect 2 link ParnasSys "$las" kind=half
expect 3 link ParnasSys "information-object:Absentie"
expect 0 unlink ParnasSys "component:Leerlingvolgsysteem (LVS)"
expect 3 unlink ParnasSys "component:Leerlingvolgsysteem (LVS)"
tells "is not placed on"

# Couplings.
expect 0 couple ParnasSys "Rekentuin é" data="leerlingen en groepen" \
	direction=to via=Basispoort standard=UWLR
expect 0 app show "Rekentuin é"
says "leerlingen en groepen"
expect 2 couple ParnasSys ParnasSys
tells "not coupled with itself"
expect 3 couple ParnasSys Magister
expect 0 uncouple ParnasSys "Rekentuin é"
expect 3 uncouple ParnasSys "Rekentuin é"

# Not for us, with a reason.
expect 2 exclude "function:Betaling"
tells "reason="
expect 0 exclude "function:Betaling" reason="doet het administratiekantoor"
expect 0 coverage --json
says "doet het administratiekantoor"
expect 0 include "function:Betaling"
expect 0 coverage --json
hides "doet het administratiekantoor"

# Removing takes everything along, and one undo brings all of it back.
expect 0 app show ParnasSys --json
cp out before
expect 0 app rm ParnasSys
expect 0 app list --json
json_is apps/# 1
expect 0 undo
expect 0 app show ParnasSys --json
same out before
expect 0 redo
expect 3 app show ParnasSys
expect 0 undo
expect 0 log
says "ParnasSys"

# Names that could do harm stand there as they are.
expect 2 app add Kwaad note="$(printf 'a\033[31mb')"
expect 0 app add '=cmd|calc'
expect 0 app list --format=csv
says "'=cmd|calc"

# Without a data file: what makes one.
rm -f school.ibp
expect 3 app list
tells "ibp-scan init"
finish
