/* Lists of applications and of elements, and how they are found. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/map_talk.h"

struct reading {
	struct ibp_map_talk *talk;
	struct ibp_chat_list read;
	bool elements;
	bool picking;
	long *items; /* numbers of applications, or elements */
	size_t count;
	long picked;
};

/* ---- One line ---- */

static void add_application(struct ibp_map *map, long id, struct ibp_buf *text)
{
	size_t index = ibp_map_find(map, id);
	const struct ibp_application *a;
	struct ibp_buf status = {0};

	if (index == IBP_MAP_NONE) {
		ibp_buf_add(text, _("removed"));
		return;
	}
	a = ibp_map_application(map, index);
	ibp_map_add_field(ibp_application_fields, "status",
			  ibp_application_status_at(a, map->setup->today),
			  &status);
	ibp_buf_add(text, a->name);
	ibp_map_add_sentence(text, ibp_buf_text(&status));
	ibp_map_add_fact(text, _("Supplier"), a->supplier);
	ibp_map_add_fact(text, _("Owner"), a->owner);
	ibp_buf_addf(text, ". ");
	ibp_buf_addf(
		text,
		ibp_ngettext("%zu place", "%zu places", a->placement_count),
		a->placement_count);
	ibp_buf_release(&status);
}

static void add_element(struct ibp_map *map, uint32_t element,
			struct ibp_buf *text)
{
	const struct ibp_fora_element *e = &map->fora->elements[element];
	const struct ibp_cover *cover = ibp_map_cover(map);
	struct ibp_buf names = {0};

	ibp_buf_addf(text, "%s (%s)", e->name, ibp_fora_type_label(e->type));
	if (e->type != IBP_FORA_DOMAIN) {
		ibp_buf_add(text, ". ");
		ibp_map_add_state(cover, element, text);
	}
	ibp_map_add_names(cover, &cover->served, element, NULL, &names);
	if (names.length)
		ibp_buf_addf(text, ": %s", ibp_buf_text(&names));
	if (e->parent != IBP_FORA_NONE)
		ibp_map_add_fact(text, _("Part of"),
				 map->fora->elements[e->parent].name);
	ibp_buf_release(&names);
}

static void say(void *context, size_t at)
{
	struct reading *reading = context;
	struct ibp_buf text = {0};

	ibp_buf_addf(&text, "%zu ", at + 1);
	if (reading->elements)
		add_element(&reading->talk->map, (uint32_t)reading->items[at],
			    &text);
	else
		add_application(&reading->talk->map, reading->items[at], &text);
	ibp_plain_say_text(&reading->talk->chat.plain, ibp_buf_text(&text));
	ibp_buf_release(&text);
}

/* ---- What an answer does ---- */

static enum ibp_chat_go open_row(void *context, size_t at)
{
	struct reading *reading = context;

	reading->picked = reading->items[at];
	if (reading->picking)
		return IBP_CHAT_JUMP;
	return reading->elements ?
		       ibp_map_talk_element(reading->talk, reading->picked) :
		       ibp_map_talk_application(reading->talk, reading->picked);
}

/* Those that are still there. */
static enum ibp_chat_go change_all(void *context)
{
	struct reading *reading = context;
	size_t *indexes =
		ibp_alloc((reading->count + 1) * sizeof(*reading->items));
	enum ibp_chat_go go = IBP_CHAT_STAY;
	size_t count = 0;

	for (size_t i = 0; i < reading->count; i++) {
		size_t index =
			ibp_map_find(&reading->talk->map, reading->items[i]);

		if (index != IBP_MAP_NONE)
			indexes[count++] = index;
	}
	if (count)
		go = ibp_map_talk_change(reading->talk, indexes, count);
	free(indexes);
	return go;
}

/* One application on every element of the list, in one step. */
static enum ibp_chat_go place_all(void *context)
{
	struct reading *reading = context;
	struct ibp_map *map = &reading->talk->map;
	struct ibp_changes changes = {0};
	struct ibp_error err = {0};
	enum ibp_chat_go go;
	long id = 0;

