/* Reading what import takes in, and comparing it with the board. */
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cmd/map_take.h"
#include "exchange/arrival_json.h"
#include "exchange/arrival_xml.h"
#include "exchange/csv_read.h"

/* ---- Reading ------------------------------------------------------------- */

static enum ibp_status read_map(const char *path, struct ibp_column_map *map,
				struct ibp_error *err)
{
	struct ibp_buf text = {0};
	enum ibp_status status;

	status = ibp_file_read(path, IBP_COLUMN_MAP_BYTES_MAX, &text, err);
	if (!status)
		status = ibp_column_map_read(
			path, ibp_buf_text(&text), text.length,
			ibp_application_column_words, map, err);
	ibp_buf_release(&text);
	return status;
}

/* The first character that is no blank and no byte order mark. */
static char first_of(const struct ibp_buf *bytes)
{
	const char *text = ibp_buf_text(bytes);

	return text[strspn(text, "\xef\xbb\xbf \t\r\n")];
}

static enum ibp_status read_arrivals(struct ibp_cmd_map_take *t,
				     const struct ibp_buf *bytes,
				     const struct ibp_column_map *map,
				     struct ibp_error *err)
{
	const struct ibp_arrival_reader reader = {
		.file = t->file,
		.today = ibp_cmd_file_of(t->run)->today,
		.arrivals = &t->arrivals,
		.labels = &t->labels,
		.err = err,
	};

	ibp_application_labels(&t->labels);
	if (first_of(bytes) == '{' || first_of(bytes) == '[')
		ibp_arrivals_json(&reader, ibp_buf_text(bytes), bytes->length);
	else if (first_of(bytes) == '<')
		ibp_arrivals_xml(&reader, ibp_buf_text(bytes), bytes->length);
	else
		ibp_arrivals_csv(&reader, ibp_buf_text(bytes), bytes->length,
				 map, &t->table);
	return err->count ? IBP_INPUT : IBP_OK;
}

static enum ibp_status read_file(struct ibp_cmd_map_take *t,
				 struct ibp_error *err)
{
	const char *columns = t->run->options.columns;
	struct ibp_column_map map = {0};
	struct ibp_buf bytes = {0};
	enum ibp_status status = IBP_OK;

	if (columns)
		status = read_map(columns, &map, err);
	if (!status)
		status = ibp_file_read(t->run->words[0], IBP_CSV_BYTES_MAX,
				       &bytes, err);
	if (!status)
		status = read_arrivals(t, &bytes, columns ? &map : NULL, err);
	ibp_buf_release(&bytes);
	ibp_column_map_release(&map);
	return status;
}

/* ---- The edition of FORA ------------------------------------------------- */

/* A board without places takes the edition of the file. */
static enum ibp_status find_edition(struct ibp_cmd_map_take *t,
				    struct ibp_error *err)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(t->run);
	const char *edition = t->arrivals.edition;
	const char *own = map->landscape->fora_version;

	if (!edition || ibp_text_equal(edition, map->fora->version))
		return IBP_OK;
	if (own)
		return ibp_error_set(
			err, IBP_INPUT,
			_("%s is about edition %s of FORA, and the "
			  "board about %s. Bring one of them to "
			  "the edition of the other with `%s "
			  "upgrade`."),
			t->file, edition, own, t->run->tool->name);
	ibp_fora_free(map->fora);
	map->fora = NULL;
	return ibp_fora_open(map->file.data_dir, edition, &map->fora, err);
}

/* ---- Comparing ----------------------------------------------------------- */

static const enum ibp_subject numbered[] = {
	IBP_SUBJECT_SCHOOL,
	IBP_SUBJECT_APPLICATION,
	IBP_SUBJECT_PLACEMENT,
	IBP_SUBJECT_COUPLING,
};

/* A dry run only shows numbers, so any that are free will do. */
static long after_last(const struct ibp_landscape *l, enum ibp_subject subject)
{
	long last = 0;

#define LAST(items, count)                    \
	for (size_t i = 0; i < l->count; i++) \
	last = l->items[i].id > last ? l->items[i].id : last
	if (subject == IBP_SUBJECT_SCHOOL)
		LAST(schools, school_count);
	if (subject == IBP_SUBJECT_APPLICATION)
		LAST(applications, application_count);
	if (subject == IBP_SUBJECT_PLACEMENT)
		LAST(placements, placement_count);
	if (subject == IBP_SUBJECT_COUPLING)
		LAST(couplings, coupling_count);
#undef LAST
	return last + 1;
}

static enum ibp_status number(struct ibp_cmd_map_take *t,
			      struct ibp_landscape_target *target,
			      struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;

	for (size_t i = 0; i < sizeof(numbered) / sizeof(*numbered); i++) {
		enum ibp_subject subject = numbered[i];

		if (t->run->options.dry_run)
			target->next[subject] =
				after_last(target->landscape, subject);
		else if (!status)
			status = ibp_store_new_id(
				ibp_cmd_file_of(t->run)->store, subject,
				&target->next[subject], err);
	}
	return status;
}

static enum ibp_status compare(struct ibp_cmd_map_take *t,
			       struct ibp_error *err)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(t->run);
	struct ibp_landscape_target target = {.landscape = map->landscape};
	enum ibp_status status =
		ibp_products_open(map->file.data_dir, &t->products, err);

	if (!status)
		status = find_edition(t, err);
	if (!status)
		status = number(t, &target, err);
	if (status)
		return status;
	target.fora = map->fora;
	target.products = t->products;
	return ibp_landscape_compare(&target, t->file, &t->arrivals, &t->import,
				     err);
}

enum ibp_status ibp_cmd_map_take_read(struct ibp_cmd_map_take *t,
				      struct ibp_error *err)
{
	enum ibp_status status;

	t->file = t->run->words[0];
	if (strcmp(t->file, "-") == 0)
		t->file = _("standard input");
	status = read_file(t, err);
	return status ? status : compare(t, err);
}

void ibp_cmd_map_take_release(struct ibp_cmd_map_take *t)
{
	ibp_landscape_import_release(&t->import);
	ibp_products_free(t->products);
	ibp_buf_release(&t->table.unused);
	ibp_buf_release(&t->table.map);
	ibp_arrivals_release(&t->arrivals);
	ibp_labels_release(&t->labels);
}
