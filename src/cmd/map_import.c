/* model import, model check: a model from outside. */
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "cmd/map.h"
#include "exchange/fora_import.h"
#include "model/framework_read.h"

static const struct ibp_field edition_fields[] = {
	{.name = "version",
	 .label = N_("Version"),
	 .kind = IBP_FIELD_LINE,
	 .max = 40},
	{.name = "commit",
	 .label = N_("Commit"),
	 .kind = IBP_FIELD_LINE,
	 .max = 80},
	{.name = "source",
	 .label = N_("Source"),
	 .kind = IBP_FIELD_LINE,
	 .max = 200},
	{.name = NULL},
};

struct import {
	struct ibp_run *run;
	const char *path;
	struct ibp_fora_edition edition;
	struct ibp_fora_account account;
	struct ibp_buf yaml;
};

static void add_types(struct ibp_doc *doc, const struct ibp_fora *fora)
{
	const struct ibp_column columns[] = {
		{"type", _("Type"), IBP_CELL_CHOICE, 0, false},
		{"count", _("How many"), IBP_CELL_NUMBER, 0, false},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "types", NULL, columns, 2);
	long counts[IBP_FORA_TYPES] = {0};

	for (size_t i = 0; i < fora->element_count; i++)
		counts[fora->elements[i].type]++;
	for (int i = 0; i < IBP_FORA_TYPES; i++) {
		struct ibp_cell cells[] = {
			ibp_cmd_map_type_cell((enum ibp_fora_type)i),
			ibp_cell_number(counts[i]),
		};

		if (counts[i])
			ibp_doc_add_row(doc, table, cells);
	}
}

static void add_dropped(struct ibp_doc *doc,
			const struct ibp_fora_account *account)
{
	const struct ibp_column columns[] = {
		{"id", _("Id"), IBP_CELL_CODE, 0, false},
		{"type", _("Type"), IBP_CELL_CODE, 0, false},
		{"source", _("From"), IBP_CELL_CODE, 0, false},
		{"target", _("To"), IBP_CELL_CODE, 0, false},
	};
	struct ibp_table *table = ibp_doc_add_table(
		doc, "dropped", _("Left out: an end is no element"), columns,
		4);

	table->empty = _("None.");
	for (size_t i = 0; i < account->dangling_count; i++) {
		const struct ibp_fora_dangling *relation =
			&account->dangling[i];
		struct ibp_cell cells[] = {
			ibp_cell_code(relation->id),
			ibp_cell_code(relation->type),
			ibp_cell_code(relation->source),
			ibp_cell_code(relation->target),
		};

		ibp_doc_add_row(doc, table, cells);
	}
}

static void add_counts(struct ibp_doc *doc, const struct ibp_fora *fora,
		       const struct ibp_fora_account *account)
{
	const struct {
		const char *key;
		const char *title;
		size_t count;
	} counts[] = {
		{"elements", _("Elements"), fora->element_count},
		{"relations", _("Relations"), fora->relation_count},
		{"junctions", _("Left out: junctions"), account->junctions},
		{"nameless", _("Left out: without a name"), account->nameless},
		{"set_aside", _("Left out: about the model itself"),
		 account->set_aside},
		{"relations_left_out", _("Left out: their relations"),
		 account->relations},
		{"unknown_status", _("Status unknown"), account->unfiled},
	};

	for (size_t i = 0; i < sizeof(counts) / sizeof(*counts); i++)
		ibp_doc_add_fact(doc, counts[i].key, counts[i].title, 0,
				 ibp_cell_number((long)counts[i].count));
	ibp_doc_add_fact(doc, "expects_system_by", _("Expectations by"),
			 IBP_ONLY_DATA,
			 ibp_cell_code(ibp_fora_basis_words[fora->basis]));
}

/* What came in and what did not; -o is for the model. */
static enum ibp_status report(struct import *in, const struct ibp_fora *fora,
			      struct ibp_error *err)
{
	const struct ibp_fora_account *account = &in->account;
	struct ibp_run *run = in->run;
	struct ibp_doc *doc = ibp_doc_new("model-import", NULL);
	const char *output = run->options.output;
	enum ibp_status status;

