/* For a wiki, a ticket or a report in Markdown (tables as on GitHub). */
#include "report/form.h"

#include <string.h>

#include "base/text.h"
#include "report/cell.h"

/*
 * Nothing in a text may act as markup, start a tag or end a cell of a
 * table.  A newline becomes BREAK.
 */
static void add_escaped(struct ibp_buf *out, const char *text,
			const char *line_break)
{
	struct ibp_buf safe = {0};

	ibp_text_add_safe(&safe, text);
	for (const char *at = ibp_buf_text(&safe); *at; at++) {
		if (*at == '\n') {
			ibp_buf_add(out, line_break);
			continue;
		}
		if (strchr("\\|`*_[]<>#~&", *at))
			ibp_buf_add_char(out, '\\');
		ibp_buf_add_char(out, *at);
	}
	ibp_buf_release(&safe);
}

static void add_cell(struct ibp_buf *out, const struct ibp_cell *cell,
		     const char *line_break)
{
	struct ibp_buf text = {0};

	ibp_cell_add_people(&text, cell);
	add_escaped(out, ibp_buf_text(&text), line_break);
	ibp_buf_release(&text);
}

static void add_header(struct ibp_buf *out, const struct ibp_table *table)
{
	for (size_t i = 0; i < table->column_count; i++) {
		if (!ibp_place_shows_people(table->columns[i].place))
			continue;
		ibp_buf_add(out, "| ");
		add_escaped(out, table->columns[i].title, " ");
		ibp_buf_add_char(out, ' ');
	}
	ibp_buf_add(out, "|\n");
	for (size_t i = 0; i < table->column_count; i++) {
		if (!ibp_place_shows_people(table->columns[i].place))
			continue;
		ibp_buf_add(out, ibp_cell_is_number(table->columns[i].type) ?
					 "| ---: " :
					 "| --- ");
	}
	ibp_buf_add(out, "|\n");
}

static void add_rows(struct ibp_buf *out, const struct ibp_table *table)
{
	for (size_t row = 0; row < table->row_count; row++) {
		for (size_t i = 0; i < table->column_count; i++) {
			if (!ibp_place_shows_people(table->columns[i].place))
				continue;
			ibp_buf_add(out, "| ");
			add_cell(out, ibp_table_cell(table, row, i), "<br>");
			ibp_buf_add_char(out, ' ');
		}
		ibp_buf_add(out, "|\n");
	}
}

static void add_heading(struct ibp_buf *out, const char *marks,
			const char *title)
{
	ibp_buf_addf(out, "%s ", marks);
	add_escaped(out, title, " ");
	ibp_buf_add_char(out, '\n');
}

static void add_table(struct ibp_buf *out, const struct ibp_table *table)
{
	if (table->title) {
		add_heading(out, "##", table->title);
		ibp_buf_add_char(out, '\n');
	}
	if (table->row_count) {
		add_header(out, table);
		add_rows(out, table);
	} else if (table->empty) {
		add_escaped(out, table->empty, " ");
		ibp_buf_add_char(out, '\n');
	}
}

static void add_fact(struct ibp_buf *out, const struct ibp_block *block)
{
	const struct ibp_cell *cell = &block->cell;

	ibp_buf_add(out, "- **");
	add_escaped(out, block->title, " ");
	ibp_buf_add(out, ":**");
	if (cell->type == IBP_CELL_LIST || cell->type == IBP_CELL_RECORD) {
		for (size_t i = 0; i < cell->count; i++) {
			ibp_buf_add(out, "\n  - ");
			if (cell->keys)
				ibp_buf_addf(out, "%s: ", cell->keys[i]);
			add_cell(out, &cell->cells[i], "<br>");
		}
	} else {
		ibp_buf_add_char(out, ' ');
		add_cell(out, cell, "<br>");
	}
	while (out->data[out->length - 1] == ' ')
		ibp_buf_cut(out, out->length - 1);
	ibp_buf_add_char(out, '\n');
}

static bool shows(const struct ibp_block *block)
{
	if (block->type == IBP_BLOCK_FACT)
		return block->title && ibp_place_shows_people(block->place);
	if (block->type == IBP_BLOCK_TABLE)
		return ibp_place_shows_people(block->table->place) &&
		       (block->table->row_count || block->table->empty);
	if (block->type == IBP_BLOCK_SHEET)
		return !block->sheet->hidden;
	return true;
}

static void add_block(struct ibp_buf *out, const struct ibp_block *block)
{
	switch (block->type) {
	case IBP_BLOCK_HEADING:
	case IBP_BLOCK_SHEET:
		add_heading(out, "##", block->title);
		break;
	case IBP_BLOCK_TEXT:
	case IBP_BLOCK_CHART:
		add_escaped(out, block->title, " ");
		ibp_buf_add_char(out, '\n');
		break;
	case IBP_BLOCK_FACT:
		add_fact(out, block);
		break;
	case IBP_BLOCK_TABLE:
		add_table(out, block->table);
		break;
	}
}

void ibp_render_markdown(const struct ibp_doc *doc,
			 const struct ibp_render_options *options,
			 struct ibp_buf *out)
{
	const struct ibp_block *before = NULL;

	(void)options;
	if (doc->title)
		add_heading(out, "#", doc->title);
	for (size_t i = 0; i < doc->block_count; i++) {
		const struct ibp_block *block = &doc->blocks[i];

		if (!shows(block))
			continue;
		if ((before || doc->title) &&
		    !(before && before->type == IBP_BLOCK_FACT &&
		      block->type == IBP_BLOCK_FACT))
			ibp_buf_add_char(out, '\n');
		add_block(out, block);
		before = block;
	}
}
