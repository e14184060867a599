/*
 * Assessments carried over to another version: every kind of change by hand,
 * then 500 random assessments, of which nothing may be lost and whose undo
 * gives back the same digest.
 */
#include "store_help.h"

#include "base/text.h"
#include "core/field.h"
#include "core/upgrade.h"

#define NORMS 9
#define ASSESSMENTS 500
#define PER_FILE 25

/* Both editions have A.1 to A.9. */
static const char every_kind[] = "schema: ibp-tools/upgrade-map/1\n"
				 "id: klein\nfrom: \"1\"\nto: \"2\"\nnorms:\n"
				 "  - {from: A.1, to: A.1, kind: same}\n"
				 "  - {from: A.2, to: A.2, kind: reworded}\n"
				 "  - {from: A.3, to: A.4, kind: renumbered}\n"
				 "  - {from: A.4, to: A.3, kind: split}\n"
				 "  - {from: A.4, to: A.5, kind: split}\n"
				 "  - {from: A.5, to: A.6, kind: merged}\n"
				 "  - {from: A.6, to: A.6, kind: merged}\n"
				 "  - {from: A.7, to: null, kind: dropped}\n"
				 "  - {from: null, to: A.7, kind: new}\n"
				 "  - {from: A.8, to: A.9, kind: renumbered}\n"
				 "  - {from: A.9, to: A.8, kind: renumbered}\n";

struct editions {
	struct ibp_framework *from;
	struct ibp_framework *to;
	struct ibp_upgrade_map *map;
};

static struct ibp_framework *make_framework(const char *version)
{
	struct ibp_framework *framework = NULL;
	struct ibp_buf text = {0};
	struct ibp_error err = {0};

	ibp_buf_addf(&text,
		     "schema: ibp-tools/framework/1\nid: klein\n"
		     "version: \"%s\"\ntitle: t\npublisher: p\nsource: s\n"
		     "retrieved: 2026-11-23\nlanguage: nl\nlevels:\n",
		     version);
	for (int i = 1; i <= IBP_LEVELS; i++)
		ibp_buf_addf(&text, "  - {level: %d, name: n, meaning: m}\n",
			     i);
	ibp_buf_add(&text, "target: 3\nparts: [{code: x, title: X}]\n"
			   "domains: [{code: A, number: 1, part: x, title: "
			   "A, title_status: working}]\nnorms:\n");
	for (int i = 1; i <= NORMS; i++)
		ibp_buf_addf(&text,
			     "  - {code: A.%d, code_status: official, "
			     "title: t, title_status: working, purpose: p, "
			     "levels: {3: x}, levels_source: []}\n",
			     i);
	if (ibp_framework_parse("f", text.data, text.length, &framework, &err))
		fail_msg("%s", ibp_error_text(&err));
	ibp_buf_release(&text);
	return framework;
}

static void make_editions(struct editions *e)
{
	struct ibp_buf text = {0};
	struct ibp_error err = {0};

	e->from = make_framework("1");
	e->to = make_framework("2");
	ibp_buf_add(&text, every_kind);
	if (ibp_upgrade_map_parse("m", text.data, text.length, &e->map, &err))
		fail_msg("%s", ibp_error_text(&err));
	if (ibp_upgrade_map_check(e->map, e->from, e->to, &err))
		fail_msg("%s", ibp_error_text(&err));
	ibp_buf_release(&text);
}

static void release_editions(struct editions *e)
{
	ibp_upgrade_map_free(e->map);
	ibp_framework_free(e->to);
	ibp_framework_free(e->from);
}

/* An assessment of its own, without a store. */
struct case_of {
	struct editions editions;
	struct ibp_answer answers[NORMS];
	struct ibp_evidence evidence[NORMS];
	struct ibp_assessment old;
	struct ibp_assessment *made;
};

static struct ibp_answer *old_answer(struct case_of *c, int number)
{
	return &c->answers[number - 1];
}

static void begin(struct case_of *c)
{
	memset(c, 0, sizeof(*c));
	make_editions(&c->editions);
	c->old.answers = c->answers;
	c->old.answer_count = NORMS;
}

