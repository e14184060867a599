/*
 * An assessment filled in elsewhere, as a workbook, as CSV or as the JSON of
 * `export`: what it would change, and nothing done.
 *
 * A field that is there and empty is cleared, one that is not there stays.
 * The same holds for the evidence of a norm in JSON: the list that is there
 * is the whole list.
 */
#ifndef IBP_EXCHANGE_IMPORT_H
#define IBP_EXCHANGE_IMPORT_H

#include <stdbool.h>

#include "base/buf.h"
#include "core/assessment.h"
#include "core/change.h"
#include "exchange/column_map.h"

struct ibp_import_target {
	const struct ibp_framework *framework;
	const struct ibp_assessment *assessment;
	const char *today;
	long evidence_id; /* the first free number for new evidence */
};

struct ibp_import_source {
	const char *file; /* for messages */
	const char *bytes;
	size_t length;
	const struct ibp_column_map *map; /* not for JSON; may be NULL */
	bool keeps_map; /* leaves import->map where columns are the fault */
};

/* Where a change comes from; JSON has no lines. */
struct ibp_import_place {
	size_t norm;   /* index in the framework */
	size_t line;   /* of the file, or row of the sheet */
	size_t column; /* from 1; 0: the whole row */
};

/* What of a workbook could not be used; the rest can. */
struct ibp_import_refusal {
	size_t line;
	size_t column;
	char *message;
};

#define IBP_IMPORT_REFUSALS_MAX 200 /* that are kept; all are counted */

/* For what a form says it was made; NULL: it does not say. */
struct ibp_import_origin {
	const char *schema;
	const char *framework;
	const char *version;
	const char *board;
	const char *assessment;
	const char *sheet;
};

/* Zero it before use, release it after. */
struct ibp_import {
	struct ibp_changes changes;
	struct ibp_import_place *places; /* one for each change */
	size_t capacity;
	size_t norms;    /* read */
	bool is_windows; /* the CSV was in Windows-1252 */
	/* The names of columns that were not used, separated by commas. */
	struct ibp_buf unused;
	struct ibp_buf map; /* the column map that was used; empty: JSON */
	/* Of a workbook alone. */
	struct ibp_arena arena;
	const char *sheet; /* the one that was read; NULL: no workbook */
	struct ibp_import_origin origin;
	struct ibp_import_refusal *refusals;
	size_t refusal_capacity;
	size_t refused;
};

/*
 * Faults are IBP_INPUT, up to IBP_ERROR_MAX of them, as FILE:LINE:COLUMN
 * for CSV; then nothing is in IMPORT, but the map where it is kept.  In a
 * workbook only a table without the columns that are needed is a fault; cells
 * that cannot be used are refused one by one.
 */
enum ibp_status ibp_import_read(const struct ibp_import_target *target,
				const struct ibp_import_source *source,
				struct ibp_import *import,
				struct ibp_error *err);
void ibp_import_release(struct ibp_import *import);

/* How many refusals are kept. */
size_t ibp_import_refusals(const struct ibp_import *import);

/* Adds where something stands in a workbook, "Normen!D12"; else nothing. */
void ibp_import_add_cell(struct ibp_buf *buf, const struct ibp_import *import,
			 size_t line, size_t column);

#endif
