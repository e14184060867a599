#!/bin/sh
# ibp-monitor on the side of a board: what a summary says in plain words, and
# what is no summary.
# shellcheck source=tests/cli/lib.sh
. "$top_srcdir/tests/cli/lib.sh"

# monitor STATUS WORD...
monitor()
{
	wanted=$1
	shift
	ran="ibp-monitor $*"
	"$top_builddir/ibp-monitor" "$@" >out 2>err </dev/null
	got=$?
	[ "$got" = "$wanted" ] || {
		fail "$ran: status $got, not $wanted"
		sed 's/^/	/' err
	}
}

hex=0123456789abcdef
cat >unknown.json <<END
{
  "schema": "ibp-tools/summary/1",
  "version": 1,
  "edition": "2027",
  "catalogue": "$hex$hex$hex$hex",
  "token_id": "$hex",
  "groups": [[2, 3, 2, 0, 0], [0, 0, 0, 0, 0]],
  "landscape": [2, 4, 1, 3, 2, 1],
  "mac": "$hex$hex$hex$hex"
}
END

# ---- show ----

COLUMNS=300
export COLUMNS
monitor 0 show unknown.json --lang=en
says "Group 1: 2 norms at level 1, 3 norms at level 2, 2 norms at level 3."
says "Group 2: sent empty."
says "Behind single sign-on: 41-60%."
says "No framework on this machine has this catalogue"
monitor 0 show unknown.json --json
json_is schema ibp-tools/show/1
json_is edition 2027
json_is groups/0/levels/1 3
json_is groups/0/average 2.00
json_is groups/1/average null
json_is landscape/1/range 61-80%
# What is shown, line by line, is the file.
n=0
while text=$(json "show/$n/text" 2>/dev/null); do
	printf '%s %s\n' "$(json "show/$n/line")" "$text"
	n=$((n + 1))
done | awk '
$1 != line && line { printf "\n" }
{ line = $1; sub(/^[0-9]+ /, ""); printf "%s", $0 }
END { printf "\n" }' >shown
same shown unknown.json
monitor 0 show --plain unknown.json
says "7	[2, 3, 2, 0, 0], "
sed 's/2027/2127/' unknown.json >wrong.json
monitor 3 show wrong.json --lang=en
tells "I1: wrong.json: not a valid summary (line 4: "
monitor 3 show nothing.json
monitor 2 show
monitor 2 show unknown.json unknown.json

# ---- check ----

monitor 0 check unknown.json --json
json_is check/0/code I2
json_is check/0/severity advice
monitor 1 check unknown.json wrong.json nothing.json --json
json_is check/1/code I1
json_is check/1/severity fault
json_is check/1/file wrong.json
json_is check/2/severity fault
monitor 2 check
head -c 70000 /dev/zero >large.json
monitor 1 check large.json --lang=en
says "64 KiB"

# ---- export ----

# All norms at a level of their own, and a code that is always the same.
# shellcheck disable=SC2046
new_scores()
{
	new_board
	scan norms --plain | grep -o '^[A-Z0-9]*[.][0-9]*' | head -n "${1:-94}" >codes
	does -q set $(cat codes) score=2
}

zeroes=00000-00000-00000-00000-00000-00
echo $zeroes >code
name=summary-2027-3173497950268fc2.json
export="export --edition=2027 --code=code"

