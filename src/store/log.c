/* Reading the log, and the drafts, which stay outside it. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/internal.h"
#include "store/subject.h"

#define COLUMNS                                                             \
	"SELECT step.id, step.at, step.who, step.tool, step.act, "          \
	"assessment.name, change.subject, ifnull(change.assessment, 0), "   \
	"change.key, change.field, change.was, change.becomes FROM change " \
	"JOIN step ON step.id = change.step "                               \
	"LEFT JOIN assessment ON assessment.id = change.assessment "
#define ORDER " ORDER BY change.step DESC, change.nr DESC LIMIT :limit"

static const char everything[] = COLUMNS ORDER;

/* With a norm comes the evidence that was ever given for it. */
static const char of_key[] =
	COLUMNS "WHERE change.key = :key OR (change.subject = 'evidence' "
		"AND change.key IN (SELECT key FROM change "
		"WHERE subject = 'evidence' AND field = 'norm' "
		"AND becomes = :key))" ORDER;

/* False for a subject that only newer versions know. */
static bool read_entry(struct ibp_query *query, struct ibp_arena *arena,
		       struct ibp_log_entry *entry)
{
	const char *texts[12];

	for (int i = 0; i < 12; i++)
		texts[i] = ibp_arena_strdup(arena, ibp_query_get(query, i));
	*entry = (struct ibp_log_entry){
		.step = ibp_query_get_number(query, 0),
		.at = texts[1],
		.who = texts[2],
		.tool = texts[3],
		.act = texts[4],
		.assessment = texts[5],
		.change = {.assessment = ibp_query_get_number(query, 7),
			   .key = texts[8],
			   .field = texts[9],
			   .from = texts[10],
			   .to = texts[11]}};
	return ibp_subject_find(texts[6], &entry->change.subject);
}

static enum ibp_status name_entries(struct ibp_store *store,
				    struct ibp_log_entry *entries, size_t count,
				    struct ibp_arena *arena,
				    struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;

	for (size_t i = 0; !status && i < count; i++)
		status =
			ibp_naming_give(store, arena, &entries[i].change,
					i ? &entries[i - 1].change : NULL, err);
	return status;
}

enum ibp_status ibp_store_log(struct ibp_store *store, const char *key,
			      size_t limit, struct ibp_arena *arena,
			      struct ibp_log_entry **entries, size_t *count,
			      struct ibp_error *err)
{
	struct ibp_log_entry *read = NULL;
	struct ibp_query *query;
	enum ibp_status status;
	size_t capacity = 0;
	size_t found = 0;
	bool row;

	status =
		ibp_db_query(store->db, key ? of_key : everything, &query, err);
	if (status)
		return status;
	if (key)
		ibp_query_text(query, ":key", key);
	ibp_query_number(query, ":limit", limit ? (long)limit : -1);
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		read = ibp_grow(read, &capacity, found + 1, sizeof(*read));
		if (read_entry(query, arena, &read[found]))
			found++;
	}
	ibp_query_end(query);
	if (!status)
		status = name_entries(store, read, found, arena, err);
	if (!status) {
		*entries = ibp_arena_alloc(arena, found * sizeof(*read));
		if (found)
			memcpy(*entries, read, found * sizeof(*read));
		*count = found;
	}
	free(read);
	return status;
}

enum ibp_status ibp_store_draft_set(struct ibp_store *store, const char *name,
				    const char *text, struct ibp_error *err)
{
	static const char put[] =
		"INSERT INTO draft (name, text) VALUES (:name, :text) "
		"ON CONFLICT (name) DO UPDATE SET text = excluded.text";
	static const char remove[] = "DELETE FROM draft WHERE name = :name";
	struct ibp_query *query;
	enum ibp_status status = ibp_store_need_write(store, err);

	if (!status)
		status = ibp_db_query(store->db, text ? put : remove, &query,
				      err);
	if (status)
		return status;
	ibp_query_text(query, ":name", name);
	if (text)
		ibp_query_text(query, ":text", text);
	return ibp_query_run(query, err);
}

char *ibp_store_draft_get(struct ibp_store *store, const char *name)
{
	static const char sql[] = "SELECT text FROM draft WHERE name = :name";
	struct ibp_error ignored = {0};
	struct ibp_query *query;
	char *text = NULL;
	bool row;

	if (ibp_db_query(store->db, sql, &query, &ignored) == IBP_OK) {
		ibp_query_text(query, ":name", name);
		if (ibp_query_next(query, &row, &ignored) == IBP_OK) {
			text = row ? ibp_strdup(ibp_query_get(query, 0)) : NULL;
			ibp_query_end(query);
		}
	}
	ibp_error_release(&ignored);
	return text;
}
