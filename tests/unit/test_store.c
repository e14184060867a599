#include "store_help.h"

static void test_new_file(void **state)
{
	struct fixture *f = *state;
	mode_t mask = umask(0);
	struct ibp_arena arena = {0};
	struct ibp_assessment_info info;
	struct ibp_board board;
	struct ibp_store *store;
	struct stat status;

	store = help_begin(f);
	umask(mask);
	assert_int_equal(stat(f->file, &status), 0);
	assert_int_equal(status.st_mode & 07777, 0600);
	assert_true(ibp_store_is_writable(store));
	help_no_notice(f, store);
	OK(f, ibp_store_board(store, &arena, &board, &f->err));
	assert_string_equal(board.name, "Stichting De Linde");
	assert_string_equal(board.sector, "po+vo");
	assert_string_equal(board.students, "2450");
	assert_null(board.province);
	assert_int_equal(board.school_count, 0);
	OK(f, ibp_store_find_assessment(store, NULL, &arena, &info, &f->err));
	assert_int_equal(info.id, 1);
	assert_string_equal(info.name, "2026");
	assert_string_equal(info.created, "2026-11-23T12:00:00Z");
	assert_null(info.locked);
	assert_string_equal(info.framework_id, FRAMEWORK);
	assert_string_equal(info.framework_version, VERSION);
	assert_int_equal(info.scored, 0);
	ibp_store_close(store);
	ibp_arena_release(&arena);
	/* The lock went with the lease, and the journal with the change. */
	assert_int_equal(help_each(f->dir, NULL), 1);
}

static void test_existing_file(void **state)
{
	struct fixture *f = *state;
	const struct ibp_store_init init = {TOOL, FRAMEWORK, VERSION, NULL, 0};

	OK(f, ibp_file_write(f->file, "x", 1, false, &f->err));
	REFUSED(f, IBP_INPUT, "exists already",
		ibp_store_create(f->file, &init, &f->err));
	assert_int_equal(help_each(f->dir, NULL), 1);
}

static void test_bad_facts_leave_nothing(void **state)
{
	struct fixture *f = *state;
	const struct ibp_change facts[] = {
		{IBP_SUBJECT_BOARD, 0, "", "name", NULL, "Stichting De Linde",
		 NULL},
		{IBP_SUBJECT_BOARD, 0, "", "sector", NULL, "mbo", NULL}};
	const struct ibp_store_init init = {TOOL, FRAMEWORK, VERSION, facts, 2};

	assert_int_equal(ibp_store_create(f->file, &init, &f->err), IBP_USAGE);
	assert_int_equal(help_each(f->dir, NULL), 0);
}

/* A value for every field of every subject. */
struct sample {
	enum ibp_subject subject;
	long assessment;
	const char *key;
	const char *field;
	const char *value;
};

