/* What is wrong with the file itself: its pages, its tables, its log. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"
#include "store/chain.h"
#include "store/internal.h"
#include "store/subject.h"

#define DAMAGE "file-integrity"
#define CHAIN "broken-chain"

struct checking {
	struct ibp_store *store;
	struct ibp_findings *findings;
};

static void add_damage(struct checking *c, const char *what)
{
	struct ibp_buf message = {0};

	ibp_buf_addf(&message, _("The file is damaged: %s."), what);
	ibp_findings_add_code(c->findings, DAMAGE, NULL,
			      ibp_buf_text(&message));
	ibp_buf_release(&message);
}

/* Calls EACH for every row of SQL, which has no values to bind. */
static enum ibp_status each_row(struct checking *c, const char *sql,
				void each(struct checking *c,
					  struct ibp_query *row),
				struct ibp_error *err)
{
	struct ibp_query *query;
	enum ibp_status status = ibp_db_query(c->store->db, sql, &query, err);
	bool row;

	if (status)
		return status;
	while (!(status = ibp_query_next(query, &row, err)) && row)
		each(c, query);
	ibp_query_end(query);
	return status;
}

static void see_page(struct checking *c, struct ibp_query *row)
{
	const char *said = ibp_query_get(row, 0);

	if (!ibp_text_equal(said, "ok"))
		add_damage(c, said ? said : "?");
}

static void see_orphan(struct checking *c, struct ibp_query *row)
{
	const char *table = ibp_query_get(row, 0);
	struct ibp_buf what = {0};

	ibp_buf_addf(&what, _("a row of table \"%s\" belongs to nothing"),
		     table ? table : "?");
	add_damage(c, ibp_buf_text(&what));
	ibp_buf_release(&what);
}

static void see_incomplete(struct checking *c, struct ibp_query *row)
{
	const char *key = ibp_query_get(row, 0);
	struct ibp_buf what = {0};

	ibp_buf_addf(&what, _("number %s lacks a field that it needs"),
		     key ? key : "?");
	add_damage(c, ibp_buf_text(&what));
	ibp_buf_release(&what);
}

static enum ibp_status check_pages(struct checking *c, struct ibp_error *err)
{
	static const char pages[] = "PRAGMA integrity_check(20)";
	static const char orphans[] = "PRAGMA foreign_key_check";
	enum ibp_status status = each_row(c, pages, see_page, err);

	if (!status)
		status = each_row(c, orphans, see_orphan, err);
	for (int s = 0; !status && s < IBP_SUBJECT_COUNT; s++)
		if (ibp_subject_tables[s].incomplete)
			status = each_row(c, ibp_subject_tables[s].incomplete,
					  see_incomplete, err);
	return status;
}

/* The tables, indexes and triggers of DB as one text; not those of SQLite. */
static enum ibp_status read_schema(struct ibp_db *db, struct ibp_buf *text,
				   struct ibp_error *err)
{
	static const char sql[] =
		"SELECT type || ' ' || name || ': ' || sql || x'0a' "
		"FROM sqlite_schema WHERE sql IS NOT NULL "
		"AND name NOT GLOB 'sqlite_*' ORDER BY type, name";
	struct ibp_query *query;
	enum ibp_status status = ibp_db_query(db, sql, &query, err);
	bool row;

	if (status)
		return status;
	while (!(status = ibp_query_next(query, &row, err)) && row)
		ibp_buf_add(text, ibp_query_get(query, 0));
	ibp_query_end(query);
	return status;
}

/* A trigger of another's making could change what we write. */
static enum ibp_status check_schema(struct checking *c, struct ibp_error *err)
{
	struct ibp_db *fresh = NULL;
	struct ibp_buf wanted = {0};
	struct ibp_buf found = {0};
	enum ibp_status status;
	long version;

