/* Undo and redo: steps as well, made out of the log. */
#include <string.h>

#include "base/i18n.h"
#include "store/internal.h"
#include "store/step.h"
#include "store/subject.h"

/* Undo and redo differ in these only. */
struct direction {
	const char *act;
	const char *next;    /* position and step of what is its turn */
	const char *changes; /* of that step, in the order to make them */
	long undone;         /* what the history says afterwards */
};

static const struct direction back = {
	"undo",
	"SELECT position, step FROM history WHERE undone = 0 "
	"ORDER BY position DESC LIMIT 1",
	"SELECT subject, ifnull(assessment, 0), key, field, was FROM change "
	"WHERE step = :step ORDER BY nr DESC",
	1};

static const struct direction forth = {
	"redo",
	"SELECT position, step FROM history WHERE undone = 1 "
	"ORDER BY position LIMIT 1",
	"SELECT subject, ifnull(assessment, 0), key, field, becomes "
	"FROM change WHERE step = :step ORDER BY nr",
	0};

static enum ibp_status find_next(struct ibp_db *db, const char *sql,
				 long *position, long *step,
				 struct ibp_error *err)
{
	struct ibp_query *query;
	enum ibp_status status = ibp_db_query(db, sql, &query, err);
	bool row;

	if (!status)
		status = ibp_query_next(query, &row, err);
	if (status)
		return status;
	*position = row ? ibp_query_get_number(query, 0) : 0;
	*step = row ? ibp_query_get_number(query, 1) : 0;
	ibp_query_end(query);
	return IBP_OK;
}

static enum ibp_status read_changes(struct ibp_db *db, const char *sql,
				    long step, struct ibp_changes *changes,
				    struct ibp_error *err)
{
	struct ibp_query *query;
	enum ibp_status status = ibp_db_query(db, sql, &query, err);
	enum ibp_subject subject;
	bool row;

	if (status)
		return status;
	ibp_query_number(query, ":step", step);
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		if (!ibp_subject_find(ibp_query_get(query, 0), &subject))
			continue;
		ibp_changes_add(
			changes, subject, ibp_query_get_number(query, 1),
			ibp_query_get(query, 2), ibp_query_get(query, 3), NULL,
			ibp_query_get(query, 4));
	}
	ibp_query_end(query);
	return status;
}

static enum ibp_status mark(struct ibp_db *db, long position, long undone,
			    struct ibp_error *err)
{
	static const char sql[] = "UPDATE history SET undone = :undone "
				  "WHERE position = :position";
	struct ibp_query *query;
	enum ibp_status status = ibp_db_query(db, sql, &query, err);

	if (status)
		return status;
	ibp_query_number(query, ":undone", undone);
	ibp_query_number(query, ":position", position);
	return ibp_query_run(query, err);
}

static bool clears(const struct ibp_change *change, const char *field)
{
	return change->subject == IBP_SUBJECT_ASSESSMENT && !change->to &&
	       strcmp(change->field, field) == 0;
}

/* Whether the assessment KEY goes as a whole. */
static bool removes(const struct ibp_changes *wanted, const char *key)
{
	for (size_t i = 0; i < wanted->count; i++)
		if (clears(&wanted->items[i], "name") &&
		    strcmp(wanted->items[i].key, key) == 0)
			return true;
	return false;
}

/* A lock is undone by unlocking, which asks for a reason. */
static enum ibp_status check_lock(const struct ibp_step *step,
				  const struct ibp_changes *wanted,
				  struct ibp_error *err)
{
	if (strcmp(step->act, back.act) != 0)
		return IBP_OK;
	for (size_t i = 0; i < wanted->count; i++)
		if (clears(&wanted->items[i], "locked") &&
		    !removes(wanted, wanted->items[i].key))
			return ibp_error_set(
				err, IBP_DATA,
				_("The last change locked an assessment. It "
				  "is taken back with a reason: `ibp-scan "
				  "assessment unlock NAME reason=\"...\"`."));
	return IBP_OK;
}

static enum ibp_status walk(struct ibp_step *step, const struct direction *way,
			    struct ibp_error *err)
{
	struct ibp_db *db = step->store->db;
	struct ibp_changes wanted = {0};
	enum ibp_status status;
	long position;

	status = find_next(db, way->next, &position, &step->of, err);
	if (status || !position)
		return status;
	status = read_changes(db, way->changes, step->of, &wanted, err);
	if (!status)
		status = check_lock(step, &wanted, err);
	if (!status)
		status = ibp_step_start(step, err);
	if (!status)
		status = ibp_step_make(step, wanted.items, wanted.count, err);
	if (!status)
		status = mark(db, position, way->undone, err);
	if (!status)
		status = ibp_store_name(step->store, &step->made, err);
	ibp_changes_release(&wanted);
	return status;
}

static enum ibp_status take_step(struct ibp_store *store,
				 const struct direction *way,
				 struct ibp_changes *changes,
				 struct ibp_error *err)
{
	struct ibp_step step = {.store = store, .act = way->act};
	enum ibp_status status = ibp_store_need_write(store, err);

	if (!status)
		status = ibp_db_begin(store->db, err);
	if (status)
		return status;
	status = ibp_step_finish(&step, walk(&step, way, err), err);
	if (status) {
		ibp_changes_release(&step.made);
		return status;
	}
	ibp_changes_release(changes);
	*changes = step.made;
	return IBP_OK;
}

enum ibp_status ibp_store_undo(struct ibp_store *store,
			       struct ibp_changes *changes,
			       struct ibp_error *err)
{
	return take_step(store, &back, changes, err);
}

enum ibp_status ibp_store_redo(struct ibp_store *store,
			       struct ibp_changes *changes,
			       struct ibp_error *err)
{
	return take_step(store, &forth, changes, err);
}