static void carry(struct case_of *c)
{
	c->made = ibp_upgrade(c->editions.map, c->editions.from, &c->old,
			      c->editions.to);
}

static const struct ibp_answer *new_answer(const struct case_of *c,
					   const char *code)
{
	return ibp_answer_find(c->editions.to, c->made, code);
}

static void finish(struct case_of *c)
{
	ibp_assessment_free(c->made);
	release_editions(&c->editions);
}

static void expect(const struct case_of *c, const char *code, int score,
		   bool look_again)
{
	const struct ibp_answer *answer = new_answer(c, code);

	assert_non_null(answer);
	assert_int_equal(answer->score, score);
	assert_int_equal(answer->look_again, look_again);
}

static void test_every_kind(void **state)
{
	static const char *const scores[NORMS] = {"1", "2", "3", "4", "5",
						  "2", "1", "3", "4"};
	struct case_of c;

	(void)state;
	begin(&c);
	for (int i = 0; i < NORMS; i++)
		ibp_answer_set(&c.answers[i], "score", scores[i]);
	carry(&c);
	expect(&c, "A.1", 1, false); /* same */
	expect(&c, "A.2", 2, true);  /* reworded */
	expect(&c, "A.4", 3, false); /* renumbered, was A.3 */
	expect(&c, "A.3", 4, true);  /* split, both from A.4 */
	expect(&c, "A.5", 4, true);
	expect(&c, "A.6", 2, true); /* merged, the lowest of A.5 and A.6 */
	expect(&c, "A.7", IBP_SCORE_OPEN, false); /* new, not the dropped one */
	expect(&c, "A.9", 3, false);              /* two that changed places */
	expect(&c, "A.8", 4, false);
	finish(&c);
}

/* A mark asks to look at an answer: where there is none, nothing asks. */
static void test_untouched(void **state)
{
	struct case_of c;

	(void)state;
	begin(&c);
	old_answer(&c, 2)->note = "n";
	old_answer(&c, 1)->look_again = true;
	carry(&c);
	expect(&c, "A.1", IBP_SCORE_OPEN, true);
	expect(&c, "A.2", IBP_SCORE_OPEN, true);
	expect(&c, "A.3", IBP_SCORE_OPEN, false);
	expect(&c, "A.6", IBP_SCORE_OPEN, false);
	finish(&c);
}

/* Of two that became one nothing is forgotten and nothing is flattered. */
static void test_merged(void **state)
{
	const struct ibp_answer *made;
	struct case_of c;

	(void)state;
	begin(&c);
	*old_answer(&c, 5) = (struct ibp_answer){.target = 4,
						 .status = "done",
						 .priority = "low",
						 .due = "2027-06-30",
						 .note = "vijf"};
	ibp_answer_set(old_answer(&c, 5), "score", "na");
	ibp_answer_set(old_answer(&c, 5), "reason", "niet hier");
	*old_answer(&c, 6) = (struct ibp_answer){.target = 3,
						 .status = "planned",
						 .priority = "high",
						 .owner = "bestuur",
						 .due = "2027-01-31",
						 .note = "zes"};
	ibp_answer_set(old_answer(&c, 6), "score", "4");
	ibp_answer_set(old_answer(&c, 6), "score:settled", "3");
	ibp_answer_set(old_answer(&c, 6), "reason:settled", "samen");
	carry(&c);
	made = new_answer(&c, "A.6");
	assert_int_equal(made->score, 3);
	assert_string_equal(made->reason, "samen");
	assert_int_equal(made->scores[IBP_ASSESSOR_FIRST], 4);
	assert_int_equal(made->target, 4);
	assert_string_equal(made->status, "planned");
	assert_string_equal(made->priority, "high");
	assert_string_equal(made->owner, "bestuur");
	assert_string_equal(made->due, "2027-01-31");
	assert_string_equal(made->note, "A.5: vijf\n\nA.6: zes");
	assert_true(made->look_again);
	finish(&c);
}

