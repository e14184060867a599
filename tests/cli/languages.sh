#!/bin/sh
# One language for the whole run, on every set-up of the surroundings; data
# are the same in all of them (U23, P6).
. "$top_srcdir/tests/cli/lib.sh"
new_board
scan -q set GO.01 score=2 status=in-progress due=2027-06-30
scan -q set GO.02 score=5

# speaks LANGUAGE VARIABLE=VALUE...
speaks()
{
	wanted=$1
	shift
	ran=$*
	env -u LANG "$@" "$top_builddir/ibp-scan" show GO.01 >out 2>err
	case $wanted in
	nl)
		says "Strategie informatiebeveiliging"
		says "bezig"
		says "30-06-2027"
		hides "Purpose"
		;;
	en)
		says "Information security strategy"
		says "in progress"
		says "2027-06-30"
		hides "Waarom"
		;;
	esac
}

speaks nl LANG=nl_NL.UTF-8
speaks nl LANG=nl_NL
speaks nl LANG=C.UTF-8 LANGUAGE=nl
speaks nl LANG=nl_NL.UTF-8 LANGUAGE=nl:en
speaks nl LC_ALL=nl_BE.UTF-8
speaks nl LC_MESSAGES=nl_NL.UTF-8
speaks en LANG=C
speaks en LANG=C LANGUAGE=nl
speaks en LANG=POSIX
speaks en LANG=C.UTF-8
speaks en LANG=en_GB.UTF-8
speaks en LANG=de_DE.UTF-8
speaks en LANG=
speaks nl LANG=fr_FR.UTF-8 LANGUAGE=fr:nl:en
expect 0 --lang=nl show GO.01
says "Waarom"
LANG=nl_NL.UTF-8
export LANG
expect 0 --lang=en show GO.01
says "Why"

# A Dutch locale that is really there, made without being root.
if command -v localedef >/dev/null && localedef -i nl_NL -f UTF-8 \
	"$work/nl_NL.UTF-8" >/dev/null 2>&1; then
	LOCPATH=$work
	export LOCPATH
	speaks nl LANG=nl_NL.UTF-8
	LC_ALL=nl_NL.UTF-8
	export LC_ALL
else
	lacks "what a Dutch locale is made from (package locales)"
fi
for command in list status gaps log "evidence list" "school list" \
	"filter list" "assessment list" norms check "show GO.01"; do
	# shellcheck disable=SC2086
	expect 0 $command --json
	json '?' >/dev/null || fail "$command: no JSON"
	! grep -Eq ': [0-9]+,[0-9]' out || fail "$command: a comma in a number"
	# shellcheck disable=SC2086
	LC_ALL=C scan $command --json --lang=nl >other 2>err
	cmp -s out other || fail "$command: JSON depends on the locale"
done
expect 0 status
says "3,50"

# Every message of a command that goes wrong is Dutch too.
expect 2 set GO.01 scoer=3
tells "Bedoel je"
expect 3 show GO.99
tells "Er is geen norm"
expect 2 list --filter 'score<'
tells "kolom 7"
expect 0 undo
tells "Ongedaan gemaakt"
finish
