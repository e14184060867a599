/*
 * The FORA reference architecture: the immutable value made from
 * fora-model/fora/VERSION.yaml.
 *
 * An element is known by the publisher's identifier, never by its name: of
 * 573 elements followed over five dates 186 were renamed.  All pointers live
 * as long as the model.  What the file leaves out is NULL.
 */
#ifndef IBP_MODEL_FORA_H
#define IBP_MODEL_FORA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/mem.h"

/* What is larger is refused before it is read. */
#define IBP_FORA_FILE_MAX ((size_t)16 * 1024 * 1024)
#define IBP_FORA_ELEMENTS_MAX 50000
#define IBP_FORA_RELATIONS_MAX 200000
#define IBP_FORA_DOMAINS_MAX 100
#define IBP_FORA_ID_MAX 80
#define IBP_FORA_TEXT_MAX 20000 /* bytes of one text of the publisher */

/* No such element. */
#define IBP_FORA_NONE UINT32_MAX

/* FORA's own types, from the top of the architecture down. */
enum ibp_fora_type {
	IBP_FORA_DOMAIN,
	IBP_FORA_MAIN_FUNCTION,
	IBP_FORA_FUNCTION,
	IBP_FORA_PROCESS,
	IBP_FORA_WORK_PROCESS,
	IBP_FORA_PROCESS_STEP,
	IBP_FORA_EVENT,
	IBP_FORA_COMPONENT,
	IBP_FORA_APPLICATION_FUNCTION,
	IBP_FORA_INFORMATION_OBJECT,
	IBP_FORA_DATA_SET,
	IBP_FORA_DATA_ELEMENT,
	IBP_FORA_ROLE,
	IBP_FORA_ACTOR,
	IBP_FORA_COLLABORATION,
	IBP_FORA_NATIONAL_FACILITY,
	IBP_FORA_APPLICATION_SERVICE,
	IBP_FORA_NATIONAL_SERVICE,
	IBP_FORA_STANDARD,
	IBP_FORA_STANDARD_VERSION,
	IBP_FORA_LAW,
	IBP_FORA_NETWORK_SERVICE,
	IBP_FORA_DEVICE,
	IBP_FORA_GROUPING,
	IBP_FORA_OTHER,
	IBP_FORA_TYPES
};

/* The folders of the publisher: actueel, todo, vervallen. */
enum ibp_fora_status {
	IBP_FORA_CURRENT,
	IBP_FORA_DRAFT,
	IBP_FORA_EXPIRED,
	IBP_FORA_UNKNOWN
};

enum ibp_fora_relation_type {
	IBP_FORA_COMPOSITION,
	IBP_FORA_AGGREGATION,
	IBP_FORA_ASSIGNMENT,
	IBP_FORA_REALIZATION,
	IBP_FORA_SERVING,
	IBP_FORA_ACCESS,
	IBP_FORA_INFLUENCE,
	IBP_FORA_TRIGGERING,
	IBP_FORA_FLOW,
	IBP_FORA_SPECIALIZATION,
	IBP_FORA_ASSOCIATION,
	IBP_FORA_RELATION_TYPES
};

/* Of IBP_FORA_ACCESS: mostly a default of the publisher's tool. */
enum ibp_fora_access {
	IBP_FORA_ACCESS_NONE, /* another type of relation */
	IBP_FORA_ACCESS_UNSPECIFIED,
	IBP_FORA_ACCESS_READ,
	IBP_FORA_ACCESS_WRITE,
	IBP_FORA_ACCESS_READWRITE
};

enum ibp_fora_rating {
	IBP_FORA_UNRATED,
	IBP_FORA_LOW,
	IBP_FORA_MEDIUM,
	IBP_FORA_HIGH
};

enum ibp_fora_answer { IBP_FORA_UNANSWERED, IBP_FORA_NO, IBP_FORA_YES };

/* What expects_system rests on. */
enum ibp_fora_basis {
	IBP_FORA_BY_VIEW, /* the chain, and the publisher's figure */
	IBP_FORA_BY_CHAIN /* assignment and serving; there was no figure */
};

struct ibp_fora_element {
	const char *id; /* as the publisher's, with "id-" in front */
	enum ibp_fora_type type;
	const char *name;
	const char *parent_id;
	const char *domain_id;
	enum ibp_fora_status status;
	/* Of (main) functions: an empty cell is not normal. */
	enum ibp_fora_answer expects_system;
	/* Of information objects. */
	enum ibp_fora_answer personal_data;
	enum ibp_fora_rating availability;
	enum ibp_fora_rating integrity;
	enum ibp_fora_rating confidentiality;
	const char *retention;
	/* The publisher's own; in files for private use only. */
	const char *text;
	/* Ours, in Dutch: model/fora_texts.h has it in every language. */
	const char *description;
	uint32_t parent; /* index, or IBP_FORA_NONE */
	uint32_t domain;
};

