/* export --format=json and csv: everything, to be read again. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/num.h"
#include "base/text.h"
#include "cmd/cells.h"
#include "cmd/map_export.h"
#include "exchange/application_columns.h"
#include "exchange/arrival_json.h"
#include "exchange/element_words.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))
#define PLACEMENTS "placements"

struct data {
	const struct ibp_cmd_map *map;
	const struct ibp_landscape *landscape;
	struct ibp_doc *doc;
	bool is_json;
	bool is_anonymous; /* without owners and notes */
	struct ibp_element_words words;
};

static const char *kind_of(const struct ibp_placement *placement)
{
	return ibp_placement_choices[placement->kind].word;
}

/* A column that is not there clears nothing when it is read again. */
static bool is_left_out(const struct data *d, size_t column)
{
	const char *name = ibp_application_columns[column].name;

	return d->is_anonymous &&
	       (strcmp(name, "owner") == 0 || strcmp(name, "note") == 0);
}

/* ---- Applications -------------------------------------------------------- */

static struct ibp_cell field_cell(const struct data *d,
				  const struct ibp_field *field,
				  const char *value)
{
	long number;

	if (field->kind == IBP_FIELD_NUMBER && value &&
	    ibp_num_parse(value, (long)field->max, &number))
		return ibp_cell_number(number);
	return ibp_cmd_value_cell(d->doc, field, value);
}

static struct ibp_cell value_cell(const struct data *d,
				  const struct ibp_application *a,
				  size_t column)
{
	const struct ibp_application_column *c =
		&ibp_application_columns[column];
	const char *value =
		c->subject == IBP_SUBJECT_AGREEMENT ?
			ibp_agreement_value(&a->agreement, c->field) :
			ibp_application_value(a, c->field);
	bool is_personal =
		strcmp(c->name, "owner") == 0 || strcmp(c->name, "note") == 0;

	if (d->is_anonymous && is_personal)
		return ibp_cell_none();
	return field_cell(d, ibp_application_column_field(column), value);
}

/* None: all schools. */
static struct ibp_cell schools_cell(const struct data *d,
				    const struct ibp_application *a)
{
	const char **names = ibp_arena_alloc(
		&d->doc->arena, (a->use_count + 1) * sizeof(*names));
	size_t count = 0;

	for (size_t i = 0; i < d->landscape->school_count; i++) {
		const struct ibp_school *school = &d->landscape->schools[i];

		if (a->use_count && ibp_application_is_used_by(a, school->id))
			names[count++] = school->name;
	}
	return ibp_cell_texts(d->doc, names, count);
}

static struct ibp_cell place_cell(const struct data *d,
				  const struct ibp_placement *p)
{
	static const char *const keys[] = {"element", "name", "kind",
					   "look_again", "note"};
	const struct ibp_cell cells[] = {
		ibp_cell_code(p->element_id),
		ibp_cell_text(p->element_name),
		ibp_cell_code(kind_of(p)),
		ibp_cell_code(p->look_again ? "yes" : NULL),
		ibp_cell_text(p->note),
	};

	/* The note is last, and a key that is not there changes nothing. */
	return ibp_cell_record(d->doc, keys, cells,
			       COUNT(cells) - (size_t)d->is_anonymous);
}

static struct ibp_cell placements_cell(const struct data *d,
				       const struct ibp_application *a)
{
	struct ibp_cell *cells = ibp_arena_alloc(
		&d->doc->arena, (a->placement_count + 1) * sizeof(*cells));

	for (size_t i = 0; i < a->placement_count; i++)
		cells[i] = place_cell(d, &a->placements[i]);
	return ibp_cell_list(d->doc, cells, a->placement_count);
}

/* The elements of one kind of place, as a list in a cell. */
static struct ibp_cell elements_cell(const struct data *d,
				     const struct ibp_application *a,
				     size_t kind)
{
	struct ibp_arena *arena = &d->doc->arena;
	const char **words = ibp_arena_alloc(arena, (a->placement_count + 1) *
							    sizeof(*words));
	size_t count = 0;

	for (size_t i = 0; i < a->placement_count; i++) {
		const struct ibp_placement *p = &a->placements[i];

		if (p->kind != kind)
			continue;
		words[count++] = p->element == IBP_FORA_NONE ?
					 p->element_id :
					 ibp_element_words_get(
						 &d->words, p->element, arena);
	}
	return ibp_cell_texts(d->doc, words, count);
}

static void fill_cells(const struct data *d, const struct ibp_application *a,
		       struct ibp_cell *cells)
{
	size_t count = 0;

	for (size_t i = 0; i < IBP_APPLICATION_VALUES; i++)
		if (!is_left_out(d, i))
			cells[count++] = value_cell(d, a, i);
	cells[count++] = schools_cell(d, a);
	if (d->is_json)
		cells[count++] = placements_cell(d, a);
	for (size_t i = IBP_APPLICATION_MAIN;
	     !d->is_json && i < IBP_APPLICATION_COLUMNS; i++)
		cells[count++] = elements_cell(d, a, i - IBP_APPLICATION_MAIN);
}

