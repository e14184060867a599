/* The paragraphs of one norm. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/field.h"
#include "model/content.h"
#include "tui/scan_norm.h"

#define LEVEL_INDENT 2
#define LOG_LINES 5

static void add_text(struct ibp_page *page, const char *label, const char *text)
{
	if (!ibp_text_is_empty(text))
		ibp_page_add(page, label, text, IBP_ITEM_TEXT);
}

/* ---- Levels ---- */

/* "2 Herhaalbaar (now, target):" */
static void add_level_label(const struct ibp_desk *desk, size_t index,
			    int level, bool general, struct ibp_buf *label)
{
	const struct ibp_answer *answer = ibp_desk_answer(desk, index);
	const char *marks[3];
	size_t count = 0;

	if (answer->score == level)
		marks[count++] = _("now");
	if (ibp_desk_target(desk, index) == level)
		marks[count++] = _("target");
	if (general)
		marks[count++] = _("general meaning");
	ibp_desk_add_score(desk, level, label);
	for (size_t i = 0; i < count; i++) {
		ibp_buf_add(label, i ? ", " : " (");
		ibp_buf_add(label, marks[i]);
	}
	ibp_buf_add(label, count ? "):" : ":");
}

static void add_levels(const struct ibp_desk *desk, struct ibp_page *page,
		       size_t index)
{
	const struct ibp_norm *norm = ibp_desk_norm(desk, index);
	struct ibp_buf label = {0};

	for (int level = 1; level <= IBP_LEVELS; level++) {
		const char *text = ibp_content_level(norm, level);
		bool general = !text;
		struct ibp_page_item *item;

		if (general)
			text = ibp_content_level_meaning(desk->framework,
							 level);
		ibp_buf_cut(&label, 0);
		add_level_label(desk, index, level, general, &label);
		item = ibp_page_add(page, ibp_buf_text(&label), text,
				    IBP_ITEM_LEVEL + level - 1);
		item->indent = LEVEL_INDENT;
		item->look = ibp_desk_score_look(level) | IBP_LOOK_FIRST;
		if (ibp_desk_answer(desk, index)->score == level)
			item->look |= IBP_LOOK_BOLD;
	}
	ibp_buf_release(&label);
}

/* ---- What is filled in ---- */

struct filled {
	const char *field;
	int act;
	bool always; /* also while it is not set */
};

static const struct filled filled[] = {
	{"reason", IBP_SCAN_REASON, true},
	{"target", IBP_SCAN_TARGET, true},
	{"status", IBP_SCAN_STATUS, true},
	{"priority", IBP_SCAN_PRIORITY, true},
	{"owner", IBP_SCAN_OWNER, true},
	{"due", IBP_SCAN_DUE, true},
	{"score:2", IBP_SCAN_FOUR_EYES, false},
	{"reason:2", IBP_SCAN_FOUR_EYES, false},
	{"score:settled", IBP_SCAN_FOUR_EYES, false},
	{"reason:settled", IBP_SCAN_FOUR_EYES, false},
};

#define FILLED (sizeof(filled) / sizeof(*filled))

static size_t label_width(void)
{
	size_t widest = 0;

	for (size_t i = 0; i < FILLED; i++) {
		const struct ibp_field *field =
			ibp_field_find(ibp_norm_fields, filled[i].field);
		size_t width =
			filled[i].always ? ibp_text_width(_(field->label)) : 0;

		widest = width > widest ? width : widest;
	}
	return widest;
}

static void add_filled_value(const struct ibp_desk *desk, size_t index,
			     const struct ibp_field *field,
			     struct ibp_buf *text)
{
	const char *value =
		ibp_answer_value(ibp_desk_answer(desk, index), field->name);

	if (value)
		ibp_work_add_value(field, value, text);
	else if (field->kind == IBP_FIELD_LEVEL)
		ibp_buf_addf(text, _("%d, as in the framework"),
			     desk->framework->target);
	else
		ibp_buf_add(text, "-");
	if (field->kind == IBP_FIELD_DATE && ibp_desk_is_late(desk, index))
		ibp_buf_add(text, _(" (past the due date)"));
}

static void add_filled(const struct ibp_desk *desk, struct ibp_page *page,
		       size_t index)
{
	size_t width = label_width() + 2;
	struct ibp_buf text = {0};

	ibp_page_add_heading(page, _("Filled in"));
	for (size_t i = 0; i < FILLED; i++) {
		const struct ibp_field *field =
			ibp_field_find(ibp_norm_fields, filled[i].field);
		struct ibp_page_item *item;

		if (!filled[i].always &&
		    !ibp_answer_value(ibp_desk_answer(desk, index),
				      field->name))
			continue;
		ibp_buf_cut(&text, 0);
		add_filled_value(desk, index, field, &text);
		item = ibp_page_add(page, _(field->label), ibp_buf_text(&text),
				    IBP_ITEM_ACT + filled[i].act);
		item->indent = width;
	}
	ibp_buf_release(&text);
}