struct ibp_fora_relation {
	enum ibp_fora_relation_type type;
	const char *source_id;
	const char *target_id;
	enum ibp_fora_access access;
	uint32_t source; /* index */
	uint32_t target;
};

/* For every element its own part of one list of indexes. */
struct ibp_fora_lists {
	uint32_t *starts; /* element_count + 1 */
	uint32_t *items;
};

struct ibp_fora {
	struct ibp_arena arena;
	const char *schema;
	const char *version; /* the day of the publisher's edition */
	const char *commit;
	const char *source;
	enum ibp_fora_basis basis;
	struct ibp_strings domains; /* ids */
	struct ibp_fora_element *elements;
	size_t element_count;
	struct ibp_fora_relation *relations;
	size_t relation_count;
	/* Filled after reading; see ibp_fora_find and its neighbours. */
	uint32_t *table; /* by id */
	size_t table_size;
	struct ibp_fora_lists outgoing; /* relations by source */
	struct ibp_fora_lists incoming; /* relations by target */
	struct ibp_fora_lists children; /* elements by parent */
};

/* One element's part of a list: indexes of relations or elements. */
struct ibp_fora_slice {
	const uint32_t *items;
	size_t count;
};

/*
 * Reads and checks a whole file.  Faults come as FILE:LINE:COLUMN, up to
 * IBP_ERROR_MAX at once, status IBP_INPUT.
 */
enum ibp_status ibp_fora_load(const char *path, struct ibp_fora **fora,
			      struct ibp_error *err);

/* The same from memory; PATH is for messages only. */
enum ibp_status ibp_fora_parse(const char *path, const char *text,
			       size_t length, struct ibp_fora **fora,
			       struct ibp_error *err);

/*
 * DATA_DIR/fora-model/fora/VERSION.yaml with our descriptions.  A VERSION of
 * NULL is the newest.  An unknown one is IBP_INPUT, with those that exist.
 */
enum ibp_status ibp_fora_open(const char *data_dir, const char *version,
			      struct ibp_fora **fora, struct ibp_error *err);

void ibp_fora_free(struct ibp_fora *fora);

/* The versions in DATA_DIR, oldest first, into ARENA. */
struct ibp_strings ibp_fora_versions(const char *data_dir,
				     struct ibp_arena *arena);

/*
 * By id: with or without "id-", with dashes anywhere or nowhere, as the
 * publisher's wiki has it (8-4-5-4-11).  IBP_FORA_NONE: not there.
 */
uint32_t ibp_fora_find(const struct ibp_fora *fora, const char *id);

/*
 * By id, by type:name ("component:Agendasysteem") or by name, where that is
 * one element; letters of either case.  None or several: IBP_INPUT, with
 * what was meant.
 */
enum ibp_status ibp_fora_look_up(const struct ibp_fora *fora, const char *word,
				 uint32_t *index, struct ibp_error *err);

/* Relations by source or target, elements by parent. */
struct ibp_fora_slice ibp_fora_outgoing(const struct ibp_fora *fora,
					uint32_t index);
struct ibp_fora_slice ibp_fora_incoming(const struct ibp_fora *fora,
					uint32_t index);
struct ibp_fora_slice ibp_fora_children(const struct ibp_fora *fora,
					uint32_t index);

/* The id as it stands in addresses of the publisher's wiki, into ARENA. */
const char *ibp_fora_wiki_id(const char *id, struct ibp_arena *arena);

/* The words of the file, of JSON and of the command line; each ends NULL. */
extern const char *const ibp_fora_type_words[];
extern const char *const ibp_fora_status_words[];
extern const char *const ibp_fora_relation_words[];
extern const char *const ibp_fora_access_words[];
extern const char *const ibp_fora_rating_words[];
extern const char *const ibp_fora_answer_words[];
extern const char *const ibp_fora_basis_words[];

/* For people, translated. */
const char *ibp_fora_type_label(enum ibp_fora_type type);
const char *ibp_fora_status_label(enum ibp_fora_status status);
const char *ibp_fora_relation_label(enum ibp_fora_relation_type type);

#endif
