/*
 * For speech and braille: a sentence for each fact and each row, with what a
 * cell is in front of what it says.  No columns, no lines, no colours.
 */
#include "report/form.h"

#include "base/text.h"
#include "report/cell.h"

/* "Average: 2.31"; nothing for a cell that says nothing. */
static void add_cell(struct ibp_buf *out, const char *title,
		     const struct ibp_cell *cell, const char *before)
{
	struct ibp_buf text = {0};

	ibp_cell_add_people(&text, cell);
	if (text.length)
		ibp_buf_addf(out, "%s%s: %s", before, title, text.data);
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
		ibp_buf_addf(out, "%s:\n", table->title);
	if (!table->row_count && table->empty)
		ibp_buf_addf(out, "%s\n", table->empty);
	for (size_t row = 0; row < table->row_count; row++)
		add_row(out, table, row);
}

static void add_block(struct ibp_buf *out, const struct ibp_block *block)
{
	switch (block->type) {
	case IBP_BLOCK_HEADING:
		ibp_buf_addf(out, "%s:\n", block->title);
		break;
	case IBP_BLOCK_TEXT:
		ibp_buf_addf(out, "%s\n", block->title);
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
		ibp_buf_addf(out, "%s:\n", block->sheet->name);
		break;
	case IBP_BLOCK_CHART:
		ibp_buf_addf(out, "%s\n", block->chart->alt);
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
