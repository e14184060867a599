/*
 * One file that leaked, or that somebody made: who is it of, and is it taken
 * (T1, T3, T14, T24).  What the command line does to it is in
 * tests/cli/monitor_secrets.sh.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "attack.h"
#include "base/path.h"
#include "exchange/summary.h"

#define BOARDS 1100
#define FILES 1000
#define INVITED 60
#define EDITION "2027"
#define NAME 80
#define WORDS 3

/* What everybody can look up about a board. */
struct known {
	char words[WORDS][NAME]; /* name, number, BRIN */
};

static struct ibp_framework *framework;
static struct ibp_catalogue *catalogue;
static struct ibp_answer *answers;
static struct known known[BOARDS];

static void make_known(void)
{
	static const char *const of[] = {"Linde", "Eik",      "Es",  "Wilg",
					 "Berk",  "Hazelaar", "Iep", "Vlier"};
	static const char *const in[] = {"Aalten", "Borger", "Cuijk",
					 "Dalen",  "Elst",   "Franeker"};

	for (size_t i = 0; i < BOARDS; i++) {
		snprintf(known[i].words[0], NAME, "Stichting De %s %s %zu",
			 of[i % 8], in[i / 8 % 6], i / 48);
		snprintf(known[i].words[1], NAME, "%zu", 40000 + 37 * i);
		snprintf(known[i].words[2], NAME, "%02zu%c%c", i % 30,
			 (int)('A' + i / 30 % 26), (int)('A' + i / 780 % 26));
	}
}

static int set_up(void **state)
{
	struct ibp_error err = {0};
	char *dir = ibp_path_data(NULL);

	(void)state;
	make_known();
	if (ibp_framework_open(dir, "ibp-fo", "2024-06", &framework, &err) ||
	    ibp_catalogue_new(framework, &ibp_sdc_rules_default, &catalogue,
			      &err)) {
		fprintf(stderr, "%s\n", ibp_error_text(&err));
		ibp_error_release(&err);
		free(dir);
		return 1;
	}
	answers = ibp_alloc(framework->norm_count * sizeof(*answers));
	free(dir);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	free(answers);
	ibp_catalogue_free(catalogue);
	ibp_framework_free(framework);
	return 0;
}

static enum ibp_status roll(void *self, void *bytes, size_t count,
			    struct ibp_error *err)
{
	(void)err;
	for (size_t i = 0; i < count; i++)
		((unsigned char *)bytes)[i] =
			(unsigned char)(dice_word(self) >> 32);
	return IBP_OK;
}

static void draw_code(struct dice *dice, struct ibp_invitation *code)
{
	const struct ibp_sdc_random random = {roll, dice};
	struct ibp_error err = {0};

	assert_int_equal(ibp_invitation_draw(&random, code, &err), IBP_OK);
}

/* The scores of a board, with its name wherever a person may type. */
static void answer(struct dice *dice, const struct known *board)
{
	for (size_t i = 0; i < framework->norm_count; i++) {
		struct ibp_answer *at = &answers[i];

		*at = (struct ibp_answer){
			.score = (int)dice_below(dice, 5) + 1,
			.reason = board->words[0],
			.owner = board->words[0],
			.note = board->words[2],
			.due = board->words[1],
			.status = board->words[0],
			.priority = board->words[1],
		};
		if (dice_below(dice, 30) == 0)
			at->score = IBP_SCORE_OPEN;
	}
}

/* The summary of a board that has CODE, as the tool makes it. */
static void make_summary(struct dice *dice, const struct known *board,
			 const struct ibp_invitation *code,
			 struct ibp_summary *summary)
{
	const struct ibp_assessment assessment = {
		.name = board->words[0],
		.answers = answers,
		.answer_count = framework->norm_count,
	};
	const struct ibp_summary_source source = {
		.catalogue = catalogue,
		.assessment = &assessment,
	};
	bool emptied[IBP_CATALOGUE_GROUPS_MAX];
	struct ibp_error err = {0};

	answer(dice, board);
	*summary = (struct ibp_summary){.edition = EDITION};
	assert_int_equal(ibp_summary_make(&source, &ibp_sdc_rules_default,
					  summary, emptied, &err),
			 IBP_OK);
	summary->has_landscape = true;
	for (int i = 0; i < IBP_SDC_FIGURES; i++)
		summary->landscape[i] =
			(int)dice_below(dice, (size_t)ibp_sdc_figure_bands[i]);
	memcpy(summary->catalogue, catalogue->digest,
	       sizeof(summary->catalogue));
	ibp_invitation_token(code, summary->token_id);
	ibp_summary_sign(summary, code);
}