new_scores
# shellcheck disable=SC2086
{
monitor 2 $export --for=Sectorraad -o sent
tells "Write this file?"
[ ! -e sent ] || fail "something was written without an answer"
monitor 0 $export --for=Sectorraad -o sent -n --lang=en
says "$name"
says "of 7 norms"
tells "Nothing was written."
[ ! -e sent ] || fail "something was written in a dry run"
monitor 0 $export --for=Sectorraad -o sent --force -q --lang=nl
[ "$(cat err)" = "Dit bestand is vertrouwelijk: zonder naam, maar met een \
herkenbaar profiel. Stuur het alleen beveiligd aan Sectorraad. Dat je meedoet \
is niet geheim, wat je scoort wel." ] || fail "E7: $(cat err)"
[ "$(ls sent)" = $name ] || fail "another name: $(ls sent)"
[ "$(stat -c '%a %Y' sent/$name)" = "600 $(date -d 2027-01-01T00:00:00Z +%s)" ] ||
	fail "mode or time: $(stat -c '%a %Y' sent/$name)"
monitor 0 check sent/$name
monitor 0 $export --for=Sectorraad -n --json
json_is schema ibp-tools/export/1
json_is file $name
json_is groups/0/group GO+OR
json_is groups/0/levels/1 7
json_is groups/12/norms 25
json_is landscape/# 0

# The code as people type it, from standard input.
for code in $zeroes "$(echo $zeroes | tr -d -)" "ooooo 0000o 00000 00000 00000 00"; do
	echo "$code" | "$top_builddir/ibp-monitor" export --edition=2027 \
		--for=Sectorraad --code=- --force -o again >out.txt 2>err ||
		fail "code $code: $(cat err)"
	same sent/$name again/$name
done

# E6: who was told is kept here, whatever the capitals; another one is refused.
monitor 1 $export --for="Andere raad" -o other --lang=nl
tells "E6: je maakte in editie 2027 al een samenvatting voor een andere organisatie. Twee publicaties naast elkaar kunnen samen meer verraden dan elk apart. Doorgaan met --force."
[ ! -e other ] || fail "something was written in spite of E6"
monitor 0 $export --for="SECTORRAAD" -n
monitor 0 export --edition=2027a --for="Andere raad" --code=code -n
monitor 0 $export --for="Andere raad" -o other --force
monitor 0 $export --for="Andere raad" -n
monitor 0 $export --for="Sectorraad" -n
monitor 1 $export --for="Derde raad" -n

# E4, and what is no edition.
echo 00000-00000-00000-00000-00000-01 >wrong
monitor 1 export --edition=2027 --for=Sectorraad --code=wrong --lang=nl -o no
tells "E4: de uitnodigingscode klopt niet voor editie 2027. Vraag de uitnodigende organisatie om een nieuwe code."
monitor 2 export --edition=27 --for=Sectorraad --code=code -o no
tells "no edition"
monitor 3 export --edition=2027 --for=Sectorraad --code=nothing -o no
monitor 2 $export --for=" " -o no
monitor 2 $export -o no --no-input
tells "--for=NAME"
monitor 2 export word
monitor 3 -f nothing.ibp $export --for=Sectorraad

# E1: 75 of 94 is 79%, 76 is enough.
new_scores 75
keep school.ibp
monitor 1 $export --for=Sectorraad -o no --lang=nl
tells "E1: pas 79% van de normen is gescoord; voor een samenvatting is 80% nodig. Er is niets geschreven."
is_kept school.ibp
new_scores 76
monitor 0 $export --for=Sectorraad -o few --force
has few/$name "[0, 7, 0, 0, 0]],"

# E3: a group with one norm is sent empty, and said so.
new_scores
does -q set RM.02 RM.03 score=none
monitor 0 $export --for=Sectorraad -n --lang=nl
tells "E3: groep RM heeft minder dan 2 gescoorde normen en wordt leeg verstuurd."
says "RM (Risicomanagement): wordt leeg verstuurd."

# E2: a framework whose groups would show single norms.
cp -r "$IBP_DATADIR" data
chmod -R u+w data
sed -i 's/^  - code: GO+OR/  - code: GO/; s/domains: \[GO, OR\]/domains: [GO]\n  - code: OR\n    domains: [OR]/' \
	data/norms/ibp-fo/2024-06.yaml
monitor 1 --data=data $export --for=Sectorraad -o no --lang=nl
tells "E2: groep OR in de catalogus heeft 2 normen; minimaal 3 is nodig. Deze catalogus kan niet voor vergelijking worden gebruikt."
[ ! -e no ] || fail "something was written"

# A place that cannot be written to.
: >file
monitor 3 $export --for=Sectorraad -o file --force
}

# ---- The page for the privacy officer ----

dir=$IBP_DATADIR/examples/monitor
for page in "$dir/uitleg.md" "$dir/explained.md"; do
	[ "$(wc -l <"$page")" -le 60 ] || fail "$page is more than a page"
	[ "$(wc -L <"$page")" -le 80 ] || fail "$page is too wide"
	grep -oE '^(#+|-|[0-9]\.) ' "$page" >"$(basename "$page").parts"
done
same uitleg.md.parts explained.md.parts
finish
