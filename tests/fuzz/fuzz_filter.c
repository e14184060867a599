/*
 * Whatever a filter is read from, it is refused with a sentence or gives an
 * answer for every row, and its opposite gives the opposite.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "core/filter.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct ibp_filter_field fields[] = {
	{"owner", IBP_FILTER_TEXT, NULL},
	{"status", IBP_FILTER_WORD, ibp_status_choices},
	{"evidence", IBP_FILTER_NUMBER, NULL},
	{"due", IBP_FILTER_DATE, NULL},
	{"score", IBP_FILTER_SCORE, NULL},
	{NULL, IBP_FILTER_TEXT, NULL},
};

static const char *const rows[][5] = {
	{"bestuur", "done", "12", "2027-06-30", "3"},
	{NULL, NULL, "0", NULL, NULL},
	{"", "open", "-1", "1900-01-01", "na"},
};

static const char *value_of(const void *row, size_t field,
			    struct ibp_arena *arena)
{
	const char *const *values = row;

	(void)arena;
	return values[field];
}

/* NOT of a whole expression, where it is still within the ceilings. */
static struct ibp_filter *opposite_of(const char *text)
{
	struct ibp_filter *filter = NULL;
	struct ibp_error err = {0};
	struct ibp_buf buf = {0};

	ibp_buf_addf(&buf, "not (%s)", text);
	ibp_filter_parse(ibp_buf_text(&buf), fields, "2026-11-23", &filter,
			 &err);
	ibp_buf_release(&buf);
	ibp_error_release(&err);
	return filter;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = ibp_strndup((const char *)data, size);
	struct ibp_filter *filter = NULL;
	struct ibp_filter *opposite = NULL;
	struct ibp_error err = {0};

	if (ibp_filter_parse(text, fields, "2026-11-23", &filter, &err)) {
		if (err.status != IBP_USAGE || !*ibp_error_text(&err))
			abort();
	} else {
		opposite = opposite_of(text);
		for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
			bool is = ibp_filter_matches(filter, value_of, rows[i]);

			if (opposite &&
			    is == ibp_filter_matches(opposite, value_of,
						     rows[i]))
				abort();
		}
	}
	ibp_filter_free(opposite);
	ibp_filter_free(filter);
	ibp_error_release(&err);
	free(text);
	return 0;
}
