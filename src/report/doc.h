/*
 * What every listing is before it is text: a document of typed cells.
 *
 * A command fills one document; a renderer turns it into text, plain, JSON,
 * Markdown, CSV or a workbook.  Nothing here knows where the data came from.
 * Titles are copied; keys and the texts of cells live in the document's arena
 * or outlive it.
 */
#ifndef IBP_REPORT_DOC_H
#define IBP_REPORT_DOC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

enum ibp_cell_type {
	IBP_CELL_NONE, /* JSON null, empty elsewhere */
	IBP_CELL_TEXT,
	IBP_CELL_CODE,   /* a word that is never translated or wrapped */
	IBP_CELL_CHOICE, /* .text the English word, .label for people */
	IBP_CELL_NUMBER,
	IBP_CELL_HUNDREDTHS, /* an average, in whole hundredths */
	IBP_CELL_SCORE,      /* .number 1..5, or -1: "na" */
	IBP_CELL_DATE,       /* ISO */
	IBP_CELL_TIME,
	IBP_CELL_BOOL,
	IBP_CELL_LIST,   /* .cells, .count; texts or codes */
	IBP_CELL_RECORD, /* .keys and .cells, .count */
	IBP_CELL_TABLE   /* .table: a table inside an object */
};

struct ibp_cell {
	enum ibp_cell_type type;
	const char *text;
	const char *label;
	long number;
	const char *const *keys;
	const struct ibp_cell *cells;
	size_t count;
	const struct ibp_table *table;
	/*
	 * Where a workbook leads to: an address, "#KEY" of a sheet, or
	 * "#KEY!A5" of a cell on it.
	 */
	const char *link;
};

/* Where a column or fact appears; 0 is everywhere. */
enum ibp_only {
	IBP_ONLY_DATA = 1 << 0,   /* JSON, CSV and plain: not for people */
	IBP_ONLY_JSON = 1 << 1,   /* too deep for a table */
	IBP_ONLY_PEOPLE = 1 << 2, /* text and Markdown: derived for reading */
	IBP_WHEN_WIDE = 1 << 3    /* text leaves the column out first */
};

struct ibp_column {
	const char *key;         /* JSON and CSV name, snake_case */
	const char *title;       /* translated */
	enum ibp_cell_type type; /* decides alignment and number format */
	unsigned place;
	bool wraps; /* a long text that may take several lines */
};

/* Colours that repeat what the digit in a cell says. */
enum ibp_shade {
	IBP_SHADE_NONE,
	IBP_SHADE_LEVEL, /* by the level in the cell, 1 to 5 */
	IBP_SHADE_COUNT, /* not 0: as the level of the look */
	IBP_SHADE_ALERT, /* not 0: asks for attention */
	IBP_SHADE_FIXED  /* not to be filled in: typing over it is refused */
};

/* How a column looks in a workbook; other forms do not read it. */
struct ibp_look {
	unsigned width; /* in characters; 0: what its texts need */
	enum ibp_shade shade;
	int level; /* of IBP_SHADE_COUNT */
	/* What may be chosen in its cells, translated, ends with NULL. */
	const char *const *choices;
	bool suggests;      /* other values than the choices are welcome */
	bool dates;         /* its cells take dates */
	const char *prompt; /* shown at a cell to fill in, or NULL */
};

struct ibp_table {
	const char *key;   /* JSON key of the array; NULL: never in JSON */
	const char *title; /* translated, or NULL */
	const char *empty; /* translated sentence for no rows, or NULL */
	const struct ibp_column *columns; /* copied into the arena */
	size_t column_count;
	struct ibp_cell *cells; /* row after row */
	size_t row_count;
	size_t capacity; /* of cells */
	unsigned place;
	const struct ibp_look *looks; /* one per column, or NULL */
};

/* A sheet of a workbook; other forms read its name as a heading. */
struct ibp_sheet {
	const char *key;   /* English word, for links and names of tables */
	const char *name;  /* translated, on its tab */
	const char *title; /* translated, at its top; NULL: the name */
	bool portrait;
	bool one_page;
	bool freezes; /* the header of its first table stays in view */
	bool hidden;
};

enum ibp_chart_kind { IBP_CHART_RADAR, IBP_CHART_LINE };

