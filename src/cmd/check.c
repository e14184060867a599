/* Rules that are switched off, and what the others found. */
#include "cmd/check.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "report/doc.h"

#define RULES_MAX 64

/* ---- Which rules are off ------------------------------------------------- */

static enum ibp_status unknown_rule(const struct ibp_check_rule *rules,
				    const char *code, struct ibp_error *err)
{
	const char *codes[RULES_MAX + 1] = {NULL};
	const char *nearest;

	for (size_t i = 0; i < RULES_MAX && rules[i].code; i++)
		codes[i] = rules[i].code;
	nearest = ibp_text_nearest(code, codes);
	if (nearest)
		return ibp_error_set(err, IBP_USAGE,
				     _("There is no check \"%s\". Did you mean "
				       "\"%s\"?"),
				     code, nearest);
	return ibp_error_set(err, IBP_USAGE, _("There is no check \"%s\"."),
			     code);
}

/* The rules in LIST, "a,b", as bits. */
static enum ibp_status read_list(const struct ibp_check_rule *rules,
				 const char *list, uint64_t *bits,
				 struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;

	*bits = 0;
	while (list && *list && !status) {
		size_t length = strcspn(list, ",");
		char *code = ibp_strndup(list, length);
		const struct ibp_check_rule *rule =
			ibp_check_rule_find(rules, code);

		if (rule)
			*bits |= (uint64_t)1 << (rule - rules);
		else
			status = unknown_rule(rules, code, err);
		free(code);
		list += length + (list[length] == ',');
	}
	return status;
}

enum ibp_store_mode ibp_cmd_check_mode(const struct ibp_run *run)
{
	const struct ibp_options *options = &run->options;

	return (options->off || options->on) && !options->dry_run ?
		       IBP_STORE_WRITE :
		       IBP_STORE_READ;
}

static enum ibp_status remember(struct ibp_run *run,
				const struct ibp_cmd_check *check, uint64_t off,
				struct ibp_error *err)
{
	struct ibp_cmd_file *file = ibp_cmd_file_of(run);
	struct ibp_changes changes = {0};
	struct ibp_buf setting = {0};
	enum ibp_status status;

	ibp_check_write_off(check->rules, off, &setting);
	ibp_changes_add(&changes, IBP_SUBJECT_SETTING, 0, check->setting,
			"value", NULL, setting.length ? setting.data : NULL);
	status = ibp_store_apply(file->store, changes.items, changes.count,
				 NULL, err);
	ibp_buf_release(&setting);
	ibp_changes_release(&changes);
	return status;
}

enum ibp_status ibp_cmd_check_choose(struct ibp_run *run,
				     const struct ibp_cmd_check *check,
				     uint64_t *off, struct ibp_error *err)
{
	struct ibp_cmd_file *file = ibp_cmd_file_of(run);
	char *setting = NULL;
	uint64_t out;
	uint64_t in;
	enum ibp_status status =
		read_list(check->rules, run->options.off, &out, err);

	if (!status)
		status = read_list(check->rules, run->options.on, &in, err);
	if (!status)
		status = ibp_store_setting(file->store, check->setting,
					   &setting, err);
	if (status)
		return status;
	*off = (ibp_check_read_off(check->rules, setting) & ~in) | out;
	free(setting);
	return (out || in) && !run->options.dry_run ?
		       remember(run, check, *off, err) :
		       IBP_OK;
}

/* ---- What was found ------------------------------------------------------ */

static const char *severity_label(enum ibp_severity severity)
{
	return severity == IBP_FAULT ? _("Fault") : _("Advice");
}

static void add_data(struct ibp_doc *doc, const struct ibp_cmd_check *check,
		     const struct ibp_findings *findings, uint64_t off)
{
	const struct ibp_column columns[] = {
		{"code", _("Check"), IBP_CELL_CODE, 0, false},
		{"severity", _("Severity"), IBP_CELL_CODE, 0, false},
		{check->key, _(check->label), IBP_CELL_CODE, 0, false},
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
			ibp_cell_code(f->subject),
			ibp_cell_text(f->message),
			ibp_cell_text(_(f->rule->remedy)),
		};

		if (!ibp_check_is_off(check->rules, off, f->rule))
			ibp_doc_add_row(doc, table, cells);
	}
}

