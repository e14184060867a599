#!/bin/sh
# fora-map import and export: what was written is read as the same, lists as
# schools have them are understood, and what cannot be used is told with its
# place and changes nothing.
. "$top_srcdir/tests/cli/lib.sh"

example=$top_builddir/share/ibp-tools/examples/voorbeeld.ibp

map()
{
	"$top_builddir/fora-map" "$@"
}

# The commands of this test are those of fora-map.
board() # NAME: a board with three schools in school.ibp
{
	rm -f school.ibp school-*.ibp
	for words in "init board='$1' sector=po+vo" \
		'school add "De Linde" brin=99AA' \
		'school add "Het Kompas" brin=99AB' \
		"school add \"'t Palet, noord\""; do
		eval "\"$top_builddir/ibp-scan\" -q $words" || fail "$words"
	done
}

scan()
{
	map "$@"
}

command -v prlimit >/dev/null || {
	lacks prlimit
	finish
}

# ---- There and back ------------------------------------------------------

if [ -f "$example" ]; then
	cp "$example" example.ibp
	chmod 600 example.ibp
	expect 0 -q -f example.ibp export -o all.json
	[ "$(stat -c %a all.json)" = 600 ] || fail "all.json can be read"
	expect 3 -f example.ibp export -o all.json
	tells "exists already"
	rm -f school.ibp
	"$top_builddir/ibp-scan" -q init board="Stichting De Waterlelie" \
		sector=po || fail "init"
	expect 0 -q import all.json --force
	expect 0 -q export -o again.json
	same all.json again.json
	# A second time nothing changes, and one step takes it all back.
	expect 0 import all.json --force
	tells "0 changes"
	expect 0 undo
	expect 0 export --format=json
	json_is applications/# 0
	json_is schools/# 0
	json_is model null

	# The table holds the applications alone; the schools must be there.
	expect 0 -q -f example.ibp export -o all.csv
	expect 3 import all.csv --force
	tells 'all.csv:2:29: There is no school "De Waterlelie"'
	expect 0 redo
	expect 0 import all.csv --force
	tells "0 changes"
	expect 0 export --format=csv
	same all.csv out
else
	lacks "the example board"
fi

# ---- Lists as schools have them ------------------------------------------

board "Stichting De Linde"
expect 0 -q app add Magister supplier=Iddink status=in-use
expect 0 -q link Magister \
	"component:Leerlingadministratiesysteem (LAS)" note="Eerste plaats"
cat >list.csv <<'END'
Applicatie;Leverancier;Verwerkersovereenkomst;Persoonsgegevens;School;Referentiecomponent;Kosten per jaar;Land van opslag;Eenmalig inloggen;Beheerd sinds
magister;Iddink;Ja;Bijzondere;De Linde, 't Palet, noord;Leerlingadministratiesysteem (LAS);€ 41.000,00;Nederland;Entree;2011
Snappet;;in aanvraag;ja;de linde;;1.250;NL;nee;
;;;;;;;;;
Snappet;;In aanvraag;;99ab;Toetssysteem;;;;2020
Café-rooster;;n.v.t.;nee;;;;;;
Gynzy;;;;;;;;;
END
iconv -f UTF-8 -t WINDOWS-1252 list.csv >list.1252
tr ';' '\t' <list.csv | sed 's/, noord//' >list.tab
keep school.ibp
expect 0 import -n list.1252 --json
is_kept school.ibp
tells "Windows-1252"
tells "not used: Beheerd sinds"
json_is read 4
json_is new 3
json_is hints/0/line 5
json_is hints/0/message "Snappet is there already, on line 3: the two rows are taken together."

