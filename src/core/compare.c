#include "core/compare.h"

#include <string.h>

#include "base/num.h"
#include "base/text.h"

const char *ibp_move_word(enum ibp_move move)
{
	static const char *const words[IBP_MOVES] = {
		[IBP_MOVE_SAME] = "same",
		[IBP_MOVE_UP] = "up",
		[IBP_MOVE_DOWN] = "down",
		[IBP_MOVE_SCORED] = "scored",
		[IBP_MOVE_UNSCORED] = "unscored",
		[IBP_MOVE_NA] = "not-applicable",
		[IBP_MOVE_APPLIES] = "applicable",
		[IBP_MOVE_NEW] = "new",
		[IBP_MOVE_DROPPED] = "dropped",
	};

	return words[move];
}

void ibp_comparison_release(struct ibp_comparison *comparison)
{
	ibp_arena_release(&comparison->arena);
	*comparison = (struct ibp_comparison){0};
}

static enum ibp_move move_of(const struct ibp_compare_row *row)
{
	int from = row->score_from;
	int to = row->score_to;

	if (!row->from)
		return IBP_MOVE_NEW;
	if (!row->to)
		return IBP_MOVE_DROPPED;
	if (from == to)
		return IBP_MOVE_SAME;
	if (to == IBP_SCORE_NA)
		return IBP_MOVE_NA;
	if (to == IBP_SCORE_OPEN)
		return IBP_MOVE_UNSCORED;
	if (from == IBP_SCORE_NA)
		return IBP_MOVE_APPLIES;
	if (from == IBP_SCORE_OPEN)
		return IBP_MOVE_SCORED;
	return to > from ? IBP_MOVE_UP : IBP_MOVE_DOWN;
}

static bool is_one_to_one(enum ibp_change_kind kind)
{
	return kind == IBP_CHANGE_SAME || kind == IBP_CHANGE_REWORDED ||
	       kind == IBP_CHANGE_RENUMBERED;
}

static const struct ibp_norm *find_norm(const struct ibp_compare_side *side,
					const char *code)
{
	return code ? ibp_framework_find(side->framework, code) : NULL;
}

static int score_of(const struct ibp_compare_side *side,
		    const struct ibp_norm *norm)
{
	size_t index;

	if (!norm)
		return IBP_SCORE_OPEN;
	index = ibp_framework_index(side->framework, norm);
	return side->assessment->answers[index].score;
}

static void add_row(struct ibp_comparison *made,
		    const struct ibp_compare_side *from,
		    const struct ibp_norm *a, const struct ibp_compare_side *to,
		    const struct ibp_norm *b, enum ibp_change_kind kind)
{
	struct ibp_compare_row *row = &made->rows[made->count++];

	*row = (struct ibp_compare_row){
		.from = a,
		.to = b,
		.kind = kind,
		.score_from = score_of(from, a),
		.score_to = score_of(to, b),
	};
	row->move = move_of(row);
	row->is_comparable = a && b && is_one_to_one(kind) &&
			     row->score_from >= 1 && row->score_to >= 1;
	made->moves[row->move]++;
}

/* What a kind of change is when it is read the other way round. */
static enum ibp_change_kind turned(enum ibp_change_kind kind)
{
	switch (kind) {
	case IBP_CHANGE_SPLIT:
		return IBP_CHANGE_MERGED;
	case IBP_CHANGE_MERGED:
		return IBP_CHANGE_SPLIT;
	case IBP_CHANGE_DROPPED:
		return IBP_CHANGE_NEW;
	case IBP_CHANGE_NEW:
		return IBP_CHANGE_DROPPED;
	case IBP_CHANGE_SAME:
	case IBP_CHANGE_REWORDED:
	case IBP_CHANGE_RENUMBERED:
		break;
	}
	return kind;
}

static void add_mapped(struct ibp_comparison *made,
		       const struct ibp_compare_side *from,
		       const struct ibp_compare_side *to,
		       const struct ibp_upgrade_map *map, bool is_back)
{
	for (size_t i = 0; i < map->change_count; i++) {
		const struct ibp_norm_change *c = &map->changes[i];

		add_row(made, from, find_norm(from, is_back ? c->to : c->from),
			to, find_norm(to, is_back ? c->from : c->to),
			is_back ? turned(c->kind) : c->kind);
	}
}

