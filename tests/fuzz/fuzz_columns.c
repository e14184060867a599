/* Whatever map of columns is read, it is written and read as the same. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/norm_columns.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_again(const struct ibp_column_map *map)
{
	struct ibp_column_map again = {0};
	struct ibp_error err = {0};
	struct ibp_buf text = {0};

	ibp_column_map_begin(&text);
	for (size_t i = 0; i < map->count; i++)
		ibp_column_map_add(&text, map->rows[i].column,
				   map->rows[i].field);
	if (ibp_column_map_read("f", text.data, text.length,
				ibp_norm_column_words, &again, &err) ||
	    again.count != map->count)
		abort();
	for (size_t i = 0; i < map->count; i++)
		if (strcmp(map->rows[i].column, again.rows[i].column) != 0)
			abort();
	ibp_column_map_release(&again);
	ibp_error_release(&err);
	ibp_buf_release(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ibp_column_map map = {0};
	struct ibp_error err = {0};

	if (!ibp_column_map_read("f", (const char *)data, size,
				 ibp_norm_column_words, &map, &err) &&
	    map.count)
		check_again(&map);
	ibp_column_map_release(&map);
	ibp_error_release(&err);
	return 0;
}
