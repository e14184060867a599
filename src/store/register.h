/*
 * The register of the aggregator: one SQLite file, application id "IBPR",
 * with all editions, the invitations and answers of the newest, and what must
 * be kept of every publication.  It has no names: which board an invitation
 * is for stands in a file of its own, outside it.
 *
 * Opening, locking and refusing are those of the board's file (store.h).
 * Changes belong between begin and commit, which is on the disk when it
 * returns; without a commit nothing was done.
 */
#ifndef IBP_STORE_REGISTER_H
#define IBP_STORE_REGISTER_H

#include "base/date.h"
#include "core/invitation.h"
#include "core/sdc.h"
#include "core/summary.h"
#include "store/store.h"

struct ibp_register;

/*
 * Makes the file PATH, which must not exist, with what FILL puts into it;
 * whole, or not at all.
 */
enum ibp_status ibp_register_create(
	const char *path, const char *tool,
	enum ibp_status (*fill)(struct ibp_register *reg, void *self,
				struct ibp_error *err),
	void *self, struct ibp_error *err);
enum ibp_status ibp_register_open(const char *path, enum ibp_store_mode mode,
				  const char *tool, struct ibp_register **reg,
				  struct ibp_error *err);
void ibp_register_close(struct ibp_register *reg);

bool ibp_register_is_writable(const struct ibp_register *reg);
const char *ibp_register_notice(const struct ibp_register *reg);
const char *ibp_register_path(const struct ibp_register *reg);

enum ibp_status ibp_register_begin(struct ibp_register *reg,
				   struct ibp_error *err);
enum ibp_status ibp_register_commit(struct ibp_register *reg,
				    struct ibp_error *err);
void ibp_register_rollback(struct ibp_register *reg);

/* ---- editions ------------------------------------------------------------ */

struct ibp_register_edition {
	char name[IBP_EDITION_SIZE];
	char catalogue[IBP_SHA256_SIZE]; /* digest */
	unsigned char key[IBP_SDC_KEY];  /* of its rounding */
	char opened[IBP_TIME_SIZE];
	char closed[IBP_TIME_SIZE]; /* cleaned; "": open */
};

enum ibp_status ibp_register_add_edition(
	struct ibp_register *reg, const struct ibp_register_edition *edition,
	struct ibp_error *err);

/* The one that was opened last: what all commands are about. */
enum ibp_status ibp_register_edition(struct ibp_register *reg,
				     struct ibp_register_edition *edition,
				     struct ibp_error *err);
/* The one with this NAME; *FOUND false: there is none. */
enum ibp_status ibp_register_find_edition(struct ibp_register *reg,
					  const char *name,
					  struct ibp_register_edition *edition,
					  bool *found, struct ibp_error *err);

struct ibp_register_count {
	struct ibp_register_edition edition;
	long invited; /* and not withdrawn */
	long answered;
	long published; /* how often */
};
/* All of them, newest first, in ARENA. */
enum ibp_status ibp_register_editions(struct ibp_register *reg,
				      struct ibp_arena *arena,
				      struct ibp_register_count **counts,
				      size_t *count, struct ibp_error *err);

/* Deletes answers, codes and pupils of EDITION and notes the time. */
enum ibp_status ibp_register_clean(struct ibp_register *reg,
				   const char *edition, const char *now,
				   struct ibp_error *err);

/* ---- invitations --------------------------------------------------------- */

struct ibp_register_holder {
	uint64_t token;
	uint64_t holder; /* the same over editions */
	struct ibp_invitation code;
	bool has_code; /* not yet cleaned */
	int sector;
	int size; /* -1: no strata yet */
	int part;
	long pupils;      /* in steps of IBP_REGISTER_STEP; -1: cleaned */
	uint32_t holding; /* 0: stands alone */
	bool is_active;   /* not withdrawn */
	uint32_t version; /* of its last answer; 0: none */
};

#define IBP_REGISTER_STEP 500

enum ibp_status ibp_register_add_holder(
	struct ibp_register *reg, const char *edition,
	const struct ibp_register_holder *holder, struct ibp_error *err);
enum ibp_status ibp_register_find_holder(struct ibp_register *reg,
					 const char *edition, uint64_t token,
					 struct ibp_register_holder *holder,
					 bool *found, struct ibp_error *err);
/* *FOUND: EDITION has an invitation of HOLDER that was not withdrawn. */
enum ibp_status ibp_register_is_invited(struct ibp_register *reg,
					const char *edition, uint64_t holder,
					bool *found, struct ibp_error *err);
