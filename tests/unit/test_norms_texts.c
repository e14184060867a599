/*
 * The texts of the norms, Dutch and English: there is one of everything, the
 * levels differ from each other, and the catalogue holds neither less nor
 * more than the framework files.
 *
 * The catalogue is read here by its format, because gettext only works in a
 * locale that the machine has.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "model/content.h"
#include "model/framework.h"

#define LEVEL_TEXTS 470
#define SHORTEST 60
#define RUN 6     /* words */
#define REPEATS 3 /* texts that may share a run */

#define MO_MAGIC 0x950412deU
#define MO_MAX ((size_t)8 * 1024 * 1024)

struct texts {
	struct ibp_framework *new;
	struct ibp_framework *old;
	struct ibp_buf catalogue;
};

/* A run of words in one level text. */
struct run {
	const char *words;
	size_t length;
	size_t text;
};

static struct ibp_framework *load(const char *version)
{
	struct ibp_error err = {0};
	struct ibp_framework *framework = NULL;
	char *data = ibp_path_data(NULL);

	if (ibp_framework_open(data, "ibp-fo", version, &framework, &err))
		fail_msg("%s", ibp_error_text(&err));
	ibp_error_release(&err);
	free(data);
	return framework;
}

static int open_texts(void **state)
{
	static struct texts texts;
	struct ibp_error err = {0};
	char *dir = ibp_path_locale();
	char *path =
		ibp_path_join(dir, "en/LC_MESSAGES/" IBP_CONTENT_DOMAIN ".mo");

	texts.new = load("2024-06");
	texts.old = load("2023-04");
	if (ibp_file_read(path, MO_MAX, &texts.catalogue, &err))
		fail_msg("%s", ibp_error_text(&err));
	free(path);
	free(dir);
	*state = &texts;
	return 0;
}

static int close_texts(void **state)
{
	struct texts *texts = *state;

	ibp_framework_free(texts->new);
	ibp_framework_free(texts->old);
	ibp_buf_release(&texts->catalogue);
	return 0;
}

/* The WORD-th 32-bit number of a catalogue. */
static uint32_t mo_number(const struct ibp_buf *catalogue, size_t word)
{
	uint32_t number;

	assert_in_range((word + 1) * sizeof(number), 0, catalogue->length);
	memcpy(&number, catalogue->data + word * sizeof(number),
	       sizeof(number));
	return number;
}

/* The INDEX-th text of the table whose place is number TABLE. */
static const char *mo_text(const struct ibp_buf *catalogue, size_t table,
			   size_t index)
{
	size_t entry = mo_number(catalogue, table) / 4 + 2 * index;
	uint32_t offset = mo_number(catalogue, entry + 1);

	assert_in_range(offset + mo_number(catalogue, entry), 0,
			catalogue->length - 1);
	return catalogue->data + offset;
}

static size_t mo_count(const struct ibp_buf *catalogue)
{
	assert_int_equal(mo_number(catalogue, 0), MO_MAGIC);
	return mo_number(catalogue, 2);
}

/* The English of TEXT in CONTEXT, or NULL.  The table is sorted. */
static const char *english(const struct ibp_buf *catalogue, const char *context,
			   const char *text)
{
	struct ibp_buf key = {0};
	size_t low = 0;
	size_t high = mo_count(catalogue);
	const char *found = NULL;

	ibp_buf_addf(&key, "%s\004%s", context, text);
	while (low < high && !found) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(ibp_buf_text(&key),
				   mo_text(catalogue, 3, middle));

		if (!order)
			found = mo_text(catalogue, 4, middle);
		else if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	ibp_buf_release(&key);
	return found;
}

static const char *english_level(const struct texts *texts,
				 const struct ibp_norm *norm, size_t level)
{
	char context[64];

	snprintf(context, sizeof(context), "%s|levels.%zu", norm->code,
		 level + 1);
	return english(&texts->catalogue, context, norm->levels[level]);
}

static void test_every_norm_of_2024_is_complete(void **state)
{
	const struct texts *texts = *state;

	for (size_t i = 0; i < texts->new->norm_count; i++) {
		const struct ibp_norm *norm = &texts->new->norms[i];

		assert_false(ibp_text_is_empty(norm->title));
		assert_false(ibp_text_is_empty(norm->purpose));
		assert_false(ibp_text_is_empty(norm->why));
		assert_in_range(norm->steps.count, 4, 5);
		assert_in_range(norm->evidence.count, 4, 5);
		assert_in_range(norm->related.count, 1, 9);
	}
}

/* The level texts of 2024 in one language, in the order of the file. */
static void collect(const struct texts *texts, bool dutch,
		    const char *levels[LEVEL_TEXTS])
{
	size_t count = 0;

	assert_int_equal(texts->new->norm_count *IBP_LEVELS, LEVEL_TEXTS);
	for (size_t i = 0; i < texts->new->norm_count; i++)
		for (size_t j = 0; j < IBP_LEVELS; j++) {
			const struct ibp_norm *norm = &texts->new->norms[i];
			const char *text = norm->levels[j];

			assert_non_null(text);
			if (!dutch)
				text = english_level(texts, norm, j);
			if (!text)
				fail_msg("%s level %zu", norm->code, j + 1);
			levels[count++] = text;
		}
}

static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int compare_runs(const void *a, const void *b)
{
	const struct run *left = a;
	const struct run *right = b;
	int order;

	if (left->length != right->length)
		return left->length < right->length ? -1 : 1;
	order = memcmp(left->words, right->words, left->length);
	if (order)
		return order;
	return (left->text > right->text) - (left->text < right->text);
}

