#!/bin/sh
# P5, P7 and P8: what is wrong gets a sentence with the remedy and the right
# status, and nothing half written.
# shellcheck source=tests/cli/common.sh
. "$top_srcdir/tests/cli/common.sh"

expect 0 ibp-scan init board="De Eik" sector=po

# P5: wrong command, option, field and value.
expect 2 ibp-scan stauts
has err "Did you mean \`status\`?"
expect 2 ibp-scan stat
expect 2 ibp-scan status --jsno
has err "Did you mean \`--json\`?"
expect 2 ibp-scan set --filter=x GO.01
expect 2 ibp-scan set GO.01 scroe=3
has err 'score'
expect 2 ibp-scan set GO.01 score=6
expect 2 ibp-scan list --filter=
[ ! -s out ] || fault "a refused filter printed something"

# P5: a file that is not there, cannot be read, cannot be written.
expect 3 ibp-scan -f none.ibp status
has err none.ibp
expect 3 ibp-scan import none.csv
has err none.csv
expect 3 ibp-scan export --format=json -o none/a.json
expect 3 ibp-scan export --format=json -o /dev/full
has err "No space left"
for words in "list" "status --json" "list --plain" "--help" "help set" \
	"--version" "export --format=csv" "export --format=ics -n"; do
	# Words of a command line.
	# shellcheck disable=SC2086
	ibp-scan $words >/dev/full 2>err </dev/null
	got=$?
	case $words in
	*ics*) wanted=1 ;;
	*) wanted=3 ;;
	esac
	[ "$got" -eq "$wanted" ] ||
		fault "$words to a full disk ended with $got: $(cat err)"
done
if [ "$(id -u)" -ne 0 ]; then
	: >secret.csv
	chmod 0 secret.csv
	expect 3 ibp-scan import secret.csv
	mkdir closed
	chmod a-w closed
	expect 3 ibp-scan export --format=json -o closed/a.json
fi
leftovers=$(find . -name '*.json*' -o -name '*.csv.*')
[ -z "$leftovers" ] || fault "left behind: $leftovers"

# A closed standard output is noticed, and never mixed with the data file.
cp school.ibp before.ibp
ibp-scan list >&- 2>err </dev/null && fault "list to a closed output"
ibp-scan list >&- 2>&- <&- && fault "list with everything closed"
same school.ibp before.ibp

# P7: where a question would come.
printf 'code,score\nGO.01,3\n' >a.csv
expect 2 ibp-scan import a.csv --no-input
has err "--force"
expect 2 ibp-scan import a.csv
has err "--force"
expect 0 ibp-scan status --plain
has out "scored	0"

# P8: the reader has seen enough.
for words in "list" "list --json" "norms --json" "--help"; do
	# shellcheck disable=SC2086
	{ ibp-scan $words 2>err || [ $? -eq 141 ]; } | head -n 1 >out
	[ -s out ] || fault "$words | head -n 1: nothing"
	[ ! -s err ] || fault "$words | head -n 1: $(cat err)"
done

# Without a command and a terminal: help, on standard error.
ibp-scan >out 2>err </dev/null
[ $? -eq 2 ] || fault "no command, no terminal"
[ ! -s out ] || fault "help went to standard output"
has err "Usage: ibp-scan"

# One language, whatever the set-up.
expect 2 ibp-scan --lang=nl stauts
has err "Bedoel je \`status\`?"
LANGUAGE=nl:en expect 2 ibp-scan stauts
has err "Bedoel je \`status\`?"
expect 2 ibp-scan --lang=fr status
has err "nl or en"
exit "$faults"