/* Columns of a table that came before it, as a picture. */
struct ibp_chart {
	enum ibp_chart_kind kind;
	const char *title; /* translated */
	const char *alt;   /* what it shows, as a sentence */
	const struct ibp_table *table;
	size_t categories;    /* column */
	const size_t *series; /* columns; each next one has another line */
	size_t series_count;
	long max; /* of the axis, which begins at 0 */
};

enum ibp_block_type {
	IBP_BLOCK_HEADING, /* text */
	IBP_BLOCK_TEXT,    /* a paragraph for people: never in data */
	IBP_BLOCK_FACT,    /* key, title and one cell */
	IBP_BLOCK_TABLE,
	IBP_BLOCK_SHEET, /* what follows stands on it */
	IBP_BLOCK_CHART  /* in text: the sentence that it shows */
};

struct ibp_block {
	enum ibp_block_type type;
	const char *key;   /* of a fact: JSON key; NULL: never in JSON */
	const char *title; /* of a heading, text or fact; translated */
	unsigned place;
	struct ibp_cell cell;
	struct ibp_table *table;
	const struct ibp_sheet *sheet;
	const struct ibp_chart *chart;
};

/* What a workbook says about itself; NULL: nothing. */
struct ibp_doc_properties {
	const char *subject;
	const char *author;
	const char *company;
	const char *keywords;
	const char *created; /* a time */
	const char *footer;  /* beside the page number */
};

struct ibp_doc {
	struct ibp_arena arena;
	const char *schema; /* "status": becomes ibp-tools/status/1 */
	const char *title;  /* translated, or NULL */
	struct ibp_block *blocks;
	size_t block_count;
	size_t capacity;
	struct ibp_doc_properties properties;
};

/* SCHEMA is not copied. */
struct ibp_doc *ibp_doc_new(const char *schema, const char *title);
void ibp_doc_free(struct ibp_doc *doc);

void ibp_doc_add_heading(struct ibp_doc *doc, const char *title);
void ibp_doc_add_text(struct ibp_doc *doc, const char *text);
void ibp_doc_add_fact(struct ibp_doc *doc, const char *key, const char *title,
		      unsigned place, struct ibp_cell cell);

/* Facts and tables appear in JSON in the order they were added. */
struct ibp_table *ibp_doc_add_table(struct ibp_doc *doc, const char *key,
				    const char *title,
				    const struct ibp_column *columns,
				    size_t column_count);

/* A table that is not a block: for a cell of type TABLE. */
struct ibp_table *ibp_doc_new_table(struct ibp_doc *doc,
				    const struct ibp_column *columns,
				    size_t column_count);

/* LOOKS: one per column, copied; their choices outlive the document. */
void ibp_doc_set_looks(struct ibp_doc *doc, struct ibp_table *table,
		       const struct ibp_look *looks);

/* Both are copied, with the list of series; their texts outlive DOC. */
void ibp_doc_add_sheet(struct ibp_doc *doc, const struct ibp_sheet *sheet);
void ibp_doc_add_chart(struct ibp_doc *doc, const struct ibp_chart *chart);

/* CELLS: column_count of them, copied. */
void ibp_doc_add_row(struct ibp_doc *doc, struct ibp_table *table,
		     const struct ibp_cell *cells);

/* Cells.  A NULL or empty text or date is IBP_CELL_NONE. */
struct ibp_cell ibp_cell_none(void);
struct ibp_cell ibp_cell_text(const char *text);
struct ibp_cell ibp_cell_code(const char *code);
struct ibp_cell ibp_cell_choice(const char *word, const char *label);
struct ibp_cell ibp_cell_number(long number);
struct ibp_cell ibp_cell_hundredths(long hundredths); /* -1: none */
struct ibp_cell ibp_cell_score(int score);            /* 0: none */
struct ibp_cell ibp_cell_date(const char *date);
struct ibp_cell ibp_cell_time(const char *time);
struct ibp_cell ibp_cell_bool(bool value);
struct ibp_cell ibp_cell_texts(struct ibp_doc *doc, const char *const *texts,
			       size_t count);
struct ibp_cell ibp_cell_list(struct ibp_doc *doc, const struct ibp_cell *cells,
			      size_t count);
struct ibp_cell ibp_cell_record(struct ibp_doc *doc, const char *const *keys,
				const struct ibp_cell *cells, size_t count);
struct ibp_cell ibp_cell_link(const char *text, const char *link);
struct ibp_cell ibp_cell_table(const struct ibp_table *table);

#endif