expect 2 import list.1252 --no-input
is_kept school.ibp
expect 0 import list.1252 --force --save-columns=map.yaml
tells "1 new application is a known product"
has map.yaml 'column: "Applicatie", field: name'
has map.yaml 'column: "Beheerd sinds", field: ignore'
ls school-*.ibp >/dev/null 2>&1 || fail "no copy was kept"
expect 0 export --format=json
json_is applications/# 4
json_is applications/0/name Magister
json_is applications/0/cost 41000
json_is applications/0/agreement signed
json_is applications/0/personal_data special
json_is applications/0/country NL
json_is applications/0/sso entree
json_is applications/0/schools/0 "De Linde"
json_is applications/0/schools/1 "'t Palet, noord"
json_is applications/0/placements/0/note "Eerste plaats"
json_is applications/1/name Snappet
json_is applications/1/cost 1250
json_is applications/1/agreement requested
json_is applications/1/sso none
json_is applications/1/schools/1 "Het Kompas"
json_is applications/1/placements/0/name Toetssysteem
json_is applications/2/name Café-rooster
json_is applications/2/agreement not-needed
json_is applications/2/personal_data none
json_is applications/2/schools/# 0
json_is applications/3/supplier Gynzy
expect 0 undo
expect 0 export --format=json
json_is applications/# 1
json_is applications/0/cost null
json_is applications/0/placements/0/note "Eerste plaats"

# A column of components says nothing about places of another kind.
expect 0 -q link Magister component:Toetssysteem kind=planned
printf 'name,main\nMagister,\n' >cleared.csv
expect 0 -q import cleared.csv --force
expect 0 export --format=json
json_is applications/0/placements/# 1
json_is applications/0/placements/0/kind planned

# The map of one list is for the next.
sed 's/Applicatie/Wat/' list.csv >other.csv
expect 3 import other.csv --force
tells "other.csv:1: No column with the names"
expect 3 import other.csv --columns=map.yaml --force
tells 'no column "Applicatie", which map.yaml names'
sed -i 's/"Applicatie"/"Wat"/' map.yaml
expect 0 -q import other.csv --columns=map.yaml --force

# A name that comes near one of the board is told.
printf 'name\nMagistre\n' >near.csv
expect 0 import -n near.csv --json
json_is hints/0/message "Magistre is new, and its name comes near Magister, which the board has."

# ---- What cannot be used -------------------------------------------------

board "Stichting De Linde"
expect 0 -q app add Magister
keep school.ibp

# refuse TEXT STATUS SAYS...: as FILE.csv
refuse()
{
	printf '%b' "$1" >bad.csv
	shift
	expect 3 import bad.csv --force
	is_kept school.ibp
	for said in "$@"; do
		tells "$said"
	done
}

refuse 'naam,leverancierr\nA,B\n' 'bad.csv:1:2: ' 'Did you mean "Leverancier"?'
refuse 'supplier\nB\n' 'bad.csv:1: ' 'No column with the names'
refuse 'name,name\nA,B\n' 'bad.csv:1:2: ' 'This column and column 1 are both'
refuse 'name,status\nA,weg\n,in-use\n' 'bad.csv:2:2: Status' 'bad.csv:3:1: '
refuse 'name,cost\nA,1250.50\n' 'bad.csv:2:2: Euros a year'
refuse 'name,contract_end\nA,31-02-2027\n' 'bad.csv:2:2: End of the contract'
refuse 'name,schools\nA,De Lynde\n' \
	'bad.csv:2:2: There is no school "De Lynde". Did you mean "De Linde"?'
refuse 'name,schools\nA,"De Linde; Nergens"\n' 'no school "Nergens"'
refuse 'name,main\nA,Toetssysteen\n' 'bad.csv:2:2: There is no element'
refuse 'name,main\nA,domain:Onderwijs\n' 'bad.csv:2:2: '
refuse 'name,main,planned\nA,Toetssysteem,component:Toetssysteem\n' \
	'bad.csv:2:3: A is on "Toetssysteem" twice'
refuse 'name,supplier\nA,B\na,C\n' \
	'bad.csv:3:2: a is there already, on line 2'
