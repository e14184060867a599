/*
 * The folder letters/ beside the register: a letter with the code for each
 * board, and the only lists that say which board or owner has which number.
 * Whoever sends the invitations keeps it, apart from the register.
 */
#ifndef IBP_CMD_MONITOR_LETTERS_H
#define IBP_CMD_MONITOR_LETTERS_H

#include <stdint.h>

#include "base/error.h"
#include "base/mem.h"
#include "core/invitation.h"
#include "core/summary.h"

/* Names and their numbers, as they stand in one of the lists. */
struct ibp_cmd_known_name {
	const char *folded;
	const char *name;
	uint64_t number;
};

struct ibp_cmd_names {
	struct ibp_cmd_known_name *items; /* by folded name, once sorted */
	size_t count;
	size_t capacity;
	size_t sorted; /* so many of them are */
};

/* Zero it before use. */
struct ibp_cmd_letters {
	struct ibp_arena arena;
	char *folder;
	struct ibp_cmd_names holders;
	struct ibp_cmd_names holdings;
	const char **written; /* letters of this run */
	size_t written_count;
	size_t written_capacity;
};

/* The folder of the register REGISTER_PATH; the lists may be absent. */
enum ibp_status ibp_cmd_letters_open(const char *register_path,
				     struct ibp_cmd_letters *letters,
				     struct ibp_error *err);
void ibp_cmd_letters_release(struct ibp_cmd_letters *letters);

/*
 * The number of NAME in NAMES; a new random one below 2^BITS, and not 0,
 * where it has none yet.
 */
enum ibp_status ibp_cmd_names_number(struct ibp_cmd_letters *letters,
				     struct ibp_cmd_names *names,
				     const char *name, int bits,
				     uint64_t *number, struct ibp_error *err);

struct ibp_cmd_letter {
	const char *board;
	const char *edition;
	const char *code;
	const char *token;
};
/* Writes one, over what a run that was broken off left behind. */
enum ibp_status ibp_cmd_letters_write(struct ibp_cmd_letters *letters,
				      const struct ibp_cmd_letter *letter,
				      struct ibp_error *err);
/* Writes both lists. */
enum ibp_status ibp_cmd_letters_keep(struct ibp_cmd_letters *letters,
				     struct ibp_error *err);
/* Removes the letters of this run: their invitations were not made. */
void ibp_cmd_letters_undo(struct ibp_cmd_letters *letters);

#endif
