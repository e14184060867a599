#include "core/norm_row.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/content.h"

enum row_field {
	CODE,
	DOMAIN,
	PART,
	TITLE,
	SCORE,
	TARGET,
	STATUS,
	PRIORITY,
	OWNER,
	DUE,
	REASON,
	NOTE,
	EVIDENCE,
	GAP,
	LOOK_AGAIN,
	FINDINGS,
	FIELDS
};

const struct ibp_filter_field ibp_norm_row_fields[] = {
	[CODE] = {"code", IBP_FILTER_WORD, NULL},
	[DOMAIN] = {"domain", IBP_FILTER_WORD, NULL},
	[PART] = {"part", IBP_FILTER_WORD, NULL},
	[TITLE] = {"title", IBP_FILTER_TEXT, NULL},
	[SCORE] = {"score", IBP_FILTER_SCORE, NULL},
	[TARGET] = {"target", IBP_FILTER_NUMBER, NULL},
	[STATUS] = {"status", IBP_FILTER_WORD, ibp_status_choices},
	[PRIORITY] = {"priority", IBP_FILTER_WORD, ibp_grade_choices},
	[OWNER] = {"owner", IBP_FILTER_TEXT, NULL},
	[DUE] = {"due", IBP_FILTER_DATE, NULL},
	[REASON] = {"reason", IBP_FILTER_TEXT, NULL},
	[NOTE] = {"note", IBP_FILTER_TEXT, NULL},
	[EVIDENCE] = {"evidence", IBP_FILTER_NUMBER, NULL},
	[GAP] = {"gap", IBP_FILTER_NUMBER, NULL},
	[LOOK_AGAIN] = {"look_again", IBP_FILTER_WORD, NULL},
	[FINDINGS] = {"findings", IBP_FILTER_NUMBER, NULL},
	[FIELDS] = {NULL, IBP_FILTER_TEXT, NULL},
};

static const struct ibp_domain *domain_of(const struct ibp_norm_row *row)
{
	const struct ibp_framework *framework = row->framework;

	return &framework->domains[framework->norms[row->index].domain];
}

static const struct ibp_answer *answer_of(const struct ibp_norm_row *row)
{
	return &row->assessment->answers[row->index];
}

static const char *gap_of(const struct ibp_norm_row *row,
			  struct ibp_arena *arena)
{
	int score = answer_of(row)->score;
	int target = ibp_assessment_target(row->framework, row->assessment,
					   row->index);

	return score < 1 ? NULL : ibp_arena_printf(arena, "%d", target - score);
}

const char *ibp_norm_row_value(const void *data, size_t field,
			       struct ibp_arena *arena)
{
	const struct ibp_norm_row *row = data;
	const struct ibp_norm *norm = &row->framework->norms[row->index];
	const struct ibp_answer *answer = answer_of(row);

	switch ((enum row_field)field) {
	case CODE:
		return norm->code;
	case DOMAIN:
		return domain_of(row)->code;
	case PART:
		return row->framework->parts[domain_of(row)->part].code;
	case TITLE:
		return ibp_content_title(norm);
	case SCORE:
		return ibp_score_text(answer->score);
	case TARGET:
		return ibp_score_text(ibp_assessment_target(
			row->framework, row->assessment, row->index));
	case REASON:
		return answer->reason;
	case EVIDENCE:
		return ibp_arena_printf(arena, "%zu", answer->evidence_count);
	case GAP:
		return gap_of(row, arena);
	case FINDINGS:
		return ibp_arena_printf(arena, "%ld", answer->findings);
	case STATUS:
	case PRIORITY:
	case OWNER:
	case DUE:
	case NOTE:
	case LOOK_AGAIN:
		return ibp_answer_value(answer,
					ibp_norm_row_fields[field].name);
	case FIELDS:
		break;
	}
	return NULL;
}

/* What a row is sorted by: a number, or a text where both have one. */
struct key {
	size_t index;
	enum { LEADING, NOT_APPLICABLE, NOT_SET } group;
	long number;
	const char *text;
};

static long rank_of(const struct ibp_filter_field *field, const char *value)
{
	if (field->choices)
		for (long i = 0; field->choices[i].word; i++)
			if (strcmp(field->choices[i].word, value) == 0)
				return i;
	return strtol(value, NULL, 10);
}

