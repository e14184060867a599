/* Writing: a list of changes as one step, and its log. */
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "store/chain.h"
#include "store/internal.h"
#include "store/step.h"
#include "store/subject.h"

#define PASSWD_MAX 4096

#define LOGIN_CHARACTERS \
	"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-"

/* $LOGNAME where it looks like a login name, or NULL. */
static const char *named_who(void)
{
	const char *name = getenv("LOGNAME");

	if (!name || !*name || name[strspn(name, LOGIN_CHARACTERS)])
		return NULL;
	return name;
}

/* The login name, or the number of the account where it has no name. */
const char *ibp_step_who(struct ibp_store *store)
{
	const char *named = named_who();
	char memory[PASSWD_MAX];
	struct passwd entry;
	struct passwd *found = NULL;
	struct ibp_buf name = {0};

	if (*store->who)
		return store->who;
	if (named)
		ibp_buf_add(&name, named);
	else if (getpwuid_r(getuid(), &entry, memory, sizeof(memory), &found) ==
			 0 &&
		 found)
		ibp_buf_add(&name, found->pw_name);
	else
		ibp_buf_addf(&name, "%lu", (unsigned long)getuid());
	ibp_buf_cut(&name, sizeof(store->who) - 1);
	memcpy(store->who, name.data, name.length + 1);
	ibp_buf_release(&name);
	return store->who;
}

enum ibp_status ibp_step_start(struct ibp_step *step, struct ibp_error *err)
{
	static const char sql[] =
		"INSERT INTO step (at, who, tool, act, of) "
		"VALUES (:at, :who, :tool, :act, nullif(:of, 0))";
	struct ibp_query *query;
	enum ibp_status status;
	char now[IBP_TIME_SIZE];

	status = ibp_db_query(step->store->db, sql, &query, err);
	if (status)
		return status;
	ibp_time_now(now);
	ibp_query_text(query, ":at", now);
	ibp_query_text(query, ":who", ibp_step_who(step->store));
	ibp_query_text(query, ":tool", step->store->tool);
	ibp_query_text(query, ":act", step->act);
	ibp_query_number(query, ":of", step->of);
	status = ibp_query_run(query, err);
	step->id = ibp_db_last_id(step->store->db);
	return status;
}

static enum ibp_status log_change(struct ibp_step *step,
				  const struct ibp_change *change,
				  const char *from, struct ibp_error *err)
{
	static const char sql[] =
		"INSERT INTO change (step, nr, subject, assessment, key, "
		"field, was, becomes) VALUES (:step, :nr, :subject, "
		"nullif(:assessment, 0), :key, :field, :was, :becomes)";
	struct ibp_query *query;
	enum ibp_status status;

	status = ibp_db_query(step->store->db, sql, &query, err);
	if (status)
		return status;
	ibp_query_number(query, ":step", step->id);
	ibp_query_number(query, ":nr", ++step->nr);
	ibp_query_text(query, ":subject", ibp_subject_word(change->subject));
	ibp_query_number(query, ":assessment", change->assessment);
	ibp_query_text(query, ":key", change->key);
	ibp_query_text(query, ":field", change->field);
	ibp_query_text(query, ":was", from);
	ibp_query_text(query, ":becomes", change->to);
	ibp_changes_add(&step->made, change->subject, change->assessment,
			change->key, change->field, from, change->to);
	return ibp_query_run(query, err);
}

/* One field, when it is not that already. */
static enum ibp_status set_field(struct ibp_step *step,
				 const struct ibp_change *change,
				 struct ibp_error *err)
{
	struct ibp_db *db = step->store->db;
	enum ibp_status status;
	char *from = NULL;

	status = ibp_subject_get(db, change, &from, err);
	if (status || ibp_text_equal(from, change->to))
		goto out;
	if (!step->id)
		status = ibp_step_start(step, err);
	if (!status)
		status = ibp_subject_set(db, change, from, err);
	if (!status)
		status = log_change(step, change, from, err);
out:
	free(from);
	return status;
}

/* A thing that goes takes its other fields along, so that undo has them. */
static enum ibp_status clear_others(struct ibp_step *step,
				    const struct ibp_change *change,
				    struct ibp_error *err)
{
	const struct ibp_column *column =
		ibp_subject_tables[change->subject].columns;
	enum ibp_status status = IBP_OK;

