/*
 * One workbook (.xlsx) being written, cell by cell; the only place that
 * knows the library for it.
 *
 * The first thing that goes wrong is kept and comes out of ibp_xlsx_finish,
 * so that a caller need not look at every cell.  Rows and columns count from
 * 0.  Texts are copied.  A text too long for a cell is cut with a notice.
 */
#ifndef IBP_REPORT_XLSX_H
#define IBP_REPORT_XLSX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"
#include "report/doc.h"

#define IBP_XLSX_ROW_POINTS 15 /* of a row of one line */
#define IBP_XLSX_SHEET_NAME_MAX 31

enum ibp_xlsx_format {
	IBP_XLSX_TITLE,
	IBP_XLSX_HEADING,
	IBP_XLSX_LINE, /* runs on over the empty cells beside it */
	IBP_XLSX_HEADER,
	IBP_XLSX_LABEL,
	IBP_XLSX_TEXT, /* wraps */
	IBP_XLSX_NUMBER,
	IBP_XLSX_HUNDREDTHS,
	IBP_XLSX_LEVEL,
	IBP_XLSX_DATE,
	IBP_XLSX_LINK,
	IBP_XLSX_FORMATS
};

struct ibp_xlsx;

/* Colours as 0xRRGGBB. */
struct ibp_xlsx_look {
	const char *font;
	unsigned accent;    /* headers */
	unsigned on_accent; /* text on it */
	unsigned title;     /* text on white */
	const char *date_format;
	const char *cut; /* what a text that was cut ends with */
};

/* NULL: it could not be begun, and ERR says why. */
struct ibp_xlsx *ibp_xlsx_new(const struct ibp_xlsx_look *look,
			      const struct ibp_doc *doc, struct ibp_error *err);

/*
 * NAME becomes what a workbook takes: 31 characters, none of []:*?/\, no
 * apostrophe at an end, unlike every other one.  Returns the name it got.
 */
const char *ibp_xlsx_add_sheet(struct ibp_xlsx *xlsx, const char *name);

/* All that follows is about the sheet added last. */
void ibp_xlsx_set_column(struct ibp_xlsx *xlsx, size_t column, size_t width);
void ibp_xlsx_set_row(struct ibp_xlsx *xlsx, size_t row, size_t lines);
void ibp_xlsx_text(struct ibp_xlsx *xlsx, size_t row, size_t column,
		   const char *text, enum ibp_xlsx_format format);
void ibp_xlsx_number(struct ibp_xlsx *xlsx, size_t row, size_t column,
		     long number, enum ibp_xlsx_format format);
void ibp_xlsx_hundredths(struct ibp_xlsx *xlsx, size_t row, size_t column,
			 long hundredths);
/* DATE is ISO. */
void ibp_xlsx_date(struct ibp_xlsx *xlsx, size_t row, size_t column,
		   const char *date);
/* An address that is too long for the format is left out. */
void ibp_xlsx_link(struct ibp_xlsx *xlsx, size_t row, size_t column,
		   const char *text, const char *address);
void ibp_xlsx_blank(struct ibp_xlsx *xlsx, size_t row, size_t column,
		    enum ibp_xlsx_format format);

/* A rectangle of cells, ends included. */
struct ibp_xlsx_area {
	size_t first_row;
	size_t first_column;
	size_t last_row;
	size_t last_column;
};

/* AREA with its header row; HEADERS one per column. */
void ibp_xlsx_add_table(struct ibp_xlsx *xlsx, const struct ibp_xlsx_area *area,
			const char *name, const char *const *headers);
void ibp_xlsx_shade(struct ibp_xlsx *xlsx, const struct ibp_xlsx_area *area,
		    enum ibp_shade shade, int level);
/* What a reader may fill in, as a spreadsheet program watches over it. */
struct ibp_xlsx_entry {
	const char *list; /* that ibp_xlsx_name_list made, or NULL */
	bool is_free;     /* the list is a suggestion */
	bool is_date;
	bool is_fixed;      /* nothing at all */
	const char *prompt; /* shown at the cell, or NULL */
};

void ibp_xlsx_watch(struct ibp_xlsx *xlsx, const struct ibp_xlsx_area *area,
		    const struct ibp_xlsx_entry *entry);
void ibp_xlsx_name_list(struct ibp_xlsx *xlsx, const char *list,
			const char *sheet, size_t column, size_t count);

/* A picture of the rows of AREA, a column of another sheet or this one. */
struct ibp_xlsx_chart {
	const struct ibp_chart *chart;
	const char *sheet; /* where the table is */
	size_t header_row;
	size_t row;    /* where it stands */
	size_t width;  /* pixels */
	size_t height; /* pixels */
};

void ibp_xlsx_add_chart(struct ibp_xlsx *xlsx,
			const struct ibp_xlsx_chart *chart);

/* A PNG of HEIGHT pixels, so that it is WANTED high. */
void ibp_xlsx_add_logo(struct ibp_xlsx *xlsx, size_t row,
		       const struct ibp_buf *png, size_t height, size_t wanted);

/* Pages: A4, one wide. */
struct ibp_xlsx_page {
	const struct ibp_sheet *sheet;
	const char *footer; /* may be NULL */
	const char *date;
	size_t rows;
	size_t columns;
	bool has_header;   /* of a table */
	size_t header_row; /* on every page after its own */
	bool freezes;      /* what is above frozen_row stays in view */
	size_t frozen_row;
};

void ibp_xlsx_set_page(struct ibp_xlsx *xlsx, const struct ibp_xlsx_page *page);

/* Frees XLSX; the workbook is added to OUT where nothing went wrong. */
enum ibp_status ibp_xlsx_finish(struct ibp_xlsx *xlsx, struct ibp_buf *out,
				struct ibp_error *err);

#endif
