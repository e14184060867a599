/* What the commands of the aggregator share: the register and its plan. */
#ifndef IBP_CMD_MONITOR_REGISTER_H
#define IBP_CMD_MONITOR_REGISTER_H

#include "cmd/monitor.h"
#include "core/sdc.h"
#include "store/register.h"

struct ibp_cmd_register {
	struct ibp_run *run;
	struct ibp_register *reg;
	struct ibp_register_edition edition; /* the newest */
	const struct ibp_catalogue *catalogue;
};

/* The file of -r, which must be given. */
enum ibp_status ibp_cmd_register_path(struct ibp_run *run, const char **path,
				      struct ibp_error *err);

/*
 * Opens the register, with the newest edition and its catalogue.  For
 * writing, an edition that was cleaned is IBP_FOUND.
 */
enum ibp_status ibp_cmd_register_open(struct ibp_run *run,
				      enum ibp_store_mode mode,
				      struct ibp_cmd_register *r,
				      struct ibp_error *err);
void ibp_cmd_register_close(struct ibp_cmd_register *r);

/* IBP_FOUND where EDITION was cleaned: nothing can be made of it. */
enum ibp_status ibp_cmd_edition_check(
	const struct ibp_register_edition *edition, struct ibp_error *err);

/*
 * Ends what was begun, with the STATUS that came of it: on the disk, or undone
 * where it failed and under -n, which is said.
 */
enum ibp_status ibp_cmd_register_end(struct ibp_cmd_register *r,
				     enum ibp_status status,
				     struct ibp_error *err);

/* The random numbers of the operating system. */
extern const struct ibp_sdc_random ibp_cmd_system_random;

/* ---- intake -------------------------------------------------------------- */

enum ibp_intake {
	IBP_INTAKE_NEW,     /* the first answer */
	IBP_INTAKE_SAME,    /* what was there already */
	IBP_INTAKE_VERSION, /* another answer than the one before */
	IBP_INTAKE_REFUSED
};

struct ibp_intake_result {
	enum ibp_intake outcome;
	char code[8];     /* I1 to I6; "": nothing to say */
	uint64_t token;   /* of an invitation of the register; 0: of none */
	uint32_t version; /* this one */
	char *message;    /* new; NULL: nothing to say */
};

/*
 * Checks SUMMARY (I2 to I5) and stores it, within a transaction.  FILE is for
 * messages.  A refusal is a result and no failure; it is counted.
 */
enum ibp_status ibp_cmd_intake(struct ibp_cmd_register *r, const char *file,
			       const struct ibp_summary *summary,
			       struct ibp_intake_result *result,
			       struct ibp_error *err);

/* ---- the plan ------------------------------------------------------------ */

/* What a publication is made of; zero it before use, release it after. */
struct ibp_cmd_material {
	struct ibp_arena arena;
	struct ibp_sdc_catalogue catalogue;
	struct ibp_sdc_contributor *contributors;
	size_t count;
	size_t capacity;
	struct ibp_register_strata strata;
	struct ibp_sdc_unit *published;
	struct ibp_sdc_unit *previous;
	char previous_edition[IBP_EDITION_SIZE];
	struct ibp_register_publication *publications; /* of this edition */
	size_t publication_count;
	struct ibp_sdc_input input;
};

/* K 0: of the rules. */
enum ibp_status ibp_cmd_material_read(struct ibp_cmd_register *r, long k,
				      struct ibp_cmd_material *material,
				      struct ibp_error *err);
void ibp_cmd_material_release(struct ibp_cmd_material *material);

/*
 * The word k=N of RUN, 0 where it is absent, and the code of a cell where
 * CELL is not NULL; they must be the only words.
 */
enum ibp_status ibp_cmd_word_k(struct ibp_run *run, long *k, const char **cell,
			       struct ibp_error *err);

/* "north" and "po, S, north+east" or "all boards", for people. */
const char *ibp_cmd_part_label(int part);
void ibp_cmd_add_cell(struct ibp_buf *buf, struct ibp_sdc_cell cell);

/*
 * The sentence of a finding.  It has counts of small cells: for the
 * aggregator, never in what is published.
 */
struct ibp_cmd_said {
	const struct ibp_cmd_material *material;
	long epsilon; /* thousandths; 0: not the mode with noise */
};
void ibp_cmd_add_finding(struct ibp_buf *buf, const struct ibp_cmd_said *said,
			 const struct ibp_sdc_finding *finding);

/* What NODE loses, in codes or for people: "GO+OR P6 (distribution)". */
void ibp_cmd_add_withheld(struct ibp_buf *buf, bool for_people,
			  const struct ibp_sdc_catalogue *catalogue,
			  const struct ibp_sdc_node *node);
/* Every finding of PLAN as the table "findings". */
void ibp_cmd_add_findings(struct ibp_doc *doc, const struct ibp_cmd_said *said,
			  const struct ibp_sdc_plan *plan);
/* The tree for people; SAYS: with what the rules say of each cell. */
void ibp_cmd_add_tree(struct ibp_doc *doc, bool says,
		      const struct ibp_cmd_material *material,
		      const struct ibp_sdc_plan *plan);
/* What is shown of each group in the cell with CODE, and what not and why. */
enum ibp_status ibp_cmd_add_groups(struct ibp_doc *doc, const char *code,
				   const struct ibp_catalogue *catalogue,
				   const struct ibp_cmd_material *material,
				   const struct ibp_sdc_plan *plan,
				   struct ibp_error *err);

struct ibp_publication; /* exchange/publication.h */
/* The size classes that are told with the figures. */
void ibp_cmd_publication_sizes(struct ibp_publication *publication,
			       const struct ibp_cmd_material *material);

/* ---- listings ------------------------------------------------------------ */

struct ibp_cmd_ask {
	long k;         /* 0: of the rules */
	const char *of; /* the edition or cell; NULL: the newest, all */
};

/*
 * The listings of the aggregator as documents, for commands and for rooms of
 * the screen; *DOC is set where there is anything to free.
 */
typedef enum ibp_status ibp_cmd_make_doc(struct ibp_run *run,
					 const struct ibp_cmd_ask *ask,
					 struct ibp_doc **doc,
					 struct ibp_error *err);
ibp_cmd_make_doc ibp_cmd_editions_doc;
ibp_cmd_make_doc ibp_cmd_boards_doc; /* of an edition */
ibp_cmd_make_doc ibp_cmd_preview_doc;
ibp_cmd_make_doc ibp_cmd_tree_doc;
ibp_cmd_make_doc ibp_cmd_groups_doc; /* of a cell */
ibp_cmd_make_doc ibp_cmd_public_doc;

#endif
