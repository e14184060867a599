# For the tests of commands: a folder of its own, English, nothing of the
# person who runs them.  Read with `.` first thing; end with `exit $faults`.
set -u
unset LANGUAGE LC_MESSAGES COLUMNS LINES NO_COLOR CLICOLOR_FORCE PAGER TERM \
	IBP_FILE ACCESSIBLE IBP_ACCESSIBLE XDG_DATA_HOME XDG_STATE_HOME
LC_ALL=C.UTF-8
export LC_ALL
work=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
HOME=$work
export HOME
PATH=$top_builddir:$PATH
export PATH
cd "$work" || exit 1
# The tests that read this use it.
# shellcheck disable=SC2034
faults=0

fault() # WORDS
{
	echo "fault: $*"
	faults=1
}

# STATUS COMMAND...: its output is in `out` and `err`.
expect()
{
	wanted=$1
	shift
	"$@" >out 2>err </dev/null
	got=$?
	[ "$got" -eq "$wanted" ] ||
		fault "$* ended with $got, not $wanted: $(cat err)"
}

# FILE TEXT: TEXT occurs in it.
has()
{
	grep -qF -e "$2" "$1" || fault "no \"$2\" in $1: $(cat "$1")"
}

hasnt()
{
	! grep -qF -e "$2" "$1" || fault "\"$2\" is in $1"
}

same()
{
	cmp -s "$1" "$2" || { fault "$1 and $2 differ"; diff "$1" "$2"; }
}
