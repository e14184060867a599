#include "tui/talk.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "core/score.h"
#include "model/content.h"

/* ---- What one letter does at a norm ---- */

static enum ibp_talk_go say_levels(struct ibp_talk *talk, size_t index)
{
	ibp_talk_say_levels(talk, index, 0);
	return IBP_TALK_STAY;
}

static enum ibp_talk_go switch_levels(struct ibp_talk *talk, size_t index)
{
	talk->with_levels = !talk->with_levels;
	if (talk->with_levels)
		ibp_talk_say_levels(talk, index, 0);
	else
		ibp_plain_say(&talk->plain,
			      _("The levels are read on request only."));
	return IBP_TALK_STAY;
}

static enum ibp_talk_go say_why(struct ibp_talk *talk, size_t index)
{
	ibp_talk_say_why(talk, index);
	return IBP_TALK_STAY;
}

static enum ibp_talk_go say_steps(struct ibp_talk *talk, size_t index)
{
	ibp_talk_say_steps(talk, index);
	return IBP_TALK_STAY;
}

/* A part of a norm that was answered, or left, comes back to the norm. */
static enum ibp_talk_go stay_after(enum ibp_talk_go go)
{
	return go == IBP_TALK_NEXT || go == IBP_TALK_BACK ? IBP_TALK_STAY : go;
}

static enum ibp_talk_go do_evidence(struct ibp_talk *talk, size_t index)
{
	return stay_after(ibp_talk_evidence(talk, index));
}

static enum ibp_talk_go ask_others(struct ibp_talk *talk, size_t index);

static enum ibp_talk_go do_four_eyes(struct ibp_talk *talk, size_t index)
{
	return stay_after(ibp_talk_four_eyes(talk, index));
}

static enum ibp_talk_go jump_related(struct ibp_talk *talk, size_t index)
{
	const struct ibp_framework *framework = talk->framework;
	const struct ibp_strings *related = &framework->norms[index].related;
	struct ibp_plain_question question = {.text = _("Go to"),
					      .enter = _("Enter stays here")};
	struct ibp_buf text = {0};
	enum ibp_plain_reply reply;
	size_t chosen = 0;

	if (!related->count) {
		ibp_plain_say(&talk->plain, _("No norm is named as related."));
		return IBP_TALK_STAY;
	}
	for (size_t i = 0; i < related->count; i++) {
		const struct ibp_norm *norm =
			ibp_framework_find(framework, related->items[i]);

		ibp_buf_addf(&text, "%zu %s, %s.\n", i + 1, norm->code,
			     ibp_content_title(norm));
	}
	ibp_plain_say_text(&talk->plain, ibp_buf_text(&text));
	reply = ibp_plain_choose(&talk->plain, &question, related->count,
				 &chosen, NULL);
	ibp_buf_release(&text);
	if (reply != IBP_PLAIN_TEXT)
		return stay_after(ibp_talk_reply_go(reply, IBP_TALK_STAY));
	talk->jump = ibp_talk_find_norm(talk, related->items[chosen]);
	return IBP_TALK_JUMP;
}

static enum ibp_talk_go say_log(struct ibp_talk *talk, size_t index)
{
	return stay_after(
		ibp_talk_log(talk, talk->framework->norms[index].code));
}

static enum ibp_talk_go do_undo(struct ibp_talk *talk, size_t index)
{
	(void)index;
	ibp_talk_undo(talk);
	return IBP_TALK_STAY;
}

static enum ibp_talk_go do_redo(struct ibp_talk *talk, size_t index)
{
	(void)index;
	ibp_talk_redo(talk);
	return IBP_TALK_STAY;
}

static enum ibp_talk_go jump_unscored(struct ibp_talk *talk, size_t index)
{
	talk->jump = ibp_next_unscored(talk->assessment, index);
	if (talk->jump < talk->framework->norm_count)
		return IBP_TALK_JUMP;
	ibp_plain_say(&talk->plain, _("Every norm has a score."));
	return IBP_TALK_STAY;
}

static enum ibp_talk_go go_menu(struct ibp_talk *talk, size_t index)
{
	(void)talk;
	(void)index;
	return IBP_TALK_MENU;
}

