/* Whatever CSV is read, its rows are as wide as the first, and text. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "exchange/csv_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_field(const char *field)
{
	if (!ibp_text_is_utf8(field, strlen(field)))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ibp_error err = {0};
	struct ibp_csv csv = {0};

	if (ibp_csv_read("f", (const char *)data, size, &csv, &err)) {
		if (!err.count || !err.text)
			abort();
	} else {
		size_t line = 0;

		for (size_t i = 0; i < csv.row_count; i++) {
			if (csv.rows[i].line <= line)
				abort();
			line = csv.rows[i].line;
			for (size_t j = 0; j < csv.column_count; j++)
				check_field(csv.rows[i].fields[j]);
		}
	}
	ibp_csv_release(&csv);
	ibp_error_release(&err);
	return 0;
}
