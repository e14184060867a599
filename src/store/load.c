/* One assessment as a value, against its framework. */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "store/read.h"

static const struct ibp_member evidence_members[] = {
	{"norm", offsetof(struct ibp_evidence, norm)},
	{"title", offsetof(struct ibp_evidence, title)},
	{"ref", offsetof(struct ibp_evidence, ref)},
	{"kind", offsetof(struct ibp_evidence, kind)},
	{"date", offsetof(struct ibp_evidence, date)},
	{"checked_by", offsetof(struct ibp_evidence, checked_by)},
	{"confidence", offsetof(struct ibp_evidence, confidence)},
	{NULL, 0}};

static const struct ibp_member own_members[] = {
	{"name", offsetof(struct ibp_assessment, name)},
	{"created", offsetof(struct ibp_assessment, created)},
	{"locked", offsetof(struct ibp_assessment, locked)},
	{"framework", offsetof(struct ibp_assessment, framework_id)},
	{"version", offsetof(struct ibp_assessment, framework_version)},
	{NULL, 0}};

struct loading {
	struct ibp_store *store;
	const struct ibp_framework *framework;
	struct ibp_assessment *made;
	size_t dangling_capacity;
	size_t evidence_capacity;
	size_t *norms; /* index per evidence; norm_count: dangling */
	size_t norms_capacity;
};

static enum ibp_status load_own(struct loading *load, struct ibp_error *err)
{
	struct ibp_assessment *made = load->made;
	struct ibp_query *query;
	enum ibp_status status;
	bool found = false;
	bool row;

	status = ibp_read_list(load->store, IBP_SUBJECT_ASSESSMENT, 0, &query,
			       err);
	if (status)
		return status;
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		found = ibp_query_get_number(query, 0) == made->id;
		if (!found)
			continue;
		status = ibp_read_thing(load->store, IBP_SUBJECT_ASSESSMENT,
					query, own_members, &made->arena, made,
					err);
		break;
	}
	ibp_query_end(query);
	if (status || found)
		return status;
	return ibp_error_set(err, IBP_INPUT,
			     _("There is no assessment with number %ld."),
			     made->id);
}

static void add_dangling(struct loading *load, const char *code)
{
	struct ibp_strings *list = &load->made->dangling;

	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i], code) == 0)
			return;
	list->items = ibp_grow(list->items, &load->dangling_capacity,
			       list->count + 1, sizeof(*list->items));
	list->items[list->count++] = code;
}

/* The index of the norm; norm_count where the framework has no such code. */
static size_t find_norm(struct loading *load, const char *code)
{
	const struct ibp_norm *norm = ibp_framework_find(load->framework, code);

	/* The file writes codes as the framework does. */
	if (norm && strcmp(norm->code, code) == 0)
		return ibp_framework_index(load->framework, norm);
	add_dangling(load, code);
	return load->framework->norm_count;
}

static enum ibp_status load_answer(struct loading *load,
				   struct ibp_query *query,
				   struct ibp_error *err)
{
	const struct ibp_subject_table *table =
		&ibp_subject_tables[IBP_SUBJECT_NORM];
	struct ibp_answer spare = {0};
	struct ibp_answer *answer = &spare;
	enum ibp_status status;
	const char *code;
	size_t index;

	status = ibp_read_key(load->store, query, &load->made->arena, &code,
			      err);
	if (status)
		return status;
	index = find_norm(load, code);
	if (index < load->made->answer_count)
		answer = &load->made->answers[index];
	for (size_t i = 0; table->columns[i].field; i++) {
		const char *value;

		status = ibp_read_value(load->store, IBP_SUBJECT_NORM, i, query,
					&load->made->arena, &value, err);
		if (status)
			return status;
		ibp_answer_set(answer, table->columns[i].field, value);
	}
	return IBP_OK;
}

static enum ibp_status load_answers(struct loading *load, struct ibp_error *err)
{
	struct ibp_query *query;
	enum ibp_status status;
	bool row;

	status = ibp_read_list(load->store, IBP_SUBJECT_NORM, load->made->id,
			       &query, err);
	if (status)
		return status;
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		status = load_answer(load, query, err);
		if (status)
			break;
	}
	ibp_query_end(query);
	return status;
}

