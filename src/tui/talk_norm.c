#include "tui/talk.h"

#include <string.h>

#include "base/i18n.h"
#include "core/score.h"
#include "model/content.h"

/* ---- What one letter does at a norm ---- */

static enum ibp_chat_go say_levels(struct ibp_talk *talk, size_t index)
{
	ibp_talk_say_levels(talk, index, 0);
	return IBP_CHAT_STAY;
}

static enum ibp_chat_go switch_levels(struct ibp_talk *talk, size_t index)
{
	talk->with_levels = !talk->with_levels;
	if (talk->with_levels)
		ibp_talk_say_levels(talk, index, 0);
	else
		ibp_plain_say(&talk->chat.plain,
			      _("The levels are read on request only."));
	return IBP_CHAT_STAY;
}

static enum ibp_chat_go say_why(struct ibp_talk *talk, size_t index)
{
	ibp_talk_say_why(talk, index);
	return IBP_CHAT_STAY;
}

static enum ibp_chat_go say_steps(struct ibp_talk *talk, size_t index)
{
	ibp_talk_say_steps(talk, index);
	return IBP_CHAT_STAY;
}

/* A part of a norm that was answered, or left, comes back to the norm. */
static enum ibp_chat_go stay_after(enum ibp_chat_go go)
{
	return go == IBP_CHAT_NEXT || go == IBP_CHAT_BACK ? IBP_CHAT_STAY : go;
}

static enum ibp_chat_go do_evidence(struct ibp_talk *talk, size_t index)
{
	return stay_after(ibp_talk_evidence(talk, index));
}

static enum ibp_chat_go ask_others(struct ibp_talk *talk, size_t index)
{
	return stay_after(ibp_talk_others(talk, index));
}

static enum ibp_chat_go do_four_eyes(struct ibp_talk *talk, size_t index)
{
	return stay_after(ibp_talk_four_eyes(talk, index));
}

static enum ibp_chat_go jump_related(struct ibp_talk *talk, size_t index)
{
	const struct ibp_framework *framework = talk->framework;
	const struct ibp_strings *related = &framework->norms[index].related;
	struct ibp_plain_question question = {.text = _("Go to"),
					      .enter = _("Enter stays here")};
	struct ibp_buf text = {0};
	enum ibp_plain_reply reply;
	size_t chosen = 0;

	if (!related->count) {
		ibp_plain_say(&talk->chat.plain,
			      _("No norm is named as related."));
		return IBP_CHAT_STAY;
	}
	for (size_t i = 0; i < related->count; i++) {
		const struct ibp_norm *norm =
			ibp_framework_find(framework, related->items[i]);

		ibp_buf_addf(&text, "%zu %s, %s.\n", i + 1, norm->code,
			     ibp_content_title(norm));
	}
	ibp_plain_say_text(&talk->chat.plain, ibp_buf_text(&text));
	reply = ibp_plain_choose(&talk->chat.plain, &question, related->count,
				 &chosen, NULL);
	ibp_buf_release(&text);
	if (reply != IBP_PLAIN_TEXT)
		return stay_after(ibp_chat_reply_go(reply, IBP_CHAT_STAY));
	talk->jump = ibp_talk_find_norm(talk, related->items[chosen]);
	return IBP_CHAT_JUMP;
}

static enum ibp_chat_go say_log(struct ibp_talk *talk, size_t index)
{
	return stay_after(
		ibp_chat_log(&talk->chat, talk->framework->norms[index].code));
}

static enum ibp_chat_go confirm(struct ibp_talk *talk, size_t index)
{
	bool saved;

	if (!talk->assessment->answers[index].look_again) {
		ibp_plain_say(&talk->chat.plain,
			      _("This norm has no mark to look again."));
		return IBP_CHAT_STAY;
	}
	saved = ibp_talk_set(talk, IBP_SUBJECT_NORM,
			     talk->framework->norms[index].code, "look_again",
			     "yes", NULL);
	return stay_after(ibp_chat_saved_go(&talk->chat, saved));
}

static enum ibp_chat_go do_undo(struct ibp_talk *talk, size_t index)
{
	(void)index;
	return ibp_talk_step(talk, ibp_chat_undo) ? IBP_CHAT_STAY :
						    IBP_CHAT_MENU;
}

static enum ibp_chat_go do_redo(struct ibp_talk *talk, size_t index)
{
	(void)index;
	return ibp_talk_step(talk, ibp_chat_redo) ? IBP_CHAT_STAY :
						    IBP_CHAT_MENU;
}

static enum ibp_chat_go jump_unscored(struct ibp_talk *talk, size_t index)
{
	talk->jump = ibp_next_unscored(talk->assessment, index);
	if (talk->jump < talk->framework->norm_count)
		return IBP_CHAT_JUMP;
	ibp_plain_say(&talk->chat.plain, _("Every norm has a score."));
	return IBP_CHAT_STAY;
}

static enum ibp_chat_go go_menu(struct ibp_talk *talk, size_t index)
{
	(void)talk;
	(void)index;
	return IBP_CHAT_MENU;
}

static const struct act {
	char letter;
	const char *help;
	const char *field; /* to ask, or else to run: */
	enum ibp_chat_go (*run)(struct ibp_talk *talk, size_t index);
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
	{'k', N_("k keeps the score of a norm to look at again."), NULL,
	 confirm},
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
static enum ibp_chat_go answer_norm(struct ibp_talk *talk, size_t index,
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
		return IBP_CHAT_STAY;
	}
	talk->jump = ibp_talk_find_norm(talk, typed);
	if (talk->jump < talk->framework->norm_count)
		return IBP_CHAT_JUMP;
	ibp_plain_say(&talk->chat.plain,
		      _("%s is not an answer here: type 1 to 5, -, a letter "
			"that ? names, or a code such as GO.05."),
		      typed);
	return IBP_CHAT_STAY;
}

enum ibp_chat_go ibp_talk_norm(struct ibp_talk *talk, size_t index)
{
	enum ibp_chat_go go = IBP_CHAT_STAY;
	struct ibp_buf help = {0};

	add_help(&help);
	while (go == IBP_CHAT_STAY) {
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
		reply = ibp_plain_ask(&talk->chat.plain, &question, &typed);
		go = reply == IBP_PLAIN_TEXT ?
			     answer_norm(talk, index, typed) :
			     ibp_chat_reply_go(reply, IBP_CHAT_NEXT);
		ibp_buf_release(&enter);
	}
	ibp_buf_release(&help);
	return go;
}
