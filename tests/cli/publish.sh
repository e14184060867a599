#!/bin/sh
# Publishing: what is refused and why, the same bytes again, nothing half, no
# small numbers where others look.
# shellcheck source=tests/cli/lib.sh
. "$top_srcdir/tests/cli/lib.sh"
# shellcheck source=tests/cli/sector.sh
. "$top_srcdir/tests/cli/sector.sh"
COLUMNS=300
export COLUMNS

# one_more CODE SEED: another answer to one invitation.
one_more()
{
	rm -rf late
	echo "$1" | answer late 2027 "$2"
	monitor 0 receive -r register.ibpm late
}

# ---- too few, and a population that is not known ----

edition 6
monitor 1 publish -r register.ibpm -o figures --lang=nl
tells "P0: minder dan 20 inzendingen (18): deze ronde wordt er niets gepubliceerd."
[ ! -e figures ] || fail "P0 left a folder"
# T25: nothing small on a screen that others see.
monitor 1 publish -r register.ibpm -o figures --quiet --lang=nl
tells "P0: geweigerd."
! grep -E '[0-9]' err | grep -v 'P0' || fail "a number under --quiet"
monitor 0 publish -r register.ibpm -o figures k=15
monitor 2 publish -r register.ibpm -o figures k=9
sector 8 >boards.csv
rm -rf register.ibpm letters in
monitor 0 invite -r register.ibpm boards.csv edition=2027 --json
codes | answer in 2027 3
monitor 0 receive -r register.ibpm in
monitor 1 preview -r register.ibpm --lang=nl
tells "P2: hoeveel besturen er bestaan is niet bekend."
registers 6
monitor 0 strata -r register.ibpm locations.csv pupils.csv
monitor 1 publish -r register.ibpm -o other k=20 --lang=nl
tells "P2: alle besturen: er bestaan maar 18 besturen in deze groep; minimaal 20 nodig."

# ---- a whole edition ----

edition 45
cp register.ibpm unpublished.ibpm
rm -rf figures
monitor 0 preview -r register.ibpm --json
json_is edition 2027
json_is answers 135
json_is k 20
json_is refused false
json_is preview/0/cell all
json_is preview/1/cell so
json_is findings/0/code P1
# The tree for people: what is merged stands under the cell that holds it, and
# each group of a cell says whether it is shown.
monitor 0 preview -r register.ibpm --lang=nl
says "Samen met"
says "alle besturen"
monitor 0 preview -r register.ibpm so --json
json_is schema ibp-tools/groups/1
json_is cell so
json_is groups/0/group GO+OR
json_is groups/0/mean shown
json_is groups/18/group support_ended
monitor 2 preview -r register.ibpm so.S.north+east --lang=nl
tells "Deze cel wordt niet apart gepubliceerd"
monitor 2 preview -r register.ibpm Utrecht --lang=nl
tells "is geen cel"
monitor 2 preview -r register.ibpm so po
monitor 0 preview -r register.ibpm k=60 --json
json_is preview/0/boards 135
monitor 2 publish -r register.ibpm
monitor 0 publish -r register.ibpm -n
[ ! -e figures ] || fail "-n wrote"
monitor 0 publish -r register.ibpm -o figures --excel-nl
# The reader of boards takes what was written, and its digest.
digest=$(sha256sum figures/benchmark.csv | cut -d ' ' -f 1)
tells "$digest"
has figures/datapackage.json "sha256:$digest"
does init board=X sector=po -q
monitor 0 compare figures/benchmark.csv
# T23: no cell is a formula.
! sed 's/[,;]/\n/g' figures/benchmark.csv | grep -E '^"?[=+@	-]' ||
	fail "a cell that a spreadsheet computes"
! tail -c +4 figures/benchmark-excel.csv | tr ';' '\n' |
	grep -E '^"?[=+@	-]' || fail "a cell that Excel computes"
head -c 3 figures/benchmark-excel.csv | od -An -tx1 | grep -q 'ef bb bf' ||
	fail "no mark for Excel"
# T25: nothing published is of fewer than 10 boards.
awk '{ gsub(/"[^"]*"/, ""); split($0, f, ","); sub(/-.*/, "", f[13])
	if (NR > 1 && f[13] + 0 < 10) n++ } END { exit n > 0 }' \
	figures/benchmark.csv || fail "bands below 10"

# T13: the same set again gives the same bytes, from every machine.
monitor 0 publish -r register.ibpm -o again --excel-nl --lang=en --quiet
quiet
diff -r figures again || fail "not the same bytes"
n=0
while [ $n -lt 20 ]; do
	TZ=Pacific/Auckland monitor 0 publish -r register.ibpm -o again \
		--excel-nl --force --lang=nl -q
	n=$((n + 1))
done
diff -r figures again || fail "not the same bytes after twenty times"
cp unpublished.ibpm copy.ibpm
monitor 0 publish -r copy.ibpm -o fresh --excel-nl -q
diff -r figures fresh || fail "another copy gives other bytes"

