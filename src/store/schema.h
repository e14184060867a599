/*
 * The tables of the board's file and how they came to be: a numbered list
 * of migrations that only ever grows.
 */
#ifndef IBP_STORE_SCHEMA_H
#define IBP_STORE_SCHEMA_H

#include "store/db.h"

#define IBP_APPLICATION_ID 0x49425046L          /* "IBPF" */
#define IBP_REGISTER_APPLICATION_ID 0x49425052L /* "IBPR" */

/* Statements of constant SQL; a NULL ends them. */
struct ibp_migration {
	const char *const *statements;
	/* What SQL cannot do, in the same transaction; may be NULL. */
	enum ibp_status (*then)(struct ibp_db *db, struct ibp_error *err);
};

/*
 * Number N, from 1, makes version N out of version N-1, in one transaction.
 * What an older reader could not read raises `min_reader` in table meta.
 */
struct ibp_schema {
	long application_id;
	const struct ibp_migration *migrations;
	long version; /* how many there are */
	/* msgids of what to do without the file, and where it is damaged. */
	const char *missing;
	const char *remedy;
};

extern const struct ibp_schema ibp_board_schema;
extern const struct ibp_schema ibp_register_schema;

/* The statements of version 3. */
extern const char *const ibp_schema_landscape[];

/* The version of the file as SQLite reads it. */
enum ibp_status ibp_schema_version(struct ibp_db *db, long *version,
				   struct ibp_error *err);

/* The oldest version whose programs can read the file. */
enum ibp_status ibp_schema_min_reader(struct ibp_db *db, long *min_reader,
				      struct ibp_error *err);

/* Runs what is missing, each in one transaction; a new file has all. */
enum ibp_status ibp_schema_migrate(struct ibp_db *db,
				   const struct ibp_schema *schema,
				   struct ibp_error *err);

#endif
