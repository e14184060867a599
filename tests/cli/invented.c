/*
 * An edition that is the same every time: invented REGISTER BOARDS.csv makes a
 * register in which those boards are invited, with codes and a key that are
 * not random at all, and says the codes, a line each.  With a number for the
 * list there are so many boards: as many as in Europe, for the bench.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/num.h"
#include "base/path.h"
#include "core/catalogue.h"
#include "exchange/boards_csv.h"
#include "store/register.h"

#define EDITION "2027"

#define COUNT_MAX 1000000

struct making {
	long count;
	struct ibp_invitees boards; /* none: as many as COUNT */
	char catalogue[IBP_SHA256_SIZE];
};

/* A board of any kind; its code is that of its NUMBER. */
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

/* Owners are told apart by the place of their first board. */
static uint32_t holding_of(const struct making *making, long number)
{
	const struct ibp_invitee *boards = making->boards.items;
	uint32_t first = 0;

	while (boards[number].holding &&
	       (!boards[first].holding ||
		strcmp(boards[first].holding, boards[number].holding) != 0))
		first++;
	return boards[number].holding ? first + 1 : 0;
}

static void take(const struct making *making, long number,
		 struct ibp_register_holder *holder)
{
	const struct ibp_invitee *board = &making->boards.items[number];

	holder->sector = board->sector;
	holder->part = board->part;
	holder->pupils = board->pupils / IBP_REGISTER_STEP * IBP_REGISTER_STEP;
	holder->holding = holding_of(making, number);
}

static enum ibp_status add_strata(struct ibp_register *reg, long count,
				  struct ibp_error *err)
{
	struct ibp_register_strata strata = {.is_known = true};

	for (int s = 0; s < IBP_SDC_SECTORS; s++) {
		strata.cuts[s] = (struct ibp_register_cut){2000, 5000, 2027};
		for (int z = 0; z < IBP_SDC_SIZES; z++)
			for (int p = 0; p < IBP_SDC_PARTS; p++)
				strata.population.boards[s][z][p] =
					(uint32_t)(count / 20 + 20);
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
		if (making->boards.count)
			take(making, i, &holder);
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

static enum ibp_status find_boards(const char *what, struct making *making,
				   struct ibp_error *err)
{
	enum ibp_status status;

	if (ibp_num_parse(what, COUNT_MAX, &making->count))
		return IBP_OK;
	status = ibp_invitees_load(what, &making->boards, err);
	making->count = (long)making->boards.count;
	return status;
}

int main(int argc, char **argv)
{
	struct ibp_error err = {0};
	struct making making = {.count = 0};
	enum ibp_status status;

	if (argc != 3)
		return IBP_USAGE;
	status = find_boards(argv[2], &making, &err);
	if (!status)
		status = find_catalogue(making.catalogue, &err);
	if (!status)
		status = ibp_register_create(argv[1], "invented", fill, &making,
					     &err);
	if (status)
		fprintf(stderr, "invented: %s\n", ibp_error_text(&err));
	ibp_invitees_release(&making.boards);
	ibp_error_release(&err);
	return (int)status;
}
