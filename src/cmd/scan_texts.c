/* texts import, list, rm: official texts of norms that the board may use. */
#include "cmd/scan.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cmd/words.h"
#include "exchange/csv_read.h"
#include "exchange/texts_csv.h"
#include "model/texts.h"
#include "model/yaml.h"
#include "report/doc.h"

static const struct ibp_field fields[] = {
	{.name = "version",
	 .label = N_("Version"),
	 .kind = IBP_FIELD_LINE,
	 .max = IBP_TEXT_NAME_MAX},
	{.name = "source",
	 .label = N_("Source"),
	 .kind = IBP_FIELD_LINE,
	 .max = IBP_TEXT_LINE_MAX},
	{.name = NULL},
};

/* The texts read, and what they stand beside. */
struct importing {
	struct ibp_texts *read;
	struct ibp_texts *kept;      /* those that lay there; may be NULL */
	struct ibp_framework *other; /* NULL: of the assessment */
	const struct ibp_framework *framework;
};

static void importing_release(struct importing *in)
{
	ibp_texts_free(in->read);
	ibp_texts_free(in->kept);
	ibp_framework_free(in->other);
}

static enum ibp_status open_version(struct ibp_run *run, const char *version,
				    struct importing *in, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	enum ibp_status status = IBP_OK;

	in->framework = scan->framework;
	if (version && strcmp(version, scan->framework->version) != 0)
		status = ibp_cmd_scan_framework(run, scan->framework->id,
						version, &in->other, err);
	if (in->other)
		in->framework = in->other;
	return status;
}

/* A file that is neither says so itself by its name. */
static enum ibp_status check_name(const char *file, struct ibp_error *err)
{
	static const char *const ends[] = {"csv", "txt",  "tsv",
					   "yml", "yaml", NULL};
	const char *dot = strrchr(file, '.');

	if (!dot || strchr(dot, '/'))
		return IBP_OK;
	for (size_t i = 0; ends[i]; i++)
		if (strcasecmp(dot + 1, ends[i]) == 0)
			return IBP_OK;
	return ibp_error_set(err, IBP_INPUT,
			     _("%s is no CSV and no YAML. Save the table as "
			       "CSV in your spreadsheet."),
			     file);
}

static enum ibp_status read_csv(struct ibp_run *run, const char *file,
				const struct ibp_buf *bytes,
				const char *version, struct importing *in,
				struct ibp_error *err)
{
	struct ibp_texts_csv read = {0};
	enum ibp_status status = open_version(run, version, in, err);

	if (!status)
		status = ibp_texts_csv_read(file, ibp_buf_text(bytes),
					    bytes->length, in->framework, &read,
					    err);
	if (!status && read.is_windows)
		ibp_run_say(run, _("The file was read as Windows-1252."));
	if (!status && read.unused.length)
		ibp_run_say(run, _("Columns that were not used: %s."),
			    read.unused.data);
	in->read = read.texts;
	read.texts = NULL;
	ibp_texts_csv_release(&read);
	return status;
}

static enum ibp_status read_yaml(struct ibp_run *run, const char *file,
				 const struct ibp_buf *bytes,
				 const char *version, struct importing *in,
				 struct ibp_error *err)
{
	enum ibp_status status = ibp_texts_parse(file, ibp_buf_text(bytes),
						 bytes->length, &in->read, err);

	return status ? status :
			open_version(run, version ? version : in->read->version,
				     in, err);
}

static enum ibp_status read_file(struct ibp_run *run,
				 const struct ibp_words *words,
				 struct importing *in, struct ibp_error *err)
{
	const char *path = words->plain[0];
	const char *file = strcmp(path, "-") == 0 ? _("standard input") : path;
	const char *version = ibp_words_value(words, "version");
	struct ibp_buf bytes = {0};
	enum ibp_status status = check_name(path, err);
	char *schema;

	if (!status)
		status = ibp_file_read(path, IBP_TEXTS_FILE_MAX, &bytes, err);
	if (!status) {
		schema = ibp_yaml_schema(ibp_buf_text(&bytes), bytes.length);
		status =
			schema || strstr(file, ".y") ?
				read_yaml(run, file, &bytes, version, in, err) :
				read_csv(run, file, &bytes, version, in, err);
		free(schema);
	}
	if (!status)
		status = ibp_texts_check(in->read, in->framework, err);
	ibp_buf_release(&bytes);
	return status;
}

static struct ibp_table *add_table(struct ibp_doc *doc, const char *title)
{
	const struct ibp_column columns[] = {
		{"code", _("Code"), IBP_CELL_CODE, 0, false},
		{"field", _("Field"), IBP_CELL_CHOICE, 0, false},
		{"text", _("Official text"), IBP_CELL_TEXT, 0, true},
	};

	return ibp_doc_add_table(doc, "texts", title, columns,
				 sizeof(columns) / sizeof(*columns));
}

