/*
 * A board in memory for the tests of the full screen and the questions: it
 * answers every call of struct ibp_scan_calls without a data file.
 */
#ifndef IBP_TESTS_STANDIN_H
#define IBP_TESTS_STANDIN_H

#include "tui/scan.h"

struct standin_value {
	enum ibp_subject subject;
	char *key;
	char *field;
	char *value;
};

struct standin {
	const struct ibp_framework *framework;
	struct ibp_board board;
	struct ibp_scan_calls calls;
	struct ibp_scan_setup setup; /* ready to use; may be changed */
	struct standin_value *values;
	size_t value_count;
	size_t value_capacity;
	struct ibp_changes *steps; /* done, then undone */
	size_t step_count;
	size_t step_capacity;
	size_t done;
	long last_id;
	size_t created;       /* calls of create */
	enum ibp_status fail; /* of the next call that changes something */
	size_t fail_after;    /* changes that go well before that */
	char *draft_name;     /* the one draft it keeps */
	char *draft;
	char *chosen;  /* the assessment at work; NULL: "2026" */
	char *made;    /* a third one */
	bool unlocked; /* "2025" is open */
};

/* The newest edition of the norms in IBP_DATADIR. */
struct ibp_framework *standin_framework(void);
struct ibp_framework *standin_edition(const char *version);

void standin_init(struct standin *standin,
		  const struct ibp_framework *framework);
void standin_release(struct standin *standin);

/* The value on the disk, so to say; NULL: not set. */
const char *standin_value(const struct standin *standin,
			  enum ibp_subject subject, const char *key,
			  const char *field);

/* Everything that is set, sorted, a line each; to free. */
char *standin_dump(const struct standin *standin);

#endif
