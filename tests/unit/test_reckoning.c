/*
 * Coverage, gaps and overlaps of random landscapes beside the same reckoned
 * in SQL, from the relations and the placements alone.  The seed is fixed.
 */
#include "landscape_help.h"

#include <sqlite3.h>

#include "base/buf.h"
#include "core/coverage.h"
#include "core/overlap.h"

#define TODAY "2026-11-23"
#define ROUNDS 60

static const char schema[] =
	"CREATE TABLE element (id INTEGER PRIMARY KEY, type TEXT, status TEXT,"
	" expects INTEGER, parent INTEGER, family TEXT);"
	"CREATE TABLE relation (type TEXT, source INTEGER, target INTEGER);"
	"CREATE TABLE app (id INTEGER PRIMARY KEY, status TEXT, planned TEXT,"
	" used TEXT, phased TEXT, ended TEXT);"
	"CREATE TABLE placement (app INTEGER, element INTEGER, kind TEXT);"
	"CREATE TABLE uses (app INTEGER, school INTEGER);"
	"CREATE TABLE school (id INTEGER);"
	"CREATE TABLE exclusion (element INTEGER);";

/* Runs after everything is in; TODAY is spelled out in it. */
static const char views[] =
	"UPDATE element SET family = CASE WHEN type IN ('component',"
	" 'national-facility') THEN 'c' WHEN type = 'application-function' "
	"THEN 'a' WHEN type IN ('main-function', 'function', 'process',"
	" 'work-process', 'process-step') THEN 'b' END;"
	"CREATE TABLE part AS SELECT DISTINCT source AS whole, target AS part,"
	" w.family FROM relation JOIN element w ON w.id = source "
	"JOIN element p ON p.id = target WHERE relation.type IN ('composition',"
	" 'aggregation') AND source <> target AND w.family = p.family;"
	"CREATE TABLE performs AS SELECT DISTINCT source AS component,"
	" target AS af FROM relation JOIN element c ON c.id = source "
	"JOIN element a ON a.id = target WHERE relation.type = 'assignment' "
	"AND c.family = 'c' AND a.family = 'a';"
	"CREATE TABLE serves AS SELECT DISTINCT source AS af, target AS place "
	"FROM relation JOIN element a ON a.id = source "
	"JOIN element b ON b.id = target WHERE relation.type = 'serving' "
	"AND a.family = 'a' AND b.family = 'b';"
	/* The last phase that has begun, the later of two on one day. */
	"CREATE TABLE state AS SELECT app.id, coalesce((SELECT word FROM ("
	"SELECT 1 AS n, planned AS day, 'planned' AS word UNION ALL "
	"SELECT 2, used, 'in-use' UNION ALL SELECT 3, phased, 'phase-out' "
	"UNION ALL SELECT 4, ended, 'out') WHERE day <= '" TODAY "' "
	"ORDER BY day DESC, n DESC LIMIT 1), status, CASE WHEN planned "
	"IS NULL AND used IS NULL THEN 'in-use' ELSE 'planned' END) AS status "
	"FROM app;"
	/* 1: counted, 0: planned. */
	"CREATE TABLE place AS SELECT DISTINCT app, element,"
	" state.status <> 'planned' AND kind <> 'planned' AS now "
	"FROM placement JOIN state ON state.id = app "
	"WHERE state.status <> 'out';"
	"CREATE TABLE placed AS WITH RECURSIVE down (app, element, now) AS ("
	"SELECT app, element, now FROM place UNION SELECT app, part, now "
	"FROM down JOIN part ON whole = element) SELECT * FROM down;"
	"CREATE TABLE offers AS WITH RECURSIVE has (app, af, now) AS ("
	"SELECT app, element, now FROM placed JOIN element ON element.id = "
	"element AND family = 'a' UNION SELECT app, performs.af, now "
	"FROM placed JOIN performs ON component = element UNION "
	"SELECT app, part, now FROM has JOIN part ON whole = af) "
	"SELECT * FROM has;"
	"CREATE TABLE served AS WITH RECURSIVE upward (app, element, now) AS ("
	"SELECT app, element, now FROM place JOIN element ON element.id = "
	"element AND family = 'b' UNION SELECT app, serves.place, now "
	"FROM offers JOIN serves ON serves.af = offers.af UNION "
	"SELECT app, whole, now FROM upward JOIN part ON part = element "
	"AND family = 'b') SELECT * FROM upward UNION SELECT app, element, now "
	"FROM placed JOIN element ON element.id = element AND family = 'b';"
	"CREATE TABLE excluded AS WITH RECURSIVE gone (id) AS ("
	"SELECT element FROM exclusion UNION SELECT element.id FROM gone "
	"JOIN element ON parent = gone.id) SELECT id FROM gone;"
	"CREATE TABLE has AS SELECT app, af AS element FROM offers WHERE now "
	"UNION SELECT app, element FROM placed JOIN element ON element.id = "
	"element AND family = 'c' WHERE now;"
	"CREATE TABLE at AS SELECT app, school FROM uses UNION "
	"SELECT app.id, school.id FROM app, school "
	"WHERE app.id NOT IN (SELECT app FROM uses);";

