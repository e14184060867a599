#include "core/norm_row.h"

#include "core/row_select.h"
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

static const void *at(void *context, size_t index)
{
	struct ibp_norm_row *row = context;

	row->index = index;
	return row;
}

enum ibp_status ibp_norm_rows(const struct ibp_framework *framework,
			      const struct ibp_assessment *assessment,
			      const struct ibp_filter *filter, const char *key,
			      struct ibp_arena *arena, size_t **indexes,
			      size_t *count, struct ibp_error *err)
{
	struct ibp_norm_row row = {framework, assessment, 0};
	const struct ibp_row_source source = {
		.fields = ibp_norm_row_fields,
		.value = ibp_norm_row_value,
		.at = at,
		.context = &row,
		.count = framework->norm_count,
	};

	return ibp_row_select(&source, filter, key, arena, indexes, count, err);
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
		if (ibp_row_text_has(texts[i], folded))
			return true;
	for (size_t i = 0; i < answer->evidence_count; i++)
		if (ibp_row_text_has(answer->evidence[i].title, folded))
			return true;
	return false;
}
