#include "store/chain.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "store/digest.h"

#define STEP_COLUMNS 6
#define CHANGE_COLUMNS 7

struct steps {
	long *ids;
	size_t count;
	size_t capacity;
};

/* What is not set differs from what is empty. */
static void add_line(struct ibp_buf *text, const char *word,
		     struct ibp_query *row, int columns)
{
	ibp_buf_add(text, word);
	for (int i = 0; i < columns; i++) {
		const char *value = ibp_query_get(row, i);

		ibp_buf_add_char(text, '\t');
		if (value)
			ibp_digest_add_value(text, value);
		else
			ibp_buf_add(text, "\\N");
	}
	ibp_buf_add_char(text, '\n');
}

/* Adds a line for every row that SQL gives about the step. */
static enum ibp_status add_lines(struct ibp_db *db, const char *sql, long step,
				 const char *word, int columns,
				 struct ibp_buf *text, struct ibp_error *err)
{
	struct ibp_query *query;
	enum ibp_status status = ibp_db_query(db, sql, &query, err);
	bool row;

	if (status)
		return status;
	ibp_query_number(query, ":step", step);
	while (!(status = ibp_query_next(query, &row, err)) && row)
		add_line(text, word, query, columns);
	ibp_query_end(query);
	return status;
}

/* HASH holds that of the step before, and then that of STEP. */
static enum ibp_status hash_step(struct ibp_db *db, long step,
				 char hash[IBP_SHA256_SIZE],
				 struct ibp_error *err)
{
	static const char head[] = "SELECT id, at, who, tool, act, of "
				   "FROM step WHERE id = :step";
	static const char changes[] =
		"SELECT nr, subject, assessment, key, field, was, becomes "
		"FROM change WHERE step = :step ORDER BY nr";
	struct ibp_buf text = {0};
	enum ibp_status status;

	ibp_buf_addf(&text, "%s\n", hash);
	status = add_lines(db, head, step, "step", STEP_COLUMNS, &text, err);
	if (!status)
		status = add_lines(db, changes, step, "change", CHANGE_COLUMNS,
				   &text, err);
	if (!status)
		ibp_sha256(ibp_buf_text(&text), text.length, hash);
	ibp_buf_release(&text);
	return status;
}

static void copy_hash(char hash[IBP_SHA256_SIZE], const char *text)
{
	size_t length = text ? strlen(text) : 0;

	memset(hash, 0, IBP_SHA256_SIZE);
	memcpy(hash, text ? text : "",
	       length < IBP_SHA256_SIZE ? length : IBP_SHA256_SIZE - 1);
}

/* How many there should be, and the hash of the last. */
static enum ibp_status read_head(struct ibp_db *db, long *count,
				 char head[IBP_SHA256_SIZE],
				 struct ibp_error *err)
{
	static const char sql[] = "SELECT steps, head FROM chain";
	struct ibp_query *query;
	enum ibp_status status = ibp_db_query(db, sql, &query, err);
	bool row;

	if (!status)
		status = ibp_query_next(query, &row, err);
	if (status)
		return status;
	*count = row ? ibp_query_get_number(query, 0) : 0;
	copy_hash(head, row ? ibp_query_get(query, 1) : NULL);
	ibp_query_end(query);
	return IBP_OK;
}

static enum ibp_status write_link(struct ibp_db *db, long step,
				  const char *hash, struct ibp_error *err)
{
	static const char add[] = "INSERT INTO link (step, hash) "
				  "VALUES (:step, :hash)";
	static const char move[] =
		"UPDATE chain SET steps = steps + 1, head = :hash";
	struct ibp_query *query;
	enum ibp_status status = ibp_db_query(db, add, &query, err);

	if (status)
		return status;
	ibp_query_number(query, ":step", step);
	ibp_query_text(query, ":hash", hash);
	status = ibp_query_run(query, err);
	if (!status)
		status = ibp_db_query(db, move, &query, err);
	if (status)
		return status;
	ibp_query_text(query, ":hash", hash);
	return ibp_query_run(query, err);
}

