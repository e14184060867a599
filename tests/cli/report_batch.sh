#!/bin/sh
# ibp-report on many boards: a folder of workbooks and an overview; one bad
# file never stops the rest, and who ends it leaves no half file.
# shellcheck source=tests/cli/lib.sh
. "$top_srcdir/tests/cli/lib.sh"
command -v unzip >/dev/null || { echo "unzip is not here"; exit 77; }

# report STATUS WORD...
report()
{
	wanted=$1
	shift
	ran="ibp-report $*"
	"$top_builddir/ibp-report" "$@" >out 2>err </dev/null
	got=$?
	[ "$got" = "$wanted" ] || {
		fail "$ran: status $got, not $wanted"
		sed 's/^/	/' err
	}
}

open_up()
{
	rm -rf "$2"
	unzip -q "$1" -d "$2" || fail "$1 is no workbook"
	"$top_builddir/tests/cli/xlsx_cells" "$2" >"$2.cells" ||
		fail "$1 can not be read"
}

# The files in folder $1.
names()
{
	(cd "$1" && echo ./* | sed 's,\./,,g')
}

# row FILE SHEET FIRST-CELL: the values of the row whose first cell says so.
row()
{
	awk -F'\t' -v s="$2" -v first="$3" '
	$1 != s { next }
	{ n = $2; sub(/^[A-Z]+/, "", n) }
	$2 ~ /^A[0-9]/ { on = $3 == first }
	on { printf "%s%s", mark, $3; mark = "|" }' "$1.cells"
}

# board FILE NAME GO.01
board()
{
	"$top_builddir/ibp-scan" -q -f "$1" init board="$2" sector=po ||
		fail "init $1"
	"$top_builddir/ibp-scan" -q -f "$1" set GO.01 score="$3" ||
		fail "set $1"
}

unset SOURCE_DATE_EPOCH
mkdir boards boards/deeper empty
board boards/linde.ibp "De Linde" 2
board boards/eik.ibp "De Eik & zonen" 4
board boards/beuk.ibp "De Beuk" 3
board boards/deeper/not.ibp "Not looked at" 3
board linde.ibp "De andere Linde" 1
echo "no data file" >boards/bad.ibp
echo "no data file" >boards/notes.txt

# ---- Folders and files in, a folder and an overview out ----

report 1 boards linde.ibp -o made/of/it --combined=all.xlsx --lang=en --json
tells "boards/bad.ibp is not a data file"
has err "4 of 5 files done."
json_is schema ibp-tools/report/1
json_is made 4
json_is failed 1
json_is combined all.xlsx
json_is reports/0/status failed
json_is reports/1/file boards/beuk.ibp
json_is reports/1/average 3.00
json_is reports/3/board "De Linde"
json_is reports/3/below_target 1
json_is reports/3/output made/of/it/linde.xlsx
json_is reports/4/output made/of/it/linde-2.xlsx
[ "$(names made/of/it)" = "beuk.xlsx eik.xlsx linde-2.xlsx linde.xlsx" ] ||
	fail "made/of/it has $(names made/of/it)"
open_up all.xlsx all
found=$(row all Overview "De Beuk" | cut -d'|' -f6-9)
[ "$found" = "93|3|3|0" ] || fail "De Beuk is $found"
found=$(row all Overview "De Linde" | cut -d'|' -f7-10)
[ "$found" = "2|2|1|2" ] || fail "De Linde is $found"
hasnt all.cells "Not looked at"
hasnt all.cells "Rank"
has all.cells "boards/bad.ibp"
grep -n "De [BEal]" all.cells | head -n 1 | grep -q "De Beuk" ||
	fail "ranked without being asked"
open_up made/of/it/linde-2.xlsx other
has other.cells "De andere Linde"

# By own choice only.
report 1 boards --combined=ranked.xlsx --ranking --lang=nl
open_up ranked.xlsx ranked
has ranked.cells "Rang"
grep "De [BEL]" ranked.cells | head -n 1 | grep -q "De Eik & zonen" ||
	fail "not ranked"

# The language of the report is not that of the log.
report 1 boards --combined=nl.xlsx --report-lang=nl --lang=en --plain
says "boards/bad.ibp"
open_up nl.xlsx nl
has nl.cells "Gemiddelde"

# Without names: neither in the overview nor in a name of a file.
report 1 boards -o anon --combined=anon.xlsx --anonymous --lang=en -q
[ "$(names anon)" = "board-2.xlsx board-3.xlsx board-4.xlsx" ] ||
	fail "anon has $(names anon)"
open_up anon.xlsx anon.d
! grep -rqE "Linde|linde|Eik|Beuk" anon.d anon.d.cells || fail "a name"
has anon.d.cells "Board 2"

# ---- Never over what is there, and the same bytes ----

cp made/of/it/eik.xlsx before
report 1 boards -o made/of/it --lang=en
tells "made/of/it/eik.xlsx exists already"
has err "0 of 4 files done."
same before made/of/it/eik.xlsx
report 3 boards --combined=all.xlsx
report 0 boards/eik.ibp boards/beuk.ibp -o one --combined=a.xlsx \
	--reproducible -q --jobs=1
IBP_NOW=2027-05-05T00:00:00Z TZ=Asia/Tokyo report 0 boards/eik.ibp \
	boards/beuk.ibp -o two --combined=b.xlsx --reproducible -q --jobs=7
quiet
same a.xlsx b.xlsx
same one/eik.xlsx two/eik.xlsx
report 0 boards/eik.ibp -o one --force -n --lang=en
[ "$(names one)" = "beuk.xlsx eik.xlsx" ] || fail "dry run wrote"

# ---- What is wrong ----

report 1 empty -o no --lang=en
tells "There is no data file (*.ibp) in empty."
report 1 nothing.ibp boards/eik.ibp -o some --lang=en
tells "There is no data file nothing.ibp"
[ "$(names some)" = eik.xlsx ] || fail "some has $(names some)"
report 2 boards -o no.xlsx --lang=en
tells "no.xlsx is one workbook"
report 2 boards
tells "-o FOLDER"
report 3 boards -o boards/eik.ibp
tells "boards/eik.ibp is no folder"
report 2 boards -o no --jobs=0
report 2 boards -o no --jobs=many
report 2 boards -o no --profile=bord
report 2 boards -o no --sheets=trent
report 2 boards/eik.ibp -o - --json
[ "$(cat boards/bad.ibp)" = "no data file" ] || fail "a bad file was changed"

# ---- Who ends it leaves nothing half ----

mkdir many
n=0
while [ $n -lt 150 ]; do
	cp "$IBP_DATADIR/examples/voorbeeld.ibp" many/$n.ibp
	n=$((n + 1))
done
for signal in KILL INT TERM; do
	"$top_builddir/ibp-report" many -o killed.$signal >out 2>err &
	running=$!
	tries=0
	until [ -n "$(find killed.$signal -name '*.xlsx' 2>/dev/null)" ]; do
		tries=$((tries + 1))
		[ $tries -lt 200 ] || break
		sleep 0.02
	done
	kill -$signal $running 2>/dev/null
	wait $running
	# Its workers end when they notice.
	sleep 0.5
	[ "$(find killed.$signal -type f | wc -l)" -lt 150 ] ||
		lacks "a batch that lasts until $signal"
	for file in "killed.$signal"/*; do
		unzip -tq "$file" >/dev/null || fail "$signal left $file half"
		case $file in
		*.xlsx) ;;
		*) fail "$signal left $file" ;;
		esac
	done
done
finish
