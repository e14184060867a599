/*
 * What a file from outside says about the applications of a board, whatever
 * its form: a list in CSV, the JSON of `export`, or a model of ArchiMate.
 * Values are canonical; names of schools, applications and elements are as
 * they stand there, to be looked up when they are compared with
 * the board's: exchange/landscape_import.h.
 */
#ifndef IBP_EXCHANGE_ARRIVAL_H
#define IBP_EXCHANGE_ARRIVAL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/mem.h"
#include "core/landscape.h"
#include "exchange/application_columns.h"

/* Ceilings on what one file may hold. */
#define IBP_ARRIVALS_MAX 10000        /* applications */
#define IBP_ARRIVAL_THINGS_MAX 200000 /* of any other kind */
#define IBP_ARRIVAL_LIST_MAX 500      /* schools or places of one of them */

/* Where something stands: on a line, or in a list ("applications[3]"). */
struct ibp_spot {
	const char *path; /* NULL: it is on a line */
	size_t line;
	size_t column; /* from 1; 0: the whole row */
};

struct ibp_arrival_value {
	const char *value; /* NULL: to be cleared */
	unsigned column;
	bool given;
};

/* A school, as it is called there; a cell may hold several. */
struct ibp_arrival_name {
	const char *name;
	unsigned column;
	bool is_cell;
};

struct ibp_arrival_place {
	const char *element; /* an id, type:name, or a cell of several */
	const char *name;    /* of when it was placed; NULL: as it is now */
	const char *kind;    /* canonical; NULL: main */
	const char *note;
	bool has_note; /* the file says it, or that there is none */
	const char *look_again;
	unsigned column;
	bool is_cell;
};

/* An application.  Lists are whole lists where they are given. */
struct ibp_arrival {
	struct ibp_spot at;
	bool is_merged; /* into an earlier one: not there any more */
	struct ibp_arrival_value values[IBP_APPLICATION_VALUES];
	bool has_schools;
	bool has_places[3]; /* by enum ibp_placement_kind */
	struct ibp_arrival_name *schools;
	size_t school_count;
	size_t school_capacity;
	struct ibp_arrival_place *places;
	size_t place_count;
	size_t place_capacity;
};

struct ibp_arrival_school {
	struct ibp_spot at;
	const char *name;
	const char *brin;
	const char *sector;
};

struct ibp_arrival_coupling {
	struct ibp_spot at;
	const char *from; /* names of applications */
	const char *to;
	const char *data;
	const char *direction;
	const char *via;
	const char *standard;
};

struct ibp_arrival_exclusion {
	struct ibp_spot at;
	const char *element;
	const char *name;
	const char *reason;
	const char *look_again;
};

/* A row of a list that was taken together with an earlier one. */
struct ibp_arrival_double {
	struct ibp_spot at;
	const char *name;
	size_t first; /* line */
};

/* Zero it before use, release it after. */
struct ibp_arrivals {
	struct ibp_arena arena;
	const char *edition; /* of FORA that it is about; NULL: not said */
	struct ibp_arrival *items;
	size_t count;
	size_t capacity;
	struct ibp_arrival_school *schools; /* to be added where they lack */
	size_t school_count;
	size_t school_capacity;
	struct ibp_arrival_coupling *couplings;
	size_t coupling_count;
	size_t coupling_capacity;
	struct ibp_arrival_exclusion *exclusions;
	size_t exclusion_count;
	size_t exclusion_capacity;
	struct ibp_arrival_double *doubles;
	size_t double_count;
	size_t double_capacity;
};

void ibp_arrivals_release(struct ibp_arrivals *arrivals);

/* New ones, zeroed; valid until the next.  NULL: there are too many. */
struct ibp_arrival *ibp_arrivals_add(struct ibp_arrivals *arrivals);
struct ibp_arrival_name *ibp_arrival_add_school(struct ibp_arrival *arrival);
struct ibp_arrival_place *ibp_arrival_add_place(struct ibp_arrival *arrival);
struct ibp_arrival_school *ibp_arrivals_add_school(
	struct ibp_arrivals *arrivals);
struct ibp_arrival_coupling *ibp_arrivals_add_coupling(
	struct ibp_arrivals *arrivals);
struct ibp_arrival_exclusion *ibp_arrivals_add_exclusion(
	struct ibp_arrivals *arrivals);
struct ibp_arrival_double *ibp_arrivals_add_double(
	struct ibp_arrivals *arrivals);

/*
 * Takes rows about the same application together, in the way of lists with
 * a row for each school: what one row leaves empty another may say, and the
 * schools and places add up.  Two that say different things are a fault.
 */
struct ibp_arrival_reader;
void ibp_arrivals_merge(const struct ibp_arrival_reader *reader);

/* What readers work on. */
struct ibp_arrival_reader {
	const char *file;
	const char *today;
	struct ibp_arrivals *arrivals;
	const struct ibp_labels *labels;
	struct ibp_error *err;
};

/* Tells a fault with its place. */
void ibp_arrival_fault(const struct ibp_arrival_reader *reader,
		       const struct ibp_spot *at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/*
 * TEXT as the value of FIELD, canonical or in words of people, in the arena;
 * *VALUE is NULL where TEXT is empty.  False: a fault.
 */
bool ibp_arrival_parse(const struct ibp_arrival_reader *reader,
		       const struct ibp_spot *at, const struct ibp_field *field,
		       const char *text, const char **value);

#endif
