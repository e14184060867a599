#!/bin/sh
# The example edition is what the programs make of its boards.  Run with
# IBP_EXAMPLE_WRITE=1 it writes what they make now.
# shellcheck source=tests/cli/lib.sh
. "$top_srcdir/tests/cli/lib.sh"
# shellcheck source=tests/cli/sector.sh
. "$top_srcdir/tests/cli/sector.sh"

example=$top_srcdir/examples/monitor
"$top_builddir/tests/cli/invented" register.ibpm "$example/boards.csv" >codes ||
	fail "the register was not made"
answer in 2027 60 <codes
monitor 0 receive -r register.ibpm in --json
json_is received 60
monitor 0 publish -r register.ibpm -o figures -q
if [ -n "${IBP_EXAMPLE_WRITE:-}" ]; then
	cp figures/benchmark.csv figures/datapackage.json "$example"
fi
same "$example/benchmark.csv" figures/benchmark.csv
# The program names its own version.
grep -v '"program": ' "$example/datapackage.json" >wanted
grep -v '"program": ' figures/datapackage.json >made
same wanted made
does init board=X sector=po -q
monitor 0 compare "$example/benchmark.csv" --sector=po --size=M
finish
