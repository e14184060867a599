/* norms: the framework, one norm with its levels, or files to check. */
#include "cmd/scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/locale.h"
#include "base/path.h"
#include "base/text.h"
#include "cmd/scan_rows.h"
#include "cmd/words.h"
#include "exchange/ciso.h"
#include "model/check_file.h"
#include "model/content.h"
#include "model/texts.h"

static struct ibp_cell list_cell(struct ibp_doc *doc,
				 const struct ibp_norm *norm, const char *field,
				 const struct ibp_strings *strings)
{
	struct ibp_cell *cells =
		ibp_arena_alloc(&doc->arena, strings->count * sizeof(*cells));

	for (size_t i = 0; i < strings->count; i++)
		cells[i] = ibp_cell_text(ibp_content_item(
			norm->code, field, i + 1, strings->items[i]));
	return ibp_cell_list(doc, cells, strings->count);
}

static struct ibp_cell codes_cell(struct ibp_doc *doc,
				  const struct ibp_strings *strings)
{
	struct ibp_cell *cells =
		ibp_arena_alloc(&doc->arena, strings->count * sizeof(*cells));

	for (size_t i = 0; i < strings->count; i++)
		cells[i] = ibp_cell_code(strings->items[i]);
	return ibp_cell_list(doc, cells, strings->count);
}

static struct ibp_cell levels_cell(struct ibp_doc *doc,
				   const struct ibp_norm *norm)
{
	static const char *const keys[IBP_LEVELS] = {"1", "2", "3", "4", "5"};
	struct ibp_cell cells[IBP_LEVELS];

	for (int i = 0; i < IBP_LEVELS; i++)
		cells[i] = ibp_cell_text(ibp_content_level(norm, i + 1));
	return ibp_cell_record(doc, keys, cells, IBP_LEVELS);
}

static struct ibp_cell source_cell(struct ibp_doc *doc,
				   const struct ibp_norm *norm)
{
	struct ibp_cell cells[IBP_LEVELS];
	size_t count = 0;

	for (int i = 0; i < IBP_LEVELS; i++)
		if (norm->levels_source & 1u << i)
			cells[count++] = ibp_cell_number(i + 1);
	return ibp_cell_list(doc, cells, count);
}

static struct ibp_cell references_cell(struct ibp_doc *doc,
				       const struct ibp_norm *norm)
{
	static const char *const keys[] = {"scheme", "ref"};
	struct ibp_cell *cells = ibp_arena_alloc(
		&doc->arena, norm->reference_count * sizeof(*cells));

	for (size_t i = 0; i < norm->reference_count; i++) {
		struct ibp_cell pair[] = {
			ibp_cell_code(norm->references[i].scheme),
			ibp_cell_code(norm->references[i].ref),
		};

		cells[i] = ibp_cell_record(doc, keys, pair, 2);
	}
	return ibp_cell_list(doc, cells, norm->reference_count);
}

/* Which texts are the publisher's, by import of the board. */
static struct ibp_cell imported_cell(struct ibp_doc *doc,
				     const struct ibp_norm *norm)
{
	struct ibp_cell cells[IBP_TEXTS_FIELDS];
	size_t count = 0;

	for (size_t i = 0; i < IBP_TEXTS_FIELDS; i++)
		if (norm->imported & 1U << i)
			cells[count++] = ibp_cell_choice(ibp_texts_fields[i],
							 _(ibp_texts_label(i)));
	return ibp_cell_list(doc, cells, count);
}

/* The texts of a norm, under the names of the YAML. */
enum text {
	PURPOSE,
	WHY,
	LEVELS,
	LEVELS_SOURCE,
	STEPS,
	EVIDENCE,
	RELATED,
	REFERENCES,
	NOTE,
	IMPORTED,
	TEXTS
};

