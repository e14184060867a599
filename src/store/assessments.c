/* A new assessment, empty or out of another; numbers for new things. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "store/internal.h"
#include "store/subject.h"

#define NUMBER_SIZE 24

enum ibp_status ibp_store_new_id(struct ibp_store *store,
				 enum ibp_subject subject, long *id,
				 struct ibp_error *err)
{
	/* The log knows every number that ever was. */
	static const char sql[] =
		"SELECT max(CAST(key AS INTEGER)) FROM change "
		"WHERE subject = :subject";
	enum ibp_status status = ibp_store_need_write(store, err);
	struct ibp_query *query;
	bool row;

	if (!status && !store->last_ids[subject]) {
		status = ibp_db_query(store->db, sql, &query, err);
		if (status)
			return status;
		ibp_query_text(query, ":subject", ibp_subject_word(subject));
		status = ibp_query_next(query, &row, err);
		if (status)
			return status;
		store->last_ids[subject] = ibp_query_get_number(query, 0);
		ibp_query_end(query);
	}
	if (!status)
		*id = ++store->last_ids[subject];
	return status;
}

static void write_number(char text[NUMBER_SIZE], long number)
{
	struct ibp_buf buf = {0};

	ibp_buf_addf(&buf, "%ld", number);
	ibp_buf_cut(&buf, NUMBER_SIZE - 1);
	memcpy(text, buf.data, buf.length + 1);
	ibp_buf_release(&buf);
}

static void add_head(struct ibp_changes *changes, long id, const char *name,
		     const char *framework_id, const char *framework_version)
{
	const enum ibp_subject subject = IBP_SUBJECT_ASSESSMENT;
	char key[NUMBER_SIZE];
	char now[IBP_TIME_SIZE];

	write_number(key, id);
	ibp_time_now(now);
	ibp_changes_add(changes, subject, 0, key, "name", NULL, name);
	ibp_changes_add(changes, subject, 0, key, "framework", NULL,
			framework_id);
	ibp_changes_add(changes, subject, 0, key, "version", NULL,
			framework_version);
	ibp_changes_add(changes, subject, 0, key, "created", NULL, now);
}

/* What the row of QUERY holds, for the thing KEY of the new assessment. */
static void add_row(struct ibp_changes *changes, enum ibp_subject subject,
		    long assessment, const char *key, struct ibp_query *query)
{
	const struct ibp_column *columns = ibp_subject_tables[subject].columns;

	for (int i = 0; columns[i].field; i++) {
		const char *value = ibp_query_get(query, i + 1);

		if (value)
			ibp_changes_add(changes, subject, assessment, key,
					columns[i].field, NULL, value);
	}
}

/* Answers keep their code; evidence gets numbers of its own. */
static enum ibp_status add_copies(struct ibp_store *store,
				  struct ibp_changes *changes,
				  enum ibp_subject subject, long from, long to,
				  struct ibp_error *err)
{
	struct ibp_query *query;
	enum ibp_status status;
	char number[NUMBER_SIZE];
	bool row;

	status = ibp_db_query(store->db, ibp_subject_tables[subject].list,
			      &query, err);
	if (status)
		return status;
	ibp_query_number(query, ":assessment", from);
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		const char *key = ibp_query_get(query, 0);
		long id;

		if (ibp_subject_tables[subject].is_numbered) {
			status = ibp_store_new_id(store, subject, &id, err);
			if (status)
				break;
			write_number(number, id);
			key = number;
		}
		add_row(changes, subject, to, key, query);
	}
	ibp_query_end(query);
	return status;
}

static enum ibp_status check_copy(struct ibp_store *store, long copy,
				  struct ibp_error *err)
{
	char key[NUMBER_SIZE];
	const struct ibp_change at = {
		.subject = IBP_SUBJECT_ASSESSMENT, .key = key, .field = "name"};
	enum ibp_status status;
	char *name = NULL;

	if (!copy)
		return IBP_OK;
	write_number(key, copy);
	status = ibp_subject_get(store->db, &at, &name, err);
	if (!status && !name)
		status = ibp_error_set(err, IBP_INPUT,
				       _("There is no assessment with number "
					 "%ld."),
				       copy);
	free(name);
	return status;
}

