/*
 * For a person at a terminal: facts in two columns, tables with a header,
 * texts wrapped.  Colour says nothing that the words do not say.
 */
#include "report/form.h"

#include <stdlib.h>

#include "base/text.h"
#include "report/cell.h"
#include "report/text_table.h"

#define DEFAULT_WIDTH 80
#define FACT_GAP 2
#define TITLE_MAX 32 /* a longer title pushes its own value only */
#define VALUE_MIN 20

struct page {
	struct ibp_buf *out;
	size_t width;
	bool colour;
};

static void add_title(struct page *page, const char *title)
{
	if (page->colour)
		ibp_buf_add(page->out, IBP_TEXT_BOLD);
	ibp_text_add_safe(page->out, title);
	if (page->colour)
		ibp_buf_add(page->out, IBP_TEXT_RESET);
	ibp_buf_add_char(page->out, '\n');
}

/* TEXT in lines, each but the first behind INDENT spaces. */
static void add_wrapped(struct page *page, const char *text, size_t indent)
{
	size_t room = page->width > indent + VALUE_MIN ? page->width - indent :
							 VALUE_MIN;
	size_t skip;
	size_t length;
	bool first = true;

	while ((length = ibp_text_wrap(text, room, &skip)) || skip) {
		if (!first && length)
			ibp_buf_add_times(page->out, " ", indent);
		ibp_buf_add_bytes(page->out, text, length);
		ibp_buf_add_char(page->out, '\n');
		text += skip;
		first = false;
	}
	if (first)
		ibp_buf_add_char(page->out, '\n');
}

static void add_paragraph(struct page *page, const char *text)
{
	struct ibp_buf safe = {0};

	ibp_text_add_safe(&safe, text);
	add_wrapped(page, ibp_buf_text(&safe), 0);
	ibp_buf_release(&safe);
}

/* A list of texts or a record: one line or more for each, with a dash. */
static void add_items(struct page *page, const struct ibp_cell *list,
		      size_t indent)
{
	for (size_t i = 0; i < list->count; i++) {
		struct ibp_buf text = {0};

		if (i)
			ibp_buf_add_times(page->out, " ", indent);
		ibp_buf_add(page->out, "- ");
		if (list->keys)
			ibp_buf_addf(page->out, "%s: ", list->keys[i]);
		ibp_text_add_cell(&text, &list->cells[i], list->cells[i].type);
		add_wrapped(page, text.length ? text.data : "-", indent + 2);
		ibp_buf_release(&text);
	}
}

static bool has_items(const struct ibp_cell *cell)
{
	if (cell->type == IBP_CELL_RECORD)
		return cell->count > 0;
	return cell->type == IBP_CELL_LIST && cell->count &&
	       cell->cells[0].type == IBP_CELL_TEXT;
}

static void add_value(struct page *page, const struct ibp_cell *cell,
		      size_t indent)
{
	struct ibp_buf text = {0};

	if (has_items(cell)) {
		add_items(page, cell, indent);
		return;
	}
	ibp_text_add_cell(&text, cell, cell->type);
	add_wrapped(page, text.length ? text.data : "-", indent);
	ibp_buf_release(&text);
}

static void add_fact(struct page *page, const struct ibp_block *block,
		     size_t title_width)
{
	struct ibp_buf title = {0};
	size_t width;

	ibp_text_add_safe(&title, block->title);
	ibp_buf_add_char(&title, ':');
	width = ibp_text_width(title.data);
	ibp_buf_add(page->out, title.data);
	ibp_buf_add_times(page->out, " ",
			  width < title_width ? title_width - width : 1);
	add_value(page, &block->cell, title_width);
	ibp_buf_release(&title);
}

static bool is_fact(const struct ibp_block *block)
{
	return block->type == IBP_BLOCK_FACT && block->title &&
	       ibp_place_shows_people(block->place);
}

/* The width of the titles of all facts that stand together from FIRST on. */
static size_t titles_width(const struct ibp_doc *doc, size_t first)
{
	size_t widest = 0;

	for (size_t i = first; i < doc->block_count; i++) {
		const struct ibp_block *block = &doc->blocks[i];
		size_t width;

		if (block->type != IBP_BLOCK_FACT)
			break;
		if (!is_fact(block))
			continue;
		width = ibp_text_width(block->title) + 1;
		if (width > widest && width <= TITLE_MAX)
			widest = width;
	}
	return widest + FACT_GAP;
}

static void add_table(struct page *page, const struct ibp_table *table)
{
	if (table->title)
		add_title(page, table->title);
	if (table->row_count)
		ibp_text_table_add(page->out, table, page->width, page->colour);
	else if (table->empty)
		add_paragraph(page, table->empty);
}

static bool shows(const struct ibp_block *block)
{
	switch (block->type) {
	case IBP_BLOCK_FACT:
		return is_fact(block);
	case IBP_BLOCK_TABLE:
		return ibp_place_shows_people(block->table->place) &&
		       (block->table->row_count || block->table->empty);
	case IBP_BLOCK_SHEET:
		return !block->sheet->hidden;
	default:
		return true;
	}
}

/* Facts stand together, and a heading stands with what it is about. */
static bool needs_gap(const struct ibp_block *before,
		      const struct ibp_block *block)
{
	if (!before || before->type == IBP_BLOCK_HEADING ||
	    before->type == IBP_BLOCK_SHEET)
		return false;
	return before->type != IBP_BLOCK_FACT || block->type != IBP_BLOCK_FACT;
}

void ibp_render_text(const struct ibp_doc *doc,
		     const struct ibp_render_options *options,
		     struct ibp_buf *out)
{
	struct page page = {
		.out = out,
		.width = options->width ? options->width : DEFAULT_WIDTH,
		.colour = options->colour,
	};
	const struct ibp_block *before = NULL;
	size_t title_width = 0;

	if (doc->title)
		add_title(&page, doc->title);
	if (doc->title && doc->block_count)
		ibp_buf_add_char(out, '\n');
	for (size_t i = 0; i < doc->block_count; i++) {
		const struct ibp_block *block = &doc->blocks[i];

		if (!shows(block))
			continue;
		if (needs_gap(before, block))
			ibp_buf_add_char(out, '\n');
		if (block->type == IBP_BLOCK_HEADING ||
		    block->type == IBP_BLOCK_SHEET) {
			add_title(&page, block->title);
		} else if (block->type == IBP_BLOCK_TEXT ||
			   block->type == IBP_BLOCK_CHART) {
			add_paragraph(&page, block->title);
		} else if (block->type == IBP_BLOCK_TABLE) {
			add_table(&page, block->table);
		} else {
			if (!before || before->type != IBP_BLOCK_FACT)
				title_width = titles_width(doc, i);
			add_fact(&page, block, title_width);
		}
		before = block;
	}
}
