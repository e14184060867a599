/* export: the landscape in a form for other programs and people. */
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "cmd/map_export.h"
#include "exchange/landscape_xml.h"

#define FORMATS "json, csv, archimate, dot, mermaid, svg"

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

static enum ibp_status export_data(struct ibp_run *run, const char *format,
				   const char *board, struct ibp_error *err)
{
	const char *kept = run->options.format;
	enum ibp_status status;

	run->options.format = format;
	status = ibp_cmd_show(run, ibp_cmd_map_data(run, board, *format == 'j'),
			      err);
	run->options.format = kept;
	return status;
}

static enum ibp_status export_model(struct ibp_run *run, const char *format,
				    const char *board, struct ibp_error *err)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	struct ibp_boxes boxes = {0};
	struct ibp_buf out = {0};
	const struct ibp_landscape_file file = {
		.board = board,
		.fora = map->fora,
		.landscape = map->landscape,
		.date = map->file.today,
		.boxes = &boxes,
		.is_anonymous = run->options.anonymous,
	};
	enum ibp_status status = ibp_cmd_map_boxes(run, &boxes, err);

	(void)format;
	if (!status) {
		ibp_landscape_xml(&file, &out);
		status = ibp_run_write(run, &out, err);
	}
	ibp_buf_release(&out);
	ibp_boxes_release(&boxes);
	return status;
}

struct form {
	const char *name;
	const char *word; /* for the form */
	enum ibp_status (*write)(struct ibp_run *run, const char *format,
				 const char *board, struct ibp_error *err);
};

/* With what files of such a form are called. */
static const struct form forms[] = {
	{"json", "json", export_data},
	{"csv", "csv", export_data},
	{"archimate", "archimate", export_model},
	{"xml", "archimate", export_model},
	{"dot", "dot", ibp_cmd_map_picture},
	{"gv", "dot", ibp_cmd_map_picture},
	{"mermaid", "mermaid", ibp_cmd_map_picture},
	{"mmd", "mermaid", ibp_cmd_map_picture},
	{"svg", "svg", ibp_cmd_map_picture},
	{NULL, NULL, NULL},
};

static enum ibp_status find_form(const struct ibp_run *run,
				 const struct form **found,
				 struct ibp_error *err)
{
	const char *format = format_of(run);
	const struct form *form = forms;

	if (!format)
		return ibp_error_set(err, IBP_USAGE,
				     _("Say which form with --format: %s."),
				     FORMATS);
	while (form->name && strcasecmp(form->name, format) != 0)
		form++;
	*found = form;
	if (form->name)
		return IBP_OK;
	return ibp_error_set(err, IBP_USAGE,
			     _("There is no form `%s` to export: choose one of "
			       "%s."),
			     format, FORMATS);
}

enum ibp_status ibp_cmd_map_export(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_file *file = ibp_cmd_file_of(run);
	const char *output = run->options.output;
	const struct form *form = NULL;
	struct ibp_board board = {0};
	enum ibp_status status = ibp_words_none(run, err);

	if (!status)
		status = find_form(run, &form, err);
	if (!status)
		status =
			ibp_store_board(file->store, &file->arena, &board, err);
	if (!status)
		status = form->write(run, form->word, board.name, err);
	if (!status && output && strcmp(output, "-") != 0)
		ibp_run_say(run, _("%s is written."), output);
	return status;
}
