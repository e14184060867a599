#!/bin/sh
# fora-map export --format=archimate: valid for Archi, FORA as its publisher
# has it, the same landscape and the same bytes when it is read again, and
# what is broken in such a file is told with its line.
. "$top_srcdir/tests/cli/lib.sh"

example=$top_builddir/share/ibp-tools/examples/voorbeeld.ibp
validate=${IBP_SHARED:-$top_srcdir/../shared}/schemas/validate-archimate

scan()
{
	"$top_builddir/fora-map" "$@"
}

# fresh NAME: an empty board with that name in school.ibp
fresh()
{
	rm -f school.ibp school-*.ibp
	"$top_builddir/ibp-scan" -q init board="$1" sector=po || fail "fresh"
}

valid()
{
	if [ ! -x "$validate" ] || ! command -v xmllint >/dev/null; then
		lacks "the schema of ArchiMate or xmllint"
		return
	fi
	"$validate" "$1" >validated 2>&1 || fail "$1: $(head -5 validated)"
}

# there_and_back FILE.ibp BOARD: through a fresh board, to the same bytes.
there_and_back()
{
	rm -f all.xml all.json
	expect 0 -q -f "$1" export -o all.xml
	expect 0 -q -f "$1" export -o all.json
	valid all.xml
	fresh "$2"
	expect 0 -q import all.xml --force
	expect 0 -q export --format=archimate
	same out all.xml
	expect 0 -q export --format=json
	same out all.json
	expect 0 import all.xml --force
	tells "0 changes"
}

if [ -f "$example" ]; then
	cp "$example" example.ibp
	chmod 600 example.ibp
	there_and_back example.ibp "Stichting De Waterlelie"
	[ "$(grep -c '<view ' all.xml)" = 7 ] || fail "not a view per domain"
	has all.xml '<name xml:lang="nl">Leerlingadministratiesysteem (LAS)</name>'
	has all.xml '<name>Gebruik status</name>'
	has all.xml '<value xml:lang="nl">Pakketversie</value>'
	# It is a model of FORA as well: other tools find all of it.
	expect 0 model import all.xml version=2025-02-28 -n --json
	json_is dropped/# 0
	rm -f anonymous.xml
	expect 0 -q -f example.ibp export -o anonymous.xml --anonymous
	hasnt anonymous.xml "privacy officer"
	# What was left out is not taken away where it is.
	expect 0 -f example.ibp import anonymous.xml --force
	tells "0 changes"
	rm -f anonymous.json
	expect 0 -q -f example.ibp export -o anonymous.json --anonymous
	expect 0 -f example.ibp import anonymous.json --force
	tells "0 changes"
else
	lacks "the example board"
fi

# ---- Odd names, and what an upgrade leaves behind ------------------------

fresh "<Odd> & \"co\""
"$top_builddir/ibp-scan" -q school add "'t <Palet>" || fail "school"
expect 0 -q app add 'A ]]> <b> & "x"' owner=Laag supplier='B & <C>' \
	sso=none availability=low note="een <regel>
en nog een" country=NL users=0
expect 0 -q app add Twee owner=none supplier='B & <C>' status=out
expect 0 -q app add Drie status=planned in_use_from=2027-01-01
expect 0 -q use 1 "'t <Palet>"
expect 0 -q link 1 component:Toetssysteem kind=partial note='  <x>'
expect 0 -q link 1 function:Archivering kind=planned
expect 0 -q couple Twee 1 data='a < b' direction=from via='c & d'
expect 0 -q couple 1 Twee direction=both standard=UWLR
expect 0 -q couple 1 Drie
expect 0 -q exclude function:Archivering reason='"nee" & <waarom>'
expect 0 -q agreement set 1 status=not-needed dpia=not-needed scope=school
cp school.ibp odd.ibp
there_and_back odd.ibp "<Odd> & \"co\""

# An order that another tool made, and lines in other places.
fresh "<Odd> & \"co\""
awk '/<element / && /IBP-volgnummer|propid-4"/ { kept = $0 "\n" kept; next }
	/<\/elements>/ { printf "%s", kept }
	{ print }' all.xml >turned.xml
cmp -s turned.xml all.xml && fail "nothing was turned around"
expect 0 -q import turned.xml --force
expect 0 -q export --format=json
same out all.json

# ---- What is broken ------------------------------------------------------

keep school.ibp
# refuse SED-SCRIPT SAYS...: all.xml, changed like that
refuse()
{
	sed "$1" all.xml >bad.xml
	cmp -s bad.xml all.xml && fail "$1 changes nothing"
	shift
	expect 3 import bad.xml --force
	is_kept school.ibp
	for said in "$@"; do
		tells "$said"
	done
}

app=$(sed -n 's/.*<element identifier="\([^"]*\)".*>Twee<.*/\1/p' all.xml)
line=$(grep -n ">Drie</name>" all.xml | cut -d: -f1)
[ -n "$app" ] || fail "no element of Twee"
refuse 's/<\/elements>/<\/element>/' 'bad.xml:'
refuse "$line s/identifier=\"[^\"]*\"/identifier=\"$app\"/" \
	"bad.xml:$line: The id \"$app\" is there already, on line"
refuse "s/target=\"$app\"/target=\"id-nowhere\"/" \
	'"id-nowhere" is referred to, and nothing has that id'
refuse 's/propertyDefinitionRef="propid-1"/propertyDefinitionRef="propid-x"/' \
	'"propid-x" is referred to'
refuse 's/elementRef="[^"]*"/elementRef="id-gone"/' '"id-gone" is referred to'
refuse 's/ibp-tools\/landscape\/1/other/' 'was not made by'
refuse "$line s/>Drie</>twee</" 'is there already, on line'
refuse "$line s/>Drie<\/name>/><\/name>/" "bad.xml:$line: Name"
refuse 's/In productie/Weg/; s/>2027-01-01</>2027-31-01</' 'is not a date'
refuse 's/>2025-02-28</>1999-01-01</' '1999-01-01'
refuse '2s/.*/<!DOCTYPE model [<!ENTITY a "aa"><!ENTITY b "\&a;\&a;">]>\n&/' \
	'bad.xml:2'
head -c 20000 all.xml >bad.xml
expect 3 import bad.xml --force
tells 'bad.xml:'
printf '<svg/>' >bad.xml
expect 3 import bad.xml --force
tells 'not an ArchiMate model'
is_kept school.ibp
finish