static size_t fill_columns(const struct data *d, struct ibp_column *columns)
{
	size_t end =
		d->is_json ? IBP_APPLICATION_MAIN + 1 : IBP_APPLICATION_COLUMNS;
	size_t count = 0;

	for (size_t i = 0; i < end; i++) {
		const char *name = ibp_application_columns[i].name;

		if (is_left_out(d, i))
			continue;
		if (d->is_json && i == IBP_APPLICATION_MAIN)
			name = PLACEMENTS;
		columns[count++] = (struct ibp_column){
			.key = name,
			.title = name,
			.type = i < IBP_APPLICATION_VALUES ? IBP_CELL_TEXT :
							     IBP_CELL_LIST,
		};
	}
	return count;
}

static void add_applications(const struct data *d)
{
	struct ibp_column columns[IBP_APPLICATION_COLUMNS];
	struct ibp_cell cells[IBP_APPLICATION_COLUMNS];
	struct ibp_table *table =
		ibp_doc_add_table(d->doc, "applications", NULL, columns,
				  fill_columns(d, columns));

	for (size_t i = 0; i < d->landscape->application_count; i++) {
		fill_cells(d, &d->landscape->applications[i], cells);
		ibp_doc_add_row(d->doc, table, cells);
	}
}

/* ---- What stands beside them --------------------------------------------- */

static struct ibp_table *add_table(const struct data *d, const char *key,
				   const char *const *keys, size_t count)
{
	struct ibp_column *columns =
		ibp_arena_alloc(&d->doc->arena, count * sizeof(*columns));

	for (size_t i = 0; i < count; i++)
		columns[i] = (struct ibp_column){.key = keys[i],
						 .title = keys[i],
						 .type = IBP_CELL_TEXT};
	return ibp_doc_add_table(d->doc, key, NULL, columns, count);
}

static void add_schools(const struct data *d)
{
	static const char *const keys[] = {"name", "brin", "sector"};
	struct ibp_table *table = add_table(d, "schools", keys, COUNT(keys));

	for (size_t i = 0; i < d->landscape->school_count; i++) {
		const struct ibp_school *school = &d->landscape->schools[i];
		const struct ibp_cell cells[] = {
			ibp_cell_text(school->name),
			ibp_cell_text(school->brin),
			ibp_cell_code(school->sector),
		};

		ibp_doc_add_row(d->doc, table, cells);
	}
}

static void add_couplings(const struct data *d)
{
	static const char *const keys[] = {"from",      "to",  "data",
					   "direction", "via", "standard"};
	const struct ibp_landscape *l = d->landscape;
	struct ibp_table *table = add_table(d, "couplings", keys, COUNT(keys));

	for (size_t i = 0; i < l->coupling_count; i++) {
		const struct ibp_coupling *c = &l->couplings[i];
		const struct ibp_cell cells[] = {
			ibp_cell_text(l->applications[c->from_at].name),
			ibp_cell_text(l->applications[c->to_at].name),
			ibp_cell_text(c->data),
			ibp_cell_code(c->direction),
			ibp_cell_text(c->via),
			ibp_cell_text(c->standard),
		};

		ibp_doc_add_row(d->doc, table, cells);
	}
}

static void add_exclusions(const struct data *d)
{
	static const char *const keys[] = {"element", "name", "reason",
					   "look_again"};
	const struct ibp_landscape *l = d->landscape;
	struct ibp_table *table = add_table(d, "exclusions", keys, COUNT(keys));

	for (size_t i = 0; i < l->exclusion_count; i++) {
		const struct ibp_exclusion *x = &l->exclusions[i];
		const struct ibp_cell cells[] = {
			ibp_cell_code(x->element_id),
			ibp_cell_text(x->element_name),
			ibp_cell_text(x->reason),
			ibp_cell_code(x->look_again ? "yes" : NULL),
		};

		ibp_doc_add_row(d->doc, table, cells);
	}
}

struct ibp_doc *ibp_cmd_map_data(struct ibp_run *run, const char *board,
				 bool is_json)
{
	const struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	struct data d = {
		.map = map,
		.landscape = map->landscape,
		.doc = ibp_doc_new(IBP_ARRIVAL_SCHEMA, NULL),
		.is_json = is_json,
		.is_anonymous = run->options.anonymous,
	};

	ibp_element_words_init(&d.words, map->fora);
	ibp_doc_add_fact(d.doc, "board", _("Board"), 0, ibp_cell_text(board));
	ibp_doc_add_fact(d.doc, "model", _("Model"), 0,
			 ibp_cell_code(map->landscape->fora_version));
	if (is_json)
		add_schools(&d);
	add_applications(&d);
	if (is_json) {
		add_couplings(&d);
		add_exclusions(&d);
	}
	ibp_element_words_release(&d.words);
	return d.doc;
}
