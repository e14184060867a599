#include "cmd/report_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cmd/cells.h"
#include "cmd/scan_rows.h"
#include "model/content.h"

#define ALL_PROFILES "board internal auditor"

const struct ibp_cmd_report_sheet ibp_cmd_report_sheets[] = {
	{{.key = "cover",
	  .name = NC_("sheet", "Cover"),
	  .title = N_("Information security and privacy: where the board "
		      "stands"),
	  .portrait = true},
	 NULL,
	 ALL_PROFILES,
	 ibp_cmd_report_add_cover,
	 0},
	{{.key = "summary",
	  .name = NC_("sheet", "Summary"),
	  .portrait = true,
	  .one_page = true},
	 N_("Where the board stands, the largest gaps and the decision asked"),
	 "board internal",
	 ibp_cmd_report_add_summary,
	 0},
	{{.key = "heatmap", .name = NC_("sheet", "Heat map")},
	 N_("How many norms of a domain are at which level, and norm by norm"),
	 "internal",
	 ibp_cmd_report_add_heat,
	 0},
	{{.key = "norms", .name = NC_("sheet", "Norms"), .freezes = true},
	 N_("Every norm with its score, target, owner, date and evidence"),
	 "internal auditor",
	 ibp_cmd_report_add_norms,
	 0},
	{{.key = "actions",
	  .name = NC_("sheet", "Action plan"),
	  .freezes = true},
	 N_("What is below its target, by priority and date"),
	 "internal",
	 ibp_cmd_report_add_actions,
	 0},
	{{.key = "trend", .name = NC_("sheet", "Trend")},
	 N_("The assessments one after the other"),
	 "board internal",
	 ibp_cmd_report_add_trend,
	 0},
	{{.key = "applications",
	  .name = NC_("sheet", "Applications"),
	  .freezes = true},
	 N_("Every application with its processing agreement and DPIA"),
	 "internal auditor",
	 ibp_cmd_report_add_applications,
	 IBP_CMD_NEEDS_LANDSCAPE},
	{{.key = "coverage", .name = NC_("sheet", "FORA"), .freezes = true},
	 N_("Which functions of FORA the applications serve, and the gaps"),
	 "internal",
	 ibp_cmd_report_add_coverage,
	 IBP_CMD_NEEDS_LANDSCAPE},
	{{.key = "evidence", .name = NC_("sheet", "Evidence"), .freezes = true},
	 N_("Every piece of evidence, and how sure one can be of it"),
	 "internal auditor",
	 ibp_cmd_report_add_evidence,
	 0},
	{{.key = "log", .name = NC_("sheet", "Log"), .freezes = true},
	 N_("Every change in the data file"),
	 "auditor",
	 ibp_cmd_report_add_log,
	 IBP_CMD_NEEDS_LOG},
	{{.key = "method",
	  .name = NC_("sheet", "Explanation"),
	  .portrait = true},
	 N_("The levels, how averages are made, and what does not apply"),
	 ALL_PROFILES,
	 ibp_cmd_report_add_method,
	 0},
	{{.key = "meta", .name = "_meta", .hidden = true},
	 NULL,
	 ALL_PROFILES,
	 ibp_cmd_report_add_meta,
	 0},
	{{.key = NULL}, NULL, NULL, NULL, 0},
};

static bool has_word(const char *list, const char *word, size_t length,
		     char between)
{
	for (const char *at = list; at && *at;) {
		size_t size = strcspn(at, (char[]){between, '\0'});

		if (size == length && strncmp(at, word, length) == 0)
			return true;
		at += size + (at[size] != '\0');
	}
	return false;
}

static enum ibp_status check_profile(const char *profile, struct ibp_error *err)
{
	if (has_word(ALL_PROFILES, profile, strlen(profile), ' '))
		return IBP_OK;
	return ibp_error_set(err, IBP_USAGE,
			     _("There is no profile `%s`: choose board, "
			       "internal or auditor."),
			     profile);
}

static enum ibp_status unknown_sheet(const char *word, struct ibp_error *err)
{
	const char *names[32] = {NULL};
	struct ibp_buf list = {0};
	const char *near;
	size_t count = 0;

	for (const struct ibp_cmd_report_sheet *at = ibp_cmd_report_sheets;
	     at->sheet.key; at++) {
		if (at->sheet.hidden)
			continue;
		names[count++] = at->sheet.key;
		ibp_buf_addf(&list, "%s%s", list.length ? ", " : "",
			     at->sheet.key);
	}
	near = ibp_text_nearest(word, names);
	if (near)
		ibp_error_set(err, IBP_USAGE,
			      _("There is no sheet `%s`. Did you mean `%s`?"),
			      word, near);
	else
		ibp_error_set(err, IBP_USAGE,
			      _("There is no sheet `%s`. The sheets are %s."),
			      word, ibp_buf_text(&list));
	ibp_buf_release(&list);
	return IBP_USAGE;
}

