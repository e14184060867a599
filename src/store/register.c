/* The register as a file, and its editions. */
#include "store/register.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "store/aside.h"
#include "store/register_internal.h"

/* ---- the file ------------------------------------------------------------ */

static struct ibp_register *new_register(struct ibp_store *store)
{
	struct ibp_register *reg = ibp_alloc(sizeof(*reg));

	reg->store = store;
	return reg;
}

static enum ibp_status fill_new(
	const char *aside, const char *path, const char *tool,
	enum ibp_status (*fill)(struct ibp_register *reg, void *self,
				struct ibp_error *err),
	void *self, struct ibp_error *err)
{
	struct ibp_register *reg;
	struct ibp_store *store;
	enum ibp_status status = ibp_store_open_new(
		aside, path, tool, &ibp_register_schema, &store, err);

	if (status)
		return status;
	reg = new_register(store);
	status = ibp_register_begin(reg, err);
	if (!status)
		status = fill(reg, self, err);
	if (!status)
		status = ibp_register_commit(reg, err);
	ibp_register_close(reg);
	return status;
}

static enum ibp_status exists_already(const char *path, struct ibp_error *err)
{
	return ibp_error_set(err, IBP_INPUT,
			     _("%s exists already. Choose another name with "
			       "-r."),
			     path);
}

enum ibp_status ibp_register_create(
	const char *path, const char *tool,
	enum ibp_status (*fill)(struct ibp_register *reg, void *self,
				struct ibp_error *err),
	void *self, struct ibp_error *err)
{
	enum ibp_status status;
	char *aside = NULL;
	bool exists = false;

	if (ibp_file_exists(path))
		return exists_already(path, err);
	status = ibp_store_check_no_journal(path, err);
	if (!status)
		status = ibp_aside_make(path, &aside, err);
	if (!status)
		status = fill_new(aside, path, tool, fill, self, err);
	if (!status)
		status = ibp_aside_publish(aside, path, &exists, err);
	if (exists)
		status = exists_already(path, err);
	ibp_aside_drop(aside);
	return status;
}

enum ibp_status ibp_register_open(const char *path, enum ibp_store_mode mode,
				  const char *tool, struct ibp_register **reg,
				  struct ibp_error *err)
{
	struct ibp_store *store;
	enum ibp_status status = ibp_store_open_as(
		path, mode, tool, &ibp_register_schema, &store, err);

	if (!status)
		*reg = new_register(store);
	return status;
}

void ibp_register_close(struct ibp_register *reg)
{
	if (!reg)
		return;
	ibp_store_close(reg->store);
	free(reg);
}

bool ibp_register_is_writable(const struct ibp_register *reg)
{
	return ibp_store_is_writable(reg->store);
}

const char *ibp_register_notice(const struct ibp_register *reg)
{
	return ibp_store_notice(reg->store);
}

const char *ibp_register_path(const struct ibp_register *reg)
{
	return ibp_store_path(reg->store);
}

enum ibp_status ibp_register_begin(struct ibp_register *reg,
				   struct ibp_error *err)
{
	enum ibp_status status = ibp_store_need_write(reg->store, err);

	return status ? status : ibp_db_begin(reg->store->db, err);
}

enum ibp_status ibp_register_commit(struct ibp_register *reg,
				    struct ibp_error *err)
{
	enum ibp_status status = ibp_db_commit(reg->store->db, err);

	if (status)
		ibp_register_rollback(reg);
	return status;
}

void ibp_register_rollback(struct ibp_register *reg)
{
	ibp_db_rollback(reg->store->db);
}

/* ---- what the other files use -------------------------------------------- */

enum ibp_status ibp_register_unsound(const struct ibp_register *reg,
				     const char *table, struct ibp_error *err)
{
	return ibp_error_set(err, IBP_DATA,
			     _("%s: table %s holds what does not belong "
			       "there. %s"),
			     ibp_store_path(reg->store), table,
			     _(ibp_register_schema.remedy));
}

enum ibp_status ibp_register_query(struct ibp_register *reg, const char *sql,
				   const char *edition,
				   struct ibp_query **query,
				   struct ibp_error *err)
{
	enum ibp_status status = ibp_db_query(reg->store->db, sql, query, err);

	if (!status && edition)
		ibp_query_text(*query, ":edition", edition);
	return status;
}

void ibp_register_bind_token(struct ibp_query *query, const char *name,
			     uint64_t token)
{
	char text[IBP_SDC_TOKEN_TEXT];

	ibp_sdc_token_text(token, text);
	ibp_query_text(query, name, text);
}

int ibp_register_code(struct ibp_query *query, int column,
		      const char *const *codes, int count)
{
	const char *text = ibp_query_get(query, column);

	for (int i = 0; text && i < count; i++)
		if (strcmp(codes[i], text) == 0)
			return i;
	return -1;
}

/* ---- editions ------------------------------------------------------------ */

