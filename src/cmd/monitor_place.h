/*
 * A board beside the published figures of its sector: what `compare` and
 * ibp-report tell.
 */
#ifndef IBP_CMD_MONITOR_PLACE_H
#define IBP_CMD_MONITOR_PLACE_H

#include "core/summary.h"
#include "exchange/benchmark.h"

enum ibp_cmd_standing {
	IBP_STANDING_UNKNOWN, /* one of the two has no figure */
	IBP_STANDING_BELOW,
	IBP_STANDING_SAME,
	IBP_STANDING_ABOVE
};

/* One group, or several that were published together. */
struct ibp_cmd_place {
	const char *group; /* code */
	const char *title; /* of its domains, in the language of this run */
	long own;          /* hundredths; 0: nothing scored */
	const struct ibp_benchmark_row
		*cell;                       /* mean in the own cell, or NULL */
	const struct ibp_benchmark_row *all; /* mean in the whole, or NULL */
	/* Boards at the own level, of the own cell; NULL: not published. */
	const struct ibp_benchmark_row *level;
	enum ibp_cmd_standing
		standing; /* beside the own cell, else the whole */
};

struct ibp_cmd_places {
	struct ibp_arena arena;
	const struct ibp_benchmark *benchmark; /* borrowed */
	struct ibp_sdc_cell cell;              /* its own; or the whole */
	bool has_cell;                         /* it is not the whole */
	struct ibp_cmd_place *items;           /* as in the catalogue */
	size_t count;
	size_t standings[IBP_STANDING_ABOVE + 1];
};

/*
 * SECTOR and SIZE are of core/sdc.h, -1: not known.  IBP_INPUT where the
 * figures are about other groups.
 */
enum ibp_status ibp_cmd_places_make(const struct ibp_benchmark *benchmark,
				    const struct ibp_catalogue *catalogue,
				    const struct ibp_summary *own, int sector,
				    int size, struct ibp_cmd_places *places,
				    struct ibp_error *err);
void ibp_cmd_places_release(struct ibp_cmd_places *places);

/* "below", "same", "above": the word of JSON; NULL: not known. */
const char *ibp_cmd_standing_word(enum ibp_cmd_standing standing);
const char *ibp_cmd_standing_label(enum ibp_cmd_standing standing);

/* What a mean in ROW was rounded to, in hundredths; 0: to nothing. */
long ibp_cmd_places_step(const struct ibp_benchmark *benchmark,
			 const struct ibp_benchmark_row *row);

#endif
