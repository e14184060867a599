# What the tests of commands share: a folder of their own, surroundings that
# say nothing, and ways to say what a run must give.  To be read with ".".
# shellcheck shell=sh
set -u

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

HOME=$work/home
LANG=C.UTF-8
LOGNAME=tester
IBP_NOW=2026-11-23T12:00:00Z
TERM=xterm
export HOME LANG LOGNAME IBP_NOW TERM
unset IBP_FILE XDG_DATA_HOME XDG_STATE_HOME LANGUAGE LC_ALL LC_MESSAGES \
	NO_COLOR CLICOLOR_FORCE ACCESSIBLE IBP_ACCESSIBLE PAGER COLUMNS LINES \
	TMPDIR
mkdir "$HOME"

faults=0
lacking=

scan()
{
	"$top_builddir/ibp-scan" "$@"
}

fail()
{
	echo "FAIL: $*"
	faults=1
}

# does WORD...: part of what the test starts from.
does()
{
	scan "$@" || fail "$*"
}

# expect STATUS WORD...: runs ibp-scan; what it says is in out and err.
expect()
{
	wanted=$1
	shift
	ran=$*
	scan "$@" >out 2>err </dev/null
	got=$?
	[ "$got" = "$wanted" ] || {
		fail "$ran: status $got, not $wanted"
		sed 's/^/	/' err
	}
}

# The last run said this on standard output, or on standard error.
says()
{
	grep -qF -- "$1" out || {
		fail "$ran: does not say: $1"
		sed 's/^/	/' out
	}
}

tells()
{
	grep -qF -- "$1" err || {
		fail "$ran: does not tell: $1"
		sed 's/^/	/' err
	}
}

hides()
{
	! grep -qF -- "$1" out || fail "$ran: says: $1"
}

quiet()
{
	[ ! -s err ] || {
		fail "$ran: says something on standard error"
		sed 's/^/	/' err
	}
}

# has FILE TEXT, hasnt FILE TEXT
has()
{
	grep -qF -e "$2" "$1" || {
		fail "no \"$2\" in $1"
		sed 's/^/	/' "$1"
	}
}

hasnt()
{
	! grep -qF -e "$2" "$1" || fail "\"$2\" is in $1"
}

# same FILE FILE
same()
{
	cmp -s "$1" "$2" || {
		fail "$1 and $2 differ"
		diff "$1" "$2"
	}
}

# json PATH [FILE]: one value of the JSON that the last run gave.
json()
{
	"$top_builddir/tests/cli/json_get" "${2:-out}" "$1"
}

# json_is PATH VALUE
json_is()
{
	found=$(json "$1" 2>&1)
	[ "$found" = "$2" ] || fail "$ran: $1 is $found, not $2"
}

# A board with a first assessment in school.ibp, afresh.
new_board()
{
	rm -f school.ibp school-*.ibp
	scan -q init board="Stichting De Linde" sector=po || fail "init"
}

# The same bytes as before: nothing may have been written.
keep()
{
	cp "$1" kept
}

is_kept()
{
	cmp -s "$1" kept || fail "$ran: $1 has changed"
}

# lacks WHAT: a part of the test cannot run here, so that the whole counts as
# skipped unless another part fails.
lacks()
{
	echo "not here: $*"
	lacking=yes
}

finish()
{
	[ $faults -ne 0 ] || [ -z "$lacking" ] || exit 77
	exit $faults
}
