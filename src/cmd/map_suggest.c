/* suggest: where applications might belong, with the command that takes it. */
#include "base/i18n.h"
#include "cmd/map_question.h"
#include "core/suggest.h"

struct show {
	struct ibp_doc *doc;
	const struct ibp_cover *cover;
	const struct ibp_suggestions *suggestions;
};

/* By number and id: nothing to quote, and right whatever it is called. */
static const char *command_of(const struct show *show,
			      const struct ibp_suggestion *item)
{
	return ibp_arena_printf(
		&show->doc->arena, "fora-map link %ld %s",
		show->cover->landscape->applications[item->application].id,
		show->cover->fora->elements[item->element].id);
}

static struct ibp_cell text_cell(const struct show *show, const char *text)
{
	return ibp_cell_text(ibp_arena_strdup(&show->doc->arena, text));
}

static void add_row(const struct show *show, struct ibp_table *table,
		    const struct ibp_suggestion *item)
{
	const struct ibp_fora *fora = show->cover->fora;
	const struct ibp_fora_element *e = &fora->elements[item->element];
	const struct ibp_product *product = item->product;
	struct ibp_cell cells[] = {
		ibp_cell_text(
			show->cover->landscape->applications[item->application]
				.name),
		ibp_cmd_map_type_cell(e->type),
		ibp_cell_text(e->name),
		ibp_cell_code(e->id),
		ibp_cell_choice(ibp_suggest_word(item->basis),
				ibp_suggest_label(item->basis)),
		ibp_cmd_map_name_cell(fora, item->via),
		product ? text_cell(show, product->name) : ibp_cell_none(),
		product ?
			ibp_cell_code(ibp_product_basis_word(product->basis)) :
			ibp_cell_none(),
		ibp_cell_code(command_of(show, item)),
	};

	ibp_doc_add_row(show->doc, table, cells);
}

static void add_rows(const struct show *show)
{
	const struct ibp_column columns[] = {
		{"application", _("Application"), IBP_CELL_TEXT, 0, true},
		{"type", _("Type"), IBP_CELL_CHOICE, 0, false},
		{"name", _("Name"), IBP_CELL_TEXT, 0, true},
		{"id", _("Id"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"basis", _("Because of"), IBP_CELL_CHOICE, 0, false},
		{"via", _("By way of"), IBP_CELL_TEXT, IBP_WHEN_WIDE, true},
		{"product", _("Product"), IBP_CELL_TEXT, IBP_WHEN_WIDE, true},
		{"source", _("Source"), IBP_CELL_CODE, IBP_WHEN_WIDE, false},
		{"command", _("Command"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
	};
	struct ibp_table *table =
		ibp_doc_add_table(show->doc, "suggestions", NULL, columns,
				  sizeof(columns) / sizeof(*columns));

	table->empty = _("There is nothing to propose.");
	for (size_t i = 0; i < show->suggestions->count; i++)
		add_row(show, table, &show->suggestions->items[i]);
}

/* Lines to copy, in the order of the rows. */
static void add_commands(const struct show *show)
{
	const struct ibp_column columns[] = {
		{NULL, _("Command"), IBP_CELL_CODE, IBP_ONLY_PEOPLE, false},
	};
	struct ibp_table *table;

	if (!show->suggestions->count)
		return;
	ibp_doc_add_text(
		show->doc,
		_("A proposal of ibp-tools, not of Kennisnet: look whether you "
		  "use it for that. These commands take one each, in the same "
		  "order:"));
	table = ibp_doc_add_table(show->doc, NULL, NULL, columns, 1);
	table->place = IBP_ONLY_PEOPLE;
	for (size_t i = 0; i < show->suggestions->count; i++) {
		struct ibp_cell cell = ibp_cell_code(
			command_of(show, &show->suggestions->items[i]));

		ibp_doc_add_row(show->doc, table, &cell);
	}
}

static enum ibp_status suggest(struct ibp_run *run,
			       const struct ibp_cover *cover,
			       const struct ibp_products *products,
			       struct ibp_error *err)
{
	struct ibp_suggestions suggestions = {0};
	struct show show = {.cover = cover, .suggestions = &suggestions};
	size_t application = 0;
	enum ibp_status status = IBP_OK;

	if (run->word_count)
		status = ibp_landscape_look_up(cover->landscape, run->words[0],
					       &application, err);
	if (status)
		return status;
	if (run->word_count)
		ibp_suggest_one(cover, products, application, &suggestions);
	else
		ibp_suggest_all(cover, products, &suggestions);
	show.doc = ibp_doc_new("suggest", NULL);
	ibp_cmd_map_add_head(show.doc, cover);
	add_rows(&show);
	add_commands(&show);
	status = ibp_cmd_show(run, show.doc, err);
	ibp_suggestions_release(&suggestions);
	return status;
}

enum ibp_status ibp_cmd_map_suggest(struct ibp_run *run, struct ibp_error *err)
{
	const struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	struct ibp_products *products = NULL;
	struct ibp_cover *cover = NULL;
	enum ibp_status status = IBP_OK;

	if (run->word_count > 1)
		status = ibp_words_exactly(run, 1, err);
	if (!status)
		status = ibp_cmd_map_cover(run, &cover, err);
	if (!status)
		status = ibp_products_open(map->file.data_dir, &products, err);
	if (!status)
		status = suggest(run, cover, products, err);
	ibp_products_free(products);
	ibp_cover_free(cover);
	return status;
}
