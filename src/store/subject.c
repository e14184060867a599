#include "store/subject.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/text.h"
#include "model/fora.h"

#define KEY_NUMBER_MAX 1000000000L
#define KEY_CODE_MAX 40

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

static bool is_number(const char *text)
{
	long number;

	return *text != '0' && ibp_num_parse(text, KEY_NUMBER_MAX, &number);
}

/* "APPLICATION:SCHOOL" */
static bool is_pair(const char *key)
{
	const char *colon = strchr(key, ':');
	char *first;
	bool valid;

	if (!colon)
		return false;
	first = ibp_strndup(key, (size_t)(colon - key));
	valid = is_number(first) && is_number(colon + 1);
	free(first);
	return valid;
}

static size_t key_max(enum ibp_subject subject)
{
	if (subject == IBP_SUBJECT_NORM)
		return KEY_CODE_MAX;
	return subject == IBP_SUBJECT_EXCLUSION ? IBP_FORA_ID_MAX :
						  IBP_TEXT_NAME_MAX;
}

bool ibp_subject_is_key(enum ibp_subject subject, const char *key)
{
	if (ibp_subject_tables[subject].is_numbered)
		return is_number(key);
	if (subject == IBP_SUBJECT_USE)
		return is_pair(key);
	if (subject == IBP_SUBJECT_BOARD)
		return !*key;
	return *key && strlen(key) <= key_max(subject);
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
	case IBP_SUBJECT_APPLICATION:
		return ibp_error_set(
			err, IBP_INPUT,
			_("There is no application with number %s."), at->key);
	case IBP_SUBJECT_PLACEMENT:
		return ibp_error_set(err, IBP_INPUT,
				     _("There is no placement with number %s."),
				     at->key);
	case IBP_SUBJECT_COUPLING:
		return ibp_error_set(err, IBP_INPUT,
				     _("There is no coupling with number %s."),
				     at->key);
	case IBP_SUBJECT_EXCLUSION:
		return ibp_error_set(err, IBP_INPUT,
				     _("\"%s\" is not marked as not for us."),
				     at->key);
	case IBP_SUBJECT_SETTING:
		return ibp_error_set(err, IBP_INPUT,
				     _("There is no setting \"%s\"."), at->key);
	case IBP_SUBJECT_BOARD:
	case IBP_SUBJECT_NORM:
	case IBP_SUBJECT_AGREEMENT:
	case IBP_SUBJECT_USE:
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
