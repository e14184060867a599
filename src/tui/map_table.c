#include "tui/map_table.h"

#include <stdlib.h>

#include "base/date.h"
#include "base/i18n.h"
#include "core/attention.h"
#include "core/overlap.h"
#include "core/suggest.h"

/* Pairs beyond this are counted, not listed. */
#define PAIRS_MAX 1000

struct ibp_map_line *ibp_map_table_add(struct ibp_map_table *table,
				       size_t application, uint32_t element)
{
	struct ibp_map_line *line;

	table->lines = ibp_grow(table->lines, &table->capacity,
				table->count + 1, sizeof(*table->lines));
	line = &table->lines[table->count++];
	*line = (struct ibp_map_line){.application = application,
				      .element = element};
	return line;
}

static const char *application_name(const struct ibp_map_asked *asked,
				    size_t application)
{
	return asked->cover->landscape->applications[application].name;
}

static const char *shown_date(struct ibp_map_table *table, const char *date)
{
	char shown[IBP_DATE_SIZE];

	return date ? ibp_arena_strdup(&table->arena,
				       ibp_date_show(date, shown)) :
		      NULL;
}

static const char *kept(struct ibp_map_table *table, struct ibp_buf *text)
{
	const char *copy = ibp_arena_strdup(&table->arena, ibp_buf_text(text));

	ibp_buf_release(text);
	return copy;
}

/* ---- Overlaps ---- */

static const struct ibp_column overlap_columns[] = {
	{NC_("column", "Application"), 16, 40, 0, false, 22},
	{NC_("column", "And"), 16, 40, 0, false, 22},
	{NC_("column", "Certain"), 8, 10, 0, false, 0},
	{NC_("column", "What they share"), 16, 100, 1, false, 20},
	{NULL, 0, 0, 0, false, 0},
};

static const char *shared_names(const struct ibp_map_asked *asked,
				const struct ibp_overlaps *overlaps,
				const struct ibp_overlap *item,
				struct ibp_map_table *table)
{
	struct ibp_shared *shared =
		ibp_overlap_shared(overlaps, item, &table->arena);
	struct ibp_buf text = {0};

	/* Of a certain one only what is certain. */
	for (size_t i = 0; i < item->shared; i++)
		if (shared[i].is_possible == item->is_possible)
			ibp_buf_addf(
				&text, "%s%s", text.length ? ", " : "",
				asked->cover->fora->elements[shared[i].element]
					.name);
	return kept(table, &text);
}

static const char *both_schools(const struct ibp_map_asked *asked,
				const struct ibp_overlaps *overlaps,
				const struct ibp_overlap *item,
				struct ibp_map_table *table)
{
	const struct ibp_landscape *l = asked->cover->landscape;
	size_t count = 0;
	size_t *schools =
		ibp_overlap_schools(overlaps, item, &table->arena, &count);
	struct ibp_buf text = {0};

	ibp_buf_addf(&text, "%s: ", _("Schools"));
	if (count >= l->school_count)
		ibp_buf_add(&text, _("all schools"));
	else
		for (size_t i = 0; i < count; i++)
			ibp_buf_addf(&text, "%s%s", i ? ", " : "",
				     l->schools[schools[i]].name);
	return kept(table, &text);
}

static void fill_overlaps(const struct ibp_map_asked *asked,
			  struct ibp_map_table *table)
{
	struct ibp_overlaps overlaps;

	ibp_overlaps_make(asked->cover, &overlaps);
	for (size_t i = 0; i < overlaps.count && i < PAIRS_MAX; i++) {
		const struct ibp_overlap *item = &overlaps.items[i];
		struct ibp_map_line *line =
			ibp_map_table_add(table, item->a, IBP_FORA_NONE);

		line->cells[0] = application_name(asked, item->a);
		line->cells[1] = application_name(asked, item->b);
		line->cells[2] = item->is_possible ? _("possible") : _("yes");
		line->cells[3] = shared_names(asked, &overlaps, item, table);
		line->more = both_schools(asked, &overlaps, item, table);
	}
	table->summary = ibp_arena_printf(
		&table->arena,
		_("%zu pairs, of which %zu possible: those share only what "
		  "FORA says that a component does, and nobody placed both on "
		  "it."),
		overlaps.count, overlaps.possible);
	ibp_overlaps_release(&overlaps);
}

