/* What was published: all that later publications are held against. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/register_internal.h"

static const char *const modes[] = {
	[IBP_SDC_RULES] = "k",
	[IBP_SDC_NOISE] = "dp",
};

static enum ibp_status add_publication(
	struct ibp_register *reg, struct ibp_register_publication *publication,
	struct ibp_error *err)
{
	static const char sql[] =
		"INSERT INTO publication (edition, mode, params, digest, "
		"pending) VALUES (:edition, :mode, :params, :digest, :pending)";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, publication->edition, &query, err);

	if (status)
		return status;
	ibp_query_text(query, ":mode", modes[publication->mode]);
	ibp_query_text(query, ":params", publication->params);
	ibp_query_text(query, ":digest", publication->digest);
	ibp_query_text(query, ":pending", publication->pending);
	status = ibp_query_run(query, err);
	publication->id = (uint32_t)ibp_db_last_id(reg->store->db);
	return status;
}

static enum ibp_status add_unit(struct ibp_register *reg, uint32_t publication,
				const struct ibp_sdc_unit *unit,
				struct ibp_error *err)
{
	static const char sql[] =
		"INSERT INTO pub_unit (pub, token_id, version, cell, depth) "
		"VALUES (:pub, :token, :version, :cell, :depth)";
	char cell[IBP_SDC_CELL_TEXT];
	char depth[IBP_SDC_ITEMS + 1];
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, NULL, &query, err);

	if (status)
		return status;
	for (int i = 0; i < IBP_SDC_ITEMS; i++)
		depth[i] = (char)('0' + unit->depth[i]);
	depth[IBP_SDC_ITEMS] = '\0';
	ibp_query_number(query, ":pub", (long)publication);
	ibp_register_bind_token(query, ":token", unit->token);
	ibp_query_number(query, ":version", (long)unit->version);
	ibp_query_text(query, ":cell", ibp_sdc_cell_text(unit->leaf, cell));
	ibp_query_text(query, ":depth", depth);
	return ibp_query_run(query, err);
}

static enum ibp_status add_budget(
	struct ibp_register *reg, long epsilon,
	const struct ibp_register_publication *publication,
	struct ibp_error *err)
{
	static const char sql[] =
		"INSERT INTO budget (pub, edition, eps_num, eps_den, what) "
		"VALUES (:pub, :edition, :epsilon, 1000, :what)";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, publication->edition, &query, err);

	if (status)
		return status;
	ibp_query_number(query, ":pub", (long)publication->id);
	ibp_query_number(query, ":epsilon", epsilon);
	ibp_query_text(query, ":what", publication->params);
	return ibp_query_run(query, err);
}

enum ibp_status ibp_register_publish(
	struct ibp_register *reg, const struct ibp_sdc_plan *plan, long epsilon,
	struct ibp_register_publication *publication, struct ibp_error *err)
{
	enum ibp_status status = add_publication(reg, publication, err);

	for (size_t i = 0; !status && i < plan->unit_count; i++)
		status = add_unit(reg, publication->id, &plan->units[i], err);
	if (!status && epsilon)
		status = add_budget(reg, epsilon, publication, err);
	return status;
}

enum ibp_status ibp_register_settle(struct ibp_register *reg, uint32_t id,
				    struct ibp_error *err)
{
	static const char sql[] =
		"UPDATE publication SET pending = NULL WHERE id = :id";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, NULL, &query, err);

	if (status)
		return status;
	ibp_query_number(query, ":id", (long)id);
	return ibp_query_run(query, err);
}

static bool take_publication(struct ibp_query *query, struct ibp_arena *arena,
			     const char *edition,
			     struct ibp_register_publication *publication)
{
	const char *digest = ibp_query_get(query, 2);
	int mode = ibp_register_code(query, 1, modes, 2);

	if (mode < 0 || !digest || strlen(digest) >= IBP_SHA256_SIZE)
		return false;
	publication->id = (uint32_t)ibp_query_get_number(query, 0);
	publication->mode = (enum ibp_sdc_mode)mode;
	memcpy(publication->digest, digest, strlen(digest) + 1);
	memcpy(publication->edition, edition, strlen(edition) + 1);
	publication->params = ibp_arena_strdup(arena, ibp_query_get(query, 3));
	publication->pending = ibp_arena_strdup(arena, ibp_query_get(query, 4));
	return true;
}

enum ibp_status ibp_register_publications(
	struct ibp_register *reg, const char *edition, struct ibp_arena *arena,
	struct ibp_register_publication **publications, size_t *count,
	struct ibp_error *err)
{
	static const char sql[] =
		"SELECT id, mode, digest, params, pending, "
		"(SELECT count(*) FROM publication WHERE edition = :edition) "
		"FROM publication WHERE edition = :edition ORDER BY id";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, edition, &query, err);
	bool row = true;

	*publications = NULL;
	*count = 0;
	if (status)
		return status;
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		if (!*publications)
			*publications = ibp_arena_alloc(
				arena, (size_t)ibp_query_get_number(query, 5) *
					       sizeof(**publications));
		if (!take_publication(query, arena, edition,
				      *publications + (*count)++)) {
			status = ibp_register_unsound(reg, "publication", err);
			break;
		}
	}
	ibp_query_end(query);
	return status;
}

static bool take_unit(struct ibp_query *query, struct ibp_sdc_unit *unit)
{
	const char *token = ibp_query_get(query, 0);
	const char *holder = ibp_query_get(query, 1);
	const char *cell = ibp_query_get(query, 5);
	const char *depth = ibp_query_get(query, 6);

	*unit = (struct ibp_sdc_unit){
		.version = (uint32_t)ibp_query_get_number(query, 2),
		.holding = (uint32_t)ibp_query_get_number(query, 3),
		.publication = (uint32_t)ibp_query_get_number(query, 4),
	};
	if (!depth || strlen(depth) != IBP_SDC_ITEMS)
		return false;
	for (int i = 0; i < IBP_SDC_ITEMS; i++) {
		if (depth[i] < '0' || depth[i] > '4')
			return false;
		unit->depth[i] = (unsigned char)(depth[i] - '0');
	}
	return token && holder && cell &&
	       ibp_sdc_token_parse(token, &unit->token) &&
	       ibp_sdc_token_parse(holder, &unit->holder) &&
	       ibp_sdc_cell_parse(cell, &unit->leaf);
}

enum ibp_status ibp_register_units(struct ibp_register *reg,
				   const char *edition,
				   struct ibp_sdc_unit **units, size_t *count,
				   struct ibp_error *err)
{
	static const char sql[] =
		"SELECT u.token_id, h.holder_id, u.version, h.holding, u.pub, "
		"u.cell, u.depth FROM publication p "
		"JOIN pub_unit u ON u.pub = p.id "
		"JOIN holder h ON h.edition = p.edition "
		"AND h.token_id = u.token_id WHERE p.edition = :edition "
		"ORDER BY u.pub, u.token_id";
	size_t capacity = 0;
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, edition, &query, err);
	bool row = true;

	*units = NULL;
	*count = 0;
	if (status)
		return status;
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		*units = ibp_grow(*units, &capacity, *count + 1,
				  sizeof(**units));
		if (!take_unit(query, *units + (*count)++)) {
			status = ibp_register_unsound(reg, "pub_unit", err);
			break;
		}
	}
	ibp_query_end(query);
	if (!status)
		return IBP_OK;
	free(*units);
	*units = NULL;
	*count = 0;
	return status;
}

enum ibp_status ibp_register_edition_before(struct ibp_register *reg,
					    const char *edition,
					    char before[IBP_EDITION_SIZE],
					    struct ibp_error *err)
{
	static const char sql[] =
		"SELECT p.edition FROM publication p "
		"JOIN edition e ON e.name = p.edition "
		"WHERE p.mode = 'k' AND e.seq < "
		"(SELECT seq FROM edition WHERE name = :edition) "
		"ORDER BY e.seq DESC LIMIT 1";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, edition, &query, err);
	bool row;

	*before = '\0';
	if (status)
		return status;
	status = ibp_query_next(query, &row, err);
	if (!status && row) {
		const char *name = ibp_query_get(query, 0);

		if (name && ibp_edition_is_valid(name))
			memcpy(before, name, strlen(name) + 1);
		else
			status = ibp_register_unsound(reg, "publication", err);
	}
	ibp_query_end(query);
	return status;
}

enum ibp_status ibp_register_spent(struct ibp_register *reg,
				   struct ibp_arena *arena,
				   struct ibp_sdc_spent **spent, size_t *count,
				   struct ibp_error *err)
{
	static const char sql[] =
		"SELECT edition, eps_num, (SELECT count(*) FROM budget) "
		"FROM budget ORDER BY pub";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, NULL, &query, err);
	bool row = true;

	*spent = NULL;
	*count = 0;
	if (status)
		return status;
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		if (!*spent)
			*spent = ibp_arena_alloc(
				arena, (size_t)ibp_query_get_number(query, 2) *
					       sizeof(**spent));
		(*spent)[(*count)++] = (struct ibp_sdc_spent){
			ibp_arena_strdup(arena, ibp_query_get(query, 0)),
			ibp_query_get_number(query, 1)};
	}
	ibp_query_end(query);
	return status;
}
