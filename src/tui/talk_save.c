#include "tui/talk.h"

#include <unistd.h>

#include "base/i18n.h"

void ibp_talk_complain(struct ibp_talk *talk, struct ibp_error *err)
{
	ibp_plain_say_text(&talk->plain, ibp_error_text(err));
	if (!talk->failure.count && err->status != IBP_USAGE)
		ibp_error_set(&talk->failure, err->status, "%s",
			      ibp_error_text(err));
	ibp_error_release(err);
}

bool ibp_talk_reload(struct ibp_talk *talk)
{
	struct ibp_assessment *now = NULL;
	struct ibp_error err = {0};

	if (talk->calls->load(talk->calls->context, &now, &err)) {
		ibp_talk_complain(talk, &err);
		return false;
	}
	ibp_assessment_free(talk->assessment);
	talk->assessment = now;
	return true;
}

enum ibp_talk_go ibp_talk_saved_go(struct ibp_talk *talk, bool saved)
{
	if (saved)
		return IBP_TALK_NEXT;
	if (isatty(fileno(talk->plain.in)))
		return IBP_TALK_STAY;
	ibp_plain_say(&talk->plain,
		      _("The answers come from a file: it stops here, because "
			"the next answer belongs to the next question."));
	return IBP_TALK_STOP;
}

static bool may_change(struct ibp_talk *talk)
{
	struct ibp_error err = {0};

	if (talk->setup->writable)
		return true;
	ibp_error_set(&err, IBP_DATA,
		      _("Not saved: this file is open for reading only."));
	ibp_talk_complain(talk, &err);
	return false;
}

/* LEAD says in a sentence what was done with them. */
static void say_changes(struct ibp_talk *talk, const char *lead,
			const struct ibp_changes *changes)
{
	struct ibp_buf what = {0};

	ibp_changes_describe(changes->items, changes->count, &what);
	ibp_plain_say(&talk->plain, "%s %s.", lead, ibp_buf_text(&what));
	ibp_buf_release(&what);
}

bool ibp_talk_apply(struct ibp_talk *talk, const struct ibp_changes *changes)
{
	struct ibp_error err = {0};

	if (!may_change(talk))
		return false;
	if (talk->calls->apply(talk->calls->context, changes->items,
			       changes->count, &err)) {
		ibp_talk_complain(talk, &err);
		return false;
	}
	say_changes(talk, _("Saved."), changes);
	return ibp_talk_reload(talk);
}

bool ibp_talk_set(struct ibp_talk *talk, enum ibp_subject subject,
		  const char *key, const char *field, const char *from,
		  const char *to)
{
	bool in_assessment =
		subject == IBP_SUBJECT_NORM || subject == IBP_SUBJECT_EVIDENCE;
	struct ibp_changes changes = {0};
	bool done;

	ibp_changes_add(&changes, subject,
			in_assessment ? talk->assessment->id : 0, key, field,
			from, to);
	done = ibp_talk_apply(talk, &changes);
	ibp_changes_release(&changes);
	return done;
}

typedef enum ibp_status step_back(void *context, struct ibp_changes *changes,
				  struct ibp_error *err);

static void step(struct ibp_talk *talk, step_back *call, const char *done,
		 const char *nothing)
{
	struct ibp_changes changes = {0};
	struct ibp_error err = {0};

	if (!may_change(talk))
		return;
	if (call(talk->calls->context, &changes, &err))
		ibp_talk_complain(talk, &err);
	else if (!changes.count)
		ibp_plain_say_text(&talk->plain, nothing);
	else
		say_changes(talk, done, &changes);
	ibp_talk_reload(talk);
	ibp_changes_release(&changes);
}

void ibp_talk_undo(struct ibp_talk *talk)
{
	step(talk, talk->calls->undo, _("Undone. Now again:"),
	     _("There is nothing to undo."));
}

void ibp_talk_redo(struct ibp_talk *talk)
{
	step(talk, talk->calls->redo, _("Done again."),
	     _("There is nothing to do again."));
}
