/* What is asked of the landscape, and the lists that are made by asking. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/map_landscape.h"
#include "tui/map_talk.h"

/* ---- A question with rows of texts for an answer ---- */

static void make(struct ibp_map_talk *talk, enum ibp_map_question question,
		 long which, const char *date, struct ibp_map_table *table)
{
	struct ibp_map *map = &talk->map;
	const struct ibp_map_asked asked = {
		.cover = ibp_map_cover(map),
		.derived = ibp_map_derived(map),
		.products = map->setup->products,
		.question = question,
		.application = ibp_map_find(map, which),
		.element = (uint32_t)which,
		.date = date,
	};

	ibp_map_table_make(&asked, table);
}

static void add_line(const struct ibp_map_line *line, struct ibp_buf *text)
{
	for (size_t i = 0; i < IBP_MAP_TABLE_COLUMNS; i++)
		if (!ibp_text_is_empty(line->cells[i]))
			ibp_map_add_sentence(text, line->cells[i]);
	if (line->more)
		ibp_map_add_sentence(text, line->more);
}

static void say_head(struct ibp_map_talk *talk,
		     const struct ibp_map_table *table)
{
	ibp_plain_say(&talk->chat.plain, "%s: %zu.", table->title,
		      table->count);
	if (table->summary)
		ibp_plain_say_text(&talk->chat.plain, table->summary);
	if (!table->count)
		ibp_plain_say_text(&talk->chat.plain, table->empty);
}

struct reading {
	struct ibp_map_talk *talk;
	struct ibp_map_table table;
	bool proposals;
	struct ibp_chat_list read;
};

static void say(void *context, size_t at)
{
	struct reading *reading = context;
	struct ibp_buf line = {0};
	struct ibp_buf text = {0};

	add_line(&reading->table.lines[at], &line);
	ibp_buf_addf(&text, "%zu %s", at + 1, ibp_buf_text(&line));
	ibp_plain_say_text(&reading->talk->chat.plain, ibp_buf_text(&text));
	ibp_buf_release(&text);
	ibp_buf_release(&line);
}

/* What was asked about changes with it: the list is left. */
static enum ibp_chat_go accept(struct reading *reading,
			       const struct ibp_map_line *line)
{
	struct ibp_changes changes = {0};
	struct ibp_error err = {0};
	enum ibp_chat_go go;

	ibp_map_add_placement(&reading->talk->map, &changes, line->application,
			      line->element, IBP_PLACEMENT_MAIN, &err);
	go = ibp_map_talk_save(reading->talk, &changes, &err);
	return go == IBP_CHAT_NEXT ? IBP_CHAT_JUMP : go;
}

static enum ibp_chat_go open_row(void *context, size_t at)
{
	struct reading *reading = context;
	const struct ibp_map_line *line = &reading->table.lines[at];
	enum ibp_chat_go go = IBP_CHAT_STAY;

	if (reading->proposals)
		return accept(reading, line);
	if (line->application != SIZE_MAX)
		go = ibp_map_talk_application(
			reading->talk,
			reading->talk->map.now->applications[line->application]
				.id);
	else if (line->element != IBP_FORA_NONE)
		go = ibp_map_talk_element(reading->talk, (long)line->element);
	/* Indexes may mean others after a change: it is asked anew. */
	return go == IBP_CHAT_STOP || go == IBP_CHAT_MENU ? go : IBP_CHAT_JUMP;
}

static enum ibp_chat_go go_menu(void *context)
{
	(void)context;
	return IBP_CHAT_MENU;
}

static const struct ibp_chat_act acts[] = {
	{'m', N_("m goes to the menu."), go_menu},
	{'\0', NULL, NULL},
};

static enum ibp_chat_go read_answer(struct reading *reading)
{
	reading->read = (struct ibp_chat_list){
		.question = reading->proposals ? _("Take proposal") : _("Row"),
		.help = reading->proposals ?
				_("A number places that application there. "
				  "Enter reads the next ten.") :
				_("A number goes to that one. Enter reads the "
				  "next ten, and after the last goes back."),
		.count = reading->table.count,
		.context = reading,
		.say = say,
		.open = open_row,
		.acts = acts,
	};
	return ibp_chat_read_list(&reading->talk->chat, &reading->read);
}

enum ibp_chat_go ibp_map_talk_question(struct ibp_map_talk *talk,
				       enum ibp_map_question question,
				       long which, const char *date)
{
	struct reading reading = {.talk = talk,
				  .proposals = question == IBP_MAP_SUGGESTIONS};
	enum ibp_chat_go go = IBP_CHAT_JUMP;

	while (go == IBP_CHAT_JUMP) {
		if (question == IBP_MAP_IMPACT &&
		    ibp_map_find(&talk->map, which) == IBP_MAP_NONE)
			return IBP_CHAT_NEXT;
		make(talk, question, which, date, &reading.table);
		say_head(talk, &reading.table);
		go = reading.table.count ? read_answer(&reading) :
					   IBP_CHAT_NEXT;
		ibp_map_table_release(&reading.table);
	}
	return go;
}

enum ibp_chat_go ibp_map_talk_proposals(struct ibp_map_talk *talk, long which)
{
	return ibp_map_talk_question(talk, IBP_MAP_SUGGESTIONS, which, NULL);
}

