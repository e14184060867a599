/*
 * A list of applications in CSV, as schools have it.
 */
#ifndef IBP_EXCHANGE_ARRIVAL_CSV_H
#define IBP_EXCHANGE_ARRIVAL_CSV_H

#include "exchange/arrival.h"

/* How it was read. */
struct ibp_arrival_table {
	bool is_windows;       /* it was in Windows-1252 */
	struct ibp_buf unused; /* names of columns, separated by commas */
	struct ibp_buf map;    /* the column map that was used */
};

/*
 * Faults go to the reader's error, as FILE:LINE:COLUMN.  MAP may be NULL.
 */
void ibp_arrivals_csv(const struct ibp_arrival_reader *reader,
		      const char *bytes, size_t length,
		      const struct ibp_column_map *map,
		      struct ibp_arrival_table *table);

#endif
