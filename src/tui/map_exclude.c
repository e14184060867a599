/* What is not for this board, with the reason why. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/map_desk.h"

/* Room for every element: the marked ones, else ELEMENT. */
static size_t *targets(const struct ibp_map *map, uint32_t element,
		       size_t *count)
{
	size_t *found =
		ibp_alloc((map->fora->element_count + 1) * sizeof(*found));

	*count = ibp_marks_or_one(&map->elements, element, found);
	return found;
}

void ibp_map_add_exclusion(const struct ibp_map *map, size_t element,
			   const char *reason, struct ibp_changes *changes)
{
	const struct ibp_fora_element *e = &map->fora->elements[element];
	const struct ibp_exclusion *old =
		ibp_map_exclusion(map, (uint32_t)element);

	ibp_changes_add(changes, IBP_SUBJECT_EXCLUSION, 0, e->id, "reason",
			old ? old->reason : NULL, reason);
	if (!old)
		ibp_changes_add(changes, IBP_SUBJECT_EXCLUSION, 0, e->id,
				"element_name", NULL, e->name);
	if (!map->now->fora_version)
		ibp_changes_add(changes, IBP_SUBJECT_BOARD, 0, "", "fora", NULL,
				map->fora->version);
}

struct one_element {
	uint32_t element;
};

static enum ibp_status exclude(struct ibp_app *app, uint32_t element,
			       const char *reason, struct ibp_error *err)
{
	struct ibp_map *map = ibp_map_of(app);
	struct ibp_changes changes = {0};
	size_t count = 0;
	size_t *elements = targets(map, element, &count);
	enum ibp_status status;

	for (size_t i = 0; i < count; i++)
		ibp_map_add_exclusion(map, elements[i], reason, &changes);
	status = ibp_work_change(app, &changes, err);
	if (!status)
		ibp_marks_clear(&map->elements);
	ibp_changes_release(&changes);
	free(elements);
	return status;
}

static enum ibp_status reason_given(struct ibp_app *app, void *context,
				    const char *answer, struct ibp_error *err)
{
	const struct one_element *one = context;
	char *reason = NULL;
	enum ibp_status status;

	if (!*answer)
		return ibp_error_set(err, IBP_USAGE, "%s",
				     _("\"Not for us\" needs a reason: say why "
				       "your board does without it."));
	status = ibp_field_parse(ibp_exclusion_fields, answer, NULL, &reason,
				 err);
	if (!status)
		status = exclude(app, one->element, reason, err);
	free(reason);
	return status;
}

static unsigned ask_reason(struct ibp_app *app, uint32_t element)
{
	const struct ibp_map *map = ibp_map_of(app);
	const struct ibp_exclusion *old = ibp_map_exclusion(map, element);
	size_t marked = map->elements.count;
	struct one_element *one;
	struct ibp_buf title = {0};

	if (!ibp_map_can_place(map, element) &&
	    map->fora->elements[element].type != IBP_FORA_DOMAIN) {
		ibp_app_say(app, "%s",
			    _("Nothing can be placed on an element of this "
			      "type."));
		return IBP_REACT_PAINT;
	}
	if (!ibp_work_can_write(app))
		return IBP_REACT_PAINT;
	if (marked)
		ibp_buf_addf(&title,
			     ibp_ngettext("%zu marked element",
					  "%zu marked elements", marked),
			     marked);
	else
		ibp_buf_add(&title, map->fora->elements[element].name);
	ibp_buf_addf(&title, ": %s", _("not for us"));
	one = ibp_alloc(sizeof(*one));
	one->element = element;
	ibp_app_ask(app,
		    ibp_dialog_new(IBP_DIALOG_LINE, ibp_buf_text(&title),
				   _("Why is this not for your board? It then "
				     "is no gap, and neither is what is part "
				     "of it."),
				   old && !marked ? old->reason : NULL,
				   IBP_TEXT_LINE_MAX),
		    reason_given, one);
	ibp_buf_release(&title);
	return IBP_REACT_PAINT;
}

static unsigned include(struct ibp_app *app, uint32_t element)
{
	struct ibp_map *map = ibp_map_of(app);
	struct ibp_changes changes = {0};
	size_t count = 0;
	size_t *elements = targets(map, element, &count);
	const struct ibp_exclusion *whole =
		ibp_map_cover(map)->exclusions[element];

	for (size_t i = 0; i < count; i++) {
		const struct ibp_exclusion *old =
			ibp_map_exclusion(map, (uint32_t)elements[i]);

		if (old)
			ibp_changes_add(&changes, IBP_SUBJECT_EXCLUSION, 0,
					old->element_id, "reason", old->reason,
					NULL);
	}
	ibp_marks_clear(&map->elements);
	if (!changes.count && whole)
		ibp_app_say(app,
			    _("It is part of \"%s\", which is not for us. Go "
			      "to that one first."),
			    whole->element_name);
	else
		ibp_work_change_or_say(app, &changes);
	ibp_changes_release(&changes);
	free(elements);
	return IBP_REACT_PAINT;
}

unsigned ibp_map_element_act(struct ibp_app *app, uint32_t element, int act)
{
	switch (act) {
	case IBP_MAP_EXCLUDE:
		return ask_reason(app, element);
	case IBP_MAP_INCLUDE:
		return include(app, element);
	default:
		return IBP_REACT_PASS;
	}
}
