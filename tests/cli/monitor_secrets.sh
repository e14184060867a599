#!/bin/sh
# What leaves: nothing of what a person typed, of this machine or of the hour,
# in any byte, and the same bytes wherever it is made (T1, T2).
# shellcheck source=tests/cli/lib.sh
. "$top_srcdir/tests/cli/lib.sh"
command -v sqlite3 >/dev/null || { echo "sqlite3 is not here"; exit 77; }

monitor="$top_builddir/ibp-monitor"
example=$IBP_DATADIR/examples/voorbeeld.ibp
echo 7ZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-Z\* >code
first=

# leaves FILE FOLDER: the summary of FILE, in FOLDER.
leaves()
{
	rm -rf "$2"
	"$monitor" -f "$1" export --edition=2027 --for="Sectorraad" \
		--code=code --force -o "$2" >shown 2>messages
}

# ---- The same bytes from another machine (T2) ----

cp "$example" first.ibp
leaves first.ibp first || fail "$(cat messages)"
first=$(echo first/*.json)
mkdir -p elsewhere/home
cp "$example" "elsewhere/Bestuur in Ommen.ibp"
for set in "LC_ALL=C TZ=Asia/Tokyo" "LC_ALL=C.UTF-8 LANGUAGE=nl TZ=America/Lima" \
	"LANG=nl_NL.UTF-8 TZ=UTC IBP_NOW=2026-11-23T23:59:59Z" \
	"LC_ALL=tr_TR.UTF-8 IBP_NOW=2026-11-23T00:00:00Z"; do
	rm -rf elsewhere/out
	# Words of the environment.
	# shellcheck disable=SC2086
	(cd elsewhere && umask 0 && env $set USER=iemand LOGNAME=iemand \
		HOME="$work/elsewhere/home" HOSTNAME=anders "$monitor" \
		-f "Bestuur in Ommen.ibp" export --edition=2027 \
		--for="Andere raad $$" --code=../code --force -o out \
		>../shown 2>../messages) || fail "$set: $(cat messages)"
	same "$first" elsewhere/out/*.json
	[ "$(stat -c '%a %Y' elsewhere/out/*.json)" = \
		"$(stat -c '%a %Y' first/*.json)" ] ||
		fail "$set: $(stat -c '%a %y' elsewhere/out/*.json)"
done

# Another machine and another user, where a test may have them.
# shellcheck disable=SC2016
other='hostname elders && "$monitor" -f first.ibp export \
	--edition=2027 --for="Derde raad" --code=code --force -o third'
if unshare -ru true 2>/dev/null; then
	monitor=$monitor unshare -ru sh -c "$other" >shown 2>messages ||
		fail "another machine: $(cat messages)"
	same "$first" third/*.json
fi
if [ "$(id -u)" -eq 0 ] &&
	runuser -u nobody -- "$monitor" --version >/dev/null 2>&1; then
	mkdir nobody && cp "$example" nobody/first.ibp && cp code nobody &&
		chmod 711 . && chown -R nobody nobody
	(cd nobody && runuser -u nobody -- env HOME="$work/nobody" \
		"$monitor" -f first.ibp export --edition=2027 --for=Raad \
		--code=code --force -o out) >shown 2>messages ||
		fail "another user: $(cat messages)"
	same "$first" nobody/out/*.json
fi

# Another board with the same scores and applications: other names, another
# number of pupils, another sector, and the scores typed in another order.
scan -q init -f a.ibp board="Stichting De Linde" sector=po students=900 ||
	fail "init"
scan -q init -f b.ibp board="Ons Middelbaar" sector=vo students=12000 \
	province=Drenthe || fail "init"
scan norms --plain | grep -o '^[A-Z0-9]*[.][0-9]*' >codes
# shellcheck disable=SC2046
{
scan -q -f a.ibp set $(cat codes) score=3 note="Van a" owner=bestuur
scan -q -f b.ibp set $(tac codes) score=1
scan -q -f b.ibp set $(tac codes) score=3 reason="Van b"
}
leaves a.ibp a || fail "$(cat messages)"
leaves b.ibp b || fail "$(cat messages)"
same a/*.json b/*.json

# ---- Nothing of what was typed, nor of this machine (T1) ----

# Words of the example and of here; numbers have digits of other numbers.
{
	sqlite3 first.ibp "SELECT name FROM board UNION SELECT name FROM school
		UNION SELECT brin FROM school UNION SELECT name FROM application
		UNION SELECT supplier FROM application"
	hostname
	id -un
	printf '%s\n' "$work" "$PWD" Sectorraad first.ibp tester 2026 nl_NL
} | awk 'length > 4' | sort -u >words
[ "$(wc -l <words)" -gt 40 ] || fail "few words to look for"
! grep -qiFf words "$first" || fail "$(grep -oiFf words "$first")"
# The same search finds what was put there.
{
	cat "$first"
	head -n 1 words
} >planted
grep -qiFf words planted || fail "a planted name is not found"

# ---- A secret in every field of every table, new ones too ----

# Every column gets a secret: a word, else a day, else a number.  Where a file
# with it cannot be read the column stays as it was, and nothing is written.
sqlite3 first.ibp "SELECT m.name || ' ' || p.name
	FROM sqlite_schema m, pragma_table_info(m.name) p
	WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'" >columns
[ "$(wc -l <columns)" -gt 100 ] || fail "few columns: $(cat columns)"

# plant FILE TABLE COLUMN VALUE
plant()
{
	sqlite3 "$1" "PRAGMA ignore_check_constraints = ON;
		UPDATE OR IGNORE \"$2\" SET \"$3\" = $4;
		SELECT changes() > 0" 2>/dev/null | grep -q 1
}

# try TABLE COLUMN VALUE: keeps what can be read, and is then true.
try()
{
	cp planted.ibp trial.ibp
	plant trial.ibp "$@" || return 1
	if leaves trial.ibp trial; then
		mv trial.ibp planted.ibp
		echo "$1.$2" >>taken
		return
	fi
	[ ! -e trial ] || fail "$1.$2: refused, and something was written"
	return 1
}

# No table is empty.
cp first.ibp planted.ibp
scan -q -f planted.ibp filter save Mijn 'score<3' || fail "filter"
scan -q -f planted.ibp evidence add GO.01 title=Plan ref=plan.pdf ||
	fail "evidence"
sqlite3 planted.ibp "INSERT INTO draft VALUES ('norm/GO.01/note', 'Concept')"
cut -d' ' -f1 columns | sort -u >tables
while read -r table; do
	[ "$(sqlite3 planted.ibp "SELECT count(*) > 0 FROM \"$table\"")" = 1 ] ||
		fail "$table is empty"
done <tables
# The log only grows; here it gets secrets as well.
sqlite3 planted.ibp "SELECT 'DROP TRIGGER \"' || name || '\";' FROM sqlite_schema
	WHERE type = 'trigger'" | sqlite3 planted.ibp
while read -r table column; do
	try "$table" "$column" "'Geheim ' || hex(randomblob(4)) || ' van $table'" ||
		try "$table" "$column" "'2031-07-19'" ||
		try "$table" "$column" 77777 ||
		echo "$table.$column holds no secret"
done <columns
[ "$(wc -l <taken)" -ge 60 ] || fail "only $(wc -l <taken) took a secret"
# What a person types freely is among them.
for column in answer.reason answer.owner answer.note application.name \
	application.supplier application.note assessment.name board.name \
	evidence.title evidence.ref evidence.checked_by placement.note \
	change.was change.becomes step.who board.students application.cost \
	coupling.data school.name school.brin exclusion.reason setting.value \
	draft.text filter.expr; do
	grep -qxF "$column" taken || fail "$column took no secret"
done
sqlite3 planted.ibp .dump | grep -q 'Geheim [0-9A-F]* van answer' ||
	fail "the secrets are not in the file"
leaves planted.ibp last || fail "$(cat messages)"
# What was typed freely changes nothing at all; the rest is never a word.
sed -E 's/"(catalogue|token_id|mac)": "[^"]*"/"\1"/' last/*.json >last.words
! grep -qiE 'geheim|van [a-z]|2031|07-19|77777' last.words ||
	fail "$(cat last.words)"
sed -E 's/[0-9]+/0/g' last.words >last.shape
sed -E 's/"(catalogue|token_id|mac)": "[^"]*"/"\1"/; s/[0-9]+/0/g' "$first" \
	>first.shape
same first.shape last.shape
"$monitor" check last/*.json >out 2>err || fail "$(cat out err)"

# ---- The published schema says the same ----

schema=$IBP_DATADIR/schemas/summary-1.schema.json
for python in python3 /usr/bin/python3; do
	"$python" -c 'import jsonschema' 2>/dev/null && break
	python=
done
if [ -n "$python" ]; then
	valid="$python -W ignore $top_srcdir/tests/cli/valid.py $schema"
	for file in "$first" a/*.json last/*.json; do
		$valid "$file" || fail "$file is not valid by the schema"
	done
	for change in 's/"version": 1/"version": 2/' 's/2027/2027e/' \
		's/"edition"/"name": "x", "edition"/' 's/"mac".*/"mac": ""/' \
		's/\[\[1, 3, /[[-1, 3, /' 's/\[\[1, 3, /[[1, /' \
		's/"landscape": \[[0-9]/"landscape": [5/' \
		's/"landscape": \[/"landscape": [1, /' \
		's/"groups": .*/"groups": [],/' 's/\[\[1, /[[1.5, /'; do
		sed "$change" "$first" >changed.json
		! cmp -s "$first" changed.json || fail "$change changes nothing"
		! $valid changed.json || fail "$change is valid by the schema"
		! "$monitor" check changed.json >out 2>err ||
			fail "$change is read"
	done
else
	lacks "jsonschema for python3"
fi
finish