/* ---- T1: find the board in the bytes ------------------------------------ */

/* Takes the LENGTH digits after KEY away, which must be WANTED. */
static void take_hex(char *text, const char *key, const char *wanted)
{
	char *at = strstr(text, key);
	size_t length = strlen(wanted);

	assert_non_null(at);
	at += strlen(key);
	assert_int_equal(strncmp(at, wanted, length), 0);
	memmove(at, at + length, strlen(at + length) + 1);
}

/* How many words of BOARDS boards, and of this machine, are in TEXT. */
static size_t find_words(const char *text, const char *const *here)
{
	size_t found = 0;

	for (size_t i = 0; i < BOARDS; i++)
		for (size_t w = 0; w < WORDS; w++)
			found += strstr(text, known[i].words[w]) != NULL;
	for (; *here; here++)
		found += strstr(text, *here) != NULL;
	return found;
}

static void test_names(void **state)
{
	/* Words of a year or a level would be found in any file. */
	static const char *const here[] = {
		"root",       "tester", "localhost", "/home", "/tmp",
		"school.ibp", ".ibp",   "T12:",      "2026",  NULL};
	struct dice dice = {1};
	size_t found = 0;

	(void)state;
	for (size_t i = 0; i < FILES; i++) {
		struct ibp_invitation code;
		struct ibp_summary summary;
		struct ibp_buf file = {0};

		draw_code(&dice, &code);
		make_summary(&dice, &known[i], &code, &summary);
		ibp_summary_write(&summary, &file);
		/* Five digits are in hexadecimal ones by chance; what these
		 * are made from is T3. */
		take_hex(file.data, "\"catalogue\": \"", catalogue->digest);
		take_hex(file.data, "\"token_id\": \"", summary.token_id);
		take_hex(file.data, "\"mac\": \"", summary.mac);
		found += find_words(file.data, here);
		ibp_buf_release(&file);
	}
	attack_at_most("T1 files of 1,000 that tell a name, number or place",
		       (double)found, 0);
	found = find_words("{\"note\": \"Stichting De Linde Aalten 0\"}", here);
	found += find_words("[40037]", here) + find_words("01AA", here);
	attack_at_least("T1 off: of three that are planted", (double)found, 3);
}

/* ---- T3: numbers made from the number of a board ------------------------ */

#define GUESSES 4

struct guess {
	char token[IBP_SDC_TOKEN_TEXT];
};

static int compare_guesses(const void *a, const void *b)
{
	return strcmp(((const struct guess *)a)->token,
		      ((const struct guess *)b)->token);
}

/* A word as if it were a code: what fits, and zeroes. */
static void word_code(const char *word, struct ibp_invitation *code)
{
	*code = (struct ibp_invitation){{0}};
	memcpy(code->bytes, word,
	       strlen(word) < sizeof(code->bytes) ? strlen(word) :
						    sizeof(code->bytes));
}

static void hash_token(const char *prefix, const char *word,
		       char token[IBP_SDC_TOKEN_TEXT])
{
	char text[NAME + 4];
	char hex[IBP_SHA256_SIZE];

	snprintf(text, sizeof(text), "%s%s", prefix, word);
	ibp_sha256(text, strlen(text), hex);
	memcpy(token, hex, IBP_SDC_TOKEN_TEXT - 1);
	token[IBP_SDC_TOKEN_TEXT - 1] = '\0';
}

static void hmac_token(const char *word, char token[IBP_SDC_TOKEN_TEXT])
{
	unsigned char mac[IBP_SHA256_BYTES];

	ibp_hmac_sha256(word, strlen(word), "id:", 3, mac);
	ibp_hex(mac, 8, token);
}

/* Every token that could come from a word about a board, sorted. */
static struct guess *make_guesses(size_t *count)
{
	struct guess *guesses =
		ibp_alloc((size_t)BOARDS * WORDS * GUESSES * sizeof(*guesses));

	*count = 0;
	for (size_t i = 0; i < BOARDS; i++) {
		for (size_t w = 0; w < WORDS; w++) {
			const char *word = known[i].words[w];
			struct ibp_invitation code;

			hash_token("", word, guesses[(*count)++].token);
			hash_token("id:", word, guesses[(*count)++].token);
			hmac_token(word, guesses[(*count)++].token);
			word_code(word, &code);
			ibp_invitation_token(&code, guesses[(*count)++].token);
		}
	}
	qsort(guesses, *count, sizeof(*guesses), compare_guesses);
	return guesses;
}

