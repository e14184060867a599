/* What the files of the register share. */
#ifndef IBP_STORE_REGISTER_INTERNAL_H
#define IBP_STORE_REGISTER_INTERNAL_H

#include "store/internal.h"
#include "store/register.h"

struct ibp_register {
	struct ibp_store *store; /* the file, its lease and its name */
};

/* IBP_DATA: TABLE holds what the programs never put there. */
enum ibp_status ibp_register_unsound(const struct ibp_register *reg,
				     const char *table, struct ibp_error *err);

/* A query of REG with ":edition" bound, where EDITION is not NULL. */
enum ibp_status ibp_register_query(struct ibp_register *reg, const char *sql,
				   const char *edition,
				   struct ibp_query **query,
				   struct ibp_error *err);

void ibp_register_bind_token(struct ibp_query *query, const char *name,
			     uint64_t token);

/* The place of the text in COLUMN among CODES; -1: it is not there. */
int ibp_register_code(struct ibp_query *query, int column,
		      const char *const *codes, int count);

#endif
