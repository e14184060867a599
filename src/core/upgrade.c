#include "core/upgrade.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "core/field.h"

/* Higher than every score: these say less about how far a board is. */
#define RANK_NA (IBP_LEVELS + 1)
#define RANK_OPEN (IBP_LEVELS + 2)

/* The answers that come together in one norm of the new version. */
struct sources {
	const struct ibp_answer **answers;
	const char **codes;
	size_t count;
	bool has_changed; /* reworded, split or merged */
};

bool ibp_answer_is_touched(const struct ibp_answer *answer)
{
	for (const struct ibp_field *f = ibp_norm_fields; f->name; f++)
		if (ibp_answer_value(answer, f->name))
			return true;
	return answer->evidence_count > 0;
}

const struct ibp_answer *ibp_answer_find(const struct ibp_framework *framework,
					 const struct ibp_assessment *of,
					 const char *code)
{
	const struct ibp_norm *norm =
		code ? ibp_framework_find(framework, code) : NULL;

	return norm ? &of->answers[ibp_framework_index(framework, norm)] : NULL;
}

static bool asks_to_look_again(enum ibp_change_kind kind)
{
	return kind == IBP_CHANGE_REWORDED || kind == IBP_CHANGE_SPLIT ||
	       kind == IBP_CHANGE_MERGED;
}

static void collect(struct sources *sources, const struct ibp_upgrade_map *map,
		    const struct ibp_framework *from,
		    const struct ibp_assessment *old, const char *code)
{
	sources->count = 0;
	sources->has_changed = false;
	for (size_t i = 0; i < map->change_count; i++) {
		const struct ibp_norm_change *change = &map->changes[i];
		const struct ibp_answer *answer;

		if (!ibp_text_equal(change->to, code))
			continue;
		answer = ibp_answer_find(from, old, change->from);
		if (!answer || !ibp_answer_is_touched(answer))
			continue;
		sources->answers[sources->count] = answer;
		sources->codes[sources->count++] = change->from;
		sources->has_changed |= asks_to_look_again(change->kind);
	}
}

static int rank(int score)
{
	if (score == IBP_SCORE_NA)
		return RANK_NA;
	return score == IBP_SCORE_OPEN ? RANK_OPEN : score;
}

/* The lowest score of one assessor, with its reason. */
static void merge_scores(struct ibp_answer *made, const struct sources *sources,
			 enum ibp_assessor who)
{
	int lowest = RANK_OPEN + 1;

	for (size_t i = 0; i < sources->count; i++) {
		const struct ibp_answer *answer = sources->answers[i];

		if (rank(answer->scores[who]) >= lowest)
			continue;
		lowest = rank(answer->scores[who]);
		made->scores[who] = answer->scores[who];
		made->reasons[who] = answer->reasons[who];
	}
}

/* Where one was settled, what counts is settled as the lowest of all. */
static void merge_settled(struct ibp_answer *made,
			  const struct sources *sources)
{
	bool is_settled = false;
	int lowest = RANK_OPEN;

	for (size_t i = 0; i < sources->count; i++)
		is_settled |=
			sources->answers[i]->scores[IBP_ASSESSOR_SETTLED] !=
			IBP_SCORE_OPEN;
	for (size_t i = 0; is_settled && i < sources->count; i++) {
		const struct ibp_answer *answer = sources->answers[i];

		if (rank(answer->score) >= lowest)
			continue;
		lowest = rank(answer->score);
		made->scores[IBP_ASSESSOR_SETTLED] = answer->score;
		made->reasons[IBP_ASSESSOR_SETTLED] = answer->reason;
	}
}

/* The place of WORD among CHOICES; -1: not set. */
static int place_of(const struct ibp_choice *choices, const char *word)
{
	for (int i = 0; word && choices[i].word; i++)
		if (strcmp(choices[i].word, word) == 0)
			return i;
	return -1;
}

/* The same of one answer more, as careful as possible. */
static void merge_rest(struct ibp_answer *made, const struct ibp_answer *more)
{
	if (more->target > made->target)
		made->target = more->target;
	if (more->status &&
	    (!made->status ||
	     place_of(ibp_status_choices, more->status) <
		     place_of(ibp_status_choices, made->status)))
		made->status = more->status;
	if (place_of(ibp_grade_choices, more->priority) >
	    place_of(ibp_grade_choices, made->priority))
		made->priority = more->priority;
	if (!made->owner)
		made->owner = more->owner;
	if (more->due && (!made->due || strcmp(more->due, made->due) < 0))
		made->due = more->due;
	made->look_again |= more->look_again;
}

