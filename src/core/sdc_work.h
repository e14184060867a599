/*
 * What the steps of a plan share: input, boards in the order of their
 * tokens, and the plan that grows.  Only sdc_*.c include it.
 */
#ifndef IBP_CORE_SDC_WORK_H
#define IBP_CORE_SDC_WORK_H

#include "base/hash.h"
#include "core/sdc.h"

#define IBP_SDC_INSIDERS_MAX 4
#define IBP_SDC_DEPTHS 4
#define IBP_SDC_ANY (-1) /* item: whatever was filled in */

struct ibp_sdc_was; /* of sdc_editions.c */

struct ibp_sdc_work {
	const struct ibp_sdc_input *in;
	const struct ibp_sdc_rules *rules;
	struct ibp_sdc_plan *plan;
	size_t finding_capacity;
	size_t node_capacity;
	size_t row_capacity;
	/* By token, so that sets and rows never depend on the input's order. */
	const struct ibp_sdc_contributor **boards;
	size_t count;
	uint32_t *owners; /* per board: equal for equal holdings */
	uint32_t *leaves; /* per board: its deepest node */
	uint32_t *seen;   /* per owner: the count that saw it last */
	uint32_t seen_mark;
	struct ibp_sdc_was *was;       /* the edition before */
	struct ibp_sdc_tally *tallies; /* IBP_SDC_ITEMS for each node */
	struct ibp_sdc_bands *bands;   /* one for each node */
	struct ibp_sdc_moved *moved;   /* IBP_SDC_ITEMS for each node */
};

/* Who came and went since the edition before. */
struct ibp_sdc_moved {
	bool is_told; /* too few did, so that they could be told */
	long joined;
	long left;
};

/* One item in one node. */
struct ibp_sdc_tally {
	long boards;
	long owners;
	long sum; /* of scores, hundredths */
	long levels[IBP_SDC_LEVELS];
	long at_target;
	/* The lowest, rising, and the highest, falling. */
	long lowest[IBP_SDC_INSIDERS_MAX];
	long highest[IBP_SDC_INSIDERS_MAX];
	char set[IBP_SHA256_SIZE]; /* who: the end of every label */
};

/* Boards in each band of each figure of the landscape. */
struct ibp_sdc_bands {
	long counts[IBP_SDC_FIGURES][IBP_SDC_FIGURE_BANDS];
};

void ibp_sdc_work_init(struct ibp_sdc_work *work,
		       const struct ibp_sdc_input *in,
		       struct ibp_sdc_plan *plan);
void ibp_sdc_work_release(struct ibp_sdc_work *work);

/* Whether this board filled ITEM in. */
bool ibp_sdc_filled(const struct ibp_sdc_contributor *board, int item);
bool ibp_sdc_is_in(const struct ibp_sdc_contributor *board,
		   struct ibp_sdc_cell cell);

struct ibp_sdc_counted {
	long boards;
	long owners;
};
struct ibp_sdc_counted ibp_sdc_count(struct ibp_sdc_work *work,
				     struct ibp_sdc_cell cell, int item);

/* The next finding: CODE and CELL; everything else says nothing yet. */
struct ibp_sdc_finding *ibp_sdc_add_finding(struct ibp_sdc_work *work, int code,
					    struct ibp_sdc_cell cell);
size_t ibp_sdc_add_node(struct ibp_sdc_work *work, struct ibp_sdc_cell cell,
			size_t parent, int depth);
struct ibp_sdc_row *ibp_sdc_add_row(struct ibp_sdc_work *work, size_t node);
/* Of the whole: the plan has no rows and no units. */
struct ibp_sdc_finding *ibp_sdc_refuse(struct ibp_sdc_work *work, int code);

/* CELL as far as DEPTH goes: 1 the whole ... 4 itself. */
struct ibp_sdc_cell ibp_sdc_cell_above(struct ibp_sdc_cell cell, int depth);

/* ---- sdc_editions.c: P10 ---- */

void ibp_sdc_was_init(struct ibp_sdc_work *work);
void ibp_sdc_was_release(struct ibp_sdc_work *work);

/* Of all boards of CELL, which are BOARDS now. */
struct ibp_sdc_moved ibp_sdc_moved_in(const struct ibp_sdc_work *work,
				      struct ibp_sdc_cell cell, long boards);
/* Of every item in every node; after the tallies. */
void ibp_sdc_moved_items(struct ibp_sdc_work *work);

/* ---- sdc_tree.c: P1, P2, P3, P10 ---- */

/* Nodes and leaves; false: the whole is refused. */
bool ibp_sdc_grow_tree(struct ibp_sdc_work *work);

/* ---- sdc_tally.c ---- */

/* Fills the tallies and bands of every node. */
void ibp_sdc_tally_all(struct ibp_sdc_work *work);
struct ibp_sdc_tally *ibp_sdc_tally_of(const struct ibp_sdc_work *work,
				       size_t node, int item);

/* ---- sdc_withhold.c: P1, P3, P5, P6, P7, P10 per group ---- */

void ibp_sdc_withhold(struct ibp_sdc_work *work);

/* ---- sdc_atoms.c: P9 ---- */

void ibp_sdc_make_units(struct ibp_sdc_work *work);
void ibp_sdc_check_atoms(struct ibp_sdc_work *work);

/* ---- sdc_rows.c ---- */

void ibp_sdc_make_rows(struct ibp_sdc_work *work);
/* The mean of GROUP in NODE as published, where anybody filled it in. */
long ibp_sdc_rounded_mean(const struct ibp_sdc_work *work, size_t node,
			  int group);

#endif