static const char *const questions[] = {
	"SELECT 'serves ' || element.id || ' ' || app FROM served "
	"JOIN element ON element.id = element WHERE now AND type IN "
	"('function', 'main-function') ORDER BY element.id, app",
	"SELECT DISTINCT 'planned ' || element.id || ' ' || s.app "
	"FROM served s JOIN element ON element.id = element WHERE NOT now "
	"AND type IN ('function', 'main-function') AND NOT EXISTS ("
	"SELECT 1 FROM served n WHERE n.now AND n.app = s.app AND "
	"n.element = s.element) ORDER BY element.id, s.app",
	"SELECT 'gap ' || id FROM element WHERE expects AND status IN "
	"('current', 'unknown') AND type IN ('function', 'main-function') "
	"AND id NOT IN (SELECT id FROM excluded) AND id NOT IN ("
	"SELECT element FROM served WHERE now) ORDER BY id",
	"SELECT 'covered ' || count(*) FROM element WHERE id IN ("
	"SELECT element FROM served WHERE now) AND type IN ('function',"
	" 'main-function') AND id NOT IN (SELECT id FROM excluded)",
	"SELECT 'overlap ' || one.app || ' ' || other.app || ' ' || count(*) "
	"|| ' ' || NOT max(EXISTS (SELECT 1 FROM placed p JOIN placed q "
	"ON q.app = other.app AND q.now AND q.element = p.element "
	"WHERE p.now AND p.app = one.app AND p.element = one.element)) "
	"FROM has one JOIN has other ON other.element = one.element "
	"AND other.app > one.app WHERE EXISTS (SELECT 1 FROM at a JOIN at b "
	"ON b.school = a.school AND b.app = other.app WHERE a.app = one.app) "
	"GROUP BY one.app, other.app ORDER BY one.app, other.app",
};

/* The same numbers on every run and every machine. */
static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1103515245U + 12345U;
	return *seed >> 16 & 0x7fff;
}

static const char *pick_date(unsigned *seed)
{
	static const char *const dates[] = {
		NULL, NULL,         NULL,         NULL,
		NULL, "2024-01-01", "2026-11-23", "2027-01-01"};

	return dates[next_random(seed) % 8];
}

static void add_application(struct made *made, unsigned *seed)
{
	static const char *const states[] = {NULL,        "in-use",  "in-use",
					     "phase-out", "planned", "out"};
	size_t app = made_app(made, "X", states[next_random(seed) % 6]);
	struct ibp_application *a = &made->applications[app];

	a->planned_from = pick_date(seed);
	a->in_use_from = pick_date(seed);
	a->phase_out_from = pick_date(seed);
	a->out_from = pick_date(seed);
	for (unsigned i = next_random(seed) % 9; i--;) {
		uint32_t element =
			next_random(seed) % (uint32_t)made->fora->element_count;

		/* Applications stand mostly on components. */
		while (next_random(seed) % 3 &&
		       made->fora->elements[element].type != IBP_FORA_COMPONENT)
			element = next_random(seed) %
				  (uint32_t)made->fora->element_count;
		made_place_at(made, app, element,
			      (enum ibp_placement_kind)(next_random(seed) % 3));
	}
	for (size_t s = 0; s < made->landscape.school_count; s++)
		if (next_random(seed) % 4 == 0)
			made_use(made, app, s);
}

