/*
 * The first row of a table from outside: what its columns are called, and how
 * a place in the table is told.
 */
#ifndef IBP_EXCHANGE_HEADING_H
#define IBP_EXCHANGE_HEADING_H

#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"

/* Lines and columns count from 1 in messages; 0 is none. */
struct ibp_heading {
	const char *file;
	const char *sheet; /* of a workbook; NULL: the table is a text */
	size_t line;
	const char *const *names; /* "" where a column has none */
	size_t count;
};

/* Adds "Normen!D12", or nothing where the table is a text. */
void ibp_heading_add_cell(struct ibp_buf *buf,
			  const struct ibp_heading *heading, size_t line,
			  size_t column);

/* Adds what people call COLUMN: "3", in a workbook "C". */
void ibp_heading_add_column(struct ibp_buf *buf,
			    const struct ibp_heading *heading, size_t column);

/* Tells what is wrong with the heading itself, in COLUMN; IBP_INPUT. */
enum ibp_status ibp_heading_fault(const struct ibp_heading *heading,
				  size_t column, struct ibp_error *err,
				  const char *format, ...)
	__attribute__((format(printf, 4, 5)));

#endif
