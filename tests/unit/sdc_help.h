/*
 * Editions for the tests of disclosure control: boards by stratum with plain
 * scores, and a population that is large enough.
 */
#ifndef IBP_TESTS_SDC_HELP_H
#define IBP_TESTS_SDC_HELP_H

#include <stdlib.h>
#include <string.h>

#include "core/sdc.h"

#define HELP_BOARDS 1000

struct edition {
	struct ibp_sdc_rules rules;
	struct ibp_sdc_catalogue catalogue;
	struct ibp_sdc_population population;
	struct ibp_sdc_contributor boards[HELP_BOARDS];
	struct ibp_sdc_input input;
};

static const unsigned char help_key[IBP_SDC_KEY] = {1, 2, 3};

static struct edition *edition_new(size_t groups)
{
	static const char *const codes[] = {"GO", "ID", "SM", "PR"};
	struct edition *edition = ibp_alloc(sizeof(*edition));

	edition->rules = ibp_sdc_rules_default;
	edition->catalogue.count = groups;
	edition->catalogue.cluster_count = groups > 1 ? 2 : 1;
	for (size_t g = 0; g < groups; g++) {
		edition->catalogue.codes[g] = codes[g];
		edition->catalogue.clusters[g] = g > 0;
	}
	for (int s = 0; s < IBP_SDC_SECTORS; s++)
		for (int z = 0; z < IBP_SDC_SIZES; z++)
			for (int p = 0; p < IBP_SDC_PARTS; p++)
				edition->population.boards[s][z][p] = 50;
	edition->input = (struct ibp_sdc_input){
		.rules = &edition->rules,
		.catalogue = &edition->catalogue,
		.edition = "2026",
		.key = help_key,
		.contributors = edition->boards,
		.population = &edition->population,
	};
	return edition;
}

/* COUNT more boards, with scores that differ and no landscape. */
static void edition_add(struct edition *edition, size_t count, int sector,
			int size, int part)
{
	for (size_t i = 0; i < count; i++) {
		size_t at = edition->input.count++;
		struct ibp_sdc_contributor *board = &edition->boards[at];

		*board = (struct ibp_sdc_contributor){
			.token = 1000 + at * 7919 % HELP_BOARDS,
			.holder = 5000 + at,
			.version = 1,
			.sector = (unsigned char)sector,
			.size = (unsigned char)size,
			.part = (unsigned char)part,
		};
		memset(board->figures, IBP_SDC_NO_BAND, sizeof(board->figures));
		for (size_t g = 0; g < edition->catalogue.count; g++)
			board->scores[g] =
				(uint16_t)(130 + (at * 37 + g * 53) % 300);
	}
}

#endif