static const char *const text_keys[TEXTS] = {
	[PURPOSE] = "purpose", [WHY] = "why",
	[LEVELS] = "levels",   [LEVELS_SOURCE] = "levels_source",
	[STEPS] = "steps",     [EVIDENCE] = "evidence",
	[RELATED] = "related", [REFERENCES] = "references",
	[NOTE] = "note",       [IMPORTED] = "imported",
};

static void make_texts(struct ibp_doc *doc, const struct ibp_norm *norm,
		       struct ibp_cell cells[TEXTS])
{
	cells[PURPOSE] = ibp_cell_text(
		ibp_content(norm->code, "purpose", norm->purpose));
	cells[WHY] = ibp_cell_text(ibp_content(norm->code, "why", norm->why));
	cells[LEVELS] = levels_cell(doc, norm);
	cells[LEVELS_SOURCE] = source_cell(doc, norm);
	cells[STEPS] = list_cell(doc, norm, "steps", &norm->steps);
	cells[EVIDENCE] = list_cell(doc, norm, "evidence", &norm->evidence);
	cells[RELATED] = codes_cell(doc, &norm->related);
	cells[REFERENCES] = references_cell(doc, norm);
	cells[NOTE] =
		ibp_cell_text(ibp_content(norm->code, "note", norm->note));
	cells[IMPORTED] = imported_cell(doc, norm);
}

struct ibp_cell ibp_cmd_scan_texts_cell(struct ibp_doc *doc,
					const struct ibp_norm *norm)
{
	struct ibp_cell cells[TEXTS];

	make_texts(doc, norm, cells);
	return ibp_cell_record(doc, text_keys, cells, TEXTS);
}

/*
 * A level with its name; where this edition has no text of its own for it,
 * what the level means for every norm.
 */
static void add_level(struct ibp_doc *doc,
		      const struct ibp_framework *framework,
		      const struct ibp_norm *norm, int level)
{
	const char *name = ibp_content_level_name(framework, level);
	const char *own = ibp_content_level(norm, level);
	const char *text;

	if (own)
		text = ibp_arena_printf(&doc->arena, "%s. %s", name, own);
	else
		text = ibp_arena_printf(
			&doc->arena, _("%s. In general, for every norm: %s"),
			name, ibp_content_level_meaning(framework, level));
	ibp_doc_add_fact(doc, NULL,
			 ibp_arena_printf(&doc->arena, _("Level %d"), level),
			 IBP_ONLY_PEOPLE, ibp_cell_text(text));
}

void ibp_cmd_scan_add_texts(struct ibp_doc *doc,
			    const struct ibp_framework *framework,
			    const struct ibp_norm *norm)
{
	struct ibp_cell cells[TEXTS];

	make_texts(doc, norm, cells);
	ibp_doc_add_fact(doc, NULL, _("Purpose"), IBP_ONLY_PEOPLE,
			 cells[PURPOSE]);
	ibp_doc_add_fact(doc, NULL, _("Why"), IBP_ONLY_PEOPLE, cells[WHY]);
	for (int level = 1; level <= IBP_LEVELS; level++)
		add_level(doc, framework, norm, level);
	ibp_doc_add_fact(doc, NULL, _("Steps to level 3"), IBP_ONLY_PEOPLE,
			 cells[STEPS]);
	ibp_doc_add_fact(doc, NULL, _("Kinds of evidence"), IBP_ONLY_PEOPLE,
			 cells[EVIDENCE]);
	ibp_doc_add_fact(doc, NULL, _("Related norms"), IBP_ONLY_PEOPLE,
			 cells[RELATED]);
	if (norm->note)
		ibp_doc_add_fact(doc, NULL, _("Remark"), IBP_ONLY_PEOPLE,
				 cells[NOTE]);
	if (norm->imported)
		ibp_doc_add_fact(doc, NULL, _("Official, by import"),
				 IBP_ONLY_PEOPLE, cells[IMPORTED]);
}

