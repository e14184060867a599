/* The board, its schools, the assessments, saved filters and settings. */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/num.h"
#include "base/text.h"
#include "store/read.h"

#define SCHOOLS_MAX 10000L

/* A growing array that moves to an arena when it is whole. */
struct rows {
	char *items;
	size_t count;
	size_t capacity;
	size_t size; /* of one */
};

static void *add_row(struct rows *rows)
{
	rows->items = ibp_grow(rows->items, &rows->capacity, rows->count + 1,
			       rows->size);
	rows->count++;
	return memset(rows->items + (rows->count - 1) * rows->size, 0,
		      rows->size);
}

static void *keep_rows(struct rows *rows, struct ibp_arena *arena)
{
	void *kept = ibp_arena_alloc(arena, rows->count * rows->size);

	if (rows->count)
		memcpy(kept, rows->items, rows->count * rows->size);
	free(rows->items);
	return kept;
}

static const struct ibp_member board_members[] = {
	{"name", offsetof(struct ibp_board, name)},
	{"sector", offsetof(struct ibp_board, sector)},
	{"students", offsetof(struct ibp_board, students)},
	{"province", offsetof(struct ibp_board, province)},
	{NULL, 0}};

static const struct ibp_member school_members[] = {
	{"name", offsetof(struct ibp_school, name)},
	{"brin", offsetof(struct ibp_school, brin)},
	{"sector", offsetof(struct ibp_school, sector)},
	{NULL, 0}};

static const struct ibp_member info_members[] = {
	{"name", offsetof(struct ibp_assessment_info, name)},
	{"created", offsetof(struct ibp_assessment_info, created)},
	{"locked", offsetof(struct ibp_assessment_info, locked)},
	{"locked_by", offsetof(struct ibp_assessment_info, locked_by)},
	{"digest", offsetof(struct ibp_assessment_info, digest)},
	{"unlock_reason", offsetof(struct ibp_assessment_info, unlock_reason)},
	{"framework", offsetof(struct ibp_assessment_info, framework_id)},
	{"version", offsetof(struct ibp_assessment_info, framework_version)},
	{NULL, 0}};

/* How many schools the board says it has. */
static enum ibp_status read_total(struct ibp_store *store, long *total,
				  struct ibp_error *err)
{
	const struct ibp_change at = {
		.subject = IBP_SUBJECT_BOARD, .key = "", .field = "schools"};
	char *text = NULL;
	enum ibp_status status = ibp_subject_get(store->db, &at, &text, err);

	*total = 0;
	if (!status && text)
		ibp_num_parse(text, SCHOOLS_MAX, total);
	free(text);
	return status;
}

static enum ibp_status read_facts(struct ibp_store *store,
				  struct ibp_arena *arena,
				  struct ibp_board *board,
				  struct ibp_error *err)
{
	struct ibp_query *query;
	enum ibp_status status;
	bool row;

	status = ibp_read_list(store, IBP_SUBJECT_BOARD, 0, &query, err);
	if (!status)
		status = ibp_query_next(query, &row, err);
	if (status)
		return status;
	if (row)
		status = ibp_read_thing(store, IBP_SUBJECT_BOARD, query,
					board_members, arena, board, err);
	ibp_query_end(query);
	return status ? status : read_total(store, &board->school_total, err);
}

enum ibp_status ibp_read_schools(struct ibp_store *store,
				 struct ibp_arena *arena,
				 struct ibp_school **schools, size_t *count,
				 struct ibp_error *err)
{
	struct rows rows = {.size = sizeof(**schools)};
	struct ibp_query *query;
	enum ibp_status status;
	bool row;

	status = ibp_read_list(store, IBP_SUBJECT_SCHOOL, 0, &query, err);
	if (status)
		return status;
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		struct ibp_school *school = add_row(&rows);

		school->id = ibp_query_get_number(query, 0);
		status = ibp_read_thing(store, IBP_SUBJECT_SCHOOL, query,
					school_members, arena, school, err);
		if (status)
			break;
	}
	ibp_query_end(query);
	*count = rows.count;
	*schools = keep_rows(&rows, arena);
	return status;
}

enum ibp_status ibp_store_board(struct ibp_store *store,
				struct ibp_arena *arena,
				struct ibp_board *board, struct ibp_error *err)
{
	struct ibp_board read = {0};
	enum ibp_status status = read_facts(store, arena, &read, err);

	if (!status)
		status = ibp_read_schools(store, arena, &read.schools,
					  &read.school_count, err);
	if (!status)
		*board = read;
	return status;
}

