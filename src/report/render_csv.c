/* The first table, with the keys of its columns as the first row. */
#include "report/form.h"

#include <string.h>

#include "base/csv.h"
#include "base/text.h"
#include "report/cell.h"

/* Tabs and newlines stay, so that an import finds the same text again. */
static void add_cell(struct ibp_buf *out, char separator,
		     const struct ibp_cell *cell)
{
	struct ibp_buf raw = {0};
	struct ibp_buf safe = {0};
	char *part;

	ibp_cell_add_data(&raw, cell);
	for (part = raw.data; part;) {
		char *tab = strchr(part, '\t');

		if (tab)
			*tab++ = '\0';
		ibp_text_add_safe(&safe, part);
		if (tab)
			ibp_buf_add_char(&safe, '\t');
		part = tab;
	}
	ibp_csv_add_field(out, separator, ibp_buf_text(&safe));
	ibp_buf_release(&safe);
	ibp_buf_release(&raw);
}

static void add_table(struct ibp_buf *out, char separator,
		      const struct ibp_table *table)
{
	for (size_t i = 0; i < table->column_count; i++)
		if (ibp_place_shows_data(table->columns[i].place))
			ibp_csv_add_field(out, separator,
					  table->columns[i].key);
	ibp_csv_end_row(out);
	for (size_t row = 0; row < table->row_count; row++) {
		for (size_t i = 0; i < table->column_count; i++)
			if (ibp_place_shows_data(table->columns[i].place))
				add_cell(out, separator,
					 ibp_table_cell(table, row, i));
		ibp_csv_end_row(out);
	}
}

static void add_facts(struct ibp_buf *out, char separator,
		      const struct ibp_doc *doc)
{
	ibp_csv_add_field(out, separator, "key");
	ibp_csv_add_field(out, separator, "value");
	ibp_csv_end_row(out);
	for (size_t i = 0; i < doc->block_count; i++) {
		const struct ibp_block *block = &doc->blocks[i];

		if (block->type != IBP_BLOCK_FACT || !block->key ||
		    !ibp_place_shows_data(block->place))
			continue;
		ibp_csv_add_field(out, separator, block->key);
		add_cell(out, separator, &block->cell);
		ibp_csv_end_row(out);
	}
}

static const struct ibp_table *first_table(const struct ibp_doc *doc)
{
	for (size_t i = 0; i < doc->block_count; i++) {
		const struct ibp_table *table = doc->blocks[i].table;

		if (table && ibp_place_shows_data(table->place))
			return table;
	}
	return NULL;
}

void ibp_render_csv(const struct ibp_doc *doc,
		    const struct ibp_render_options *options,
		    struct ibp_buf *out)
{
	const struct ibp_table *table = first_table(doc);
	char separator = options->separator ? options->separator : ',';

	if (options->bom)
		ibp_buf_add(out, "\xef\xbb\xbf");
	if (table)
		add_table(out, separator, table);
	else
		add_facts(out, separator, doc);
}