enum ibp_chat_go ibp_map_talk_moment(struct ibp_map_talk *talk, long which)
{
	const struct ibp_field date = {.name = "date",
				       .label = N_("Date"),
				       .kind = IBP_FIELD_DATE,
				       .required = true};
	const struct ibp_chat_ask ask = {.field = &date};
	enum ibp_plain_reply reply;
	enum ibp_chat_go go;
	char *value = NULL;

	reply = ibp_chat_ask_field(&talk->chat, &ask, &value);
	go = ibp_chat_reply_go(reply, IBP_CHAT_BACK);
	if (reply == IBP_PLAIN_TEXT)
		go = ibp_map_talk_question(talk, IBP_MAP_MOMENT, which, value);
	free(value);
	return go;
}

/* ---- Gaps and domains ---- */

/* The functions of DOMAIN, or the gaps of all. */
static enum ibp_chat_go list_functions(struct ibp_map_talk *talk,
				       const char *title, bool gaps,
				       uint32_t domain)
{
	const struct ibp_coverage *functions = ibp_map_functions(&talk->map);
	struct ibp_map_talk_list list = {
		.title = title,
		.elements = true,
		.items = ibp_alloc((functions->count + 1) *
				   sizeof(*list.items))};
	enum ibp_chat_go go;

	for (size_t i = 0; i < functions->count; i++) {
		const struct ibp_coverage_row *row = &functions->rows[i];

		if (gaps ? row->is_gap :
			   talk->map.fora->elements[row->element].domain ==
				    domain)
			list.items[list.count++] = row->element;
	}
	go = ibp_map_talk_list(talk, &list);
	free(list.items);
	return go;
}

enum ibp_chat_go ibp_map_talk_gaps(struct ibp_map_talk *talk, long which)
{
	(void)which;
	return list_functions(talk, _("Gaps"), true, IBP_FORA_NONE);
}

static const char *domain_name(const struct ibp_map_talk *talk, uint32_t domain)
{
	return domain == IBP_FORA_NONE ? _("in no domain") :
					 talk->map.fora->elements[domain].name;
}

enum ibp_chat_go ibp_map_talk_domains(struct ibp_map_talk *talk, long which)
{
	const struct ibp_plain_question question = {
		.text = _("Domain"), .enter = _("Enter goes on")};
	const struct ibp_coverage *functions = ibp_map_functions(&talk->map);
	enum ibp_plain_reply reply;
	size_t chosen = 0;
	uint32_t domain;

	(void)which;
	for (size_t i = 0; i < functions->domain_count; i++) {
		const struct ibp_coverage_total *total = &functions->domains[i];
		struct ibp_buf text = {0};

		ibp_buf_addf(&text, "%zu %s. ", i + 1,
			     domain_name(talk, total->domain));
		ibp_buf_addf(&text, _("%zu of %zu covered, %zu gaps"),
			     total->covered, total->expected, total->gaps);
		ibp_plain_say_text(&talk->chat.plain, ibp_buf_text(&text));
		ibp_buf_release(&text);
	}
	reply = ibp_plain_choose(&talk->chat.plain, &question,
				 functions->domain_count, &chosen, NULL);
	if (reply != IBP_PLAIN_TEXT)
		return ibp_chat_reply_go(reply, IBP_CHAT_NEXT);
	domain = functions->domains[chosen].domain;
	return list_functions(talk, domain_name(talk, domain), false, domain);
}

/* ---- A filter ---- */

static enum ibp_status select_rows(struct ibp_map *map, const char *expr,
				   struct ibp_map_talk_list *list,
				   struct ibp_arena *arena,
				   struct ibp_error *err)
{
	const struct ibp_cover *cover = ibp_map_cover(map);
	struct ibp_filter *filter = NULL;
	enum ibp_status status;

	if (list->elements) {
		list->count = cover->tree_count;
		list->items = ibp_arena_alloc(arena, (list->count + 1) *
							     sizeof(size_t));
		for (size_t i = 0; i < list->count; i++)
			list->items[i] = cover->tree[i];
		return ibp_map_select_elements(map, expr, NULL, list->items,
					       &list->count, arena, err);
	}
	status = ibp_filter_parse(expr, ibp_application_row_fields,
				  map->setup->today, &filter, err);
	if (!status)
		list->count = ibp_application_rows(map->now, map->setup->today,
						   filter, arena, &list->items);
	ibp_filter_free(filter);
	return status;
}

enum ibp_chat_go ibp_map_talk_filter(struct ibp_map_talk *talk, long which)
{
	const struct ibp_plain_question question = {
		.text = _("Filter"),
		.answers = which ? _("such as state=gap") :
				   _("such as contract_end<=+6m"),
		.help = which ? _(ibp_map_tree_rows.fields) :
				_(ibp_map_application_rows.fields)};
	enum ibp_chat_go go = IBP_CHAT_STAY;
	enum ibp_plain_reply reply;
	const char *typed;

	while (go == IBP_CHAT_STAY) {
		struct ibp_map_talk_list list = {.elements = which != 0};
		struct ibp_arena arena = {0};
		struct ibp_error err = {0};

		reply = ibp_plain_ask(&talk->chat.plain, &question, &typed);
		if (reply != IBP_PLAIN_TEXT)
			return ibp_chat_reply_go(reply, IBP_CHAT_BACK);
		list.title = ibp_arena_printf(&arena, _("Filter %s"), typed);
		if (select_rows(&talk->map, typed, &list, &arena, &err))
			ibp_chat_complain(&talk->chat, &err);
		else
			go = ibp_map_talk_list(talk, &list);
		ibp_arena_release(&arena);
	}
	return go;
}
