/* overlaps: pairs of applications that do the same for the same school. */
#include "base/buf.h"
#include "base/i18n.h"
#include "cmd/map_question.h"
#include "core/overlap.h"

/* So many names of what is shared are shown to people. */
#define SHOWN_MAX 6

struct show {
	struct ibp_doc *doc;
	struct ibp_table *table;
	const struct ibp_cover *cover;
	const struct ibp_overlaps *overlaps;
};

/* What is shared and of this family, as a list of names. */
static struct ibp_cell family_cell(const struct show *show,
				   const struct ibp_shared *shared,
				   size_t count, enum ibp_family family)
{
	const struct ibp_fora *fora = show->cover->fora;
	uint32_t *elements = ibp_arena_alloc(&show->doc->arena,
					     (count + 1) * sizeof(*elements));
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		if (ibp_family_of(fora->elements[shared[i].element].type) ==
		    family)
			elements[found++] = shared[i].element;
	return ibp_cmd_map_elements_cell(show->doc, show->cover, elements,
					 found);
}

/* What makes it an overlap: of a certain one only what is certain. */
static struct ibp_cell people_cell(const struct show *show,
				   const struct ibp_shared *shared,
				   const struct ibp_overlap *item)
{
	const struct ibp_fora *fora = show->cover->fora;
	struct ibp_buf text = {0};
	struct ibp_cell cell;
	size_t shown = 0;
	size_t more = 0;

	for (size_t i = 0; i < item->shared; i++) {
		if (shared[i].is_possible != item->is_possible)
			continue;
		if (shown < SHOWN_MAX)
			ibp_buf_addf(&text, "%s%s", shown++ ? ", " : "",
				     fora->elements[shared[i].element].name);
		else
			more++;
	}
	if (more)
		ibp_buf_addf(&text, _(" and %zu more"), more);
	cell = ibp_cell_text(
		ibp_arena_strdup(&show->doc->arena, ibp_buf_text(&text)));
	ibp_buf_release(&text);
	return cell;
}

static void add_pair(const struct show *show, const struct ibp_overlap *item)
{
	const struct ibp_application *all =
		show->cover->landscape->applications;
	struct ibp_doc *doc = show->doc;
	const struct ibp_shared *shared =
		ibp_overlap_shared(show->overlaps, item, &doc->arena);
	size_t count = 0;
	size_t *schools =
		ibp_overlap_schools(show->overlaps, item, &doc->arena, &count);
	struct ibp_cell cells[] = {
		ibp_cell_text(all[item->a].name),
		ibp_cell_text(all[item->b].name),
		ibp_cell_bool(item->is_possible),
		people_cell(show, shared, item),
		family_cell(show, shared, item->shared, IBP_FAMILY_COMPONENT),
		family_cell(show, shared, item->shared,
			    IBP_FAMILY_APPLICATION_FUNCTION),
		ibp_cmd_map_schools_cell(doc, show->cover, schools, count),
		ibp_cmd_map_schools_text_cell(doc, show->cover, schools, count),
	};

	ibp_doc_add_row(doc, show->table, cells);
}

static void add_table(struct show *show)
{
	const struct ibp_column columns[] = {
		{"first", _("Application"), IBP_CELL_TEXT, 0, true},
		{"second", _("And"), IBP_CELL_TEXT, 0, true},
		{"possible", _("Possible"), IBP_CELL_BOOL, 0, false},
		{NULL, _("What they share"), IBP_CELL_TEXT, IBP_ONLY_PEOPLE,
		 true},
		{"components", _("Components"), IBP_CELL_LIST, IBP_ONLY_DATA,
		 false},
		{"application_functions", _("Application functions"),
		 IBP_CELL_LIST, IBP_ONLY_DATA, false},
		{"schools", _("Schools"), IBP_CELL_LIST, IBP_ONLY_DATA, false},
		{NULL, _("Schools"), IBP_CELL_TEXT,
		 IBP_ONLY_PEOPLE | IBP_WHEN_WIDE, true},
	};

	show->table = ibp_doc_add_table(show->doc, "overlaps", NULL, columns,
					sizeof(columns) / sizeof(*columns));
	show->table->empty = _("No two applications do the same for the same "
			       "school.");
}

enum ibp_status ibp_cmd_map_overlaps(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cover *cover = NULL;
	struct ibp_overlaps overlaps;
	struct show show;
	enum ibp_status status = ibp_words_none(run, err);

	if (!status)
		status = ibp_cmd_map_cover(run, &cover, err);
	if (status)
		return status;
	ibp_overlaps_make(cover, &overlaps);
	show = (struct show){.doc = ibp_doc_new("overlaps", NULL),
			     .cover = cover,
			     .overlaps = &overlaps};
	ibp_cmd_map_add_head(show.doc, cover);
	ibp_doc_add_fact(show.doc, "count", _("Overlaps"), 0,
			 ibp_cell_number((long)overlaps.count));
	ibp_doc_add_fact(show.doc, "possible", _("Of which possible"), 0,
			 ibp_cell_number((long)overlaps.possible));
	add_table(&show);
	/* First what is certain. */
	for (int possible = 0; possible < 2; possible++)
		for (size_t i = 0; i < overlaps.count; i++)
			if (overlaps.items[i].is_possible == possible)
				add_pair(&show, &overlaps.items[i]);
	if (overlaps.possible)
		ibp_doc_add_text(
			show.doc,
			_("Possible: they share only what FORA says that a "
			  "component does. Nobody has said that both are used "
			  "for it."));
	status = ibp_cmd_show(run, show.doc, err);
	ibp_overlaps_release(&overlaps);
	ibp_cover_free(cover);
	return status;
}