	go = ibp_map_talk_pick(reading->talk, false, &id);
	if (go != IBP_CHAT_NEXT)
		return go;
	for (size_t i = 0; !err.status && i < reading->count; i++) {
		uint32_t element = (uint32_t)reading->items[i];
		size_t index = ibp_map_find(map, id);

		if (ibp_map_can_place(map, element) &&
		    !ibp_map_placement(ibp_map_application(map, index),
				       element))
			ibp_map_add_placement(map, &changes, index, element,
					      IBP_PLACEMENT_MAIN, &err);
	}
	return ibp_map_talk_save(reading->talk, &changes, &err);
}

static enum ibp_chat_go go_menu(void *context)
{
	(void)context;
	return IBP_CHAT_MENU;
}

static const struct ibp_chat_act acts[] = {
	{'c', N_("c makes the same change to all of them."), change_all},
	{'p', N_("p places an application on all of them."), place_all},
	{'m', N_("m goes to the menu."), go_menu},
	{'\0', NULL, NULL},
};

static bool is_here(void *context, const struct ibp_chat_act *act)
{
	const struct reading *reading = context;

	if (reading->picking)
		return false;
	if (act->run == change_all)
		return !reading->elements;
	return act->run != place_all || reading->elements;
}

static enum ibp_chat_go read_list(struct reading *reading,
				  const struct ibp_map_talk_list *list)
{
	const struct ibp_map *map = &reading->talk->map;
	enum ibp_chat_go go;

	reading->elements = list->elements;
	reading->count = list->count;
	reading->items = ibp_alloc((list->count + 1) * sizeof(*reading->items));
	for (size_t i = 0; i < list->count; i++)
		reading->items[i] =
			list->elements ?
				(long)list->items[i] :
				ibp_map_application(map, list->items[i])->id;
	reading->read = (struct ibp_chat_list){
		.question = list->elements ? _("Element") : _("Application"),
		.help = _("A number goes to that one. Enter reads the next "
			  "ten, and after the last goes back."),
		.count = list->count,
		.context = reading,
		.say = say,
		.open = open_row,
		.acts = acts,
		.is_here = is_here,
	};
	go = ibp_chat_read_list(&reading->talk->chat, &reading->read);
	free(reading->items);
	return go;
}

enum ibp_chat_go ibp_map_talk_list(struct ibp_map_talk *talk,
				   const struct ibp_map_talk_list *list)
{
	struct reading reading = {.talk = talk};

	ibp_plain_say(&talk->chat.plain, "%s: %zu.", list->title, list->count);
	return list->count ? read_list(&reading, list) : IBP_CHAT_NEXT;
}

/* ---- All of them, or those with a word ---- */

/* Whether the FOLDED word, NULL for any, is in it. */
static bool has(struct ibp_map *map, bool elements, size_t index,
		const char *folded)
{
	const struct ibp_application_row application = {map->now, index,
							map->setup->today};
	struct ibp_element_row element = {NULL, (uint32_t)index};

	if (elements && !ibp_map_can_place(map, (uint32_t)index) &&
	    map->fora->elements[index].type != IBP_FORA_DOMAIN)
		return false;
	if (!folded)
		return true;
	if (!elements)
		return ibp_application_row_has(&application, folded);
	element.cover = ibp_map_cover(map);
	return ibp_element_row_has(&element, folded);
}

static void collect(struct ibp_map *map, struct ibp_map_talk_list *list,
		    const char *folded, struct ibp_arena *arena)
{
	const struct ibp_cover *cover = ibp_map_cover(map);
	size_t all = list->elements ? cover->tree_count :
				      map->now->application_count;

	list->items = ibp_arena_alloc(arena, (all + 1) * sizeof(size_t));
	list->count = 0;
	for (size_t i = 0; i < all; i++) {
		size_t index = list->elements ? cover->tree[i] : i;

		if (has(map, list->elements, index, folded))
			list->items[list->count++] = index;
	}
}