static size_t guess_token(const struct guess *guesses, size_t count,
			  const char *token)
{
	struct guess wanted;

	snprintf(wanted.token, sizeof(wanted.token), "%s", token);
	return bsearch(&wanted, guesses, count, sizeof(wanted),
		       compare_guesses) != NULL;
}

/* Whether a word of any board, as the key, makes the MAC of SUMMARY. */
static size_t guess_mac(const struct ibp_summary *summary)
{
	struct ibp_buf body = {0};
	size_t found = 0;

	ibp_summary_write_body(summary, &body);
	for (size_t i = 0; i < BOARDS && !found; i++) {
		for (size_t w = 1; w < WORDS; w++) {
			const char *word = known[i].words[w];
			unsigned char mac[IBP_SHA256_BYTES];
			char hex[IBP_SHA256_SIZE];
			struct ibp_invitation code;

			ibp_hmac_sha256(word, strlen(word), body.data,
					body.length, mac);
			ibp_hex(mac, sizeof(mac), hex);
			word_code(word, &code);
			found |= strcmp(hex, summary->mac) == 0 ||
				 ibp_summary_is_signed(summary, &code);
		}
	}
	ibp_buf_release(&body);
	return found;
}

static void test_dictionary(void **state)
{
	size_t files = attack_trials(BOARDS, 40);
	struct dice dice = {3};
	size_t count;
	struct guess *guesses = make_guesses(&count);
	size_t tokens = 0;
	size_t macs = 0;
	size_t off = 0;

	(void)state;
	for (size_t i = 0; i < BOARDS; i++) {
		char token[IBP_SDC_TOKEN_TEXT];
		struct ibp_invitation code;
		struct ibp_summary summary;

		draw_code(&dice, &code);
		make_summary(&dice, &known[i], &code, &summary);
		tokens += guess_token(guesses, count, summary.token_id);
		if (i < files)
			macs += guess_mac(&summary);
		/* Off: a token that is the digest of the board's number. */
		hash_token("", known[i].words[1], token);
		off += guess_token(guesses, count, token);
		if (i)
			continue;
		/* And a board that takes its number for a code. */
		word_code(known[i].words[1], &code);
		ibp_summary_sign(&summary, &code);
		assert_int_equal(guess_mac(&summary), 1);
	}
	attack_at_most("T3 tokens of 1,100 boards recovered", (double)tokens,
		       0);
	attack_at_most("T3 keys recovered from the MAC", (double)macs, 0);
	attack_at_least("T3 off: tokens that are the digest of a number",
			(double)off, BOARDS);
	free(guesses);
}

/* ---- T14: files that are not of who was invited ------------------------- */

struct invited {
	struct ibp_invitation code;
	char token[IBP_SDC_TOKEN_TEXT];
};

/* What an intake does with a file, without its register: see I1 to I5. */
static bool is_taken(const struct invited *invited, const char *text,
		     size_t length)
{
	struct ibp_summary read;
	struct ibp_error err = {0};
	bool taken = false;

	if (ibp_summary_parse("f", text, length, &read, &err) ||
	    strcmp(read.edition, EDITION) != 0 ||
	    strcmp(read.catalogue, catalogue->digest) != 0) {
		ibp_error_release(&err);
		return false;
	}
	for (size_t i = 0; i < INVITED && !taken; i++)
		taken = strcmp(invited[i].token, read.token_id) == 0 &&
			ibp_summary_is_signed(&read, &invited[i].code);
	if (taken && ibp_summary_check("f", &read, catalogue,
				       &ibp_sdc_rules_default, &err))
		taken = false;
	ibp_error_release(&err);
	return taken;
}

static bool is_summary_taken(const struct invited *invited,
			     const struct ibp_summary *summary)
{
	struct ibp_buf file = {0};
	bool taken;

	ibp_summary_write(summary, &file);
	taken = is_taken(invited, file.data, file.length);
	ibp_buf_release(&file);
	return taken;
}

static void invite(struct dice *dice, struct invited invited[INVITED])
{
	for (size_t i = 0; i < INVITED; i++) {
		draw_code(dice, &invited[i].code);
		ibp_invitation_token(&invited[i].code, invited[i].token);
	}
}

