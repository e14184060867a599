#!/bin/sh
# T21 in what was compiled: the objects between random numbers and published
# ones ask the C library for no chance, no clock and no mathematics, have no
# instruction that computes with fractions, and getrandom is asked once.
set -u
for tool in ar nm objdump; do
	command -v $tool >/dev/null || { echo "$tool is not here"; exit 77; }
done
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
faults=0

chance='s?rand|rand_r|s?random|random_r|[a-z]rand48(_r)?|arc4random.*'
clock='time|clock|clock_gettime|gettimeofday|timespec_get|clock_nanosleep'
fractions='f?(ex|po|l)(p|w|og)[0-9a-z]*|sqrtf?|floorf?|ceill?|l?l?roundf?|fabsf?'
fractions="$fractions|strtod|strtof|strtold|atof|__float[a-z]*|__fix[a-z]*"
source='getrandom|getentropy|RAND_.*'
# Scalar and packed fractions of x86; moves are left out, since whole
# numbers are moved by them as well.
computes='v?(add|sub|mul|div|sqrt|min|max|u?comi|cmp)[sp][sd]|v?cvt[a-z0-9]+'
computes="$computes|f(i?(ld|st|add|sub|mul|div|com)[a-z0-9]*|chs|abs|sqrt)"

# asks FILE WORDS: names of WORDS that FILE takes from elsewhere.
asks()
{
	nm -u "$1" | sed 's/^ *U //; s/@.*//' | grep -xE "$2"
}

# counts_in_fractions FILE: instructions; none where they are not known.
counts_in_fractions()
{
	case $(uname -m) in
	x86_64) objdump -d --no-show-raw-insn "$1" |
		grep -oE "^ +[0-9a-f]+:	($computes)( |	).*" ;;
	*) false ;;
	esac
}

# look FILE: true when there is something, which it says.
look()
{
	asks "$1" "$chance|$clock|$fractions" | sed "s|^|$1: |" >>"$work/found"
	counts_in_fractions "$1" | sed "s|^|$1: |" >>"$work/found"
	[ -s "$work/found" ]
}

# The archives, since a build folder may hold objects of before.
for library in base core; do
	mkdir "$work/$library" && (cd "$work/$library" &&
		ar x "${top_builddir:?}/src/lib$library.a") || exit 1
done
path=$(find "$work/core" -name '*sdc*.o' && find "$work/base" -name '*hash.o' \
	-o -name '*random.o')
[ "$(echo "$path" | wc -l)" -ge 15 ] || { echo "few objects: $path"; exit 1; }
for object in $path; do
	: >"$work/found"
	if look "$object"; then
		cat "$work/found"
		faults=1
	fi
done
for library in "$top_builddir"/src/lib*.a; do
	nm -A -u "$library"
done | grep -E " U ($source)(@.*)?$" >"$work/sources"
[ "$(sed 's/.*[-:]\(.*[.]o\): *U \([a-z]*\).*/\1 \2/' "$work/sources")" = \
	"random.o getrandom" ] || {
	echo "random bytes are asked for in:"
	cat "$work/sources"
	faults=1
}

# What must not be there is found when it is there.
for text in 'int rand(void); int f(void) { return rand(); }' \
	'long time(long *); long f(void) { return time(0); }' \
	'double pow(double, double); long f(long n) { return (long)pow((double)n, 2.5); }' \
	'long f(long n) { return (long)((double)n * 0.3); }'; do
	: >"$work/found"
	echo "$text" >"$work/bad.c"
	# ${CC} may be two words.
	# shellcheck disable=SC2086
	${CC:-cc} -O1 -w -fno-builtin -c -o "$work/bad.o" "$work/bad.c" || exit 1
	case $(uname -m):$text in
	*rand* | *time* | *pow* | x86_64:*)
		look "$work/bad.o" || {
			echo "not found: $text"
			faults=1
		} ;;
	esac
done
exit $faults
