/* set and confirm: the state of norms. */
#include "cmd/scan.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cmd/words.h"
#include "core/score.h"

#define FIELDS_MAX 16

static const struct ibp_choice assessors[] = {
	{"1", NC_("value", "first assessor")},
	{"2", NC_("value", "second assessor")},
	{"settled", NC_("value", "settled together")},
	{NULL, NULL},
};

static const struct ibp_field assessor_field = {
	.name = "assessor",
	.label = N_("Assessor"),
	.kind = IBP_FIELD_CHOICE,
	.choices = assessors,
};

/* Those of a norm, and whose score it is. */
static void make_fields(struct ibp_field fields[FIELDS_MAX])
{
	size_t count = 0;

	for (const struct ibp_field *f = ibp_norm_fields; f->name; f++)
		fields[count++] = *f;
	fields[count++] = assessor_field;
	fields[count] = (struct ibp_field){.name = NULL};
}

/* A norm's index for each plain word. */
static enum ibp_status find_norms(const struct ibp_cmd_scan *scan,
				  struct ibp_words *words, size_t **indexes,
				  struct ibp_error *err)
{
	size_t *list = ibp_arena_alloc(&words->arena,
				       words->plain_count * sizeof(*list));

	for (size_t i = 0; i < words->plain_count; i++) {
		enum ibp_status status = ibp_cmd_scan_find_norm(
			scan, words->plain[i], &list[i], err);

		if (status)
			return status;
	}
	*indexes = list;
	return IBP_OK;
}

/* The field of the assessor for "score" and "reason". */
static const char *own_field(struct ibp_words *words, const char *name)
{
	const char *assessor = ibp_words_value(words, "assessor");

	if (!assessor || strcmp(assessor, "1") == 0 ||
	    (strcmp(name, "score") != 0 && strcmp(name, "reason") != 0))
		return name;
	return ibp_arena_printf(&words->arena, "%s:%s", name, assessor);
}

/* The value that FIELD will have: as given, else as it is. */
static const char *value_after(struct ibp_words *words,
			       const struct ibp_answer *answer,
			       const char *name)
{
	const struct ibp_word *word = ibp_words_find(words, name);

	return word ? word->value :
		      ibp_answer_value(answer, own_field(words, name));
}

/* "Not applicable" is never said without a reason. */
static enum ibp_status check_reason(struct ibp_words *words,
				    const struct ibp_answer *answer,
				    const char *code, struct ibp_error *err)
{
	if (ibp_score_value(value_after(words, answer, "score")) !=
		    IBP_SCORE_NA ||
	    !ibp_text_is_empty(value_after(words, answer, "reason")))
		return IBP_OK;
	return ibp_error_set(err, IBP_USAGE,
			     _("%s cannot be \"not applicable\" without a "
			       "reason. Add reason=\"...\"."),
			     code);
}

/* The reason why a norm did not apply goes when it is scored after all. */
static bool outlives(struct ibp_words *words, const struct ibp_answer *answer)
{
	const struct ibp_word *score = ibp_words_find(words, "score");
	const char *before =
		ibp_answer_value(answer, own_field(words, "score"));

	return !score || ibp_score_value(before) != IBP_SCORE_NA ||
	       ibp_score_value(score->value) == IBP_SCORE_NA ||
	       ibp_words_find(words, "reason");
}

static void add_change(const struct ibp_cmd_scan *scan, size_t index,
		       const char *field, const char *value,
		       struct ibp_changes *changes)
{
	struct ibp_answer *answer = &scan->assessment->answers[index];
	const char *before = ibp_answer_value(answer, field);

	if (ibp_text_equal(before, value))
		return;
	ibp_changes_add(changes, IBP_SUBJECT_NORM, scan->info.id,
			scan->framework->norms[index].code, field, before,
			value);
	ibp_answer_set(answer, field, value);
}

static void add_changes(const struct ibp_cmd_scan *scan,
			struct ibp_words *words, size_t index,
			struct ibp_changes *changes)
{
	bool keeps = outlives(words, &scan->assessment->answers[index]);

	for (size_t i = 0; i < words->field_count; i++) {
		const struct ibp_word *word = &words->fields[i];

		if (word->field->choices != assessors)
			add_change(scan, index,
				   own_field(words, word->field->name),
				   word->value, changes);
	}
	if (!keeps)
		add_change(scan, index, own_field(words, "reason"), NULL,
			   changes);
}

