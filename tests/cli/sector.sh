# An invented sector for the tests of the aggregator's commands.  To be read
# with "." after lib.sh.
# shellcheck shell=sh

# monitor STATUS WORD...: runs ibp-monitor; what it says is in out and err.
monitor()
{
	wanted=$1
	shift
	ran="ibp-monitor $*"
	"$top_builddir/ibp-monitor" "$@" >out 2>err </dev/null
	got=$?
	[ "$got" = "$wanted" ] || {
		fail "$ran: status $got, not $wanted"
		sed 's/^/	/' err
	}
}

# sector COUNT [OFFSET]: boards.csv with COUNT boards of each sector, of all
# sizes and from all parts of the country.
sector()
{
	awk -v count="$1" -v offset="${2:-0}" 'BEGIN {
		split("Groningen Gelderland Utrecht Limburg", province, " ")
		split("po vo so", sector, " ")
		print "name,sector,pupils,province,holding"
		for (s = 1; s <= 3; s++)
			for (i = 1 + offset; i <= count + offset; i++)
				printf "Bestuur %s %d,%s,%d,%s,\n",
					sector[s], i, sector[s],
					300 + (i * 37) % 60 * 100,
					province[i % 4 + 1]
	}'
}

# registers COUNT: the public files of a country with COUNT boards of each
# sector, two schools a board: locations.csv and pupils.csv.
registers()
{
	awk -v count="$1" 'BEGIN {
		split("Groningen Gelderland Utrecht Limburg", province, " ")
		split("BO VO SO", kind, " ")
		print "PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;" \
			"SOORT ONDERWIJS" >"locations.csv"
		print "INSTELLINGSCODE;GEMEENTENAAM;AANTAL LEERLINGEN" \
			>"pupils.csv"
		for (s = 1; s <= 3; s++)
			for (i = 1; i <= count; i++)
				for (school = 1; school <= 2; school++) {
					code = sprintf("%d%04d%d", s, i, school)
					printf "%s;%d%04d;%s;%s\n",
						province[i % 4 + 1], s, i,
						code, kind[s] >"locations.csv"
					printf "%s;Ergens;%d\n", code,
						150 + (i * 37) % 60 * 50 \
						>"pupils.csv"
				}
	}'
}

# The codes of the invitations in the JSON of the last run, one a line.
codes()
{
	grep -o '"code": *"[^"]*"' out | cut -d '"' -f 4
}

# answer FOLDER EDITION SEED: makes summaries for the codes in standard input.
answer()
{
	"$top_builddir/tests/cli/summaries" "$@" || fail "summaries $*"
}

# edition COUNT [BOARDS]: a register of 2027 with COUNT boards of each sector
# invited, all of them answered, in a country with BOARDS of each.
edition()
{
	rm -rf register.ibpm* letters in boards.csv
	sector "$1" >boards.csv
	registers "${2:-300}"
	monitor 0 invite -r register.ibpm boards.csv edition=2027 --json
	codes >all-codes
	monitor 0 strata -r register.ibpm locations.csv pupils.csv
	answer in 2027 7 <all-codes
	monitor 0 receive -r register.ibpm in
}
