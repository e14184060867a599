/*
 * Two assessments beside each other, norm by norm and per domain.  Where
 * they are on different versions of the framework the yardstick may have
 * changed: then the norms that stand in both are a second reading.
 */
#ifndef IBP_CORE_COMPARE_H
#define IBP_CORE_COMPARE_H

#include "core/assessment.h"
#include "core/score.h"
#include "model/upgrade.h"

enum ibp_move {
	IBP_MOVE_SAME,
	IBP_MOVE_UP,
	IBP_MOVE_DOWN,
	IBP_MOVE_SCORED,   /* was open */
	IBP_MOVE_UNSCORED, /* is open again */
	IBP_MOVE_NA,       /* does not apply any more */
	IBP_MOVE_APPLIES,  /* did not apply before */
	IBP_MOVE_NEW,      /* the first has no such norm */
	IBP_MOVE_DROPPED,  /* the second has no such norm */
	IBP_MOVES
};

/* One side: an assessment against its framework. */
struct ibp_compare_side {
	const struct ibp_framework *framework;
	const struct ibp_assessment *assessment;
};

struct ibp_compare_row {
	const struct ibp_norm *from; /* NULL: new */
	const struct ibp_norm *to;   /* NULL: dropped */
	enum ibp_change_kind kind;   /* of the norm between the versions */
	int score_from;
	int score_to;
	enum ibp_move move;
	/* One norm against one, with a level on both sides. */
	bool is_comparable;
};

/* A domain of the second side, or all of it (domain NULL). */
struct ibp_compare_total {
	const struct ibp_domain *domain;
	long average_from; /* hundredths; -1: nothing scored */
	long average_to;
	bool has_changed; /* the yardstick: its norms are not the same */
	/* The second reading, over the comparable norms only. */
	long comparable;
	long comparable_from;
	long comparable_to;
};

struct ibp_comparison {
	struct ibp_arena arena;
	struct ibp_compare_row *rows;
	size_t count;
	struct ibp_compare_total *domains;
	size_t domain_count;
	struct ibp_compare_total all;
	size_t moves[IBP_MOVES]; /* rows per move */
};

/*
 * MAP leads from the version of FROM to that of TO, or back where IS_BACK.
 * NULL: they are of one version, or nothing is known and norms with the
 * same code count as reworded.
 */
void ibp_compare(const struct ibp_compare_side *from,
		 const struct ibp_compare_side *to,
		 const struct ibp_upgrade_map *map, bool is_back,
		 struct ibp_comparison *comparison);
void ibp_comparison_release(struct ibp_comparison *comparison);

/* "up", "down", ...: the word of JSON. */
const char *ibp_move_word(enum ibp_move move);

#endif
