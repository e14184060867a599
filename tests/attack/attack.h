/*
 * What every attack starts with: boards of the invented sector handed to the
 * core, the plan read back as an attacker reads a published table, and the
 * figures, each on a line beside the number of the design.
 *
 * `make attack` runs all trials (IBP_ATTACK_FULL is set), `make check` fewer.
 */
#ifndef IBP_TESTS_ATTACK_ATTACK_H
#define IBP_TESTS_ATTACK_ATTACK_H

#include "base/mem.h"
#include "core/sdc.h"
#include "sector.h"

/* FULL in `make attack`, else QUICK. */
size_t attack_trials(size_t full, size_t quick);

/* An edition: the default rules unless a test changes them here. */
struct attack {
	struct ibp_sdc_rules rules;
	struct ibp_sdc_catalogue catalogue;
	struct ibp_sdc_population population;
	struct ibp_sdc_input input;
	unsigned char key[IBP_SDC_KEY];
	struct ibp_sdc_contributor *boards;
	size_t capacity;
};

struct attack *attack_new(void);
void attack_free(struct attack *attack);

/* Means as they are: what rounding and coding prevent. */
void attack_exact_means(struct ibp_sdc_rules *rules);

/* The key of trial NUMBER. */
void attack_key(struct attack *attack, size_t number);

/*
 * The boards at PLACES of POOL take part, and nobody else.  In one cell where
 * IS_ONE_CELL, else each in its own sector, size and part.
 */
void attack_fill(struct attack *attack, const struct sector_board *pool,
		 const size_t *places, size_t count, bool is_one_cell);

/* A copy of what PLAN keeps, as publication NUMBER. */
struct ibp_sdc_unit *attack_keep(const struct ibp_sdc_plan *plan,
				 uint32_t number);

/* As read in the table: coded ones at their border, others FALLBACK. */
double attack_mean(const struct ibp_sdc_plan *plan, size_t node,
		   const char *group, double fallback);
/* NULL: no such row. */
const struct ibp_sdc_row *attack_row(const struct ibp_sdc_plan *plan,
				     size_t node, const char *group,
				     enum ibp_sdc_measure measure,
				     int category);

/* Whether a rule with this code refuses the whole of PLAN. */
bool attack_is_refused(const struct ibp_sdc_plan *plan, int code);

/* The mean of all means of the whole, in hundredths. */
double attack_overall(const struct attack *attack,
		      const struct ibp_sdc_plan *plan,
		      const double fallback[SECTOR_GROUPS]);

/* The mean of each group over POOL. */
void attack_group_means(const struct sector_board *pool, size_t count,
			double means[SECTOR_GROUPS]);

/* Prints a figure, and fails unless it is at most or at least LIMIT. */
void attack_at_most(const char *what, double figure, double limit);
void attack_at_least(const char *what, double figure, double limit);

#endif
