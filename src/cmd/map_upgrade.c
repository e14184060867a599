/* upgrade: the landscape carried over to another edition of FORA. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cmd/map_question.h"
#include "core/coverage.h"
#include "core/fora_change.h"
#include "core/spread.h"

static const struct {
	const char *word;
	const char *label; /* NC_ of "element" */
} kinds[IBP_FORA_CHANGES] = {
	{"renamed", NC_("element", "renamed")},
	{"moved", NC_("element", "moved")},
	{"retyped", NC_("element", "of another type")},
	{"dropped", NC_("element", "dropped")},
};

static const char *kind_label(size_t kind)
{
	return ibp_pgettext_expr(IBP_DOMAIN, "element", kinds[kind].label);
}

static struct ibp_cell bits_cell(struct ibp_doc *doc, unsigned bits)
{
	struct ibp_cell cells[IBP_FORA_CHANGES];
	size_t count = 0;

	for (size_t i = 0; i < IBP_FORA_CHANGES; i++)
		if (bits & 1U << i)
			cells[count++] =
				ibp_cell_choice(kinds[i].word, kind_label(i));
	return ibp_cell_list(doc, cells, count);
}

static enum ibp_status open_target(struct ibp_run *run, struct ibp_fora **to,
				   struct ibp_error *err)
{
	const struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	const char *wanted = run->options.version_wanted;

	if (!wanted)
		return ibp_error_set(err, IBP_USAGE,
				     _("Say which edition to go to: --to=V. "
				       "`fora-map model versions` lists "
				       "them."));
	if (!map->landscape->fora_version)
		return ibp_error_set(
			err, IBP_USAGE,
			_("Nothing is placed in FORA yet, so there is nothing "
			  "to carry over: the first place takes the newest "
			  "edition."));
	if (ibp_text_equal(wanted, map->fora->version))
		return ibp_error_set(err, IBP_USAGE,
				     _("The landscape is on edition %s "
				       "already."),
				     wanted);
	return ibp_fora_open(map->file.data_dir, wanted, to, err);
}

/* ---- The preview --------------------------------------------------------- */

static void add_counts(struct ibp_doc *doc, const struct ibp_fora *from,
		       const struct ibp_fora *to)
{
	long counts[IBP_FORA_CHANGES] = {0};
	long same = 0;

	for (uint32_t i = 0; i < from->element_count; i++) {
		uint32_t became;
		unsigned bits = ibp_fora_compare(from, i, to, &became);

		same += !bits;
		for (size_t j = 0; j < IBP_FORA_CHANGES; j++)
			counts[j] += bits >> j & 1;
	}
	ibp_doc_add_fact(doc, "same", C_("element", "the same"), 0,
			 ibp_cell_number(same));
	for (size_t j = 0; j < IBP_FORA_CHANGES; j++)
		ibp_doc_add_fact(doc, kinds[j].word, kind_label(j), 0,
				 ibp_cell_number(counts[j]));
	ibp_doc_add_fact(doc, "new", C_("element", "new"), 0,
			 ibp_cell_number((long)ibp_fora_count_new(from, to)));
}

/* What the questions say in one of the two editions. */
static void add_coverage(struct ibp_run *run, struct ibp_doc *doc,
			 const struct ibp_fora *fora, const char *covered,
			 const char *gaps)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	struct ibp_coverage coverage = {0};
	struct ibp_cover *cover;

	ibp_landscape_bind(map->landscape, fora);
	cover = ibp_cover_new(fora, map->landscape, map->file.today);
	ibp_coverage_of_functions(cover, &coverage);
	ibp_doc_add_fact(doc, covered,
			 ibp_arena_printf(&doc->arena,
					  _("Functions covered in %s"),
					  fora->version),
			 0, ibp_cell_number((long)coverage.total.covered));
	ibp_doc_add_fact(
		doc, gaps,
		ibp_arena_printf(&doc->arena, _("Gaps in %s"), fora->version),
		0, ibp_cell_number((long)coverage.total.gaps));
	ibp_coverage_release(&coverage);
	ibp_cover_free(cover);
}

static struct ibp_cell name_cell(struct ibp_doc *doc,
				 const struct ibp_fora *fora, uint32_t index)
{
	if (index == IBP_FORA_NONE)
		return ibp_cell_none();
	return ibp_cell_text(
		ibp_arena_strdup(&doc->arena, fora->elements[index].name));
}

static struct ibp_cell domain_cell(struct ibp_doc *doc,
				   const struct ibp_fora *fora, uint32_t index)
{
	return name_cell(doc, fora,
			 index == IBP_FORA_NONE ? index :
						  fora->elements[index].domain);
}

/* One place or exclusion that the other edition touches. */
static void add_place(struct ibp_doc *doc, struct ibp_table *table,
		      const struct ibp_fora *from, const struct ibp_fora *to,
		      const char *application, const char *id, const char *name)
{
	uint32_t index = ibp_fora_find(from, id);
	uint32_t became = IBP_FORA_NONE;
	unsigned bits = index == IBP_FORA_NONE ?
				0 :
				ibp_fora_compare(from, index, to, &became);
	struct ibp_cell cells[] = {
		application ? ibp_cell_text(ibp_arena_strdup(&doc->arena,
							     application)) :
			      ibp_cell_choice("excluded", _("not for us")),
		ibp_cell_text(ibp_arena_strdup(&doc->arena, name)),
		name_cell(doc, to, became),
		bits_cell(doc, bits),
		domain_cell(doc, from, index),
		domain_cell(doc, to, became),
		ibp_cell_code(ibp_arena_strdup(&doc->arena, id)),
	};

	if (bits)
		ibp_doc_add_row(doc, table, cells);
}

