#include "core/application_row.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "core/row_select.h"

/* Those of the application itself stand under their own name. */
enum row_field {
	ID,
	STATUS,
	AGREEMENT,
	MODEL_VERSION,
	SCOPE,
	SIGNED,
	ENDS,
	DPIA,
	DPIA_DATE,
	SCHOOL,
	ELEMENT,
	PLACES,
	OWN
};

static const struct ibp_choice scopes[] = {
	{"board", NULL}, {"school", NULL}, {NULL, NULL}};
static const struct ibp_choice kinds[] = {{"package", NULL},
					  {"service", NULL},
					  {"custom", NULL},
					  {"platform", NULL},
					  {NULL, NULL}};
static const struct ibp_choice hostings[] = {{"saas", NULL},
					     {"paas", NULL},
					     {"iaas", NULL},
					     {"on-premises", NULL},
					     {NULL, NULL}};
static const struct ibp_choice sign_ons[] = {
	{"entree", NULL}, {"other", NULL}, {"none", NULL}, {NULL, NULL}};

const struct ibp_filter_field ibp_application_row_fields[] = {
	[ID] = {"id", IBP_FILTER_NUMBER, NULL},
	[STATUS] = {"status", IBP_FILTER_WORD, ibp_application_status_choices},
	[AGREEMENT] = {"agreement", IBP_FILTER_WORD,
		       ibp_agreement_status_choices},
	[MODEL_VERSION] = {"model_version", IBP_FILTER_TEXT, NULL},
	[SCOPE] = {"scope", IBP_FILTER_WORD, scopes},
	[SIGNED] = {"signed", IBP_FILTER_DATE, NULL},
	[ENDS] = {"ends", IBP_FILTER_DATE, NULL},
	[DPIA] = {"dpia", IBP_FILTER_WORD, ibp_dpia_choices},
	[DPIA_DATE] = {"dpia_date", IBP_FILTER_DATE, NULL},
	[SCHOOL] = {"school", IBP_FILTER_LIST, NULL},
	[ELEMENT] = {"element", IBP_FILTER_LIST, NULL},
	[PLACES] = {"places", IBP_FILTER_NUMBER, NULL},
	[OWN] = {"name", IBP_FILTER_TEXT, NULL},
	{"supplier", IBP_FILTER_TEXT, NULL},
	{"owner", IBP_FILTER_TEXT, NULL},
	{"planned_from", IBP_FILTER_DATE, NULL},
	{"in_use_from", IBP_FILTER_DATE, NULL},
	{"phase_out_from", IBP_FILTER_DATE, NULL},
	{"out_from", IBP_FILTER_DATE, NULL},
	{"kind", IBP_FILTER_WORD, kinds},
	{"hosting", IBP_FILTER_WORD, hostings},
	{"country", IBP_FILTER_WORD, NULL},
	{"users", IBP_FILTER_NUMBER, NULL},
	{"cost", IBP_FILTER_NUMBER, NULL},
	{"contract_end", IBP_FILTER_DATE, NULL},
	{"support_end", IBP_FILTER_DATE, NULL},
	{"sso", IBP_FILTER_WORD, sign_ons},
	{"availability", IBP_FILTER_WORD, ibp_grade_choices},
	{"integrity", IBP_FILTER_WORD, ibp_grade_choices},
	{"confidentiality", IBP_FILTER_WORD, ibp_grade_choices},
	{"personal_data", IBP_FILTER_WORD, ibp_personal_data_choices},
	{"note", IBP_FILTER_TEXT, NULL},
	{NULL, IBP_FILTER_TEXT, NULL},
};

/* The names with newlines between them; NULL: none. */
static const char *keep(struct ibp_buf *names, struct ibp_arena *arena)
{
	const char *kept =
		names->length ? ibp_arena_strdup(arena, names->data) : NULL;

	ibp_buf_release(names);
	return kept;
}

static const char *schools_of(const struct ibp_application_row *row,
			      struct ibp_arena *arena)
{
	const struct ibp_landscape *landscape = row->landscape;
	struct ibp_buf names = {0};

