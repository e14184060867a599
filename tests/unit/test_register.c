#include "store_help.h"

#include <sqlite3.h>

#include "store/register.h"

#define REGISTER "register.ibpm"

struct place {
	struct fixture *f;
	char *path;
};

static struct place place_of(void **state)
{
	struct fixture *f = *state;

	return (struct place){f, ibp_path_join(f->dir, REGISTER)};
}

static struct ibp_register_holder holder(uint64_t token, int sector,
					 long pupils)
{
	struct ibp_register_holder made = {
		.token = token,
		.holder = token + 1000,
		.has_code = true,
		.sector = sector,
		.size = -1,
		.part = IBP_SDC_WEST,
		.pupils = pupils,
		.is_active = true,
	};

	memset(made.code.bytes, (int)(0xA0 + token), sizeof(made.code.bytes));
	return made;
}

static struct ibp_register_edition edition(const char *name)
{
	struct ibp_register_edition made = {.opened = "2026-11-23T12:00:00Z"};

	snprintf(made.name, sizeof(made.name), "%s", name);
	memset(made.catalogue, 'c', 64);
	for (int i = 0; i < IBP_SDC_KEY; i++)
		made.key[i] = (unsigned char)(i * 7);
	return made;
}

static char year[] = "2027"; /* what FILL is handed */

/* An edition with three invitations. */
static enum ibp_status fill(struct ibp_register *reg, void *self,
			    struct ibp_error *err)
{
	struct ibp_register_edition made = edition(self);
	enum ibp_status status = ibp_register_add_edition(reg, &made, err);

	for (uint64_t token = 1; !status && token <= 3; token++) {
		struct ibp_register_holder one =
			holder(token, IBP_SDC_PO, (long)token * 1000);

		status = ibp_register_add_holder(reg, self, &one, err);
	}
	return status;
}

static struct ibp_register *make(struct place *p)
{
	struct ibp_register *reg;

	OK(p->f, ibp_register_create(p->path, TOOL, fill, year, &p->f->err));
	OK(p->f,
	   ibp_register_open(p->path, IBP_STORE_WRITE, TOOL, &reg, &p->f->err));
	return reg;
}

static void sql(const char *path, const char *text)
{
	sqlite3 *db;
	char *said = NULL;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, text, NULL, NULL, &said) != SQLITE_OK)
		fail_msg("%s: %s", text, said);
	sqlite3_close(db);
}