/* A settled score of one does not hide a lower one of the other. */
static void test_merged_settled(void **state)
{
	struct case_of c;

	(void)state;
	begin(&c);
	ibp_answer_set(old_answer(&c, 5), "score", "1");
	ibp_answer_set(old_answer(&c, 5), "reason", "laag");
	ibp_answer_set(old_answer(&c, 6), "score", "5");
	ibp_answer_set(old_answer(&c, 6), "score:settled", "4");
	carry(&c);
	expect(&c, "A.6", 1, true);
	assert_string_equal(new_answer(&c, "A.6")->reason, "laag");
	finish(&c);
}

/* What does not fit is left out whole; it stays in the old assessment. */
static void test_merged_long_notes(void **state)
{
	char *note = ibp_alloc(IBP_TEXT_NOTE_MAX + 1);
	struct case_of c;

	(void)state;
	memset(note, 'x', IBP_TEXT_NOTE_MAX);
	begin(&c);
	old_answer(&c, 5)->note = note;
	old_answer(&c, 6)->note = "kort";
	carry(&c);
	assert_string_equal(new_answer(&c, "A.6")->note, "A.6: kort");
	finish(&c);
	free(note);
}

static void test_evidence(void **state)
{
	struct case_of c;

	(void)state;
	begin(&c);
	for (int i = 0; i < 3; i++) {
		c.evidence[i] =
			(struct ibp_evidence){.id = i + 1, .title = "t"};
		old_answer(&c, 4 + i)->evidence = &c.evidence[i];
		old_answer(&c, 4 + i)->evidence_count = 1;
	}
	carry(&c);
	assert_int_equal(c.made->evidence_count, 4);
	assert_int_equal(new_answer(&c, "A.3")->evidence_count, 1);
	assert_int_equal(new_answer(&c, "A.5")->evidence_count, 1);
	assert_int_equal(new_answer(&c, "A.6")->evidence_count, 2);
	assert_string_equal(new_answer(&c, "A.6")->evidence[1].norm, "A.6");
	expect(&c, "A.6", IBP_SCORE_OPEN, true);
	finish(&c);
}

/* ---- 500 random ones, through the file ---- */

struct random_run {
	struct fixture *f;
	struct ibp_store *store;
	struct editions editions;
	uint32_t seed;
	long old_id;
	long new_id;
};

static unsigned draw(struct random_run *r, unsigned below)
{
	r->seed = r->seed * 1664525u + 1013904223u;
	return (r->seed >> 8) % below;
}

static const char *draw_value(struct random_run *r,
			      const struct ibp_field *field)
{
	static const char *const scores[] = {"1", "2", "3", "4", "5", "na"};
	static const char *const texts[] = {"kort", "met \"tekens\" en é",
					    "x\\ty", "een langere zin."};
	static const char *const dates[] = {"2026-01-01", "2027-06-30",
					    "2025-12-31"};
	size_t count = 0;

	switch (field->kind) {
	case IBP_FIELD_SCORE:
		return scores[draw(r, 6)];
	case IBP_FIELD_LEVEL:
		return scores[draw(r, 5)];
	case IBP_FIELD_DATE:
		return dates[draw(r, 3)];
	case IBP_FIELD_NOTE:
		return draw(r, 2) ? "een regel\nen nog een" : texts[draw(r, 4)];
	case IBP_FIELD_CHOICE:
		while (field->choices[count].word)
			count++;
		return field->choices[draw(r, (unsigned)count)].word;
	case IBP_FIELD_LINE:
	case IBP_FIELD_NUMBER:
	case IBP_FIELD_COUNTRY:
	case IBP_FIELD_TIME:
		break;
	}
	return texts[draw(r, 4)];
}

static void draw_evidence(struct random_run *r, struct ibp_changes *changes,
			  const char *code)
{
	struct ibp_buf key = {0};
	long id;

	OK(r->f,
	   ibp_store_new_id(r->store, IBP_SUBJECT_EVIDENCE, &id, &r->f->err));
	ibp_buf_addf(&key, "%ld", id);
	for (const struct ibp_field *f = ibp_evidence_fields; f->name; f++)
		if (f->required || draw(r, 2))
			ibp_changes_add(changes, IBP_SUBJECT_EVIDENCE,
					r->old_id, key.data, f->name, NULL,
					strcmp(f->name, "norm") == 0 ?
						code :
						draw_value(r, f));
	ibp_buf_release(&key);
}

