/* The questions of a board that takes part. */
#include "base/i18n.h"
#include "tui/monitor_talk.h"

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

/* ---- Make a summary ------------------------------------------------------ */

static const struct {
	const char *text; /* msgid */
	const char *help; /* msgid */
} answers[] = {
	{N_("Edition"), N_("A year such as 2027, as the invitation says it.")},
	{N_("Organisation"),
	 N_("Who sent the invitation. The name stays in your own file.")},
	{N_("Code of the invitation"),
	 N_("26 letters and digits and one sign. Dashes and small letters do "
	    "not matter.")},
};

typedef enum ibp_status set_answer(void *context, const char *text,
				   struct ibp_error *err);

static enum ibp_status set(const struct ibp_monitor_calls *calls, size_t i,
			   const char *text, struct ibp_error *err)
{
	set_answer *const setters[] = {
		calls->set_edition,
		calls->set_organisation,
		calls->set_code,
	};

	return setters[i](calls->context, text, err);
}

/* NEXT: it was answered well. */
static enum ibp_chat_go ask_one(struct ibp_monitor_talk *talk, size_t i)
{
	const struct ibp_plain_question question = {.text = _(answers[i].text),
						    .help = _(answers[i].help)};
	struct ibp_error err = {0};
	enum ibp_plain_reply reply;
	const char *text;

	reply = ibp_plain_ask(&talk->chat.plain, &question, &text);
	if (reply != IBP_PLAIN_TEXT)
		return ibp_chat_reply_go(reply, IBP_CHAT_STAY);
	if (!set(talk->setup->calls, i, text, &err))
		return IBP_CHAT_NEXT;
	ibp_chat_complain(&talk->chat, &err);
	return IBP_CHAT_STAY;
}

/* `<` goes back to the answer before; NEXT: all are there. */
static enum ibp_chat_go ask_all(struct ibp_monitor_talk *talk)
{
	size_t i = 0;

	while (i < LENGTH(answers)) {
		enum ibp_chat_go go = ask_one(talk, i);

		if (go == IBP_CHAT_STOP || (go == IBP_CHAT_BACK && !i))
			return go;
		if (go == IBP_CHAT_NEXT)
			i++;
		else if (go == IBP_CHAT_BACK)
			i--;
	}
	return IBP_CHAT_NEXT;
}

static enum ibp_chat_go ask_and_write(struct ibp_monitor_talk *talk)
{
	const struct ibp_plain_question question = {
		.text = _("Folder to write it in"),
		.enter = _("Enter writes nothing"),
		.help = _("A full stop is this folder.")};
	const struct ibp_monitor_calls *calls = talk->setup->calls;
	struct ibp_plain *plain = &talk->chat.plain;
	struct ibp_buf lines = {0};
	struct ibp_error err = {0};
	const char *folder;
	enum ibp_plain_reply reply = ibp_plain_ask(plain, &question, &folder);

	if (reply != IBP_PLAIN_TEXT)
		ibp_plain_say(plain, _("Nothing was written."));
	else if (calls->write(calls->context, folder, &lines, &err))
		ibp_chat_complain(&talk->chat, &err);
	else
		ibp_plain_say_text(plain, ibp_buf_text(&lines));
	ibp_buf_release(&lines);
	return ibp_chat_reply_go(reply, IBP_CHAT_NEXT);
}

static enum ibp_chat_go make(struct ibp_monitor_talk *talk)
{
	const struct ibp_monitor_calls *calls = talk->setup->calls;
	struct ibp_buf lines = {0};
	struct ibp_error err = {0};
	enum ibp_chat_go go = IBP_CHAT_MENU;

	if (calls->begin(calls->context, &err))
		ibp_chat_complain(&talk->chat, &err);
	else
		go = ask_all(talk);
	if (go == IBP_CHAT_NEXT && calls->make(calls->context, &lines, &err)) {
		ibp_chat_complain(&talk->chat, &err);
	} else if (go == IBP_CHAT_NEXT) {
		ibp_plain_say_text(&talk->chat.plain, ibp_buf_text(&lines));
		go = ask_and_write(talk);
	}
	calls->end(calls->context);
	ibp_buf_release(&lines);
	return go;
}

/* ---- Read a file --------------------------------------------------------- */

typedef enum ibp_status read_file(void *context, const char *path,
				  struct ibp_buf *lines, struct ibp_error *err);

static enum ibp_chat_go read_aloud(struct ibp_monitor_talk *talk,
				   const char *text, read_file *read)
{
	const struct ibp_plain_question question = {
		.text = text, .help = _("The name of the file.")};
	struct ibp_buf lines = {0};
	struct ibp_error err = {0};
	const char *path;
	enum ibp_plain_reply reply =
		ibp_plain_ask(&talk->chat.plain, &question, &path);

	if (reply != IBP_PLAIN_TEXT)
		return ibp_chat_reply_go(reply, IBP_CHAT_MENU);
	if (read(talk->setup->calls->context, path, &lines, &err))
		ibp_chat_complain(&talk->chat, &err);
	else
		ibp_plain_say_text(&talk->chat.plain, ibp_buf_text(&lines));
	ibp_buf_release(&lines);
	return IBP_CHAT_MENU;
}

static enum ibp_chat_go explain(struct ibp_monitor_talk *talk)
{
	return read_aloud(talk, _("Summary"), talk->setup->calls->explain);
}

static enum ibp_chat_go compare(struct ibp_monitor_talk *talk)
{
	return read_aloud(talk, _("File with figures, benchmark.csv"),
			  talk->setup->calls->compare);
}

const struct ibp_monitor_choice ibp_monitor_board_choices[] = {
	{N_("Make a summary"), make},
	{N_("Explain a summary"), explain},
	{N_("Compare with published figures"), compare},
	{NULL, NULL},
};
