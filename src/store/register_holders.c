/* Invitations, answers to them, and what was refused. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "store/register_internal.h"

#define HOLDER_COLUMNS                                                \
	"h.token_id, h.holder_id, h.code, h.sector, h.size, h.part, " \
	"h.pupils, h.holding, h.active, h.version"

int ibp_register_size(const struct ibp_register_cut *cut, long pupils)
{
	if (!cut->low || pupils < 0)
		return -1;
	if (pupils < cut->low)
		return IBP_SDC_SMALL;
	return pupils < cut->high ? IBP_SDC_MEDIUM : IBP_SDC_LARGE;
}

static void bind_code(struct ibp_query *query,
		      const struct ibp_register_holder *holder)
{
	char code[2 * IBP_INVITATION_BYTES + 1];

	if (!holder->has_code)
		return;
	ibp_hex(holder->code.bytes, IBP_INVITATION_BYTES, code);
	ibp_query_text(query, ":code", code);
}

enum ibp_status ibp_register_add_holder(
	struct ibp_register *reg, const char *edition,
	const struct ibp_register_holder *holder, struct ibp_error *err)
{
	static const char sql[] =
		"INSERT INTO holder (edition, token_id, holder_id, code, "
		"sector, size, part, pupils, holding, active) VALUES "
		"(:edition, :token, :holder, :code, :sector, :size, :part, "
		":pupils, :holding, :active)";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, edition, &query, err);

	if (status)
		return status;
	ibp_register_bind_token(query, ":token", holder->token);
	ibp_register_bind_token(query, ":holder", holder->holder);
	bind_code(query, holder);
	ibp_query_text(query, ":sector", ibp_sdc_sector_codes[holder->sector]);
	if (holder->size >= 0)
		ibp_query_text(query, ":size",
			       ibp_sdc_size_codes[holder->size]);
	ibp_query_text(query, ":part", ibp_sdc_part_codes[holder->part]);
	if (holder->pupils >= 0)
		ibp_query_number(query, ":pupils", holder->pupils);
	ibp_query_number(query, ":holding", (long)holder->holding);
	ibp_query_number(query, ":active", holder->is_active);
	return ibp_query_run(query, err);
}

static bool take_token(struct ibp_query *query, int column, uint64_t *token)
{
	const char *text = ibp_query_get(query, column);

	return text && ibp_sdc_token_parse(text, token);
}

static bool take_code(struct ibp_query *query,
		      struct ibp_register_holder *holder)
{
	const char *code = ibp_query_get(query, 2);

	holder->has_code = code != NULL;
	return !code ||
	       ibp_unhex(code, holder->code.bytes, IBP_INVITATION_BYTES);
}

/* The row of HOLDER_COLUMNS. */
static enum ibp_status take_holder(struct ibp_register *reg,
				   struct ibp_query *query,
				   struct ibp_register_holder *holder,
				   struct ibp_error *err)
{
	bool is_sound;

	*holder = (struct ibp_register_holder){
		.sector = ibp_register_code(query, 3, ibp_sdc_sector_codes,
					    IBP_SDC_SECTORS),
		.size = ibp_register_code(query, 4, ibp_sdc_size_codes,
					  IBP_SDC_SIZES),
		.part = ibp_register_code(query, 5, ibp_sdc_part_codes,
					  IBP_SDC_PARTS),
		.pupils = ibp_query_get(query, 6) ?
				  ibp_query_get_number(query, 6) :
				  -1,
		.holding = (uint32_t)ibp_query_get_number(query, 7),
		.is_active = ibp_query_get_number(query, 8) != 0,
		.version = (uint32_t)ibp_query_get_number(query, 9),
	};
	is_sound = take_token(query, 0, &holder->token) &&
		   take_token(query, 1, &holder->holder) &&
		   take_code(query, holder) && holder->sector >= 0 &&
		   holder->part >= 0;
	return is_sound ? IBP_OK : ibp_register_unsound(reg, "holder", err);
}

enum ibp_status ibp_register_find_holder(struct ibp_register *reg,
					 const char *edition, uint64_t token,
					 struct ibp_register_holder *holder,
					 bool *found, struct ibp_error *err)
{
	static const char sql[] =
		"SELECT " HOLDER_COLUMNS " FROM holder h "
		"WHERE edition = :edition AND token_id = :token";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, edition, &query, err);

	if (status)
		return status;
	ibp_register_bind_token(query, ":token", token);
	status = ibp_query_next(query, found, err);
	if (!status && *found)
		status = take_holder(reg, query, holder, err);
	ibp_query_end(query);
	return status;
}

enum ibp_status ibp_register_is_invited(struct ibp_register *reg,
					const char *edition, uint64_t holder,
					bool *found, struct ibp_error *err)
{
	static const char sql[] =
		"SELECT 1 FROM holder WHERE holder_id = :holder "
		"AND edition = :edition AND active";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, edition, &query, err);

	if (status)
		return status;
	ibp_register_bind_token(query, ":holder", holder);
	status = ibp_query_next(query, found, err);
	ibp_query_end(query);
	return status;
}