/* ---- Agreements and contracts ---- */

static const struct ibp_column attention_columns[] = {
	{NC_("column", "Application"), 18, 40, 0, false, 24},
	{NC_("column", "What is the matter"), 20, 32, 0, false, 28},
	{NC_("column", "Date"), 10, 10, 0, false, 0},
	{NC_("column", "Owner"), 10, 40, 1, false, 0},
	{NULL, 0, 0, 0, false, 0},
};

static bool is_contract(enum ibp_attention_kind kind)
{
	return kind == IBP_ATTENTION_CONTRACT_ENDED ||
	       kind == IBP_ATTENTION_CONTRACT_ENDING;
}

static void add_attention(const struct ibp_map_asked *asked,
			  const struct ibp_attention *item,
			  struct ibp_map_table *table)
{
	const struct ibp_application *a =
		&asked->cover->landscape->applications[item->application];
	struct ibp_map_line *line =
		ibp_map_table_add(table, item->application, IBP_FORA_NONE);
	bool derived = false;

	ibp_personal_data_of(a, &asked->derived[item->application], &derived);
	line->cells[0] = a->name;
	line->cells[1] = ibp_attention_label(item->kind);
	line->cells[2] = shown_date(table, item->date);
	line->cells[3] = a->owner;
	if (derived && item->kind < IBP_ATTENTION_DPIA)
		line->more = _("That it has personal data is what FORA says of "
			       "its places; a value of your own goes before "
			       "it.");
	else if (a->supplier)
		line->more = ibp_arena_printf(&table->arena, "%s: %s",
					      _("Supplier"), a->supplier);
}

static void fill_attentions(const struct ibp_map_asked *asked,
			    struct ibp_map_table *table)
{
	bool contracts = asked->question == IBP_MAP_CONTRACTS;
	struct ibp_attentions attentions;

	ibp_attentions_make(asked->cover, asked->derived, &attentions);
	for (size_t i = 0; i < attentions.count; i++)
		if (is_contract(attentions.items[i].kind) == contracts)
			add_attention(asked, &attentions.items[i], table);
	ibp_attentions_release(&attentions);
}

/* ---- Proposals ---- */

static const struct ibp_column proposal_columns[] = {
	{NC_("column", "Application"), 16, 40, 0, false, 20},
	{NC_("column", "On"), 18, 50, 0, false, 22},
	{NC_("column", "Type"), 10, 22, 1, false, 19},
	{NC_("column", "Because of"), 10, 16, 0, false, 0},
	{NULL, 0, 0, 0, false, 0},
};

static void add_proposal(const struct ibp_map_asked *asked,
			 const struct ibp_suggestion *item,
			 struct ibp_map_table *table)
{
	const struct ibp_fora *fora = asked->cover->fora;
	const struct ibp_fora_element *e = &fora->elements[item->element];
	struct ibp_map_line *line =
		ibp_map_table_add(table, item->application, item->element);

	line->cells[0] = application_name(asked, item->application);
	line->cells[1] = e->name;
	line->cells[2] = ibp_fora_type_label(e->type);
	line->cells[3] = ibp_suggest_label(item->basis);
	if (item->product)
		line->more =
			ibp_arena_printf(&table->arena, "%s: %s", _("Product"),
					 item->product->name);
	else if (item->via != IBP_FORA_NONE)
		line->more = ibp_arena_printf(&table->arena, "%s: %s",
					      _("By way of"),
					      fora->elements[item->via].name);
}

static void fill_proposals(const struct ibp_map_asked *asked,
			   struct ibp_map_table *table)
{
	struct ibp_suggestions suggestions = {0};

	ibp_suggest_all(asked->cover, asked->products, &suggestions);
	for (size_t i = 0; i < suggestions.count; i++)
		add_proposal(asked, &suggestions.items[i], table);
	ibp_suggestions_release(&suggestions);
	table->summary = _("A proposal of ibp-tools, not of Kennisnet: look "
			   "whether you use it for that.");
}

