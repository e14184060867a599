#include "cmd/monitor_place.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/num.h"
#include "model/content.h"

/* Smaller differences between a board and its sector say nothing. */
#define WORTH_TELLING 20

static const struct {
	const char *word;
	const char *label; /* msgid */
} standings[] = {
	[IBP_STANDING_UNKNOWN] = {NULL, ""},
	[IBP_STANDING_BELOW] = {"below", NC_("standing", "below")},
	[IBP_STANDING_SAME] = {"same", NC_("standing", "about the same")},
	[IBP_STANDING_ABOVE] = {"above", NC_("standing", "above")},
};

const char *ibp_cmd_standing_word(enum ibp_cmd_standing standing)
{
	return standings[standing].word;
}

const char *ibp_cmd_standing_label(enum ibp_cmd_standing standing)
{
	if (!standing)
		return NULL;
	return ibp_pgettext_expr(IBP_DOMAIN, "standing",
				 standings[standing].label);
}

/*
 * The groups of the catalogue that NAME stands for, a bit each: one, all, or
 * several with "+" between them, which may be in a code as well.  0: others.
 */
static uint32_t groups_of(const struct ibp_catalogue *catalogue,
			  const char *name)
{
	uint32_t groups = 0;
	bool is_all = strcmp(name, IBP_BENCHMARK_TOTAL) == 0;

	for (size_t g = 0; g < catalogue->group_count; g++) {
		const char *code = catalogue->groups[g].code;
		size_t length = strlen(code);

		if (is_all) {
			groups |= UINT32_C(1) << g;
		} else if (strncmp(name, code, length) == 0 &&
			   (name[length] == '+' || !name[length])) {
			groups |= UINT32_C(1) << g;
			name += length + (name[length] == '+');
		}
	}
	return is_all || !*name ? groups : 0;
}

/* The mean over the groups that have a score. */
static long own_score(const struct ibp_summary *own, uint32_t groups)
{
	long sum = 0;
	long count = 0;

	for (size_t g = 0; g < own->group_count; g++) {
		long score =
			groups >> g & 1 ? ibp_sdc_score(own->groups[g]) : 0;

		sum += score;
		count += score > 0;
	}
	return count ? (2 * sum + count) / (2 * count) : 0;
}

static const char *title_of(struct ibp_cmd_places *places,
			    const struct ibp_catalogue *catalogue,
			    uint32_t groups)
{
	const struct ibp_framework *framework = catalogue->framework;
	struct ibp_buf title = {0};
	const char *kept;

	for (size_t g = 0; g < framework->group_count; g++) {
		const struct ibp_group *group = &framework->groups[g];

		if (!(groups >> g & 1))
			continue;
		for (size_t d = 0; d < group->domain_count; d++) {
			const struct ibp_domain *domain =
				&framework->domains[group->domains[d]];

			ibp_buf_addf(&title, "%s%s", title.length ? ", " : "",
				     ibp_content(domain->code, "title",
						 domain->title));
		}
	}
	kept = ibp_arena_strdup(&places->arena, ibp_buf_text(&title));
	ibp_buf_release(&title);
	return kept;
}

long ibp_cmd_places_step(const struct ibp_benchmark *benchmark,
			 const struct ibp_benchmark_row *row)
{
	char low[8] = "";
	long n;

	strncat(low, row->boards,
		strcspn(row->boards, "-+") < sizeof(low) ?
			strcspn(row->boards, "-+") :
			0);
	if (benchmark->mode != IBP_SDC_RULES ||
	    !ibp_num_parse(low, 1000000, &n) || !n)
		return 0;
	return ibp_sdc_step(&ibp_sdc_rules_default, n);
}

/* A mean that is coded is below, or above, what the coding begins at. */
static long value_of(const struct ibp_benchmark_row *row)
{
	const struct ibp_sdc_rules *rules = &ibp_sdc_rules_default;

	if (row->value >= 0)
		return row->value;
	return strchr(row->display, '<') ? rules->mean_low : rules->mean_high;
}

