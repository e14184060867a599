#include "sector.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define PI 3.14159265358979323846
#define NORMS_MAX 25

/* Of the design: see the model behind the numbers in monitor.md, 4.1. */
const int sector_norms[SECTOR_GROUPS] = {7, 3,  6, 8, 4, 3, 6,
					 5, 13, 5, 5, 4, 25};
static const double group_effect[SECTOR_GROUPS] = {
	-0.10, 0.10,  -0.30, 0.10,  0.10,  0.0, 0.0,
	0.20,  -0.25, 0.30,  -0.30, -0.25, 0.15};
static const double kind_share[SECTOR_KINDS] = {0.64, 0.27, 0.09};
static const double size_share[SECTOR_KINDS][3] = {
	{0.45, 0.40, 0.15}, {0.30, 0.40, 0.30}, {0.50, 0.35, 0.15}};
static const double part_share[4] = {0.133, 0.242, 0.443, 0.182};
static const double kind_mean[SECTOR_KINDS] = {2.05, 2.35, 2.10};
static const double size_effect[3] = {-0.15, 0.0, 0.20};

#define BOARD_DEVIATION 0.42
#define GROUP_DEVIATION 0.30
#define NORM_DEVIATION 0.35
#define REST_DEVIATION 0.55
#define NOT_APPLICABLE 0.03

/* SplitMix64. */
uint64_t dice_word(struct dice *dice)
{
	uint64_t z = dice->state += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

size_t dice_below(struct dice *dice, size_t bound)
{
	return (size_t)(dice_word(dice) % bound);
}

double dice_unit(struct dice *dice)
{
	return (double)(dice_word(dice) >> 11) / 9007199254740992.0;
}

double dice_gauss(struct dice *dice, double mean, double deviation)
{
	double u = 1.0 - dice_unit(dice);
	double v = dice_unit(dice);

	return mean + deviation * sqrt(-2.0 * log(u)) * cos(2.0 * PI * v);
}

static int choose(struct dice *dice, const double *shares, int count)
{
	double left = dice_unit(dice);
	int i = 0;

	while (i < count - 1 && left >= shares[i])
		left -= shares[i++];
	return i;
}

/* The norms of one group: HARDER says how much each lies under the rest. */
static void draw_group(struct dice *dice, struct sector_board *board, int group,
		       double base, const double *harder)
{
	int *counts = board->counts[group];
	int total = 0;
	int scored = 0;

	for (int i = 0; i < sector_norms[group]; i++) {
		int level;

		if (dice_unit(dice) < NOT_APPLICABLE)
			continue;
		level = (int)floor(
			dice_gauss(dice, base + harder[i], REST_DEVIATION) +
			0.5);
		level = level < 1 ? 1 : level > 5 ? 5 : level;
		counts[level - 1]++;
		total += level;
		scored++;
	}
	if (!scored) {
		counts[0] = total = scored = 1;
	}
	board->hundredths[group] = (200 * total + scored) / (2 * scored);
	board->levels[group] = (2 * board->hundredths[group] + 100) / 200;
}

static void draw_scores(struct dice *dice, struct sector_board *board,
			double harder[][NORMS_MAX])
{
	double base = dice_gauss(
		dice, kind_mean[board->kind] + size_effect[board->size],
		BOARD_DEVIATION);

	for (int g = 0; g < SECTOR_GROUPS; g++)
		draw_group(dice, board, g,
			   dice_gauss(dice, base + group_effect[g],
				      GROUP_DEVIATION),
			   harder[g]);
}

/* KIND or SIZE -1: any. */
static struct sector_board *draw(struct dice *dice, size_t count, int kind,
				 int size)
{
	struct sector_board *boards = ibp_alloc(count * sizeof(*boards));
	double harder[SECTOR_GROUPS][NORMS_MAX];
	struct dice fixed = {20261123};

	for (int g = 0; g < SECTOR_GROUPS; g++)
		for (int i = 0; i < sector_norms[g]; i++)
			harder[g][i] = dice_gauss(&fixed, 0, NORM_DEVIATION);
	for (size_t i = 0; i < count; i++) {
		struct sector_board *board = &boards[i];
		int drawn = choose(dice, kind_share, SECTOR_KINDS);

		board->kind = (enum sector_kind)(kind < 0 ? drawn : kind);
		board->size = size < 0 ?
				      choose(dice, size_share[board->kind], 3) :
				      size;
		board->part = choose(dice, part_share, 4);
		draw_scores(dice, board, harder);
	}
	return boards;
}

struct sector_board *sector_draw(struct dice *dice, size_t count)
{
	return draw(dice, count, -1, -1);
}

struct sector_board *sector_draw_alike(struct dice *dice, size_t count,
				       enum sector_kind kind, int size)
{
	return draw(dice, count, (int)kind, size);
}

void sector_sample(struct dice *dice, size_t total, size_t *places,
		   size_t count)
{
	size_t *order = ibp_alloc(total * sizeof(*order));

	for (size_t i = 0; i < total; i++)
		order[i] = i;
	for (size_t i = 0; i < count; i++) {
		size_t j = i + dice_below(dice, total - i);
		size_t taken = order[j];

		order[j] = order[i];
		order[i] = places[i] = taken;
	}
	free(order);
}

double sector_overall(const struct sector_board *board)
{
	int total = 0;

	for (int g = 0; g < SECTOR_GROUPS; g++)
		total += board->hundredths[g];
	return total / (double)SECTOR_GROUPS;
}

double attack_gain(const double *x, const double *y, size_t count)
{
	double mean_x = 0, mean_y = 0, xy = 0, xx = 0, yy = 0, r2;

	for (size_t i = 0; i < count; i++) {
		mean_x += x[i] / (double)count;
		mean_y += y[i] / (double)count;
	}
	for (size_t i = 0; i < count; i++) {
		xy += (x[i] - mean_x) * (y[i] - mean_y);
		xx += (x[i] - mean_x) * (x[i] - mean_x);
		yy += (y[i] - mean_y) * (y[i] - mean_y);
	}
	if (xx <= 0 || yy <= 0)
		return 0;
	r2 = xy * xy / (xx * yy);
	return 1 - sqrt(r2 < 1 ? 1 - r2 : 0);
}

struct ranked {
	double value;
	int yes;
};

static int by_value(const void *a, const void *b)
{
	double x = ((const struct ranked *)a)->value;
	double y = ((const struct ranked *)b)->value;

	return (x > y) - (x < y);
}

double attack_auc(const double *yes, size_t yes_count, const double *no,
		  size_t no_count)
{
	size_t total = yes_count + no_count;
	struct ranked *all = ibp_alloc(total * sizeof(*all));
	double n = (double)yes_count;
	double sum = 0;

	for (size_t i = 0; i < yes_count; i++)
		all[i] = (struct ranked){yes[i], 1};
	for (size_t i = 0; i < no_count; i++)
		all[yes_count + i] = (struct ranked){no[i], 0};
	qsort(all, total, sizeof(*all), by_value);
	for (size_t i = 0, j; i < total; i = j) {
		int in = 0;

		for (j = i; j < total && all[j].value <= all[i].value; j++)
			in += all[j].yes;
		/* Equal values share the mean of their ranks. */
		sum += in * ((double)(i + j) + 1) / 2;
	}
	free(all);
	return (sum - n * (n + 1) / 2) / (n * (double)no_count);
}