/* ---- Not for us ---- */

static const struct ibp_column exclusion_columns[] = {
	{NC_("column", "Element"), 20, 50, 0, false, 34},
	{NC_("column", "Type"), 10, 22, 1, false, 19},
	{NC_("column", "Reason"), 20, 200, 0, false, 0},
	{NULL, 0, 0, 0, false, 0},
};

static void fill_exclusions(const struct ibp_map_asked *asked,
			    struct ibp_map_table *table)
{
	const struct ibp_landscape *l = asked->cover->landscape;

	for (size_t i = 0; i < l->exclusion_count; i++) {
		const struct ibp_exclusion *e = &l->exclusions[i];
		struct ibp_map_line *line =
			ibp_map_table_add(table, SIZE_MAX, e->element);

		line->cells[0] = e->element_name;
		if (e->element != IBP_FORA_NONE)
			line->cells[1] = ibp_fora_type_label(
				asked->cover->fora->elements[e->element].type);
		line->cells[2] = e->reason;
		line->more = e->look_again ? _("look again") : NULL;
	}
}

/* ---- All questions ---- */

static const struct {
	const char *title;
	const struct ibp_column *columns;
	ibp_map_table_fill *fill;
	const char *empty;
} questions[IBP_MAP_QUESTIONS] = {
	[IBP_MAP_OVERLAPS] = {N_("Overlaps"), overlap_columns, fill_overlaps,
			      N_("No two applications do the same for the same "
				 "school.")},
	[IBP_MAP_AGREEMENTS] = {N_("Agreements that ask for attention"),
				attention_columns, fill_attentions,
				N_("Nothing asks for attention.")},
	[IBP_MAP_CONTRACTS] = {N_("Contracts that end"), attention_columns,
			       fill_attentions,
			       N_("No contract ends within six months.")},
	[IBP_MAP_SUGGESTIONS] = {N_("Proposals"), proposal_columns,
				 fill_proposals,
				 N_("There is nothing to propose.")},
	[IBP_MAP_EXCLUSIONS] = {N_("Not for us"), exclusion_columns,
				fill_exclusions,
				N_("Nothing of FORA is left out. Press - on an "
				   "element to say that it is not for your "
				   "board.")},
	[IBP_MAP_IMPACT] = {NULL, ibp_map_impact_columns, ibp_map_table_impact,
			    N_("Nothing depends on it.")},
	[IBP_MAP_IMPACT_ELEMENT] = {NULL, ibp_map_impact_columns,
				    ibp_map_table_impact,
				    N_("Nothing stands on it.")},
	[IBP_MAP_MOMENT] = {NULL, ibp_map_moment_columns, ibp_map_table_moment,
			    N_("Nothing is other than today.")},
};

/* What the question is about stands in its title. */
static const char *title_of(const struct ibp_map_asked *asked,
			    struct ibp_map_table *table)
{
	switch (asked->question) {
	case IBP_MAP_IMPACT:
		return ibp_arena_printf(
			&table->arena, _("Without %s"),
			application_name(asked, asked->application));
	case IBP_MAP_IMPACT_ELEMENT:
		return ibp_arena_printf(
			&table->arena, _("Without what stands on %s"),
			asked->cover->fora->elements[asked->element].name);
	case IBP_MAP_MOMENT:
		return ibp_arena_printf(&table->arena, _("Today beside %s"),
					shown_date(table, asked->date));
	default:
		return _(questions[asked->question].title);
	}
}

void ibp_map_table_make(const struct ibp_map_asked *asked,
			struct ibp_map_table *table)
{
	ibp_map_table_release(table);
	table->columns = questions[asked->question].columns;
	table->empty = _(questions[asked->question].empty);
	table->title = title_of(asked, table);
	questions[asked->question].fill(asked, table);
}

void ibp_map_table_release(struct ibp_map_table *table)
{
	ibp_arena_release(&table->arena);
	free(table->lines);
	*table = (struct ibp_map_table){0};
}