static const struct sample samples[] = {
	{IBP_SUBJECT_BOARD, 0, "", "name", "Stichting De Wilg"},
	{IBP_SUBJECT_BOARD, 0, "", "sector", "vo"},
	{IBP_SUBJECT_BOARD, 0, "", "students", "0"},
	{IBP_SUBJECT_BOARD, 0, "", "schools", "12"},
	{IBP_SUBJECT_BOARD, 0, "", "province", "zeeland"},
	{IBP_SUBJECT_SCHOOL, 0, "1", "name", "De Regenboog"},
	{IBP_SUBJECT_SCHOOL, 0, "1", "brin", "99XX"},
	{IBP_SUBJECT_SCHOOL, 0, "1", "sector", "so"},
	{IBP_SUBJECT_ASSESSMENT, 0, "2", "name", "2027 b"},
	{IBP_SUBJECT_ASSESSMENT, 0, "2", "framework", "ibp-fo"},
	{IBP_SUBJECT_ASSESSMENT, 0, "2", "version", "2023-04"},
	{IBP_SUBJECT_ASSESSMENT, 0, "2", "created", "2027-01-02T03:04:05Z"},
	{IBP_SUBJECT_NORM, 1, "GO.01", "score", "na"},
	{IBP_SUBJECT_NORM, 1, "GO.01", "reason", "Wij hebben dit niet"},
	{IBP_SUBJECT_NORM, 1, "GO.01", "target", "4"},
	{IBP_SUBJECT_NORM, 1, "GO.01", "status", "in-progress"},
	{IBP_SUBJECT_NORM, 1, "GO.01", "priority", "high"},
	{IBP_SUBJECT_NORM, 1, "GO.01", "owner", "privacy officer"},
	{IBP_SUBJECT_NORM, 1, "GO.01", "due", "2027-06-30"},
	{IBP_SUBJECT_NORM, 1, "GO.01", "note", "E\xc3\xa9n\nTwee\tdrie"},
	{IBP_SUBJECT_NORM, 1, "GO.01", "score:2", "5"},
	{IBP_SUBJECT_NORM, 1, "GO.01", "reason:2", "Anders gezien"},
	{IBP_SUBJECT_NORM, 1, "GO.01", "score:settled", "3"},
	{IBP_SUBJECT_NORM, 1, "GO.01", "reason:settled", "Samen besproken"},
	{IBP_SUBJECT_NORM, 1, "GO.01", "look_again", "yes"},
	{IBP_SUBJECT_EVIDENCE, 1, "1", "norm", "GO.01"},
	{IBP_SUBJECT_EVIDENCE, 1, "1", "title", "Beleid 2026"},
	{IBP_SUBJECT_EVIDENCE, 1, "1", "ref", "map/beleid.pdf"},
	{IBP_SUBJECT_EVIDENCE, 1, "1", "kind", "document"},
	{IBP_SUBJECT_EVIDENCE, 1, "1", "date", "2026-02-28"},
	{IBP_SUBJECT_EVIDENCE, 1, "1", "checked_by", "A. de Vries"},
	{IBP_SUBJECT_EVIDENCE, 1, "1", "confidence", "medium"},
	{IBP_SUBJECT_FILTER, 0, "zonder eigenaar", "expr", "owner=\"\""},
	{IBP_SUBJECT_BOARD, 0, "", "fora", "2025-02-28"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "name", "Magister"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "supplier", "Iddink"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "owner", "functioneel beheerder"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "status", "phase-out"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "planned_from", "2017-01-01"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "in_use_from", "2018-08-01"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "phase_out_from", "2026-08-01"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "out_from", "2028-08-01"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "kind", "package"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "hosting", "on-premises"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "country", "NL"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "users", "2450"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "cost", "61250"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "contract_end", "2028-07-31"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "support_end", "2029-12-31"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "sso", "entree"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "availability", "high"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "integrity", "medium"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "confidentiality", "low"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "personal_data", "special"},
	{IBP_SUBJECT_APPLICATION, 0, "1", "note", "Regel 1\nRegel 2"},
	{IBP_SUBJECT_APPLICATION, 0, "2", "name", "Zermelo"},
	{IBP_SUBJECT_AGREEMENT, 0, "1", "status", "signed"},
	{IBP_SUBJECT_AGREEMENT, 0, "1", "model_version", "4.0"},
	{IBP_SUBJECT_AGREEMENT, 0, "1", "scope", "board"},
	{IBP_SUBJECT_AGREEMENT, 0, "1", "signed", "2025-01-15"},
	{IBP_SUBJECT_AGREEMENT, 0, "1", "ends", "2028-07-31"},
	{IBP_SUBJECT_AGREEMENT, 0, "1", "dpia", "central"},
	{IBP_SUBJECT_AGREEMENT, 0, "1", "dpia_date", "2024-11-30"},
	{IBP_SUBJECT_USE, 0, "1:1", "used", "yes"},
	{IBP_SUBJECT_PLACEMENT, 0, "7", "application", "1"},
	{IBP_SUBJECT_PLACEMENT, 0, "7", "element", "id-1234-5678"},
	{IBP_SUBJECT_PLACEMENT, 0, "7", "element_name",
	 "Agenda \xe2\x80\x93 x"},
	{IBP_SUBJECT_PLACEMENT, 0, "7", "kind", "partial"},
	{IBP_SUBJECT_PLACEMENT, 0, "7", "note", "Alleen vo"},
	{IBP_SUBJECT_PLACEMENT, 0, "7", "look_again", "yes"},
	{IBP_SUBJECT_COUPLING, 0, "3", "from", "2"},
	{IBP_SUBJECT_COUPLING, 0, "3", "to", "1"},
	{IBP_SUBJECT_COUPLING, 0, "3", "data", "rooster"},
	{IBP_SUBJECT_COUPLING, 0, "3", "direction", "both"},
	{IBP_SUBJECT_COUPLING, 0, "3", "via", "API"},
	{IBP_SUBJECT_COUPLING, 0, "3", "standard", "UWLR"},
	{IBP_SUBJECT_EXCLUSION, 0, "id-abc", "reason", "Geen internaat"},
	{IBP_SUBJECT_EXCLUSION, 0, "id-abc", "element_name", "Internaat"},
	{IBP_SUBJECT_EXCLUSION, 0, "id-abc", "look_again", "yes"},
	{IBP_SUBJECT_SETTING, 0, "check-off", "value", "status-dates"},
	{IBP_SUBJECT_ASSESSMENT, 0, "2", "locked", "2027-02-03T04:05:06Z"},
	{IBP_SUBJECT_ASSESSMENT, 0, "2", "locked_by", "a.devries"},
	{IBP_SUBJECT_ASSESSMENT, 0, "2", "digest",
	 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"},
	{IBP_SUBJECT_ASSESSMENT, 0, "2", "unlock_reason", "Telfout"},
};

#define SAMPLES (sizeof(samples) / sizeof(*samples))

static struct ibp_change as_change(const struct sample *sample)
{
	return (struct ibp_change){sample->subject,
				   sample->assessment,
				   sample->key,
				   sample->field,
				   NULL,
				   sample->value,
				   NULL};
}

static void apply_samples(struct fixture *f, struct ibp_store *store)
{
	struct ibp_change changes[SAMPLES];
	size_t done;

	for (size_t i = 0; i < SAMPLES; i++)
		changes[i] = as_change(&samples[i]);
	OK(f, ibp_store_apply(store, changes, SAMPLES, &done, &f->err));
	assert_int_equal(done, SAMPLES);
}

/* A field that is not in the samples was forgotten somewhere. */
static void test_samples_are_complete(void **state)
{
	(void)state;
	for (unsigned s = 0; s < IBP_SUBJECT_COUNT; s++) {
		const struct ibp_field *field =
			ibp_subject_fields((enum ibp_subject)s);

		for (; field->name; field++) {
			size_t i = 0;

			while (i < SAMPLES &&
			       (samples[i].subject != (enum ibp_subject)s ||
				strcmp(samples[i].field, field->name) != 0))
				i++;
			if (i == SAMPLES)
				fail_msg("no sample of %s", field->name);
		}
	}
}

static void check_answer(struct fixture *f, const struct ibp_assessment *a)
{
	const struct ibp_answer *answer = help_answer(f, a, "GO.01");

	for (size_t i = 0; i < SAMPLES; i++)
		if (samples[i].subject == IBP_SUBJECT_NORM)
			assert_string_equal(
				ibp_answer_value(answer, samples[i].field),
				samples[i].value);
	assert_int_equal(answer->score, 3);
	assert_string_equal(answer->reason, "Samen besproken");
	assert_true(answer->look_again);
	assert_int_equal(answer->evidence_count, 1);
	assert_int_equal(answer->evidence[0].id, 1);
	assert_string_equal(answer->evidence[0].norm, "GO.01");
	assert_string_equal(answer->evidence[0].title, "Beleid 2026");
	assert_string_equal(answer->evidence[0].ref, "map/beleid.pdf");
	assert_string_equal(answer->evidence[0].kind, "document");
	assert_string_equal(answer->evidence[0].date, "2026-02-28");
	assert_string_equal(answer->evidence[0].checked_by, "A. de Vries");
	assert_string_equal(answer->evidence[0].confidence, "medium");
}

static void check_board(struct fixture *f, struct ibp_store *store)
{
	struct ibp_arena arena = {0};
	struct ibp_saved_filter *filters;
	struct ibp_assessment_info *list;
	struct ibp_board board;
	size_t count;

	OK(f, ibp_store_board(store, &arena, &board, &f->err));
	assert_string_equal(board.name, "Stichting De Wilg");
	assert_string_equal(board.sector, "vo");
	assert_string_equal(board.students, "0");
	assert_string_equal(board.province, "zeeland");
	assert_int_equal(board.school_total, 12);
	assert_int_equal(board.school_count, 1);
	assert_int_equal(board.schools[0].id, 1);
	assert_string_equal(board.schools[0].name, "De Regenboog");
	assert_string_equal(board.schools[0].brin, "99XX");
	assert_string_equal(board.schools[0].sector, "so");
	OK(f, ibp_store_assessments(store, &arena, &list, &count, &f->err));
	assert_int_equal(count, 2);
	assert_int_equal(list[0].scored, 1);
	assert_string_equal(list[1].name, "2027 b");
	assert_string_equal(list[1].framework_version, "2023-04");
	assert_string_equal(list[1].created, "2027-01-02T03:04:05Z");
	assert_string_equal(list[1].locked, "2027-02-03T04:05:06Z");
	assert_string_equal(list[1].locked_by, "a.devries");
	assert_int_equal(strlen(list[1].digest), 64);
	assert_string_equal(list[1].unlock_reason, "Telfout");
	OK(f, ibp_store_filters(store, &arena, &filters, &count, &f->err));
	assert_int_equal(count, 1);
	assert_string_equal(filters[0].name, "zonder eigenaar");
	assert_string_equal(filters[0].expr, "owner=\"\"");
	ibp_arena_release(&arena);
}

static const char *sample_of(enum ibp_subject subject, const char *field)
{
	for (size_t i = 0; i < SAMPLES; i++)
		if (samples[i].subject == subject &&
		    strcmp(samples[i].field, field) == 0)
			return samples[i].value;
	return NULL;
}

static void check_applications(const struct ibp_landscape *l)
{
	const struct ibp_application *a = l->applications;

	assert_int_equal(l->application_count, 2);
	assert_int_equal(a->id, 1);
	for (const struct ibp_field *f = ibp_application_fields; f->name; f++)
		assert_string_equal(
			ibp_application_value(a, f->name),
			sample_of(IBP_SUBJECT_APPLICATION, f->name));
	for (const struct ibp_field *f = ibp_agreement_fields; f->name; f++) {
		assert_string_equal(ibp_agreement_value(&a->agreement, f->name),
				    sample_of(IBP_SUBJECT_AGREEMENT, f->name));
		assert_null(ibp_agreement_value(&a[1].agreement, f->name));
	}
	assert_int_equal(a->use_count, 1);
	assert_int_equal(a->uses->school, 1);
	assert_int_equal(a->placement_count, 1);
	assert_string_equal(a[1].name, "Zermelo");
	assert_int_equal(a[1].use_count + a[1].placement_count, 0);
}

static void check_places(const struct ibp_landscape *l)
{
	const struct ibp_placement *p = l->placements;
	const struct ibp_coupling *c = l->couplings;
	const struct ibp_exclusion *e = l->exclusions;

	assert_int_equal(l->placement_count, 1);
	assert_int_equal(p->id, 7);
	assert_int_equal(p->at, 0);
	assert_string_equal(p->element_id, "id-1234-5678");
	assert_string_equal(p->element_name, "Agenda \xe2\x80\x93 x");
	assert_int_equal(p->kind, IBP_PLACEMENT_PARTIAL);
	assert_string_equal(p->note, "Alleen vo");
	assert_true(p->look_again);
	assert_int_equal(p->element, IBP_FORA_NONE);
	assert_int_equal(l->coupling_count, 1);
	assert_int_equal(c->id, 3);
	assert_int_equal(c->from_at, 1);
	assert_int_equal(c->to_at, 0);
	assert_string_equal(c->data, "rooster");
	assert_string_equal(c->direction, "both");
	assert_string_equal(c->via, "API");
	assert_string_equal(c->standard, "UWLR");
	assert_int_equal(l->exclusion_count, 1);
	assert_string_equal(e->element_id, "id-abc");
	assert_string_equal(e->element_name, "Internaat");
	assert_string_equal(e->reason, "Geen internaat");
	assert_true(e->look_again);
}

static void check_landscape(struct fixture *f, struct ibp_store *store)
{
	struct ibp_landscape *landscape;

	OK(f, ibp_store_landscape(store, &landscape, &f->err));
	assert_string_equal(landscape->fora_version, "2025-02-28");
	assert_int_equal(landscape->school_count, 1);
	assert_string_equal(landscape->schools[0].name, "De Regenboog");
	check_applications(landscape);
	check_places(landscape);
	ibp_landscape_free(landscape);
}

static void test_every_field(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	struct ibp_assessment *a;

	apply_samples(f, store);
	ibp_store_close(store);
	store = help_open(f, IBP_STORE_READ);
	check_board(f, store);
	check_landscape(f, store);
	a = help_load(f, store, 1);
	check_answer(f, a);
	assert_int_equal(a->dangling.count, 0);
	assert_string_equal(a->name, "2026");
	ibp_assessment_free(a);
	ibp_store_close(store);
}

static void test_same_value_is_no_change(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	const struct ibp_change change = {
		IBP_SUBJECT_NORM, 1, "GO.02", "score", NULL, "2", NULL};
	struct ibp_log_entry *log;
	struct ibp_arena arena = {0};
	size_t done;
	size_t count;

	OK(f, ibp_store_apply(store, &change, 1, &done, &f->err));
	assert_int_equal(done, 1);
	OK(f, ibp_store_apply(store, &change, 1, &done, &f->err));
	assert_int_equal(done, 0);
	OK(f, ibp_store_log(store, "GO.02", 0, &arena, &log, &count, &f->err));
	assert_int_equal(count, 1);
	ibp_arena_release(&arena);
	ibp_store_close(store);
}

/* One bad change takes the good ones before it along. */
static void refuse(struct fixture *f, struct ibp_store *store,
		   enum ibp_status status, struct ibp_change bad)
{
	const struct ibp_change changes[] = {
		{IBP_SUBJECT_NORM, 1, "GO.03", "score", NULL, "4", NULL}, bad};

	assert_int_equal(ibp_store_apply(store, changes, 2, NULL, &f->err),
			 status);
	assert_string_not_equal(ibp_error_text(&f->err), "");
	ibp_error_release(&f->err);
	assert_int_equal(help_score(f, store, "GO.03"), IBP_SCORE_OPEN);
}

static void test_bad_changes(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	static const struct {
		enum ibp_status status;
		struct ibp_change change;
	} bad[] = {
#define BAD(status, subject, assessment, key, field, to)                     \
	{                                                                    \
		status,                                                      \
		{                                                            \
			IBP_SUBJECT_##subject, assessment, key, field, NULL, \
				to, NULL                                     \
		}                                                            \
	}
		BAD(IBP_USAGE, NORM, 1, "GO.01", "score", "6"),
		BAD(IBP_USAGE, NORM, 1, "GO.01", "score", "none"),
		BAD(IBP_USAGE, NORM, 1, "GO.01", "score", ""),
		BAD(IBP_USAGE, NORM, 1, "GO.01", "target", "0"),
		BAD(IBP_USAGE, NORM, 1, "GO.01", "due", "30-06-2027"),
		BAD(IBP_USAGE, NORM, 1, "GO.01", "due", "2027-02-30"),
		BAD(IBP_USAGE, NORM, 1, "GO.01", "owner", " blanks "),
		BAD(IBP_USAGE, NORM, 1, "GO.01", "owner", "\xff"),
		BAD(IBP_USAGE, NORM, 1, "GO.01", "status", "Open"),
		BAD(IBP_USAGE, NORM, 1, "GO.01", "colour", "red"),
		BAD(IBP_USAGE, NORM, 1, "", "score", "1"),
		BAD(IBP_USAGE, NORM, 0, "GO.01", "score", "1"),
		BAD(IBP_INPUT, NORM, 9, "GO.01", "score", "1"),
		BAD(IBP_USAGE, BOARD, 0, "x", "name", "y"),
		BAD(IBP_USAGE, BOARD, 0, "", "students", "007"),
		BAD(IBP_USAGE, SCHOOL, 0, "01", "name", "y"),
		BAD(IBP_USAGE, SCHOOL, 0, "one", "name", "y"),
		BAD(IBP_INPUT, SCHOOL, 0, "7", "brin", "99XX"),
		BAD(IBP_INPUT, EVIDENCE, 1, "7", "title", "y"),
		BAD(IBP_USAGE, EVIDENCE, 1, "7", "norm", "GO.01"),
		BAD(IBP_USAGE, ASSESSMENT, 0, "2", "name", "y"),
		BAD(IBP_USAGE, ASSESSMENT, 0, "1", "version", NULL),
#undef BAD
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		refuse(f, store, bad[i].status, bad[i].change);
	help_set(f, store, "GO.03", "score", "4");
	ibp_store_close(store);
}

static void test_locked_assessment(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	struct ibp_change lock = {
		IBP_SUBJECT_ASSESSMENT, 0,   "1", "locked", NULL,
		"2026-12-31T10:00:00Z", NULL};
	const struct ibp_change score = {
		IBP_SUBJECT_NORM, 1, "GO.01", "score", NULL, "2", NULL};

	OK(f, ibp_store_apply(store, &lock, 1, NULL, &f->err));
	REFUSED(f, IBP_DATA, "locked",
		ibp_store_apply(store, &score, 1, NULL, &f->err));
	lock.to = NULL;
	OK(f, ibp_store_apply(store, &lock, 1, NULL, &f->err));
	OK(f, ibp_store_apply(store, &score, 1, NULL, &f->err));
	ibp_store_close(store);
}

/* The one change is that of its first field; the rest goes along. */
static void test_removing_a_thing(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	const struct ibp_change gone = {
		IBP_SUBJECT_EVIDENCE, 1, "1", "norm", NULL, NULL, NULL};
	struct ibp_changes undone = {0};
	struct ibp_assessment *a;
	size_t done;

	apply_samples(f, store);
	OK(f, ibp_store_apply(store, &gone, 1, &done, &f->err));
	assert_int_equal(done, 7);
	a = help_load(f, store, 1);
	assert_int_equal(a->evidence_count, 0);
	ibp_assessment_free(a);
	OK(f, ibp_store_undo(store, &undone, &f->err));
	assert_int_equal(undone.count, 7);
	assert_string_equal(undone.items[0].field, "norm");
	a = help_load(f, store, 1);
	check_answer(f, a);
	ibp_assessment_free(a);
	ibp_changes_release(&undone);
	ibp_store_close(store);
}

static void test_numbers_are_never_used_again(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	struct ibp_changes undone = {0};
	long id;

	apply_samples(f, store);
	OK(f, ibp_store_new_id(store, IBP_SUBJECT_EVIDENCE, &id, &f->err));
	assert_int_equal(id, 2);
	OK(f, ibp_store_new_id(store, IBP_SUBJECT_EVIDENCE, &id, &f->err));
	assert_int_equal(id, 3);
	OK(f, ibp_store_undo(store, &undone, &f->err));
	ibp_store_close(store);
	store = help_open(f, IBP_STORE_WRITE);
	OK(f, ibp_store_new_id(store, IBP_SUBJECT_EVIDENCE, &id, &f->err));
	assert_int_equal(id, 2);
	ibp_changes_release(&undone);
	ibp_store_close(store);
}

static void test_dangling_codes(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	const struct ibp_change changes[] = {
		{IBP_SUBJECT_NORM, 1, "ZZ.99", "score", NULL, "2", NULL},
		{IBP_SUBJECT_EVIDENCE, 1, "1", "norm", NULL, "ZZ.99", NULL},
		{IBP_SUBJECT_EVIDENCE, 1, "1", "title", NULL, "Iets", NULL},
		{IBP_SUBJECT_EVIDENCE, 1, "2", "norm", NULL, "YY.01", NULL},
		{IBP_SUBJECT_EVIDENCE, 1, "2", "title", NULL, "Anders", NULL},
		{IBP_SUBJECT_EVIDENCE, 1, "3", "norm", NULL, "GO.02", NULL},
		{IBP_SUBJECT_EVIDENCE, 1, "3", "title", NULL, "Drie", NULL},
		{IBP_SUBJECT_EVIDENCE, 1, "4", "norm", NULL, "GO.01", NULL},
		{IBP_SUBJECT_EVIDENCE, 1, "4", "title", NULL, "Vier", NULL},
		{IBP_SUBJECT_EVIDENCE, 1, "5", "norm", NULL, "GO.02", NULL},
		{IBP_SUBJECT_EVIDENCE, 1, "5", "title", NULL, "Vijf", NULL},
	};
	const long order[] = {4, 3, 5, 1, 2};
	struct ibp_assessment *a;

	OK(f, ibp_store_apply(store, changes, 11, NULL, &f->err));
	a = help_load(f, store, 1);
	assert_int_equal(a->dangling.count, 2);
	assert_string_equal(a->dangling.items[0], "ZZ.99");
	assert_string_equal(a->dangling.items[1], "YY.01");
	assert_int_equal(a->evidence_count, 5);
	for (size_t i = 0; i < 5; i++)
		assert_int_equal(a->evidence[i].id, order[i]);
	assert_int_equal(help_answer(f, a, "GO.02")->evidence_count, 2);
	assert_int_equal(help_answer(f, a, "GO.02")->evidence[1].id, 5);
	assert_int_equal(help_answer(f, a, "GO.03")->evidence_count, 0);
	ibp_assessment_free(a);
	ibp_store_close(store);
}

static void test_new_assessment(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	struct ibp_assessment_info info;
	struct ibp_changes undone = {0};
	struct ibp_arena arena = {0};
	struct ibp_assessment *a;

	apply_samples(f, store);
	OK(f, ibp_store_new_assessment(store, " 2027 ", FRAMEWORK, VERSION, 1,
				       &f->err));
	OK(f, ibp_store_find_assessment(store, NULL, &arena, &info, &f->err));
	assert_string_equal(info.name, "2027");
	assert_int_equal(info.id, 3);
	assert_int_equal(info.scored, 1);
	a = help_load(f, store, 3);
	assert_string_equal(help_answer(f, a, "GO.01")->owner,
			    "privacy officer");
	assert_int_equal(a->evidence_count, 1);
	assert_int_equal(a->evidence[0].id, 2);
	assert_string_equal(a->evidence[0].checked_by, "A. de Vries");
	ibp_assessment_free(a);
	REFUSED(f, IBP_USAGE, "already",
		ibp_store_new_assessment(store, "2027", FRAMEWORK, VERSION, 0,
					 &f->err));
	REFUSED(f, IBP_INPUT, "number 8",
		ibp_store_new_assessment(store, "x", FRAMEWORK, VERSION, 8,
					 &f->err));
	REFUSED(f, IBP_INPUT, "2026, 2027 b, 2027",
		ibp_store_find_assessment(store, "2025", &arena, &info,
					  &f->err));
	OK(f, ibp_store_undo(store, &undone, &f->err));
	assert_int_equal(ibp_store_load(store, 3, f->framework, &a, &f->err),
			 IBP_INPUT);
	ibp_error_release(&f->err);
	OK(f, ibp_store_new_assessment(store, "2027", FRAMEWORK, VERSION, 0,
				       &f->err));
	OK(f, ibp_store_find_assessment(store, "2027", &arena, &info, &f->err));
	assert_int_equal(info.scored, 0);
	assert_int_equal(info.id, 4);
	ibp_changes_release(&undone);
	ibp_arena_release(&arena);
	ibp_store_close(store);
}

static void test_drafts(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store = help_begin(f);
	const char *name = "norm/GO.02/note";
	struct ibp_changes undone = {0};
	char *text;

	assert_null(ibp_store_draft_get(store, name));
	OK(f, ibp_store_draft_set(store, name, "half", &f->err));
	OK(f, ibp_store_draft_set(store, name, "half a sent", &f->err));
	ibp_store_close(store);
	store = help_open(f, IBP_STORE_WRITE);
	text = ibp_store_draft_get(store, name);
	assert_string_equal(text, "half a sent");
	free(text);
	OK(f, ibp_store_undo(store, &undone, &f->err));
	assert_int_equal(undone.count, 0);
	OK(f, ibp_store_draft_set(store, name, NULL, &f->err));
	assert_null(ibp_store_draft_get(store, name));
	ibp_store_close(store);
}

static void test_reading_only(void **state)
{
	struct fixture *f = *state;
	struct ibp_store *store;
	const struct ibp_change change = {
		IBP_SUBJECT_NORM, 1, "GO.02", "score", NULL, "2", NULL};
	struct ibp_changes none = {0};
	long id;

	help_create(f);
	store = help_open(f, IBP_STORE_READ);
	assert_false(ibp_store_is_writable(store));
	REFUSED(f, IBP_DATA, "reading only",
		ibp_store_apply(store, &change, 1, NULL, &f->err));
	REFUSED(f, IBP_DATA, "reading only",
		ibp_store_undo(store, &none, &f->err));
	REFUSED(f, IBP_DATA, "reading only",
		ibp_store_draft_set(store, "x", "y", &f->err));
	REFUSED(f, IBP_DATA, "reading only",
		ibp_store_new_id(store, IBP_SUBJECT_SCHOOL, &id, &f->err));
	REFUSED(f, IBP_DATA, "reading only",
		ibp_store_new_assessment(store, "x", FRAMEWORK, VERSION, 0,
					 &f->err));
	ibp_store_close(store);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, help_set_up, help_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_new_file),
		TEST(test_existing_file),
		TEST(test_bad_facts_leave_nothing),
		cmocka_unit_test(test_samples_are_complete),
		TEST(test_every_field),
		TEST(test_same_value_is_no_change),
		TEST(test_bad_changes),
		TEST(test_locked_assessment),
		TEST(test_removing_a_thing),
		TEST(test_numbers_are_never_used_again),
		TEST(test_dangling_codes),
		TEST(test_new_assessment),
		TEST(test_drafts),
		TEST(test_reading_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
