/*
 * Statistical disclosure control: from the summaries of boards to figures of
 * a sector in which no board can be found.  Pure functions over values; the
 * rules P0 to P15, the arithmetic and the numbers are those of the design.
 *
 * ibp_sdc_plan_new decides what may be published and gives the rows;
 * ibp_sdc_noise_plan_new does so for the mode with noise.  A plan says
 * everything in codes and numbers, never in words.  Nothing here reads a
 * clock, a file or a generator.
 */
#ifndef IBP_CORE_SDC_H
#define IBP_CORE_SDC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/mem.h"

#define IBP_SDC_LEVELS 5
#define IBP_SDC_GROUPS_MAX 32
#define IBP_SDC_FIGURES 6 /* of the application landscape */
#define IBP_SDC_FIGURE_BANDS 6
#define IBP_SDC_KEY 32
/* Items are what has its own number of boards: groups, and the landscape. */
#define IBP_SDC_LANDSCAPE IBP_SDC_GROUPS_MAX
#define IBP_SDC_ITEMS (IBP_SDC_GROUPS_MAX + 1)

/* In the order in which neighbours are merged. */
enum { IBP_SDC_SO, IBP_SDC_PO, IBP_SDC_VO, IBP_SDC_SECTORS };
enum { IBP_SDC_SMALL, IBP_SDC_MEDIUM, IBP_SDC_LARGE, IBP_SDC_SIZES };
enum {
	IBP_SDC_NORTH,
	IBP_SDC_EAST,
	IBP_SDC_WEST,
	IBP_SDC_SOUTH,
	IBP_SDC_PARTS
};

/* Words of files: never translated. */
extern const char *const ibp_sdc_sector_codes[IBP_SDC_SECTORS];
extern const char *const ibp_sdc_size_codes[IBP_SDC_SIZES];
extern const char *const ibp_sdc_part_codes[IBP_SDC_PARTS];
extern const char *const ibp_sdc_figure_codes[IBP_SDC_FIGURES];
/* How many bands each figure has: 5 or 6, from 0. */
extern const int ibp_sdc_figure_bands[IBP_SDC_FIGURES];

/* ---- the rules, in one place --------------------------------------------- */

/* Tests hand another one; no option or setting of the programs changes it. */
struct ibp_sdc_rules {
	long k;             /* P1: contributors in a cell */
	long k_floor;       /* below which k never goes */
	long population;    /* P2: boards that exist in the stratum */
	long distribution;  /* P5: boards for anything but a mean */
	long outside;       /* P6: more than this outside the largest */
	long insiders;      /* P7: who know their own score */
	long interval;      /* P7: hundredths of a level left open */
	long atom;          /* P9: holdings that are never told apart */
	long moved;         /* P10: joiners and leavers, or none */
	long moved_below;   /* P10: in cells under this size */
	long count_base;    /* counts are rounded to this */
	long step_unit;     /* means: a step is a multiple of this */
	long step_protects; /* and times n at least this, hundredths */
	long mean_low;      /* coded below and above, hundredths */
	long mean_high;
	long target;         /* at target from here, hundredths */
	const long *bands;   /* lower ends of what is published instead of n */
	size_t band_count;   /* in rising order */
	bool counts_holding; /* one owner is one contributor */
	long coverage;       /* per cent of the norms scored in a summary */
	long norms_in_group;
	long epsilon_low; /* P14, in thousandths, as all epsilons */
	long epsilon_high;
	long epsilon_default;
	long epsilon_total; /* P13: over this many editions */
	long epsilon_editions;
	long noise_error; /* P12: predicted, hundredths of a level */
	long noise_low;   /* scores are clipped to these, hundredths */
	long noise_high;
	long noise_range;     /* what one board can move a sum by */
	long noise_cells;     /* counts that one board can move, per group */
	long noise_empty;     /* the score of an empty group */
	long scored_in_group; /* norms, else a group is sent empty */
};

extern const struct ibp_sdc_rules ibp_sdc_rules_default;

/* ---- scores of a board --------------------------------------------------- */

/* Hundredths from the norms at level 1 to 5; 0 without any. */
long ibp_sdc_score(const long counts[IBP_SDC_LEVELS]);
/* 1 to 5. */
int ibp_sdc_level(long hundredths);

/* 16 hexadecimal digits, and back.  False leaves *TOKEN. */
#define IBP_SDC_TOKEN_TEXT 17
void ibp_sdc_token_text(uint64_t token, char text[IBP_SDC_TOKEN_TEXT]);
bool ibp_sdc_token_parse(const char *text, uint64_t *token);

#define IBP_SDC_NO_BAND 0xff

/* One submission.  No pointers: an edition of Europe is an array of these. */
struct ibp_sdc_contributor {
	uint64_t token;
	uint64_t holder;  /* the same over editions; for P10 */
	uint32_t version; /* of the submission, from 1 */
	uint32_t holding; /* 0: stands alone */
	unsigned char sector;
	unsigned char size;
	unsigned char part;
	/* All IBP_SDC_NO_BAND: no landscape was sent. */
	unsigned char figures[IBP_SDC_FIGURES];
	uint16_t scores[IBP_SDC_GROUPS_MAX]; /* hundredths; 0: empty */
};

