/*
 * A published ArchiMate model as its file says it, before anything is made
 * of it: the same for both forms.
 *
 * Ids have "id-" in front.  Texts live in the arena; what is not there is
 * NULL.
 */
#ifndef IBP_EXCHANGE_ARCHI_H
#define IBP_EXCHANGE_ARCHI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/mem.h"

/* Ceilings. */
#define IBP_ARCHI_FILE_MAX ((size_t)256 * 1024 * 1024) /* an exchange file */
#define IBP_ARCHI_PART_MAX ((size_t)8 * 1024 * 1024)   /* a file of a tree */
#define IBP_ARCHI_FILES_MAX 200000
#define IBP_ARCHI_DEPTH_MAX 20 /* folders in folders */
#define IBP_ARCHI_ID_MAX 80

/* The figure that draws components inside functions. */
#define IBP_ARCHI_FIGURE "id-a2ee7129-af79-4532-a749-a22820c9f2b1"

#define IBP_ARCHI_NONE UINT32_MAX

/* The properties of an element that matter. */
enum ibp_archi_property {
	IBP_ARCHI_FORA_TYPE,
	IBP_ARCHI_PERSONAL_DATA,
	IBP_ARCHI_AVAILABILITY,
	IBP_ARCHI_INTEGRITY,
	IBP_ARCHI_CONFIDENTIALITY,
	IBP_ARCHI_RETENTION,
	IBP_ARCHI_PROPERTIES
};

struct ibp_archi_folder {
	const char *name; /* of the top: Business, Application, ... */
	uint32_t parent;  /* index, or IBP_ARCHI_NONE */
};

struct ibp_archi_element {
	const char *id;
	const char *type; /* of ArchiMate: BusinessFunction */
	const char *name;
	const char *text;
	uint32_t folder; /* index, or IBP_ARCHI_NONE */
	const char *properties[IBP_ARCHI_PROPERTIES];
};

struct ibp_archi_relation {
	const char *id;
	const char *type; /* without "Relationship": Serving */
	const char *source;
	const char *target;
	const char *access; /* Read, Write, ReadWrite, Access */
};

/* A box in the figure. */
struct ibp_archi_box {
	const char *element; /* id; NULL: of something else */
	uint32_t parent;     /* the box it is in, or IBP_ARCHI_NONE */
};

struct ibp_archi {
	struct ibp_arena arena;
	struct ibp_archi_folder *folders;
	size_t folder_count;
	size_t folder_capacity;
	struct ibp_archi_element *elements;
	size_t element_count;
	size_t element_capacity;
	struct ibp_archi_relation *relations;
	size_t relation_count;
	size_t relation_capacity;
	struct ibp_archi_box *boxes;
	size_t box_count;
	size_t box_capacity;
	bool has_figure;
};

/*
 * Reads PATH: a folder is an Archi (coArchi) tree, a file is ArchiMate Open
 * Exchange.  Links and devices in a tree are passed over, and no path that
 * stands in a file is ever opened.  With TEXTS the publisher's own texts are
 * taken along.  Faults are IBP_INPUT.
 */
enum ibp_status ibp_archi_load(const char *path, bool texts,
			       struct ibp_archi **archi, struct ibp_error *err);

/* An exchange file from memory; FILE is for messages only. */
enum ibp_status ibp_archi_parse(const char *file, const char *text,
				size_t length, bool texts,
				struct ibp_archi **archi,
				struct ibp_error *err);

void ibp_archi_free(struct ibp_archi *archi);

#endif