static void draw_assessment(struct random_run *r)
{
	struct ibp_changes changes = {0};

	for (size_t i = 0; i < NORMS; i++) {
		const char *code = r->editions.from->norms[i].code;

		if (!draw(r, 4))
			continue;
		for (const struct ibp_field *f = ibp_norm_fields; f->name; f++)
			if (draw(r, 2))
				ibp_changes_add(&changes, IBP_SUBJECT_NORM,
						r->old_id, code, f->name, NULL,
						draw_value(r, f));
		for (unsigned n = draw(r, 3); n > 0; n--)
			draw_evidence(r, &changes, code);
	}
	OK(r->f, ibp_store_apply(r->store, changes.items, changes.count, NULL,
				 &r->f->err));
	ibp_changes_release(&changes);
}

/* Every assessment in the file, and the digest of each. */
static char *digest_all(struct random_run *r)
{
	struct ibp_assessment_info *list = NULL;
	char digest[IBP_SHA256_SIZE];
	struct ibp_arena arena = {0};
	struct ibp_buf all = {0};
	size_t count;

	OK(r->f,
	   ibp_store_assessments(r->store, &arena, &list, &count, &r->f->err));
	for (size_t i = 0; i < count; i++) {
		OK(r->f,
		   ibp_store_digest(r->store, list[i].id, digest, &r->f->err));
		ibp_buf_addf(&all, "%ld %s\n", list[i].id, digest);
	}
	ibp_arena_release(&arena);
	return ibp_buf_take(&all);
}

static bool has_evidence(const struct ibp_answer *answer,
			 const struct ibp_evidence *wanted)
{
	for (size_t i = 0; i < answer->evidence_count; i++) {
		bool same = true;

		/* All but the code of its norm. */
		for (const struct ibp_field *f = ibp_evidence_fields + 1;
		     f->name; f++)
			same &= ibp_text_equal(
				ibp_evidence_value(&answer->evidence[i],
						   f->name),
				ibp_evidence_value(wanted, f->name));
		if (same)
			return true;
	}
	return false;
}

/* Every value of BEFORE is in AFTER; of merged ones notes and evidence. */
static void expect_kept(const struct ibp_answer *before,
			const struct ibp_answer *after,
			enum ibp_change_kind kind)
{
	for (const struct ibp_field *f = ibp_norm_fields; f->name; f++) {
		const char *value = ibp_answer_value(before, f->name);

		if (strcmp(f->name, "look_again") == 0)
			assert_int_equal(
				after->look_again,
				before->look_again ||
					(ibp_answer_is_touched(before) &&
					 (kind == IBP_CHANGE_REWORDED ||
					  kind == IBP_CHANGE_SPLIT)));
		else if (!ibp_text_equal(ibp_answer_value(after, f->name),
					 value))
			fail_msg("%s was %s", f->name, value ? value : "-");
	}
}

static void expect_merged(const struct ibp_answer *before,
			  const struct ibp_answer *after)
{
	if (before->note)
		assert_non_null(strstr(after->note, before->note));
	if (ibp_answer_is_touched(before))
		assert_true(after->look_again);
	if (before->score >= 1)
		assert_true(after->score >= 1 && after->score <= before->score);
}

static void expect_nothing_lost(struct random_run *r,
				const struct ibp_assessment *old,
				const struct ibp_assessment *made)
{
	const struct ibp_upgrade_map *map = r->editions.map;

	for (size_t i = 0; i < map->change_count; i++) {
		const struct ibp_norm_change *change = &map->changes[i];
		const struct ibp_answer *before =
			ibp_answer_find(r->editions.from, old, change->from);
		const struct ibp_answer *after =
			ibp_answer_find(r->editions.to, made, change->to);

		/* What is new comes empty; what is dropped stays behind. */
		if (!before)
			assert_false(ibp_answer_is_touched(after));
		if (!before || !after)
			continue;
		if (change->kind == IBP_CHANGE_MERGED)
			expect_merged(before, after);
		else
			expect_kept(before, after, change->kind);
		for (size_t j = 0; j < before->evidence_count; j++)
			assert_true(has_evidence(after, &before->evidence[j]));
	}
}