static void fill(struct made *made, size_t applications, unsigned *seed)
{
	made_schools(made, 1 + next_random(seed) % SCHOOLS_MAX);
	for (size_t i = 0; i < applications; i++)
		add_application(made, seed);
	for (unsigned i = next_random(seed) % 4; i--;)
		made_exclude_at(made,
				next_random(seed) %
					(uint32_t)made->fora->element_count,
				"niet bij ons");
	made_finish(made);
}

static void sql(sqlite3 *db, const char *text)
{
	char *fault = NULL;

	if (sqlite3_exec(db, text, NULL, NULL, &fault) != SQLITE_OK)
		fail_msg("%s: %s", text, fault);
}

/* Formats as sqlite3_mprintf does: %Q is a text or NULL. */
#define INSERT(db, ...)                                    \
	do {                                               \
		char *text = sqlite3_mprintf(__VA_ARGS__); \
		sql(db, text);                             \
		sqlite3_free(text);                        \
	} while (0)

static void load_model(sqlite3 *db, const struct ibp_fora *fora)
{
	for (uint32_t i = 0; i < fora->element_count; i++) {
		const struct ibp_fora_element *e = &fora->elements[i];

		INSERT(db,
		       "INSERT INTO element VALUES (%u, %Q, %Q, %d, %lld, "
		       "NULL)",
		       i, ibp_fora_type_words[e->type],
		       ibp_fora_status_words[e->status],
		       e->expects_system == IBP_FORA_YES,
		       e->parent == IBP_FORA_NONE ? -1LL :
						    (long long)e->parent);
	}
	for (size_t i = 0; i < fora->relation_count; i++)
		INSERT(db, "INSERT INTO relation VALUES (%Q, %u, %u)",
		       ibp_fora_relation_words[fora->relations[i].type],
		       fora->relations[i].source, fora->relations[i].target);
}

static void load_landscape(sqlite3 *db, const struct ibp_landscape *l)
{
	static const char *const kinds[] = {"main", "partial", "planned"};

	for (size_t i = 0; i < l->school_count; i++)
		INSERT(db, "INSERT INTO school VALUES (%ld)", l->schools[i].id);
	for (size_t i = 0; i < l->application_count; i++) {
		const struct ibp_application *a = &l->applications[i];

		INSERT(db, "INSERT INTO app VALUES (%d, %Q, %Q, %Q, %Q, %Q)",
		       (int)i, a->status, a->planned_from, a->in_use_from,
		       a->phase_out_from, a->out_from);
	}
	for (size_t i = 0; i < l->placement_count; i++)
		INSERT(db, "INSERT INTO placement VALUES (%d, %u, %Q)",
		       (int)l->placements[i].at, l->placements[i].element,
		       kinds[l->placements[i].kind]);
	for (size_t i = 0; i < l->use_count; i++)
		INSERT(db, "INSERT INTO uses VALUES (%ld, %ld)",
		       l->uses[i].application - 1, l->uses[i].school);
	for (size_t i = 0; i < l->exclusion_count; i++)
		INSERT(db, "INSERT INTO exclusion VALUES (%u)",
		       l->exclusions[i].element);
}

static void reckon(const struct made *made, struct ibp_buf *out)
{
	sqlite3 *db = NULL;

	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	sql(db, schema);
	sql(db, "BEGIN");
	load_model(db, made->fora);
	load_landscape(db, &made->landscape);
	sql(db, views);
	for (size_t i = 0; i < sizeof(questions) / sizeof(*questions); i++) {
		sqlite3_stmt *statement = NULL;

		if (sqlite3_prepare_v2(db, questions[i], -1, &statement, NULL))
			fail_msg("%s: %s", questions[i], sqlite3_errmsg(db));
		while (sqlite3_step(statement) == SQLITE_ROW)
			ibp_buf_addf(out, "%s\n",
				     (const char *)sqlite3_column_text(
					     statement, 0));
		sqlite3_finalize(statement);
	}
	sqlite3_close(db);
}

static int by_element(const void *a, const void *b)
{
	const struct ibp_coverage_row *one = a;
	const struct ibp_coverage_row *other = b;

	return (one->element > other->element) -
	       (one->element < other->element);
}

