#!/bin/sh
# What is published, read by programs that know nothing of it: Python with the
# package beside the table, and SQLite.
# shellcheck source=tests/cli/lib.sh
. "$top_srcdir/tests/cli/lib.sh"
# shellcheck source=tests/cli/sector.sh
. "$top_srcdir/tests/cli/sector.sh"

"$top_builddir/tests/cli/invented" register.ibpm \
	"$top_srcdir/examples/monitor/boards.csv" >codes
answer in 2027 60 <codes
monitor 0 receive -r register.ibpm in
cp register.ibpm unpublished.ibpm
monitor 0 publish -r register.ibpm -o figures -q
monitor 0 publish -r unpublished.ibpm -o noisy --mode=dp --overall -q

# ---- Python ----

# reads FOLDER: the package tells the truth about the table.
reads()
{
	python3 "$top_srcdir/tests/cli/package.py" "$1" >said 2>&1
}

if command -v python3 >/dev/null; then
	for folder in figures noisy "$top_srcdir/examples/monitor"; do
		reads "$folder" || fail "$folder: $(cat said)"
	done
	# And each lie is seen: a change of the table, or of the package.
	while IFS='	' read -r file change wanted; do
		rm -rf changed
		cp -r figures changed
		sed "$change" "figures/$file" >"changed/$file"
		! cmp -s "figures/$file" "changed/$file" ||
			fail "$change changes nothing"
		! reads changed || fail "$change is not seen"
		grep -qF "$wanted" said || fail "$change: $(head -n 3 said)"
	done <<'END'
benchmark.csv	2s/2027/2O27/	line 2: edition: "2O27" does not fit
benchmark.csv	2s/2027/2028/	the digest
benchmark.csv	3s/,1,/,6,/	is above 5
benchmark.csv	4d	the number of bytes
benchmark.csv	2s/mean/median/	"median" is none of
benchmark.csv	2s/,F/,A/	a value that is left out
benchmark.csv	3s/percent/level/	a unit that does not fit
benchmark.csv	2s/,F/,F,/	line 2: 15 cells
benchmark.csv	2{p;}	the same figure twice
benchmark.csv	2s/2\.[0-9]*/2,25/	cells
datapackage.json	s/"name": "cell"/"name": "cel"/	the names of the columns
datapackage.json	s/sha256:./sha256:g/	the digest
END
else
	lacks "python3"
fi

# ---- SQLite ----

if command -v sqlite3 >/dev/null; then
	# query SQL: one answer.
	query()
	{
		sqlite3 -cmd ".import --csv $folder/benchmark.csv f" :memory: "$1"
	}
	folder=figures
	[ "$(query "SELECT count(*) FROM f")" = \
		$(($(wc -l <figures/benchmark.csv) - 1)) ] || fail "rows are lost"
	[ "$(query "SELECT DISTINCT measure FROM f ORDER BY 1" | tr '\n' ' ')" = \
		"at_target landscape level mean " ] || fail "P15: another statistic"
	# Shares of a group are of one whole, but for the rounding of each.
	[ "$(query "SELECT count(*) FROM (SELECT sum(value) AS s FROM f
		WHERE measure = 'level' AND conf_status = 'F'
		GROUP BY cell, \"group\" HAVING s NOT BETWEEN 70 AND 130)")" = 0 ] ||
		fail "shares that are no shares"
	[ "$(query "SELECT count(*) FROM f WHERE measure = 'mean' AND value <> ''
		AND value * 1 NOT BETWEEN 1.5 AND 4.5")" = 0 ] || fail "a mean"
	# A cell that is split is split whole: nothing can be subtracted.
	[ "$(query "SELECT group_concat(DISTINCT sector) FROM f
		WHERE size = 'all' AND part = 'all'")" = "all,po+so,vo" ] ||
		fail "sectors: $(query "SELECT DISTINCT sector FROM f")"
	folder=noisy
	[ "$(query "SELECT DISTINCT cell, mode FROM f")" = "all|dp" ] ||
		fail "noise is of the whole only"
else
	lacks "sqlite3"
fi
finish