	status = ibp_schema_version(c->store->db, &version, err);
	if (status || version != ibp_board_schema.version)
		return status;
	status = ibp_db_open(IBP_DB_MEMORY, c->store->shown, &fresh, err);
	if (!status)
		status = ibp_schema_migrate(fresh, &ibp_board_schema, err);
	if (!status)
		status = read_schema(fresh, &wanted, err);
	if (!status)
		status = read_schema(c->store->db, &found, err);
	if (!status && !ibp_text_equal(wanted.data, found.data))
		add_damage(c, _("its tables are not as ibp-tools makes them"));
	ibp_db_close(fresh);
	ibp_buf_release(&wanted);
	ibp_buf_release(&found);
	return status;
}

static void add_break(struct checking *c, const struct ibp_change *at)
{
	struct ibp_buf message = {0};

	ibp_buf_addf(&message,
		     _("%s: the value of \"%s\" does not follow from the "
		       "log."),
		     *at->key ? at->key : ibp_subject_word(at->subject),
		     at->field);
	ibp_findings_add_code(c->findings, CHAIN,
			      at->subject == IBP_SUBJECT_NORM ? at->key : NULL,
			      ibp_buf_text(&message));
	ibp_buf_release(&message);
}

/* False for what only a newer version knows. */
static bool read_change(struct ibp_query *row, struct ibp_change *change)
{
	const char *word = ibp_query_get(row, 0);

	*change =
		(struct ibp_change){.assessment = ibp_query_get_number(row, 1),
				    .key = ibp_query_get(row, 2),
				    .field = ibp_query_get(row, 3),
				    .to = ibp_query_get(row, 4)};
	return word && ibp_subject_find(word, &change->subject) &&
	       ibp_subject_column(&ibp_subject_tables[change->subject],
				  change->field);
}

/* What the log says last is what the file holds. */
static enum ibp_status check_last(struct checking *c,
				  const struct ibp_change *last,
				  struct ibp_error *err)
{
	char *value = NULL;
	enum ibp_status status =
		ibp_subject_get(c->store->db, last, &value, err);

	if (!status && !ibp_text_equal(value, last->to))
		add_break(c, last);
	free(value);
	return status;
}

/* The changes to one field follow each other: what was is what became. */
static enum ibp_status check_log(struct checking *c, struct ibp_error *err)
{
	static const char sql[] =
		"SELECT * FROM (SELECT subject, ifnull(assessment, 0), key, "
		"field, becomes, was IS NOT lag(becomes) OVER chain AS broken, "
		"lead(step) OVER chain IS NULL AS last FROM change "
		"WINDOW chain AS (PARTITION BY subject, assessment, key, field "
		"ORDER BY step, nr)) WHERE broken OR last";
	struct ibp_query *query;
	enum ibp_status status = ibp_db_query(c->store->db, sql, &query, err);
	bool row;

	if (status)
		return status;
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		struct ibp_change change;

		if (!read_change(query, &change))
			continue;
		if (ibp_query_get_number(query, 5))
			add_break(c, &change);
		else
			status = check_last(c, &change, err);
		if (status)
			break;
	}
	ibp_query_end(query);
	return status;
}

static enum ibp_status check_logged(struct checking *c,
				    const struct ibp_change *at,
				    struct ibp_error *err)
{
	static const char sql[] =
		"SELECT 1 FROM change WHERE key = :key "
		"AND subject = :subject AND field = :field "
		"AND ifnull(assessment, 0) = :assessment LIMIT 1";
	struct ibp_query *query;
	enum ibp_status status = ibp_db_query(c->store->db, sql, &query, err);
	bool row;

	if (status)
		return status;
	ibp_query_text(query, ":key", at->key);
	ibp_query_text(query, ":subject", ibp_subject_word(at->subject));
	ibp_query_text(query, ":field", at->field);
	ibp_query_number(query, ":assessment", at->assessment);
	status = ibp_query_next(query, &row, err);
	if (status)
		return status;
	ibp_query_end(query);
	if (!row)
		add_break(c, at);
	return IBP_OK;
}

