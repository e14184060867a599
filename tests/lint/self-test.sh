#!/bin/sh
# Shows that every script beside this one can fail: each is run on a small
# tree with faults, and must name them and end with 1.
set -u
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
tried=
faults=0

# Starts an empty tree for the script NAME.
tree() # NAME
{
	name=$1
	rm -rf "$work/tree"
	mkdir -p "$work/tree/src/base" "$work/tree/src/model" \
		"$work/tree/src/core" "$work/tree/src/cmd" "$work/tree/tests" \
		"$work/tree/po/content" "$work/tree/man"
	cd "$work/tree" || exit 1
}

# Runs the script; every argument must stand in what it says.
says() # TEXT...
{
	tried="$tried $name.sh"
	"$here/$name.sh" "$work/tree" >"$work/said" 2>&1
	status=$?
	if [ $status -eq 77 ]; then
		echo "$name.sh cannot run here"
		skipped=yes
		return
	fi
	[ $status -eq 1 ] || {
		echo "$name.sh ended with $status on a tree with faults"
		faults=1
	}
	for text in "$@"; do
		grep -qF -- "$text" "$work/said" || {
			echo "$name.sh does not say: $text"
			sed 's/^/	/' "$work/said"
			faults=1
		}
	done
}

# Runs the script; it must find nothing.
is_content()
{
	"$here/$name.sh" "$work/tree" >"$work/said" 2>&1
	case $? in
	0 | 77) ;;
	*)
		echo "$name.sh refuses a tree without faults"
		sed 's/^/	/' "$work/said"
		faults=1
		;;
	esac
}

skipped=

tree layers
echo '#include "base/b.h"' >src/core/a.c
is_content
echo '#include "core/a.h"' >src/model/up.c
echo '#include "up.h"' >src/model/bare.c
echo '#include <sqlite3.h>' >src/core/one.c
echo '#include <sqlite3.h>' >src/core/two.c
echo '#include <panel.h>' >src/base/p.c
echo '#include <ncursesw/curses.h>' >src/core/q.c
mkdir src/odd
echo >src/odd/x.c
says 'src/model/up.c:1: model may not include "core/a.h"' \
	'src/model/bare.c:1: "up.h" should name its layer' \
	'<sqlite3.h> belongs to src/core/one.c alone' \
	'<curses.h> belongs to src/base/p.c alone' \
	'src/odd/x.c:1: no such layer'

tree headers
echo '#include <stddef.h>' >src/base/good.h
echo 'size_t size(void);' >>src/base/good.h
is_content
echo 'size_t size(void);' >src/base/bad.h
says 'src/base/bad.h does not compile alone'

tree banned
cat >src/core/a.c <<'END'
/* strcpy(a, b) in a comment */
const char *x = "strcpy(a, b)";
int my_strcpy(int a);
END
is_content
cat >>src/core/a.c <<'END'
int y = strcpy(a,
	b);
int z(void) { exit(1); return printf("%d", (int)(double)1); }
END
echo 'int t = time(NULL), *p = setlocale(LC_ALL, "");' >src/base/b.c
echo 'int t = fputs("a", stdout);' >src/cmd/c.c
echo 'int t(void) { skip(); }' >tests/test_x.c
says 'src/core/a.c:4: strcpy: never' \
	'src/core/a.c:6: exit: the library does not end the program' \
	'src/core/a.c:6: printf: the library does not print' \
	'src/core/a.c:6: double: averages are whole hundredths' \
	'src/base/b.c:1: time: only in base/date.c' \
	'src/base/b.c:1: setlocale: only in base/locale.c' \
	'src/cmd/c.c:1: fputs: a command hands a table to report' \
	'tests/test_x.c:1: skip: a test that cannot run ends with 77'