/*
 * The notes below each other, each behind its old code.  One that would not
 * fit stays in the old assessment.
 */
static const char *merge_notes(const struct sources *sources,
			       struct ibp_arena *arena)
{
	struct ibp_buf text = {0};
	const char *note = NULL;

	for (size_t i = 0; i < sources->count; i++) {
		const char *more = sources->answers[i]->note;
		size_t before = text.length;

		if (!more)
			continue;
		ibp_buf_addf(&text, "%s%s: %s", before ? "\n\n" : "",
			     sources->codes[i], more);
		if (text.length > IBP_TEXT_NOTE_MAX)
			ibp_buf_cut(&text, before);
	}
	if (text.length)
		note = ibp_arena_strdup(arena, text.data);
	ibp_buf_release(&text);
	return note;
}

static void make_answer(struct ibp_assessment *made, struct ibp_answer *answer,
			const struct sources *sources)
{
	if (sources->count == 1) {
		*answer = *sources->answers[0];
	} else if (sources->count) {
		merge_scores(answer, sources, IBP_ASSESSOR_FIRST);
		merge_scores(answer, sources, IBP_ASSESSOR_SECOND);
		merge_settled(answer, sources);
		for (size_t i = 0; i < sources->count; i++)
			merge_rest(answer, sources->answers[i]);
		answer->note = merge_notes(sources, &made->arena);
		/* What counts follows from the three. */
		ibp_answer_set(answer, "note", answer->note);
	}
	answer->look_again |= sources->count && sources->has_changed;
}

/* Evidence goes along under the new code, in the order of the norms. */
static void add_evidence(struct ibp_assessment *made, size_t *capacity,
			 const char *code, const struct sources *sources)
{
	for (size_t i = 0; i < sources->count; i++) {
		const struct ibp_answer *answer = sources->answers[i];

		for (size_t j = 0; j < answer->evidence_count; j++) {
			struct ibp_evidence *evidence;

			made->evidence = ibp_grow(made->evidence, capacity,
						  made->evidence_count + 1,
						  sizeof(*made->evidence));
			evidence = &made->evidence[made->evidence_count++];
			*evidence = answer->evidence[j];
			evidence->id = 0;
			evidence->norm = code;
		}
	}
}

/* The list moves into the arena, and every answer gets its own part. */
static void settle_evidence(struct ibp_assessment *made,
			    const struct ibp_framework *to)
{
	struct ibp_evidence *grown = made->evidence;
	size_t at = 0;

	made->evidence = ibp_arena_alloc(&made->arena,
					 made->evidence_count * sizeof(*grown));
	if (made->evidence_count)
		memcpy(made->evidence, grown,
		       made->evidence_count * sizeof(*grown));
	free(grown);
	for (size_t i = 0; i < to->norm_count; i++) {
		made->answers[i].evidence = made->evidence + at;
		made->answers[i].evidence_count = 0;
		while (at < made->evidence_count &&
		       made->evidence[at].norm == to->norms[i].code) {
			made->answers[i].evidence_count++;
			at++;
		}
	}
}

struct ibp_assessment *ibp_upgrade(const struct ibp_upgrade_map *map,
				   const struct ibp_framework *from,
				   const struct ibp_assessment *old,
				   const struct ibp_framework *to)
{
	struct ibp_assessment *made = ibp_alloc(sizeof(*made));
	struct ibp_arena scratch = {0};
	struct sources sources = {0};
	size_t most = map->change_count + 1;
	size_t capacity = 0;

	sources.answers =
		ibp_arena_alloc(&scratch, most * sizeof(*sources.answers));
	sources.codes =
		ibp_arena_alloc(&scratch, most * sizeof(*sources.codes));
	made->framework_id = to->id;
	made->framework_version = to->version;
	made->answer_count = to->norm_count;
	made->answers = ibp_arena_alloc(
		&made->arena, to->norm_count * sizeof(*made->answers));
	for (size_t i = 0; i < to->norm_count; i++) {
		const char *code = to->norms[i].code;

		collect(&sources, map, from, old, code);
		make_answer(made, &made->answers[i], &sources);
		add_evidence(made, &capacity, code, &sources);
	}
	settle_evidence(made, to);
	ibp_arena_release(&scratch);
	return made;
}
