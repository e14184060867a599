#include "report/doc.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

struct ibp_doc *ibp_doc_new(const char *schema, const char *title)
{
	struct ibp_doc *doc = ibp_alloc(sizeof(*doc));

	doc->schema = schema;
	doc->title = ibp_arena_strdup(&doc->arena, title);
	return doc;
}

void ibp_doc_free(struct ibp_doc *doc)
{
	if (!doc)
		return;
	free(doc->blocks);
	ibp_arena_release(&doc->arena);
	free(doc);
}

static struct ibp_block *add_block(struct ibp_doc *doc,
				   enum ibp_block_type type, const char *title)
{
	struct ibp_block *block;

	doc->blocks = ibp_grow(doc->blocks, &doc->capacity,
			       doc->block_count + 1, sizeof(*doc->blocks));
	block = &doc->blocks[doc->block_count++];
	*block = (struct ibp_block){
		.type = type,
		.title = ibp_arena_strdup(&doc->arena, title),
	};
	return block;
}

void ibp_doc_add_heading(struct ibp_doc *doc, const char *title)
{
	add_block(doc, IBP_BLOCK_HEADING, title);
}

void ibp_doc_add_text(struct ibp_doc *doc, const char *text)
{
	add_block(doc, IBP_BLOCK_TEXT, text);
}

void ibp_doc_add_fact(struct ibp_doc *doc, const char *key, const char *title,
		      unsigned place, struct ibp_cell cell)
{
	struct ibp_block *block = add_block(doc, IBP_BLOCK_FACT, title);

	block->key = key;
	block->place = place;
	block->cell = cell;
}

struct ibp_table *ibp_doc_new_table(struct ibp_doc *doc,
				    const struct ibp_column *columns,
				    size_t column_count)
{
	struct ibp_table *table = ibp_arena_alloc(&doc->arena, sizeof(*table));
	size_t size = column_count * sizeof(*columns);
	struct ibp_column *copy = ibp_arena_alloc(&doc->arena, size);

	memcpy(copy, columns, size);
	table->columns = copy;
	table->column_count = column_count;
	return table;
}

struct ibp_table *ibp_doc_add_table(struct ibp_doc *doc, const char *key,
				    const char *title,
				    const struct ibp_column *columns,
				    size_t column_count)
{
	struct ibp_table *table = ibp_doc_new_table(doc, columns, column_count);
	struct ibp_block *block = add_block(doc, IBP_BLOCK_TABLE, title);

	table->key = key;
	table->title = block->title;
	block->key = key;
	block->table = table;
	return table;
}

static void *copy_of(struct ibp_doc *doc, const void *from, size_t size)
{
	void *copy = ibp_arena_alloc(&doc->arena, size);

	return memcpy(copy, from, size);
}

void ibp_doc_set_looks(struct ibp_doc *doc, struct ibp_table *table,
		       const struct ibp_look *looks)
{
	table->looks =
		copy_of(doc, looks, table->column_count * sizeof(*looks));
}

void ibp_doc_add_sheet(struct ibp_doc *doc, const struct ibp_sheet *sheet)
{
	add_block(doc, IBP_BLOCK_SHEET, sheet->name)->sheet =
		copy_of(doc, sheet, sizeof(*sheet));
}

void ibp_doc_add_chart(struct ibp_doc *doc, const struct ibp_chart *chart)
{
	struct ibp_chart *copy = copy_of(doc, chart, sizeof(*chart));

	copy->series = copy_of(doc, chart->series,
			       chart->series_count * sizeof(*chart->series));
	add_block(doc, IBP_BLOCK_CHART, chart->alt)->chart = copy;
}

/* The old cells stay in the arena: at most as much again as the new ones. */
static void grow(struct ibp_doc *doc, struct ibp_table *table, size_t need)
{
	size_t capacity = table->capacity ? 2 * table->capacity : 2 * need;
	struct ibp_cell *cells =
		ibp_arena_alloc(&doc->arena, capacity * sizeof(*cells));

	if (table->cells)
		memcpy(cells, table->cells, table->capacity * sizeof(*cells));
	table->cells = cells;
	table->capacity = capacity;
}

