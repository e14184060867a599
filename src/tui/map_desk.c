#include "tui/map_desk.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"

struct ibp_map *ibp_map_of(struct ibp_app *app)
{
	return app->setup.tool;
}

static bool has_same_applications(const struct ibp_landscape *a,
				  const struct ibp_landscape *b)
{
	if (!a || a->application_count != b->application_count)
		return false;
	for (size_t i = 0; i < a->application_count; i++)
		if (a->applications[i].id != b->applications[i].id)
			return false;
	return true;
}

enum ibp_status ibp_map_load(struct ibp_map *map, struct ibp_error *err)
{
	const struct ibp_map_calls *calls = map->setup->calls;
	struct ibp_landscape *now = NULL;
	enum ibp_status status = calls->load(calls->context, &now, err);

	if (status)
		return status;
	ibp_map_answers_drop(&map->answers);
	if (!has_same_applications(map->now, now)) {
		map->renumbered++;
		ibp_marks_release(&map->applications);
	}
	ibp_landscape_free(map->now);
	map->now = now;
	map->work.has_file = true;
	ibp_marks_resize(&map->applications, now->application_count);
	return IBP_OK;
}

void ibp_map_release(struct ibp_map *map)
{
	ibp_map_answers_drop(&map->answers);
	ibp_landscape_free(map->now);
	ibp_marks_release(&map->applications);
	ibp_marks_release(&map->elements);
	ibp_marks_release(&map->proposals);
	*map = (struct ibp_map){0};
}

/* ---- Values ---- */

size_t ibp_map_find(const struct ibp_map *map, long id)
{
	const struct ibp_application *found = ibp_landscape_find(map->now, id);

	return found ? (size_t)(found - map->now->applications) : IBP_MAP_NONE;
}

const struct ibp_application *ibp_map_application(const struct ibp_map *map,
						  size_t index)
{
	return &map->now->applications[index];
}

const struct ibp_placement *ibp_map_placement(
	const struct ibp_application *application, uint32_t element)
{
	for (size_t i = 0; i < application->placement_count; i++)
		if (application->placements[i].element == element)
			return &application->placements[i];
	return NULL;
}

const struct ibp_exclusion *ibp_map_exclusion(const struct ibp_map *map,
					      uint32_t element)
{
	for (size_t i = 0; i < map->now->exclusion_count; i++)
		if (map->now->exclusions[i].element == element)
			return &map->now->exclusions[i];
	return NULL;
}

const char *ibp_map_kind_label(enum ibp_placement_kind kind)
{
	return ibp_pgettext_expr(IBP_DOMAIN, "value",
				 ibp_placement_choices[kind].label);
}

const char *ibp_map_kind_short(enum ibp_placement_kind kind)
{
	/* TRANSLATORS: how an application is placed; at most 7 columns. */
	static const char *const labels[] = {
		[IBP_PLACEMENT_MAIN] = NC_("place", "main"),
		[IBP_PLACEMENT_PARTIAL] = NC_("place", "partial"),
		[IBP_PLACEMENT_PLANNED] = NC_("place", "planned"),
	};

	return ibp_pgettext_expr(IBP_DOMAIN, "place", labels[kind]);
}

bool ibp_map_can_place(const struct ibp_map *map, uint32_t element)
{
	return element < map->fora->element_count &&
	       ibp_spread_can_hold(map->fora->elements[element].type);
}

void ibp_map_add_sentence(struct ibp_buf *text, const char *sentence)
{
	if (text->length)
		ibp_buf_add(text,
			    text->data[text->length - 1] == '.' ? " " : ". ");
	ibp_buf_add(text, sentence);
}

void ibp_map_add_fact(struct ibp_buf *text, const char *label,
		      const char *value)
{
	if (ibp_text_is_empty(value))
		return;
	ibp_map_add_sentence(text, label);
	ibp_buf_addf(text, ": %s", value);
}

void ibp_map_add_field(const struct ibp_field *fields, const char *name,
		       const char *value, struct ibp_buf *text)
{
	ibp_work_add_value(ibp_field_find(fields, name), value, text);
}

/* ---- What working in the file asks of this tool ---- */

static enum ibp_status load(struct ibp_app *app, struct ibp_error *err)
{
	return ibp_map_load(ibp_map_of(app), err);
}

static void add_change(struct ibp_app *app, struct ibp_changes *changes,
		       enum ibp_subject subject, const char *key,
		       const char *field, const char *to)
{
	ibp_map_add_change(ibp_map_of(app), changes, subject, key, field, to);
}

static void filled_in(struct ibp_app *app, enum ibp_subject subject)
{
	if (subject == IBP_SUBJECT_APPLICATION ||
	    subject == IBP_SUBJECT_AGREEMENT)
		ibp_marks_clear(&ibp_map_of(app)->applications);
}

/* Which question a key asks. */
static const struct {
	int act;
	enum ibp_map_question question;
} questions[] = {
	{IBP_MAP_OPEN_OVERLAPS, IBP_MAP_OVERLAPS},
	{IBP_MAP_OPEN_AGREEMENTS, IBP_MAP_AGREEMENTS},
	{IBP_MAP_OPEN_CONTRACTS, IBP_MAP_CONTRACTS},
	{IBP_MAP_OPEN_PROPOSALS, IBP_MAP_SUGGESTIONS},
	{IBP_MAP_OPEN_EXCLUSIONS, IBP_MAP_EXCLUSIONS},
};

static unsigned act(struct ibp_app *app, int wanted)
{
	for (size_t i = 0; i < sizeof(questions) / sizeof(*questions); i++)
		if (questions[i].act == wanted) {
			ibp_map_open_answers(app, questions[i].question, 0,
					     NULL);
			return IBP_REACT_PAINT;
		}
	switch (wanted) {
	case IBP_MAP_ADD:
		return ibp_map_ask_new(app);
	case IBP_MAP_OPEN_APPLICATIONS:
		ibp_map_open_applications(app);
		return IBP_REACT_PAINT;
	case IBP_MAP_OPEN_HEAT:
		ibp_map_open_heat(app);
		return IBP_REACT_PAINT;
	case IBP_MAP_OPEN_GAPS:
		ibp_map_open_elements(app, IBP_MAP_SCOPE_GAPS, IBP_FORA_NONE);
		return IBP_REACT_PAINT;
	case IBP_MAP_OPEN_MOMENT:
		return ibp_map_ask_moment(app);
	default:
		return IBP_REACT_PASS;
	}
}

const struct ibp_work_kind ibp_map_work = {
	.load = load,
	.add_change = add_change,
	.offer = ibp_map_offer,
	.filled_in = filled_in,
	.act = act,
};
