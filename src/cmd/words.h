/*
 * The words of a command: plain ones in their order, and fields given as
 * key=value.  A word is a field when letters, digits, "_", "-" or ":" stand
 * before its first "=".
 */
#ifndef IBP_CMD_WORDS_H
#define IBP_CMD_WORDS_H

#include "cli/run.h"
#include "core/field.h"

struct ibp_word {
	const struct ibp_field *field;
	const char *value; /* canonical; NULL: clear it */
};

/* Zero it before use. */
struct ibp_words {
	struct ibp_arena arena;
	const char **plain;
	size_t plain_count;
	struct ibp_word *fields; /* in the order given */
	size_t field_count;
};

/*
 * Sorts and checks the words of RUN.  FIELDS may be NULL: none go with this
 * command.  An unknown or repeated field, or a wrong value, is IBP_USAGE.
 */
enum ibp_status ibp_words_read(const struct ibp_run *run,
			       const struct ibp_field *fields,
			       const char *today, struct ibp_words *words,
			       struct ibp_error *err);
void ibp_words_release(struct ibp_words *words);

/* IBP_USAGE with the synopsis unless there are MIN to MAX plain words. */
enum ibp_status ibp_words_count(const struct ibp_run *run,
				const struct ibp_words *words, size_t min,
				size_t max, struct ibp_error *err);

/* IBP_USAGE where there are words at all. */
enum ibp_status ibp_words_none(const struct ibp_run *run,
			       struct ibp_error *err);

/* IBP_USAGE unless there are COUNT words, whatever they look like. */
enum ibp_status ibp_words_exactly(const struct ibp_run *run, size_t count,
				  struct ibp_error *err);

/* The field that was given under NAME, or NULL. */
const struct ibp_word *ibp_words_find(const struct ibp_words *words,
				      const char *name);

/* Its value; NULL where it was not given or is to be cleared. */
const char *ibp_words_value(const struct ibp_words *words, const char *name);

#endif