static enum ibp_status load_one_evidence(struct loading *load,
					 struct ibp_query *query,
					 struct ibp_error *err)
{
	struct ibp_assessment *made = load->made;
	struct ibp_evidence *evidence;
	enum ibp_status status;

	made->evidence =
		ibp_grow(made->evidence, &load->evidence_capacity,
			 made->evidence_count + 1, sizeof(*made->evidence));
	load->norms = ibp_grow(load->norms, &load->norms_capacity,
			       made->evidence_count + 1, sizeof(*load->norms));
	evidence = &made->evidence[made->evidence_count];
	memset(evidence, 0, sizeof(*evidence));
	evidence->id = ibp_query_get_number(query, 0);
	status = ibp_read_thing(load->store, IBP_SUBJECT_EVIDENCE, query,
				evidence_members, &made->arena, evidence, err);
	if (status)
		return status;
	if (!evidence->norm || !evidence->title)
		return ibp_read_unsound(load->store, "evidence", err);
	load->norms[made->evidence_count++] = find_norm(load, evidence->norm);
	return IBP_OK;
}

static enum ibp_status load_evidence(struct loading *load,
				     struct ibp_error *err)
{
	struct ibp_query *query;
	enum ibp_status status;
	bool row;

	status = ibp_read_list(load->store, IBP_SUBJECT_EVIDENCE,
			       load->made->id, &query, err);
	if (status)
		return status;
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		status = load_one_evidence(load, query, err);
		if (status)
			break;
	}
	ibp_query_end(query);
	return status;
}

/*
 * Puts the evidence, now by id, in the order of its norms (a counting sort)
 * and gives each answer its own.  Dangling evidence comes last.
 */
static void sort_evidence(struct loading *load)
{
	struct ibp_assessment *made = load->made;
	size_t buckets = made->answer_count + 1;
	size_t *next = ibp_alloc((buckets + 1) * sizeof(*next));
	struct ibp_evidence *sorted = ibp_arena_alloc(
		&made->arena, made->evidence_count * sizeof(*sorted));

	for (size_t i = 0; i < made->evidence_count; i++)
		next[load->norms[i] + 1]++;
	for (size_t i = 0; i < buckets; i++)
		next[i + 1] += next[i];
	for (size_t i = 0; i < made->answer_count; i++) {
		made->answers[i].evidence = sorted + next[i];
		made->answers[i].evidence_count = next[i + 1] - next[i];
	}
	for (size_t i = 0; i < made->evidence_count; i++)
		sorted[next[load->norms[i]]++] = made->evidence[i];
	free(next);
	free(made->evidence);
	made->evidence = sorted;
}

/* What grew outside the arena moves into it. */
static void settle(struct loading *load)
{
	struct ibp_strings *list = &load->made->dangling;
	const char **grown = list->items;

	sort_evidence(load);
	free(load->norms);
	list->items = ibp_arena_alloc(&load->made->arena,
				      list->count * sizeof(*list->items));
	if (list->count)
		memcpy(list->items, grown, list->count * sizeof(*grown));
	free(grown);
}

enum ibp_status ibp_store_load(struct ibp_store *store, long id,
			       const struct ibp_framework *framework,
			       struct ibp_assessment **assessment,
			       struct ibp_error *err)
{
	struct ibp_assessment *made = ibp_alloc(sizeof(*made));
	struct loading load = {
		.store = store, .framework = framework, .made = made};
	enum ibp_status status;

	made->id = id;
	made->answer_count = framework->norm_count;
	made->answers = ibp_arena_alloc(
		&made->arena, made->answer_count * sizeof(*made->answers));
	/* Another program may write between two of our reads. */
	status = ibp_db_begin_read(store->db, err);
	if (!status)
		status = load_own(&load, err);
	if (!status)
		status = load_answers(&load, err);
	if (!status)
		status = load_evidence(&load, err);
	ibp_db_rollback(store->db);
	settle(&load);
	if (status) {
		ibp_assessment_free(made);
		return status;
	}
	*assessment = made;
	return IBP_OK;
}
