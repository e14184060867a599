/*
 * Whatever is read as published figures has values within bounds, and every
 * row is found again by what it is about.
 */
#include <stdint.h>
#include <stdlib.h>

#include "exchange/benchmark.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_row(const struct ibp_benchmark *benchmark,
		      const struct ibp_benchmark_row *row)
{
	if (ibp_benchmark_find(benchmark, row->cell, row->group, row->measure,
			       row->category) != row)
		abort();
	if (row->value < -1 || row->value > 500 ||
	    (row->is_withheld && row->value >= 0))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ibp_benchmark *benchmark = NULL;
	struct ibp_error err = {0};
	struct ibp_sdc_cell cell;

	if (ibp_benchmark_parse("f", (const char *)data, size, &benchmark,
				&err)) {
		if (!err.text || benchmark)
			abort();
	} else {
		for (size_t i = 0; i < benchmark->count; i++)
			check_row(benchmark, &benchmark->rows[i]);
		ibp_benchmark_own_cell(benchmark, IBP_SDC_VO, IBP_SDC_LARGE,
				       &cell);
	}
	ibp_benchmark_free(benchmark);
	ibp_error_release(&err);
	return 0;
}
