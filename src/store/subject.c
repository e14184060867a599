#include "store/subject.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

/* A value is text here; "na" lies in the file as -1. */
#define GET_VALUE(column) column
#define SET_VALUE ":value"
#define GET_SCORE(column) \
	"CASE " column " WHEN -1 THEN 'na' ELSE " column " END"
#define SET_SCORE "CASE :value WHEN 'na' THEN -1 ELSE :value END"

/* One list of columns per subject gives all of its SQL. */
#define AS_COLUMN(table, where, field, column, shape)               \
	{field, "SELECT " GET_##shape(column) " FROM " table where, \
	 "UPDATE " table " SET " column " = " SET_##shape where},
#define AS_LIST(table, where, field, column, shape) ", " GET_##shape(column)
#define AS_EMPTY(table, where, field, column, shape) " AND " column " IS NULL"

#define BOARD(AS, table, where)                         \
	AS(table, where, "name", "name", VALUE)         \
	AS(table, where, "sector", "sector", VALUE)     \
	AS(table, where, "students", "students", VALUE) \
	AS(table, where, "schools", "schools", VALUE)   \
	AS(table, where, "province", "province", VALUE)

#define SCHOOL(AS, table, where)                \
	AS(table, where, "name", "name", VALUE) \
	AS(table, where, "brin", "brin", VALUE) \
	AS(table, where, "sector", "sector", VALUE)

#define ASSESSMENT(AS, table, where)                      \
	AS(table, where, "name", "name", VALUE)           \
	AS(table, where, "framework", "framework", VALUE) \
	AS(table, where, "version", "version", VALUE)     \
	AS(table, where, "created", "created", VALUE)     \
	AS(table, where, "locked", "locked", VALUE)       \
	AS(table, where, "locked_by", "locked_by", VALUE) \
	AS(table, where, "digest", "digest", VALUE)       \
	AS(table, where, "unlock_reason", "unlock_reason", VALUE)

#define NORM(AS, table, where)                                      \
	AS(table, where, "score", "score", SCORE)                   \
	AS(table, where, "reason", "reason", VALUE)                 \
	AS(table, where, "target", "target", VALUE)                 \
	AS(table, where, "status", "status", VALUE)                 \
	AS(table, where, "priority", "priority", VALUE)             \
	AS(table, where, "owner", "owner", VALUE)                   \
	AS(table, where, "due", "due", VALUE)                       \
	AS(table, where, "note", "note", VALUE)                     \
	AS(table, where, "score:2", "score_2", SCORE)               \
	AS(table, where, "reason:2", "reason_2", VALUE)             \
	AS(table, where, "score:settled", "score_settled", SCORE)   \
	AS(table, where, "reason:settled", "reason_settled", VALUE) \
	AS(table, where, "look_again", "look_again", VALUE)

#define EVIDENCE(AS, table, where)                          \
	AS(table, where, "norm", "norm", VALUE)             \
	AS(table, where, "title", "title", VALUE)           \
	AS(table, where, "ref", "ref", VALUE)               \
	AS(table, where, "kind", "kind", VALUE)             \
	AS(table, where, "date", "date", VALUE)             \
	AS(table, where, "checked_by", "checked_by", VALUE) \
	AS(table, where, "confidence", "confidence", VALUE)

#define FILTER(AS, table, where) AS(table, where, "expr", "expr", VALUE)

/* The key of the one board is empty. */
#define BOARD_IS " WHERE id = 1 AND :key = ''"
#define ID_IS " WHERE id = :key"
#define ANSWER_IS " WHERE norm = :key AND assessment = :assessment"
#define EVIDENCE_IS " WHERE id = :key AND assessment = :assessment"
#define NAME_IS " WHERE name = :key"

#define END                      \
	{                        \
		NULL, NULL, NULL \
	}

static const struct ibp_column board_columns[] = {
	BOARD(AS_COLUMN, "board", BOARD_IS) END};
static const struct ibp_column school_columns[] = {
	SCHOOL(AS_COLUMN, "school", ID_IS) END};
static const struct ibp_column assessment_columns[] = {
	ASSESSMENT(AS_COLUMN, "assessment", ID_IS) END};
static const struct ibp_column norm_columns[] = {
	NORM(AS_COLUMN, "answer", ANSWER_IS) END};
static const struct ibp_column evidence_columns[] = {
	EVIDENCE(AS_COLUMN, "evidence", EVIDENCE_IS) END};
static const struct ibp_column filter_columns[] = {
	FILTER(AS_COLUMN, "filter", NAME_IS) END};

/* Lists of columns: as read, and as a condition that all are empty. */
#define BOARD_LIST BOARD(AS_LIST, , )
#define BOARD_EMPTY BOARD(AS_EMPTY, , )
#define SCHOOL_LIST SCHOOL(AS_LIST, , )
#define SCHOOL_EMPTY SCHOOL(AS_EMPTY, , )
#define ASSESSMENT_LIST ASSESSMENT(AS_LIST, , )
#define ASSESSMENT_EMPTY ASSESSMENT(AS_EMPTY, , )
#define NORM_LIST NORM(AS_LIST, , )
#define NORM_EMPTY NORM(AS_EMPTY, , )
#define EVIDENCE_LIST EVIDENCE(AS_LIST, , )
#define EVIDENCE_EMPTY EVIDENCE(AS_EMPTY, , )
#define FILTER_LIST FILTER(AS_LIST, , )
#define FILTER_EMPTY FILTER(AS_EMPTY, , )

const struct ibp_subject_table ibp_subject_tables[IBP_SUBJECT_COUNT] = {
	[IBP_SUBJECT_BOARD] =
		{
			.columns = board_columns,
			.add = "INSERT INTO board (id) SELECT 1 WHERE :key = "
			       "''",
			.remove = "DELETE FROM board" BOARD_IS BOARD_EMPTY,
			.list = "SELECT ''" BOARD_LIST " FROM board",
		},
	[IBP_SUBJECT_SCHOOL] =
		{
			.is_numbered = true,
			.columns = school_columns,
			.add = "INSERT INTO school (id) VALUES (:key)",
			.remove = "DELETE FROM school" ID_IS SCHOOL_EMPTY,
			.list = "SELECT id" SCHOOL_LIST
				" FROM school ORDER BY id",
		},
	[IBP_SUBJECT_ASSESSMENT] =
		{
			.is_numbered = true,
			.columns = assessment_columns,
			.add = "INSERT INTO assessment (id) VALUES (:key)",
			.remove =
				"DELETE FROM assessment" ID_IS ASSESSMENT_EMPTY,
			.incomplete =
				"SELECT id FROM assessment WHERE framework IS "
				"NULL OR version IS NULL OR created IS NULL",
			.list = "SELECT id" ASSESSMENT_LIST
				" FROM assessment ORDER BY id",
		},
	[IBP_SUBJECT_NORM] =
		{
			.in_assessment = true,
			.is_implied = true,
			.columns = norm_columns,
			.add = "INSERT OR IGNORE INTO answer (norm, "
			       "assessment) "
			       "VALUES (:key, :assessment)",
			.remove = "DELETE FROM answer" ANSWER_IS NORM_EMPTY,
			.list = "SELECT norm" NORM_LIST " FROM answer "
				"WHERE assessment = :assessment ORDER BY norm",
		},
	[IBP_SUBJECT_EVIDENCE] =
		{
			.in_assessment = true,
			.is_numbered = true,
			.columns = evidence_columns,
			.add = "INSERT INTO evidence (id, assessment) "
			       "VALUES (:key, :assessment)",
			.remove = "DELETE FROM evidence" EVIDENCE_IS
				EVIDENCE_EMPTY,
			.incomplete =
				"SELECT id FROM evidence WHERE title IS NULL",
			.list = "SELECT id" EVIDENCE_LIST " FROM evidence "
				"WHERE assessment = :assessment ORDER BY id",
		},
	[IBP_SUBJECT_FILTER] =
		{
			.columns = filter_columns,
			.add = "INSERT INTO filter (name) VALUES (:key)",
			.remove = "DELETE FROM filter" NAME_IS FILTER_EMPTY,
			.list = "SELECT name" FILTER_LIST
				" FROM filter ORDER BY name",
		},
};

bool ibp_subject_find(const char *word, enum ibp_subject *subject)
{
	for (unsigned i = 0; i < IBP_SUBJECT_COUNT; i++) {
		if (strcmp(ibp_subject_word((enum ibp_subject)i), word) == 0) {
			*subject = (enum ibp_subject)i;
			return true;
		}
	}
	return false;
}

size_t ibp_subject_width(const struct ibp_subject_table *table)
{
	size_t width = 0;

	while (table->columns[width].field)
		width++;
	return width;
}

const struct ibp_column *ibp_subject_column(
	const struct ibp_subject_table *table, const char *field)
{
	const struct ibp_column *column = table->columns;

	for (; column->field; column++)
		if (strcmp(column->field, field) == 0)
			return column;
	return NULL;
}

/* A query of TABLE about the thing of AT. */
static enum ibp_status ask(struct ibp_db *db, const char *sql,
			   const struct ibp_change *at,
			   struct ibp_query **query, struct ibp_error *err)
{
	enum ibp_status status = ibp_db_query(db, sql, query, err);

	if (status)
		return status;
	ibp_query_text(*query, ":key", at->key);
	if (ibp_subject_tables[at->subject].in_assessment)
		ibp_query_number(*query, ":assessment", at->assessment);
	return IBP_OK;
}

static enum ibp_status run(struct ibp_db *db, const char *sql,
			   const struct ibp_change *at, struct ibp_error *err)
{
	struct ibp_query *query;
	enum ibp_status status = ask(db, sql, at, &query, err);

	return status ? status : ibp_query_run(query, err);
}

enum ibp_status ibp_subject_get(struct ibp_db *db, const struct ibp_change *at,
				char **value, struct ibp_error *err)
{
	const struct ibp_column *column =
		ibp_subject_column(&ibp_subject_tables[at->subject], at->field);
	struct ibp_query *query;
	enum ibp_status status;
	bool row;

	status = ask(db, column->get, at, &query, err);
	if (!status)
		status = ibp_query_next(query, &row, err);
	if (status)
		return status;
	*value = row ? ibp_strdup(ibp_query_get(query, 0)) : NULL;
	ibp_query_end(query);
	return IBP_OK;
}

static enum ibp_status not_there(const struct ibp_change *at,
				 struct ibp_error *err)
{
	switch (at->subject) {
	case IBP_SUBJECT_SCHOOL:
		return ibp_error_set(err, IBP_INPUT,
				     _("There is no school with number %s."),
				     at->key);
	case IBP_SUBJECT_ASSESSMENT:
		return ibp_error_set(
			err, IBP_INPUT,
			_("There is no assessment with number %s."), at->key);
	case IBP_SUBJECT_EVIDENCE:
		return ibp_error_set(err, IBP_INPUT,
				     _("There is no evidence with number %s."),
				     at->key);
	case IBP_SUBJECT_FILTER:
		return ibp_error_set(err, IBP_INPUT,
				     _("There is no filter \"%s\"."), at->key);
	case IBP_SUBJECT_BOARD:
	case IBP_SUBJECT_NORM:
	case IBP_SUBJECT_COUNT:
		break;
	}
	return ibp_error_set(err, IBP_INPUT,
			     _("The data file has no board yet."));
}

enum ibp_status ibp_subject_set(struct ibp_db *db, const struct ibp_change *at,
				const char *from, struct ibp_error *err)
{
	const struct ibp_subject_table *table =
		&ibp_subject_tables[at->subject];
	const struct ibp_column *column = ibp_subject_column(table, at->field);
	bool is_life = column == table->columns;
	struct ibp_query *query;
	enum ibp_status status = IBP_OK;

	if (table->is_implied || (is_life && !from))
		status = run(db, table->add, at, err);
	if (!status)
		status = ask(db, column->set, at, &query, err);
	if (status)
		return status;
	ibp_query_text(query, ":value", at->to);
	status = ibp_query_run(query, err);
	if (!status && ibp_db_touched(db) == 0)
		return not_there(at, err);
	if (!status && !at->to && (table->is_implied || is_life))
		status = run(db, table->remove, at, err);
	return status;
}
