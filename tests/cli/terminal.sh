#!/bin/sh
# What is different on a terminal: pager, colours, width, questions.
. "$top_srcdir/tests/cli/lib.sh"
PATH=$top_builddir:$PATH
export PATH

command -v script >/dev/null || exit 77
TERM=xterm
COLUMNS=80
LINES=24
PAGER='sed s/^/page:/'
export TERM COLUMNS LINES PAGER
escape=$(printf '\033')

# COMMAND LINE, answers on standard input: what the terminal shows.
terminal()
{
	script -qec "$1" /dev/null 2>&1 | tr -d '\r' >out
}

expect 0 init board="De Eik" sector=po
expect 0 set GO.01 score=1 owner=bestuur

# Only what does not fit goes through the pager, and only on a terminal.
terminal "ibp-scan list" </dev/null
says "page:"
terminal "ibp-scan school list" </dev/null
hides "page:"
terminal "ibp-scan list --no-pager" </dev/null
hides "page:"
terminal "ibp-scan list --json" </dev/null
hides "page:"
terminal "PAGER=cat ibp-scan list" </dev/null
says "GO.01"
terminal "PAGER='head -n 1' ibp-scan list; echo ended with \$?" </dev/null
says "ended with 0"
scan list >out
hides "page:"

# Colours: not asked, not wanted, not possible, forced.
terminal "ibp-scan list --no-pager" </dev/null
says "${escape}[1m"
terminal "ibp-scan list --no-pager --no-color" </dev/null
hides "$escape"
terminal "NO_COLOR=1 ibp-scan list --no-pager" </dev/null
hides "$escape"
terminal "NO_COLOR= ibp-scan list --no-pager" </dev/null
says "$escape"
terminal "TERM=dumb ibp-scan list --no-pager" </dev/null
hides "$escape"
CLICOLOR_FORCE=1 scan list >out
says "$escape"
CLICOLOR_FORCE=1 NO_COLOR=1 scan list >out
hides "$escape"
CLICOLOR_FORCE=1 scan list --json >out
hides "$escape"
CLICOLOR_FORCE=1 scan list -o file
hasnt file "$escape"

# COLUMNS counts.
COLUMNS=120 scan list >wide
[ "$(wc -L <wide)" -le 120 ] || fail "wider than 120 columns"
scan list >out
[ "$(wc -L <out)" -le 80 ] || fail "wider than 80 columns"
[ "$(wc -l <wide)" -lt "$(wc -l <out)" ] || fail "120 columns: no fewer lines"

# A question: no is no, and so is a bare Enter.
printf 'code,score\nGO.02,4\n' >a.csv
for answer in n ''; do
	echo "$answer" | terminal "ibp-scan import a.csv"
	says "[y/N]"
	says "Nothing was changed."
done
expect 0 show GO.02 --json
says '"score": null'
echo j | terminal "ibp-scan --lang=nl import a.csv"
says "[j/N]"
expect 0 show GO.02 --json
says '"score": 4'
finish