enum ibp_status ibp_register_add_edition(
	struct ibp_register *reg, const struct ibp_register_edition *edition,
	struct ibp_error *err)
{
	static const char sql[] =
		"INSERT INTO edition (name, catalogue, key, opened) "
		"VALUES (:edition, :catalogue, :key, :opened)";
	char key[2 * IBP_SDC_KEY + 1];
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, edition->name, &query, err);

	if (status)
		return status;
	ibp_hex(edition->key, IBP_SDC_KEY, key);
	ibp_query_text(query, ":catalogue", edition->catalogue);
	ibp_query_text(query, ":key", key);
	ibp_query_text(query, ":opened", edition->opened);
	return ibp_query_run(query, err);
}

static bool take_text(struct ibp_query *query, int column, char *to,
		      size_t size)
{
	const char *text = ibp_query_get(query, column);

	if (text && strlen(text) >= size)
		return false;
	memcpy(to, text ? text : "", text ? strlen(text) + 1 : 1);
	return true;
}

/* name, catalogue, key, opened, closed */
static enum ibp_status take_edition(struct ibp_register *reg,
				    struct ibp_query *query,
				    struct ibp_register_edition *edition,
				    struct ibp_error *err)
{
	const char *key = ibp_query_get(query, 2);
	bool is_sound =
		take_text(query, 0, edition->name, sizeof(edition->name)) &&
		take_text(query, 1, edition->catalogue,
			  sizeof(edition->catalogue)) &&
		take_text(query, 3, edition->opened, sizeof(edition->opened)) &&
		take_text(query, 4, edition->closed, sizeof(edition->closed)) &&
		ibp_edition_is_valid(edition->name) && key &&
		ibp_unhex(key, edition->key, IBP_SDC_KEY);

	return is_sound ? IBP_OK : ibp_register_unsound(reg, "edition", err);
}

static enum ibp_status read_edition(struct ibp_register *reg,
				    struct ibp_query *query,
				    struct ibp_register_edition *edition,
				    bool *found, struct ibp_error *err)
{
	enum ibp_status status = ibp_query_next(query, found, err);

	if (!status && *found)
		status = take_edition(reg, query, edition, err);
	ibp_query_end(query);
	return status;
}

enum ibp_status ibp_register_find_edition(struct ibp_register *reg,
					  const char *name,
					  struct ibp_register_edition *edition,
					  bool *found, struct ibp_error *err)
{
	static const char sql[] = "SELECT name, catalogue, key, opened, closed "
				  "FROM edition WHERE name = :edition";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, name, &query, err);

	return status ? status : read_edition(reg, query, edition, found, err);
}

enum ibp_status ibp_register_edition(struct ibp_register *reg,
				     struct ibp_register_edition *edition,
				     struct ibp_error *err)
{
	static const char sql[] = "SELECT name, catalogue, key, opened, closed "
				  "FROM edition ORDER BY seq DESC LIMIT 1";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, NULL, &query, err);
	bool found = false;

	if (!status)
		status = read_edition(reg, query, edition, &found, err);
	if (!status && !found)
		status = ibp_register_unsound(reg, "edition", err);
	return status;
}

enum ibp_status ibp_register_editions(struct ibp_register *reg,
				      struct ibp_arena *arena,
				      struct ibp_register_count **counts,
				      size_t *count, struct ibp_error *err)
{
	static const char sql[] =
		"SELECT name, catalogue, key, opened, closed, "
		"(SELECT count(*) FROM holder h "
		"WHERE h.edition = name AND active), "
		"(SELECT count(*) FROM holder h "
		"WHERE h.edition = name AND active AND version > 0), "
		"(SELECT count(*) FROM publication p WHERE p.edition = name), "
		"(SELECT count(*) FROM edition) "
		"FROM edition ORDER BY seq DESC";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, NULL, &query, err);
	bool row;

	*counts = NULL;
	*count = 0;
	while (!status && !(status = ibp_query_next(query, &row, err)) && row) {
		struct ibp_register_count *at;

		if (!*counts)
			*counts = ibp_arena_alloc(
				arena, (size_t)ibp_query_get_number(query, 8) *
					       sizeof(**counts));
		at = *counts + (*count)++;
		status = take_edition(reg, query, &at->edition, err);
		at->invited = ibp_query_get_number(query, 5);
		at->answered = ibp_query_get_number(query, 6);
		at->published = ibp_query_get_number(query, 7);
	}
	if (query)
		ibp_query_end(query);
	return status;
}

enum ibp_status ibp_register_clean(struct ibp_register *reg,
				   const char *edition, const char *now,
				   struct ibp_error *err)
{
	static const char *const statements[] = {
		"DELETE FROM submission WHERE edition = :edition",
		"DELETE FROM refusal WHERE edition = :edition",
		("UPDATE holder SET code = NULL, pupils = NULL "
		 "WHERE edition = :edition"),
		"UPDATE edition SET closed = :now WHERE name = :edition",
	};
	size_t count = sizeof(statements) / sizeof(*statements);
	/* Else what is deleted stays in the file until it is written over. */
	enum ibp_status status =
		ibp_db_run(reg->store->db, "PRAGMA secure_delete = ON", err);

	for (size_t i = 0; !status && i < count; i++) {
		struct ibp_query *query;

		status = ibp_register_query(reg, statements[i], edition, &query,
					    err);
		if (status)
			break;
		if (i + 1 == count)
			ibp_query_text(query, ":now", now);
		status = ibp_query_run(query, err);
	}
	return status;
}