/* Every value that is set must have come in through the log. */
static enum ibp_status check_values(struct checking *c,
				    enum ibp_subject subject, long assessment,
				    struct ibp_error *err)
{
	const struct ibp_subject_table *table = &ibp_subject_tables[subject];
	struct ibp_query *query;
	enum ibp_status status;
	bool row;

	status = ibp_db_query(c->store->db, table->list, &query, err);
	if (status)
		return status;
	if (table->in_assessment)
		ibp_query_number(query, ":assessment", assessment);
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		struct ibp_change at = {.subject = subject,
					.assessment = assessment,
					.key = ibp_query_get(query, 0)};

		for (int i = 0; !status && table->columns[i].field; i++) {
			at.field = table->columns[i].field;
			if (ibp_query_get(query, i + 1))
				status = check_logged(c, &at, err);
		}
		if (status)
			break;
	}
	ibp_query_end(query);
	return status;
}

static enum ibp_status check_assessments(struct checking *c,
					 struct ibp_error *err)
{
	static const char sql[] = "SELECT id FROM assessment";
	struct ibp_query *query;
	enum ibp_status status = ibp_db_query(c->store->db, sql, &query, err);
	bool row;

	if (status)
		return status;
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		long id = ibp_query_get_number(query, 0);

		status = check_values(c, IBP_SUBJECT_NORM, id, err);
		if (!status)
			status = check_values(c, IBP_SUBJECT_EVIDENCE, id, err);
		if (status)
			break;
	}
	ibp_query_end(query);
	return status;
}

static enum ibp_status check_all_values(struct checking *c,
					struct ibp_error *err)
{
	enum ibp_status status = check_assessments(c, err);

	for (int s = 0; !status && s < IBP_SUBJECT_COUNT; s++)
		if (!ibp_subject_tables[s].in_assessment)
			status = check_values(c, (enum ibp_subject)s, 0, err);
	return status;
}

static void add_changed(struct checking *c, const char *name)
{
	struct ibp_buf message = {0};

	ibp_buf_addf(&message,
		     _("The locked assessment \"%s\" is not what it was when "
		       "it was locked."),
		     name);
	ibp_findings_add_code(c->findings, "changed-after-lock", NULL,
			      ibp_buf_text(&message));
	ibp_buf_release(&message);
}

/* What was locked still has the digest that was written down then. */
static enum ibp_status check_locked(struct checking *c, struct ibp_error *err)
{
	static const char sql[] = "SELECT id, name, digest FROM assessment "
				  "WHERE digest IS NOT NULL";
	char digest[IBP_SHA256_SIZE];
	struct ibp_query *query;
	enum ibp_status status = ibp_db_query(c->store->db, sql, &query, err);
	bool row;

	if (status)
		return status;
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		const char *name = ibp_query_get(query, 1);

		status = ibp_store_digest(
			c->store, ibp_query_get_number(query, 0), digest, err);
		if (status)
			break;
		if (!ibp_text_equal(ibp_query_get(query, 2), digest))
			add_changed(c, name ? name : "?");
	}
	ibp_query_end(query);
	return status;
}

enum ibp_status ibp_store_check(struct ibp_store *store,
				struct ibp_findings *findings,
				struct ibp_error *err)
{
	struct checking c = {store, findings};
	enum ibp_status status = check_pages(&c, err);

	if (!status)
		status = check_schema(&c, err);
	if (!status)
		status = check_log(&c, err);
	if (!status)
		status = check_all_values(&c, err);
	if (!status)
		status = ibp_chain_check(store->db, findings, err);
	if (!status)
		status = check_locked(&c, err);
	if (!status || !ibp_db_is_damaged(store->db))
		return status;
	/* That it cannot be read any further is what was found. */
	ibp_db_rollback(store->db);
	ibp_findings_add_code(findings, DAMAGE, NULL, ibp_error_text(err));
	ibp_error_release(err);
	return IBP_OK;
}
