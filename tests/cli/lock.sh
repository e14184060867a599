#!/bin/sh
# Locking an assessment; a change outside these tools, to what was locked or
# to the log, is reported by check.
. "$top_srcdir/tests/cli/lib.sh"
command -v sqlite3 >/dev/null || { echo "sqlite3 is not here"; exit 77; }

new_board
scan -q set GO.01 score=3 note="Vastgesteld"
scan -q evidence add GO.01 title=Beleid
expect 0 assessment lock 2026 -n
expect 0 assessment lock 2026
tells "is locked"
expect 0 assessment list --json
json_is assessments/0/locked 2026-11-23T12:00:00Z
json_is assessments/0/locked_by tester
digest=$(json assessments/0/digest)
[ "${#digest}" = 64 ] || fail "the digest is $digest"
expect 0 check

# The digest is what the manual says: lines, sorted, and SHA-256.
sqlite3 school.ibp >lines <<'END'
SELECT 'assessment' || char(9) || id || char(9) || 'name' || char(9) || name
	FROM assessment;
SELECT 'assessment' || char(9) || id || char(9) || 'framework' || char(9) ||
	framework FROM assessment;
SELECT 'assessment' || char(9) || id || char(9) || 'version' || char(9) ||
	version FROM assessment;
SELECT 'assessment' || char(9) || id || char(9) || 'created' || char(9) ||
	created FROM assessment;
SELECT 'norm' || char(9) || norm || char(9) || 'score' || char(9) || score
	FROM answer;
SELECT 'norm' || char(9) || norm || char(9) || 'note' || char(9) || note
	FROM answer;
SELECT 'evidence' || char(9) || id || char(9) || 'norm' || char(9) || norm
	FROM evidence;
SELECT 'evidence' || char(9) || id || char(9) || 'title' || char(9) || title
	FROM evidence;
END
own=$(LC_ALL=C sort lines | sha256sum | cut -d' ' -f1)
[ "$own" = "$digest" ] || fail "the digest is $digest, not $own"

# Nothing changes it; opening it again asks why.
keep school.ibp
expect 4 -a 2026 set GO.01 score=4
tells "locked"
expect 4 undo
tells "reason"
expect 2 assessment lock 2026
expect 2 assessment unlock 2026
expect 2 assessment unlock 2026 reason=
expect 3 assessment lock 2030
is_kept school.ibp
cp school.ibp locked.ibp
expect 0 assessment unlock 2026 reason="Telfout hersteld"
expect 2 assessment unlock 2026 reason=weer
expect 0 assessment list --json
json_is assessments/0/locked null
json_is assessments/0/unlock_reason "Telfout hersteld"
expect 0 log --json
says "Telfout hersteld"
scan -q set GO.01 score=4
expect 0 check
scan -q undo
scan -q undo
expect 0 assessment list --json
json_is assessments/0/digest "$digest"
expect 0 check
expect 4 undo
expect 0 redo
expect 0 assessment lock 2026
expect 0 assessment list --json
json_is assessments/0/unlock_reason "Telfout hersteld"
expect 0 check

# tamper SQL CODE: one change outside these tools.
tamper()
{
	cp locked.ibp school.ibp
	sqlite3 school.ibp "$1" || fail "$1"
	expect 1 check --json
	says "\"$2\""
}

tamper "UPDATE answer SET note = 'Vastgestelt'" changed-after-lock
tamper "UPDATE answer SET score = 4" changed-after-lock
tamper "UPDATE evidence SET title = 'Beleit'" changed-after-lock
tamper "DELETE FROM evidence" changed-after-lock
tamper "UPDATE assessment SET digest = NULL" broken-chain
tamper "UPDATE assessment SET locked = NULL, digest = NULL" broken-chain

# The triggers stand in the way; who takes them away puts them back.
log_row()
{
	triggers=$(sqlite3 locked.ibp \
		"SELECT sql || ';' FROM sqlite_schema WHERE type = 'trigger'")
	tamper "DROP TRIGGER step_stays; DROP TRIGGER step_is_kept;
		DROP TRIGGER change_stays; DROP TRIGGER change_is_kept;
		DROP TRIGGER link_stays; DROP TRIGGER link_is_kept;
		$1; $triggers" broken-chain
	says "$2"
}
log_row "UPDATE step SET who = 'iemand' WHERE id = 2" "at step 2"
log_row "UPDATE step SET at = '2026-11-23T12:00:01Z' WHERE id = 3" "at step 3"
log_row "UPDATE change SET becomes = 'Beleit' WHERE becomes = 'Beleid'" \
	"at step 3"
log_row "DELETE FROM change WHERE step = 2 AND nr = 2" "at step 2"
log_row "DELETE FROM history; DELETE FROM change WHERE step = 2;
	DELETE FROM link WHERE step = 2; DELETE FROM step WHERE id = 2" \
	"should have 4"
log_row "DELETE FROM history; DELETE FROM change WHERE step = 4;
	DELETE FROM link WHERE step = 4; DELETE FROM step WHERE id = 4" \
	"has 3 steps and should have 4"
log_row "DELETE FROM link WHERE step = 4" "at step 4"
tamper "UPDATE chain SET steps = 3" broken-chain
tamper "UPDATE chain SET head = replace(head, substr(head, 1, 1), 'x')" \
	broken-chain
finish
