/*
 * A summary: all that one board sends to the sector monitor.  Counts of norms
 * per level in reporting groups and six banded figures about applications;
 * no name, no date, no norm and no place.  A plain value without pointers.
 */
#ifndef IBP_CORE_SUMMARY_H
#define IBP_CORE_SUMMARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/hash.h"
#include "core/catalogue.h"

#define IBP_EDITION_SIZE 6 /* "2027", "2027b" and the NUL */

struct ibp_summary {
	char edition[IBP_EDITION_SIZE];
	char catalogue[IBP_SHA256_SIZE];   /* digest */
	char token_id[IBP_SDC_TOKEN_TEXT]; /* which invitation */
	size_t group_count;
	/* Norms at level 1 to 5; all 0: empty. */
	long groups[IBP_CATALOGUE_GROUPS_MAX][IBP_LEVELS];
	bool has_landscape;
	int landscape[IBP_SDC_FIGURES]; /* bands of core/sdc.h */
	char mac[IBP_SHA256_SIZE];
};

/* The figure with this INDEX, for people; the codes are in core/sdc.h. */
const char *ibp_summary_figure_label(int index);

/* "25-49", "1-20%": the same in every language. */
const char *ibp_summary_band(int figure, int band);

/* A year of this century, with or without a to d: "2027", "2027b". */
bool ibp_edition_is_valid(const char *text);

/* Norms at a level in the group with this INDEX. */
long ibp_summary_scored(const struct ibp_summary *summary, size_t index);

/*
 * Whether the counts can be those of a board (I5): groups as in CATALOGUE, no
 * more norms than it has, enough of them scored.  FILE is for the message;
 * IBP_INPUT where not.
 */
enum ibp_status ibp_summary_check(const char *file,
				  const struct ibp_summary *summary,
				  const struct ibp_catalogue *catalogue,
				  const struct ibp_sdc_rules *rules,
				  struct ibp_error *err);

#endif
