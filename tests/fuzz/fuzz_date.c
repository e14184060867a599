/* Whatever a date is read from, what comes out is a date. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = ibp_strndup((const char *)data, size);
	char date[IBP_DATE_SIZE] = "";
	char again[IBP_DATE_SIZE] = "";

	if (ibp_date_parse(text, "2026-11-23", date)) {
		if (!ibp_date_is_valid(date))
			abort();
		if (!ibp_date_parse(date, "2026-11-23", again) ||
		    strcmp(date, again) != 0)
			abort();
	}
	free(text);
	return 0;
}