static void add_note(struct ibp_app *app, struct ibp_page *page, size_t index)
{
	const struct ibp_desk *desk = ibp_desk_of(app);
	const char *note = ibp_desk_answer(desk, index)->note;
	struct ibp_buf name = {0};
	char *draft;

	ibp_buf_addf(&name, "norm/%s/note", ibp_desk_norm(desk, index)->code);
	draft = ibp_app_find_draft(app, ibp_buf_text(&name));
	ibp_page_add_heading(page, _("Note"));
	ibp_page_add(page, NULL,
		     note ? note :
			    _("There is no note. e writes "
			      "one."),
		     IBP_ITEM_ACT + IBP_SCAN_NOTE);
	if (draft)
		ibp_page_add(page, NULL,
			     _("You typed a note here that was not saved. e "
			       "goes on with it."),
			     IBP_ITEM_ACT + IBP_SCAN_NOTE);
	free(draft);
	ibp_buf_release(&name);
}

/* "Policy (document, 03-03-2026, high). Where it is" */
static void add_evidence_line(const struct ibp_evidence *one,
			      struct ibp_buf *text)
{
	static const char *const fields[] = {"kind", "date", "confidence"};
	size_t count = 0;

	ibp_buf_add(text, one->title);
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		const char *value = ibp_evidence_value(one, fields[i]);
		const struct ibp_field *field =
			ibp_field_find(ibp_evidence_fields, fields[i]);

		if (!value)
			continue;
		ibp_buf_add(text, count++ ? ", " : " (");
		if (i == 2)
			ibp_buf_addf(text, "%s: ", _(field->label));
		ibp_work_add_value(field, value, text);
	}
	if (count)
		ibp_buf_add_char(text, ')');
	if (one->ref)
		ibp_buf_addf(text, ". %s", one->ref);
}

static void add_evidence(const struct ibp_desk *desk, struct ibp_page *page,
			 size_t index)
{
	const struct ibp_answer *answer = ibp_desk_answer(desk, index);
	const struct ibp_norm *norm = ibp_desk_norm(desk, index);
	struct ibp_buf text = {0};

	ibp_page_add_heading(page, _("Evidence"));
	for (size_t i = 0; i < answer->evidence_count; i++) {
		ibp_buf_cut(&text, 0);
		add_evidence_line(&answer->evidence[i], &text);
		ibp_page_add(page, "-", ibp_buf_text(&text),
			     IBP_ITEM_EVIDENCE + answer->evidence[i].id)
			->indent = IBP_NORM_INDENT;
	}
	if (!answer->evidence_count)
		ibp_page_add(page, NULL,
			     _("There is no evidence yet. b adds some."),
			     IBP_ITEM_ACT + IBP_SCAN_EVIDENCE_LIST);
	if (norm->evidence.count)
		ibp_page_add_heading(page, _("What could serve as evidence"));
	for (size_t i = 0; i < norm->evidence.count; i++)
		ibp_page_add(page, "-",
			     ibp_content_item(norm->code, "evidence", i + 1,
					      norm->evidence.items[i]),
			     IBP_ITEM_TEXT)
			->indent = IBP_NORM_INDENT;
	ibp_buf_release(&text);
}

/* ---- What the framework says ---- */

static void add_steps(const struct ibp_desk *desk, struct ibp_page *page,
		      size_t index)
{
	const struct ibp_norm *norm = ibp_desk_norm(desk, index);
	struct ibp_buf number = {0};

	if (!norm->steps.count)
		return;
	/* TRANSLATORS: what to do to reach the level of the sector. */
	ibp_page_add_heading(page, _("Steps towards level 3"));
	for (size_t i = 0; i < norm->steps.count; i++) {
		ibp_buf_cut(&number, 0);
		ibp_buf_addf(&number, "%zu.", i + 1);
		ibp_page_add(page, ibp_buf_text(&number),
			     ibp_content_item(norm->code, "steps", i + 1,
					      norm->steps.items[i]),
			     IBP_ITEM_TEXT)
			->indent = IBP_NORM_INDENT + 1;
	}
	ibp_buf_release(&number);
}

