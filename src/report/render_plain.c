/*
 * For cut, awk and speech: one line per fact (key, value) or row, fields
 * separated by tabs.  A group of facts and each table are set apart by an
 * empty line.
 */
#include "report/form.h"

#include "base/text.h"
#include "report/cell.h"

/* Tabs and newlines would end a field or line: they become spaces. */
static void add_field(struct ibp_buf *out, const struct ibp_cell *cell)
{
	struct ibp_buf raw = {0};
	size_t start = out->length;

	ibp_cell_add_data(&raw, cell);
	ibp_text_add_safe(out, ibp_buf_text(&raw));
	for (size_t i = start; i < out->length; i++)
		if (out->data[i] == '\n')
			out->data[i] = ' ';
	ibp_buf_release(&raw);
}

static void add_table(struct ibp_buf *out, const struct ibp_table *table)
{
	for (size_t row = 0; row < table->row_count; row++) {
		const char *between = "";

		for (size_t i = 0; i < table->column_count; i++) {
			if (!ibp_place_shows_data(table->columns[i].place))
				continue;
			ibp_buf_add(out, between);
			add_field(out, ibp_table_cell(table, row, i));
			between = "\t";
		}
		ibp_buf_add_char(out, '\n');
	}
}

static void add_fact(struct ibp_buf *out, const struct ibp_block *block)
{
	ibp_buf_addf(out, "%s\t", block->key);
	add_field(out, &block->cell);
	ibp_buf_add_char(out, '\n');
}

void ibp_render_plain(const struct ibp_doc *doc,
		      const struct ibp_render_options *options,
		      struct ibp_buf *out)
{
	const struct ibp_block *before = NULL;

	(void)options;
	for (size_t i = 0; i < doc->block_count; i++) {
		const struct ibp_block *block = &doc->blocks[i];
		bool is_table = block->type == IBP_BLOCK_TABLE;
		unsigned place = is_table ? block->table->place : block->place;

		if (!ibp_place_shows_data(place) ||
		    (is_table && !block->table->row_count) ||
		    (!is_table &&
		     !(block->type == IBP_BLOCK_FACT && block->key)))
			continue;
		if (before && (is_table || before->type == IBP_BLOCK_TABLE))
			ibp_buf_add_char(out, '\n');
		if (is_table)
			add_table(out, block->table);
		else
			add_fact(out, block);
		before = block;
	}
}