/* *CLEAN is the name as it will be stored. */
static enum ibp_status check_name(struct ibp_store *store, const char *name,
				  char **clean, struct ibp_error *err)
{
	static const char sql[] = "SELECT 1 FROM assessment WHERE name = :name";
	const struct ibp_field *field =
		ibp_field_find(ibp_assessment_fields, "name");
	struct ibp_query *query;
	enum ibp_status status;
	bool row;

	status = ibp_field_parse(field, name, "", clean, err);
	if (!status)
		status = ibp_db_query(store->db, sql, &query, err);
	if (status)
		return status;
	ibp_query_text(query, ":name", *clean);
	status = ibp_query_next(query, &row, err);
	if (status)
		return status;
	ibp_query_end(query);
	if (!row)
		return IBP_OK;
	return ibp_error_set(err, IBP_USAGE,
			     _("There is an assessment \"%s\" already. Choose "
			       "another name."),
			     *clean);
}

static enum ibp_status collect(struct ibp_store *store,
			       struct ibp_changes *changes, long copy, long id,
			       struct ibp_error *err)
{
	enum ibp_status status;

	if (!copy)
		return IBP_OK;
	status = add_copies(store, changes, IBP_SUBJECT_NORM, copy, id, err);
	return status ? status :
			add_copies(store, changes, IBP_SUBJECT_EVIDENCE, copy,
				   id, err);
}

enum ibp_status ibp_store_new_assessment(struct ibp_store *store,
					 const char *name,
					 const char *framework_id,
					 const char *framework_version,
					 long copy, struct ibp_error *err)
{
	struct ibp_changes changes = {0};
	enum ibp_status status = check_copy(store, copy, err);
	char *clean = NULL;
	long id;

	if (!status)
		status = check_name(store, name, &clean, err);
	if (!status)
		status = ibp_store_new_id(store, IBP_SUBJECT_ASSESSMENT, &id,
					  err);
	if (status)
		goto out;
	add_head(&changes, id, clean, framework_id, framework_version);
	status = collect(store, &changes, copy, id, err);
	if (!status)
		status = ibp_store_apply(store, changes.items, changes.count,
					 NULL, err);
out:
	ibp_changes_release(&changes);
	free(clean);
	return status;
}

/* What is set of the norm CODE. */
static void add_answer(struct ibp_changes *changes, long id, const char *code,
		       const struct ibp_answer *answer)
{
	for (const struct ibp_field *f = ibp_norm_fields; f->name; f++) {
		const char *value = ibp_answer_value(answer, f->name);

		if (value)
			ibp_changes_add(changes, IBP_SUBJECT_NORM, id, code,
					f->name, NULL, value);
	}
}

/* Under a number of its own. */
static enum ibp_status add_evidence(struct ibp_store *store,
				    struct ibp_changes *changes, long id,
				    const struct ibp_evidence *evidence,
				    struct ibp_error *err)
{
	char key[NUMBER_SIZE];
	long number;
	enum ibp_status status =
		ibp_store_new_id(store, IBP_SUBJECT_EVIDENCE, &number, err);

	if (status)
		return status;
	write_number(key, number);
	for (const struct ibp_field *f = ibp_evidence_fields; f->name; f++) {
		const char *value = ibp_evidence_value(evidence, f->name);

		if (value)
			ibp_changes_add(changes, IBP_SUBJECT_EVIDENCE, id, key,
					f->name, NULL, value);
	}
	return IBP_OK;
}

enum ibp_status ibp_store_add_assessment(struct ibp_store *store,
					 const char *name,
					 const struct ibp_framework *framework,
					 const struct ibp_assessment *content,
					 struct ibp_error *err)
{
	struct ibp_changes changes = {0};
	char *clean = NULL;
	enum ibp_status status = check_name(store, name, &clean, err);
	long id;

	if (!status)
		status = ibp_store_new_id(store, IBP_SUBJECT_ASSESSMENT, &id,
					  err);
	if (status)
		goto out;
	add_head(&changes, id, clean, framework->id, framework->version);
	for (size_t i = 0; i < content->answer_count; i++)
		add_answer(&changes, id, framework->norms[i].code,
			   &content->answers[i]);
	for (size_t i = 0; !status && i < content->evidence_count; i++)
		status = add_evidence(store, &changes, id,
				      &content->evidence[i], err);
	if (!status)
		status = ibp_store_apply(store, changes.items, changes.count,
					 NULL, err);
out:
	ibp_changes_release(&changes);
	free(clean);
	return status;
}
