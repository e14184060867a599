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
#include "core/derived.h"

/* Fewer applications say nothing about a sector and much about a board. */
#define IBP_SUMMARY_APPLICATIONS_MIN 10
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

/* What a summary is made from. */
struct ibp_summary_source {
	const struct ibp_catalogue *catalogue;
	const struct ibp_assessment *assessment;
	/* The applications on the day of the cover; NULL: none are told of. */
	const struct ibp_cover *cover;
	const struct ibp_derived *derived; /* of ibp_derived_all */
};

/* Groups and figures as they are; the rest of *SUMMARY stays. */
void ibp_summary_count(const struct ibp_summary_source *source,
		       struct ibp_summary *summary);

/*
 * Counts, and empties the groups that would show single norms (E3): EMPTIED
 * has one answer per group.  Too little to compare (E1) is IBP_FOUND.
 */
enum ibp_status ibp_summary_make(const struct ibp_summary_source *source,
				 const struct ibp_sdc_rules *rules,
				 struct ibp_summary *summary,
				 bool emptied[IBP_CATALOGUE_GROUPS_MAX],
				 struct ibp_error *err);

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