static struct ibp_doc *make_doc(const char *schema, const char *title,
				const struct ibp_framework *framework,
				const struct ibp_texts *texts)
{
	struct ibp_doc *doc = ibp_doc_new(schema, NULL);
	struct ibp_table *table;

	ibp_doc_add_fact(doc, "framework", _("Framework"), 0,
			 ibp_cell_code(framework->id));
	ibp_doc_add_fact(doc, "version", _("Version"), 0,
			 ibp_cell_code(framework->version));
	ibp_doc_add_fact(doc, "source", _("Source"), 0,
			 ibp_cell_text(texts ? texts->source : NULL));
	table = add_table(doc, title);
	table->empty = _("The board has no official texts for this version. "
			 "`ibp-scan texts import FILE` brings them in.");
	for (size_t i = 0; texts && i < texts->count; i++)
		for (size_t f = 0; f < IBP_TEXTS_FIELDS; f++) {
			const char *text = *ibp_texts_at(&texts->items[i], f);
			struct ibp_cell cells[] = {
				ibp_cell_code(texts->items[i].code),
				ibp_cell_choice(ibp_texts_fields[f],
						_(ibp_texts_label(f))),
				ibp_cell_text(text),
			};

			if (text)
				ibp_doc_add_row(doc, table, cells);
		}
	return doc;
}

static enum ibp_status keep(struct ibp_run *run, struct importing *in,
			    struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const struct ibp_texts *all = in->read;
	enum ibp_status status = IBP_OK;
	char *path;

	if (in->kept) {
		ibp_texts_merge(in->kept, in->read);
		all = in->kept;
	}
	status = ibp_texts_save(scan->file.path, all, err);
	if (status)
		return status;
	path = ibp_texts_path(scan->file.path, in->framework->version);
	ibp_run_say(run,
		    ibp_ngettext("Official texts for %zu code are kept in %s. "
				 "`%s texts rm` takes them away.",
				 "Official texts for %zu codes are kept in "
				 "%s. `%s texts rm` takes them away.",
				 in->read->count),
		    in->read->count, path, run->tool->name);
	free(path);
	return IBP_OK;
}

static enum ibp_status import(struct ibp_run *run,
			      const struct ibp_words *words,
			      struct importing *in, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const char *source = ibp_words_value(words, "source");
	enum ibp_status status = read_file(run, words, in, err);

	if (!status && source)
		in->read->source = ibp_arena_strdup(&in->read->arena, source);
	if (!status)
		status = ibp_texts_load(scan->file.path, in->framework,
					&in->kept, err);
	if (!status && run->options.dry_run)
		return ibp_cmd_show(run,
				    make_doc("texts-import",
					     _("What would be shown"),
					     in->framework, in->read),
				    err);
	return status ? status : keep(run, in, err);
}

enum ibp_status ibp_cmd_scan_texts_import(struct ibp_run *run,
					  struct ibp_error *err)
{
	struct importing in = {0};
	struct ibp_words words = {0};
	enum ibp_status status = ibp_words_read(
		run, fields, ibp_cmd_scan_of(run)->file.today, &words, err);

	if (!status)
		status = ibp_words_count(run, &words, 1, 1, err);
	if (!status)
		status = import(run, &words, &in, err);
	importing_release(&in);
	ibp_words_release(&words);
	return status;
}

enum ibp_status ibp_cmd_scan_texts_list(struct ibp_run *run,
					struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_texts *texts = NULL;
	enum ibp_status status = ibp_words_none(run, err);

	if (!status)
		status = ibp_texts_load(scan->file.path, scan->framework,
					&texts, err);
	if (!status)
		status =
			ibp_cmd_show(run,
				     make_doc("texts-list", _("Official texts"),
					      scan->framework, texts),
				     err);
	ibp_texts_free(texts);
	return status;
}

/* Takes the item of CODE away; IBP_INPUT: there is none. */
static enum ibp_status drop(struct ibp_texts *texts, const char *code,
			    struct ibp_error *err)
{
	for (size_t i = 0; i < texts->count; i++) {
		if (strcasecmp(texts->items[i].code, code) != 0)
			continue;
		texts->count--;
		memmove(&texts->items[i], &texts->items[i + 1],
			(texts->count - i) * sizeof(*texts->items));
		return IBP_OK;
	}
	return ibp_error_set(err, IBP_INPUT,
			     _("There is no official text of \"%s\". `ibp-scan "
			       "texts list` lists them."),
			     code);
}

static enum ibp_status drop_all(struct ibp_run *run, struct ibp_texts *texts,
				struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	size_t before = texts->count;
	enum ibp_status status = IBP_OK;

	for (size_t i = 0; i < run->word_count && !status; i++)
		status = drop(texts, run->words[i], err);
	if (!run->word_count)
		texts->count = 0;
	if (!status && !run->options.dry_run)
		status = ibp_texts_save(scan->file.path, texts, err);
	before -= texts->count;
	if (!status)
		ibp_run_say(run,
			    run->options.dry_run ?
				    ibp_ngettext("Official texts of %zu code "
						 "would go.",
						 "Official texts of %zu codes "
						 "would go.",
						 before) :
				    ibp_ngettext("Official texts of %zu code "
						 "are gone; ours are shown "
						 "again.",
						 "Official texts of %zu codes "
						 "are gone; ours are shown "
						 "again.",
						 before),
			    before);
	return status;
}

enum ibp_status ibp_cmd_scan_texts_rm(struct ibp_run *run,
				      struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_texts *texts = NULL;
	enum ibp_status status =
		ibp_texts_load(scan->file.path, scan->framework, &texts, err);

	if (!status && texts)
		status = drop_all(run, texts, err);
	else if (!status)
		ibp_run_say(run, _("The board has no official texts for this "
				   "version."));
	ibp_texts_free(texts);
	return status;
}
