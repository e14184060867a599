/* model show: one element with what it is, where it stands and its relations.
 */
#include "base/buf.h"
#include "base/i18n.h"
#include "cmd/map.h"
#include "model/fora_texts.h"
#include "model/products.h"

#define WIKI "https://fora.wikixl.nl/index.php/FORA/"

/* The names of the wholes that the element is in, the nearest last. */
static struct ibp_strings wholes_of(struct ibp_doc *doc,
				    const struct ibp_fora *fora, uint32_t index)
{
	struct ibp_strings wholes = {0};
	uint32_t at = index;
	size_t depth = 0;

	while ((at = fora->elements[at].parent) != IBP_FORA_NONE)
		depth++;
	wholes.items = ibp_arena_alloc(&doc->arena,
				       (depth + 1) * sizeof(*wholes.items));
	wholes.count = depth;
	at = index;
	for (size_t i = depth; i--;) {
		at = fora->elements[at].parent;
		wholes.items[i] = fora->elements[at].name;
	}
	return wholes;
}

/* A list for programs, one line for people. */
static void add_path(struct ibp_doc *doc, const struct ibp_strings *wholes)
{
	struct ibp_buf line = {0};

	for (size_t i = 0; i < wholes->count; i++)
		ibp_buf_addf(&line, "%s%s", i ? " > " : "", wholes->items[i]);
	ibp_doc_add_fact(doc, "path", _("Part of"), IBP_ONLY_DATA,
			 ibp_cell_texts(doc, wholes->items, wholes->count));
	if (line.length)
		ibp_doc_add_fact(doc, NULL, _("Part of"), IBP_ONLY_PEOPLE,
				 ibp_cell_text(ibp_arena_strdup(
					 &doc->arena, ibp_buf_text(&line))));
	ibp_buf_release(&line);
}

static void add_facts(struct ibp_doc *doc, const struct ibp_fora *fora,
		      uint32_t index)
{
	const struct ibp_fora_element *e = &fora->elements[index];
	const char *wiki =
		ibp_arena_printf(&doc->arena, "%s%s", WIKI,
				 ibp_fora_wiki_id(e->id, &doc->arena));
	const struct {
		const char *key;
		const char *title;
		struct ibp_cell cell;
	} facts[] = {
		{"version", _("Version"), ibp_cell_code(fora->version)},
		{"id", _("Id"), ibp_cell_code(e->id)},
		{"type", _("Type"), ibp_cmd_map_type_cell(e->type)},
		{"name", _("Name"), ibp_cell_text(e->name)},
		{"description", _("Description"),
		 ibp_cell_text(ibp_fora_description(e))},
		{"status", _("Status"), ibp_cmd_map_status_cell(e->status)},
		{"domain", _("Domain"), ibp_cmd_map_name_cell(fora, e->domain)},
		{"expects_system", _("Expects a system"),
		 ibp_cmd_map_answer_cell(e->expects_system)},
		{"personal_data", _("Personal data"),
		 ibp_cmd_map_answer_cell(e->personal_data)},
		{"availability", _("Availability"),
		 ibp_cmd_map_rating_cell(e->availability)},
		{"integrity", _("Integrity"),
		 ibp_cmd_map_rating_cell(e->integrity)},
		{"confidentiality", _("Confidentiality"),
		 ibp_cmd_map_rating_cell(e->confidentiality)},
		{"retention", _("Retention"), ibp_cell_text(e->retention)},
		{"wiki", _("Address"), ibp_cell_code(wiki)},
	};

	for (size_t i = 0; i < sizeof(facts) / sizeof(*facts); i++)
		ibp_doc_add_fact(
			doc, facts[i].key, facts[i].title,
			facts[i].cell.type == IBP_CELL_NONE ? IBP_ONLY_DATA : 0,
			facts[i].cell);
}

/* The publisher has some twice; that says nothing. */
static bool is_repeated(const struct ibp_fora *fora,
			struct ibp_fora_slice slice, size_t i)
{
	const struct ibp_fora_relation *this = &fora->relations[slice.items[i]];
	const struct ibp_fora_relation *last =
		i ? &fora->relations[slice.items[i - 1]] : NULL;

	return last && last->type == this->type &&
	       last->source == this->source && last->target == this->target &&
	       last->access == this->access;
}