/* All findings of one rule together: many subjects share the same words. */
static size_t add_rule(struct ibp_doc *doc, const struct ibp_check_rule *rule,
		       const struct ibp_findings *findings)
{
	const char *message = NULL;
	struct ibp_buf subjects = {0};
	struct ibp_buf line = {0};
	size_t count = 0;

	for (size_t i = 0; i < findings->count; i++) {
		const struct ibp_finding *f = &findings->items[i];

		if (f->rule != rule)
			continue;
		count++;
		message = f->message;
		if (f->subject)
			ibp_buf_addf(&subjects, "%s%s",
				     subjects.length ? ", " : "", f->subject);
	}
	if (count) {
		ibp_buf_addf(&line, "%s: %s (%zu)",
			     severity_label(rule->severity), rule->code, count);
		ibp_doc_add_heading(doc, ibp_buf_text(&line));
		ibp_buf_cut(&line, 0);
		ibp_buf_addf(&line, "%s %s", message, _(rule->remedy));
		if (subjects.length)
			ibp_buf_addf(&line, "\n%s.", subjects.data);
		ibp_doc_add_text(doc, ibp_buf_text(&line));
	}
	ibp_buf_release(&line);
	ibp_buf_release(&subjects);
	return count;
}

/* Returns whether something was found that makes the status 1. */
static bool add_people(struct ibp_doc *doc, const struct ibp_cmd_check *check,
		       const struct ibp_findings *findings, uint64_t off,
		       bool strict)
{
	size_t counts[2] = {0, 0};

	for (const struct ibp_check_rule *r = check->rules; r->code; r++)
		if (!ibp_check_is_off(check->rules, off, r))
			counts[r->severity] += add_rule(doc, r, findings);
	if (!counts[IBP_FAULT] && !counts[IBP_ADVICE])
		ibp_doc_add_text(doc, _("No faults and no advice."));
	else if (!counts[IBP_FAULT])
		ibp_doc_add_text(doc, _("No faults."));
	return counts[IBP_FAULT] || (strict && counts[IBP_ADVICE]);
}

/* Who switched a rule off must see that it is. */
static void add_off(struct ibp_run *run, struct ibp_doc *doc,
		    const struct ibp_cmd_check *check, uint64_t off)
{
	struct ibp_cell cells[RULES_MAX] = {ibp_cell_none()};
	struct ibp_buf codes = {0};
	size_t count = 0;

	for (const struct ibp_check_rule *r = check->rules; r->code; r++) {
		if (!ibp_check_is_off(check->rules, off, r))
			continue;
		cells[count++] = ibp_cell_code(r->code);
		ibp_buf_addf(&codes, "%s%s", codes.length ? ", " : "", r->code);
	}
	ibp_doc_add_fact(doc, "off", NULL, IBP_ONLY_JSON,
			 ibp_cell_list(doc, cells, count));
	if (count)
		ibp_doc_add_text(
			doc, ibp_arena_printf(&doc->arena,
					      _("Off: %s. `%s check --on=RULE` "
						"switches a rule on."),
					      codes.data, run->tool->name));
	ibp_buf_release(&codes);
}

enum ibp_status ibp_cmd_check_show(struct ibp_run *run,
				   const struct ibp_cmd_check *check,
				   const struct ibp_findings *findings,
				   uint64_t off, struct ibp_error *err)
{
	struct ibp_doc *doc = ibp_doc_new("check", NULL);
	enum ibp_status status;
	bool found;

	add_data(doc, check, findings, off);
	found = add_people(doc, check, findings, off, run->options.strict);
	add_off(run, doc, check, off);
	status = ibp_cmd_show(run, doc, err);
	return status || !found ? status : IBP_FOUND;
}