static struct ibp_table *add_table(struct ibp_doc *doc, const char *title)
{
	const struct ibp_column columns[] = {
		{"code", _("Code"), IBP_CELL_CODE, 0, false},
		{"code_status", _("Status of the code"), IBP_CELL_CODE,
		 IBP_ONLY_DATA, false},
		{"domain", _("Domain"), IBP_CELL_CODE, 0, false},
		{"part", _("Part"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"title", _("Title"), IBP_CELL_TEXT, 0, true},
		{"title_status", _("Status of the title"), IBP_CELL_CODE,
		 IBP_ONLY_DATA, false},
		{"purpose", _("Purpose"), IBP_CELL_TEXT, IBP_ONLY_DATA, true},
		{"why", _("Why"), IBP_CELL_TEXT, IBP_ONLY_DATA, true},
		{"levels", _("Levels"), IBP_CELL_RECORD, IBP_ONLY_JSON, false},
		{"levels_source", _("Levels"), IBP_CELL_LIST, IBP_ONLY_JSON,
		 false},
		{"steps", _("Steps to level 3"), IBP_CELL_LIST, IBP_ONLY_JSON,
		 false},
		{"evidence", _("Kinds of evidence"), IBP_CELL_LIST,
		 IBP_ONLY_JSON, false},
		{"related", _("Related norms"), IBP_CELL_LIST, IBP_ONLY_JSON,
		 false},
		{"references", _("References"), IBP_CELL_LIST, IBP_ONLY_JSON,
		 false},
		{"note", _("Remark"), IBP_CELL_TEXT, IBP_ONLY_JSON, true},
		{"imported", _("Official, by import"), IBP_CELL_LIST,
		 IBP_ONLY_JSON, false},
	};

	return ibp_doc_add_table(doc, "norms", title, columns,
				 sizeof(columns) / sizeof(*columns));
}

static void add_row(struct ibp_doc *doc, struct ibp_table *table,
		    const struct ibp_framework *framework,
		    const struct ibp_norm *norm, unsigned *marks)
{
	const struct ibp_domain *domain = &framework->domains[norm->domain];
	struct ibp_cell texts[TEXTS];
	struct ibp_cell cells[6 + TEXTS] = {
		ibp_cmd_scan_code_cell(doc, norm, marks),
		ibp_cell_code(ibp_code_status_word(norm->code_status)),
		ibp_cell_code(domain->code),
		ibp_cell_code(framework->parts[domain->part].code),
		ibp_cmd_scan_title_cell(doc, norm, marks),
		ibp_cell_code(ibp_title_status_word(norm->title_status)),
	};

	make_texts(doc, norm, texts);
	memcpy(cells + 6, texts, sizeof(texts));
	ibp_doc_add_row(doc, table, cells);
}

static struct ibp_doc *new_doc(const struct ibp_framework *framework)
{
	struct ibp_doc *doc = ibp_doc_new("norms", NULL);

	ibp_doc_add_fact(doc, "framework", _("Framework"), 0,
			 ibp_cell_choice(framework->id, framework->title));
	ibp_doc_add_fact(doc, "version", _("Version"), 0,
			 ibp_cell_code(framework->version));
	ibp_doc_add_fact(doc, "language", _("Language"), IBP_ONLY_DATA,
			 ibp_cell_code(ibp_locale_language()));
	return doc;
}

static enum ibp_status show_all(struct ibp_run *run, struct ibp_error *err)
{
	const struct ibp_framework *framework = ibp_cmd_scan_of(run)->framework;
	struct ibp_doc *doc = new_doc(framework);
	struct ibp_table *table = add_table(doc, _("Norms"));
	unsigned marks = 0;

	for (size_t i = 0; i < framework->norm_count; i++)
		add_row(doc, table, framework, &framework->norms[i], &marks);
	ibp_cmd_scan_add_legend(doc, marks);
	return ibp_cmd_show(run, doc, err);
}

static enum ibp_status show_one(struct ibp_run *run, size_t index,
				struct ibp_error *err)
{
	const struct ibp_framework *framework = ibp_cmd_scan_of(run)->framework;
	const struct ibp_norm *norm = &framework->norms[index];
	const struct ibp_domain *domain = &framework->domains[norm->domain];
	struct ibp_doc *doc = new_doc(framework);
	struct ibp_table *table = add_table(doc, NULL);
	unsigned marks = 0;