static long find_id(struct random_run *r, const char *name)
{
	struct ibp_assessment_info info;
	struct ibp_arena arena = {0};

	OK(r->f, ibp_store_find_assessment(r->store, name, &arena, &info,
					   &r->f->err));
	ibp_arena_release(&arena);
	return info.id;
}

/* The new norms are filled in: what was carried over stays what it was. */
static void fill_new(struct random_run *r, const struct ibp_assessment *made)
{
	const struct ibp_upgrade_map *map = r->editions.map;
	struct ibp_assessment *filled = NULL;
	struct ibp_changes changes = {0};

	for (size_t i = 0; i < map->change_count; i++)
		if (!map->changes[i].from)
			ibp_changes_add(&changes, IBP_SUBJECT_NORM, r->new_id,
					map->changes[i].to, "score", NULL, "4");
	OK(r->f, ibp_store_apply(r->store, changes.items, changes.count, NULL,
				 &r->f->err));
	OK(r->f, ibp_store_load(r->store, r->new_id, r->editions.to, &filled,
				&r->f->err));
	for (size_t i = 0; i < map->change_count; i++) {
		const char *code = map->changes[i].to;
		const struct ibp_answer *now =
			ibp_answer_find(r->editions.to, filled, code);

		if (!now)
			continue;
		if (!map->changes[i].from)
			assert_int_equal(now->score, 4);
		else
			expect_kept(ibp_answer_find(r->editions.to, made, code),
				    now, IBP_CHANGE_SAME);
	}
	ibp_changes_release(&changes);
	ibp_assessment_free(filled);
}

static void undo(struct random_run *r)
{
	struct ibp_changes undone = {0};

	OK(r->f, ibp_store_undo(r->store, &undone, &r->f->err));
	ibp_changes_release(&undone);
}

static void try_one(struct random_run *r, const char *name)
{
	struct ibp_assessment *old = NULL;
	struct ibp_assessment *made;
	struct ibp_assessment *read = NULL;
	struct fixture *f = r->f;
	char *before;
	char *after;

	OK(f,
	   ibp_store_new_assessment(r->store, name, "klein", "1", 0, &f->err));
	r->old_id = find_id(r, name);
	draw_assessment(r);
	before = digest_all(r);
	OK(f, ibp_store_load(r->store, r->old_id, r->editions.from, &old,
			     &f->err));
	made = ibp_upgrade(r->editions.map, r->editions.from, old,
			   r->editions.to);
	OK(f, ibp_store_add_assessment(r->store, "nieuw", r->editions.to, made,
				       &f->err));
	r->new_id = find_id(r, "nieuw");
	OK(f,
	   ibp_store_load(r->store, r->new_id, r->editions.to, &read, &f->err));
	expect_nothing_lost(r, old, read);
	fill_new(r, read);
	undo(r);
	/* The archive is as it was, and so is everything after undo. */
	after = digest_all(r);
	assert_true(strncmp(after, before, strlen(before)) == 0);
	assert_string_not_equal(after, before);
	free(after);
	undo(r);
	after = digest_all(r);
	assert_string_equal(after, before);
	free(after);
	free(before);
	ibp_assessment_free(read);
	ibp_assessment_free(made);
	ibp_assessment_free(old);
}

static void test_random(void **state)
{
	struct random_run r = {.f = *state, .seed = 20261123};

	make_editions(&r.editions);
	for (int i = 0; i < ASSESSMENTS; i++) {
		struct ibp_buf name = {0};

		if (i % PER_FILE == 0) {
			ibp_store_close(r.store);
			unlink(r.f->file);
			r.store = help_begin(r.f);
		}
		ibp_buf_addf(&name, "meting %d", i);
		try_one(&r, name.data);
		ibp_buf_release(&name);
	}
	ibp_store_close(r.store);
	release_editions(&r.editions);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_kind),
		cmocka_unit_test(test_untouched),
		cmocka_unit_test(test_merged),
		cmocka_unit_test(test_merged_settled),
		cmocka_unit_test(test_merged_long_notes),
		cmocka_unit_test(test_evidence),
		cmocka_unit_test_setup_teardown(test_random, help_set_up,
						help_tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
