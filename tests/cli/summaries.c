/*
 * Answers to invitations, as boards that were invented would send them:
 * summaries FOLDER EDITION SEED <codes.  A line of standard input each is a
 * code; the same seed gives the same boards.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../attack/sector.h"
#include "base/file.h"
#include "base/path.h"
#include "core/catalogue.h"
#include "core/invitation.h"
#include "exchange/summary.h"

static void check(enum ibp_status status, const struct ibp_error *err)
{
	if (!status)
		return;
	fprintf(stderr, "summaries: %s\n", ibp_error_text(err));
	exit(status);
}

/* The newest framework, as invite takes it. */
static struct ibp_framework *newest(struct ibp_error *err)
{
	struct ibp_arena arena = {0};
	char *data = ibp_path_data(NULL);
	struct ibp_strings versions =
		ibp_framework_versions(data, "ibp-fo", &arena);
	struct ibp_framework *framework = NULL;

	check(ibp_framework_open(data, "ibp-fo",
				 versions.items[versions.count - 1], &framework,
				 err),
	      err);
	ibp_arena_release(&arena);
	free(data);
	return framework;
}

static int level_of(struct dice *dice, double mean)
{
	double level = dice_gauss(dice, mean, 0.8) + 0.5;

	if (level < 1)
		return 0;
	return level >= 5 ? 4 : (int)level - 1;
}

/* Some boards leave a group out, and some send no landscape. */
static void fill(struct dice *dice, const struct ibp_catalogue *catalogue,
		 struct ibp_summary *summary)
{
	double own = dice_gauss(dice, 2.1, 0.4);

	summary->group_count = catalogue->group_count;
	for (size_t g = 0; g < catalogue->group_count; g++) {
		double mean = dice_gauss(dice, own, 0.4);
		size_t count = catalogue->groups[g].norm_count;

		if (count < 5 && dice_below(dice, 40) == 0)
			continue;
		for (size_t n = 0; n < count; n++)
			summary->groups[g][level_of(dice, mean)]++;
	}
	summary->has_landscape = dice_below(dice, 10) > 0;
	for (int f = 0; summary->has_landscape && f < IBP_SDC_FIGURES; f++)
		summary->landscape[f] =
			(int)dice_below(dice, (size_t)ibp_sdc_figure_bands[f]);
}

static void write_one(const char *folder, const struct ibp_summary *summary,
		      struct ibp_error *err)
{
	struct ibp_buf name = {0};
	struct ibp_buf text = {0};
	FILE *file;

	ibp_buf_addf(&name, "%s/summary-%s-%s.json", folder, summary->edition,
		     summary->token_id);
	ibp_summary_write(summary, &text);
	/* Without synchronising: there may be a hundred thousand. */
	file = fopen(name.data, "w");
	if (!file || fwrite(text.data, 1, text.length, file) != text.length ||
	    fclose(file) != 0)
		check(ibp_error_set(err, IBP_INPUT, "cannot write %s",
				    name.data),
		      err);
	ibp_buf_release(&name);
	ibp_buf_release(&text);
}

static void make(const char *folder, const char *edition, struct dice *dice,
		 const struct ibp_catalogue *catalogue, const char *code,
		 struct ibp_error *err)
{
	struct ibp_summary summary = {.group_count = 0};
	struct ibp_invitation invitation;

	if (!ibp_invitation_parse(code, &invitation))
		check(ibp_error_set(err, IBP_INPUT, "no code: %s", code), err);
	snprintf(summary.edition, sizeof(summary.edition), "%s", edition);
	memcpy(summary.catalogue, catalogue->digest, sizeof(summary.catalogue));
	ibp_invitation_token(&invitation, summary.token_id);
	fill(dice, catalogue, &summary);
	ibp_summary_sign(&summary, &invitation);
	write_one(folder, &summary, err);
}

int main(int argc, char **argv)
{
	struct ibp_error err = {0};
	struct ibp_framework *framework;
	struct ibp_catalogue *catalogue;
	struct dice dice;
	char line[100];

	if (argc != 4)
		return IBP_USAGE;
	dice.state = strtoull(argv[3], NULL, 10);
	framework = newest(&err);
	check(ibp_catalogue_new(framework, &ibp_sdc_rules_default, &catalogue,
				&err),
	      &err);
	check(ibp_file_make_dir(argv[1], &err), &err);
	while (fgets(line, sizeof(line), stdin))
		make(argv[1], argv[2], &dice, catalogue, line, &err);
	ibp_catalogue_free(catalogue);
	ibp_framework_free(framework);
	return 0;
}
