/* Reading whole things out of the file, with every value looked at. */
#ifndef IBP_STORE_READ_H
#define IBP_STORE_READ_H

#include "store/internal.h"
#include "store/subject.h"

/* The things of SUBJECT, a row each with the key in column 0. */
enum ibp_status ibp_read_list(struct ibp_store *store, enum ibp_subject subject,
			      long assessment, struct ibp_query **query,
			      struct ibp_error *err);

/*
 * The value of column number INDEX of the subject in the row of QUERY, in
 * ARENA.  One that a person could not have set: IBP_DATA.
 */
enum ibp_status ibp_read_value(struct ibp_store *store,
			       enum ibp_subject subject, size_t index,
			       struct ibp_query *query, struct ibp_arena *arena,
			       const char **value, struct ibp_error *err);

/* Every value of the row into the member of its field in THING. */
enum ibp_status ibp_read_thing(struct ibp_store *store,
			       enum ibp_subject subject,
			       struct ibp_query *query,
			       const struct ibp_member *members,
			       struct ibp_arena *arena, void *thing,
			       struct ibp_error *err);

/* The key of the row as a text in ARENA. */
enum ibp_status ibp_read_key(struct ibp_store *store, struct ibp_query *query,
			     struct ibp_arena *arena, const char **key,
			     struct ibp_error *err);

/* The board's schools by number, in ARENA. */
enum ibp_status ibp_read_schools(struct ibp_store *store,
				 struct ibp_arena *arena,
				 struct ibp_school **schools, size_t *count,
				 struct ibp_error *err);

/* IBP_DATA: WHERE holds what does not belong there. */
enum ibp_status ibp_read_unsound(const struct ibp_store *store,
				 const char *where, struct ibp_error *err);

#endif
