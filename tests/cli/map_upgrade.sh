#!/bin/sh
# fora-map upgrade: by identifier, never by name; nothing is lost; back again.
. "$top_srcdir/tests/cli/lib.sh"

# An empty board, and one for the end.
new_board
cp school.ibp leeg.ibp

# The commands of this test are those of fora-map, on two invented editions.
scan()
{
	"$top_builddir/fora-map" "$@"
}

for dir in old both; do
	mkdir -p $dir/fora-model/fora
	ln -s "$IBP_DATADIR/norms" $dir/norms
done
d1=id-d0000001-0000-4000-8000-000000000001
d2=id-d0000002-0000-4000-8000-000000000002
a=id-a0000001-0000-4000-8000-000000000001
b=id-b0000002-0000-4000-8000-000000000002
c=id-c0000003-0000-4000-8000-000000000003
e=id-e0000004-0000-4000-8000-000000000004
f=id-f0000005-0000-4000-8000-000000000005

# edition VERSION NAME-OF-A NAME-OF-B DOMAIN-OF-E [LAST-ELEMENT]
edition()
{
	cat <<END
schema: ibp-tools/fora/1
version: '$1'
expects_system_by: chain
domains:
- $d1
- $d2
elements:
- {id: $d1, type: domain, name: Onderwijs, status: current}
- {id: $d2, type: domain, name: Bedrijfsvoering, status: current}
- {id: $a, type: component, name: '$2', status: current}
- {id: $b, type: component, name: '$3', status: current}
- {id: $e, type: function, name: Roosteren, parent: $4, domain: $4, status: current, expects_system: true}
- {id: $f, type: function, name: Innen, parent: $d2, domain: $d2, status: current, expects_system: true}
$5
relations: []
END
}

dropped="- {id: $c, type: component, name: Telsysteem, status: current}"
edition 2024-01-01 Leersysteem Toetssysteem $d1 "$dropped" \
	>old/fora-model/fora/2024-01-01.yaml
cp old/fora-model/fora/2024-01-01.yaml both/fora-model/fora
# A takes over the name of B, B gets another, C is gone, E moves.
edition 2025-01-01 Toetssysteem Examensysteem $d2 \
	"- {id: id-aa000009-0000-4000-8000-000000000009, type: component, name: Telsysteem, status: current}" \
	>both/fora-model/fora/2025-01-01.yaml

export IBP_DATADIR="$PWD/old"
does -q app add Leer
does -q app add Toets
does -q app add Tel
does -q app add Rooster
does -q link Leer $a note="Een notitie"
does -q link Toets $b kind=partial
does -q link Tel $c
does -q link Rooster $e
does -q exclude $f reason="Doet de gemeente"
export IBP_DATADIR="$PWD/both"
for app in Leer Toets Tel Rooster; do
	does app show $app --json >before-$app || fail "show"
done
keep school.ibp

expect 0 upgrade --to=2025-01-01 -n --json
is_kept school.ibp
json_is from 2024-01-01
json_is to 2025-01-01
json_is same 3
json_is renamed 2
json_is moved 1
json_is dropped 1
json_is new 1
json_is places/# 4
json_is places/0/application Leer
json_is places/0/from Leersysteem
json_is places/0/to Toetssysteem
json_is places/1/application Toets
json_is places/1/from Toetssysteem
json_is places/1/to Examensysteem
json_is places/1/changes/0 renamed
json_is places/2/application Tel
json_is places/2/to null
json_is places/2/changes/0 dropped
json_is places/3/domain_from Onderwijs
json_is places/3/domain_to Bedrijfsvoering
json_is elements/# 4
expect 0 upgrade --to=2025-01-01 -n
says "Nothing was changed"

expect 2 upgrade
tells "--to"
expect 2 upgrade --to=2024-01-01
expect 3 upgrade --to=2030-01-01
tells "2025-01-01"
is_kept school.ibp

# It follows the identifier: the place on A stays on A, whatever its name.
expect 0 upgrade --to=2025-01-01
tells "4 places are marked to look at again"
[ "$(find . -maxdepth 1 -name 'school-2*.ibp' | wc -l)" = 1 ] || fail "no copy"
expect 0 app show Leer --json
json_is places/0/id $a
json_is places/0/name Toetssysteem
json_is places/0/note "Een notitie"
json_is places/0/look_again true
expect 0 app show Toets --json
json_is places/0/id $b
json_is places/0/name Examensysteem
json_is places/0/kind partial
# The dropped one stays, under its name; that another took it is no matter.
expect 0 app show Tel --json
json_is places/# 1
json_is places/0/id $c
json_is places/0/name Telsysteem
json_is places/0/in_model false
expect 0 app show Tel
says "no longer in FORA"
expect 0 coverage --json
json_is functions/0/excluded null
grep -q "Doet de gemeente" out || fail "the exclusion is lost"

# What was looked at loses its mark; the rest keeps it.
expect 3 confirm Leesplank
expect 2 confirm
expect 0 confirm Leer $c
expect 0 app show Leer --json
json_is places/0/look_again false
expect 0 app show Tel --json
json_is places/0/look_again false
expect 0 app show Toets --json
json_is places/0/look_again true
expect 0 confirm --all
expect 0 app show Toets --json
json_is places/0/look_again false

# Back over the confirmations and the upgrade, as it was to the byte.
does -q undo
does -q undo
expect 0 undo
for app in Leer Toets Tel Rooster; do
	does app show $app --json >after || fail "show"
	same before-$app after
done
expect 0 redo
expect 0 app show Leer --json
json_is places/0/name Toetssysteem

# A copy of before brings the old edition back too.
expect 0 restore --json
json_is restore/# 1
expect 0 restore "$(json restore/0/name)" --force
expect 0 app show Leer --json
json_is places/0/name Leersysteem

# The real pair: the component that took over another's name, and the one
# application function that was dropped.
real=$top_builddir/share/ibp-tools
mkdir -p real/fora-model/fora
cp "$real/fora-model/fora/2024-02-29.yaml" real/fora-model/fora
cp "$real"/fora-model/*.yaml real/fora-model
ln -s "$real/norms" real/norms
cp leeg.ibp school.ibp
export IBP_DATADIR="$PWD/real"
does -q app add Leer
does -q link Leer component:Onderwijsleeromgeving
does -q link Leer "application-function:Beheer gegevens taakbeleid / -vraag / -toebedeling"
export IBP_DATADIR="$real"
expect 0 upgrade --to=2025-02-28 -n --json
json_is places/# 2
json_is places/0/from Onderwijsleeromgeving
json_is places/0/to "Elektronische leeromgeving (ELO)"
json_is places/0/changes/0 renamed
json_is places/1/changes/0 dropped
json_is dropped 173
expect 0 upgrade --to=2025-02-28 -n
says "Onderwijsleeromgeving"

# Without a place there is nothing to carry over.
expect 2 -f leeg.ibp upgrade --to=2024-01-01
tells "Nothing is placed"
finish
