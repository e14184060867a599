#!/bin/sh
# The way from random numbers to published ones: whole numbers only, nothing
# that is random but getrandom, in one place, and nothing that reads a clock.
# Comments and strings do not count.  Argument: the tree to read.
set -u
cd "${1:-${top_srcdir:-.}}" || exit 1
LC_ALL=C
export LC_ALL

floats='float|double|_Complex'
headers='math[.]h|fenv[.]h|float[.]h|time[.]h|sys/time[.]h'
chance='s?rand|rand_r|s?random|random_r|[a-z]rand48|arc4random[a-z_]*'
chance="$chance|getentropy|RAND_[a-z_]+"
clock='time|clock|clock_gettime|gettimeofday|timespec_get'
source='getrandom|SYS_getrandom|SYS_getentropy'
quote='/dev/u?random'

# The lines of FILE that have one of WORDS as a whole word, before AFTER.
uses() # FILE WORDS AFTER WHY
{
	${CC:-cc} -fpreprocessed -dD -E -w -x c "$1" 2>/dev/null |
	sed -E 's/"([^"\\]|\\.)*"/""/g' |
	awk -v file="$1" -v words="$2" -v after="$3" -v why="$4" '
	/^# [0-9]+ / { line = $2 - 1; next }
	{
		line++
		text = $0
		if (match(text, "(^|[^A-Za-z0-9_])(" words ")" after)) {
			word = substr(text, RSTART, RLENGTH)
			gsub(/^[^A-Za-z0-9_]|[^A-Za-z0-9_]+$/, "", word)
			printf "%s:%d: %s: %s\n", file, line, word, why
		}
	}'
}

path=$(find src/core -name 'sdc*.[ch]' | sort)
[ -n "$path" ] || { echo "no noise path to read"; exit 1; }

end='($|[^A-Za-z0-9_])'
call='[ \t]*\\('

look()
{
	for file in $path src/base/hash.[ch] src/base/random.[ch]; do
		[ -f "$file" ] || continue
		uses "$file" "$floats" "$end" "noise is whole numbers"
		uses "$file" "$chance" "$call" "noise comes from getrandom"
		uses "$file" "$clock" "$call" "noise has no clock"
		uses "$file" "$headers" '>' "noise needs no such header"
	done
	for file in $(find src -name '*.[ch]' | sort); do
		grep -Eno "$quote" "$file" |
			sed "s|^\([0-9]*\):\(.*\)|$file:\1: \2: noise comes from getrandom|"
		[ "$file" = src/base/random.c ] ||
			uses "$file" "$source" "$end" "only in base/random.c"
	done
}

found=$(look)
[ -z "$found" ] || { echo "$found"; exit 1; }