	for (size_t i = 0; i < landscape->school_count; i++)
		if (ibp_application_is_used_by(
			    &landscape->applications[row->index],
			    landscape->schools[i].id))
			ibp_buf_addf(&names, "%s%s", names.length ? "\n" : "",
				     landscape->schools[i].name);
	return keep(&names, arena);
}

static const char *elements_of(const struct ibp_application *application,
			       struct ibp_arena *arena)
{
	struct ibp_buf names = {0};

	for (size_t i = 0; i < application->placement_count; i++)
		ibp_buf_addf(&names, "%s%s", names.length ? "\n" : "",
			     application->placements[i].element_name);
	return keep(&names, arena);
}

const char *ibp_application_row_value(const void *data, size_t field,
				      struct ibp_arena *arena)
{
	const struct ibp_application_row *row = data;
	const struct ibp_application *a =
		&row->landscape->applications[row->index];
	const char *name = ibp_application_row_fields[field].name;

	switch ((enum row_field)field) {
	case ID:
		return ibp_arena_printf(arena, "%ld", a->id);
	case STATUS:
		return ibp_application_status_at(a, row->today);
	case AGREEMENT:
		return a->agreement.status;
	case MODEL_VERSION:
	case SCOPE:
	case SIGNED:
	case ENDS:
	case DPIA:
	case DPIA_DATE:
		return ibp_agreement_value(&a->agreement, name);
	case SCHOOL:
		return schools_of(row, arena);
	case ELEMENT:
		return elements_of(a, arena);
	case PLACES:
		return ibp_arena_printf(arena, "%zu", a->placement_count);
	case OWN:
		break;
	}
	return ibp_application_value(a, name);
}

struct key {
	size_t index;
	char *name;
};

static int compare(const void *left, const void *right)
{
	const struct key *a = left;
	const struct key *b = right;
	int order = strcmp(a->name, b->name);

	return order ? order : (a->index > b->index) - (a->index < b->index);
}

size_t ibp_application_rows(const struct ibp_landscape *landscape,
			    const char *today, const struct ibp_filter *filter,
			    struct ibp_arena *arena, size_t **indexes)
{
	struct ibp_application_row row = {landscape, 0, today};
	size_t all = landscape->application_count;
	struct key *keys = ibp_arena_alloc(arena, all * sizeof(*keys));
	size_t *list = ibp_arena_alloc(arena, all * sizeof(*list));
	size_t found = 0;

	for (; row.index < all; row.index++)
		if (ibp_filter_matches(filter, ibp_application_row_value, &row))
			keys[found++] = (struct key){
				row.index,
				ibp_text_fold(landscape->applications[row.index]
						      .name)};
	if (found)
		qsort(keys, found, sizeof(*keys), compare);
	for (size_t i = 0; i < found; i++) {
		list[i] = keys[i].index;
		free(keys[i].name);
	}
	*indexes = list;
	return found;
}

static const void *row_at(void *context, size_t index)
{
	struct ibp_application_row *row = context;

	row->index = index;
	return row;
}

enum ibp_status ibp_application_select(const struct ibp_landscape *landscape,
				       const char *today,
				       const struct ibp_filter *filter,
				       const char *key, struct ibp_arena *arena,
				       size_t **indexes, size_t *count,
				       struct ibp_error *err)
{
	struct ibp_application_row row = {landscape, 0, today};
	const struct ibp_row_source source = {
		.fields = ibp_application_row_fields,
		.value = ibp_application_row_value,
		.at = row_at,
		.context = &row,
		.count = landscape->application_count,
	};

	if (key)
		return ibp_row_select(&source, filter, key, arena, indexes,
				      count, err);
	*count = ibp_application_rows(landscape, today, filter, arena, indexes);
	return IBP_OK;
}

bool ibp_application_row_has(const struct ibp_application_row *row,
			     const char *folded)
{
	const struct ibp_application *a =
		&row->landscape->applications[row->index];
	const char *const texts[] = {a->name, a->supplier, a->owner, a->note};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		if (ibp_row_text_has(texts[i], folded))
			return true;
	for (size_t i = 0; i < a->placement_count; i++)
		if (ibp_row_text_has(a->placements[i].element_name, folded))
			return true;
	return false;
}
