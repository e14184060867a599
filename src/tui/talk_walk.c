/* Norms one after another, with a way back. */
#include "tui/talk.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"

/* ---- Several questions after each other, with a way back ---- */

static const char *const all_fields[] = {"note",   "owner",    "target", "due",
					 "status", "priority", NULL};

enum ibp_chat_go ibp_talk_others(struct ibp_talk *talk, size_t index)
{
	size_t at = 0;

	for (;;) {
		enum ibp_chat_go go =
			all_fields[at] ? ibp_talk_norm_field(talk, index,
							     all_fields[at]) :
					 ibp_talk_evidence(talk, index);

		if (go == IBP_CHAT_NEXT && !all_fields[at])
			return go;
		if (go == IBP_CHAT_NEXT)
			at++;
		else if (go == IBP_CHAT_BACK && at)
			at--;
		else if (go != IBP_CHAT_STAY)
			return go;
	}
}

/* Score first; back from the first field comes to the score again. */
static enum ibp_chat_go ask_everything(struct ibp_talk *talk, size_t index)
{
	enum ibp_chat_go go;

	do {
		go = ibp_talk_norm(talk, index);
		if (go == IBP_CHAT_NEXT)
			go = ibp_talk_others(talk, index);
		else
			return go;
	} while (go == IBP_CHAT_BACK);
	return go;
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
static enum ibp_chat_go visit(struct ibp_talk *talk, bool all)
{
	enum ibp_chat_go go = IBP_CHAT_JUMP;

	while (go == IBP_CHAT_JUMP) {
		size_t index = talk->jump;

		ibp_talk_say_norm(talk, index, index,
				  talk->framework->norm_count);
		go = all ? ask_everything(talk, index) :
			   ibp_talk_norm(talk, index);
	}
	return go;
}

enum ibp_chat_go ibp_talk_walk(struct ibp_talk *talk, const size_t *indexes,
			       size_t count, size_t start, bool all)
{
	enum ibp_chat_go go;
	size_t at = start;

	while (at < count) {
		ibp_talk_say_norm(talk, indexes[at], at, count);
		go = all ? ask_everything(talk, indexes[at]) :
			   ibp_talk_norm(talk, indexes[at]);
		if (go == IBP_CHAT_JUMP) {
			size_t to = place_of(indexes, count, talk->jump);

			if (to < count) {
				at = to;
				continue;
			}
			go = visit(talk, all);
			if (go == IBP_CHAT_NEXT || go == IBP_CHAT_BACK)
				continue;
		}
		if (go == IBP_CHAT_NEXT)
			at++;
		else if (go == IBP_CHAT_BACK && at)
			at--;
		else
			return go;
	}
	ibp_plain_say(&talk->chat.plain, _("That was the last norm."));
	return IBP_CHAT_NEXT;
}

enum ibp_chat_go ibp_talk_walk_from(struct ibp_talk *talk, size_t index,
				    bool all)
{
	size_t count = talk->framework->norm_count;
	size_t *indexes = ibp_alloc(count * sizeof(*indexes));
	enum ibp_chat_go go;

	for (size_t i = 0; i < count; i++)
		indexes[i] = i;
	go = ibp_talk_walk(talk, indexes, count, index, all);
	free(indexes);
	return go;
}
