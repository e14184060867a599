/*
 * An invented sector for the attacks on the monitor: boards whose scores are
 * drawn from the assumed distribution of the design (94 norms in 13 groups,
 * mean maturity 2.1), from a fixed seed, and the yardsticks that tell how
 * much an attacker learnt.  Floating point is for the attacker only.
 */
#ifndef IBP_TESTS_ATTACK_SECTOR_H
#define IBP_TESTS_ATTACK_SECTOR_H

#include <stddef.h>
#include <stdint.h>

#define SECTOR_GROUPS 13
#define SECTOR_LEVELS 5

/* A generator with a seed: the same numbers on every machine. */
struct dice {
	uint64_t state;
};

uint64_t dice_word(struct dice *dice);
/* In [0, bound). */
size_t dice_below(struct dice *dice, size_t bound);
/* In [0, 1). */
double dice_unit(struct dice *dice);
double dice_gauss(struct dice *dice, double mean, double deviation);

enum sector_kind { SECTOR_PO, SECTOR_VO, SECTOR_SO, SECTOR_KINDS };

struct sector_board {
	enum sector_kind kind;
	int size; /* 0 small, 1 middle, 2 large */
	int part; /* 0 north, 1 east, 2 west, 3 south */
	/* Norms at level 1..5, per group of the catalogue in its order. */
	int counts[SECTOR_GROUPS][SECTOR_LEVELS];
	int hundredths[SECTOR_GROUPS]; /* mean of a group */
	int levels[SECTOR_GROUPS];     /* 1..5 */
};

/* The number of norms in each group, and the letters of the parts. */
extern const int sector_norms[SECTOR_GROUPS];

/* COUNT boards, new. */
struct sector_board *sector_draw(struct dice *dice, size_t count);

/* Only boards of one KIND and SIZE: what an attacker cannot tell apart. */
struct sector_board *sector_draw_alike(struct dice *dice, size_t count,
				       enum sector_kind kind, int size);

/* The first COUNT places of a random order of TOTAL places. */
void sector_sample(struct dice *dice, size_t total, size_t *places,
		   size_t count);

/* The mean over the groups, in hundredths. */
double sector_overall(const struct sector_board *board);

/*
 * By how much the error of the best linear guess of Y from X is smaller than
 * without X: 1 - sqrt(1 - r * r).
 */
double attack_gain(const double *x, const double *y, size_t count);

/* The chance that a random one of YES is higher than a random one of NO. */
double attack_auc(const double *yes, size_t yes_count, const double *no,
		  size_t no_count);

#endif
