/*
 * Whatever is read as a summary is, byte for byte, what would be written of
 * it; and its numbers stay within what they can be.  Of all that is made from
 * the seed `signed`, an intake that sent the code takes that seed alone.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "exchange/summary.h"

#define CODE "7ZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-Z*"
#define SIGNED \
	"cba988fec9a25e4ff7b76bac1c1d3f22c2bd47fe709ec9bd4edf7ffd38efd8ad"

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

static void check_signature(const struct ibp_summary *summary,
			    const uint8_t *data, size_t size)
{
	struct ibp_invitation code;
	char digest[IBP_SHA256_SIZE];

	ibp_sha256(data, size, digest);
	if (!ibp_invitation_parse(CODE, &code) ||
	    ibp_summary_is_signed(summary, &code) !=
		    (strcmp(digest, SIGNED) == 0))
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
		check_signature(&summary, data, size);
		ibp_summary_write(&summary, &again);
		if (again.length != size || memcmp(again.data, data, size) != 0)
			abort();
	}
	ibp_buf_release(&again);
	ibp_error_release(&err);
	return 0;
}
