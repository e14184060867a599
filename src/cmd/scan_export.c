/* export: the assessment in a form for other programs and people. */
#include "cmd/scan.h"

#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cmd/scan_rows.h"
#include "cmd/words.h"
#include "exchange/norm_columns.h"
#include "model/content.h"
#include "report/ics.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* ---- JSON and CSV: everything, to be read again -------------------------- */

static struct ibp_cell value_cell(struct ibp_doc *doc,
				  const struct ibp_field *field,
				  const char *value)
{
	if (field->kind == IBP_FIELD_SCORE)
		return ibp_cell_score(ibp_score_value(value));
	if (field->kind == IBP_FIELD_LEVEL && value)
		return ibp_cell_number(ibp_score_value(value));
	return ibp_cmd_value_cell(doc, field, value);
}

/* As import reads it: the fields a person fills in, nothing numbered. */
static struct ibp_cell evidence_record(struct ibp_doc *doc,
				       const struct ibp_evidence *evidence)
{
	const char *keys[8];
	struct ibp_cell cells[COUNT(keys)];
	size_t count = 0;

	for (const struct ibp_field *field = ibp_evidence_fields; field->name;
	     field++) {
		if (field->internal)
			continue;
		keys[count] = field->name;
		cells[count++] = ibp_cell_text(
			ibp_evidence_value(evidence, field->name));
	}
	return ibp_cell_record(doc, keys, cells, count);
}

static struct ibp_cell evidence_cell(struct ibp_doc *doc,
				     const struct ibp_answer *answer)
{
	size_t count = answer->evidence_count;
	struct ibp_cell *cells =
		ibp_arena_alloc(&doc->arena, count * sizeof(*cells));

	for (size_t i = 0; i < count; i++)
		cells[i] = evidence_record(doc, &answer->evidence[i]);
	return ibp_cell_list(doc, cells, count);
}

/* What a column holds that is no field of the norm's state. */
static struct ibp_cell derived_cell(struct ibp_doc *doc,
				    const struct ibp_cmd_scan *scan,
				    size_t index, const char *name)
{
	const struct ibp_norm *norm = &scan->framework->norms[index];
	const struct ibp_domain *domain =
		&scan->framework->domains[norm->domain];
	const struct {
		const char *name;
		struct ibp_cell cell;
	} cells[] = {
		{"code", ibp_cell_code(norm->code)},
		{"domain", ibp_cell_code(domain->code)},
		{"title", ibp_cell_text(ibp_content_title(norm))},
		{"evidence",
		 evidence_cell(doc, &scan->assessment->answers[index])},
		{"code_status",
		 ibp_cell_code(ibp_code_status_word(norm->code_status))},
		{"title_status",
		 ibp_cell_code(ibp_title_status_word(norm->title_status))},
	};

	for (size_t i = 0; i < COUNT(cells); i++)
		if (strcmp(cells[i].name, name) == 0)
			return cells[i].cell;
	return ibp_cell_none();
}

static void add_norm(struct ibp_doc *doc, struct ibp_table *table,
		     const struct ibp_cmd_scan *scan, size_t index)
{
	const struct ibp_answer *answer = &scan->assessment->answers[index];
	struct ibp_cell cells[IBP_NORM_COLUMNS];

	for (size_t i = 0; i < IBP_NORM_COLUMNS; i++) {
		const struct ibp_field *field = ibp_norm_column_field(i);

		cells[i] = field ? value_cell(doc, field,
					      ibp_answer_value(answer,
							       field->name)) :
				   derived_cell(doc, scan, index,
						ibp_norm_columns[i].name);
	}
	ibp_doc_add_row(doc, table, cells);
}

/* Evidence is too much for a table. */
static void fill_columns(struct ibp_column columns[IBP_NORM_COLUMNS])
{
	for (size_t i = 0; i < IBP_NORM_COLUMNS; i++) {
		const char *name = ibp_norm_columns[i].name;
		bool deep = strcmp(name, "evidence") == 0;

		columns[i] = (struct ibp_column){
			.key = name,
			.title = name,
			.type = deep ? IBP_CELL_LIST : IBP_CELL_TEXT,
			.place = deep ? IBP_ONLY_JSON : 0,
		};
	}
}

static void add_head(struct ibp_doc *doc, const struct ibp_cmd_scan *scan)
{
	ibp_doc_add_fact(doc, "board", _("Board"), 0,
			 ibp_cell_text(scan->board.name));
	ibp_doc_add_fact(doc, "sector", _("Sector"), IBP_ONLY_DATA,
			 ibp_cell_code(scan->board.sector));
	ibp_doc_add_fact(doc, "assessment", _("Assessment"), 0,
			 ibp_cell_text(scan->info.name));
	ibp_doc_add_fact(doc, "framework", _("Framework"), 0,
			 ibp_cell_code(scan->framework->id));
	ibp_doc_add_fact(doc, "version", _("Version"), 0,
			 ibp_cell_code(scan->framework->version));
}

