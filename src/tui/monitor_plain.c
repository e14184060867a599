#include "base/i18n.h"
#include "tui/monitor_talk.h"

#define CHOICES_MAX 8

static const struct ibp_monitor_choice *choices_of(
	const struct ibp_monitor_setup *setup)
{
	return setup->gathers ? ibp_monitor_room_choices :
				ibp_monitor_board_choices;
}

static void ask_menu(struct ibp_monitor_talk *talk)
{
	const struct ibp_monitor_choice *choices = choices_of(talk->setup);
	const struct ibp_plain_question question = {
		.text = _("What do you want to do"),
		.help = _("A number does it. q stops."),
		.top = true};
	struct ibp_plain *plain = &talk->chat.plain;
	const char *labels[CHOICES_MAX];
	enum ibp_chat_go go = IBP_CHAT_MENU;
	size_t count = 0;
	size_t chosen;

	for (; count < CHOICES_MAX && choices[count].label; count++)
		labels[count] = _(choices[count].label);
	while (go != IBP_CHAT_STOP) {
		enum ibp_plain_reply reply;

		ibp_plain_say_choices(plain, labels, count, false);
		reply = ibp_plain_choose(plain, &question, count, &chosen,
					 NULL);
		go = reply == IBP_PLAIN_TEXT ?
			     choices[chosen].run(talk) :
			     ibp_chat_reply_go(reply, IBP_CHAT_MENU);
	}
}

enum ibp_status ibp_monitor_plain(const struct ibp_monitor_setup *setup,
				  FILE *in, FILE *out, struct ibp_error *err)
{
	struct ibp_monitor_talk talk = {
		.chat = {.plain = {.in = in, .out = out}},
		.setup = setup,
		.k = setup->k,
	};

	ask_menu(&talk);
	return ibp_chat_release(&talk.chat, err);
}