	ibp_doc_add_fact(doc, "version", _("Version"), 0,
			 ibp_cell_code(fora->version));
	add_counts(doc, fora, account);
	if (!account->has_folders)
		ibp_doc_add_text(doc, _("There are no folders in it, so the "
					"status of every element is unknown, "
					"and what is about the model itself "
					"cannot be told apart."));
	if (!account->has_figure)
		ibp_doc_add_text(
			doc, _("The figure that draws components inside "
			       "functions is not in it. Whether a function "
			       "expects a system follows from the relations "
			       "alone."));
	add_types(doc, fora);
	add_dropped(doc, account);
	run->options.output = NULL;
	status = ibp_cmd_show(run, doc, err);
	run->options.output = output;
	return status;
}

/* What was written is read as every other model is, before it goes out. */
static enum ibp_status deliver(struct import *in, struct ibp_error *err)
{
	const struct ibp_options *options = &in->run->options;
	struct ibp_fora *fora = NULL;
	enum ibp_status status = ibp_fora_parse(in->path, in->yaml.data,
						in->yaml.length, &fora, err);
	bool to_screen = options->output && strcmp(options->output, "-") == 0;
	bool is_asked = options->json || options->plain || !options->quiet;

	if (!status && !options->dry_run)
		status = ibp_run_write(in->run, &in->yaml, err);
	if (!status && (options->dry_run || (!to_screen && is_asked)))
		status = report(in, fora, err);
	if (!status && !options->dry_run && !to_screen)
		ibp_run_say(in->run,
			    _("The model is in %s. `%s model check "
			      "%s` reads it again."),
			    options->output, in->run->tool->name,
			    options->output);
	ibp_fora_free(fora);
	return status;
}

static enum ibp_status import(struct import *in, struct ibp_error *err)
{
	struct ibp_archi *archi = NULL;
	struct ibp_fora *fora = NULL;
	enum ibp_status status =
		ibp_archi_load(in->path, in->run->options.texts, &archi, err);

	if (!status)
		status = ibp_fora_build(in->path, archi, &in->edition, &fora,
					&in->account, err);
	if (!status) {
		ibp_fora_write(fora, &in->yaml);
		ibp_fora_free(fora);
		status = deliver(in, err);
	}
	ibp_archi_free(archi);
	ibp_buf_release(&in->yaml);
	ibp_fora_account_release(&in->account);
	return status;
}

static enum ibp_status check_import(const struct ibp_run *run,
				    const struct ibp_words *words,
				    struct ibp_error *err)
{
	const char *version = ibp_words_value(words, "version");

	if (!version || !ibp_framework_is_version(version))
		return ibp_error_set(err, IBP_USAGE,
				     _("Say which edition this is, by its "
				       "day: version=2025-02-28."));
	if (!run->options.output && !run->options.dry_run)
		return ibp_error_set(err, IBP_USAGE,
				     _("Say where the model goes: -o "
				       "FILE.yaml."));
	return IBP_OK;
}

enum ibp_status ibp_cmd_map_model_import(struct ibp_run *run,
					 struct ibp_error *err)
{
	struct ibp_words words = {0};
	struct import in = {.run = run};
	enum ibp_status status =
		ibp_words_read(run, edition_fields,
			       ibp_cmd_map_of(run)->file.today, &words, err);

	if (!status)
		status = ibp_words_count(run, &words, 1, 1, err);
	if (!status)
		status = check_import(run, &words, err);
	if (!status) {
		in.path = words.plain[0];
		in.edition = (struct ibp_fora_edition){
			.version = ibp_words_value(&words, "version"),
			.commit = ibp_words_value(&words, "commit"),
			.source = ibp_words_value(&words, "source"),
		};
		status = import(&in, err);
	}
	ibp_words_release(&words);
	return status;
}

enum ibp_status ibp_cmd_map_model_check(struct ibp_run *run,
					struct ibp_error *err)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	enum ibp_status status = ibp_words_exactly(run, 1, err);

	if (!status)
		status = ibp_fora_load(run->words[0], &map->fora, err);
	if (!status)
		ibp_run_say(run,
			    _("%s has no faults: %zu elements and %zu "
			      "relations."),
			    run->words[0], map->fora->element_count,
			    map->fora->relation_count);
	return status;
}