static void add_by_code(struct ibp_comparison *made,
			const struct ibp_compare_side *from,
			const struct ibp_compare_side *to)
{
	const struct ibp_framework *a = from->framework;
	const struct ibp_framework *b = to->framework;
	bool is_one = ibp_text_equal(a->id, b->id) &&
		      ibp_text_equal(a->version, b->version);

	for (size_t i = 0; i < b->norm_count; i++) {
		const struct ibp_norm *before =
			find_norm(from, b->norms[i].code);

		add_row(made, from, before, to, &b->norms[i],
			is_one ? IBP_CHANGE_SAME :
			before ? IBP_CHANGE_REWORDED :
				 IBP_CHANGE_NEW);
	}
	for (size_t i = 0; i < a->norm_count; i++)
		if (!find_norm(to, a->norms[i].code))
			add_row(made, from, &a->norms[i], to, NULL,
				IBP_CHANGE_DROPPED);
}

/* The second reading: domain NULL is all of them. */
static void total_comparable(const struct ibp_comparison *made,
			     const struct ibp_framework *framework,
			     struct ibp_compare_total *total)
{
	long from = 0;
	long to = 0;

	for (size_t i = 0; i < made->count; i++) {
		const struct ibp_compare_row *row = &made->rows[i];

		if (total->domain &&
		    (!row->to ||
		     &framework->domains[row->to->domain] != total->domain))
			continue;
		total->has_changed |= row->kind != IBP_CHANGE_SAME &&
				      row->kind != IBP_CHANGE_RENUMBERED;
		if (!row->is_comparable)
			continue;
		total->comparable++;
		from += row->score_from;
		to += row->score_to;
	}
	total->comparable_from = -1;
	total->comparable_to = -1;
	if (total->comparable) {
		total->comparable_from =
			ibp_num_average(from, total->comparable);
		total->comparable_to = ibp_num_average(to, total->comparable);
	}
}

/* The average of the first side in the domain with this CODE. */
static long average_before(const struct ibp_compare_side *side,
			   const char *code)
{
	const struct ibp_framework *framework = side->framework;

	for (size_t i = 0; i < framework->domain_count; i++)
		if (strcmp(framework->domains[i].code, code) == 0)
			return ibp_total_domain(framework, side->assessment, i)
				.average;
	return -1;
}

static void add_domains(struct ibp_comparison *made,
			const struct ibp_compare_side *from,
			const struct ibp_compare_side *to)
{
	const struct ibp_framework *framework = to->framework;

	made->domain_count = framework->domain_count;
	made->domains = ibp_arena_alloc(
		&made->arena, made->domain_count * sizeof(*made->domains));
	for (size_t i = 0; i < made->domain_count; i++) {
		struct ibp_compare_total *total = &made->domains[i];

		total->domain = &framework->domains[i];
		total->average_from = average_before(from, total->domain->code);
		total->average_to =
			ibp_total_domain(framework, to->assessment, i).average;
		total_comparable(made, framework, total);
	}
	made->all.average_from =
		ibp_total_all(from->framework, from->assessment).average;
	made->all.average_to = ibp_total_all(framework, to->assessment).average;
	total_comparable(made, framework, &made->all);
}

void ibp_compare(const struct ibp_compare_side *from,
		 const struct ibp_compare_side *to,
		 const struct ibp_upgrade_map *map, bool is_back,
		 struct ibp_comparison *comparison)
{
	size_t most = from->framework->norm_count + to->framework->norm_count;

	if (map)
		most += map->change_count;
	comparison->rows = ibp_arena_alloc(&comparison->arena,
					   most * sizeof(*comparison->rows));
	if (map)
		add_mapped(comparison, from, to, map, is_back);
	else
		add_by_code(comparison, from, to);
	add_domains(comparison, from, to);
}