enum ibp_chat_go ibp_map_talk_applications(struct ibp_map_talk *talk,
					   long which)
{
	struct ibp_map_talk_list list = {.title = _("Applications"),
					 .elements = which != 0};
	struct ibp_arena arena = {0};
	enum ibp_chat_go go;

	collect(&talk->map, &list, NULL, &arena);
	go = ibp_map_talk_list(talk, &list);
	ibp_arena_release(&arena);
	return go;
}

enum ibp_chat_go ibp_map_talk_search(struct ibp_map_talk *talk, long which)
{
	const struct ibp_plain_question question = {
		.text = _("Search for"),
		.answers = _("a word"),
		.help = which ? _("In the names of elements and of the "
				  "applications that serve them. Capitals and "
				  "accents do not matter.") :
				_("In name, supplier, owner, note and the "
				  "places in FORA. Capitals and accents do not "
				  "matter.")};
	struct ibp_map_talk_list list = {.elements = which != 0};
	struct ibp_arena arena = {0};
	enum ibp_plain_reply reply;
	enum ibp_chat_go go;
	const char *typed;

	reply = ibp_plain_ask(&talk->chat.plain, &question, &typed);
	go = ibp_chat_reply_go(reply, IBP_CHAT_NEXT);
	if (reply == IBP_PLAIN_TEXT) {
		char *folded = ibp_text_fold(typed);

		list.title = ibp_arena_printf(&arena, _("With \"%s\""), typed);
		collect(&talk->map, &list, folded, &arena);
		go = ibp_map_talk_list(talk, &list);
		free(folded);
	}
	ibp_arena_release(&arena);
	return go;
}

/* ---- Choosing one by a word of its name ---- */

/* The one with exactly this name, where there is one; else those found. */
static void keep_exact(const struct ibp_map *map,
		       struct ibp_map_talk_list *list, const char *folded)
{
	size_t exact = 0;
	size_t at = 0;

	for (size_t i = 0; i < list->count; i++) {
		char *name = ibp_text_fold(
			list->elements ?
				map->fora->elements[list->items[i]].name :
				ibp_map_application(map, list->items[i])->name);

		if (!strcmp(name, folded)) {
			exact++;
			at = i;
		}
		free(name);
	}
	if (exact != 1)
		return;
	list->items[0] = list->items[at];
	list->count = 1;
}

static enum ibp_chat_go pick_from(struct ibp_map_talk *talk,
				  const struct ibp_map_talk_list *list,
				  long *which)
{
	struct reading reading = {.talk = talk, .picking = true};
	enum ibp_chat_go go = IBP_CHAT_JUMP;

	if (!list->count) {
		ibp_plain_say(&talk->chat.plain, _("Nothing has that name."));
		return IBP_CHAT_STAY;
	}
	if (list->count == 1)
		reading.picked =
			list->elements ?
				(long)list->items[0] :
				ibp_map_application(&talk->map, list->items[0])
					->id;
	else
		go = read_list(&reading, list);
	if (go == IBP_CHAT_STOP)
		return go;
	*which = reading.picked;
	return go == IBP_CHAT_JUMP ? IBP_CHAT_NEXT : IBP_CHAT_STAY;
}

enum ibp_chat_go ibp_map_talk_pick(struct ibp_map_talk *talk, bool elements,
				   long *which)
{
	const struct ibp_plain_question question = {
		.text = elements ? _("Element") : _("Application"),
		.answers = _("a word of its name"),
		.help = _("Type a part of the name; where several have it, you "
			  "choose from a list.")};
	struct ibp_map_talk_list list = {.elements = elements};
	enum ibp_chat_go go = IBP_CHAT_STAY;
	enum ibp_plain_reply reply;
	const char *typed;

	while (go == IBP_CHAT_STAY) {
		struct ibp_arena arena = {0};
		char *folded;

		reply = ibp_plain_ask(&talk->chat.plain, &question, &typed);
		if (reply != IBP_PLAIN_TEXT)
			return ibp_chat_reply_go(reply, IBP_CHAT_BACK);
		folded = ibp_text_fold(typed);
		collect(&talk->map, &list, folded, &arena);
		keep_exact(&talk->map, &list, folded);
		go = pick_from(talk, &list, which);
		free(folded);
		ibp_arena_release(&arena);
	}
	return go;
}