	table->place = IBP_ONLY_DATA;
	add_row(doc, table, framework, norm, &marks);
	ibp_doc_add_fact(doc, NULL, _("Code"), IBP_ONLY_PEOPLE,
			 ibp_cmd_scan_code_cell(doc, norm, &marks));
	ibp_doc_add_fact(doc, NULL, _("Title"), IBP_ONLY_PEOPLE,
			 ibp_cmd_scan_title_cell(doc, norm, &marks));
	ibp_doc_add_fact(doc, NULL, _("Domain"), IBP_ONLY_PEOPLE,
			 ibp_cmd_scan_domain_title_cell(doc, domain, &marks));
	ibp_cmd_scan_add_texts(doc, framework, norm);
	ibp_cmd_scan_add_legend(doc, marks);
	return ibp_cmd_show(run, doc, err);
}

/* A board keeps to the version of its assessment; else it is the newest. */
static enum ibp_status open_framework(struct ibp_run *run,
				      const struct ibp_words *words,
				      struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	char *path = ibp_path_board(run->options.file);
	bool has_file = run->options.file || ibp_file_exists(path);
	const char *id = ibp_words_value(words, "framework");
	enum ibp_status status;

	free(path);
	if (words->field_count || !has_file)
		return ibp_framework_open(scan->file.data_dir,
					  id ? id : IBP_SCAN_FRAMEWORK,
					  ibp_words_value(words, "version"),
					  &scan->framework, err);
	status = ibp_cmd_file_open(run, IBP_STORE_READ, err);
	return status ? status : ibp_cmd_scan_load(run, err);
}

/*
 * The framework as it is shipped: a library goes round, and the publisher's
 * texts that a board imported stay with the board.
 */
static enum ibp_status make_library(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct ibp_framework *shipped = NULL;
	struct ibp_buf out = {0};
	enum ibp_status status =
		ibp_framework_open(scan->file.data_dir, scan->framework->id,
				   scan->framework->version, &shipped, err);

	if (!status) {
		ibp_ciso_library(shipped, &out);
		status = ibp_run_write(run, &out, err);
	}
	ibp_framework_free(shipped);
	ibp_buf_release(&out);
	return status;
}

static enum ibp_status check_files(struct ibp_run *run, struct ibp_error *err)
{
	if (!run->word_count)
		return ibp_error_set(err, IBP_USAGE,
				     _("Name the files to check after "
				       "--check."));
	for (size_t i = 0; i < run->word_count; i++) {
		enum ibp_status status =
			ibp_model_check_file(run->words[i], err);

		if (status)
			return status;
		ibp_run_say(run, _("%s has no faults."), run->words[i]);
	}
	return IBP_OK;
}

static enum ibp_status show(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	bool is_library = ibp_text_equal(run->options.format, "ciso-assistant");
	struct ibp_words words = {0};
	size_t index = 0;
	/* framework= and version= */
	enum ibp_status status = ibp_words_read(run, ibp_assessment_fields + 1,
						scan->file.today, &words, err);

	if (!status)
		status = ibp_words_count(run, &words, 0, is_library ? 0 : 1,
					 err);
	if (!status)
		status = open_framework(run, &words, err);
	if (!status && is_library)
		status = make_library(run, err);
	else if (!status && words.plain_count)
		status = ibp_cmd_scan_find_norm(scan, words.plain[0], &index,
						err);
	if (!status && !is_library)
		status = words.plain_count ? show_one(run, index, err) :
					     show_all(run, err);
	ibp_words_release(&words);
	return status;
}

enum ibp_status ibp_cmd_scan_norms(struct ibp_run *run, struct ibp_error *err)
{
	return run->options.check ? check_files(run, err) : show(run, err);
}
