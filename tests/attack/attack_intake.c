/* T14: a million answers of somebody who guesses, at the register itself. */
#include "../unit/store_help.h"

#include "attack.h"
#include "cmd/monitor_register.h"
#include "exchange/summary.h"

#define GUESSES 1000000
#define GUESSES_QUICK 20000

struct edition {
	struct ibp_catalogue *catalogue;
	struct ibp_register_holder holder;
	struct ibp_cmd_register r;
	struct ibp_summary summary; /* right, and signed */
	char *path;
};

static enum ibp_status fill(struct ibp_register *reg, void *self,
			    struct ibp_error *err)
{
	struct edition *e = self;
	enum ibp_status status =
		ibp_register_add_edition(reg, &e->r.edition, err);

	return status ? status :
			ibp_register_add_holder(reg, e->r.edition.name,
						&e->holder, err);
}

static void open_edition(struct fixture *f, struct edition *e)
{
	*e = (struct edition){.holder = {.holder = 5,
					 .has_code = true,
					 .size = -1,
					 .is_active = true}};
	OK(f, ibp_catalogue_new(f->framework, &ibp_sdc_rules_default,
				&e->catalogue, &f->err));
	memset(e->holder.code.bytes, 0x5a, IBP_INVITATION_BYTES);
	ibp_invitation_token(&e->holder.code, e->summary.token_id);
	ibp_sdc_token_parse(e->summary.token_id, &e->holder.token);
	e->r.catalogue = e->catalogue;
	snprintf(e->r.edition.name, IBP_EDITION_SIZE, "2027");
	snprintf(e->summary.edition, IBP_EDITION_SIZE, "2027");
	memcpy(e->r.edition.catalogue, e->catalogue->digest, IBP_SHA256_SIZE);
	memcpy(e->summary.catalogue, e->catalogue->digest, IBP_SHA256_SIZE);
	e->summary.group_count = e->catalogue->group_count;
	for (size_t g = 0; g < e->summary.group_count; g++)
		e->summary.groups[g][1] =
			(long)e->catalogue->groups[g].norm_count;
	ibp_summary_sign(&e->summary, &e->holder.code);
	e->path = ibp_path_join(f->dir, "register.ibpm");
	OK(f, ibp_register_create(e->path, TOOL, fill, e, &f->err));
	OK(f, ibp_register_open(e->path, IBP_STORE_WRITE, TOOL, &e->r.reg,
				&f->err));
	OK(f, ibp_register_begin(e->r.reg, &f->err));
}

static void close_edition(struct edition *e)
{
	ibp_register_rollback(e->r.reg);
	ibp_cmd_register_close(&e->r);
	ibp_catalogue_free(e->catalogue);
	free(e->path);
}

static void expect(struct fixture *f, struct edition *e,
		   const struct ibp_summary *summary, enum ibp_intake outcome,
		   const char *code)
{
	struct ibp_intake_result result;

	OK(f, ibp_cmd_intake(&e->r, "file", summary, &result, &f->err));
	assert_int_equal(result.outcome, outcome);
	assert_string_equal(result.code, code);
	free(result.message);
}

static void test_guessed(void **state)
{
	struct fixture *f = *state;
	size_t guesses = attack_trials(GUESSES, GUESSES_QUICK);
	struct dice dice = {14};
	struct edition e;

	open_edition(f, &e);
	for (size_t i = 0; i < guesses; i++) {
		struct ibp_summary fake = e.summary;
		struct ibp_invitation guess;

		for (size_t b = 0; b < IBP_INVITATION_BYTES; b++)
			guess.bytes[b] = (unsigned char)dice_word(&dice);
		/* Every second one knows the number of the invitation. */
		if (i % 2)
			ibp_invitation_token(&guess, fake.token_id);
		ibp_summary_sign(&fake, &guess);
		expect(f, &e, &fake, IBP_INTAKE_REFUSED, i % 2 ? "I3" : "I4");
	}
	attack_at_least("T14 guessed codes that the register refused",
			(double)guesses, (double)guesses);
	/* Who has the code is let in: the test can fail. */
	expect(f, &e, &e.summary, IBP_INTAKE_NEW, "");
	close_edition(&e);
}

/* One digit, another edition, another's number, twice, and too many norms. */
static void test_changed(void **state)
{
	struct fixture *f = *state;
	struct ibp_summary changed;
	struct edition e;

	open_edition(f, &e);
	changed = e.summary;
	changed.groups[0][1]--;
	expect(f, &e, &changed, IBP_INTAKE_REFUSED, "I4");
	changed = e.summary;
	changed.edition[3] = '8';
	expect(f, &e, &changed, IBP_INTAKE_REFUSED, "I2");
	changed = e.summary;
	changed.mac[0] = changed.mac[0] == '0' ? '1' : '0';
	expect(f, &e, &changed, IBP_INTAKE_REFUSED, "I4");
	changed = e.summary;
	changed.groups[0][0]++;
	ibp_summary_sign(&changed, &e.holder.code);
	expect(f, &e, &changed, IBP_INTAKE_REFUSED, "I5");
	expect(f, &e, &e.summary, IBP_INTAKE_NEW, "");
	expect(f, &e, &e.summary, IBP_INTAKE_SAME, "");
	changed = e.summary;
	changed.groups[0][1]--;
	changed.groups[0][2]++;
	ibp_summary_sign(&changed, &e.holder.code);
	expect(f, &e, &changed, IBP_INTAKE_VERSION, "I6");
	close_edition(&e);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_guessed, help_set_up,
						help_tear_down),
		cmocka_unit_test_setup_teardown(test_changed, help_set_up,
						help_tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
