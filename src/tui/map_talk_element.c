/* One element of FORA: what stands on it, and whether it is for this board. */
#include <stdlib.h>

#include "base/i18n.h"
#include "tui/map_application.h"
#include "tui/map_talk.h"

static enum ibp_chat_go stay_after(enum ibp_chat_go go)
{
	return go == IBP_CHAT_STOP || go == IBP_CHAT_MENU ? go : IBP_CHAT_STAY;
}

/* ---- Placing ---- */

/* The choice behind the kinds takes it away. */
static enum ibp_chat_go place_as(struct ibp_map_talk *talk, size_t index,
				 uint32_t element, size_t chosen)
{
	const struct ibp_map *map = &talk->map;
	const struct ibp_placement *place =
		ibp_map_placement(ibp_map_application(map, index), element);
	bool clear = !ibp_placement_choices[chosen].word;
	struct ibp_changes changes = {0};
	struct ibp_error err = {0};

	if (place && clear)
		ibp_map_add_unplaced(place, &changes);
	else if (place)
		ibp_map_add_change(
			map, &changes, IBP_SUBJECT_PLACEMENT,
			ibp_arena_printf(&changes.arena, "%ld", place->id),
			"kind", ibp_placement_choices[chosen].word);
	else if (!clear)
		ibp_map_add_placement(map, &changes, index, element,
				      (enum ibp_placement_kind)chosen, &err);
	return ibp_map_talk_save(talk, &changes, &err);
}

enum ibp_chat_go ibp_map_talk_place(struct ibp_map_talk *talk, long id,
				    long element)
{
	const struct ibp_plain_question question = {.text = _("Place it as"),
						    .enter = _("Enter skips")};
	struct ibp_map *map = &talk->map;
	size_t index = ibp_map_find(map, id);
	const char *labels[8];
	enum ibp_plain_reply reply;
	size_t chosen = 0;
	size_t count = 0;

	if (!ibp_map_can_place(map, (uint32_t)element)) {
		ibp_plain_say(&talk->chat.plain,
			      _("Nothing can be placed on an element of this "
				"type."));
		return IBP_CHAT_STAY;
	}
	for (; ibp_placement_choices[count].word; count++)
		labels[count] =
			ibp_map_kind_label((enum ibp_placement_kind)count);
	labels[count++] = _("not, or no longer");
	ibp_plain_say(&talk->chat.plain, "%s. %s.",
		      ibp_map_application(map, index)->name,
		      map->fora->elements[element].name);
	ibp_plain_say_choices(&talk->chat.plain, labels, count, false);
	reply = ibp_plain_choose(&talk->chat.plain, &question, count, &chosen,
				 NULL);
	return reply == IBP_PLAIN_TEXT ?
		       place_as(talk, index, (uint32_t)element, chosen) :
		       ibp_chat_reply_go(reply, IBP_CHAT_STAY);
}

/* ---- Acts ---- */

static enum ibp_chat_go read_all(struct ibp_map_talk *talk, long element)
{
	struct ibp_page page = {.count = 0};

	ibp_map_element_page(&talk->map, (uint32_t)element, &page);
	ibp_map_talk_page(talk, &page);
	ibp_page_release(&page);
	return IBP_CHAT_STAY;
}

static enum ibp_chat_go place(struct ibp_map_talk *talk, long element)
{
	long id = 0;
	enum ibp_chat_go go = ibp_map_talk_pick(talk, false, &id);

	if (go == IBP_CHAT_NEXT)
		go = ibp_map_talk_place(talk, id, element);
	return stay_after(go);
}

static enum ibp_chat_go exclude(struct ibp_map_talk *talk, long element)
{
	const struct ibp_exclusion *old =
		ibp_map_exclusion(&talk->map, (uint32_t)element);
	struct ibp_field reason = *ibp_exclusion_fields;
	struct ibp_chat_ask ask = {
		.field = &reason,
		.shown = old ? old->reason : NULL,
		.help = _("Why is this not for your board? It then is no gap, "
			  "and neither is what is part of it.")};
	struct ibp_changes changes = {0};
	struct ibp_error err = {0};
	enum ibp_plain_reply reply;
	char *value = NULL;

	reason.required = true;
	reply = ibp_chat_ask_field(&talk->chat, &ask, &value);
	if (reply != IBP_PLAIN_TEXT)
		return stay_after(ibp_chat_reply_go(reply, IBP_CHAT_STAY));
	ibp_map_add_exclusion(&talk->map, (size_t)element, value, &changes);
	free(value);
	return stay_after(ibp_map_talk_save(talk, &changes, &err));
}

static enum ibp_chat_go include(struct ibp_map_talk *talk, long element)
{
	const struct ibp_exclusion *old =
		ibp_map_exclusion(&talk->map, (uint32_t)element);
	const struct ibp_exclusion *whole =
		ibp_map_cover(&talk->map)->exclusions[element];
	struct ibp_changes changes = {0};
	struct ibp_error err = {0};

	if (old)
		ibp_changes_add(&changes, IBP_SUBJECT_EXCLUSION, 0,
				old->element_id, "reason", old->reason, NULL);
	else if (whole)
		ibp_plain_say(&talk->chat.plain,
			      _("It is part of \"%s\", which is not for us. Go "
				"to that one first."),
			      whole->element_name);
	return stay_after(ibp_map_talk_save(talk, &changes, &err));
}

static enum ibp_chat_go impact(struct ibp_map_talk *talk, long element)
{
	return stay_after(ibp_map_talk_question(talk, IBP_MAP_IMPACT_ELEMENT,
						element, NULL));
}

static enum ibp_chat_go undo(struct ibp_map_talk *talk, long element)
{
	(void)element;
	ibp_chat_undo(&talk->chat);
	return IBP_CHAT_STAY;
}

/* Numbers are kept: a file of answers relies on them. */
static const struct ibp_map_talk_item items[] = {
	{N_("read all that is known of it"), read_all},
	{N_("place an application on it, or take it away"), place},
	{N_("say that it is not for us"), exclude},
	{N_("say that it is for us again"), include},
	{N_("what is hit without what stands on it"), impact},
	{N_("undo"), undo},
};

enum ibp_chat_go ibp_map_talk_element(struct ibp_map_talk *talk, long element)
{
	const struct ibp_fora_element *e = &talk->map.fora->elements[element];

	ibp_plain_say(&talk->chat.plain, "%s (%s).", e->name,
		      ibp_fora_type_label(e->type));
	return ibp_map_talk_items(talk, _("Act"), items,
				  sizeof(items) / sizeof(*items), element,
				  false);
}
