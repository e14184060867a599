#include "core/element_row.h"

#include "base/buf.h"
#include "core/fora_row.h"
#include "core/row_select.h"

enum row_field {
	ID,
	TYPE,
	NAME,
	DOMAIN,
	PARENT,
	STATE,
	APPLICATIONS,
	APPLICATION,
	REASON,
	FIELDS
};

static const struct ibp_choice state_choices[] = {
	[IBP_ELEMENT_COVERED] = {"covered", NULL},
	[IBP_ELEMENT_PLANNED] = {"planned", NULL},
	[IBP_ELEMENT_GAP] = {"gap", NULL},
	[IBP_ELEMENT_NONE_NEEDED] = {"none-needed", NULL},
	[IBP_ELEMENT_EXCLUDED] = {"excluded", NULL},
	{NULL, NULL},
};

const struct ibp_filter_field ibp_element_row_fields[] = {
	[ID] = {"id", IBP_FILTER_WORD, NULL},
	[TYPE] = {"type", IBP_FILTER_WORD, ibp_fora_type_choices},
	[NAME] = {"name", IBP_FILTER_TEXT, NULL},
	[DOMAIN] = {"domain", IBP_FILTER_TEXT, NULL},
	[PARENT] = {"parent", IBP_FILTER_TEXT, NULL},
	[STATE] = {"state", IBP_FILTER_WORD, state_choices},
	[APPLICATIONS] = {"applications", IBP_FILTER_NUMBER, NULL},
	[APPLICATION] = {"application", IBP_FILTER_LIST, NULL},
	[REASON] = {"reason", IBP_FILTER_TEXT, NULL},
	[FIELDS] = {NULL, IBP_FILTER_TEXT, NULL},
};

size_t ibp_element_served(const struct ibp_cover *cover, uint32_t element)
{
	return ibp_sets_count(&cover->served, element);
}

/* Who serves it already is not planned, whatever else it will do there. */
size_t ibp_element_planned(const struct ibp_cover *cover, uint32_t element)
{
	size_t count = 0;

	for (size_t m = ibp_sets_next(&cover->planned, element, 0);
	     m != SIZE_MAX; m = ibp_sets_next(&cover->planned, element, m + 1))
		count += !ibp_sets_has(&cover->served, element, m);
	return count;
}

static bool expects_system(const struct ibp_fora_element *e)
{
	return ibp_spread_is_function(e->type) &&
	       e->expects_system == IBP_FORA_YES &&
	       e->status != IBP_FORA_DRAFT && e->status != IBP_FORA_EXPIRED;
}

enum ibp_element_state ibp_element_state(const struct ibp_cover *cover,
					 uint32_t element)
{
	if (cover->exclusions[element])
		return IBP_ELEMENT_EXCLUDED;
	if (!ibp_sets_is_empty(&cover->served, element))
		return IBP_ELEMENT_COVERED;
	if (expects_system(&cover->fora->elements[element]))
		return IBP_ELEMENT_GAP;
	return ibp_element_planned(cover, element) ? IBP_ELEMENT_PLANNED :
						     IBP_ELEMENT_NONE_NEEDED;
}

static const char *name_of(const struct ibp_fora *fora, uint32_t index)
{
	return index == IBP_FORA_NONE ? NULL : fora->elements[index].name;
}

static void add_names(const struct ibp_cover *cover,
		      const struct ibp_sets *sets, uint32_t element,
		      const struct ibp_sets *without, struct ibp_buf *names)
{
	for (size_t m = ibp_sets_next(sets, element, 0); m != SIZE_MAX;
	     m = ibp_sets_next(sets, element, m + 1))
		if (!without || !ibp_sets_has(without, element, m))
			ibp_buf_addf(names, "%s%s", names->length ? "\n" : "",
				     cover->landscape->applications[m].name);
}

static const char *names_of(const struct ibp_element_row *row,
			    struct ibp_arena *arena)
{
	const struct ibp_cover *cover = row->cover;
	struct ibp_buf names = {0};
	const char *kept;

	add_names(cover, &cover->served, row->index, NULL, &names);
	add_names(cover, &cover->planned, row->index, &cover->served, &names);
	kept = names.length ? ibp_arena_strdup(arena, ibp_buf_text(&names)) :
			      NULL;
	ibp_buf_release(&names);
	return kept;
}

const char *ibp_element_row_value(const void *data, size_t field,
				  struct ibp_arena *arena)
{
	const struct ibp_element_row *row = data;
	const struct ibp_cover *cover = row->cover;
	const struct ibp_fora_element *e = &cover->fora->elements[row->index];

	switch ((enum row_field)field) {
	case ID:
		return e->id;
	case TYPE:
		return ibp_fora_type_words[e->type];
	case NAME:
		return e->name;
	case DOMAIN:
		return name_of(cover->fora, e->domain);
	case PARENT:
		return name_of(cover->fora, e->parent);
	case STATE:
		return state_choices[ibp_element_state(cover, row->index)].word;
	case APPLICATIONS:
		return ibp_arena_printf(arena, "%zu",
					ibp_element_served(cover, row->index));
	case APPLICATION:
		return names_of(row, arena);
	case REASON:
		return cover->exclusions[row->index] ?
			       cover->exclusions[row->index]->reason :
			       NULL;
	case FIELDS:
		break;
	}
	return NULL;
}

bool ibp_element_row_has(const struct ibp_element_row *row, const char *folded)
{
	const struct ibp_cover *cover = row->cover;
	struct ibp_arena arena = {0};
	bool found = ibp_row_text_has(cover->fora->elements[row->index].name,
				      folded) ||
		     ibp_row_text_has(names_of(row, &arena), folded);

	ibp_arena_release(&arena);
	return found;
}
