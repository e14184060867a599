/*
 * For speech and braille: a sentence for each fact and each row, with what a
 * cell is in front of what it says.  No columns, no lines, no colours.
 */
#include "report/form.h"

#include "base/text.h"
#include "report/cell.h"

/* TEXT without control characters, and what comes after it. */
static void add(struct ibp_buf *out, const char *text, const char *end)
{
	ibp_text_add_safe(out, text);
	ibp_buf_add(out, end);
}

/* "Average: 2.31"; nothing for a cell that says nothing. */
static void add_cell(struct ibp_buf *out, const char *title,
		     const struct ibp_cell *cell, const char *before)
{
	struct ibp_buf text = {0};

	ibp_cell_add_people(&text, cell);
	if (text.length) {
		ibp_buf_add(out, before);
		add(out, title, ": ");
		add(out, text.data, "");
	}
	ibp_buf_release(&text);
}

static void add_row(struct ibp_buf *out, const struct ibp_table *table,
		    size_t row)
{
	size_t start = out->length;

	for (size_t i = 0; i < table->column_count; i++)
		if (ibp_place_shows_people(table->columns[i].place))
			add_cell(out, table->columns[i].title,
				 ibp_table_cell(table, row, i),
				 out->length > start ? ", " : "");
	if (out->length > start)
		ibp_buf_add(out, ".\n");
}

static void add_table(struct ibp_buf *out, const struct ibp_table *table)
{
	if (table->title)
		add(out, table->title, ":\n");
	if (!table->row_count && table->empty)
		add(out, table->empty, "\n");
	for (size_t row = 0; row < table->row_count; row++)
		add_row(out, table, row);
}

static void add_block(struct ibp_buf *out, const struct ibp_block *block)
{
	switch (block->type) {
	case IBP_BLOCK_HEADING:
		add(out, block->title, ":\n");
		break;
	case IBP_BLOCK_TEXT:
		add(out, block->title, "\n");
		break;
	case IBP_BLOCK_FACT:
		if (block->title)
			add_cell(out, block->title, &block->cell, "");
		if (out->length && out->data[out->length - 1] != '\n')
			ibp_buf_add(out, ".\n");
		break;
	case IBP_BLOCK_TABLE:
		add_table(out, block->table);
		break;
	case IBP_BLOCK_SHEET:
		add(out, block->sheet->name, ":\n");
		break;
	case IBP_BLOCK_CHART:
		add(out, block->chart->alt, "\n");
		break;
	}
}

void ibp_render_spoken(const struct ibp_doc *doc,
		       const struct ibp_render_options *options,
		       struct ibp_buf *out)
{
	(void)options;
	for (size_t i = 0; i < doc->block_count; i++) {
		const struct ibp_block *block = &doc->blocks[i];
		bool is_table = block->type == IBP_BLOCK_TABLE;

		if (ibp_place_shows_people(is_table ? block->table->place :
						      block->place))
			add_block(out, block);
	}
}