static void add_places(struct ibp_doc *doc, const struct ibp_cmd_map *map,
		       const struct ibp_fora *to)
{
	const struct ibp_column columns[] = {
		{"application", _("Application"), IBP_CELL_TEXT, 0, true},
		{"from", _("Placed on"), IBP_CELL_TEXT, 0, true},
		{"to", _("Becomes"), IBP_CELL_TEXT, 0, true},
		{"changes", _("Change"), IBP_CELL_LIST, 0, false},
		{"domain_from", _("From domain"), IBP_CELL_TEXT, IBP_WHEN_WIDE,
		 true},
		{"domain_to", _("To domain"), IBP_CELL_TEXT, IBP_WHEN_WIDE,
		 true},
		{"id", _("Id"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
	};
	const struct ibp_landscape *l = map->landscape;
	struct ibp_table *table =
		ibp_doc_add_table(doc, "places", _("Places that this touches"),
				  columns, sizeof(columns) / sizeof(*columns));

	table->empty = _("None: every place stays as it is.");
	for (size_t i = 0; i < l->placement_count; i++) {
		const struct ibp_placement *p = &l->placements[i];

		add_place(doc, table, map->fora, to,
			  l->applications[p->at].name, p->element_id,
			  p->element_name);
	}
	for (size_t i = 0; i < l->exclusion_count; i++)
		add_place(doc, table, map->fora, to, NULL,
			  l->exclusions[i].element_id,
			  l->exclusions[i].element_name);
}

/* ALL: every element for programs, else those that can hold applications. */
static void add_elements(struct ibp_doc *doc, const struct ibp_fora *from,
			 const struct ibp_fora *to, bool all)
{
	const struct ibp_column columns[] = {
		{"type", _("Type"), IBP_CELL_CHOICE, 0, false},
		{"from", _("Name"), IBP_CELL_TEXT, 0, true},
		{"to", _("Becomes"), IBP_CELL_TEXT, 0, true},
		{"changes", _("Change"), IBP_CELL_LIST, 0, false},
		{"id", _("Id"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
	};
	struct ibp_table *table = ibp_doc_add_table(
		doc, "elements",
		_("Elements that change, of the types that applications stand "
		  "on"),
		columns, sizeof(columns) / sizeof(*columns));

	table->place = all ? IBP_ONLY_DATA : IBP_ONLY_PEOPLE;
	table->empty = _("None.");
	for (uint32_t i = 0; i < from->element_count; i++) {
		uint32_t became;
		unsigned bits = ibp_fora_compare(from, i, to, &became);
		struct ibp_cell cells[] = {
			ibp_cmd_map_type_cell(from->elements[i].type),
			name_cell(doc, from, i),
			name_cell(doc, to, became),
			bits_cell(doc, bits),
			ibp_cell_code(ibp_arena_strdup(&doc->arena,
						       from->elements[i].id)),
		};

		if (bits &&
		    (all || ibp_spread_can_hold(from->elements[i].type)))
			ibp_doc_add_row(doc, table, cells);
	}
}

static struct ibp_doc *preview(struct ibp_run *run, const struct ibp_fora *to)
{
	const struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	struct ibp_doc *doc = ibp_doc_new("upgrade", NULL);

	ibp_doc_add_text(doc, _("This would change. Nothing was changed."));
	ibp_doc_add_fact(doc, "from", _("From version"), 0,
			 ibp_cell_code(map->fora->version));
	ibp_doc_add_fact(doc, "to", _("To version"), 0,
			 ibp_cell_code(to->version));
	add_counts(doc, map->fora, to);
	add_coverage(run, doc, map->fora, "covered_from", "gaps_from");
	add_coverage(run, doc, to, "covered_to", "gaps_to");
	ibp_landscape_bind(map->landscape, map->fora);
	add_places(doc, map, to);
	add_elements(doc, map->fora, to, true);
	add_elements(doc, map->fora, to, false);
	return doc;
}

/* ---- The upgrade --------------------------------------------------------- */

static size_t count_marked(const struct ibp_changes *changes)
{
	size_t marked = 0;

	for (size_t i = 0; i < changes->count; i++)
		marked += ibp_text_equal(changes->items[i].field, "look_again");
	return marked;
}

static enum ibp_status carry(struct ibp_run *run, const struct ibp_fora *to,
			     struct ibp_error *err)
{
	struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	struct ibp_changes changes = {0};
	char *copy = NULL;
	size_t marked;
	enum ibp_status status = ibp_store_backup(map->file.store, &copy, err);

	ibp_landscape_upgrade(map->landscape, map->fora, to, &changes);
	marked = count_marked(&changes);
	if (!status)
		status = ibp_store_apply(map->file.store, changes.items,
					 changes.count, NULL, err);
	if (!status)
		ibp_run_say(run,
			    _("The landscape is on edition %s of FORA; every "
			      "place is kept. `%s undo` takes this back; %s is "
			      "a copy from before."),
			    to->version, run->tool->name, copy);
	if (!status && marked)
		ibp_run_say(run,
			    ibp_ngettext("%zu place is marked to look at "
					 "again: `%s check` lists it, `%s "
					 "confirm` takes the mark away.",
					 "%zu places are marked to look at "
					 "again: `%s check` lists them, `%s "
					 "confirm` takes the mark away.",
					 marked),
			    marked, run->tool->name, run->tool->name);
	ibp_changes_release(&changes);
	free(copy);
	return status;
}

enum ibp_status ibp_cmd_map_upgrade(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_fora *to = NULL;
	enum ibp_status status = ibp_words_none(run, err);

	if (!status)
		status = open_target(run, &to, err);
	if (!status)
		status = run->options.dry_run ?
				 ibp_cmd_show(run, preview(run, to), err) :
				 carry(run, to, err);
	ibp_fora_free(to);
	return status;
}