static struct ibp_doc *data_doc(const struct ibp_cmd_scan *scan)
{
	struct ibp_column columns[IBP_NORM_COLUMNS];
	struct ibp_doc *doc = ibp_doc_new("export", NULL);
	struct ibp_table *table;

	add_head(doc, scan);
	fill_columns(columns);
	table = ibp_doc_add_table(doc, "norms", NULL, columns, COUNT(columns));
	for (size_t i = 0; i < scan->framework->norm_count; i++)
		add_norm(doc, table, scan, i);
	return doc;
}

/* ---- Markdown: a report to read, by domain ------------------------------- */

static struct ibp_cell labelled(struct ibp_doc *doc,
				const struct ibp_answer *answer,
				const char *name)
{
	return ibp_cmd_value_cell(doc, ibp_field_find(ibp_norm_fields, name),
				  ibp_answer_value(answer, name));
}

static struct ibp_cell titles_cell(struct ibp_doc *doc,
				   const struct ibp_answer *answer)
{
	size_t count = answer->evidence_count;
	const char **titles =
		ibp_arena_alloc(&doc->arena, count * sizeof(*titles));

	for (size_t i = 0; i < count; i++)
		titles[i] = answer->evidence[i].title;
	return count ? ibp_cell_texts(doc, titles, count) : ibp_cell_none();
}

/* The reason and the note, one under the other. */
static struct ibp_cell remarks_cell(struct ibp_doc *doc,
				    const struct ibp_answer *answer)
{
	if (answer->reason && answer->note)
		return ibp_cell_text(ibp_arena_printf(
			&doc->arena, "%s\n%s", answer->reason, answer->note));
	return ibp_cell_text(answer->reason ? answer->reason : answer->note);
}

static void add_domain(struct ibp_doc *doc, const struct ibp_cmd_scan *scan,
		       const struct ibp_domain *domain, unsigned *marks)
{
	const struct ibp_column columns[] = {
		{"code", _("Code"), IBP_CELL_CODE, 0, false},
		{"title", _("Title"), IBP_CELL_TEXT, 0, true},
		{"score", _("Score"), IBP_CELL_SCORE, 0, false},
		{"target", C_("column", "Target"), IBP_CELL_NUMBER, 0, false},
		{"status", _("Status"), IBP_CELL_CHOICE, 0, false},
		{"priority", C_("column", "Priority"), IBP_CELL_CHOICE, 0,
		 false},
		{"owner", _("Owner"), IBP_CELL_TEXT, 0, true},
		{"due", C_("column", "Due"), IBP_CELL_DATE, 0, false},
		{"remarks", _("Remarks"), IBP_CELL_TEXT, 0, true},
		{"evidence", _("Evidence"), IBP_CELL_LIST, 0, true},
	};
	const char *title = ibp_arena_printf(&doc->arena, "%s %s", domain->code,
					     ibp_content_domain(domain));
	struct ibp_table *table =
		ibp_doc_add_table(doc, NULL, title, columns, COUNT(columns));

	for (size_t i = 0; i < domain->norm_count; i++) {
		size_t index = domain->first_norm + i;
		const struct ibp_norm *norm = &scan->framework->norms[index];
		const struct ibp_answer *answer =
			&scan->assessment->answers[index];
		struct ibp_cell cells[] = {
			ibp_cmd_scan_code_cell(doc, norm, marks),
			ibp_cmd_scan_title_cell(doc, norm, marks),
			ibp_cell_score(answer->score),
			ibp_cell_number(ibp_assessment_target(
				scan->framework, scan->assessment, index)),
			labelled(doc, answer, "status"),
			labelled(doc, answer, "priority"),
			ibp_cell_text(answer->owner),
			ibp_cell_date(answer->due),
			remarks_cell(doc, answer),
			titles_cell(doc, answer),
		};

		ibp_doc_add_row(doc, table, cells);
	}
}

static struct ibp_doc *markdown_doc(const struct ibp_cmd_scan *scan)
{
	const struct ibp_framework *framework = scan->framework;
	struct ibp_doc *doc = ibp_doc_new("export", framework->title);
	unsigned marks = 0;

	add_head(doc, scan);
	for (size_t i = 0; i < framework->domain_count; i++)
		add_domain(doc, scan, &framework->domains[i], &marks);
	ibp_cmd_scan_add_legend(doc, marks);
	return doc;
}

