/*
 * Whatever is read as a summary is, byte for byte, what would be written of
 * it; and its numbers stay within what they can be.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/summary.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_values(const struct ibp_summary *summary)
{
	if (!summary->group_count ||
	    summary->group_count > IBP_CATALOGUE_GROUPS_MAX ||
	    !ibp_edition_is_valid(summary->edition))
		abort();
	for (size_t g = 0; g < summary->group_count; g++)
		for (int level = 0; level < IBP_LEVELS; level++)
			if (summary->groups[g][level] < 0 ||
			    summary->groups[g][level] > IBP_CATALOGUE_NORMS_MAX)
				abort();
	for (int i = 0; i < IBP_SDC_FIGURES; i++)
		if (summary->landscape[i] < 0 ||
		    summary->landscape[i] >= ibp_sdc_figure_bands[i])
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ibp_error err = {0};
	struct ibp_summary summary;
	struct ibp_buf again = {0};

	if (ibp_summary_parse("f", (const char *)data, size, &summary, &err)) {
		if (!err.text)
			abort();
	} else {
		check_values(&summary);
		ibp_summary_write(&summary, &again);
		if (again.length != size || memcmp(again.data, data, size) != 0)
			abort();
	}
	ibp_buf_release(&again);
	ibp_error_release(&err);
	return 0;
}
