#include "cmd/scan_rows.h"

#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "model/content.h"

/* As on the screen. */
#define TITLE_FORMAT "~ %s"
#define CODE_FORMAT "%s?"

struct ibp_cell ibp_cmd_scan_code_cell(struct ibp_doc *doc,
				       const struct ibp_norm *norm,
				       unsigned *marks)
{
	if (norm->code_status == IBP_CODE_OFFICIAL)
		return ibp_cell_code(norm->code);
	*marks |= IBP_MARK_CODE;
	return ibp_cell_choice(
		norm->code,
		ibp_arena_printf(&doc->arena, CODE_FORMAT, norm->code));
}

static struct ibp_cell title_cell(struct ibp_doc *doc, const char *title,
				  enum ibp_title_status status, unsigned *marks)
{
	if (status != IBP_TITLE_WORKING)
		return ibp_cell_text(title);
	*marks |= IBP_MARK_TITLE;
	return ibp_cell_choice(
		title, ibp_arena_printf(&doc->arena, TITLE_FORMAT, title));
}

struct ibp_cell ibp_cmd_scan_title_cell(struct ibp_doc *doc,
					const struct ibp_norm *norm,
					unsigned *marks)
{
	return title_cell(doc, ibp_content_title(norm), norm->title_status,
			  marks);
}

struct ibp_cell ibp_cmd_scan_domain_title_cell(struct ibp_doc *doc,
					       const struct ibp_domain *domain,
					       unsigned *marks)
{
	return title_cell(doc, ibp_content_domain(domain), domain->title_status,
			  marks);
}

void ibp_cmd_scan_add_legend(struct ibp_doc *doc, unsigned marks)
{
	static const struct {
		unsigned mark;
		const char *text;
	} lines[] = {
		{IBP_MARK_TITLE,
		 N_("~ A working title: the official one is not known.")},
		{IBP_MARK_CODE, N_("? The code is not official.")},
		{IBP_MARK_DATE, N_("! The date has passed.")},
	};
	struct ibp_buf text = {0};

	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		if (marks & lines[i].mark)
			ibp_buf_addf(&text, "%s%s", text.length ? "\n" : "",
				     _(lines[i].text));
	if (text.length)
		ibp_doc_add_text(doc, text.data);
	ibp_buf_release(&text);
}

/* In the order of the columns. */
enum norm_column {
	CODE,
	DOMAIN,
	TITLE,
	SCORE,
	TARGET,
	STATUS,
	PRIORITY,
	OWNER,
	DUE,
	REASON,
	NOTE,
	EVIDENCE,
	PART,
	CODE_STATUS,
	TITLE_STATUS,
	LOOK_AGAIN
};

void ibp_cmd_scan_norm_columns(struct ibp_column columns[IBP_SCAN_NORM_COLUMNS])
{
	/* Short titles: at 80 columns the title of the norm needs its room. */
	const struct ibp_column made[IBP_SCAN_NORM_COLUMNS] = {
		[CODE] = {"code", _("Code"), IBP_CELL_CODE, 0, false},
		[DOMAIN] = {"domain", _("Domain"), IBP_CELL_CODE, IBP_ONLY_DATA,
			    false},
		[TITLE] = {"title", _("Title"), IBP_CELL_TEXT, 0, true},
		[SCORE] = {"score", _("Score"), IBP_CELL_SCORE, 0, false},
		[TARGET] = {"target", C_("column", "Target"), IBP_CELL_NUMBER,
			    0, false},
		[STATUS] = {"status", _("Status"), IBP_CELL_CHOICE,
			    IBP_WHEN_WIDE, false},
		[PRIORITY] = {"priority", _("Priority"), IBP_CELL_CHOICE,
			      IBP_ONLY_DATA, false},
		[OWNER] = {"owner", _("Owner"), IBP_CELL_TEXT, 0, true},
		[DUE] = {"due", C_("column", "Due"), IBP_CELL_DATE, 0, false},
		[REASON] = {"reason", _("Reason"), IBP_CELL_TEXT, IBP_ONLY_DATA,
			    true},
		[NOTE] = {"note", _("Note"), IBP_CELL_TEXT, IBP_ONLY_DATA,
			  true},
		[EVIDENCE] = {"evidence", C_("column", "Ev."), IBP_CELL_NUMBER,
			      IBP_WHEN_WIDE, false},
		[PART] = {"part", _("Part"), IBP_CELL_CODE, IBP_ONLY_DATA,
			  false},
		[CODE_STATUS] = {"code_status", _("Status of the code"),
				 IBP_CELL_CODE, IBP_ONLY_DATA, false},
		[TITLE_STATUS] = {"title_status", _("Status of the title"),
				  IBP_CELL_CODE, IBP_ONLY_DATA, false},
		[LOOK_AGAIN] = {"look_again", _("Look again"), IBP_CELL_BOOL,
				IBP_ONLY_DATA, false},
	};

	memcpy(columns, made, sizeof(made));
}

static struct ibp_cell field_cell(struct ibp_doc *doc,
				  const struct ibp_answer *answer,
				  const char *name)
{
	return ibp_cmd_value_cell(doc, ibp_field_find(ibp_norm_fields, name),
				  ibp_answer_value(answer, name));
}

void ibp_cmd_scan_norm_cells(struct ibp_doc *doc,
			     const struct ibp_cmd_scan *scan, size_t index,
			     struct ibp_cell cells[IBP_SCAN_NORM_COLUMNS],
			     unsigned *marks)
{
	const struct ibp_framework *framework = scan->framework;
	const struct ibp_norm *norm = &framework->norms[index];
	const struct ibp_domain *domain = &framework->domains[norm->domain];
	const struct ibp_answer *answer = &scan->assessment->answers[index];

	cells[CODE] = ibp_cmd_scan_code_cell(doc, norm, marks);
	cells[DOMAIN] = ibp_cell_code(domain->code);
	cells[TITLE] = ibp_cmd_scan_title_cell(doc, norm, marks);
	cells[SCORE] = ibp_cell_score(answer->score);
	cells[TARGET] = ibp_cell_number(
		ibp_assessment_target(framework, scan->assessment, index));
	cells[STATUS] = field_cell(doc, answer, "status");
	cells[PRIORITY] = field_cell(doc, answer, "priority");
	cells[OWNER] = ibp_cell_text(answer->owner);
	cells[DUE] = ibp_cell_date(answer->due);
	cells[REASON] = ibp_cell_text(answer->reason);
	cells[NOTE] = ibp_cell_text(answer->note);
	cells[EVIDENCE] = ibp_cell_number((long)answer->evidence_count);
	cells[PART] = ibp_cell_code(framework->parts[domain->part].code);
	cells[CODE_STATUS] =
		ibp_cell_code(ibp_code_status_word(norm->code_status));
	cells[TITLE_STATUS] =
		ibp_cell_code(ibp_title_status_word(norm->title_status));
	cells[LOOK_AGAIN] = ibp_cell_bool(answer->look_again);
}
