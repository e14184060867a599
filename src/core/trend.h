/*
 * Assessments one after the other: per domain an average for each.  Where
 * they are on different versions of the framework the yardstick changed; then
 * the norms that stand in all of them, one against one, and have a score in
 * all of them are a second reading.
 */
#ifndef IBP_CORE_TREND_H
#define IBP_CORE_TREND_H

#include "core/compare.h"

/* How the norms of one assessment became those of the last. */
struct ibp_trend_step {
	struct ibp_compare_side side;
	const struct ibp_upgrade_map *map; /* as ibp_compare takes it */
	bool is_back;
};

struct ibp_trend_row {
	const struct ibp_domain *domain; /* of the last; NULL: all norms */
	/* One per assessment, hundredths; -1: nothing scored, no such domain */
	long *averages;
	int *lowest; /* 0: likewise */
	/* The second reading. */
	long comparable; /* norms */
	long *comparable_averages;
};

struct ibp_trend {
	struct ibp_arena arena;
	size_t point_count;
	bool *has_changed; /* the yardstick, against the assessment before */
	bool changes;      /* any of these */
	struct ibp_trend_row *domains;
	size_t domain_count;
	struct ibp_trend_row all;
};

/* COUNT assessments, at least one, oldest first. */
void ibp_trend_make(const struct ibp_trend_step *steps, size_t count,
		    struct ibp_trend *trend);
void ibp_trend_release(struct ibp_trend *trend);

#endif
