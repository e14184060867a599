#!/bin/sh
# Ctrl-C ends a command at once with 130; a file that another program is
# changing is left alone with status 4.
. "$top_srcdir/tests/cli/lib.sh"
new_board
if ! command -v flock >/dev/null; then
	lacks flock
	finish
fi
scan -q set GO.01 score=2
keep school.ibp

# Someone else holds the lease until the end of this test.
mkfifo hold
flock -x school.ibp.lock cat hold &
holder=$!
exec 9>hold
for try in 1 2 3 4 5 6 7 8 9 10; do
	flock -n -x school.ibp.lock true || break
	sleep 0.$try
done

expect 4 set GO.01 score=3
is_kept school.ibp
expect 4 undo
is_kept school.ibp
expect 0 show GO.01 --json
json_is score 2
expect 0 set GO.01 score=3 -n
expect 0 check

# It waits for the lease, so there is time to stop it.
"$top_builddir/ibp-scan" set GO.01 score=3 >out 2>err &
waiting=$!
# Before that the signal would stop the shell that starts it.
until [ ! -d /proc/self ] || [ ! -d /proc/$waiting ] ||
	grep -q ibp-scan /proc/$waiting/comm; do
	sleep 0.1
done
while kill -INT $waiting 2>/dev/null; do
	sleep 0.1
done
wait $waiting
got=$?
[ $got = 130 ] || fail "Ctrl-C: status $got"
grep -q "stopped" err || fail "Ctrl-C says nothing"
is_kept school.ibp

exec 9>&-
wait $holder
expect 0 set GO.01 score=3
finish
