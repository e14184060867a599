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
cp register.ibpm unpublished.ibpm
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

# ---- The published schema says the same ----

monitor 0 publish -r unpublished.ibpm -o noisy --mode=dp --overall -q
schema=$IBP_DATADIR/schemas/benchmark-1.schema.json
for python in python3 /usr/bin/python3; do
	"$python" -c 'import jsonschema' 2>/dev/null && break
	python=
done
[ -n "$python" ] || lacks "jsonschema for python3"
# valid FILE: true where there is nothing to look with.
valid()
{
	[ -z "$python" ] || "$python" -W ignore \
		"$top_srcdir/tests/cli/valid.py" "$schema" "$1"
}
for package in "$example/datapackage.json" figures/datapackage.json \
	noisy/datapackage.json; do
	valid "$package" || fail "$package is not valid by the schema"
done
while [ -n "$python" ] && read -r from change; do
	sed "$change" "$from/datapackage.json" >changed.json
	! cmp -s "$from/datapackage.json" changed.json ||
		fail "$change changes nothing"
	! valid changed.json || fail "$change is valid by the schema"
done <<'END'
figures s/"mode": "k"/"mode": "dp"/
figures s/"k": 20/"k": 9/
figures s/"k": 20/"least": 3, "k": 20/
figures s/"name": "cell"/"name": "cel"/
figures s/"name": "value", "type": "number"/"name": "value", "type": "string"/
figures s/"enum": ."F", "A".//
figures s/sha256:/sha1:/
figures s/"step": 0.30/"step": "0,30"/
figures s/ibp-benchmark-2027/ibp-benchmark/
figures s/"program": .*/"program": ""/
noisy s/"numerator": 1000/"numerator": 5000/
noisy s/"detail": "overall"/"detail": "boards"/
noisy s/"denominator": 1000/"denominator": 10/
END
finish
