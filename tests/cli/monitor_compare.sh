#!/bin/sh
# ibp-monitor compare: the board beside published figures, the own part of the
# sector and all of it, and what is not what was published.
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

# Published figures: in the whole every mean is 2.05, in vo 2.60, of large
# boards in vo 3.00; one is coded, one withheld.
write_figures() # MODE
{
	awk -v mode="$1" '
	function row(cell, sector, size, group, measure, category, value,
		     display, unit, boards, status)
	{
		printf "2027,%s,%s,%s,%s,all,%s,%s,%s,%s,%s,%s,%s,%s\n", mode,
			cell, sector, size, group, measure, category, value,
			display, unit, boards, status
	}
	function cell(name, sector, size, mean, boards,   i, l,
		      comma)
	{
		for (i = 1; i <= n; i++) {
			comma = mean
			sub(/[.]/, ",", comma)
			row(name, sector, size, groups[i], "mean", "", mean,
			    "\"" comma "\"", "level", boards, "F")
			for (l = 1; l <= 5; l++)
				row(name, sector, size, groups[i], "level", l,
				    10 * l, 10 * l "%", "percent", boards, "F")
		}
	}
	BEGIN {
		n = split("GO+OR HR CO+CH SD DM ID SM PH+OP BC SC PR", groups,
			  " ")
		print "edition,mode,cell,sector,size,part,group,measure," \
		      "category,value,display,unit,boards,conf_status"
		cell("all", "all", "all", "2.05", "100-199")
		cell("vo", "vo", "all", "2.60", "30-59")
		cell("vo.L", "vo", "L", "3.00", "20-29")
		row("all", "all", "all", "RM", "mean", "", "", "\"<1,5\"",
		    "level", "100-199", "F")
		row("all", "all", "all", "IM", "mean", "", "", "", "level",
		    "100-199", "A")
		row("all", "all", "all", "sso", "landscape", 3, 40, "40%",
		    "percent", "60-99", "F")
	}'
}

write_figures k >benchmark.csv
COLUMNS=300
export COLUMNS
rm -f school.ibp
does -q init board="De Linde" sector=vo
for code in $(scan norms --plain | grep -o '^[A-Z0-9]*[.][0-9]*'); do
	echo "$code"
done >codes
# shellcheck disable=SC2046
does -q set $(cat codes) score=2
does -q set GO.01 GO.02 GO.03 GO.04 GO.05 OR.01 OR.02 score=4
does -q set SD.01 SD.02 SD.03 score=none

monitor 0 compare benchmark.csv --json
quiet
json_is schema ibp-tools/compare/1
json_is edition 2027
json_is cell vo
json_is all all
json_is has_package false
json_is compare/0/group GO+OR
json_is compare/0/own 4.00
json_is compare/0/cell_mean 2.60
json_is compare/0/cell_boards 30-59
json_is compare/0/cell_step 0.10
json_is compare/0/all_mean 2.05
json_is compare/0/standing above
json_is compare/2/group HR
json_is compare/2/standing below
json_is compare/1/group RM
json_is compare/1/cell_mean null
json_is compare/1/standing above
json_is compare/# 13
json_is landscape/# 0
# Nothing scored, and nothing published, stand nowhere.
json_is compare/4/group IM
json_is compare/4/all_mean null
json_is compare/4/standing null
json_is compare/5/group SD
json_is compare/5/own null
json_is compare/5/standing null

monitor 0 compare benchmark.csv --size=L --json
json_is cell vo.L
json_is compare/0/cell_mean 3.00
monitor 0 compare benchmark.csv --size=S --json
json_is cell vo
monitor 0 compare benchmark.csv --sector=po --json
json_is cell null
json_is compare/2/standing same

monitor 0 compare benchmark.csv --lang=nl
says "Jouw deel van de sector:  vo (30-59 besturen)"
says "in 9 groepen lager, in 0 ongeveer gelijk en in 2 hoger, van 13 groepen"
says "HR (Personeelsbeheer): jij hebt 2,00, de sector 2,60."
says "<1,5"
says "weggelaten"
says "######.|......."
says "Elk cijfer gaat over minstens 10 besturen"
says "er is niets verstuurd"
monitor 0 compare benchmark.csv --lang=en
says "you have 2.00, the sector 2.60."
says "<1.5"

# A package beside it that fits, and one that does not.
digest=$(sha256sum benchmark.csv | cut -d' ' -f1)
echo "{\"resources\": [{\"hash\": \"sha256:$digest\"}], \"sdc\": {\"k\": 20}}" \
	>datapackage.json
monitor 0 compare benchmark.csv --lang=nl
says "als in datapackage.json"
says "minstens 20 besturen"
# The sizes of the package say which one the board is.
sed -i 's/"k": 20/"k": 20, "sizes": {"vo": [1000, 4000]}/' datapackage.json
does -q init -f large.ibp board="De Beuk" sector=vo students=4000
monitor 0 compare -f large.ibp benchmark.csv --json
json_is cell vo.L
json_is k 20
does -q init -f small.ibp board="De Berk" sector=vo students=3999
monitor 0 compare -f small.ibp benchmark.csv --json
json_is cell vo
monitor 0 compare -f small.ibp benchmark.csv --size=L --json
json_is cell vo.L
sed -i 's/2[.]60/2.70/' benchmark.csv
monitor 3 compare benchmark.csv --lang=en
tells "its digest is another"
rm datapackage.json

# A board of two sectors says which one.
write_figures dp >benchmark.csv
scan -q init -f both.ibp board="De Es" sector=po+vo || fail "init"
monitor 0 compare -f both.ibp benchmark.csv --json
json_is cell null
json_is mode dp
json_is compare/0/all_step null
monitor 0 compare -f both.ibp benchmark.csv --sector=vo --lang=nl
says "differential privacy"

# One score over everything, as the mode with noise publishes it.
{
	head -n 1 benchmark.csv
	echo "2027,dp,all,all,all,all,total,mean,,2.10,\"2,10\",level,30-59,F"
} >total.csv
monitor 0 compare total.csv --json
json_is compare/# 1
json_is compare/0/own 2.17
json_is compare/0/standing same

# What is no benchmark.
monitor 3 compare nothing.csv
monitor 2 compare
monitor 2 compare benchmark.csv benchmark.csv
monitor 2 compare benchmark.csv --size=XL
monitor 2 compare benchmark.csv --sector=hbo
sed 's/,/;/g' benchmark.csv >semicolons.csv
monitor 3 compare semicolons.csv --lang=en
tells "semicolons.csv:1: This is not a benchmark"
sed 's/2\.05/9.05/' benchmark.csv >wrong.csv
monitor 3 compare wrong.csv --lang=en
tells "wrong.csv:2:10: \"9.05\" at value: "
sed 's/,GO+OR,/,XX,/; s/,[A-Z+]*,mean/,XX,mean/; 1!{/,mean/!d}' benchmark.csv |
	awk -F, '!seen[$3]++' >others.csv
monitor 3 compare others.csv --lang=en
tells "other groups"
keep school.ibp
monitor 0 compare benchmark.csv
is_kept school.ibp
finish