	while (!status && (++column)->field) {
		struct ibp_change other = *change;

		other.field = column->field;
		status = set_field(step, &other, err);
	}
	return status;
}

static enum ibp_status bad_value(const struct ibp_change *change,
				 struct ibp_error *err)
{
	return ibp_error_set(err, IBP_USAGE,
			     _("The value \"%s\" cannot be stored in %s of "
			       "\"%s\"."),
			     change->to ? change->to : "", change->field,
			     change->key);
}

/* What core made canonical comes through its own check unchanged. */
static enum ibp_status check_value(const struct ibp_change *change,
				   const struct ibp_field *field,
				   struct ibp_error *err)
{
	char today[IBP_DATE_SIZE];
	enum ibp_status status;
	char *value = NULL;

	if (!change->to)
		return IBP_OK;
	ibp_date_today(today);
	status = ibp_field_parse(field, change->to, today, &value, err);
	if (!status && !ibp_text_equal(value, change->to))
		status = bad_value(change, err);
	free(value);
	return status;
}

bool ibp_step_is_lock(const char *field)
{
	return strcmp(field, "locked") == 0 ||
	       strcmp(field, "locked_by") == 0 ||
	       strcmp(field, "digest") == 0 ||
	       strcmp(field, "unlock_reason") == 0;
}

static enum ibp_status is_locked(const char *name, struct ibp_error *err)
{
	return ibp_error_set(err, IBP_DATA,
			     _("The assessment \"%s\" is locked, so nothing "
			       "was changed. Open it first, with a reason: "
			       "`ibp-scan assessment unlock NAME "
			       "reason=\"...\"`."),
			     name);
}

static enum ibp_status check_assessment(struct ibp_step *step, long id,
					struct ibp_error *err)
{
	static const char sql[] =
		"SELECT name, locked FROM assessment WHERE id = :id";
	struct ibp_query *query;
	enum ibp_status status;
	bool row;

	if (id == step->open_assessment)
		return IBP_OK;
	status = ibp_db_query(step->store->db, sql, &query, err);
	if (status)
		return status;
	ibp_query_number(query, ":id", id);
	status = ibp_query_next(query, &row, err);
	if (!status && !row)
		status = ibp_error_set(err, IBP_INPUT,
				       _("There is no assessment with number "
					 "%ld."),
				       id);
	else if (!status && ibp_query_get(query, 1))
		status = is_locked(ibp_query_get(query, 0), err);
	ibp_query_end(query);
	if (!status)
		step->open_assessment = id;
	return status;
}

/* Of a locked assessment only the lock itself can change. */
static enum ibp_status check_own(struct ibp_step *step,
				 const struct ibp_change *change,
				 struct ibp_error *err)
{
	static const char sql[] = "SELECT name FROM assessment "
				  "WHERE id = :key AND locked IS NOT NULL";
	struct ibp_query *query;
	enum ibp_status status;
	bool row;

	if (change->subject != IBP_SUBJECT_ASSESSMENT ||
	    ibp_step_is_lock(change->field))
		return IBP_OK;
	status = ibp_db_query(step->store->db, sql, &query, err);
	if (status)
		return status;
	ibp_query_text(query, ":key", change->key);
	status = ibp_query_next(query, &row, err);
	if (!status && row)
		status = is_locked(ibp_query_get(query, 0), err);
	ibp_query_end(query);
	return status;
}

static enum ibp_status check_change(struct ibp_step *step,
				    const struct ibp_change *change,
				    struct ibp_error *err)
{
	const struct ibp_subject_table *table =
		&ibp_subject_tables[change->subject];
	const struct ibp_field *field = ibp_field_find(
		ibp_subject_fields(change->subject), change->field);
	enum ibp_status status;

	if (!field || !ibp_subject_column(table, change->field) ||
	    !change->key || !ibp_subject_is_key(change->subject, change->key) ||
	    table->in_assessment != (change->assessment != 0))
		return bad_value(change, err);
	status = check_value(change, field, err);
	if (!status && table->in_assessment)
		status = check_assessment(step, change->assessment, err);
	return status ? status : check_own(step, change, err);
}

static enum ibp_status make_change(struct ibp_step *step,
				   const struct ibp_change *change,
				   struct ibp_error *err)
{
	const struct ibp_subject_table *table =
		&ibp_subject_tables[change->subject];
	enum ibp_status status = IBP_OK;