/* ---- cells --------------------------------------------------------------- */

/* One bit for each sector, size and part that is in. */
struct ibp_sdc_cell {
	unsigned char sectors;
	unsigned char sizes;
	unsigned char parts;
};

extern const struct ibp_sdc_cell ibp_sdc_cell_all;

/* "all", "po", "po+so.S", "vo.all.north+east"; codes of files and labels. */
#define IBP_SDC_CELL_TEXT 64
const char *ibp_sdc_cell_text(struct ibp_sdc_cell cell,
			      char text[IBP_SDC_CELL_TEXT]);
/* One column of the three: "po+so", "S+M", "all". */
enum ibp_sdc_axis { IBP_SDC_BY_SECTOR, IBP_SDC_BY_SIZE, IBP_SDC_BY_PART };
const char *ibp_sdc_axis_text(struct ibp_sdc_cell cell, enum ibp_sdc_axis axis,
			      char text[IBP_SDC_CELL_TEXT]);
/* What ibp_sdc_cell_text wrote.  False leaves *CELL. */
bool ibp_sdc_cell_parse(const char *text, struct ibp_sdc_cell *cell);

bool ibp_sdc_cell_has(struct ibp_sdc_cell cell, int sector, int size, int part);
bool ibp_sdc_cell_same(struct ibp_sdc_cell one, struct ibp_sdc_cell other);

/* Boards that exist, by stratum. */
struct ibp_sdc_population {
	uint32_t boards[IBP_SDC_SECTORS][IBP_SDC_SIZES][IBP_SDC_PARTS];
};

long ibp_sdc_population_in(const struct ibp_sdc_population *population,
			   struct ibp_sdc_cell cell);

/* ---- what was published before ------------------------------------------- */

/*
 * One submission in one publication: all that must be kept of it, after the
 * bodies are deleted too.  DEPTH says per item how deep it was shown: 0 not
 * at all, 1 in the whole, 2 by sector, 3 by size, 4 by part.
 */
struct ibp_sdc_unit {
	uint64_t token;
	uint64_t holder;
	uint32_t version;
	uint32_t holding;
	uint32_t publication; /* its number, from 1; 0 in a plan */
	struct ibp_sdc_cell leaf;
	unsigned char depth[IBP_SDC_ITEMS];
};

enum ibp_sdc_mode { IBP_SDC_RULES, IBP_SDC_NOISE };

/* Epsilon that was spent, in thousandths. */
struct ibp_sdc_spent {
	const char *edition;
	long epsilon;
};

/* ---- input --------------------------------------------------------------- */

/* Reporting groups in the order of the catalogue. */
struct ibp_sdc_catalogue {
	size_t count; /* at most IBP_SDC_GROUPS_MAX */
	const char *codes[IBP_SDC_GROUPS_MAX];
	/* Which cluster each is in; one without groups is no cluster. */
	unsigned char clusters[IBP_SDC_GROUPS_MAX];
	size_t cluster_count;
};

/*
 * Fills the clusters in: at most four runs of groups, about as large in
 * NORMS, which has the number of norms of each group.
 */
void ibp_sdc_divide(struct ibp_sdc_catalogue *catalogue, const size_t *norms);

struct ibp_sdc_input {
	const struct ibp_sdc_rules *rules; /* &ibp_sdc_rules_default */
	const struct ibp_sdc_catalogue *catalogue;
	const char *edition;
	const unsigned char *key; /* IBP_SDC_KEY bytes, one for an edition */
	long k;                   /* 0: of the rules; never below the floor */
	const struct ibp_sdc_contributor *contributors; /* each token once */
	size_t count;
	const struct ibp_sdc_population *population;
	/* This edition so far, in any order (P9, P11). */
	const struct ibp_sdc_unit *published;
	size_t published_count;
	bool was_published[2]; /* by enum ibp_sdc_mode */
	/*
	 * The edition before this one (P10), all its publications, in any
	 * order; none: count 0.
	 */
	const struct ibp_sdc_unit *previous;
	size_t previous_count;
	/* All editions, any order (P13). */
	const struct ibp_sdc_spent *spent;
	size_t spent_count;
};

/* ---- the plan ------------------------------------------------------------ */