static struct key make_key(const struct ibp_norm_row *row, size_t field,
			   struct ibp_arena *arena)
{
	const struct ibp_filter_field *f = &ibp_norm_row_fields[field];
	const char *value = ibp_norm_row_value(row, field, arena);
	struct key key = {.index = row->index};
	char *folded;

	if (!value) {
		key.group = NOT_SET;
		return key;
	}
	if (f->kind == IBP_FILTER_SCORE && strcmp(value, "na") == 0)
		key.group = NOT_APPLICABLE;
	if (f->kind == IBP_FILTER_SCORE || f->kind == IBP_FILTER_NUMBER ||
	    f->choices) {
		key.number = rank_of(f, value);
		return key;
	}
	folded = ibp_text_fold(value);
	key.text = ibp_arena_strdup(arena, folded);
	free(folded);
	return key;
}

static int compare_keys(const void *left, const void *right, void *context)
{
	const struct key *a = left;
	const struct key *b = right;
	const bool *descending = context;
	int order = 0;

	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	if (a->text && b->text)
		order = strcmp(a->text, b->text);
	else
		order = (a->number > b->number) - (a->number < b->number);
	if (order)
		return *descending ? -order : order;
	return (a->index > b->index) - (a->index < b->index);
}

static enum ibp_status find_field(const char *name, size_t *field,
				  struct ibp_error *err)
{
	const char *names[FIELDS + 1] = {NULL};
	const char *nearest;

	for (size_t i = 0; i < FIELDS; i++) {
		names[i] = ibp_norm_row_fields[i].name;
		if (strcmp(names[i], name) == 0) {
			*field = i;
			return IBP_OK;
		}
	}
	nearest = ibp_text_nearest(name, names);
	if (nearest)
		return ibp_error_set(err, IBP_USAGE,
				     _("There is no field \"%s\" to sort by. "
				       "Did you mean \"%s\"?"),
				     name, nearest);
	return ibp_error_set(err, IBP_USAGE,
			     _("There is no field \"%s\" to sort by."), name);
}

static void sort_rows(struct ibp_norm_row row, size_t field, bool descending,
		      size_t *indexes, size_t count, struct ibp_arena *arena)
{
	struct key *keys = ibp_arena_alloc(arena, count * sizeof(*keys));

	for (size_t i = 0; i < count; i++) {
		row.index = indexes[i];
		keys[i] = make_key(&row, field, arena);
	}
	qsort_r(keys, count, sizeof(*keys), compare_keys, &descending);
	for (size_t i = 0; i < count; i++)
		indexes[i] = keys[i].index;
}

enum ibp_status ibp_norm_rows(const struct ibp_framework *framework,
			      const struct ibp_assessment *assessment,
			      const struct ibp_filter *filter, const char *key,
			      struct ibp_arena *arena, size_t **indexes,
			      size_t *count, struct ibp_error *err)
{
	struct ibp_norm_row row = {framework, assessment, 0};
	bool descending = key && *key == '-';
	size_t *list =
		ibp_arena_alloc(arena, framework->norm_count * sizeof(*list));
	size_t found = 0;
	size_t field = 0;
	enum ibp_status status;

	if (key) {
		status = find_field(key + descending, &field, err);
		if (status)
			return status;
	}
	for (; row.index < framework->norm_count; row.index++)
		if (ibp_filter_matches(filter, ibp_norm_row_value, &row))
			list[found++] = row.index;
	if (key)
		sort_rows(row, field, descending, list, found, arena);
	*indexes = list;
	*count = found;
	return IBP_OK;
}

static bool has(const char *text, const char *folded)
{
	char *own;
	bool found;

	if (!text)
		return false;
	own = ibp_text_fold(text);
	found = strstr(own, folded) != NULL;
	free(own);
	return found;
}

bool ibp_norm_row_has(const struct ibp_norm_row *row, const char *folded)
{
	const struct ibp_norm *norm = &row->framework->norms[row->index];
	const struct ibp_answer *answer = answer_of(row);
	const char *const texts[] = {
		norm->code,           ibp_content_title(norm),
		domain_of(row)->code, ibp_content_domain(domain_of(row)),
		answer->owner,        answer->note,
		answer->reason,
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		if (has(texts[i], folded))
			return true;
	for (size_t i = 0; i < answer->evidence_count; i++)
		if (has(answer->evidence[i].title, folded))
			return true;
	return false;
}