	if (step->is_checked)
		status = check_change(step, change, err);
	if (!status && !change->to && !table->is_implied &&
	    strcmp(change->field, table->columns->field) == 0)
		status = clear_others(step, change, err);
	return status ? status : set_field(step, change, err);
}

/* Between the changes of a step a thing may lack what it needs. */
static enum ibp_status check_complete(struct ibp_step *step,
				      struct ibp_error *err)
{
	unsigned seen = 0;

	for (size_t i = 0; i < step->made.count; i++) {
		enum ibp_subject subject = step->made.items[i].subject;
		const char *sql = ibp_subject_tables[subject].incomplete;
		struct ibp_query *query;
		enum ibp_status status;
		bool row;

		if (!sql || seen & 1u << subject)
			continue;
		seen |= 1u << subject;
		status = ibp_db_query(step->store->db, sql, &query, err);
		if (!status)
			status = ibp_query_next(query, &row, err);
		if (status)
			return status;
		ibp_query_end(query);
		if (row)
			return ibp_error_set(err, IBP_USAGE,
					     _("A field that cannot do without "
					       "a value would be empty, so "
					       "nothing was changed."));
	}
	return IBP_OK;
}

enum ibp_status ibp_step_make(struct ibp_step *step,
			      const struct ibp_change *changes, size_t count,
			      struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;

	for (size_t i = 0; !status && i < count; i++)
		status = make_change(step, &changes[i], err);
	return status ? status : check_complete(step, err);
}

/*
 * Where the disk fails at the very end, the change can be in the file all
 * the same: then that is what the person must know.
 */
static enum ibp_status explain_commit(struct ibp_step *step,
				      enum ibp_status status,
				      struct ibp_error *err)
{
	static const char sql[] = "SELECT 1 FROM step WHERE id = :id";
	struct ibp_error ignored = {0};
	struct ibp_query *query;
	bool row = false;

	ibp_db_rollback(step->store->db);
	if (ibp_db_query(step->store->db, sql, &query, &ignored) == IBP_OK) {
		ibp_query_number(query, ":id", step->id);
		if (ibp_query_next(query, &row, &ignored) == IBP_OK)
			ibp_query_end(query);
	}
	ibp_error_release(&ignored);
	if (!row)
		return status;
	return ibp_error_set(err, status,
			     _("The change is in %s, but the disk did not "
			       "confirm it. Copy the file to another disk."),
			     step->store->shown);
}

enum ibp_status ibp_step_finish(struct ibp_step *step, enum ibp_status status,
				struct ibp_error *err)
{
	if (!status && step->id)
		status = ibp_chain_add(step->store->db, step->id, err);
	if (status || !step->id) {
		ibp_db_rollback(step->store->db);
		return status;
	}
	status = ibp_db_commit(step->store->db, err);
	return status ? explain_commit(step, status, err) : IBP_OK;
}

/* A new step ends what could be redone. */
static enum ibp_status remember(struct ibp_step *step, struct ibp_error *err)
{
	static const char forget[] = "DELETE FROM history WHERE undone = 1";
	static const char add[] = "INSERT INTO history (step) VALUES (:step)";
	struct ibp_query *query;
	enum ibp_status status;

	status = ibp_db_query(step->store->db, forget, &query, err);
	if (!status)
		status = ibp_query_run(query, err);
	if (!status)
		status = ibp_db_query(step->store->db, add, &query, err);
	if (status)
		return status;
	ibp_query_number(query, ":step", step->id);
	return ibp_query_run(query, err);
}

enum ibp_status ibp_store_step(struct ibp_store *store,
			       const struct ibp_change *changes, size_t count,
			       bool keep, size_t *done, struct ibp_error *err)
{
	struct ibp_step step = {
		.store = store, .act = "set", .is_checked = true};
	enum ibp_status status = ibp_db_begin(store->db, err);

	if (status)
		return status;
	status = ibp_step_make(&step, changes, count, err);
	if (!status && step.id && keep)
		status = remember(&step, err);
	status = ibp_step_finish(&step, status, err);
	if (!status && done)
		*done = step.made.count;
	ibp_changes_release(&step.made);
	return status;
}

enum ibp_status ibp_store_apply(struct ibp_store *store,
				const struct ibp_change *changes, size_t count,
				size_t *done, struct ibp_error *err)
{
	enum ibp_status status = ibp_store_need_write(store, err);

	return status ? status :
			ibp_store_step(store, changes, count, true, done, err);
}