static void add_related(const struct ibp_desk *desk, struct ibp_page *page,
			size_t index)
{
	const struct ibp_norm *norm = ibp_desk_norm(desk, index);
	struct ibp_buf code = {0};
	struct ibp_buf text = {0};

	if (norm->related.count)
		ibp_page_add_heading(page, _("Related norms"));
	for (size_t i = 0; i < norm->related.count; i++) {
		const struct ibp_norm *other = ibp_framework_find(
			desk->framework, norm->related.items[i]);
		size_t at;

		if (!other)
			continue;
		at = ibp_framework_index(desk->framework, other);
		ibp_buf_cut(&code, 0);
		ibp_desk_add_code(other, &code);
		ibp_buf_cut(&text, 0);
		ibp_desk_add_title(other, &text);
		ibp_buf_add(&text, ": ");
		ibp_desk_add_score(desk, ibp_desk_answer(desk, at)->score,
				   &text);
		ibp_page_add(page, ibp_buf_text(&code), ibp_buf_text(&text),
			     IBP_ITEM_RELATED + (long)at)
			->indent = 7;
	}
	ibp_buf_release(&code);
	ibp_buf_release(&text);
}

/* Schemes that people know by another name. */
static const struct {
	const char *scheme;
	const char *name; /* msgid */
} schemes[] = {
	/* TRANSLATORS: the General Data Protection Regulation. */
	{"avg", N_("GDPR article")},
	{"iso-27002-2022", N_("ISO 27002:2022")},
};

static void add_reference(const struct ibp_reference *reference,
			  struct ibp_buf *text)
{
	const char *name = reference->scheme;

	for (size_t i = 0; i < sizeof(schemes) / sizeof(*schemes); i++)
		if (!strcmp(schemes[i].scheme, name))
			name = _(schemes[i].name);
	ibp_buf_addf(text, "%s %s", name, reference->ref);
}

static void add_about(const struct ibp_desk *desk, struct ibp_page *page,
		      size_t index)
{
	const struct ibp_norm *norm = ibp_desk_norm(desk, index);
	struct ibp_buf text = {0};

	ibp_page_add_heading(page, _("About this norm"));
	if (norm->code_status != IBP_CODE_OFFICIAL)
		add_text(page, NULL,
			 _("The code is not official: the publisher's own "
			   "code is not known."));
	if (norm->title_status == IBP_TITLE_WORKING)
		add_text(page, NULL,
			 _("The title is a working title: the official one is "
			   "not known."));
	else if (norm->title_status == IBP_TITLE_REPORTED)
		add_text(page, NULL,
			 _("The title was read at a third party, not at the "
			   "publisher."));
	add_text(page, NULL, ibp_content(norm->code, "note", norm->note));
	for (size_t i = 0; i < norm->reference_count; i++) {
		if (i)
			ibp_buf_add(&text, ", ");
		add_reference(&norm->references[i], &text);
	}
	add_text(page, _("References:"), ibp_buf_text(&text));
	add_text(page, _("Source:"), norm->source);
	ibp_buf_release(&text);
}

static void add_log(const struct ibp_desk *desk, struct ibp_page *page,
		    size_t index)
{
	const struct ibp_scan_calls *calls = desk->setup->calls;
	struct ibp_arena arena = {0};
	struct ibp_error err = {0};
	struct ibp_log_line *lines = NULL;
	size_t count = 0;
	char shown[IBP_TIME_SIZE];

	if (calls->file.log(calls->file.context,
			    ibp_desk_norm(desk, index)->code, &arena, &lines,
			    &count, &err))
		count = 0;
	if (count)
		ibp_page_add_heading(page, _("Latest changes"));
	for (size_t i = 0; i < count && i < LOG_LINES; i++)
		ibp_page_add(page, ibp_time_show(lines[i].at, shown),
			     lines[i].text, IBP_ITEM_ACT + IBP_ACT_LOG);
	ibp_error_release(&err);
	ibp_arena_release(&arena);
}

void ibp_norm_view_fill(struct ibp_app *app, struct ibp_norm_view *view)
{
	const struct ibp_desk *desk = ibp_desk_of(app);
	const struct ibp_norm *norm = ibp_desk_norm(desk, view->index);
	struct ibp_page *page = &view->page;

	ibp_page_clear(page);
	add_text(page, _("Purpose:"),
		 ibp_content(norm->code, "purpose", norm->purpose));
	add_levels(desk, page, view->index);
	add_filled(desk, page, view->index);
	ibp_norm_view_add_findings(desk, page, view->index);
	add_note(app, page, view->index);
	add_steps(desk, page, view->index);
	add_evidence(desk, page, view->index);
	if (norm->why) {
		ibp_page_add_heading(page, _("Why"));
		add_text(page, NULL, ibp_content(norm->code, "why", norm->why));
	}
	add_related(desk, page, view->index);
	add_about(desk, page, view->index);
	add_log(desk, page, view->index);
}