static enum ibp_cmd_standing stand(const struct ibp_benchmark *benchmark,
				   const struct ibp_benchmark_row *row,
				   long own)
{
	long least = WORTH_TELLING;
	long step;

	if (!row || row->is_withheld || !own)
		return IBP_STANDING_UNKNOWN;
	step = ibp_cmd_places_step(benchmark, row);
	if (step > least)
		least = step;
	if (own - value_of(row) >= least)
		return IBP_STANDING_ABOVE;
	return value_of(row) - own >= least ? IBP_STANDING_BELOW :
					      IBP_STANDING_SAME;
}

static bool has_figure(const struct ibp_benchmark_row *row)
{
	return row && !row->is_withheld;
}

static void add_place(struct ibp_cmd_places *places,
		      const struct ibp_catalogue *catalogue,
		      const struct ibp_summary *own, const char *group,
		      uint32_t groups)
{
	const struct ibp_benchmark *b = places->benchmark;
	struct ibp_cmd_place *place = &places->items[places->count++];
	const struct ibp_benchmark_row *beside;

	place->group = group;
	place->title = title_of(places, catalogue, groups);
	place->own = own_score(own, groups);
	place->all = ibp_benchmark_find(b, ibp_sdc_cell_all, group,
					IBP_SDC_MEAN, -1);
	if (places->has_cell)
		place->cell = ibp_benchmark_find(b, places->cell, group,
						 IBP_SDC_MEAN, -1);
	beside = has_figure(place->cell) ? place->cell : place->all;
	place->standing = stand(b, beside, place->own);
	if (place->own)
		place->level = ibp_benchmark_find(
			b, beside ? beside->cell : ibp_sdc_cell_all, group,
			IBP_SDC_LEVEL, ibp_sdc_level(place->own));
	places->standings[place->standing]++;
}

/* Whether a mean of GROUP was published that this board could be beside. */
static bool is_published(const struct ibp_cmd_places *places, const char *group)
{
	return ibp_benchmark_find(places->benchmark, ibp_sdc_cell_all, group,
				  IBP_SDC_MEAN, -1) ||
	       ibp_benchmark_find(places->benchmark, places->cell, group,
				  IBP_SDC_MEAN, -1);
}

static bool is_single(uint32_t groups)
{
	return (groups & (groups - 1)) == 0;
}

static void add_places(struct ibp_cmd_places *places,
		       const struct ibp_catalogue *catalogue,
		       const struct ibp_summary *own)
{
	const struct ibp_benchmark *b = places->benchmark;

	places->items = ibp_arena_alloc(&places->arena,
					(catalogue->group_count + b->count) *
						sizeof(*places->items));
	for (size_t g = 0; g < catalogue->group_count; g++)
		if (is_published(places, catalogue->groups[g].code))
			add_place(places, catalogue, own,
				  catalogue->groups[g].code, UINT32_C(1) << g);
	/* What was published of several groups together. */
	for (size_t i = 0; i < b->count; i++) {
		const struct ibp_benchmark_row *row = &b->rows[i];
		uint32_t groups = groups_of(catalogue, row->group);

		if (row->measure == IBP_SDC_MEAN &&
		    ibp_sdc_cell_same(row->cell, ibp_sdc_cell_all) && groups &&
		    !is_single(groups))
			add_place(places, catalogue, own, row->group, groups);
	}
}

enum ibp_status ibp_cmd_places_make(const struct ibp_benchmark *benchmark,
				    const struct ibp_catalogue *catalogue,
				    const struct ibp_summary *own, int sector,
				    int size, struct ibp_cmd_places *places,
				    struct ibp_error *err)
{
	*places = (struct ibp_cmd_places){.benchmark = benchmark};
	places->has_cell =
		ibp_benchmark_own_cell(benchmark, sector, size, &places->cell);
	add_places(places, catalogue, own);
	if (places->count)
		return IBP_OK;
	return ibp_error_set(err, IBP_INPUT,
			     _("These figures are about other groups than "
			       "those of framework %s %s. Compare with the "
			       "assessment that was made with that framework "
			       "(-a)."),
			     catalogue->framework->id,
			     catalogue->framework->version);
}

void ibp_cmd_places_release(struct ibp_cmd_places *places)
{
	ibp_arena_release(&places->arena);
}