static const struct act {
	char letter;
	const char *help;
	const char *field; /* to ask, or else to run: */
	enum ibp_talk_go (*run)(struct ibp_talk *talk, size_t index);
} acts[] = {
	{'n', N_("n reads the five levels; 3? reads level 3 alone."), NULL,
	 say_levels},
	{'v', N_("v reads the levels with every norm, or no longer."), NULL,
	 switch_levels},
	{'w', N_("w says why, with the purpose and the references."), NULL,
	 say_why},
	{'h', N_("h says how: the steps, and what can show it."), NULL,
	 say_steps},
	{'a', N_("a asks all other questions of this norm, one by one."), NULL,
	 ask_others},
	{'r', N_("r says why this score was given."), "reason", NULL},
	{'e', N_("e writes a note."), "note", NULL},
	{'b', N_("b adds, changes or removes evidence."), NULL, do_evidence},
	{'o', N_("o sets the owner."), "owner", NULL},
	{'t', N_("t sets the target."), "target", NULL},
	{'d', N_("d sets the due date."), "due", NULL},
	{'s', N_("s sets the status."), "status", NULL},
	{'p', N_("p sets the priority."), "priority", NULL},
	{'f', N_("f sets a second and a settled score: four eyes."), NULL,
	 do_four_eyes},
	{'j', N_("j jumps to a related norm."), NULL, jump_related},
	{'l', N_("l reads what was changed in this norm, and by whom."), NULL,
	 say_log},
	{'u', N_("u undoes the last change."), NULL, do_undo},
	{'z', N_("z does again what was undone."), NULL, do_redo},
	{'x', N_("x goes to the next norm without a score."), NULL,
	 jump_unscored},
	{'m', N_("m goes to the menu."), NULL, go_menu},
};

#define ACT_COUNT (sizeof(acts) / sizeof(*acts))

static const struct act *find_act(const char *text)
{
	for (size_t i = 0; i < ACT_COUNT; i++)
		if ((text[0] | 0x20) == acts[i].letter && !text[1])
			return &acts[i];
	return NULL;
}

/* ---- The score ---- */

static void add_help(struct ibp_buf *help)
{
	ibp_buf_addf(help, "%s\n",
		     _("1 to 5 sets the score, - says that the norm does not "
		       "apply, 0 clears the score. A code such as GO.05 goes "
		       "to that norm."));
	for (size_t i = 0; i < ACT_COUNT; i++)
		ibp_buf_addf(help, "%s\n", _(acts[i].help));
}

size_t ibp_talk_find_norm(const struct ibp_talk *talk, const char *text)
{
	const struct ibp_norm *norm = ibp_framework_find(talk->framework, text);

	return norm ? ibp_framework_index(talk->framework, norm) :
		      talk->framework->norm_count;
}

static bool is_level(const char *text, const char *after)
{
	return text[0] >= '1' && text[0] <= '0' + IBP_LEVELS &&
	       !strcmp(text + 1, after);
}

/* What was typed at a norm. */
static enum ibp_talk_go answer_norm(struct ibp_talk *talk, size_t index,
				    const char *typed)
{
	const struct act *act = find_act(typed);
	char level[2] = {typed[0], '\0'};

	if (is_level(typed, ""))
		return ibp_talk_norm_score(talk, index, "score", "reason",
					   level);
	if (!strcmp(typed, "-"))
		return ibp_talk_norm_score(talk, index, "score", "reason",
					   "na");
	if (!strcmp(typed, "0"))
		return ibp_talk_norm_score(talk, index, "score", "reason",
					   NULL);
	if (act && act->field)
		return stay_after(ibp_talk_norm_field(talk, index, act->field));
	if (act)
		return act->run(talk, index);
	if (is_level(typed, "?")) {
		ibp_talk_say_levels(talk, index, typed[0] - '0');
		return IBP_TALK_STAY;
	}
	talk->jump = ibp_talk_find_norm(talk, typed);
	if (talk->jump < talk->framework->norm_count)
		return IBP_TALK_JUMP;
	ibp_plain_say(&talk->plain,
		      _("%s is not an answer here: type 1 to 5, -, a letter "
			"that ? names, or a code such as GO.05."),
		      typed);
	return IBP_TALK_STAY;
}

/* Until the norm is left. */
static enum ibp_talk_go ask_norm(struct ibp_talk *talk, size_t index)
{
	enum ibp_talk_go go = IBP_TALK_STAY;
	struct ibp_buf help = {0};

