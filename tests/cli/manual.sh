#!/bin/sh
# The manual says what the program does: every option and command, nothing
# that is not there, examples that run with the results that they show, and
# the tables that the data file has.
. "$top_srcdir/tests/cli/lib.sh"
PATH=$top_builddir:$PATH
export PATH

# The text of a literal block, without what roff reads as something else.
plain()
{
	sed -e 's/\\(dq/"/g' -e 's/\\&//g' -e 's/\\e/\\/g'
}

# ---- Options and commands ----

words() # WORD...
{
	"$tool" --completion=words -- "$@" | cut -f1
}

commands()
{
	echo help
	for first in $(words '' | grep -vx help); do
		seconds=$(words "$first" '' |
			grep -vE '^:|=$' | sed "s/^/$first /")
		echo "${seconds:-$first}"
	done
}

options()
{
	words -- | sed 's/=$//'
	commands | while read -r command; do
		# shellcheck disable=SC2086
		words $command -- | sed 's/=$//'
	done
}

# The words after MACRO in the items of SECTION.
items() # SECTION MACRO
{
	sed -n "/^\.Sh $1\$/,/^\.Sh /p" "$top_srcdir/man/$tool.1" |
		sed -n "s/^\.It $2 //p"
}

documented_commands()
{
	items COMMANDS Ic | sed -E \
		's/ (Ar|Cm|Op|Oo|Fl|Ns|No) .*//'
}

documented_options()
{
	items OPTIONS Fl | sed 's/^/Fl /' | tr ',' '\n' |
		sed -nE 's/^ *Fl Fl ([a-z-]+).*/--\1/p'
}

same_names() # WHAT FILE-OF-PROGRAM FILE-OF-MANUAL
{
	sort -u "$2" >"$2.s"
	sort -u "$3" >"$3.s"
	comm -23 "$2.s" "$3.s" | sed "s/^/$1 is not in the manual: /"
	comm -13 "$2.s" "$3.s" | sed "s/^/$1 is only in the manual: /"
	cmp -s "$2.s" "$3.s" || faults=1
}

# PROGRAMS comes from make.
# shellcheck disable=SC2154
for tool in $programs; do
	# ibp-report has no commands.
	if "$tool" --help --lang=en | grep -q '^Commands:'; then
		commands >"$work/commands"
		documented_commands >"$work/commands.man"
		same_names "$tool: command" "$work/commands" \
			"$work/commands.man"
	fi
	options >"$work/options"
	documented_options >"$work/options.man"
	same_names "$tool: option" "$work/options" "$work/options.man"
done

# ---- The letters of plain mode ----

scan -q init board="De Eik" sector=po || fail "init"
printf 'GO.01\n?\nq\n' | scan --plain --lang=en |
	sed -n 's/^\([a-z]\) .*\.$/\1/p' >"$work/letters"
sed -n '/^At a norm these letters/,/^\.El/s/^\.It //p' \
	"$top_srcdir/man/ibp-scan.1" | tr -d ' ' | tr ',' '\n' >"$work/letters.man"
[ "$(wc -l <"$work/letters")" -ge 18 ] || fail "too few letters"
same_names letter "$work/letters" "$work/letters.man"

# ---- Examples ----

# Makes COMMAND.N and RESULT.N of each example of PAGE in DIR.  What is
# indented under a command belongs to it, other lines are its result.
take_apart() # PAGE DIR
{
	awk -v dir="$2" '
	/^\.Bd -literal/ { inside = 1; next }
	/^\.Ed/ { inside = 0; taking = 0; next }
	!inside { next }
	/^\$ / { n++; taking = 1
		print substr($0, 3) >(dir "/command." n); next }
	taking && /^    / { print >(dir "/command." n); next }
	taking { print >(dir "/result." n) }
	END { print n + 0 }' "$1"
}

run_example() # DIR N
{
	sh "$1/command.$2" >"$1/said.$2" 2>"$1/messages.$2"
	status=$?
	if [ $status != 0 ]; then
		echo "status $status of:"
		cat "$1/command.$2" "$1/messages.$2"
		return 1
	fi
	[ ! -f "$1/result.$2" ] && return 0
	diff "$1/result.$2" "$1/said.$2" && return 0
	echo "another result of:"
	cat "$1/command.$2"
	return 1
}

# A board for the pages that only read one.
prepare()
{
	ibp-scan -q init board="Stichting De Linde" sector=po &&
		ibp-scan -q set GO.01 score=2
}

examples=0
for page in "$top_srcdir"/man/*.[15]; do
	dir=$work/$(basename "$page")
	mkdir "$dir" && cd "$dir" || exit 1
	plain <"$page" >lines
	count=$(take_apart lines "$dir")
	case $page in
	*.5) [ "$count" = 0 ] || prepare || faults=1 ;;
	esac
	n=1
	while [ "$n" -le "$count" ]; do
		run_example "$dir" "$n" || faults=1
		n=$((n + 1))
	done
	examples=$((examples + count))
done
echo "$examples examples"
[ "$examples" -ge 10 ] || faults=1

# ---- The five minutes of README ----

mkdir "$work/readme" && cd "$work/readme" || exit 1
sed -n '/^Five minutes/,/^What it does not/s/^    ibp-scan /ibp-scan /p' \
	"$top_srcdir/README" >lines
[ "$(wc -l <lines)" -ge 5 ] || fail "README has too few lines to run"
while read -r line; do
	sh -c "$line" >said 2>&1 </dev/null || {
		fail "README: $line"
		cat said
	}
done <lines

# ---- The YAML of ibp-framework(5) ----

yaml() # FIRST-LINE-OF-ITS-KIND
{
	plain <"$top_srcdir/man/ibp-framework.5" |
		awk -v first="schema: $1" '
		$0 == first { on = 1 }
		/^\.Ed/ { on = 0 }
		on'
}

cd "$work" || exit 1
yaml ibp-tools/framework/1 >2026-01.yaml
yaml ibp-tools/upgrade-map/1 >2026-01_2027-01.yaml
ibp-scan norms --check 2026-01.yaml 2026-01_2027-01.yaml || faults=1

# ---- The tables of ibp-board(5) ----

cd "$work/ibp-board.5" || exit 1
for table in $(sqlite3 school.ibp "SELECT name FROM sqlite_schema
	WHERE type = 'table' AND name NOT LIKE 'sqlite%'"); do
	sqlite3 school.ibp "SELECT '$table ' || name
		FROM pragma_table_info('$table')"
done >tables
sed -nE 's/^\.It Cm ([a-z]+) Pq Cm (.*)/\1 \2/p' \
	"$top_srcdir/man/ibp-board.5" | while read -r table columns; do
	for column in $(echo "$columns" | tr -d ,); do
		echo "$table $column"
	done
done >tables.man
same_names column tables tables.man
exit "$faults"
