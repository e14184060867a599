#include "base/mem.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE ((size_t)64 * 1024)

struct ibp_arena_block {
	struct ibp_arena_block *previous;
	size_t used;
	size_t size;
	alignas(max_align_t) char data[];
};

/* Nothing can be said politely without memory; the data file is sound. */
static void *checked(void *memory)
{
	if (!memory)
		abort();
	return memory;
}

void *ibp_alloc(size_t size)
{
	return checked(calloc(1, size ? size : 1));
}

void *ibp_realloc(void *old, size_t size)
{
	return checked(realloc(old, size ? size : 1));
}

char *ibp_strdup(const char *text)
{
	return text ? ibp_strndup(text, strlen(text)) : NULL;
}

char *ibp_strndup(const char *text, size_t length)
{
	char *copy = ibp_alloc(length + 1);

	memcpy(copy, text, length);
	return copy;
}

void *ibp_grow(void *array, size_t *capacity, size_t need, size_t size)
{
	size_t wanted = *capacity ? *capacity : 8;

	if (need <= *capacity)
		return array;
	while (wanted < need)
		wanted *= 2;
	if (wanted > SIZE_MAX / size)
		abort();
	*capacity = wanted;
	return ibp_realloc(array, wanted * size);
}

static struct ibp_arena_block *add_block(struct ibp_arena *arena, size_t need)
{
	size_t size = need > BLOCK_SIZE ? need : BLOCK_SIZE;
	struct ibp_arena_block *block = ibp_alloc(sizeof(*block) + size);

	block->size = size;
	block->previous = arena->last;
	arena->last = block;
	return block;
}

void *ibp_arena_alloc(struct ibp_arena *arena, size_t size)
{
	size_t step = alignof(max_align_t);
	size_t rounded = (size + step - 1) / step * step;
	struct ibp_arena_block *block = arena->last;
	void *memory;

	if (rounded < size)
		abort();
	if (!block || block->size - block->used < rounded)
		block = add_block(arena, rounded);
	memory = block->data + block->used;
	block->used += rounded;
	arena->total += rounded;
	return memory;
}

char *ibp_arena_strndup(struct ibp_arena *arena, const char *text,
			size_t length)
{
	char *copy = ibp_arena_alloc(arena, length + 1);

	memcpy(copy, text, length);
	return copy;
}

char *ibp_arena_strdup(struct ibp_arena *arena, const char *text)
{
	return text ? ibp_arena_strndup(arena, text, strlen(text)) : NULL;
}

char *ibp_arena_printf(struct ibp_arena *arena, const char *format, ...)
{
	va_list args;
	char *text;
	int length;

	va_start(args, format);
	length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (length < 0)
		abort();
	text = ibp_arena_alloc(arena, (size_t)length + 1);
	va_start(args, format);
	vsnprintf(text, (size_t)length + 1, format, args);
	va_end(args);
	return text;
}

void ibp_arena_release(struct ibp_arena *arena)
{
	while (arena->last) {
		struct ibp_arena_block *block = arena->last;

		arena->last = block->previous;
		free(block);
	}
	arena->total = 0;
}