	add_help(&help);
	while (go == IBP_TALK_STAY) {
		const char *score =
			ibp_score_text(talk->assessment->answers[index]
					       .scores[IBP_ASSESSOR_FIRST]);
		struct ibp_plain_question question = {
			.text = _("Score"),
			.answers = _("1 to 5, - not applicable"),
			.enter = _("Enter skips"),
			.help = ibp_buf_text(&help),
		};
		struct ibp_buf enter = {0};
		enum ibp_plain_reply reply;
		const char *typed;

		if (score)
			question.enter = ibp_plain_enter(
				strcmp(score, "na") ?
					score :
					C_("value", "not applicable"),
				&enter);
		reply = ibp_plain_ask(&talk->plain, &question, &typed);
		go = reply == IBP_PLAIN_TEXT ?
			     answer_norm(talk, index, typed) :
			     ibp_talk_reply_go(reply, IBP_TALK_NEXT);
		ibp_buf_release(&enter);
	}
	ibp_buf_release(&help);
	return go;
}

/* ---- Several questions after each other, with a way back ---- */

static const char *const all_fields[] = {"note",   "owner",    "target", "due",
					 "status", "priority", NULL};

/* NAMES up to NULL, then the evidence. */
static enum ibp_talk_go ask_fields(struct ibp_talk *talk, size_t index)
{
	size_t at = 0;

	for (;;) {
		enum ibp_talk_go go =
			all_fields[at] ? ibp_talk_norm_field(talk, index,
							     all_fields[at]) :
					 ibp_talk_evidence(talk, index);

		if (go == IBP_TALK_NEXT && !all_fields[at])
			return go;
		if (go == IBP_TALK_NEXT)
			at++;
		else if (go == IBP_TALK_BACK && at)
			at--;
		else if (go != IBP_TALK_STAY)
			return go;
	}
}

/* Score first; back from the first field comes to the score again. */
static enum ibp_talk_go ask_everything(struct ibp_talk *talk, size_t index)
{
	enum ibp_talk_go go;

	do {
		go = ask_norm(talk, index);
		if (go == IBP_TALK_NEXT)
			go = ask_fields(talk, index);
		else
			return go;
	} while (go == IBP_TALK_BACK);
	return go;
}

static enum ibp_talk_go ask_others(struct ibp_talk *talk, size_t index)
{
	return stay_after(ask_fields(talk, index));
}

/* ---- One norm after another ---- */

static size_t place_of(const size_t *indexes, size_t count, size_t index)
{
	size_t at = 0;

	while (at < count && indexes[at] != index)
		at++;
	return at;
}

/* A norm outside the list, or one again; comes back after it. */
static enum ibp_talk_go visit(struct ibp_talk *talk, bool all)
{
	enum ibp_talk_go go = IBP_TALK_JUMP;

	while (go == IBP_TALK_JUMP) {
		size_t index = talk->jump;

		ibp_talk_say_norm(talk, index, index,
				  talk->framework->norm_count);
		go = all ? ask_everything(talk, index) : ask_norm(talk, index);
	}
	return go;
}

enum ibp_talk_go ibp_talk_walk(struct ibp_talk *talk, const size_t *indexes,
			       size_t count, size_t start, bool all)
{
	enum ibp_talk_go go;
	size_t at = start;

	while (at < count) {
		ibp_talk_say_norm(talk, indexes[at], at, count);
		go = all ? ask_everything(talk, indexes[at]) :
			   ask_norm(talk, indexes[at]);
		if (go == IBP_TALK_JUMP) {
			size_t to = place_of(indexes, count, talk->jump);

			if (to < count) {
				at = to;
				continue;
			}
			go = visit(talk, all);
			if (go == IBP_TALK_NEXT || go == IBP_TALK_BACK)
				continue;
		}
		if (go == IBP_TALK_NEXT)
			at++;
		else if (go == IBP_TALK_BACK && at)
			at--;
		else
			return go;
	}
	ibp_plain_say(&talk->plain, _("That was the last norm."));
	return IBP_TALK_NEXT;
}

enum ibp_talk_go ibp_talk_walk_from(struct ibp_talk *talk, size_t index,
				    bool all)
{
	size_t count = talk->framework->norm_count;
	size_t *indexes = ibp_alloc(count * sizeof(*indexes));
	enum ibp_talk_go go;

	for (size_t i = 0; i < count; i++)
		indexes[i] = i;
	go = ibp_talk_walk(talk, indexes, count, index, all);
	free(indexes);
	return go;
}
