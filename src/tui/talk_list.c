#include "tui/talk.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "core/norm_row.h"
#include "model/content.h"

/* The list as it is read: what it holds may be sorted. */
struct reading {
	struct ibp_talk *talk;
	const struct ibp_talk_list *list;
	struct ibp_chat_list read;
	size_t *indexes; /* own, sorted */
};

/* One norm as a line of a list. */
static void say_row(struct ibp_talk *talk, size_t number, size_t index)
{
	const struct ibp_norm *norm = &talk->framework->norms[index];
	const struct ibp_answer *answer = &talk->assessment->answers[index];
	struct ibp_buf score = {0};
	struct ibp_buf text = {0};
	char date[IBP_DATE_SIZE];

	ibp_talk_add_score(talk, answer->score, &score);
	ibp_plain_add(&text, "%zu %s, %s.", number, norm->code,
		      ibp_content_title(norm));
	if (norm->title_status == IBP_TITLE_WORKING)
		ibp_plain_add(&text, "%s", _("Working title."));
	ibp_plain_add(&text, _("Score: %s."), ibp_buf_text(&score));
	if (answer->score > 0)
		ibp_plain_add(&text, _("Target: %d."),
			      ibp_assessment_target(talk->framework,
						    talk->assessment, index));
	if (answer->owner)
		ibp_plain_add(&text, _("Owner: %s."), answer->owner);
	if (answer->due)
		ibp_plain_add(&text, _("Due date: %s."),
			      ibp_date_show(answer->due, date));
	if (answer->due && strcmp(answer->due, talk->chat.today) < 0)
		ibp_plain_add(&text, "%s", _("Overdue."));
	ibp_plain_say_text(&talk->chat.plain, ibp_buf_text(&text));
	ibp_buf_release(&text);
	ibp_buf_release(&score);
}

static void say(void *context, size_t at)
{
	struct reading *reading = context;

	say_row(reading->talk, at + 1, reading->indexes[at]);
}

/* ---- Sorting ---- */

static bool is_in(const size_t *indexes, size_t count, size_t index)
{
	for (size_t i = 0; i < count; i++)
		if (indexes[i] == index)
			return true;
	return false;
}

static void sort_by(struct reading *reading, const char *key)
{
	struct ibp_talk *talk = reading->talk;
	struct ibp_arena arena = {0};
	struct ibp_error err = {0};
	size_t *all = NULL;
	size_t count = 0;
	size_t at = 0;

	if (ibp_norm_rows(talk->framework, talk->assessment, NULL, key, &arena,
			  &all, &count, &err)) {
		ibp_chat_complain(&talk->chat, &err);
		goto out;
	}
	for (size_t i = 0; i < count; i++)
		if (is_in(reading->list->indexes, reading->list->count, all[i]))
			reading->indexes[at++] = all[i];
	reading->read.read = 0;
	ibp_chat_read_page(&reading->read);
out:
	ibp_arena_release(&arena);
}

static enum ibp_chat_go ask_sort(void *context)
{
	static const struct {
		const char *key;
		const char *label;
	} keys[] = {
		{"code", N_("code")},
		{"score", N_("score, lowest first")},
		{"-gap", N_("gap, largest first")},
		{"-priority", N_("priority")},
		{"due", N_("due date")},
		{"owner", N_("owner")},
		{"status", N_("status")},
	};
	const size_t count = sizeof(keys) / sizeof(*keys);
	const char *labels[sizeof(keys) / sizeof(*keys)];
	struct reading *reading = context;
	struct ibp_plain *plain = &reading->talk->chat.plain;
	struct ibp_plain_question question = {
		.text = _("Sort by"), .enter = _("Enter keeps the order")};
	enum ibp_plain_reply reply;
	size_t chosen = 0;

	for (size_t i = 0; i < count; i++)
		labels[i] = _(keys[i].label);
	ibp_plain_say_choices(plain, labels, count, false);
	reply = ibp_plain_choose(plain, &question, count, &chosen, NULL);
	if (reply == IBP_PLAIN_TEXT)
		sort_by(reading, keys[chosen].key);
	return reply == IBP_PLAIN_STOP ? IBP_CHAT_STOP : IBP_CHAT_STAY;
}