static void add_list(struct ibp_buf *out, const char *word, uint32_t element,
		     const size_t *applications, size_t count)
{
	for (size_t i = 0; i < count; i++)
		ibp_buf_addf(out, "%s %u %zu\n", word, element,
			     applications[i]);
}

static void add_coverage(struct ibp_buf *out, const struct ibp_cover *cover)
{
	struct ibp_coverage coverage;

	ibp_coverage_of_functions(cover, &coverage);
	qsort(coverage.rows, coverage.count, sizeof(*coverage.rows),
	      by_element);
	for (size_t i = 0; i < coverage.count; i++)
		add_list(out, "serves", coverage.rows[i].element,
			 coverage.rows[i].applications,
			 coverage.rows[i].application_count);
	for (size_t i = 0; i < coverage.count; i++)
		add_list(out, "planned", coverage.rows[i].element,
			 coverage.rows[i].planned,
			 coverage.rows[i].planned_count);
	for (size_t i = 0; i < coverage.count; i++)
		if (coverage.rows[i].is_gap)
			ibp_buf_addf(out, "gap %u\n", coverage.rows[i].element);
	ibp_buf_addf(out, "covered %zu\n", coverage.total.covered);
	ibp_coverage_release(&coverage);
}

static void answer(const struct made *made, struct ibp_buf *out)
{
	struct ibp_cover *cover =
		ibp_cover_new(made->fora, &made->landscape, TODAY);
	struct ibp_overlaps overlaps;

	add_coverage(out, cover);
	ibp_overlaps_make(cover, &overlaps);
	for (size_t i = 0; i < overlaps.count; i++)
		ibp_buf_addf(out, "overlap %u %u %u %d\n", overlaps.items[i].a,
			     overlaps.items[i].b, overlaps.items[i].shared,
			     overlaps.items[i].is_possible);
	ibp_overlaps_release(&overlaps);
	ibp_cover_free(cover);
}

/* Says from where on the two differ: the whole of it is long. */
static void check_same(const struct ibp_buf *ours, const struct ibp_buf *theirs,
		       int round)
{
	const char *a = ibp_buf_text(ours);
	const char *b = ibp_buf_text(theirs);
	size_t at = 0;

	while (a[at] && a[at] == b[at])
		at++;
	while (at && a[at - 1] != '\n')
		at--;
	if (a[at] || b[at])
		fail_msg("round %d: ours %.40s, in SQL %.40s", round, a + at,
			 b + at);
}

/* What was compared, so that it is never nothing at all. */
static void check(struct ibp_fora *fora, size_t applications, int round,
		  unsigned *seed, size_t *compared)
{
	struct made *made = made_new(fora);
	struct ibp_buf ours = {0};
	struct ibp_buf theirs = {0};

	fill(made, applications, seed);
	answer(made, &ours);
	reckon(made, &theirs);
	check_same(&ours, &theirs, round);
	*compared += strstr(ibp_buf_text(&ours), "serves") != NULL;
	*compared += strstr(ibp_buf_text(&ours), "planned") != NULL;
	*compared += strstr(ibp_buf_text(&ours), "gap") != NULL;
	*compared += strstr(ibp_buf_text(&ours), "overlap") != NULL;
	ibp_buf_release(&ours);
	ibp_buf_release(&theirs);
	free(made);
}

static void test_made_model(void **state)
{
	struct ibp_fora *fora = made_model();
	unsigned seed = 20261123;
	size_t compared = 0;

	(void)state;
	for (int round = 0; round < ROUNDS; round++)
		check(fora, (size_t)round % 12, round, &seed, &compared);
	assert_true(compared > 2 * ROUNDS);
	ibp_fora_free(fora);
}

static void test_real_model(void **state)
{
	char *data = ibp_path_data(NULL);
	struct ibp_fora *fora = NULL;
	struct ibp_error err = {0};
	unsigned seed = 20250228;
	size_t compared = 0;

	(void)state;
	ibp_fora_open(data, NULL, &fora, &err);
	assert_string_equal(ibp_error_text(&err), "");
	for (int round = 0; round < 3; round++)
		check(fora, 80, round, &seed, &compared);
	assert_int_equal(compared, 12);
	ibp_fora_free(fora);
	free(data);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_made_model),
		cmocka_unit_test(test_real_model),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
