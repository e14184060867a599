/*
 * Memory.  A failed allocation ends the program: every change is on the
 * disk before it is answered, so there is nothing left to save, and every
 * size that comes from outside has a ceiling beside its parser.
 *
 * Models and one-shot results live in an arena and die together; what
 * grows lives in a buffer (base/buf.h) or an array grown by ibp_grow.
 */
#ifndef IBP_BASE_MEM_H
#define IBP_BASE_MEM_H

#include <stddef.h>

void *ibp_alloc(size_t size); /* zeroed */
void *ibp_realloc(void *old, size_t size);
char *ibp_strdup(const char *text); /* NULL stays NULL */
char *ibp_strndup(const char *text, size_t length);

/*
 * Room for at least NEED elements of SIZE bytes.  *CAPACITY counts
 * elements and doubles.  Returns the array, moved or not.
 */
void *ibp_grow(void *array, size_t *capacity, size_t need, size_t size);

struct ibp_arena_block;

/* Zero it before use; pointers stay valid until release. */
struct ibp_arena {
	struct ibp_arena_block *last;
	size_t total; /* bytes handed out */
};

void *ibp_arena_alloc(struct ibp_arena *arena, size_t size); /* zeroed */
char *ibp_arena_strdup(struct ibp_arena *arena, const char *text);
char *ibp_arena_strndup(struct ibp_arena *arena, const char *text,
			size_t length);
char *ibp_arena_printf(struct ibp_arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void ibp_arena_release(struct ibp_arena *arena);

/* A list of texts, most often in an arena. */
struct ibp_strings {
	const char **items;
	size_t count;
};

#endif