/* ---- What one letter does at a list ---- */

static enum ibp_chat_go walk_all(void *context)
{
	struct reading *reading = context;

	return ibp_talk_walk(reading->talk, reading->indexes,
			     reading->list->count, 0, false);
}

static enum ibp_chat_go change_all(void *context)
{
	struct reading *reading = context;

	return ibp_talk_bulk(reading->talk, reading->indexes,
			     reading->list->count);
}

static enum ibp_chat_go name_filter(void *context)
{
	struct reading *reading = context;

	return ibp_talk_name_filter(reading->talk, reading->list);
}

static enum ibp_chat_go drop_filter(void *context)
{
	struct reading *reading = context;

	return ibp_talk_drop_filter(reading->talk, reading->list);
}

static enum ibp_chat_go go_menu(void *context)
{
	(void)context;
	return IBP_CHAT_MENU;
}

static const struct ibp_chat_act acts[] = {
	{'g', N_("g goes through all of them, one after another."), walk_all},
	{'s', N_("s puts them in another order."), ask_sort},
	{'c', N_("c makes the same change to all of them."), change_all},
	{'n', N_("n saves this filter under a name."), name_filter},
	{'r', N_("r removes this saved filter."), drop_filter},
	{'m', N_("m goes to the menu."), go_menu},
	{'\0', NULL, NULL},
};

/* Saving and removing need a filter. */
static bool is_here(void *context, const struct ibp_chat_act *act)
{
	const struct ibp_talk_list *list = ((struct reading *)context)->list;

	if (act->run == name_filter)
		return list->expr && !list->name;
	return act->run != drop_filter || list->name;
}

static enum ibp_chat_go open_norm(struct reading *reading, size_t index)
{
	size_t at = 0;

	while (at < reading->list->count && reading->indexes[at] != index)
		at++;
	return at < reading->list->count ?
		       ibp_talk_walk(reading->talk, reading->indexes,
				     reading->list->count, at, false) :
		       ibp_talk_walk(reading->talk, &index, 1, 0, false);
}

static enum ibp_chat_go open_row(void *context, size_t at)
{
	struct reading *reading = context;

	return open_norm(reading, reading->indexes[at]);
}

static enum ibp_chat_go open_typed(void *context, const char *word)
{
	struct reading *reading = context;
	size_t index = ibp_talk_find_norm(reading->talk, word);

	if (index < reading->talk->framework->norm_count)
		return open_norm(reading, index);
	ibp_plain_say(&reading->talk->chat.plain,
		      _("%s is not an answer here: type a number from the "
			"list, a code, or a letter that ? names."),
		      word);
	return IBP_CHAT_STAY;
}

enum ibp_chat_go ibp_talk_list(struct ibp_talk *talk,
			       const struct ibp_talk_list *list)
{
	struct reading reading = {.talk = talk, .list = list};
	enum ibp_chat_go go;

	ibp_plain_say(&talk->chat.plain, _("%s: %zu of %zu norms."),
		      list->title, list->count, talk->framework->norm_count);
	if (!list->count)
		return IBP_CHAT_NEXT;
	reading.indexes = ibp_alloc(list->count * sizeof(*reading.indexes));
	memcpy(reading.indexes, list->indexes,
	       list->count * sizeof(*reading.indexes));
	reading.read = (struct ibp_chat_list){
		.question = _("Norm"),
		.answers = _("a code, g all of them"),
		.help = _("A number or a code goes to that norm. Enter reads "
			  "the next ten, and after the last goes back."),
		.count = list->count,
		.context = &reading,
		.say = say,
		.open = open_row,
		.typed = open_typed,
		.acts = acts,
		.is_here = is_here,
	};
	go = ibp_chat_read_list(&talk->chat, &reading.read);
	free(reading.indexes);
	return go;
}
