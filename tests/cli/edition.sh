#!/bin/sh
# The aggregator's side of an edition: inviting, counting the population,
# receiving answers, merging desks and cleaning up.
# shellcheck source=tests/cli/lib.sh
. "$top_srcdir/tests/cli/lib.sh"
# shellcheck source=tests/cli/sector.sh
. "$top_srcdir/tests/cli/sector.sh"
COLUMNS=300
export COLUMNS

# ---- invite ----

sector 3 >boards.csv
monitor 2 invite boards.csv edition=2027
monitor 2 invite -r register.ibpm boards.csv
monitor 2 invite -r register.ibpm boards.csv edition=27
monitor 3 invite -r register.ibpm nothing.csv edition=2027
[ ! -e register.ibpm ] || fail "a refused invite made a register"
# Under -n nothing is made, and no code is shown that nobody has.
monitor 0 invite -r register.ibpm boards.csv edition=2027 -n --json --lang=en
json_is invitations/8/board "Bestuur so 3"
json_is invitations/8/code null
tells "Nothing was changed."
[ ! -e register.ibpm ] || fail "-n made a register"
[ ! -e letters ] || fail "-n made letters"
monitor 0 invite -r register.ibpm boards.csv edition=2027 --json
json_is schema ibp-tools/invite/1
json_is invitations/8/board "Bestuur so 3"
code=$(json invitations/0/code)
token=$(json invitations/0/token_id)
codes >all-codes
[ "$(sort -u all-codes | wc -l)" = 9 ] || fail "codes are not nine"
mode=$(stat -c %a register.ibpm)
[ "$mode" = 600 ] || fail "the register has mode $mode"
grep -rqF "$code" letters || fail "no letter has the code"
[ "$(find letters -name '2027-*.txt' | wc -l)" = 9 ] || fail "not nine letters"
find letters -type f ! -perm 600 | grep . && fail "letters that others read"
# Names are outside the register.
strings register.ibpm >bytes
hasnt bytes "Bestuur"
# Who is invited stays invited; who is new is added.
sector 4 >boards.csv
monitor 0 invite -r register.ibpm boards.csv edition=2027 --json
[ "$(codes | wc -l)" = 3 ] || fail "not three new invitations"
monitor 1 invite -r register.ibpm boards.csv edition=2026
# The same board has the same number in every edition.
sort letters/holders.csv >before.csv
monitor 0 invite -r next.ibpm boards.csv edition=2028
sort letters/holders.csv >after.csv
same after.csv before.csv
# Nothing half: letters without a register that could be made are taken back.
find letters -type f | sort >before
mkdir readonly
sector 1 >few.csv
if [ "$(id -u)" != 0 ]; then
	chmod 500 readonly
	monitor 3 invite -r readonly/register.ibpm few.csv edition=2027
	[ -z "$(ls readonly)" ] || fail "something was left in readonly"
fi

# What can be wrong with boards.csv.
printf 'name,sector,pupils\nA,po,3\n' >wrong.csv
monitor 3 invite -r other.ibpm wrong.csv edition=2027 --lang=en
tells 'There is no column "province"'
cat >wrong.csv <<'END'
name,sector,pupils,province,holding
De Linde,po+vo,1000,Utrecht,
De Eik,po,veel,Utrecht,
,po,10,Utrecht,
De Beuk,po,10,Vlaanderen,
END
monitor 3 invite -r other.ibpm wrong.csv edition=2027 --lang=en
tells "wrong.csv:2:2:"
tells "wrong.csv:3:3:"
tells "wrong.csv:4:1:"
tells "wrong.csv:5:4:"
printf 'name,sector,pupils,province\nA,po,3,Utrecht\na,vo,3,Zeeland\n' >wrong.csv
monitor 3 invite -r other.ibpm wrong.csv edition=2027 --lang=en
tells '"a" is there twice'
[ ! -e other.ibpm ] || fail "a wrong list made a register"

# ---- strata ----