static void test_editions(void **state)
{
	struct place p = place_of(state);
	struct ibp_register *reg = make(&p);
	struct ibp_register_edition wanted = edition("2027");
	struct ibp_register_edition got = {.opened = ""};
	struct ibp_register_count *counts;
	struct ibp_arena arena = {0};
	struct stat info;
	size_t count;
	bool found;

	assert_int_equal(stat(p.path, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0600);
	OK(p.f, ibp_register_edition(reg, &got, &p.f->err));
	assert_memory_equal(&got, &wanted, sizeof(got));
	OK(p.f,
	   ibp_register_find_edition(reg, "2028", &got, &found, &p.f->err));
	assert_false(found);
	OK(p.f, ibp_register_begin(reg, &p.f->err));
	OK(p.f, ibp_register_submit(reg, "2027", 2, 1, "{}\n", &p.f->err));
	wanted = edition("2026b");
	OK(p.f, ibp_register_add_edition(reg, &wanted, &p.f->err));
	OK(p.f, ibp_register_commit(reg, &p.f->err));
	OK(p.f, ibp_register_editions(reg, &arena, &counts, &count, &p.f->err));
	assert_int_equal(count, 2);
	assert_string_equal(counts[0].edition.name, "2026b");
	assert_int_equal(counts[1].invited, 3);
	assert_int_equal(counts[1].answered, 1);
	REFUSED(p.f, IBP_INPUT, "exists already",
		ibp_register_create(p.path, TOOL, fill, year, &p.f->err));
	ibp_arena_release(&arena);
	ibp_register_close(reg);
	free(p.path);
}

struct tally {
	int holders;
	int answers;
	char body[20];
};

static enum ibp_status count_one(void *self,
				 const struct ibp_register_holder *one,
				 const char *body, struct ibp_error *err)
{
	struct tally *tally = self;

	(void)err;
	tally->holders++;
	tally->answers += body != NULL;
	if (body && one->token == 2)
		snprintf(tally->body, sizeof(tally->body), "%s", body);
	return IBP_OK;
}

static void test_answers(void **state)
{
	struct place p = place_of(state);
	struct ibp_register *reg = make(&p);
	struct ibp_register_refusal *refusals;
	struct ibp_register_holder got;
	struct ibp_arena arena = {0};
	struct tally tally = {0};
	size_t count;
	char *body;
	bool found;

	OK(p.f, ibp_register_begin(reg, &p.f->err));
	OK(p.f, ibp_register_submit(reg, "2027", 2, 1, "one", &p.f->err));
	OK(p.f, ibp_register_submit(reg, "2027", 2, 2, "two", &p.f->err));
	OK(p.f, ibp_register_withdraw(reg, "2027", 3, &found, &p.f->err));
	assert_true(found);
	OK(p.f, ibp_register_withdraw(reg, "2027", 3, &found, &p.f->err));
	assert_false(found);
	OK(p.f, ibp_register_refuse(reg, "2027", 2, "I4", 1, &p.f->err));
	OK(p.f, ibp_register_refuse(reg, "2027", 2, "I4", 2, &p.f->err));
	OK(p.f, ibp_register_refuse(reg, "2027", 0, "I1", 7, &p.f->err));
	OK(p.f, ibp_register_commit(reg, &p.f->err));
	OK(p.f,
	   ibp_register_find_holder(reg, "2027", 2, &got, &found, &p.f->err));
	assert_true(found && got.is_active && got.has_code);
	assert_int_equal(got.version, 2);
	assert_int_equal(got.code.bytes[5], 0xA2);
	assert_int_equal(got.pupils, 2000);
	assert_int_equal(got.size, -1);
	OK(p.f,
	   ibp_register_find_holder(reg, "2027", 4, &got, &found, &p.f->err));
	assert_false(found);
	OK(p.f, ibp_register_body(reg, "2027", 2, &body, &p.f->err));
	assert_string_equal(body, "two");
	free(body);
	OK(p.f,
	   ibp_register_holders(reg, "2027", count_one, &tally, &p.f->err));
	assert_int_equal(tally.holders, 3);
	assert_int_equal(tally.answers, 1);
	assert_string_equal(tally.body, "two");
	OK(p.f, ibp_register_refusals(reg, "2027", &arena, &refusals, &count,
				      &p.f->err));
	assert_int_equal(count, 2);
	assert_int_equal(refusals[0].times, 7);
	assert_int_equal(refusals[1].times, 3);
	assert_string_equal(refusals[1].code, "I4");
	OK(p.f, ibp_register_is_invited(reg, "2027", 1003, &found, &p.f->err));
	assert_false(found);
	OK(p.f, ibp_register_is_invited(reg, "2027", 1002, &found, &p.f->err));
	assert_true(found);
	ibp_arena_release(&arena);
	ibp_register_close(reg);
	free(p.path);
}

static void test_strata(void **state)
{
	struct place p = place_of(state);
	struct ibp_register *reg = make(&p);
	struct ibp_register_strata strata;
	struct ibp_register_holder got;
	bool found;

	OK(p.f, ibp_register_strata(reg, &strata, &p.f->err));
	assert_false(strata.is_known);
	strata.population.boards[IBP_SDC_PO][IBP_SDC_LARGE][IBP_SDC_SOUTH] = 44;
	strata.cuts[IBP_SDC_PO] = (struct ibp_register_cut){1500, 3000, 2027};
	OK(p.f, ibp_register_begin(reg, &p.f->err));
	OK(p.f, ibp_register_set_strata(reg, "2027", &strata, &p.f->err));
	OK(p.f, ibp_register_commit(reg, &p.f->err));
	OK(p.f, ibp_register_strata(reg, &strata, &p.f->err));
	assert_true(strata.is_known);
	assert_int_equal(
		ibp_sdc_population_in(&strata.population, ibp_sdc_cell_all),
		44);
	for (uint64_t token = 1; token <= 3; token++) {
		OK(p.f, ibp_register_find_holder(reg, "2027", token, &got,
						 &found, &p.f->err));
		assert_int_equal(got.size, token - 1);
		assert_int_equal(got.size,
				 ibp_register_size(&strata.cuts[IBP_SDC_PO],
						   got.pupils));
	}
	assert_int_equal(ibp_register_size(&strata.cuts[IBP_SDC_VO], 5000), -1);
	ibp_register_close(reg);
	free(p.path);
}

static void publish(struct place *p, struct ibp_register *reg, const char *name,
		    uint32_t version, long epsilon)
{
	struct ibp_sdc_unit unit = {
		.token = 2, .version = version, .leaf = ibp_sdc_cell_all};
	struct ibp_sdc_plan plan = {.units = &unit, .unit_count = !epsilon};
	struct ibp_register_publication made = {
		.mode = epsilon ? IBP_SDC_NOISE : IBP_SDC_RULES,
		.params = "{}",
		.pending = epsilon ? "a,b" : NULL,
	};

	snprintf(made.edition, sizeof(made.edition), "%s", name);
	memset(made.digest, 'd', 64);
	unit.depth[0] = 4;
	unit.depth[IBP_SDC_LANDSCAPE] = 1;
	OK(p->f, ibp_register_begin(reg, &p->f->err));
	OK(p->f, ibp_register_publish(reg, &plan, epsilon, &made, &p->f->err));
	OK(p->f, ibp_register_commit(reg, &p->f->err));
}

static void test_publications(void **state)
{
	struct place p = place_of(state);
	struct ibp_register *reg = make(&p);
	struct ibp_register_edition next = edition("2028");
	struct ibp_register_publication *list;
	char before[IBP_EDITION_SIZE];
	struct ibp_sdc_spent *spent;
	struct ibp_arena arena = {0};
	struct ibp_sdc_unit *units;
	size_t count;

	publish(&p, reg, "2027", 1, 0);
	publish(&p, reg, "2027", 2, 0);
	OK(p.f, ibp_register_units(reg, "2027", &units, &count, &p.f->err));
	assert_int_equal(count, 2);
	assert_int_equal(units[0].publication, 1);
	assert_int_equal(units[0].version, 1);
	assert_int_equal(units[1].version, 2);
	assert_int_equal(units[1].holder, 1002);
	assert_int_equal(units[1].depth[0], 4);
	assert_int_equal(units[1].depth[1], 0);
	assert_int_equal(units[1].depth[IBP_SDC_LANDSCAPE], 1);
	assert_true(ibp_sdc_cell_same(units[1].leaf, ibp_sdc_cell_all));
	free(units);
	OK(p.f, ibp_register_edition_before(reg, "2027", before, &p.f->err));
	assert_string_equal(before, "");
	OK(p.f, ibp_register_begin(reg, &p.f->err));
	OK(p.f, ibp_register_add_edition(reg, &next, &p.f->err));
	OK(p.f, ibp_register_commit(reg, &p.f->err));
	OK(p.f, ibp_register_edition_before(reg, "2028", before, &p.f->err));
	assert_string_equal(before, "2027");
	publish(&p, reg, "2028", 1, 1200);
	OK(p.f, ibp_register_publications(reg, "2028", &arena, &list, &count,
					  &p.f->err));
	assert_int_equal(count, 1);
	assert_int_equal(list[0].mode, IBP_SDC_NOISE);
	assert_string_equal(list[0].pending, "a,b");
	OK(p.f, ibp_register_begin(reg, &p.f->err));
	OK(p.f, ibp_register_settle(reg, list[0].id, &p.f->err));
	OK(p.f, ibp_register_commit(reg, &p.f->err));
	OK(p.f, ibp_register_publications(reg, "2028", &arena, &list, &count,
					  &p.f->err));
	assert_null(list[0].pending);
	OK(p.f, ibp_register_spent(reg, &arena, &spent, &count, &p.f->err));
	assert_int_equal(count, 1);
	assert_int_equal(spent[0].epsilon, 1200);
	assert_string_equal(spent[0].edition, "2028");
	ibp_arena_release(&arena);
	ibp_register_close(reg);
	free(p.path);
}

/* Codes and answers are gone from the bytes, not only from the tables. */
static void test_clean(void **state)
{
	static const char secret[] = "an answer that is nobody's business";
	struct place p = place_of(state);
	struct ibp_register *reg = make(&p);
	struct ibp_register_holder got;
	struct ibp_sdc_unit *units;
	size_t count;
	char *bytes;
	bool found;

	OK(p.f, ibp_register_begin(reg, &p.f->err));
	OK(p.f, ibp_register_submit(reg, "2027", 2, 1, secret, &p.f->err));
	OK(p.f, ibp_register_commit(reg, &p.f->err));
	publish(&p, reg, "2027", 1, 0);
	bytes = help_read(p.f, p.path, &count);
	assert_non_null(memmem(bytes, count, secret, strlen(secret)));
	assert_non_null(memmem(bytes, count, "a2a2a2a2", 8));
	free(bytes);
	OK(p.f, ibp_register_begin(reg, &p.f->err));
	OK(p.f,
	   ibp_register_clean(reg, "2027", "2028-01-01T00:00:00Z", &p.f->err));
	OK(p.f, ibp_register_commit(reg, &p.f->err));
	bytes = help_read(p.f, p.path, &count);
	assert_null(memmem(bytes, count, secret, strlen(secret)));
	assert_null(memmem(bytes, count, "a2a2a2a2", 8));
	free(bytes);
	OK(p.f,
	   ibp_register_find_holder(reg, "2027", 2, &got, &found, &p.f->err));
	assert_true(found);
	assert_false(got.has_code);
	assert_int_equal(got.pupils, -1);
	OK(p.f, ibp_register_units(reg, "2027", &units, &count, &p.f->err));
	assert_int_equal(count, 1);
	free(units);
	ibp_register_close(reg);
	free(p.path);
}

static void refuse(struct place *p, const char *words)
{
	struct ibp_register *reg = NULL;

	REFUSED(p->f, IBP_DATA, words,
		ibp_register_open(p->path, IBP_STORE_WRITE, TOOL, &reg,
				  &p->f->err));
	assert_null(reg);
}

static void test_refusals(void **state)
{
	struct place p = place_of(state);
	struct ibp_register *reg = NULL;
	struct ibp_register *second = NULL;
	struct ibp_store *store = NULL;

	REFUSED(p.f, IBP_INPUT, "ibp-monitor invite",
		ibp_register_open(p.path, IBP_STORE_READ, TOOL, &reg,
				  &p.f->err));
	reg = make(&p);
	REFUSED(p.f, IBP_DATA, "is being changed by",
		ibp_register_open(p.path, IBP_STORE_WRITE, TOOL, &second,
				  &p.f->err));
	ibp_register_close(reg);
	REFUSED(p.f, IBP_DATA, "is a register of ibp-monitor",
		ibp_store_open(p.path, IBP_STORE_READ, TOOL, &store,
			       &p.f->err));
	sql(p.path, "PRAGMA user_version = 9; "
		    "UPDATE meta SET value = '9' WHERE key = 'min_reader'");
	refuse(&p, "newer version");
	sql(p.path, "PRAGMA application_id = 0x49425046");
	refuse(&p, "is the data file of a board");
	sql(p.path, "PRAGMA application_id = 77");
	refuse(&p, "another program");
	OK(p.f, ibp_file_write(p.path, "hello", 5, true, &p.f->err));
	refuse(&p, "is not a data file");
	free(p.path);
}

static void test_damage(void **state)
{
	struct place p = place_of(state);
	struct ibp_register_edition got;
	struct ibp_register *reg = make(&p);

	ibp_register_close(reg);
	sql(p.path, "UPDATE edition SET key = printf('%064s', 'z')");
	OK(p.f,
	   ibp_register_open(p.path, IBP_STORE_READ, TOOL, &reg, &p.f->err));
	REFUSED(p.f, IBP_DATA, "does not belong",
		ibp_register_edition(reg, &got, &p.f->err));
	ibp_register_close(reg);
	assert_int_equal(truncate(p.path, 5000), 0);
	refuse(&p, "cut short");
	free(p.path);
}

/* Nothing that was not committed is there. */
static void test_rollback(void **state)
{
	struct place p = place_of(state);
	struct ibp_register *reg = make(&p);
	char *body;

	OK(p.f, ibp_register_begin(reg, &p.f->err));
	OK(p.f, ibp_register_submit(reg, "2027", 2, 1, "one", &p.f->err));
	ibp_register_rollback(reg);
	OK(p.f, ibp_register_body(reg, "2027", 2, &body, &p.f->err));
	assert_null(body);
	ibp_register_close(reg);
	OK(p.f,
	   ibp_register_open(p.path, IBP_STORE_READ, TOOL, &reg, &p.f->err));
	REFUSED(p.f, IBP_DATA, "reading only",
		ibp_register_begin(reg, &p.f->err));
	ibp_register_close(reg);
	free(p.path);
}

/* What was published cannot be taken out, by whatever program. */
static void test_kept(void **state)
{
	struct place p = place_of(state);
	struct ibp_register *reg = make(&p);
	sqlite3 *db;

	publish(&p, reg, "2027", 1, 0);
	ibp_register_close(reg);
	assert_int_equal(sqlite3_open(p.path, &db), SQLITE_OK);
	assert_int_not_equal(
		sqlite3_exec(db, "DELETE FROM pub_unit", NULL, NULL, NULL),
		SQLITE_OK);
	assert_int_not_equal(
		sqlite3_exec(db, "DELETE FROM publication", NULL, NULL, NULL),
		SQLITE_OK);
	sqlite3_close(db);
	free(p.path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, help_set_up, help_tear_down)
		TEST(test_editions), TEST(test_answers),
		TEST(test_strata),   TEST(test_publications),
		TEST(test_clean),    TEST(test_refusals),
		TEST(test_damage),   TEST(test_rollback),
		TEST(test_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
