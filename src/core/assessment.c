#include "core/assessment.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

void ibp_assessment_free(struct ibp_assessment *assessment)
{
	if (!assessment)
		return;
	ibp_arena_release(&assessment->arena);
	free(assessment);
}

int ibp_assessment_target(const struct ibp_framework *framework,
			  const struct ibp_assessment *assessment, size_t index)
{
	int own = assessment->answers[index].target;

	return own ? own : framework->target;
}

const char *ibp_score_text(int score)
{
	static const char *const levels[IBP_LEVELS] = {"1", "2", "3", "4", "5"};

	if (score == IBP_SCORE_NA)
		return "na";
	return score >= 1 && score <= IBP_LEVELS ? levels[score - 1] : NULL;
}

int ibp_score_value(const char *text)
{
	if (ibp_text_is_empty(text))
		return IBP_SCORE_OPEN;
	if (strcmp(text, "na") == 0)
		return IBP_SCORE_NA;
	if (text[0] >= '1' && text[0] <= '0' + IBP_LEVELS && !text[1])
		return text[0] - '0';
	return IBP_SCORE_OPEN;
}

/* How the value of a field lies in struct ibp_answer. */
enum shape { TEXT, SCORE, LEVEL, MARK };

struct place {
	const char *field;
	enum shape shape;
	size_t offset;
};

#define AT(field, shape, member)                                  \
	{                                                         \
		field, shape, offsetof(struct ibp_answer, member) \
	}

static const struct place places[] = {
	AT("score", SCORE, scores[IBP_ASSESSOR_FIRST]),
	AT("score:2", SCORE, scores[IBP_ASSESSOR_SECOND]),
	AT("score:settled", SCORE, scores[IBP_ASSESSOR_SETTLED]),
	AT("reason", TEXT, reasons[IBP_ASSESSOR_FIRST]),
	AT("reason:2", TEXT, reasons[IBP_ASSESSOR_SECOND]),
	AT("reason:settled", TEXT, reasons[IBP_ASSESSOR_SETTLED]),
	AT("target", LEVEL, target),
	AT("status", TEXT, status),
	AT("priority", TEXT, priority),
	AT("owner", TEXT, owner),
	AT("due", TEXT, due),
	AT("note", TEXT, note),
	AT("look_again", MARK, look_again),
};

static const struct place *find_place(const char *field)
{
	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++)
		if (strcmp(places[i].field, field) == 0)
			return &places[i];
	return NULL;
}

const char *ibp_answer_value(const struct ibp_answer *answer, const char *field)
{
	const struct place *place = find_place(field);
	const void *member;

	if (!place)
		return NULL;
	member = (const char *)answer + place->offset;
	switch (place->shape) {
	case TEXT:
		return *(const char *const *)member;
	case SCORE:
	case LEVEL:
		return ibp_score_text(*(const int *)member);
	case MARK:
		return *(const bool *)member ? "yes" : NULL;
	}
	return NULL;
}

/* Four eyes: the settled score counts as soon as there is one. */
static void settle(struct ibp_answer *answer)
{
	enum ibp_assessor who = IBP_ASSESSOR_FIRST;

	if (answer->scores[IBP_ASSESSOR_SETTLED] != IBP_SCORE_OPEN)
		who = IBP_ASSESSOR_SETTLED;
	answer->score = answer->scores[who];
	answer->reason = answer->reasons[who];
}

bool ibp_answer_set(struct ibp_answer *answer, const char *field,
		    const char *value)
{
	const struct place *place = find_place(field);
	void *member;

	if (!place)
		return false;
	member = (char *)answer + place->offset;
	switch (place->shape) {
	case TEXT:
		*(const char **)member = value;
		break;
	case SCORE:
	case LEVEL:
		*(int *)member = ibp_score_value(value);
		break;
	case MARK:
		*(bool *)member = value != NULL;
		break;
	}
	settle(answer);
	return true;
}

const char *ibp_evidence_value(const struct ibp_evidence *evidence,
			       const char *field)
{
	const struct {
		const char *field;
		const char *value;
	} values[] = {
		{"norm", evidence->norm},
		{"title", evidence->title},
		{"ref", evidence->ref},
		{"kind", evidence->kind},
		{"date", evidence->date},
		{"checked_by", evidence->checked_by},
		{"confidence", evidence->confidence},
	};

	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
		if (strcmp(values[i].field, field) == 0)
			return values[i].value;
	return NULL;
}
