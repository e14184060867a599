/*
 * One norm as it was filled in elsewhere, whatever the file was: what the
 * readers of workbooks, CSV and JSON fill, and import.c compares.
 */
#ifndef IBP_EXCHANGE_IMPORT_ROW_H
#define IBP_EXCHANGE_IMPORT_ROW_H

#include "exchange/import.h"
#include "exchange/labels.h"
#include "exchange/norm_columns.h"

/* What reading works on, from the first row to the last. */
struct ibp_importer {
	const struct ibp_import_target *target;
	const struct ibp_import_source *source;
	struct ibp_import *import;
	struct ibp_error *err;
	const struct ibp_labels *labels; /* of norms and evidence */
	size_t *seen; /* by norm: its place in the file, or 0 */
	long evidence_id;
};

struct ibp_import_value {
	bool given;
	char *value;   /* canonical, NULL: not set */
	size_t column; /* for messages */
};

struct ibp_import_row {
	size_t place; /* line, or number in the list, from 1 */
	size_t line;  /* for messages; 0: none */
	size_t norm;
	struct ibp_import_value values[IBP_NORM_COLUMNS];
};

void ibp_import_row_release(struct ibp_import_row *row);

/*
 * Adds the sentence with its place: FILE:LINE:COLUMN, and of a workbook a
 * refusal.
 */
void ibp_import_fault(struct ibp_importer *importer,
		      const struct ibp_import_row *row, size_t column,
		      const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* Finds the norm of ROW; false: unknown or there twice, which is a fault. */
bool ibp_import_row_find(struct ibp_importer *importer,
			 struct ibp_import_row *row, size_t column,
			 const char *code);

/*
 * TEXT as the value of FIELD: canonical, or as its label in any of our
 * languages.  False: a fault.  *VALUE is new, NULL: not set.
 */
bool ibp_import_parse(struct ibp_importer *importer,
		      const struct ibp_import_row *row, size_t column,
		      const struct ibp_field *field, const char *text,
		      char **value);

/* Compares ROW with the assessment and adds what differs. */
void ibp_import_row_compare(struct ibp_importer *importer,
			    struct ibp_import_row *row);

/* Adds one change that stands in ROW and COLUMN. */
void ibp_import_add(struct ibp_importer *importer,
		    const struct ibp_import_row *row, size_t column,
		    enum ibp_subject subject, const char *key,
		    const char *field, const char *from, const char *to);

/* The column map as it was used, and the columns that were not. */
void ibp_import_note_columns(struct ibp_importer *importer,
			     const struct ibp_heading *heading,
			     const size_t *columns);

/* The readers. */
void ibp_import_csv(struct ibp_importer *importer);
void ibp_import_json(struct ibp_importer *importer);
void ibp_import_xlsx(struct ibp_importer *importer);

#endif