void ibp_doc_add_row(struct ibp_doc *doc, struct ibp_table *table,
		     const struct ibp_cell *cells)
{
	size_t used = table->row_count * table->column_count;

	if (used + table->column_count > table->capacity)
		grow(doc, table, table->column_count);
	memcpy(table->cells + used, cells,
	       table->column_count * sizeof(*cells));
	table->row_count++;
}

struct ibp_cell ibp_cell_none(void)
{
	return (struct ibp_cell){.type = IBP_CELL_NONE};
}

static struct ibp_cell word(enum ibp_cell_type type, const char *text)
{
	if (ibp_text_is_empty(text))
		return ibp_cell_none();
	return (struct ibp_cell){.type = type, .text = text};
}

static struct ibp_cell number(enum ibp_cell_type type, long value)
{
	return (struct ibp_cell){.type = type, .number = value};
}

struct ibp_cell ibp_cell_text(const char *text)
{
	return word(IBP_CELL_TEXT, text);
}

struct ibp_cell ibp_cell_code(const char *code)
{
	return word(IBP_CELL_CODE, code);
}

struct ibp_cell ibp_cell_choice(const char *choice, const char *label)
{
	struct ibp_cell cell = word(IBP_CELL_CHOICE, choice);

	cell.label = label;
	return cell;
}

struct ibp_cell ibp_cell_number(long value)
{
	return number(IBP_CELL_NUMBER, value);
}

struct ibp_cell ibp_cell_hundredths(long hundredths)
{
	if (hundredths < 0)
		return ibp_cell_none();
	return number(IBP_CELL_HUNDREDTHS, hundredths);
}

struct ibp_cell ibp_cell_score(int score)
{
	if (score == 0)
		return ibp_cell_none();
	return number(IBP_CELL_SCORE, score);
}

struct ibp_cell ibp_cell_date(const char *date)
{
	return word(IBP_CELL_DATE, date);
}

struct ibp_cell ibp_cell_time(const char *time)
{
	return word(IBP_CELL_TIME, time);
}

struct ibp_cell ibp_cell_bool(bool value)
{
	return number(IBP_CELL_BOOL, value);
}

static struct ibp_cell *copied(struct ibp_doc *doc,
			       const struct ibp_cell *cells, size_t count)
{
	size_t size = count * sizeof(*cells);
	struct ibp_cell *copy = ibp_arena_alloc(&doc->arena, size);

	if (size)
		memcpy(copy, cells, size);
	return copy;
}

struct ibp_cell ibp_cell_texts(struct ibp_doc *doc, const char *const *texts,
			       size_t count)
{
	struct ibp_cell *cells =
		ibp_arena_alloc(&doc->arena, count * sizeof(*cells));

	for (size_t i = 0; i < count; i++)
		cells[i] = ibp_cell_text(texts[i]);
	return (struct ibp_cell){
		.type = IBP_CELL_LIST, .cells = cells, .count = count};
}

struct ibp_cell ibp_cell_list(struct ibp_doc *doc, const struct ibp_cell *cells,
			      size_t count)
{
	return (struct ibp_cell){.type = IBP_CELL_LIST,
				 .cells = copied(doc, cells, count),
				 .count = count};
}

struct ibp_cell ibp_cell_record(struct ibp_doc *doc, const char *const *keys,
				const struct ibp_cell *cells, size_t count)
{
	size_t size = count * sizeof(*keys);
	const char **names = ibp_arena_alloc(&doc->arena, size);

	if (size)
		memcpy(names, keys, size);
	return (struct ibp_cell){.type = IBP_CELL_RECORD,
				 .keys = names,
				 .cells = copied(doc, cells, count),
				 .count = count};
}

struct ibp_cell ibp_cell_link(const char *text, const char *link)
{
	struct ibp_cell cell = word(IBP_CELL_TEXT, text);

	cell.link = link;
	return cell;
}

struct ibp_cell ibp_cell_table(const struct ibp_table *table)
{
	return (struct ibp_cell){.type = IBP_CELL_TABLE, .table = table};
}