/* ---- A calendar of due dates --------------------------------------------- */

static void add_line(struct ibp_buf *text, const char *label, const char *value)
{
	if (value)
		ibp_buf_addf(text, "%s%s: %s", text->length ? "\n" : "", label,
			     value);
}

static void add_event(struct ibp_buf *out, const struct ibp_cmd_scan *scan,
		      size_t index, const char *now)
{
	const struct ibp_norm *norm = &scan->framework->norms[index];
	const struct ibp_answer *answer = &scan->assessment->answers[index];
	int target =
		ibp_assessment_target(scan->framework, scan->assessment, index);
	struct ibp_buf key = {0};
	struct ibp_buf summary = {0};
	struct ibp_buf text = {0};
	struct ibp_ics_event event;

	ibp_buf_addf(&key, "%s/%s/%s", scan->board.name, scan->info.name,
		     norm->code);
	ibp_buf_addf(&summary, "%s %s", norm->code, ibp_content_title(norm));
	add_line(&text, _("Score"), ibp_score_text(answer->score));
	add_line(&text, C_("column", "Target"), ibp_score_text(target));
	add_line(&text, _("Owner"), answer->owner);
	event = (struct ibp_ics_event){.key = key.data,
				       .date = answer->due,
				       .summary = summary.data,
				       .description = text.data};
	ibp_ics_add(out, &event, now);
	ibp_buf_release(&text);
	ibp_buf_release(&summary);
	ibp_buf_release(&key);
}

/* What is done needs no reminder. */
static bool is_due(const struct ibp_answer *answer)
{
	return answer->due && !ibp_text_equal(answer->status, "done");
}

static enum ibp_status export_calendar(struct ibp_run *run,
				       struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const struct ibp_assessment *assessment = scan->assessment;
	char now[IBP_TIME_SIZE];
	struct ibp_buf out = {0};
	enum ibp_status status;
	size_t count = 0;

	ibp_time_now(now);
	ibp_ics_begin(&out, scan->board.name);
	for (size_t i = 0; i < assessment->answer_count; i++) {
		if (!is_due(&assessment->answers[i]))
			continue;
		add_event(&out, scan, i, now);
		count++;
	}
	ibp_ics_end(&out);
	if (count)
		status = ibp_run_write(run, &out, err);
	else
		status = ibp_error_set(
			err, IBP_FOUND,
			_("No norm has a due date, so there is no calendar to "
			  "make. Give one with `%s set CODE due=2027-06-30`."),
			run->tool->name);
	ibp_buf_release(&out);
	return status;
}

/* ---- The command --------------------------------------------------------- */

/* --format, else what the name of the file says; NULL: neither. */
static const char *format_of(const struct ibp_run *run)
{
	const char *output = run->options.output;
	const char *dot = output ? strrchr(output, '.') : NULL;

	if (run->options.format)
		return run->options.format;
	if (run->options.json)
		return "json";
	return dot ? dot + 1 : NULL;
}

static enum ibp_status export_doc(struct ibp_run *run, const char *format,
				  struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const char *kept = run->options.format;
	enum ibp_status status;

	run->options.format = format;
	status = ibp_cmd_show(run,
			      strcmp(format, "md") == 0 ? markdown_doc(scan) :
							  data_doc(scan),
			      err);
	run->options.format = kept;
	return status;
}

static void say_done(struct ibp_run *run)
{
	const char *output = run->options.output;

	if (output && strcmp(output, "-") != 0)
		ibp_run_say(run, _("%s is written."), output);
}

enum ibp_status ibp_cmd_scan_export(struct ibp_run *run, struct ibp_error *err)
{
	static const char *const formats[] = {"json", "csv", "md", NULL};
	const char *format = format_of(run);
	enum ibp_status status = ibp_words_none(run, err);
	size_t i = 0;

	if (status)
		return status;
	if (!format)
		return ibp_error_set(err, IBP_USAGE,
				     _("Say which form with --format: json, "
				       "csv, md, ics or oscal."));
	while (formats[i] && strcasecmp(formats[i], format) != 0)
		i++;
	if (formats[i])
		status = export_doc(run, formats[i], err);
	else if (strcasecmp(format, "ics") == 0)
		status = export_calendar(run, err);
	else if (strcasecmp(format, "oscal") == 0)
		return ibp_cmd_scan_export_oscal(run, err);
	else
		return ibp_error_set(err, IBP_USAGE,
				     _("There is no form `%s` to export: "
				       "choose json, csv, md, ics or oscal."),
				     format);
	if (!status)
		say_done(run);
	return status;
}
