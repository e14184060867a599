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
finish