/*
 * CODE n is the rule Pn.  NUMBERS by code:
 *   P0   contributors, k                   refuses
 *   P1   contributors, k                   a cell, merged WITH a neighbour,
 *                                          or not apart (WITH is empty)
 *   P1   the same, with GROUP              a group in a cell
 *   P2   boards that exist, minimum        merged, not apart, or refuses
 *   P3   -                                 GROUP: withheld since a part or
 *                                          the whole of it is
 *   P5   boards, minimum                   no distribution
 *   P6   boards, in the largest category   no distribution of GROUP
 *   P7   width left open, minimum          no mean of GROUP
 *   P9   publication, holdings, minimum    refuses
 *   P10  joiners, leavers, minimum         merged, not apart, refuses; GROUP
 *   P11  1: the other mode, 0: this mode   refuses
 *   P12  error in hundredths, maximum,     refuses
 *        scores a board, boards
 *   P13  spent with this, total            refuses
 *   P14  epsilon, lowest, highest          refuses
 */
#define IBP_SDC_NUMBERS 4
struct ibp_sdc_finding {
	int code;
	bool refuses; /* the publication as a whole */
	struct ibp_sdc_cell cell;
	struct ibp_sdc_cell with; /* sectors 0: nothing */
	int group;  /* item, -1 none; IBP_SDC_LANDSCAPE: see figure */
	int figure; /* of the landscape, -1 none */
	long numbers[IBP_SDC_NUMBERS];
};

/* Zero: shown; else the number of the rule that withholds it. */
struct ibp_sdc_node {
	struct ibp_sdc_cell cell;
	size_t parent; /* index; the root has its own */
	int depth;     /* 1 the whole, 2 by sector, 3 by size, 4 by part */
	long boards;
	long contributors; /* holdings once */
	long population;
	uint32_t counted[IBP_SDC_ITEMS]; /* boards per item */
	unsigned char mean[IBP_SDC_GROUPS_MAX];
	unsigned char levels[IBP_SDC_GROUPS_MAX]; /* and the target */
	unsigned char figures[IBP_SDC_FIGURES];
};

enum ibp_sdc_measure {
	IBP_SDC_MEAN,
	IBP_SDC_LEVEL,
	IBP_SDC_AT_TARGET,
	IBP_SDC_BANDS,
	IBP_SDC_MEASURES
};
/* mean, level, at_target, landscape; level, percent, percent, percent */
extern const char *const ibp_sdc_measure_codes[IBP_SDC_MEASURES];
extern const char *const ibp_sdc_unit_codes[IBP_SDC_MEASURES];

enum ibp_sdc_coded { IBP_SDC_EXACT, IBP_SDC_BELOW, IBP_SDC_ABOVE };

/* One line of benchmark.csv. */
struct ibp_sdc_row {
	size_t node;
	const char *group; /* code, "total", clusters "GO+RM", or figure */
	enum ibp_sdc_measure measure;
	int category; /* level 1..5, band 0..5, -1 none */
	long value;   /* hundredths or whole per cent; -1: coded or withheld */
	enum ibp_sdc_coded coded;
	long band;        /* lower end of the number of boards */
	bool is_withheld; /* CONF_STATUS A, else F */
};

struct ibp_sdc_plan {
	struct ibp_arena arena;
	enum ibp_sdc_mode mode;
	long k;
	bool is_refused;            /* then there are no rows and no units */
	struct ibp_sdc_node *nodes; /* a whole before its parts */
	size_t node_count;
	struct ibp_sdc_finding *findings; /* in the order they were made */
	size_t finding_count;
	struct ibp_sdc_row *rows;
	size_t row_count;
	struct ibp_sdc_unit *units; /* to be kept; none with noise */
	size_t unit_count;
};

/* INPUT may be gone afterwards, except the codes of its catalogue. */
struct ibp_sdc_plan *ibp_sdc_plan_new(const struct ibp_sdc_input *input);
void ibp_sdc_plan_free(struct ibp_sdc_plan *plan);

/* ---- the mode with noise ------------------------------------------------- */

enum ibp_sdc_detail { IBP_SDC_GROUPS, IBP_SDC_CLUSTERS, IBP_SDC_OVERALL };

/* ibp_random_bytes of base/random.h in the programs, vectors in tests. */
struct ibp_sdc_random {
	enum ibp_status (*fill)(void *self, void *bytes, size_t count,
				struct ibp_error *err);
	void *self;
};

/* Without random numbers: a status and no plan. */
enum ibp_status ibp_sdc_noise_plan_new(const struct ibp_sdc_input *input,
				       enum ibp_sdc_detail detail, long epsilon,
				       const struct ibp_sdc_random *random,
				       struct ibp_sdc_plan **plan,
				       struct ibp_error *err);

/* ---- arithmetic ---------------------------------------------------------- */

/* The band of N boards: its lower end; N itself under the lowest. */
long ibp_sdc_band(const struct ibp_sdc_rules *rules, long n);
/* "10-14", "500+"; LOW is what ibp_sdc_band gave. */
#define IBP_SDC_BAND_TEXT 48
const char *ibp_sdc_band_text(const struct ibp_sdc_rules *rules, long low,
			      char text[IBP_SDC_BAND_TEXT]);
/* The step of a mean over N boards, in hundredths. */
long ibp_sdc_step(const struct ibp_sdc_rules *rules, long n);

#endif
