#include "tui/talk.h"

#include "base/i18n.h"

enum ibp_status ibp_talk_load(struct ibp_chat *chat, struct ibp_error *err)
{
	struct ibp_talk *talk = (struct ibp_talk *)chat;
	struct ibp_scan_state state = {0};
	enum ibp_status status =
		talk->calls->load(talk->calls->context, &state, err);

	if (status)
		return status;
	ibp_assessment_free(talk->assessment);
	talk->assessment = state.assessment;
	talk->framework = state.framework;
	talk->checks_off = state.checks_off;
	return IBP_OK;
}

bool ibp_talk_step(struct ibp_talk *talk, void (*take)(struct ibp_chat *chat))
{
	long before = talk->assessment->id;

	take(&talk->chat);
	if (talk->assessment->id == before)
		return true;
	talk->domain = talk->framework->domain_count;
	ibp_plain_say(&talk->chat.plain,
		      _("You now work in the assessment %s."),
		      talk->assessment->name);
	return false;
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
	done = ibp_chat_apply(&talk->chat, &changes);
	ibp_changes_release(&changes);
	return done;
}
