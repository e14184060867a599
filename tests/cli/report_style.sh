#!/bin/sh
# ibp-report --style: the look of a house, and what is wrong with its file.
# shellcheck source=tests/cli/lib.sh
. "$top_srcdir/tests/cli/lib.sh"
command -v unzip >/dev/null || { echo "unzip is not here"; exit 77; }
new_board

# report STATUS WORD...
report()
{
	wanted=$1
	shift
	ran="ibp-report $*"
	"$top_builddir/ibp-report" "$@" --lang=en >out 2>err </dev/null
	got=$?
	[ "$got" = "$wanted" ] || {
		fail "$ran: status $got, not $wanted"
		sed 's/^/	/' err
	}
}

# style LINE...: writes style.yaml.
style()
{
	echo "schema: ibp-tools/style/1" >style.yaml
	[ $# = 0 ] || printf '%s\n' "$@" >>style.yaml
}

# refused PLACE SENTENCE
refused()
{
	rm -f no.xlsx
	report 3 school.ibp --style=style.yaml -o no.xlsx
	tells "style.yaml:$1: "
	tells "$2"
	[ ! -e no.xlsx ] || fail "$ran: wrote all the same"
}

open_up()
{
	rm -rf "$2"
	unzip -q "$1" -d "$2" || fail "$1 is no workbook"
}

# A picture of one pixel.
printf '\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\0\001\0\0\0\001\010\006\0\0\0\037\025\304\211\0\0\0\nIDATx\234c\0\001\0\0\005\0\001\r\n-\264\0\0\0\0IEND\256B`\202' >logo.png

style
report 0 school.ibp --style=style.yaml -o plain.xlsx --reproducible
report 0 school.ibp -o ours.xlsx --reproducible
same plain.xlsx ours.xlsx

style 'colour: "#004D40"' 'text: "#FFF8E1"' 'font: Arial' \
	'footer: Bureau & Zonen' 'logo: logo.png'
report 0 school.ibp --style=style.yaml -o house.xlsx
open_up house.xlsx house
has house/xl/styles.xml FF004D40
has house/xl/styles.xml FFFFF8E1
has house/xl/styles.xml 'name val="Arial"'
hasnt house/xl/styles.xml 1F4E79
has house/xl/worksheets/sheet1.xml 'Bureau &amp;&amp; Zonen'
[ "$(find house/xl/media -type f | wc -l)" = 1 ] || fail "no logo"
grep -q 'descr="Logo"' house/xl/drawings/drawing1.xml ||
	fail "the logo has no text"

# Nothing of a house in a report without names.
report 0 school.ibp --style=style.yaml -o anon.xlsx --anonymous
open_up anon.xlsx anon
! grep -rq Bureau anon || fail "anonymous, with a footer"
[ ! -d anon/xl/media ] || fail "anonymous, with a logo"

# A light colour does not colour text on white.
style 'colour: "#FFEB3B"' 'text: "#000000"'
report 0 school.ibp --style=style.yaml -o light.xlsx
open_up light.xlsx light
hasnt light/xl/styles.xml '<color rgb="FFFFEB3B"'

style 'colour: "#777777"' 'text: "#888888"'
refused 2:9 "4.50 is needed"
style 'text: "#204060"'
refused 2:7 "4.50 is needed"
style 'colour: blue'
refused 2:9 '"blue" is no colour'
style 'colour: "#12345"'
refused 2:9 "is no colour"
style 'text: "#12345G"'
refused 2:7 "is no colour"
style 'color: "#123456"'
refused 2:1 'color'
style 'logo: nothing.png'
refused 2:7 "nothing.png"
echo "no picture" >logo.gif
style 'logo: logo.gif'
refused 2:7 "a PNG of at most"
style 'font: an endless name of a font that no program has'
refused 2:7 ""
style 'font: [a, b]'
refused 2:7 ""
echo "schema: ibp-tools/columns/1" >style.yaml
refused 1:9 ""
report 3 school.ibp --style=none.yaml -o no.xlsx
tells none.yaml
finish