registers 60
keep register.ibpm
monitor 0 strata -r register.ibpm locations.csv pupils.csv -n --lang=nl
says "noord"
is_kept register.ibpm
monitor 0 strata -r register.ibpm locations.csv pupils.csv --json
json_is boards 180
json_is schools 360
json_is strata/1/sector po
json_is strata/1/middle_from 2500
json_is strata/1/large_from 4500
same_counts=$(cat out)
# Bytes of Windows, commas and hidden small numbers.
sed 's/;/,/g; s/Limburg/Frysl\xe2n/' locations.csv >windows.csv
sed '2s/;[0-9]*$/;<5/' pupils.csv >few.csv
monitor 0 strata -r register.ibpm windows.csv few.csv --json
json_is boards 180
json_is strata/1/s_south 0
monitor 0 strata -r register.ibpm locations.csv pupils.csv --json
[ "$same_counts" = "$(cat out)" ] || fail "other counts from the same files"
monitor 3 strata -r register.ibpm locations.csv --lang=en
tells "AANTAL LEERLINGEN"
monitor 3 strata -r register.ibpm pupils.csv --lang=en
tells "PROVINCIE, BEVOEGD GEZAG NUMMER"
sed 's/;1[0-9]*$/;een/' pupils.csv >wrong.csv
monitor 3 strata -r register.ibpm locations.csv wrong.csv --lang=en
tells "wrong.csv:8:3:"
cut -d ';' -f 1-3 locations.csv >kindless.csv
monitor 3 strata -r register.ibpm kindless.csv pupils.csv --lang=en
tells "SECTOR of school"
cp kindless.csv locations-po.csv
monitor 0 strata -r register.ibpm locations-po.csv pupils.csv

# ---- receive ----

sector 4 >boards.csv
rm -rf letters register.ibpm
monitor 0 invite -r register.ibpm boards.csv edition=2027 --json
codes >all-codes
token=$(json invitations/0/token_id)
code=$(head -n 1 all-codes)
answer in 2027 1 <all-codes
cp register.ibpm empty.ibpm
keep register.ibpm
monitor 0 receive -r register.ibpm in -n --json
json_is received 12
is_kept register.ibpm
mkdir none
monitor 0 receive -r register.ibpm none --lang=nl
tells "none: geen bestand erin eindigt op .json."
monitor 0 receive -r register.ibpm in --json
json_is received 12
json_is refused 0
monitor 0 receive -r register.ibpm in --json
json_is unchanged 12
file=in/summary-2027-$token.json
echo "$code" | answer other 2027 2
monitor 0 receive -r register.ibpm "other/${file#in/}" --json --lang=nl
json_is replaced 1
tells "I6: $token: nieuwe versie 2 vervangt versie 1."

# Each refusal with its sentence, on the screen and counted by code.
mkdir bad
head -c 200 "$file" >bad/cut.json
sed 's/"2027"/"2026"/' "$file" >bad/edition.json
sed 's/"catalogue": "./"catalogue": "0/; s/"catalogue": "00/"catalogue": "01/' \
	"$file" >bad/catalogue.json
sed 's/"token_id": "[^"]*"/"token_id": "0123456789abcdef"/' "$file" \
	>bad/token.json
sed 's/"mac": "[0-9a-f]/"mac": "g/' "$file" >bad/mac1.json
sed 's/\[\([0-9]*\), \([0-9]*\),/[\2, \1,/' "$file" >bad/digits.json
keep register.ibpm
monitor 1 receive -r register.ibpm bad --lang=nl
tells "I1: bad/cut.json: geen geldige samenvatting (regel 7:"
tells "I1: bad/mac1.json: geen geldige samenvatting (regel 9:"
tells "I2: bad/edition.json: andere editie of catalogus dan deze ronde. Geweigerd."
tells "I2: bad/catalogue.json: andere editie of catalogus dan deze ronde. Geweigerd."
tells "I3: bad/token.json: onbekende of ingetrokken uitnodiging. Geweigerd."
tells "I4: bad/digits.json: controlegetal klopt niet; bestand gewijzigd of verkeerde code. Geweigerd."
monitor 1 receive -r register.ibpm bad --json
json_is refused 6
json_is receive/0/code I2
# Copied under the code of another: the number does not fit.
second=$(sed -n 2p all-codes)
echo "$second" | answer copied 2027 3
copied=$(ls copied)
sed "s/\"token_id\": \"[^\"]*\"/\"token_id\": \"$token\"/" "copied/$copied" \
	>bad.json
