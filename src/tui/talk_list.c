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
	size_t *indexes; /* own, sorted */
	size_t read;     /* lines read so far */
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
	if (answer->due && strcmp(answer->due, talk->setup->today) < 0)
		ibp_plain_add(&text, "%s", _("Overdue."));
	ibp_plain_say_text(&talk->plain, ibp_buf_text(&text));
	ibp_buf_release(&text);
	ibp_buf_release(&score);
}

static void read_page(struct reading *reading)
{
	size_t end = reading->read + IBP_TALK_PAGE;

	for (; reading->read < end && reading->read < reading->list->count;
	     reading->read++)
		say_row(reading->talk, reading->read + 1,
			reading->indexes[reading->read]);
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
		ibp_talk_complain(talk, &err);
		goto out;
	}
	for (size_t i = 0; i < count; i++)
		if (is_in(reading->list->indexes, reading->list->count, all[i]))
			reading->indexes[at++] = all[i];
	reading->read = 0;
	read_page(reading);
out:
	ibp_arena_release(&arena);
}

static enum ibp_talk_go ask_sort(struct reading *reading)
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
	struct ibp_plain *plain = &reading->talk->plain;
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
	return reply == IBP_PLAIN_STOP ? IBP_TALK_STOP : IBP_TALK_STAY;
}

/* ---- What one letter does at a list ---- */

static enum ibp_talk_go walk_all(struct reading *reading)
{
	return ibp_talk_walk(reading->talk, reading->indexes,
			     reading->list->count, 0, false);
}

static enum ibp_talk_go change_all(struct reading *reading)
{
	return ibp_talk_bulk(reading->talk, reading->indexes,
			     reading->list->count);
}

static enum ibp_talk_go name_filter(struct reading *reading)
{
	return ibp_talk_name_filter(reading->talk, reading->list);
}

static enum ibp_talk_go drop_filter(struct reading *reading)
{
	return ibp_talk_drop_filter(reading->talk, reading->list);
}

static enum ibp_talk_go go_menu(struct reading *reading)
{
	(void)reading;
	return IBP_TALK_MENU;
}

static const struct act {
	char letter;
	const char *help;
	enum ibp_talk_go (*run)(struct reading *reading);
} acts[] = {
	{'g', N_("g goes through all of them, one after another."), walk_all},
	{'s', N_("s puts them in another order."), ask_sort},
	{'c', N_("c makes the same change to all of them."), change_all},
	{'n', N_("n saves this filter under a name."), name_filter},
	{'r', N_("r removes this saved filter."), drop_filter},
	{'m', N_("m goes to the menu."), go_menu},
};

#define ACT_COUNT (sizeof(acts) / sizeof(*acts))

/* The last two need a filter. */
static bool is_here(const struct act *act, const struct ibp_talk_list *list)
{
	if (act->run == name_filter)
		return list->expr && !list->name;
	return act->run != drop_filter || list->name;
}

static void add_help(const struct ibp_talk_list *list, struct ibp_buf *help)
{
	ibp_buf_addf(help, "%s\n",
		     _("A number or a code goes to that norm. Enter reads "
		       "the next ten, and after the last goes back."));
	for (size_t i = 0; i < ACT_COUNT; i++)
		if (is_here(&acts[i], list))
			ibp_buf_addf(help, "%s\n", _(acts[i].help));
}

static enum ibp_talk_go open_norm(struct reading *reading, size_t index)
{
	size_t at = 0;

	while (at < reading->list->count && reading->indexes[at] != index)
		at++;
	return at < reading->list->count ?
		       ibp_talk_walk(reading->talk, reading->indexes,
				     reading->list->count, at, false) :
		       ibp_talk_walk(reading->talk, &index, 1, 0, false);
}

static enum ibp_talk_go answer_list(struct reading *reading, size_t chosen,
				    const char *typed)
{
	struct ibp_talk *talk = reading->talk;
	size_t index;

	if (chosen < reading->list->count)
		return open_norm(reading, reading->indexes[chosen]);
	for (size_t i = 0; i < ACT_COUNT; i++)
		if ((typed[0] | 0x20) == acts[i].letter && !typed[1] &&
		    is_here(&acts[i], reading->list))
			return acts[i].run(reading);
	index = ibp_talk_find_norm(talk, typed);
	if (index < talk->framework->norm_count)
		return open_norm(reading, index);
	ibp_plain_say(&talk->plain,
		      _("%s is not an answer here: type a number from the "
			"list, a code, or a letter that ? names."),
		      typed);
	return IBP_TALK_STAY;
}

static enum ibp_talk_go ask_list(struct reading *reading)
{
	const struct ibp_talk_list *list = reading->list;
	struct ibp_plain_question question = {.text = _("Norm")};
	struct ibp_buf answers = {0};
	struct ibp_buf help = {0};
	enum ibp_plain_reply reply;
	enum ibp_talk_go go;
	const char *typed = "";
	size_t chosen = list->count;

	ibp_plain_add_range(&answers, list->count);
	ibp_buf_addf(&answers, ", %s", _("a code, g all of them"));
	add_help(list, &help);
	question.answers = ibp_buf_text(&answers);
	question.help = ibp_buf_text(&help);
	question.enter = reading->read < list->count ?
				 _("Enter reads on") :
				 _("Enter leaves the list");
	reply = ibp_plain_choose(&reading->talk->plain, &question, list->count,
				 &chosen, &typed);
	if (reply == IBP_PLAIN_KEEP && reading->read < list->count) {
		read_page(reading);
		go = IBP_TALK_STAY;
	} else if (reply == IBP_PLAIN_TEXT) {
		go = answer_list(reading, chosen, typed);
		if (go == IBP_TALK_NEXT || go == IBP_TALK_BACK)
			go = IBP_TALK_STAY;
	} else {
		go = ibp_talk_reply_go(reply, IBP_TALK_NEXT);
	}
	ibp_buf_release(&help);
	ibp_buf_release(&answers);
	return go;
}

enum ibp_talk_go ibp_talk_list(struct ibp_talk *talk,
			       const struct ibp_talk_list *list)
{
	struct reading reading = {.talk = talk, .list = list};
	enum ibp_talk_go go = IBP_TALK_STAY;

	ibp_plain_say(&talk->plain, _("%s: %zu of %zu norms."), list->title,
		      list->count, talk->framework->norm_count);
	if (!list->count)
		return IBP_TALK_NEXT;
	reading.indexes = ibp_alloc(list->count * sizeof(*reading.indexes));
	memcpy(reading.indexes, list->indexes,
	       list->count * sizeof(*reading.indexes));
	read_page(&reading);
	while (go == IBP_TALK_STAY)
		go = ask_list(&reading);
	free(reading.indexes);
	return go;
}
