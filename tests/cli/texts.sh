#!/bin/sh
# texts import: the publisher's own words beside the data file, shown instead
# of ours; a bad file changes nothing.
. "$top_srcdir/tests/cli/lib.sh"
new_board
kept=school.ibp.texts-2024-06.yaml

expect 0 show GO.04 --json
json_is title_status working
cat >own.csv <<'END'
Code;Titel;Niveau 3;Colour
GO.04;Officiële titel;"Eerste regel
tweede regel";red
go.05;Nog een titel;;
GO;Officieel domein;;
GO.01;;;
END

# -n shows and keeps nothing; Dutch headings in an English run.
expect 0 texts import own.csv -n
says "Officiële titel"
tells "Colour"
[ ! -e $kept ] || fail "-n writes"
expect 0 texts import own.csv source="Kennisnet, 2026"
tells "3 codes"
[ "$(stat -c %a $kept)" = 600 ] || fail "mode $(stat -c %a $kept)"

# Shown instead of ours: without its mark, in every language and export.
expect 0 show GO.04
says "Officiële titel"
hides "~"
says "Official, by import:"
says "Title; Level 3"
expect 0 show GO.04 --json
json_is title "Officiële titel"
json_is title_status official
json_is texts/imported/1 level_3
json_is texts/levels/3 "Eerste regel
tweede regel"
expect 0 list --filter 'title~"officiele titel"' --plain
says "GO.04"
expect 0 export --format=md
says "Officieel domein"
expect 0 export --format=csv
says "Officiële titel"
expect 0 check --json
! json check | grep -q '"GO.04"' || fail "the title is a working title still"
printf '%s\n' GO.04 q | scan --plain >out 2>err || fail "--plain"
says "Officiële titel"

# What is not replaced stays; a later import goes over it, text by text.
expect 0 norms GO.04 --json
json_is norms/0/title "Officiële titel"
cat >more.yaml <<'END'
schema: ibp-tools/texts/1
framework: ibp-fo
version: "2024-06"
norms:
  - code: GO.04
    title: 'Betere titel'
  - {code: OR.01, levels: {1: een, 5: "vijf\nregels"}}
END
scan texts import - <more.yaml 2>err || fail "import -: $(cat err)"
expect 0 texts import more.yaml
expect 0 texts list --json
json_is source "Kennisnet, 2026"
json_is texts/0/text "Betere titel"
json_is texts/1/field level_3
json_is texts/# 6

# The file that is kept is one that can be imported.
cp $kept copy.yaml
expect 0 texts import copy.yaml
same $kept copy.yaml

# Of another version: its own file.
printf 'code,title\nGO.04,x\n' >few.csv
expect 0 texts import few.csv version=2023-04 -n --json
json_is version 2023-04
sed 's/2024-06/2023-04/; /GO.04/,/Betere/d' more.yaml >old.yaml
expect 0 texts import old.yaml
[ -e school.ibp.texts-2023-04.yaml ] || fail "no texts of 2023-04"
same $kept copy.yaml

# A bad file is refused with its place, and nothing changes.
# bad PLACE TEXT: refused, with a place that begins with PLACE.
bad()
{
	printf '%b' "$2" >"$bad"
	expect 3 texts import "$bad"
	tells "$bad:$1"
	same $kept copy.yaml
}
bad=bad.csv
bad 2:1 'code,title\nGO.99,x\n'
bad 3:1 'code,title\nGO.04,x\nGO.04,y\n'
bad 3:1 'code,title\nGO.01,x\n,y\n'
bad 1 'code,owner\nGO.04,x\n'
bad 1 'title\nx\n'
bad 1:3 'code,title,titel\nGO.04,x,y\n'
bad 2:2 'code,title\nGO.04,a\001b\n'
bad 2:2 'code,title\nGO.04,"x\n'
bad 2:1 'code,title,why\nGO,x,y\n'
bad 1 ''
head='schema: ibp-tools/texts/1\nframework: ibp-fo\nversion: "2024-06"\n'
bad=bad.yaml
bad 5:11 "${head}norms:\n  - code: GO.99\n    title: x\n"
bad 5:11 "${head}norms:\n  - code: GO.04\n"
bad 6:5 "${head}norms:\n  - code: GO.04\n    titel: x\n"
bad 5:28 "${head}norms:\n  - {code: GO.04, levels: {6: x}}\n"
bad 2:12 'schema: ibp-tools/texts/1\nframework: x\nversion: "2024-06"\nnorms: []\n'
bad 4:8 "${head}norms: &a []\n"
printf 'x' >own.xlsx
expect 3 texts import own.xlsx
tells "CSV"
expect 3 texts import none.csv
expect 2 texts import
expect 2 texts import own.csv colour=red
expect 2 texts import own.csv more.yaml

# What was broken by hand is told of; ours are shown meanwhile.
echo 'x: y' >>$kept
expect 0 show GO.05
tells "$kept:"
hides "Nog een titel"
expect 0 -q show GO.05
expect 3 texts list
expect 3 texts import own.csv
cp copy.yaml $kept

expect 3 texts rm GO.02
expect 0 texts rm GO.04 -n
same $kept copy.yaml
expect 0 texts rm go.04
expect 0 show GO.04 --json
json_is title_status working
expect 0 texts rm
[ ! -e $kept ] || fail "the file is still there"
expect 0 texts rm
expect 0 texts list
says "no official texts"

# They are of the file that they lie beside, and never in a summary.
expect 0 texts import own.csv
cp school.ibp other.ibp
expect 0 -f other.ibp show GO.04 --json
json_is title_status working
expect 0 -f other.ibp norms version=2024-06 --json
hides "Officiële titel"
finish