monitor 1 receive -r register.ibpm bad.json --lang=nl
tells "I4: bad.json:"
# Withdrawn.
keep register.ibpm
monitor 0 withdraw -r register.ibpm "$token" -n
is_kept register.ibpm
monitor 0 withdraw -r register.ibpm "$token"
monitor 3 withdraw -r register.ibpm "$token"
monitor 1 receive -r register.ibpm "$file" --lang=nl
tells "I3: $file: onbekende of ingetrokken uitnodiging. Geweigerd."

# The register itself.
does init board=X sector=po -q
monitor 4 receive -r school.ibp in
monitor 3 receive -r absent.ibpm in
tells "ibp-monitor invite"
cp register.ibpm cut.ibpm
truncate -s 5000 cut.ibpm
monitor 4 receive -r cut.ibpm in

# ---- merge ----

rm -rf in
answer in 2027 1 <all-codes
mkdir first second
n=0
for file in in/*; do
	n=$((n + 1))
	if [ $n -le 6 ]; then
		mv "$file" first
	else
		mv "$file" second
	fi
done
cp empty.ibpm one.ibpm
cp empty.ibpm two.ibpm
monitor 0 receive -r one.ibpm first
monitor 0 receive -r two.ibpm second
keep one.ibpm
monitor 0 merge -r one.ibpm two.ibpm -n --json
json_is received 6
is_kept one.ibpm
monitor 0 merge -r one.ibpm two.ibpm --json
json_is received 6
json_is invited 0
monitor 0 merge -r one.ibpm two.ibpm --json
json_is received 0
# A desk that invited boards of its own.
sector 2 100 >boards.csv
monitor 0 invite -r three.ibpm boards.csv edition=2027 --json
codes | answer third 2027 4
monitor 0 receive -r three.ibpm third
monitor 0 merge -r one.ibpm three.ibpm --json
json_is invited 6
json_is received 6
monitor 0 invite -r four.ibpm boards.csv edition=2028
keep one.ibpm
monitor 1 merge -r one.ibpm four.ibpm --lang=en
tells "another edition"
is_kept one.ibpm
monitor 3 merge -r one.ibpm absent.ibpm

# ---- clean ----

monitor 2 clean -r one.ibpm --no-input
keep one.ibpm
monitor 0 clean -r one.ibpm -n --no-input
is_kept one.ibpm
code_bytes=$(head -n 1 all-codes)
monitor 0 clean -r one.ibpm --force
monitor 1 receive -r one.ibpm first --lang=en
tells "is closed"
monitor 1 merge -r two.ibpm one.ibpm --lang=en
tells "closed"
strings one.ibpm >bytes
hasnt bytes "ibp-tools/summary"
hasnt bytes "$code_bytes"
# Nothing can be made of it any more; all commands say so.
for command in preview publish "withdraw 00" "strata locations.csv" clean; do
	# shellcheck disable=SC2086
	monitor 1 $command -r one.ibpm -o figures --force --lang=en
	tells "Edition 2027 is closed"
done
# One that was left open is closed after the next was opened.
sector 4 >boards.csv
monitor 0 invite -r two.ibpm boards.csv edition=2028 --lang=nl
tells "Editie 2027 heeft haar inzendingen en codes nog"
monitor 3 clean -r two.ibpm edition=2026 --force --lang=en
tells "has no edition 2026"
monitor 0 clean -r two.ibpm edition=2027 --force
strings two.ibpm >bytes
hasnt bytes "ibp-tools/summary"
monitor 0 editions -r two.ibpm --json
json_is editions/0/state open
json_is editions/1/state closed

finish
