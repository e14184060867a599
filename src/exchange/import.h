/*
 * An assessment filled in elsewhere, as CSV or as the JSON of `export`: what
 * it would change, and nothing done.
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
	const struct ibp_column_map *map; /* CSV only; may be NULL */
};

/* Where a change comes from. */
struct ibp_import_place {
	size_t norm; /* index in the framework */
	size_t line; /* of the file; JSON: 0 */
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
};

/*
 * Faults are IBP_INPUT, up to IBP_ERROR_MAX of them, as FILE:LINE:COLUMN
 * for CSV; then nothing is in IMPORT.
 */
enum ibp_status ibp_import_read(const struct ibp_import_target *target,
				const struct ibp_import_source *source,
				struct ibp_import *import,
				struct ibp_error *err);
void ibp_import_release(struct ibp_import *import);

#endif
