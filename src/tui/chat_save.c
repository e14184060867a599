#include "tui/chat.h"

#include <unistd.h>

#include "base/i18n.h"

void ibp_chat_complain(struct ibp_chat *chat, struct ibp_error *err)
{
	ibp_plain_say_text(&chat->plain, ibp_error_text(err));
	if (!chat->failure.count && err->status != IBP_USAGE)
		ibp_error_set(&chat->failure, err->status, "%s",
			      ibp_error_text(err));
	ibp_error_release(err);
}

bool ibp_chat_reload(struct ibp_chat *chat)
{
	struct ibp_error err = {0};

	if (!chat->load(chat, &err))
		return true;
	ibp_chat_complain(chat, &err);
	return false;
}

enum ibp_chat_go ibp_chat_saved_go(struct ibp_chat *chat, bool saved)
{
	if (saved)
		return IBP_CHAT_NEXT;
	if (isatty(fileno(chat->plain.in)))
		return IBP_CHAT_STAY;
	ibp_plain_say(&chat->plain,
		      _("The answers come from a file: it stops here, because "
			"the next answer belongs to the next question."));
	return IBP_CHAT_STOP;
}

static bool may_change(struct ibp_chat *chat)
{
	struct ibp_error err = {0};

	if (chat->writable)
		return true;
	ibp_error_set(&err, IBP_DATA,
		      _("Not saved: this file is open for reading only."));
	ibp_chat_complain(chat, &err);
	return false;
}

/* LEAD says in a sentence what was done with them. */
static void say_changes(struct ibp_chat *chat, const char *lead,
			const struct ibp_changes *changes)
{
	struct ibp_buf what = {0};

	ibp_changes_describe(changes->items, changes->count, &what);
	ibp_plain_say(&chat->plain, "%s %s.", lead, ibp_buf_text(&what));
	ibp_buf_release(&what);
}

bool ibp_chat_apply(struct ibp_chat *chat, struct ibp_changes *changes)
{
	struct ibp_error err = {0};

	if (!may_change(chat))
		return false;
	if (chat->calls->apply(chat->calls->context, changes->items,
			       changes->count, &err) ||
	    (chat->calls->name &&
	     chat->calls->name(chat->calls->context, changes, &err))) {
		ibp_chat_complain(chat, &err);
		return false;
	}
	say_changes(chat, _("Saved."), changes);
	return ibp_chat_reload(chat);
}

typedef enum ibp_status step_back(void *context, struct ibp_changes *changes,
				  struct ibp_error *err);

static void step(struct ibp_chat *chat, step_back *call, const char *done,
		 const char *nothing)
{
	struct ibp_changes changes = {0};
	struct ibp_error err = {0};

	if (!may_change(chat))
		return;
	if (call(chat->calls->context, &changes, &err))
		ibp_chat_complain(chat, &err);
	else if (!changes.count)
		ibp_plain_say_text(&chat->plain, nothing);
	else
		say_changes(chat, done, &changes);
	ibp_chat_reload(chat);
	ibp_changes_release(&changes);
}

void ibp_chat_undo(struct ibp_chat *chat)
{
	step(chat, chat->calls->undo, _("Undone. Now again:"),
	     _("There is nothing to undo."));
}

void ibp_chat_redo(struct ibp_chat *chat)
{
	step(chat, chat->calls->redo, _("Done again."),
	     _("There is nothing to do again."));
}

void ibp_chat_end(struct ibp_chat *chat)
{
	if (chat->failure.count)
		ibp_plain_say(&chat->plain,
			      _("Not everything could be saved."));
	else
		ibp_plain_say(&chat->plain, _("Everything is saved."));
}

enum ibp_status ibp_chat_release(struct ibp_chat *chat, struct ibp_error *err)
{
	enum ibp_status status = chat->failure.status;

	if (status)
		ibp_error_set(err, status, "%s",
			      ibp_error_text(&chat->failure));
	else if (chat->plain.failed)
		status = ibp_error_set(err, IBP_INPUT,
				       _("The questions could not be "
					 "written."));
	ibp_error_release(&chat->failure);
	ibp_plain_release(&chat->plain);
	return status;
}