enum ibp_status ibp_chain_add(struct ibp_db *db, long step,
			      struct ibp_error *err)
{
	char hash[IBP_SHA256_SIZE];
	enum ibp_status status;
	long count;

	status = read_head(db, &count, hash, err);
	if (!status)
		status = hash_step(db, step, hash, err);
	return status ? status : write_link(db, step, hash, err);
}

static enum ibp_status list_steps(struct ibp_db *db, struct steps *steps,
				  struct ibp_error *err)
{
	static const char sql[] = "SELECT id FROM step ORDER BY id";
	struct ibp_query *query;
	enum ibp_status status = ibp_db_query(db, sql, &query, err);
	bool row;

	if (status)
		return status;
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		steps->ids = ibp_grow(steps->ids, &steps->capacity,
				      steps->count + 1, sizeof(*steps->ids));
		steps->ids[steps->count++] = ibp_query_get_number(query, 0);
	}
	ibp_query_end(query);
	return status;
}

enum ibp_status ibp_chain_build(struct ibp_db *db, struct ibp_error *err)
{
	struct steps steps = {0};
	enum ibp_status status = list_steps(db, &steps, err);

	for (size_t i = 0; !status && i < steps.count; i++)
		status = ibp_chain_add(db, steps.ids[i], err);
	free(steps.ids);
	return status;
}

static void found(struct ibp_findings *findings, struct ibp_buf *message)
{
	ibp_findings_add_code(findings, "broken-chain", NULL, message->data);
	ibp_buf_release(message);
}

/* *SAME: whether the hash that is kept with the step is HASH. */
static enum ibp_status compare_link(struct ibp_db *db, long step,
				    const char *hash, bool *same,
				    struct ibp_error *err)
{
	static const char sql[] = "SELECT hash FROM link WHERE step = :step";
	struct ibp_query *query;
	enum ibp_status status = ibp_db_query(db, sql, &query, err);
	bool row;

	if (status)
		return status;
	ibp_query_number(query, ":step", step);
	status = ibp_query_next(query, &row, err);
	if (status)
		return status;
	*same = row && ibp_text_equal(ibp_query_get(query, 0), hash);
	ibp_query_end(query);
	return IBP_OK;
}

/* After the first that is not right every other one is wrong as well. */
static enum ibp_status check_links(struct ibp_db *db, const struct steps *steps,
				   char hash[IBP_SHA256_SIZE], bool *same,
				   struct ibp_findings *findings,
				   struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;
	struct ibp_buf message = {0};

	*same = true;
	for (size_t i = 0; !status && *same && i < steps->count; i++) {
		status = hash_step(db, steps->ids[i], hash, err);
		if (!status)
			status = compare_link(db, steps->ids[i], hash, same,
					      err);
		if (!status && !*same)
			ibp_buf_addf(&message,
				     _("The log was changed at step %ld, or a "
				       "step before it was removed."),
				     steps->ids[i]);
	}
	if (message.length)
		found(findings, &message);
	return status;
}

enum ibp_status ibp_chain_check(struct ibp_db *db,
				struct ibp_findings *findings,
				struct ibp_error *err)
{
	char head[IBP_SHA256_SIZE];
	char hash[IBP_SHA256_SIZE];
	struct ibp_buf message = {0};
	struct steps steps = {0};
	enum ibp_status status;
	bool same = true;
	long count;

	memset(hash, '0', IBP_SHA256_SIZE - 1);
	hash[IBP_SHA256_SIZE - 1] = '\0';
	status = read_head(db, &count, head, err);
	if (!status)
		status = list_steps(db, &steps, err);
	if (!status)
		status = check_links(db, &steps, hash, &same, findings, err);
	if (!status && (size_t)count != steps.count) {
		ibp_buf_addf(&message,
			     _("The log has %zu steps and should have %ld."),
			     steps.count, count);
		found(findings, &message);
	} else if (!status && same && strcmp(head, hash) != 0) {
		ibp_buf_add(&message, _("The end of the log is not what it "
					"was."));
		found(findings, &message);
	}
	free(steps.ids);
	return status;
}
