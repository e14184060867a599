/* The bytes of a CSV file as UTF-8 text, for csv_read.c. */
#ifndef IBP_EXCHANGE_CSV_TEXT_H
#define IBP_EXCHANGE_CSV_TEXT_H

#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"

/* A part of a text that is not ended by a NUL byte. */
struct ibp_csv_text {
	const char *at;
	size_t size;
};

/*
 * TEXT is the UTF-8 to read, without a byte order mark: BYTES themselves,
 * or made into CONVERTED where they were Windows-1252.  What is no text at
 * all is IBP_INPUT.
 */
enum ibp_status ibp_csv_decode(const char *file, const char *bytes,
			       size_t length, struct ibp_buf *converted,
			       struct ibp_csv_text *text,
			       struct ibp_error *err);

/*
 * The separator of TEXT: what `sep=X` on the first line says (*SKIP is then
 * the length of that line), else the one that occurs most in the first row.
 */
char ibp_csv_separator(const struct ibp_csv_text *text, size_t *skip);

/* The length of the first line with what ends it: LF, CR LF or CR. */
size_t ibp_csv_line(const struct ibp_csv_text *text);

#endif