/* The relations of SLICE, with the element at their other end. */
static void add_relations(struct ibp_doc *doc, const struct ibp_fora *fora,
			  struct ibp_fora_slice slice, const char *key,
			  const char *title, bool outgoing)
{
	const struct ibp_column columns[] = {
		{"relation", _("Relation"), IBP_CELL_CHOICE, 0, false},
		{"access", _("Access"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"type", _("Type"), IBP_CELL_CHOICE, 0, false},
		{"name", _("Name"), IBP_CELL_TEXT, 0, true},
		{"id", _("Id"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, key, title, columns, 5);

	table->empty = _("None.");
	for (size_t i = 0; i < slice.count; i++) {
		const struct ibp_fora_relation *relation =
			&fora->relations[slice.items[i]];
		const struct ibp_fora_element *other =
			&fora->elements[outgoing ? relation->target :
						   relation->source];
		struct ibp_cell cells[] = {
			ibp_cell_choice(
				ibp_fora_relation_words[relation->type],
				ibp_fora_relation_label(relation->type)),
			relation->access ?
				ibp_cell_code(ibp_fora_access_words
						      [relation->access]) :
				ibp_cell_none(),
			ibp_cmd_map_type_cell(other->type),
			ibp_cell_text(other->name),
			ibp_cell_code(other->id),
		};

		if (!is_repeated(fora, slice, i))
			ibp_doc_add_row(doc, table, cells);
	}
}

static bool fills(const struct ibp_fora *fora,
		  const struct ibp_product *product, uint32_t index)
{
	for (size_t i = 0; i < product->components.count; i++)
		if (ibp_fora_find(fora, product->components.items[i]) == index)
			return true;
	return false;
}

static enum ibp_status add_products(struct ibp_run *run, struct ibp_doc *doc,
				    uint32_t index, struct ibp_error *err)
{
	const struct ibp_column columns[] = {
		{"name", _("Name"), IBP_CELL_TEXT, 0, true},
		{"vendor", _("Vendor"), IBP_CELL_TEXT, 0, true},
		{"sector", _("Sector"), IBP_CELL_CODE, 0, false},
		{"basis", _("Basis"), IBP_CELL_CODE, 0, false},
	};
	const struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	struct ibp_products *products = NULL;
	struct ibp_table *table = NULL;
	enum ibp_status status =
		ibp_products_open(map->file.data_dir, &products, err);

	for (size_t i = 0; products && i < products->count; i++) {
		const struct ibp_product *product = &products->items[i];
		struct ibp_cell cells[] = {
			ibp_cell_text(
				ibp_arena_strdup(&doc->arena, product->name)),
			ibp_cell_text(
				ibp_arena_strdup(&doc->arena, product->vendor)),
			ibp_cell_code(ibp_product_sector_word(product->sector)),
			ibp_cell_code(ibp_product_basis_word(product->basis)),
		};

		if (!fills(map->fora, product, index))
			continue;
		if (!table)
			table = ibp_doc_add_table(
				doc, "products",
				_("Products that seem to fill it (our "
				  "proposal, not Kennisnet's)"),
				columns, 4);
		ibp_doc_add_row(doc, table, cells);
	}
	ibp_products_free(products);
	return status;
}

static enum ibp_status show(struct ibp_run *run, uint32_t index,
			    struct ibp_error *err)
{
	const struct ibp_fora *fora = ibp_cmd_map_of(run)->fora;
	struct ibp_doc *doc = ibp_doc_new("model-show", NULL);
	struct ibp_strings wholes;
	enum ibp_status status;

	wholes = wholes_of(doc, fora, index);
	add_facts(doc, fora, index);
	add_path(doc, &wholes);
	add_relations(doc, fora, ibp_fora_outgoing(fora, index), "outgoing",
		      _("From this element"), true);
	add_relations(doc, fora, ibp_fora_incoming(fora, index), "incoming",
		      _("To this element"), false);
	status = add_products(run, doc, index, err);
	if (!status)
		return ibp_cmd_show(run, doc, err);
	ibp_doc_free(doc);
	return status;
}

enum ibp_status ibp_cmd_map_model_show(struct ibp_run *run,
				       struct ibp_error *err)
{
	struct ibp_words words = {0};
	uint32_t index = IBP_FORA_NONE;
	enum ibp_status status = ibp_cmd_map_open(run, 1, 1, &words, err);

	if (!status)
		status = ibp_fora_look_up(ibp_cmd_map_of(run)->fora,
					  words.plain[0], &index, err);
	if (!status)
		status = show(run, index, err);
	ibp_words_release(&words);
	return status;
}
