/*
 * A cell as one piece of text: for a person or for a program.  What the
 * renderers share; nothing is escaped here.
 */
#ifndef IBP_REPORT_CELL_H
#define IBP_REPORT_CELL_H

#include "base/buf.h"
#include "report/doc.h"

/*
 * In the language of the run: dates, decimal point and choices as a person
 * reads them.  Nothing is added for NONE.
 */
void ibp_cell_add_people(struct ibp_buf *buf, const struct ibp_cell *cell);

/* The same in every language: ISO dates, a decimal point, English words. */
void ibp_cell_add_data(struct ibp_buf *buf, const struct ibp_cell *cell);

/* Whether cells of TYPE are numbers, which stand on the right. */
bool ibp_cell_is_number(enum ibp_cell_type type);

/* Whether something with this PLACE appears for people, data or JSON. */
bool ibp_place_shows_people(unsigned place);
bool ibp_place_shows_data(unsigned place); /* plain and CSV */
bool ibp_place_shows_json(unsigned place);

/* The cell of TABLE at ROW and COLUMN. */
const struct ibp_cell *ibp_table_cell(const struct ibp_table *table, size_t row,
				      size_t column);

#endif