# Nothing is written over.
monitor 3 publish -r register.ibpm -o figures
echo mine >again/mine.txt
monitor 3 publish -r register.ibpm -o again --force
has again/mine.txt mine
echo text >file
monitor 3 publish -r register.ibpm -o file --force

# T6, T7: one late board, one correction, one withdrawal.
first=$(head -n 1 all-codes)
one_more "$first" 99
monitor 1 publish -r register.ibpm -o late-figures --lang=nl
tells "P9: geweigerd. Samen met publicatie 1 zouden de cijfers van 1 bestuur af te splitsen zijn (minimaal 10). Wacht tot de volgende editie."
[ ! -e late-figures ] || fail "P9 left a folder"
monitor 1 publish -r register.ibpm -o late-figures -q --lang=nl
! grep -E ' 1 ' err || fail "a small number under --quiet"
cp figures/benchmark.csv kept.csv
cp unpublished.ibpm register.ibpm
monitor 0 publish -r register.ibpm -o second -q
same kept.csv second/benchmark.csv
monitor 0 withdraw -r register.ibpm "$(find in -name "*.json" | sort | head -n 1 |
	sed 's/.*-\([0-9a-f]*\).json/\1/')"
monitor 1 publish -r register.ibpm -o late-figures --lang=nl
tells "P9: geweigerd."
cp unpublished.ibpm register.ibpm
rm -rf second
monitor 0 publish -r register.ibpm -o second -q
printf 'name,sector,pupils,province\nNieuw,po,1000,Utrecht\n' >one.csv
monitor 0 invite -r register.ibpm one.csv edition=2027 --json
codes | answer later 2027 12
monitor 0 receive -r register.ibpm later
monitor 1 publish -r register.ibpm -o late-figures --lang=nl
tells "P9: geweigerd."

# An answer that somebody changed in the register comes into no figure.
if command -v sqlite3 >/dev/null; then
	cp unpublished.ibpm changed.ibpm
	sqlite3 changed.ibpm "UPDATE submission SET body =
		replace(body, '[1, ', '[0, ') WHERE body LIKE '%[1, %'"
	monitor 4 publish -r changed.ibpm -o late-figures --lang=en
	tells "was changed"
fi

# ---- the next edition ----

# P10: one board new, one gone.
cp unpublished.ibpm register.ibpm
rm -rf second
monitor 0 publish -r register.ibpm -o second -q
sector 45 1 >boards.csv
monitor 0 invite -r register.ibpm boards.csv edition=2028 --json
codes | answer in28 2028 7
monitor 0 receive -r register.ibpm in28
monitor 0 preview -r register.ibpm --lang=nl
says "P10: "
says "sinds editie 2027; 0 of minstens 5 nodig."

# ---- with noise ----

cp unpublished.ibpm register.ibpm
rm -rf noisy
monitor 2 publish -r register.ibpm -o noisy --epsilon=500/1000
monitor 2 publish -r register.ibpm -o noisy --mode=dp --epsilon=0.5
monitor 2 publish -r register.ibpm -o noisy --mode=dp --clusters --overall
monitor 2 publish -r register.ibpm -o noisy --mode=noise
monitor 1 publish -r register.ibpm -o noisy --mode=dp --overall \
	--epsilon=2500/1000 --lang=nl
tells "P14: geweigerd."
monitor 1 publish -r register.ibpm -o noisy --mode=dp --lang=nl
tells "P12: geweigerd. Bij 135 besturen, 13 groepen en epsilon 1 is de verwachte fout 0,58 niveau (hoogstens 0,15). Gebruik --clusters, --overall of de gewone modus."
[ ! -e noisy ] || fail "a refusal left a folder"
monitor 0 publish -r register.ibpm -o noisy --mode=dp --overall \
	--epsilon=1200/1000
has noisy/datapackage.json '"numerator": 1200'
monitor 0 compare noisy/benchmark.csv
# T22: a second time, the other mode, a fifth edition.
monitor 1 publish -r register.ibpm -o noisy2 --mode=dp --overall --lang=nl
tells "P11: geweigerd."
monitor 1 publish -r register.ibpm -o noisy2 --lang=nl
tells "P11: geweigerd. Editie 2027 is al gepubliceerd in de andere modus."
for year in 2028 2029 2030; do
	sector 20 >boards.csv
	monitor 0 invite -r register.ibpm boards.csv edition=$year --json
	codes | answer in$year $year 7
	monitor 0 receive -r register.ibpm in$year
	monitor 0 publish -r register.ibpm -o noisy$year --mode=dp --overall \
		--epsilon=1200/1000
done
monitor 0 invite -r register.ibpm boards.csv edition=2031 --json
codes | answer in2031 2031 7
monitor 0 receive -r register.ibpm in2031
monitor 1 publish -r register.ibpm -o noisy2031 --mode=dp --overall \
	--epsilon=1200/1000 --lang=nl
tells "P13: geweigerd. Het privacybudget van vijf edities is op (6 van 5)."
[ ! -e noisy2031 ] || fail "P13 left a folder"

