/*
 * Totals.  scored + not_applicable + open = norms, always.  An average is in
 * whole hundredths over scored norms and never stands without the lowest
 * score and the number below target.
 */
#ifndef IBP_CORE_SCORE_H
#define IBP_CORE_SCORE_H

#include "core/assessment.h"

struct ibp_total {
	long norms;
	long scored;
	long not_applicable;
	long open;
	long below_target; /* scored norms under their own target */
	long average;      /* hundredths; -1: nothing scored */
	long target; /* average of those that apply, hundredths; -1: none */
	int lowest;  /* 1..5; 0: nothing scored */
	long levels[IBP_LEVELS]; /* norms per level */
};

struct ibp_total ibp_total_all(const struct ibp_framework *framework,
			       const struct ibp_assessment *assessment);
struct ibp_total ibp_total_domain(const struct ibp_framework *framework,
				  const struct ibp_assessment *assessment,
				  size_t domain);

struct ibp_total ibp_total_part(const struct ibp_framework *framework,
				const struct ibp_assessment *assessment,
				size_t part);

/*
 * The gap list as indexes of norms: those scored below target by priority
 * (high first, none last) and due date (earliest first, none last), then
 * the open ones in the order of the framework.  *COUNT of them, from ARENA.
 */
size_t *ibp_gaps(const struct ibp_framework *framework,
		 const struct ibp_assessment *assessment,
		 struct ibp_arena *arena, size_t *count);

/* The next open norm after AFTER, round the end; norm_count: none. */
size_t ibp_next_unscored(const struct ibp_assessment *assessment, size_t after);

#endif