refuse 'name,supplier\nA\n' 'bad.csv:2'
refuse '' 'bad.csv'
refuse 'name\n\377\000\n' 'bad.csv'

# Not under a sanitizer, which sets aside more than any limit.
limits=--as=1000000000
prlimit $limits "$top_builddir/fora-map" --version >out 2>&1 ||
	limits=--cpu=60

bounded() # WORD...
{
	# shellcheck disable=SC2086
	timeout 60 prlimit $limits "$top_builddir/fora-map" "$@" \
		>out 2>err </dev/null
}

# More errors than a person reads are counted, in little time and memory.
awk 'BEGIN { print "name,status,cost,contract_end,main,schools"
	for (i = 1; i < 100000; i++)
		print "A" i ",gone,much,never,nothing" i ",nobody" i }' >many.csv
bounded import many.csv --force
[ $? = 3 ] || fail "many.csv: not refused in time"
tells "many.csv:2:2: Status"
[ "$(wc -l <err)" -le 25 ] || fail "many.csv: everything is told"
is_kept school.ibp
awk 'BEGIN { print "name,main,schools"
	for (i = 1; i < 10000; i++)
		print "A" i ",nothing" i ",nobody" i }' >many.csv
bounded import many.csv --force
[ $? = 3 ] || fail "many.csv: unknown names are not refused in time"
[ "$(wc -l <err)" -le 25 ] || fail "many.csv: every name is told"
is_kept school.ibp
awk 'BEGIN { print "name"; for (i = 0; i < 10001; i++) print "A" i }' >many.csv
expect 3 import many.csv --force
tells "more than 10000 applications"

# refuse_json LISTS SAYS...
refuse_json()
{
	printf '{"schema":"ibp-tools/landscape-export/1","model":"2025-02-28",%s}' \
		"$1" >bad.json
	shift
	expect 3 import bad.json --force
	is_kept school.ibp
	for said in "$@"; do
		tells "$said"
	done
}

refuse_json '"applications":[{"name":"A","colour":"red"}]' \
	'bad.json: applications[1]: The key "colour" is not known.'
refuse_json '"applications":[{"name":"A"},{"name":"a"}]' \
	'applications[2]: a is there already, at applications[1].'
refuse_json '"applications":[{"supplier":"A"}]' '"name" is missing'
refuse_json '"applications":[{"name":"A","cost":1.5}]' \
	'"cost" is not a text, a whole number or null'
refuse_json '"applications":[{"name":"A","placements":[{"element":"id-x"}]}]' \
	'applications[1]: There is no element "id-x"'
refuse_json '"couplings":[{"from":"Magister","to":"Nergens"}]' \
	'couplings[1]: There is no application "Nergens"'
refuse_json '"couplings":[{"from":"Magister","to":"magister"}]' \
	'not coupled with itself'
refuse_json '"exclusions":[{"element":"id-x","reason":"nee"}]' 'exclusions[1]: '
refuse_json '"exclusions":[{"element":"component:Toetssysteem"}]' \
	'"reason" is missing'
refuse_json '"applications":{}' '"applications" is not a list'
refuse_json '"aplications":[]' 'Did you mean "applications"?'
printf '{"schema":"ibp-tools/export/1"}' >bad.json
expect 3 import bad.json --force
tells 'was not made by'
printf '{"schema":"ibp-tools/landscape-export/1","model":"1999-01-01"}' >bad.json
expect 3 import bad.json --force
is_kept school.ibp
expect 2 import bad.json other.json
expect 3 import nowhere.csv
expect 2 import near.csv --format=nothing -n

# ---- Export --------------------------------------------------------------

expect 2 export
tells "Say which form"
expect 2 export --format=visio
tells "no form \`visio\`"
expect 0 -q app set Magister owner="J. Jansen" note="Bel Jansen"
expect 0 export --format=json --anonymous
hides Jansen
expect 0 export --format=csv --anonymous
hides Jansen

finish