/* Every byte of the file as another one that could stand there. */
static size_t change_digits(const struct invited *invited,
			    const struct ibp_summary *summary)
{
	static const char other[] = "0123456789abcdef[], \n\"{}:nul";
	struct ibp_buf file = {0};
	size_t taken = 0;

	ibp_summary_write(summary, &file);
	for (size_t i = 0; i < file.length; i++) {
		char kept = file.data[i];

		for (const char *c = other; *c; c++) {
			if (*c == kept)
				continue;
			file.data[i] = *c;
			taken += is_taken(invited, file.data, file.length);
		}
		file.data[i] = kept;
	}
	ibp_buf_release(&file);
	return taken;
}

static void test_fakes(void **state)
{
	size_t trials = attack_trials(1000000, 20000);
	struct invited invited[INVITED];
	struct dice dice = {14};
	struct ibp_summary real;
	struct ibp_summary fake;
	size_t taken = 0;

	(void)state;
	invite(&dice, invited);
	make_summary(&dice, &known[0], &invited[0].code, &real);
	assert_true(is_summary_taken(invited, &real));
	taken += change_digits(invited, &real);
	/* No code: the MAC of nothing. */
	fake = real;
	memset(fake.mac, '0', sizeof(fake.mac) - 1);
	taken += is_summary_taken(invited, &fake);
	/* A copied code: the invitation of another board. */
	fake = real;
	memcpy(fake.token_id, invited[1].token, sizeof(fake.token_id));
	taken += is_summary_taken(invited, &fake);
	ibp_summary_sign(&fake, &invited[0].code);
	taken += is_summary_taken(invited, &fake);
	/* Right, but for another edition. */
	fake = real;
	memcpy(fake.edition, "2026", sizeof("2026"));
	ibp_summary_sign(&fake, &invited[0].code);
	taken += is_summary_taken(invited, &fake);
	/* Guessed codes, with their own token and with a real one. */
	for (size_t i = 0; i < trials; i++) {
		struct ibp_invitation code;

		draw_code(&dice, &code);
		fake = real;
		if (i % 2)
			ibp_invitation_token(&code, fake.token_id);
		ibp_summary_sign(&fake, &code);
		taken += is_summary_taken(invited, &fake);
	}
	attack_at_most("T14 fakes taken: guessed codes, changes of one byte",
		       (double)taken, 0);
}

/* ---- T24: mutated files ------------------------------------------------- */

static void mutate(struct dice *dice, struct ibp_buf *file)
{
	size_t at = dice_below(dice, file->length);
	size_t from = dice_below(dice, file->length);
	size_t length = dice_below(dice, 8) + 1;

	if (from + length > file->length)
		length = file->length - from;
	switch (dice_below(dice, 5)) {
	case 0:
		file->data[at] = (char)dice_below(dice, 256);
		break;
	case 1:
		file->data[at] =
			"0123456789abcdef,[] \n\"{}"[dice_below(dice, 24)];
		break;
	case 2:
		memmove(file->data + from, file->data + from + length,
			file->length - from - length + 1);
		file->length -= length;
		break;
	case 3:
		ibp_buf_add_times(file, "1", length);
		memmove(file->data + at + length, file->data + at,
			file->length - at - length);
		break;
	default:
		if (at + length <= file->length)
			memmove(file->data + at, file->data + from, length);
	}
}

static void test_mutations(void **state)
{
	size_t trials = attack_trials(1000000, 50000);
	struct invited invited[INVITED];
	struct dice dice = {24};
	struct ibp_summary real;
	struct ibp_buf original = {0};
	size_t taken = 0;

	(void)state;
	invite(&dice, invited);
	make_summary(&dice, &known[0], &invited[0].code, &real);
	ibp_summary_write(&real, &original);
	assert_true(is_taken(invited, original.data, original.length));
	for (size_t i = 0; i < trials; i++) {
		struct ibp_buf file = {0};
		size_t times = dice_below(&dice, 3) + 1;

		ibp_buf_add_bytes(&file, original.data, original.length);
		while (times-- && file.length)
			mutate(&dice, &file);
		taken += is_taken(invited, ibp_buf_text(&file), file.length) &&
			 (file.length != original.length ||
			  memcmp(file.data, original.data, file.length) != 0);
		ibp_buf_release(&file);
	}
	attack_at_most("T24 mutated files taken", (double)taken, 0);
	ibp_buf_release(&original);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_dictionary),
		cmocka_unit_test(test_fakes),
		cmocka_unit_test(test_mutations),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
