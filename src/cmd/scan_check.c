/* check: what is wrong, and what could be better. */
#include "cmd/scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cmd/words.h"
#include "core/check.h"
#include "report/doc.h"

#define RULES_MAX 64

/* Whether CODE is one of the words, separated by commas, of LIST. */
static bool is_listed(const char *list, const char *code)
{
	size_t length = strlen(code);

	for (; list; list = strchr(list, ',')) {
		list += *list == ',';
		if (strncmp(list, code, length) == 0 &&
		    (list[length] == ',' || !list[length]))
			return true;
	}
	return false;
}

static enum ibp_status unknown_rule(const char *code, struct ibp_error *err)
{
	const char *codes[RULES_MAX + 1] = {NULL};
	const char *nearest;

	for (size_t i = 0; i < RULES_MAX && ibp_check_rules[i].code; i++)
		codes[i] = ibp_check_rules[i].code;
	nearest = ibp_text_nearest(code, codes);
	if (nearest)
		return ibp_error_set(err, IBP_USAGE,
				     _("There is no check \"%s\". Did you mean "
				       "\"%s\"?"),
				     code, nearest);
	return ibp_error_set(err, IBP_USAGE, _("There is no check \"%s\"."),
			     code);
}

static enum ibp_status check_list(const char *list, struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;

	while (list && *list && !status) {
		size_t length = strcspn(list, ",");
		char *code = ibp_strndup(list, length);

		if (!ibp_check_rule_find(code))
			status = unknown_rule(code, err);
		free(code);
		list += length + (list[length] == ',');
	}
	return status;
}

/* The rules to leave out, ending with NULL. */
static void choose_rules(const struct ibp_options *options,
			 const char *off[RULES_MAX + 1])
{
	size_t count = 0;

	for (size_t i = 0; i < RULES_MAX && ibp_check_rules[i].code; i++) {
		const struct ibp_check_rule *rule = &ibp_check_rules[i];
		bool out = rule->optional;

		if (is_listed(options->on, rule->code))
			out = false;
		if (is_listed(options->off, rule->code))
			out = true;
		if (out)
			off[count++] = rule->code;
	}
	off[count] = NULL;
}

static bool is_off(const char *const *off, const char *code)
{
	for (; *off; off++)
		if (strcmp(*off, code) == 0)
			return true;
	return false;
}

static const char *severity_label(enum ibp_severity severity)
{
	return severity == IBP_FAULT ? _("Fault") : _("Advice");
}

static void add_data(struct ibp_doc *doc, const struct ibp_findings *findings,
		     const char *const *off)
{
	const struct ibp_column columns[] = {
		{"code", _("Check"), IBP_CELL_CODE, 0, false},
		{"severity", _("Severity"), IBP_CELL_CODE, 0, false},
		{"norm", _("Norm"), IBP_CELL_CODE, 0, false},
		{"message", _("Finding"), IBP_CELL_TEXT, 0, true},
		{"remedy", _("Remedy"), IBP_CELL_TEXT, 0, true},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "check", NULL, columns,
				  sizeof(columns) / sizeof(*columns));

	table->place = IBP_ONLY_DATA;
	for (size_t i = 0; i < findings->count; i++) {
		const struct ibp_finding *f = &findings->items[i];
		struct ibp_cell cells[] = {
			ibp_cell_code(f->rule->code),
			ibp_cell_code(f->rule->severity == IBP_FAULT ?
					      "fault" :
					      "advice"),
			ibp_cell_code(f->norm),
			ibp_cell_text(f->message),
			ibp_cell_text(_(f->rule->remedy)),
		};

		if (!is_off(off, f->rule->code))
			ibp_doc_add_row(doc, table, cells);
	}
}

/* All findings of one rule together: many norms share the same words. */
static size_t add_rule(struct ibp_doc *doc, const struct ibp_check_rule *rule,
		       const struct ibp_findings *findings)
{
	const char *message = NULL;
	struct ibp_buf norms = {0};
	struct ibp_buf line = {0};
	size_t count = 0;

	for (size_t i = 0; i < findings->count; i++) {
		const struct ibp_finding *f = &findings->items[i];

		if (f->rule != rule)
			continue;
		count++;
		message = f->message;
		if (f->norm)
			ibp_buf_addf(&norms, "%s%s", norms.length ? ", " : "",
				     f->norm);
	}
	if (count) {
		ibp_buf_addf(&line, "%s: %s (%zu)",
			     severity_label(rule->severity), rule->code, count);
		ibp_doc_add_heading(doc, ibp_buf_text(&line));
		ibp_buf_cut(&line, 0);
		ibp_buf_addf(&line, "%s %s", message, _(rule->remedy));
		if (norms.length)
			ibp_buf_addf(&line, "\n%s.", norms.data);
		ibp_doc_add_text(doc, ibp_buf_text(&line));
	}
	ibp_buf_release(&line);
	ibp_buf_release(&norms);
	return count;
}

/* Returns whether something was found that makes the status 1. */
static bool add_people(struct ibp_doc *doc, const struct ibp_findings *findings,
		       const char *const *off, bool strict)
{
	size_t counts[2] = {0, 0};

	for (const struct ibp_check_rule *r = ibp_check_rules; r->code; r++)
		if (!is_off(off, r->code))
			counts[r->severity] += add_rule(doc, r, findings);
	if (!counts[IBP_FAULT] && !counts[IBP_ADVICE])
		ibp_doc_add_text(doc, _("No faults and no advice."));
	else if (!counts[IBP_FAULT])
		ibp_doc_add_text(doc, _("No faults."));
	return counts[IBP_FAULT] || (strict && counts[IBP_ADVICE]);
}

static enum ibp_status check(struct ibp_run *run, const char *const *off,
			     struct ibp_findings *findings,
			     struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	enum ibp_status status =
		ibp_store_check(scan->file.store, findings, err);
	struct ibp_doc *doc;
	bool found;

	if (status)
		return status;
	ibp_check(scan->framework, scan->assessment, scan->file.today, off,
		  findings);
	doc = ibp_doc_new("check", NULL);
	add_data(doc, findings, off);
	found = add_people(doc, findings, off, run->options.strict);
	status = ibp_cmd_show(run, doc, err);
	return status || !found ? status : IBP_FOUND;
}

enum ibp_status ibp_cmd_scan_check(struct ibp_run *run, struct ibp_error *err)
{
	const char *off[RULES_MAX + 1];
	struct ibp_findings findings = {0};
	enum ibp_status status = ibp_words_none(run, err);

	if (!status)
		status = check_list(run->options.off, err);
	if (!status)
		status = check_list(run->options.on, err);
	if (!status) {
		choose_rules(&run->options, off);
		status = check(run, off, &findings, err);
	}
	ibp_findings_release(&findings);
	return status;
}