# ---- without random numbers, and stopped halfway ----

cat >shim.c <<'END'
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/syscall.h>
#include <unistd.h>

ssize_t getrandom(void *to, size_t size, unsigned flags)
{
	if (!getenv("NO_RANDOM"))
		return syscall(SYS_getrandom, to, size, flags);
	errno = ENOSYS;
	return -1;
}

int rename(const char *from, const char *to)
{
	const char *stop = getenv("STOP_AT");

	if (stop && strcmp(stop, to) == 0)
		raise(SIGKILL);
	return (int)syscall(SYS_rename, from, to);
}
END
# ${CC} may be two words.
# shellcheck disable=SC2086
if ${CC:-cc} -shared -fPIC -o shim.so shim.c 2>/dev/null; then
	ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}verify_asan_link_order=0
	export ASAN_OPTIONS
	shim()
	{
		LD_PRELOAD=$work/shim.so "$@"
	}
	cp unpublished.ibpm register.ibpm
	keep register.ibpm
	NO_RANDOM=1 shim "$top_builddir/ibp-monitor" publish -r register.ibpm \
		-o blind --mode=dp --overall >out 2>err && fail "no random, status 0"
	[ ! -e blind ] || fail "figures without random numbers"
	is_kept register.ibpm
	NO_RANDOM=1 shim "$top_builddir/ibp-monitor" invite -r blind.ibpm \
		boards.csv edition=2027 >out 2>err && fail "no random, status 0"
	[ ! -e blind.ibpm ] || fail "a register without random numbers"
	[ -z "$(find . -name 'blind*')" ] || fail "something was left"
	# Killed between the register and the name: the next run finishes it.
	(STOP_AT=halved shim "$top_builddir/ibp-monitor" publish \
		-r register.ibpm -o halved --mode=dp --overall) >out 2>err
	[ ! -e halved ] || fail "half a publication"
	monitor 0 publish -r register.ibpm -o halved --mode=dp --overall
	monitor 0 compare halved/benchmark.csv
	monitor 1 publish -r register.ibpm -o halved2 --mode=dp --overall
	cp unpublished.ibpm register.ibpm
	(STOP_AT=halved3 shim "$top_builddir/ibp-monitor" publish \
		-r register.ibpm -o halved3) >out 2>err
	[ ! -e halved3 ] || fail "half a publication"
	monitor 0 publish -r register.ibpm -o halved3
	same kept.csv halved3/benchmark.csv
else
	lacks "a compiler that makes a shared library"
fi

# Whenever it is killed, figures are whole or absent.
for delay in 0.005 0.01 0.02 0.03 0.04 0.05 0.07 0.1; do
	cp unpublished.ibpm killed.ibpm
	rm -rf killed
	timeout -s KILL $delay "$top_builddir/ibp-monitor" publish \
		-r killed.ibpm -o killed >/dev/null 2>&1
	if [ -e killed ]; then
		same kept.csv killed/benchmark.csv
		has killed/datapackage.json "sha256:$digest"
	fi
	monitor 0 publish -r killed.ibpm -o killed --force -q
	same kept.csv killed/benchmark.csv
	[ ! -e killed.new ] || fail "a killed run left something behind"
done

# ---- several desks ----

# Neither half may be published, the whole may, and it is what one desk would
# have made of it; a rule that holds for the whole is not met by the parts.
sector 8 >boards.csv
registers 300
rm -rf register.ibpm letters
monitor 0 invite -r register.ibpm boards.csv edition=2027 --json
codes >all-codes
rm -rf in first second third
answer in 2027 7 <all-codes
monitor 0 strata -r register.ibpm locations.csv pupils.csv
cp register.ibpm one.ibpm
cp register.ibpm two.ibpm
cp register.ibpm whole.ibpm
mkdir first second
n=0
for file in in/*; do
	n=$((n + 1))
	if [ $((n % 2)) = 0 ]; then
		cp "$file" first
	else
		cp "$file" second
	fi
done
monitor 0 receive -r one.ibpm first
monitor 0 receive -r two.ibpm second
monitor 0 receive -r whole.ibpm in
monitor 1 publish -r one.ibpm -o half --lang=nl
tells "P0: minder dan 20 inzendingen (12)"
monitor 1 publish -r two.ibpm -o half
[ ! -e half ] || fail "half an edition"
monitor 0 merge -r one.ibpm two.ibpm
monitor 0 publish -r one.ibpm -o joined -q
monitor 0 publish -r whole.ibpm -o together -q
diff -r joined together || fail "two desks give other figures than one"
keep one.ibpm
monitor 1 merge -r one.ibpm two.ibpm --lang=en
tells "has published already"
monitor 1 merge -r two.ibpm whole.ibpm --lang=en
tells "has published already"
is_kept one.ibpm
# P9 over what came later, by whatever desk.
head -n 1 all-codes | answer third 2027 99
monitor 0 receive -r one.ibpm third
monitor 1 publish -r one.ibpm -o later --lang=nl
tells "P9: geweigerd."

finish