/* TEXT folded, without punctuation, one space between words. */
static char *bare_words(const char *text)
{
	struct ibp_buf bare = {0};
	char *folded = ibp_text_fold(text);

	for (const char *c = folded; *c; c++)
		if (!ispunct((unsigned char)*c) &&
		    (*c != ' ' || (bare.length && c[-1] != ' ')))
			ibp_buf_add_char(&bare, *c);
	free(folded);
	return ibp_buf_take(&bare);
}

/* Adds every run of RUN words in WORDS. */
static size_t add_runs(struct run **runs, size_t *capacity, size_t count,
		       const char *words, size_t text)
{
	const char *starts[RUN] = {0};
	size_t seen = 0;

	for (const char *word = words; *word;) {
		size_t length = strcspn(word, " ");

		starts[seen++ % RUN] = word;
		if (seen >= RUN) {
			const char *first = starts[seen % RUN];

			*runs = ibp_grow(*runs, capacity, count + 1,
					 sizeof(**runs));
			(*runs)[count++] = (struct run){
				first, (size_t)(word - first) + length, text};
		}
		word += length + (word[length] == ' ');
	}
	return count;
}

/* In how many texts the run at INDEX of sorted RUNS occurs. */
static size_t texts_with(const struct run *runs, size_t count, size_t index)
{
	size_t texts = 1;

	for (size_t i = index + 1; i < count; i++) {
		if (runs[i].length != runs[index].length ||
		    memcmp(runs[i].words, runs[index].words, runs[i].length))
			break;
		texts += runs[i].text != runs[i - 1].text;
	}
	return texts;
}

static void assert_no_run_is_worn(const char *const levels[LEVEL_TEXTS])
{
	char *words[LEVEL_TEXTS];
	struct run *runs = NULL;
	size_t capacity = 0;
	size_t count = 0;

	for (size_t i = 0; i < LEVEL_TEXTS; i++) {
		words[i] = bare_words(levels[i]);
		count = add_runs(&runs, &capacity, count, words[i], i);
	}
	assert_true(count > LEVEL_TEXTS);
	qsort(runs, count, sizeof(*runs), compare_runs);
	for (size_t i = 0; i < count; i++)
		if (texts_with(runs, count, i) > REPEATS)
			fail_msg("\"%.*s\" is in more than %d level texts",
				 (int)runs[i].length, runs[i].words, REPEATS);
	free(runs);
	for (size_t i = 0; i < LEVEL_TEXTS; i++)
		free(words[i]);
}

static void assert_levels_differ(const struct texts *texts, bool dutch)
{
	const char *levels[LEVEL_TEXTS];

	collect(texts, dutch, levels);
	assert_no_run_is_worn(levels);
	for (size_t i = 0; i < LEVEL_TEXTS; i++)
		if (strlen(levels[i]) < SHORTEST)
			fail_msg("too short: %s", levels[i]);
	qsort(levels, LEVEL_TEXTS, sizeof(*levels), compare_texts);
	for (size_t i = 1; i < LEVEL_TEXTS; i++)
		assert_string_not_equal(levels[i - 1], levels[i]);
}

static void test_dutch_levels_differ(void **state)
{
	assert_levels_differ(*state, true);
}

static void test_english_levels_differ(void **state)
{
	assert_levels_differ(*state, false);
}

struct cover {
	const struct ibp_buf *catalogue;
	size_t count;
};

static void cover_text(void *context, const char *message_context,
		       const char *text, size_t line)
{
	struct cover *cover = context;
	const char *found = english(cover->catalogue, message_context, text);

	if (ibp_text_is_empty(found))
		fail_msg("line %zu: %s has no English: %s", line,
			 message_context, text);
	cover->count++;
}

static void test_every_text_has_english(void **state)
{
	const struct texts *texts = *state;
	struct cover cover = {.catalogue = &texts->catalogue};

	ibp_content_each(texts->new, cover_text, &cover);
	assert_true(cover.count > 1600);
	cover.count = 0;
	ibp_content_each(texts->old, cover_text, &cover);
	assert_true(cover.count > 200);
}

struct known {
	char **keys;
	size_t count;
	size_t capacity;
};

static void know_text(void *context, const char *message_context,
		      const char *text, size_t line)
{
	struct known *known = context;
	struct ibp_buf key = {0};

	(void)line;
	ibp_buf_addf(&key, "%s\004%s", message_context, text);
	known->keys = ibp_grow(known->keys, &known->capacity, known->count + 1,
			       sizeof(*known->keys));
	known->keys[known->count++] = ibp_buf_take(&key);
}

static void test_the_catalogue_holds_nothing_else(void **state)
{
	const struct texts *texts = *state;
	struct known known = {0};

	ibp_content_each(texts->new, know_text, &known);
	ibp_content_each(texts->old, know_text, &known);
	qsort(known.keys, known.count, sizeof(*known.keys), compare_texts);
	/* Entry 0 is the header. */
	for (size_t i = 1; i < mo_count(&texts->catalogue); i++) {
		const char *key = mo_text(&texts->catalogue, 3, i);

		/* Of the reference model: tests/cli/content.sh has those. */
		if (strstr(key, "|description\004"))
			continue;
		if (!bsearch(&key, known.keys, known.count, sizeof(*known.keys),
			     compare_texts))
			fail_msg("no such text any more: %s", key);
	}
	for (size_t i = 0; i < known.count; i++)
		free(known.keys[i]);
	free(known.keys);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_norm_of_2024_is_complete),
		cmocka_unit_test(test_dutch_levels_differ),
		cmocka_unit_test(test_english_levels_differ),
		cmocka_unit_test(test_every_text_has_english),
		cmocka_unit_test(test_the_catalogue_holds_nothing_else),
	};

	return cmocka_run_group_tests_name("norm texts", tests, open_texts,
					   close_texts);
}
