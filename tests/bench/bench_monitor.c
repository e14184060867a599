/*
 * An edition as large as one of Europe: bench_monitor REGISTER COUNT makes a
 * register with COUNT invitations, and says their codes, a line each.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/path.h"
#include "core/catalogue.h"
#include "store/register.h"

#define EDITION "2027"

struct making {
	long count;
	char catalogue[IBP_SHA256_SIZE];
};

/* Codes that are as good as random here, and the same every time. */
static void draw(long number, struct ibp_register_holder *holder)
{
	unsigned char digest[IBP_SHA256_BYTES];
	char token[IBP_SDC_TOKEN_TEXT];

	ibp_sha256_raw(&number, sizeof(number), digest);
	*holder = (struct ibp_register_holder){
		.holder = (uint64_t)number + 1,
		.has_code = true,
		.sector = (int)(number % IBP_SDC_SECTORS),
		.size = -1,
		.part = digest[31] % IBP_SDC_PARTS,
		.pupils = digest[30] % 20 * IBP_REGISTER_STEP,
		.is_active = true,
	};
	memcpy(holder->code.bytes, digest, sizeof(holder->code.bytes));
	ibp_invitation_token(&holder->code, token);
	ibp_sdc_token_parse(token, &holder->token);
}

static enum ibp_status add_strata(struct ibp_register *reg, long count,
				  struct ibp_error *err)
{
	struct ibp_register_strata strata = {.is_known = true};

	for (int s = 0; s < IBP_SDC_SECTORS; s++) {
		strata.cuts[s] = (struct ibp_register_cut){3500, 6500, 2027};
		for (int z = 0; z < IBP_SDC_SIZES; z++)
			for (int p = 0; p < IBP_SDC_PARTS; p++)
				strata.population.boards[s][z][p] =
					(uint32_t)(count / 20);
	}
	return ibp_register_set_strata(reg, EDITION, &strata, err);
}

static enum ibp_status fill(struct ibp_register *reg, void *self,
			    struct ibp_error *err)
{
	const struct making *making = self;
	struct ibp_register_edition edition = {.name = EDITION};
	enum ibp_status status;

	memcpy(edition.catalogue, making->catalogue, IBP_SHA256_SIZE);
	ibp_time_now(edition.opened);
	status = ibp_register_add_edition(reg, &edition, err);
	for (long i = 0; !status && i < making->count; i++) {
		struct ibp_register_holder holder;
		char code[IBP_INVITATION_TEXT];

		draw(i, &holder);
		status = ibp_register_add_holder(reg, EDITION, &holder, err);
		ibp_invitation_text(&holder.code, code);
		puts(code);
	}
	return status ? status : add_strata(reg, making->count, err);
}

static enum ibp_status find_catalogue(char digest[IBP_SHA256_SIZE],
				      struct ibp_error *err)
{
	struct ibp_arena arena = {0};
	char *data = ibp_path_data(NULL);
	struct ibp_strings versions =
		ibp_framework_versions(data, "ibp-fo", &arena);
	struct ibp_framework *framework = NULL;
	struct ibp_catalogue *catalogue = NULL;
	enum ibp_status status = ibp_framework_open(
		data, "ibp-fo", versions.items[versions.count - 1], &framework,
		err);

	if (!status)
		status = ibp_catalogue_new(framework, &ibp_sdc_rules_default,
					   &catalogue, err);
	if (!status)
		memcpy(digest, catalogue->digest, IBP_SHA256_SIZE);
	ibp_catalogue_free(catalogue);
	ibp_framework_free(framework);
	ibp_arena_release(&arena);
	free(data);
	return status;
}

int main(int argc, char **argv)
{
	struct ibp_error err = {0};
	struct making making;
	enum ibp_status status;

	if (argc != 3)
		return IBP_USAGE;
	making.count = strtol(argv[2], NULL, 10);
	status = find_catalogue(making.catalogue, &err);
	if (!status)
		status = ibp_register_create(argv[1], "bench", fill, &making,
					     &err);
	if (status)
		fprintf(stderr, "bench_monitor: %s\n", ibp_error_text(&err));
	ibp_error_release(&err);
	return (int)status;
}