tree noise
cat >src/core/sdc_a.c <<'END'
/* No double, no rand(), no time() here. */
long randomly(const struct random *random, long timed);
const char *x = "time(0)";
END
echo 'int r(void) { return getrandom(0, 0, 0); }' >src/base/random.c
echo 'int f(void) { return (int)(double)time(0); }' >src/base/other.c
is_content
cat >>src/core/sdc_a.c <<'END'
#include <math.h>
double d;
int r = rand();
int s = time(NULL);
END
echo '#include <sys/random.h>' >src/base/other.c
echo 'int r(void) { return getrandom(0, 0, 0); }' >>src/base/other.c
echo 'const char *u = "/dev/urandom";' >src/base/third.c
says 'src/core/sdc_a.c:4: math.h: noise needs no such header' \
	'src/core/sdc_a.c:5: double: noise is whole numbers' \
	'src/core/sdc_a.c:6: rand: noise comes from getrandom' \
	'src/core/sdc_a.c:7: time: noise has no clock' \
	'src/base/other.c:2: getrandom: only in base/random.c' \
	'src/base/third.c:1: /dev/urandom: noise comes from getrandom'

tree format
cp "$here/../../.clang-format" .
printf 'int a(void)\n{\n\treturn 1;\n}\n' >src/base/a.c
is_content
printf 'int a(void) {\n  return 1;\n}\n' >src/base/a.c
says 'src/base/a.c:1'

tree data
mkdir src/data
echo '[Desktop Entry]' >src/data/a.desktop
echo '<component/>' >src/data/a.metainfo.xml
says 'a.desktop: error' 'component-id-missing'

tree manual
touch src/ibp-scan.c
cat >man/ibp-data.5 <<'END'
.Dd November 23, 2026
.Dt IBP-DATA 5
.Os
.Sh NAME
.Nm ibp-data
.Nd a page
.Sh DESCRIPTION
.Bogus macro
END
says 'man/ibp-scan.1 is missing' 'skipping unknown macro'

tree catalogues
cp "$here/../../po/Makevars" po/
header='msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
echo 'nl' >po/LINGUAS
echo 'src/base/a.c' >po/POTFILES.in
echo 'int a = f(_("one"), _("two"));' >src/base/a.c
# shellcheck disable=SC2059
printf "$header"'msgid "one"\nmsgstr "een"\nmsgid "two"\nmsgstr "twee"\n' \
	>po/nl.po
cp po/nl.po po/content/en.po
is_content
echo 'int a = g(_("one"), _("two"), _("three"), C_("x", "y"));' >src/base/a.c
echo 'int b = g(_("four"));' >src/base/b.c
# shellcheck disable=SC2059
printf "$header"'#, fuzzy\nmsgid "one"\nmsgstr "een"\nmsgid "two"\nmsgstr ""\n' \
	>po/nl.po
says 'src/base/b.c: not in po/POTFILES.in' 'po/nl.po: fuzzy entries' \
	'po/nl.po: entries without a translation' \
	'po/nl.po: sentences of the sources are missing'

tree shell
printf '#!/bin/sh\necho a\n' >bootstrap
is_content
# shellcheck disable=SC2016
printf '#!/bin/sh\necho $1\n' >bootstrap
says SC2086

tree cppcheck
echo 'int a(const char *b) { return b[0]; }' >src/base/a.c
is_content
echo 'int a(void) { int b[2] = {0}; return b[2]; }' >src/base/a.c
says arrayIndexOutOfBounds

tree unfinished
echo '/* to do well is a habit */' >src/base/a.c
is_content
echo "/* FIX""ME: later */" >src/base/a.c
says 'src/base/a.c:1'

tree length
{
	printf 'int a(void)\n{\n'
	yes '	x();' | head -n 91
	printf '}\n'
} >src/base/a.c
says 'a has 91 lines'

for script in "$here"/*.sh; do
	script=${script##*/}
	case " $tried self-test.sh " in
	*" $script "*) ;;
	*)
		echo "nothing shows that $script can fail"
		faults=1
		;;
	esac
done
[ $faults -eq 0 ] || exit 1
[ -z "$skipped" ] || exit 77
