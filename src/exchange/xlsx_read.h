/*
 * Reading workbooks (.xlsx) as spreadsheet programs save them: values only,
 * by the name of the sheet and the address of the cell.  Of a formula the
 * value beside it counts.  Writing: report/xlsx.h.
 *
 * Cells and rows without a value are not there, however many there are.
 * Workbooks with macros or a password, and what is no .xlsx at all, are
 * refused with what to do.  Ceilings of the archive: exchange/zip.h.
 */
#ifndef IBP_EXCHANGE_XLSX_READ_H
#define IBP_EXCHANGE_XLSX_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/mem.h"

/* Ceilings, beside those of the archive. */
#define IBP_WORKBOOK_ROWS_MAX 10000 /* with a value, of a sheet */
#define IBP_WORKBOOK_COLUMNS_MAX 200
#define IBP_WORKBOOK_CELLS_MAX 400000       /* of all sheets that are read */
#define IBP_WORKBOOK_STRINGS_MAX 500000     /* that cells share */
#define IBP_WORKBOOK_ROW_NUMBER_MAX 1048576 /* of the format */

enum ibp_workbook_kind {
	IBP_WORKBOOK_TEXT,
	IBP_WORKBOOK_NUMBER,  /* "3", "2.5", never "3.0" */
	IBP_WORKBOOK_DATE,    /* a number that is shown as a date: in ISO */
	IBP_WORKBOOK_BOOLEAN, /* "1" or "0" */
	IBP_WORKBOOK_ERROR    /* "#REF!"; "": a formula without a value */
};

struct ibp_workbook_cell {
	size_t column; /* from 0 */
	enum ibp_workbook_kind kind;
	const char *text;
};

struct ibp_workbook_row {
	size_t number;                         /* from 1 */
	const struct ibp_workbook_cell *cells; /* by column */
	size_t cell_count;
};

struct ibp_workbook_sheet {
	const char *name;
	bool is_hidden;
	size_t part; /* of the archive */
	bool is_loaded;
	struct ibp_workbook_row *rows;
	size_t row_count;
	size_t row_capacity;
};

struct ibp_zip;

/* Zero it before use, release it after. */
struct ibp_workbook {
	struct ibp_arena arena;
	const char *file;
	struct ibp_workbook_sheet *sheets; /* in their order */
	size_t sheet_count;
	size_t sheet_capacity;
	struct ibp_zip *zip;
	const char **strings; /* that cells share */
	size_t string_count;
	size_t string_capacity;
	bool *date_styles; /* by the number of a style */
	size_t style_count;
	size_t style_capacity;
	size_t cell_count;
	bool since_1904; /* how dates are counted */
};

/* Whether BYTES are meant as a workbook, sound or not, new form or old. */
bool ibp_workbook_is(const char *bytes, size_t length);

/*
 * The names of the sheets, without their cells.  FILE and BYTES outlive the
 * workbook.  Faults are IBP_INPUT, and then nothing is in WORKBOOK.
 */
enum ibp_status ibp_workbook_open(const char *file, const char *bytes,
				  size_t length, struct ibp_workbook *workbook,
				  struct ibp_error *err);
void ibp_workbook_release(struct ibp_workbook *workbook);

/* The sheet NAME; NULL: there is none. */
struct ibp_workbook_sheet *ibp_workbook_find(struct ibp_workbook *workbook,
					     const char *name);

/* Reads the cells of SHEET, once. */
enum ibp_status ibp_workbook_load(struct ibp_workbook *workbook,
				  struct ibp_workbook_sheet *sheet,
				  struct ibp_error *err);

/* The cell of ROW in COLUMN; NULL: empty. */
const struct ibp_workbook_cell *ibp_workbook_cell(
	const struct ibp_workbook_row *row, size_t column);

/*
 * NUMBER as a day in ISO; false: none that our dates know.  *DATE has room
 * for IBP_DATE_SIZE.
 */
bool ibp_workbook_date(const struct ibp_workbook *workbook, const char *number,
		       char *date);

/* Adds "D12" for column 3 (from 0) and row 12 (from 1); "D" for row 0. */
void ibp_workbook_add_address(struct ibp_buf *buf, size_t column, size_t row);

#endif