/* What to know or do next, once the scores have their new values. */
static const char *next_sentence(struct ibp_cmd_scan *scan,
				 const struct ibp_words *words, size_t index)
{
	const char *assessor = ibp_words_value(words, "assessor");
	const char *settled = ibp_answer_value(
		&scan->assessment->answers[index], "score:settled");
	size_t next = ibp_next_unscored(scan->assessment, index);

	if (settled && ibp_words_find(words, "score") &&
	    !ibp_text_equal(assessor, "settled"))
		return ibp_arena_printf(
			&scan->file.arena,
			_("The settled score %s is the one that counts."),
			settled);
	if (next == scan->framework->norm_count)
		return _("Every norm has a score: see `ibp-scan gaps`.");
	return ibp_arena_printf(&scan->file.arena,
				_("The next open norm is %s."),
				scan->framework->norms[next].code);
}

static enum ibp_status set(struct ibp_run *run, struct ibp_words *words,
			   struct ibp_changes *changes, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	size_t *indexes = NULL;
	enum ibp_status status = find_norms(scan, words, &indexes, err);

	for (size_t i = 0; !status && i < words->plain_count; i++) {
		size_t index = indexes[i];

		status = check_reason(words, &scan->assessment->answers[index],
				      scan->framework->norms[index].code, err);
		if (!status)
			add_changes(scan, words, index, changes);
	}
	if (status)
		return status;
	return ibp_cmd_change(
		run, changes,
		next_sentence(scan, words, indexes[words->plain_count - 1]),
		err);
}

/* At least one field besides "assessor". */
static enum ibp_status check_fields(const struct ibp_words *words,
				    struct ibp_error *err)
{
	bool assessor = ibp_words_find(words, "assessor") != NULL;

	if (words->field_count == assessor)
		return ibp_error_set(err, IBP_USAGE,
				     _("Say what to set, such as score=3 or "
				       "owner=bestuur."));
	if (assessor && !ibp_words_find(words, "score") &&
	    !ibp_words_find(words, "reason"))
		return ibp_error_set(err, IBP_USAGE,
				     _("\"assessor\" goes with a score or a "
				       "reason."));
	return IBP_OK;
}

enum ibp_status ibp_cmd_scan_set(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_field fields[FIELDS_MAX];
	struct ibp_changes changes = {0};
	struct ibp_words words = {0};
	enum ibp_status status;

	make_fields(fields);
	status = ibp_words_read(run, fields, ibp_cmd_scan_of(run)->file.today,
				&words, err);
	if (!status)
		status = ibp_words_count(run, &words, 1, run->word_count, err);
	if (!status)
		status = check_fields(&words, err);
	if (!status)
		status = set(run, &words, &changes, err);
	ibp_changes_release(&changes);
	ibp_words_release(&words);
	return status;
}

static void confirm_one(const struct ibp_cmd_scan *scan, size_t index,
			struct ibp_changes *changes)
{
	if (scan->assessment->answers[index].look_again)
		ibp_changes_add(changes, IBP_SUBJECT_NORM, scan->info.id,
				scan->framework->norms[index].code,
				"look_again", "yes", NULL);
}

static enum ibp_status confirm(struct ibp_run *run, struct ibp_words *words,
			       struct ibp_changes *changes,
			       struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	size_t *indexes = NULL;
	enum ibp_status status = find_norms(scan, words, &indexes, err);

	if (status)
		return status;
	if (run->options.all)
		for (size_t i = 0; i < scan->framework->norm_count; i++)
			confirm_one(scan, i, changes);
	for (size_t i = 0; i < words->plain_count; i++)
		confirm_one(scan, indexes[i], changes);
	return ibp_cmd_change(run, changes, NULL, err);
}

enum ibp_status ibp_cmd_scan_confirm(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_changes changes = {0};
	struct ibp_words words = {0};
	size_t least = run->options.all ? 0 : 1;
	size_t most = run->options.all ? 0 : run->word_count;
	enum ibp_status status = ibp_words_read(
		run, NULL, ibp_cmd_scan_of(run)->file.today, &words, err);

	if (!status)
		status = ibp_words_count(run, &words, least, most, err);
	if (!status)
		status = confirm(run, &words, &changes, err);
	ibp_changes_release(&changes);
	ibp_words_release(&words);
	return status;
}
