#!/bin/sh
# ibp-monitor without a command, as questions and answers: the same summary as
# the command makes, and every line fit to be read aloud.
# shellcheck source=tests/cli/lib.sh
. "$top_srcdir/tests/cli/lib.sh"
# shellcheck source=tests/cli/sector.sh
. "$top_srcdir/tests/cli/sector.sh"

register=
# answers STATUS LINE...: what is said is in out.
answers()
{
	wanted=$1
	shift
	ran="answers $*"
	# shellcheck disable=SC2086
	printf '%s\n' "$@" | "$top_builddir/ibp-monitor" --plain --lang=nl \
		$register >out 2>err
	got=$?
	[ "$got" = "$wanted" ] || {
		fail "$ran: status $got, not $wanted"
		sed 's/^/	/' out err
	}
	[ "$(wc -L <out)" -le 100 ] || fail "$ran: a line is too long"
	! LC_ALL=C grep -q '[[:cntrl:]]' out || fail "$ran: a control character"
}

zeroes=00000-00000-00000-00000-00000-00
name=summary-2027-3173497950268fc2.json
cp "$IBP_DATADIR/examples/voorbeeld.ibp" school.ibp
echo $zeroes >code
"$top_builddir/ibp-monitor" export --edition=2027 --for=Raad --code=code -o a \
	--force >shown 2>err || fail "$(cat err)"

answers 0 1 2027 Raad $zeroes b q
says "Regel 4: \"edition\": \"2027\","
says "De editie waaraan je meedoet"
says "Dit bestand is vertrouwelijk"
same a/$name b/$name
[ "$(stat -c '%a %Y' a/$name)" = "$(stat -c '%a %Y' b/$name)" ] || fail "mode"
# Enter, going back and the end of the answers write nothing.
answers 0 1 2027 Raad $zeroes "" q
says "Er is niets geschreven."
answers 0 1 2027 "<" 2028 Raad $zeroes "<" q
says "Er is niets geschreven."
answers 0 1 2027 Raad $zeroes
[ ! -e c ] || fail "written"
[ "$(find . -name '*.json' | wc -l)" = 2 ] || fail "another summary"
# What is wrong is said, and asked again.
answers 0 1 27 2027 " " Raad $zeroes "" q
says "is geen editie"
answers 1 1 2027 Raad wrong $zeroes "" q
says "E4:"
answers 1 1 2027 "Andere raad" $zeroes c q
says "E6:"
[ ! -e c ] || fail "written in spite of E6"
answers 0 "?" 1 "?" 2027 "?" Raad "?" "<" "<" "<" "<" q
says "zoals het in de uitnodiging staat"

answers 0 2 a/$name q
says "Met een eigenaar: 81-100%."
answers 3 2 nothing.json q
cat >figures.csv <<'END'
edition,mode,cell,sector,size,part,group,measure,category,value,display,unit,boards,conf_status
2027,k,all,all,all,all,GO+OR,mean,,3.15,"3,15",level,100-199,F
END
answers 0 3 figures.csv q
says "GO+OR (Bestuur, Organisatie): jij hebt 2,29, de sector 3,15. lager."
answers 3 3 school.ibp q
rm school.ibp
answers 3 1 q
says "Er is geen school.ibp in deze map"

# ---- whoever gathers ----

"$top_builddir/tests/cli/invented" register.ibpm \
	"$top_srcdir/examples/monitor/boards.csv" >codes
answer in 2027 60 <codes
monitor 0 receive -r register.ibpm in
register="-r register.ibpm"
answers 0 1 2 "" "" "" "" "" 4 q
says "2027. Stand: open. Uitgenodigd: 60. Ingezonden: 60."
[ "$(grep -c 'Sector: .*Stand: ingezonden. Versie: 1.' out)" = 60 ] ||
	fail "not every board is read"
says "benchmark.csv: "
# k can be another, and a cell has groups; what is neither is said.
answers 0 3 m 3 "" 9 veel 1001 vo "" "po+so, m" 60 "" q
says "k: 20"
says "k is nooit lager dan 10."
says "veel is geen cel uit de lijst"
says "1001 is geen cel uit de lijst"
says "Cel: vo"
says "RM. Titel: Risicomanagement. Besturen: 19. Gemiddelde: P1. Verdeling: P1."
says "P1: vo, RM: 19 besturen; minimaal 20 nodig. Weggelaten."
says "Samen met: po. Regels: P1."
says "Deze cel wordt niet apart gepubliceerd"
says "k: 60"
says "minder dan 60 inzendingen (58)"
# Only the word publishes, and only once.
answers 0 5 q
answers 0 5 "" q
answers 0 5 nieuw nee q
says "Er is niets gepubliceerd."
answers 0 5 nieuw "" 5 "<" 5 nieuw "<" 5 nieuw
[ ! -e nieuw ] || fail "published without the word"
answers 0 5 nieuw publiceer 1 q
says "De cijfers staan in nieuw."
says "Gepubliceerd: 1."
monitor 0 publish -r register.ibpm -o ook -q
same nieuw/benchmark.csv ook/benchmark.csv
echo other >nieuw/own
answers 3 5 nieuw publiceer q
register="-r nothing.ibpm"
answers 3 1
register="-r nieuw/benchmark.csv"
answers 4 1
finish
