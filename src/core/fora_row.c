#include "core/fora_row.h"

enum row_field {
	ID,
	TYPE,
	NAME,
	DOMAIN,
	PARENT,
	STATUS,
	EXPECTS_SYSTEM,
	PERSONAL_DATA,
	AVAILABILITY,
	INTEGRITY,
	CONFIDENTIALITY,
	RETENTION,
	FIELDS
};

/* Filters show the words alone, so none needs a label. */
const struct ibp_choice ibp_fora_type_choices[] = {
	{"domain", NULL},
	{"main-function", NULL},
	{"function", NULL},
	{"process", NULL},
	{"work-process", NULL},
	{"process-step", NULL},
	{"event", NULL},
	{"component", NULL},
	{"application-function", NULL},
	{"information-object", NULL},
	{"data-set", NULL},
	{"data-element", NULL},
	{"role", NULL},
	{"actor", NULL},
	{"collaboration", NULL},
	{"national-facility", NULL},
	{"application-service", NULL},
	{"national-service", NULL},
	{"standard", NULL},
	{"standard-version", NULL},
	{"law", NULL},
	{"network-service", NULL},
	{"device", NULL},
	{"grouping", NULL},
	{"other", NULL},
	{NULL, NULL},
};

static const struct ibp_choice status_choices[] = {
	{"current", NULL}, {"todo", NULL}, {"expired", NULL},
	{"unknown", NULL}, {NULL, NULL},
};

static const struct ibp_choice answer_choices[] = {
	{"false", NULL},
	{"true", NULL},
	{NULL, NULL},
};

const struct ibp_filter_field ibp_fora_row_fields[] = {
	[ID] = {"id", IBP_FILTER_WORD, NULL},
	[TYPE] = {"type", IBP_FILTER_WORD, ibp_fora_type_choices},
	[NAME] = {"name", IBP_FILTER_TEXT, NULL},
	[DOMAIN] = {"domain", IBP_FILTER_TEXT, NULL},
	[PARENT] = {"parent", IBP_FILTER_TEXT, NULL},
	[STATUS] = {"status", IBP_FILTER_WORD, status_choices},
	[EXPECTS_SYSTEM] = {"expects_system", IBP_FILTER_WORD, answer_choices},
	[PERSONAL_DATA] = {"personal_data", IBP_FILTER_WORD, answer_choices},
	[AVAILABILITY] = {"availability", IBP_FILTER_WORD, ibp_grade_choices},
	[INTEGRITY] = {"integrity", IBP_FILTER_WORD, ibp_grade_choices},
	[CONFIDENTIALITY] = {"confidentiality", IBP_FILTER_WORD,
			     ibp_grade_choices},
	[RETENTION] = {"retention", IBP_FILTER_TEXT, NULL},
	[FIELDS] = {NULL, IBP_FILTER_TEXT, NULL},
};

static const char *name_of(const struct ibp_fora *fora, uint32_t index)
{
	return index == IBP_FORA_NONE ? NULL : fora->elements[index].name;
}

/* The first word of both lists means that nothing is said. */
static const char *answer(enum ibp_fora_answer value)
{
	return value ? ibp_fora_answer_words[value] : NULL;
}

static const char *rating(enum ibp_fora_rating value)
{
	return value ? ibp_fora_rating_words[value] : NULL;
}

const char *ibp_fora_row_value(const void *data, size_t field,
			       struct ibp_arena *arena)
{
	const struct ibp_fora_row *row = data;
	const struct ibp_fora_element *e = &row->fora->elements[row->index];

	(void)arena;
	switch ((enum row_field)field) {
	case ID:
		return e->id;
	case TYPE:
		return ibp_fora_type_words[e->type];
	case NAME:
		return e->name;
	case DOMAIN:
		return name_of(row->fora, e->domain);
	case PARENT:
		return name_of(row->fora, e->parent);
	case STATUS:
		return ibp_fora_status_words[e->status];
	case EXPECTS_SYSTEM:
		return answer(e->expects_system);
	case PERSONAL_DATA:
		return answer(e->personal_data);
	case AVAILABILITY:
		return rating(e->availability);
	case INTEGRITY:
		return rating(e->integrity);
	case CONFIDENTIALITY:
		return rating(e->confidentiality);
	case RETENTION:
		return e->retention;
	case FIELDS:
		break;
	}
	return NULL;
}
