#!/bin/sh
# Calls that have no place here, or no place in their layer.  Comments and
# the contents of strings do not count.  Argument: the tree to read.
set -u
cd "${1:-${top_srcdir:-.}}" || exit 1
LC_ALL=C
export LC_ALL

unsafe='strcpy|stpcpy|strcat|sprintf|vsprintf|gets|strtok|scanf|sscanf|fscanf'
unsafe="$unsafe|atoi|atol|atoll|atof|system|popen|rand|srand|random|srandom"
unsafe="$unsafe|tmpnam|tempnam|mktemp|alloca|signal"
setting='setenv|putenv|unsetenv|setlocale|uselocale'
clock='time|gettimeofday|clock_gettime|localtime|localtime_r|ctime|strftime'
printing='printf|fprintf|vprintf|vfprintf|dprintf|puts|fputs|putchar|putc'
printing="$printing|fputc|fwrite|perror|err|errx|warn|warnx"
leaving='exit|_exit|_Exit|quick_exit'
floats='float|double|strtod|strtof|strtold|lround|floor|ceil'

# What is allowed all the same: file, words, why.
exceptions()
{
	cat <<-'END'
	src/base/locale.c setenv|unsetenv|setlocale one place sets the language
	src/base/date.c time|gettimeofday|clock_gettime|strftime|localtime_r the one clock
	src/base/mem.c fputs|fprintf|exit without memory nothing is left
	src/base/workers.c _exit a worker leaves the clean-up to its parent
	src/report/xlsx.c double a workbook holds no hundredths
	src/tui/plain_say.c fwrite the questions go to the stream that was given
	END
}

is_excepted() # FILE CALL
{
	exceptions | while read -r file calls _; do
		[ "$file" = "$1" ] || continue
		echo "$2" | grep -Eqx "$calls" && echo yes
	done | grep -q yes
}

# FILE:LINE:CALL for each use of WORDS in FILE; "(" after it where AFTER says.
uses() # FILE WORDS AFTER
{
	${CC:-cc} -fpreprocessed -dD -E -w -x c "$1" |
	sed -E 's/"([^"\\]|\\.)*"/""/g' |
	awk -v file="$1" -v words="$2" -v after="$3" '
	/^# [0-9]+ / { line = $2 - 1; next }
	{
		line++
		if ($0 ~ /^[ \t]*#/)
			next
		text = $0
		while (match(text, "(^|[^A-Za-z0-9_.>])(" words ")" after)) {
			call = substr(text, RSTART, RLENGTH)
			gsub(/[^A-Za-z0-9_]/, "", call)
			printf "%s:%d:%s\n", file, line, call
			text = substr(text, RSTART + RLENGTH)
		}
	}'
}

report() # WHY, lines on standard input
{
	while IFS=: read -r file line call; do
		is_excepted "$file" "$call" && continue
		echo "$file:$line: $call: $1"
	done
}

look()
{
	for file in $(find src -name '*.[ch]' | sort); do
		paren='[ \t]*\\('
		uses "$file" "$unsafe" "$paren" | report "never"
		uses "$file" "$setting" "$paren" | report "only in base/locale.c"
		uses "$file" "$clock" "$paren" | report "only in base/date.c"
		case $file in
		src/base/* | src/model/* | src/core/* | src/store/* | \
		src/exchange/* | src/report/* | src/tui/*)
			uses "$file" "$printing" "$paren" |
				report "the library does not print"
			uses "$file" "$leaving" "$paren" |
				report "the library does not end the program"
			;;
		src/cmd/*)
			uses "$file" "$printing" "$paren" |
				report "a command hands a table to report"
			uses "$file" "$leaving" "$paren" |
				report "a command returns a status"
			;;
		esac
		case $file in
		src/core/* | src/model/* | src/report/*)
			uses "$file" "$floats" '($|[^A-Za-z0-9_])' |
				report "averages are whole hundredths"
			;;
		esac
	done
	# cmocka counts a skipped test as passed: end with 77 instead.
	for file in $(find tests -name '*.c' | sort); do
		uses "$file" 'skip' '[ \t]*\\(' |
			report "a test that cannot run ends with 77"
	done
}

[ -n "$(find src -name '*.c')" ] || { echo "no sources to read"; exit 1; }
found=$(look)
[ -z "$found" ] || { echo "$found"; exit 1; }