static enum ibp_status count_scored(struct ibp_store *store, long id,
				    long *scored, struct ibp_error *err)
{
	static const char sql[] =
		"SELECT count(*) FROM answer WHERE assessment = :id "
		"AND coalesce(score_settled, score) IS NOT NULL";
	struct ibp_query *query;
	enum ibp_status status = ibp_db_query(store->db, sql, &query, err);
	bool row;

	if (status)
		return status;
	ibp_query_number(query, ":id", id);
	status = ibp_query_next(query, &row, err);
	if (status)
		return status;
	*scored = ibp_query_get_number(query, 0);
	ibp_query_end(query);
	return IBP_OK;
}

static enum ibp_status read_infos(struct ibp_store *store,
				  struct ibp_arena *arena, struct rows *rows,
				  struct ibp_error *err)
{
	struct ibp_query *query;
	enum ibp_status status;
	bool row;

	status = ibp_read_list(store, IBP_SUBJECT_ASSESSMENT, 0, &query, err);
	if (status)
		return status;
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		struct ibp_assessment_info *info = add_row(rows);

		info->id = ibp_query_get_number(query, 0);
		status = ibp_read_thing(store, IBP_SUBJECT_ASSESSMENT, query,
					info_members, arena, info, err);
		if (!status)
			status = count_scored(store, info->id, &info->scored,
					      err);
		if (status)
			break;
	}
	ibp_query_end(query);
	return status;
}

enum ibp_status ibp_store_assessments(struct ibp_store *store,
				      struct ibp_arena *arena,
				      struct ibp_assessment_info **list,
				      size_t *count, struct ibp_error *err)
{
	struct rows rows = {.size = sizeof(**list)};
	enum ibp_status status = read_infos(store, arena, &rows, err);
	struct ibp_assessment_info *kept = keep_rows(&rows, arena);

	if (status)
		return status;
	*list = kept;
	*count = rows.count;
	return IBP_OK;
}

static enum ibp_status no_assessment(const char *name,
				     const struct ibp_assessment_info *list,
				     size_t count, struct ibp_error *err)
{
	struct ibp_buf names = {0};

	if (!name)
		return ibp_error_set(err, IBP_INPUT,
				     _("There is no assessment yet. Make one "
				       "with \"assessment new NAME\"."));
	for (size_t i = 0; i < count; i++) {
		ibp_buf_add(&names, i ? ", " : "");
		ibp_buf_add(&names, list[i].name);
	}
	ibp_error_set(err, IBP_INPUT,
		      _("There is no assessment \"%s\". There are: %s."), name,
		      ibp_buf_text(&names));
	ibp_buf_release(&names);
	return IBP_INPUT;
}

enum ibp_status ibp_store_find_assessment(struct ibp_store *store,
					  const char *name,
					  struct ibp_arena *arena,
					  struct ibp_assessment_info *info,
					  struct ibp_error *err)
{
	const struct ibp_assessment_info *found = NULL;
	struct ibp_assessment_info *list;
	enum ibp_status status;
	size_t count;

	status = ibp_store_assessments(store, arena, &list, &count, err);
	if (status)
		return status;
	/* Without a name the newest open one, or the newest at all. */
	for (size_t i = 0; i < count; i++)
		if (name ? ibp_text_equal(list[i].name, name) :
			   !list[i].locked || !found || found->locked)
			found = &list[i];
	if (!found)
		return no_assessment(name, list, count, err);
	*info = *found;
	return IBP_OK;
}

enum ibp_status ibp_store_filters(struct ibp_store *store,
				  struct ibp_arena *arena,
				  struct ibp_saved_filter **filters,
				  size_t *count, struct ibp_error *err)
{
	static const struct ibp_member members[] = {
		{"expr", offsetof(struct ibp_saved_filter, expr)}, {NULL, 0}};
	struct rows rows = {.size = sizeof(**filters)};
	struct ibp_saved_filter *kept;
	struct ibp_query *query;
	enum ibp_status status;
	bool row;

	status = ibp_read_list(store, IBP_SUBJECT_FILTER, 0, &query, err);
	if (status)
		return status;
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		struct ibp_saved_filter *filter = add_row(&rows);

		status = ibp_read_key(store, query, arena, &filter->name, err);
		if (!status)
			status =
				ibp_read_thing(store, IBP_SUBJECT_FILTER, query,
					       members, arena, filter, err);
		if (status)
			break;
	}
	ibp_query_end(query);
	kept = keep_rows(&rows, arena);
	if (status)
		return status;
	*filters = kept;
	*count = rows.count;
	return IBP_OK;
}

enum ibp_status ibp_store_setting(struct ibp_store *store, const char *name,
				  char **value, struct ibp_error *err)
{
	const struct ibp_change at = {
		.subject = IBP_SUBJECT_SETTING, .key = name, .field = "value"};

	return ibp_subject_get(store->db, &at, value, err);
}
