/* receive: summaries, one file or folders full of them. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "base/path.h"
#include "cmd/monitor_register.h"
#include "cmd/words.h"
#include "exchange/summary.h"

struct receiving {
	struct ibp_cmd_register r;
	struct ibp_doc *doc;
	struct ibp_table *table;
	long outcomes[IBP_INTAKE_REFUSED + 1];
};

/* ---- what is said -------------------------------------------------------- */

static void start(struct receiving *receiving)
{
	const struct ibp_column columns[] = {
		{"file", _("File"), IBP_CELL_TEXT, 0, true},
		{"token_id", _("Invitation"), IBP_CELL_CODE, 0, false},
		{"code", _("Check"), IBP_CELL_CODE, 0, false},
		{"message", _("Finding"), IBP_CELL_TEXT, 0, true},
	};

	receiving->doc = ibp_doc_new("receive", NULL);
	receiving->table =
		ibp_doc_add_table(receiving->doc, "receive", NULL, columns,
				  sizeof(columns) / sizeof(*columns));
	receiving->table->place = IBP_ONLY_DATA;
}

/* A whole line each for people, a row each for programs. */
static void tell(struct receiving *receiving, const char *file,
		 const struct ibp_intake_result *result)
{
	struct ibp_arena *arena = &receiving->doc->arena;
	char token[IBP_SDC_TOKEN_TEXT] = "";

	if (!result->message)
		return;
	if (result->token)
		ibp_sdc_token_text(result->token, token);
	ibp_run_say(receiving->r.run, "%s", result->message);
	{
		struct ibp_cell cells[] = {
			ibp_cell_text(ibp_arena_strdup(arena, file)),
			ibp_cell_code(ibp_arena_strdup(arena, token)),
			ibp_cell_code(ibp_arena_strdup(arena, result->code)),
			ibp_cell_text(ibp_arena_strdup(arena, result->message)),
		};

		ibp_doc_add_row(receiving->doc, receiving->table, cells);
	}
}

static const struct {
	const char *key;
	const char *title; /* msgid */
} facts[] = {
	[IBP_INTAKE_NEW] = {"received", N_("New answers")},
	[IBP_INTAKE_SAME] = {"unchanged", N_("The same again")},
	[IBP_INTAKE_VERSION] = {"replaced", N_("New versions")},
	[IBP_INTAKE_REFUSED] = {"refused", N_("Refused")},
};

static enum ibp_status finish(struct receiving *receiving,
			      struct ibp_error *err)
{
	for (int i = 0; i <= IBP_INTAKE_REFUSED; i++)
		ibp_doc_add_fact(receiving->doc, facts[i].key,
				 _(facts[i].title), 0,
				 ibp_cell_number(receiving->outcomes[i]));
	return ibp_run_show(receiving->r.run, receiving->doc, err);
}

/* ---- files --------------------------------------------------------------- */

/* I1: what is no summary belongs to nobody. */
static enum ibp_status refuse_file(struct receiving *receiving,
				   struct ibp_error *fault,
				   struct ibp_intake_result *result,
				   struct ibp_error *err)
{
	*result = (struct ibp_intake_result){
		.outcome = IBP_INTAKE_REFUSED,
		.code = "I1",
		.message = ibp_strdup(ibp_error_text(fault)),
	};
	return ibp_register_refuse(receiving->r.reg, receiving->r.edition.name,
				   0, result->code, 1, err);
}

static enum ibp_status take_file(struct receiving *receiving, const char *file,
				 struct ibp_error *err)
{
	struct ibp_intake_result result = {.outcome = IBP_INTAKE_REFUSED};
	struct ibp_error fault = {0};
	struct ibp_summary summary;
	enum ibp_status status;

	if (ibp_summary_load(file, &summary, &fault))
		status = refuse_file(receiving, &fault, &result, err);
	else
		status = ibp_cmd_intake(&receiving->r, file, &summary, &result,
					err);
	if (!status) {
		receiving->outcomes[result.outcome]++;
		tell(receiving, file, &result);
	}
	free(result.message);
	ibp_error_release(&fault);
	return status;
}

static int is_summary(const struct dirent *entry)
{
	const char *end = strrchr(entry->d_name, '.');

	return *entry->d_name != '.' && end && strcmp(end, ".json") == 0;
}

static int by_bytes(const struct dirent **one, const struct dirent **other)
{
	return strcmp((*one)->d_name, (*other)->d_name);
}

/* In the order of their names, so that the same folder gives the same. */
static enum ibp_status take_folder(struct receiving *receiving,
				   const char *folder, struct ibp_error *err)
{
	struct dirent **entries = NULL;
	int count = scandir(folder, &entries, is_summary, by_bytes);
	enum ibp_status status = IBP_OK;

	if (count < 0)
		return ibp_error_set(err, IBP_INPUT,
				     _("The folder %s cannot be read."),
				     folder);
	if (!count)
		ibp_run_say(receiving->r.run,
			    _("%s: no file in it ends in .json."), folder);
	for (int i = 0; i < count; i++) {
		char *path = ibp_path_join(folder, entries[i]->d_name);

		if (!status)
			status = take_file(receiving, path, err);
		free(path);
		free(entries[i]);
	}
	free(entries);
	return status;
}

static bool is_folder(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static enum ibp_status take_all(struct receiving *receiving,
				struct ibp_error *err)
{
	struct ibp_run *run = receiving->r.run;
	enum ibp_status status = ibp_register_begin(receiving->r.reg, err);

	for (size_t i = 0; !status && i < run->word_count; i++)
		status = is_folder(run->words[i]) ?
				 take_folder(receiving, run->words[i], err) :
				 take_file(receiving, run->words[i], err);
	return ibp_cmd_register_end(&receiving->r, status, err);
}

enum ibp_status ibp_cmd_monitor_receive(struct ibp_run *run,
					struct ibp_error *err)
{
	struct receiving receiving = {.doc = NULL};
	enum ibp_status status;

	if (!run->word_count)
		return ibp_words_exactly(run, 1, err);
	status = ibp_cmd_register_open(run, IBP_STORE_WRITE, &receiving.r, err);
	if (status)
		return status;
	start(&receiving);
	status = take_all(&receiving, err);
	if (!status)
		status = finish(&receiving, err);
	ibp_doc_free(receiving.doc);
	ibp_cmd_register_close(&receiving.r);
	if (!status && receiving.outcomes[IBP_INTAKE_REFUSED])
		return IBP_FOUND;
	return status;
}