/* *FOUND false: there is no such invitation, or not any more. */
enum ibp_status ibp_register_withdraw(struct ibp_register *reg,
				      const char *edition, uint64_t token,
				      bool *found, struct ibp_error *err);

/*
 * Calls EACH for every invitation of EDITION, by token, with its last answer
 * (NULL: none); a status of EACH ends it.
 */
typedef enum ibp_status ibp_register_each(
	void *self, const struct ibp_register_holder *holder, const char *body,
	struct ibp_error *err);
enum ibp_status ibp_register_holders(struct ibp_register *reg,
				     const char *edition,
				     ibp_register_each *each, void *self,
				     struct ibp_error *err);

/* The last answer to TOKEN; *BODY is new, NULL: none. */
enum ibp_status ibp_register_body(struct ibp_register *reg, const char *edition,
				  uint64_t token, char **body,
				  struct ibp_error *err);
enum ibp_status ibp_register_submit(struct ibp_register *reg,
				    const char *edition, uint64_t token,
				    uint32_t version, const char *body,
				    struct ibp_error *err);

/* Counts a refusal; TOKEN 0: of nobody who was invited. */
enum ibp_status ibp_register_refuse(struct ibp_register *reg,
				    const char *edition, uint64_t token,
				    const char *code, long times,
				    struct ibp_error *err);

struct ibp_register_refusal {
	uint64_t token;
	char code[8];
	long times;
};
/* By token and code, in ARENA. */
enum ibp_status ibp_register_refusals(struct ibp_register *reg,
				      const char *edition,
				      struct ibp_arena *arena,
				      struct ibp_register_refusal **refusals,
				      size_t *count, struct ibp_error *err);

/* ---- the population ------------------------------------------------------ */

/* Boards with fewer pupils than LOW are small, from HIGH on large. */
struct ibp_register_cut {
	long low; /* 0: not known */
	long high;
	long since; /* year of the edition for which it was chosen */
};

struct ibp_register_strata {
	struct ibp_sdc_population population;
	struct ibp_register_cut cuts[IBP_SDC_SECTORS];
	bool is_known;
};

enum ibp_status ibp_register_strata(struct ibp_register *reg,
				    struct ibp_register_strata *strata,
				    struct ibp_error *err);
/* And the sizes of the invitations of EDITION. */
enum ibp_status ibp_register_set_strata(
	struct ibp_register *reg, const char *edition,
	const struct ibp_register_strata *strata, struct ibp_error *err);
/* IBP_SDC_SMALL and so on; -1 where the cut is not known. */
int ibp_register_size(const struct ibp_register_cut *cut, long pupils);

/* ---- publications -------------------------------------------------------- */

struct ibp_register_publication {
	uint32_t id; /* from 1; given by adding */
	char edition[IBP_EDITION_SIZE];
	enum ibp_sdc_mode mode;
	char digest[IBP_SHA256_SIZE]; /* of benchmark.csv */
	const char *params;           /* of datapackage.json, "sdc" */
	const char *pending; /* benchmark.csv that has no file yet; or NULL */
};

/* With the units and, where it is not 0, the epsilon of PLAN. */
enum ibp_status ibp_register_publish(
	struct ibp_register *reg, const struct ibp_sdc_plan *plan, long epsilon,
	struct ibp_register_publication *publication, struct ibp_error *err);
/* Its files are there. */
enum ibp_status ibp_register_settle(struct ibp_register *reg, uint32_t id,
				    struct ibp_error *err);
/* Of EDITION, oldest first, in ARENA. */
enum ibp_status ibp_register_publications(
	struct ibp_register *reg, const char *edition, struct ibp_arena *arena,
	struct ibp_register_publication **publications, size_t *count,
	struct ibp_error *err);
/* All units of EDITION; new. */
enum ibp_status ibp_register_units(struct ibp_register *reg,
				   const char *edition,
				   struct ibp_sdc_unit **units, size_t *count,
				   struct ibp_error *err);
/* The newest edition before EDITION with units; "": none. */
enum ibp_status ibp_register_edition_before(struct ibp_register *reg,
					    const char *edition,
					    char before[IBP_EDITION_SIZE],
					    struct ibp_error *err);
/* What was spent over all editions, in ARENA. */
enum ibp_status ibp_register_spent(struct ibp_register *reg,
				   struct ibp_arena *arena,
				   struct ibp_sdc_spent **spent, size_t *count,
				   struct ibp_error *err);

#endif