static enum ibp_status check_list(const char *list, struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;

	for (const char *at = list; !status && at && *at;) {
		size_t length = strcspn(at, ",");
		bool known = false;

		for (const struct ibp_cmd_report_sheet *s =
			     ibp_cmd_report_sheets;
		     s->sheet.key; s++)
			if (!s->sheet.hidden &&
			    has_word(s->sheet.key, at, length, ','))
				known = true;
		if (!known) {
			char *word = ibp_strndup(at, length);

			status = unknown_sheet(word, err);
			free(word);
		}
		at += length + (at[length] == ',');
	}
	return status;
}

enum ibp_status ibp_cmd_report_choose(const char *profile, const char *list,
				      unsigned *sheets, struct ibp_error *err)
{
	enum ibp_status status = check_profile(profile, err);
	unsigned chosen = 0;

	if (!status)
		status = check_list(list, err);
	if (status)
		return status;
	for (unsigned i = 0; ibp_cmd_report_sheets[i].sheet.key; i++) {
		const struct ibp_cmd_report_sheet *at =
			&ibp_cmd_report_sheets[i];
		const char *key = at->sheet.key;
		bool wanted = list && !at->sheet.hidden ?
				      has_word(list, key, strlen(key), ',') :
				      has_word(at->profiles, profile,
					       strlen(profile), ' ');

		if (wanted)
			chosen |= 1U << i;
	}
	*sheets = chosen;
	return IBP_OK;
}

void ibp_cmd_report_set_properties(struct ibp_cmd_report *report)
{
	struct ibp_doc *doc = report->doc;
	const struct ibp_framework *framework = report->scan->framework;

	doc->properties = (struct ibp_doc_properties){
		.subject =
			ibp_content(framework->id, "title", framework->title),
		.author = "ibp-report",
		.company = ibp_cmd_report_name(report),
		.keywords = ibp_arena_printf(&doc->arena, "%s %s",
					     framework->id, framework->version),
		.created = report->now,
		.footer = ibp_cmd_report_name(report),
	};
}

void ibp_cmd_report_write(struct ibp_cmd_report *report)
{
	report->doc = ibp_doc_new("report", ibp_cmd_report_name(report));
	ibp_cmd_report_set_properties(report);
	for (unsigned i = 0; ibp_cmd_report_sheets[i].sheet.key; i++) {
		struct ibp_sheet sheet = ibp_cmd_report_sheets[i].sheet;

		if (!(report->sheets & 1U << i))
			continue;
		if (!sheet.hidden)
			sheet.name = ibp_pgettext_expr(IBP_DOMAIN, "sheet",
						       sheet.name);
		if (sheet.title)
			sheet.title = _(sheet.title);
		ibp_doc_add_sheet(report->doc, &sheet);
		ibp_cmd_report_sheets[i].add(report);
	}
}

const char *ibp_cmd_report_name(const struct ibp_cmd_report *report)
{
	return report->anonymous ? _("A school board") :
				   report->scan->board.name;
}

const char *ibp_cmd_report_point_name(const struct ibp_cmd_report *report,
				      const struct ibp_cmd_report_point *point)
{
	if (!report->anonymous)
		return point->info.name;
	return ibp_arena_printf(&report->doc->arena, _("Assessment %zu"),
				(size_t)(point - report->points) + 1);
}

struct ibp_cell ibp_cmd_report_role_cell(const struct ibp_cmd_report *report,
					 const char *who)
{
	const struct ibp_strings *roles = &report->scan->framework->roles;

	if (!who || !report->anonymous)
		return ibp_cell_text(who);
	for (size_t i = 0; i < roles->count; i++)
		if (ibp_text_equal(roles->items[i], who))
			return ibp_cell_text(who);
	return ibp_cell_text(_("(left out)"));
}

struct ibp_cell ibp_cmd_report_text_cell(const struct ibp_cmd_report *report,
					 const char *text)
{
	if (text && report->anonymous)
		return ibp_cell_text(_("(left out)"));
	return ibp_cell_text(text);
}

struct ibp_cell ibp_cmd_report_lowest_cell(const struct ibp_total *total)
{
	return ibp_cell_score(total->lowest);
}

struct ibp_cell ibp_cmd_report_domain_cell(struct ibp_cmd_report *report,
					   const struct ibp_domain *domain)
{
	struct ibp_doc *doc = report->doc;
	struct ibp_cell cell =
		ibp_cmd_scan_domain_title_cell(doc, domain, &report->marks);

	return ibp_cell_text(
		ibp_arena_printf(&doc->arena, "%s %s", domain->code,
				 cell.label ? cell.label : cell.text));
}

int ibp_cmd_report_gap(const struct ibp_cmd_report *report, size_t index)
{
	const struct ibp_cmd_scan *scan = report->scan;
	int score = scan->assessment->answers[index].score;
	int target =
		ibp_assessment_target(scan->framework, scan->assessment, index);

	return score > 0 && score < target ? target - score : 0;
}

struct ibp_cell ibp_cmd_report_value_cell(struct ibp_cmd_report *report,
					  const char *field, const char *value)
{
	return ibp_cmd_value_cell(
		report->doc, ibp_field_find(ibp_norm_fields, field), value);
}

void ibp_cmd_report_add_legend(struct ibp_cmd_report *report)
{
	ibp_cmd_scan_add_legend(report->doc, report->marks);
	report->marks = 0;
}
