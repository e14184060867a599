/*
 * One object: the schema, then facts and tables in the order they were
 * added.  Two spaces for each depth, a newline at the end.
 */
#include "report/form.h"

#include "base/json.h"
#include "report/cell.h"

struct writer {
	struct ibp_buf *out;
	size_t depth;
	bool started; /* the array or object at hand has something in it */
};

static void new_line(struct writer *w)
{
	ibp_buf_add_char(w->out, '\n');
	ibp_buf_add_times(w->out, "  ", w->depth);
}

static void open_group(struct writer *w, char bracket)
{
	ibp_buf_add_char(w->out, bracket);
	w->depth++;
	w->started = false;
}

static void close_group(struct writer *w, char bracket)
{
	w->depth--;
	if (w->started)
		new_line(w);
	ibp_buf_add_char(w->out, bracket);
	w->started = true;
}

static void add_item(struct writer *w)
{
	if (w->started)
		ibp_buf_add_char(w->out, ',');
	new_line(w);
	w->started = true;
}

static void add_key(struct writer *w, const char *key)
{
	add_item(w);
	ibp_json_add_string(w->out, key);
	ibp_buf_add(w->out, ": ");
}

static void add_cell(struct writer *w, const struct ibp_cell *cell);

static void add_table(struct writer *w, const struct ibp_table *table)
{
	open_group(w, '[');
	for (size_t row = 0; row < table->row_count; row++) {
		add_item(w);
		open_group(w, '{');
		for (size_t i = 0; i < table->column_count; i++) {
			const struct ibp_column *column = &table->columns[i];

			if (!column->key ||
			    !ibp_place_shows_json(column->place))
				continue;
			add_key(w, column->key);
			add_cell(w, ibp_table_cell(table, row, i));
		}
		close_group(w, '}');
	}
	close_group(w, ']');
}

static void add_cells(struct writer *w, const struct ibp_cell *cell)
{
	bool is_record = cell->type == IBP_CELL_RECORD;

	open_group(w, is_record ? '{' : '[');
	for (size_t i = 0; i < cell->count; i++) {
		if (is_record)
			add_key(w, cell->keys[i]);
		else
			add_item(w);
		add_cell(w, &cell->cells[i]);
	}
	close_group(w, is_record ? '}' : ']');
}

static void add_cell(struct writer *w, const struct ibp_cell *cell)
{
	switch (cell->type) {
	case IBP_CELL_NONE:
		ibp_buf_add(w->out, "null");
		break;
	case IBP_CELL_NUMBER:
	case IBP_CELL_HUNDREDTHS:
	case IBP_CELL_BOOL:
		ibp_cell_add_data(w->out, cell);
		break;
	case IBP_CELL_SCORE:
		if (cell->number < 0)
			ibp_json_add_string(w->out, "na");
		else
			ibp_cell_add_data(w->out, cell);
		break;
	case IBP_CELL_LIST:
	case IBP_CELL_RECORD:
		add_cells(w, cell);
		break;
	case IBP_CELL_TABLE:
		add_table(w, cell->table);
		break;
	default:
		ibp_json_add_string(w->out, cell->text);
		break;
	}
}

static void add_block(struct writer *w, const struct ibp_block *block)
{
	const struct ibp_table *table = block->table;

	if (!block->key ||
	    !ibp_place_shows_json(table ? table->place : block->place))
		return;
	add_key(w, block->key);
	if (table)
		add_table(w, table);
	else
		add_cell(w, &block->cell);
}

void ibp_render_json(const struct ibp_doc *doc,
		     const struct ibp_render_options *options,
		     struct ibp_buf *out)
{
	struct writer w = {.out = out};

	(void)options;
	open_group(&w, '{');
	add_key(&w, "schema");
	ibp_buf_addf(out, "\"ibp-tools/%s/1\"", doc->schema);
	for (size_t i = 0; i < doc->block_count; i++)
		add_block(&w, &doc->blocks[i]);
	close_group(&w, '}');
	ibp_buf_add_char(out, '\n');
}
