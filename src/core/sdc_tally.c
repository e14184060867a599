/*
 * One pass over the boards of each node: sums, counts, the highest and the
 * lowest scores, and the digest of who is in.
 */
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "core/sdc_work.h"

/* "token:version" and a newline, as it stands in a set. */
struct line {
	char text[32];
	unsigned char length;
};

struct pass {
	struct ibp_sdc_work *work;
	struct line *lines;
	uint32_t *members;
	size_t member_count;
	struct ibp_buf buf;
};

static struct line *make_lines(const struct ibp_sdc_work *work)
{
	struct line *lines = ibp_alloc((work->count + 1) * sizeof(*lines));

	for (size_t i = 0; i < work->count; i++)
		lines[i].length = (unsigned char)snprintf(
			lines[i].text, sizeof(lines[i].text),
			"%016" PRIx64 ":%" PRIu32 "\n", work->boards[i]->token,
			work->boards[i]->version);
	return lines;
}

static void find_members(struct pass *pass, struct ibp_sdc_cell cell)
{
	pass->member_count = 0;
	for (size_t i = 0; i < pass->work->count; i++)
		if (ibp_sdc_is_in(pass->work->boards[i], cell))
			pass->members[pass->member_count++] = (uint32_t)i;
}

static void keep_lowest(long *lowest, long count, long score)
{
	for (long i = 0; i < count; i++)
		if (score < lowest[i]) {
			long moved = lowest[i];

			lowest[i] = score;
			score = moved;
		}
}

static void keep_highest(long *highest, long count, long score)
{
	for (long i = 0; i < count; i++)
		if (score > highest[i]) {
			long moved = highest[i];

			highest[i] = score;
			score = moved;
		}
}

static void add_score(const struct ibp_sdc_rules *rules,
		      struct ibp_sdc_tally *tally, long score)
{
	tally->sum += score;
	tally->levels[ibp_sdc_level(score) - 1]++;
	tally->at_target += score >= rules->target;
	keep_lowest(tally->lowest, rules->insiders, score);
	keep_highest(tally->highest, rules->insiders, score);
}

static void tally_item(struct pass *pass, struct ibp_sdc_tally *tally, int item)
{
	struct ibp_sdc_work *work = pass->work;

	work->seen_mark++;
	for (int i = 0; i < IBP_SDC_INSIDERS_MAX; i++)
		tally->lowest[i] = LONG_MAX;
	for (size_t i = 0; i < pass->member_count; i++) {
		uint32_t at = pass->members[i];
		const struct ibp_sdc_contributor *board = work->boards[at];

		if (!ibp_sdc_filled(board, item))
			continue;
		tally->boards++;
		if (work->seen[work->owners[at]] != work->seen_mark) {
			work->seen[work->owners[at]] = work->seen_mark;
			tally->owners++;
		}
		if (item != IBP_SDC_LANDSCAPE)
			add_score(work->rules, tally, board->scores[item]);
	}
}

static void digest_set(struct pass *pass, int item, char set[IBP_SHA256_SIZE])
{
	ibp_buf_cut(&pass->buf, 0);
	for (size_t i = 0; i < pass->member_count; i++) {
		uint32_t at = pass->members[i];
		const struct line *line = &pass->lines[at];

		if (ibp_sdc_filled(pass->work->boards[at], item))
			ibp_buf_add_bytes(&pass->buf, line->text, line->length);
	}
	ibp_sha256(ibp_buf_text(&pass->buf), pass->buf.length, set);
}

static void tally_figures(struct pass *pass, struct ibp_sdc_bands *bands)
{
	for (size_t i = 0; i < pass->member_count; i++) {
		const struct ibp_sdc_contributor *board =
			pass->work->boards[pass->members[i]];

		if (!ibp_sdc_filled(board, IBP_SDC_LANDSCAPE))
			continue;
		for (int f = 0; f < IBP_SDC_FIGURES; f++)
			bands->counts[f][board->figures[f]]++;
	}
}

static void tally_node(struct pass *pass, size_t node)
{
	struct ibp_sdc_work *work = pass->work;
	int groups = (int)work->in->catalogue->count;
	char everybody[IBP_SHA256_SIZE];

	find_members(pass, work->plan->nodes[node].cell);
	digest_set(pass, IBP_SDC_ANY, everybody);
	for (int item = 0; item < IBP_SDC_ITEMS; item++) {
		struct ibp_sdc_tally *tally =
			ibp_sdc_tally_of(work, node, item);

		if (item >= groups && item != IBP_SDC_LANDSCAPE)
			continue;
		tally_item(pass, tally, item);
		work->plan->nodes[node].counted[item] = (uint32_t)tally->boards;
		if (tally->boards == (long)pass->member_count)
			memcpy(tally->set, everybody, sizeof(everybody));
		else
			digest_set(pass, item, tally->set);
	}
	tally_figures(pass, &work->bands[node]);
}

void ibp_sdc_tally_all(struct ibp_sdc_work *work)
{
	size_t nodes = work->plan->node_count;
	struct pass pass = {.work = work};

	work->tallies =
		ibp_alloc(nodes * IBP_SDC_ITEMS * sizeof(*work->tallies));
	work->bands = ibp_alloc(nodes * sizeof(*work->bands));
	pass.lines = make_lines(work);
	pass.members = ibp_alloc((work->count + 1) * sizeof(*pass.members));
	for (size_t i = 0; i < nodes; i++)
		tally_node(&pass, i);
	ibp_buf_release(&pass.buf);
	free(pass.members);
	free(pass.lines);
}

struct ibp_sdc_tally *ibp_sdc_tally_of(const struct ibp_sdc_work *work,
				       size_t node, int item)
{
	return &work->tallies[node * IBP_SDC_ITEMS + (size_t)item];
}