enum ibp_status ibp_register_withdraw(struct ibp_register *reg,
				      const char *edition, uint64_t token,
				      bool *found, struct ibp_error *err)
{
	static const char sql[] =
		"UPDATE holder SET active = 0 WHERE edition = :edition "
		"AND token_id = :token AND active";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, edition, &query, err);

	if (status)
		return status;
	ibp_register_bind_token(query, ":token", token);
	status = ibp_query_run(query, err);
	*found = !status && ibp_db_touched(reg->store->db) > 0;
	return status;
}

enum ibp_status ibp_register_holders(struct ibp_register *reg,
				     const char *edition,
				     ibp_register_each *each, void *self,
				     struct ibp_error *err)
{
	static const char sql[] =
		"SELECT " HOLDER_COLUMNS ", s.body FROM holder h "
		"LEFT JOIN submission s ON s.edition = h.edition "
		"AND s.token_id = h.token_id AND s.version = h.version "
		"WHERE h.edition = :edition ORDER BY h.token_id";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, edition, &query, err);
	bool row = true;

	if (status)
		return status;
	while (!status && row) {
		struct ibp_register_holder holder;

		status = ibp_query_next(query, &row, err);
		if (!status && row)
			status = take_holder(reg, query, &holder, err);
		if (!status && row)
			status = each(self, &holder, ibp_query_get(query, 10),
				      err);
	}
	ibp_query_end(query);
	return status;
}

/* ---- answers ------------------------------------------------------------- */

enum ibp_status ibp_register_body(struct ibp_register *reg, const char *edition,
				  uint64_t token, char **body,
				  struct ibp_error *err)
{
	static const char sql[] =
		"SELECT s.body FROM holder h JOIN submission s "
		"ON s.edition = h.edition AND s.token_id = h.token_id "
		"AND s.version = h.version "
		"WHERE h.edition = :edition AND h.token_id = :token";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, edition, &query, err);
	bool row;

	*body = NULL;
	if (status)
		return status;
	ibp_register_bind_token(query, ":token", token);
	status = ibp_query_next(query, &row, err);
	if (!status && row)
		*body = ibp_strdup(ibp_query_get(query, 0));
	ibp_query_end(query);
	return status;
}

static enum ibp_status run_answer(struct ibp_register *reg, const char *sql,
				  const char *edition, uint64_t token,
				  uint32_t version, const char *body,
				  struct ibp_error *err)
{
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, edition, &query, err);

	if (status)
		return status;
	ibp_register_bind_token(query, ":token", token);
	ibp_query_number(query, ":version", (long)version);
	if (body)
		ibp_query_text(query, ":body", body);
	return ibp_query_run(query, err);
}

enum ibp_status ibp_register_submit(struct ibp_register *reg,
				    const char *edition, uint64_t token,
				    uint32_t version, const char *body,
				    struct ibp_error *err)
{
	static const char add[] =
		"INSERT INTO submission (edition, token_id, version, body) "
		"VALUES (:edition, :token, :version, :body)";
	static const char mark[] =
		"UPDATE holder SET version = :version "
		"WHERE edition = :edition AND token_id = :token";
	enum ibp_status status =
		run_answer(reg, add, edition, token, version, body, err);

	return status ? status :
			run_answer(reg, mark, edition, token, version, NULL,
				   err);
}

/* ---- refusals ------------------------------------------------------------ */

enum ibp_status ibp_register_refuse(struct ibp_register *reg,
				    const char *edition, uint64_t token,
				    const char *code, long times,
				    struct ibp_error *err)
{
	static const char sql[] =
		"INSERT INTO refusal (edition, token_id, code, times) "
		"VALUES (:edition, :token, :code, :times) "
		"ON CONFLICT DO UPDATE SET times = times + excluded.times";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, edition, &query, err);

	if (status)
		return status;
	if (token)
		ibp_register_bind_token(query, ":token", token);
	else
		ibp_query_text(query, ":token", "");
	ibp_query_text(query, ":code", code);
	ibp_query_number(query, ":times", times);
	return ibp_query_run(query, err);
}

static bool take_refusal(struct ibp_query *query,
			 struct ibp_register_refusal *refusal)
{
	const char *token = ibp_query_get(query, 0);
	const char *code = ibp_query_get(query, 1);

	*refusal = (struct ibp_register_refusal){
		.times = ibp_query_get_number(query, 2)};
	if (!code || strlen(code) >= sizeof(refusal->code))
		return false;
	memcpy(refusal->code, code, strlen(code) + 1);
	return !*token || ibp_sdc_token_parse(token, &refusal->token);
}

enum ibp_status ibp_register_refusals(struct ibp_register *reg,
				      const char *edition,
				      struct ibp_arena *arena,
				      struct ibp_register_refusal **refusals,
				      size_t *count, struct ibp_error *err)
{
	static const char sql[] =
		"SELECT token_id, code, times, (SELECT count(*) FROM refusal "
		"WHERE edition = :edition) FROM refusal "
		"WHERE edition = :edition ORDER BY token_id, code";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, edition, &query, err);
	bool row = true;

	*refusals = NULL;
	*count = 0;
	if (status)
		return status;
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		if (!*refusals)
			*refusals = ibp_arena_alloc(
				arena, (size_t)ibp_query_get_number(query, 3) *
					       sizeof(**refusals));
		if (!take_refusal(query, *refusals + (*count)++)) {
			status = ibp_register_unsound(reg, "refusal", err);
			break;
		}
	}
	ibp_query_end(query);
	return status;
}
