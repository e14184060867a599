#include "core/sets.h"

#include <string.h>

#define WORD_BITS 64U

static uint64_t *row_of(const struct ibp_sets *sets, size_t row)
{
	return sets->bits + row * sets->words;
}

struct ibp_sets ibp_sets_new(size_t rows, size_t members,
			     struct ibp_arena *arena)
{
	struct ibp_sets sets = {rows, members / WORD_BITS + 1, NULL};

	sets.bits = ibp_arena_alloc(arena, (rows + 1) * sets.words *
						   sizeof(*sets.bits));
	return sets;
}

void ibp_sets_add(struct ibp_sets *sets, size_t row, size_t member)
{
	row_of(sets, row)[member / WORD_BITS] |= UINT64_C(1)
						 << member % WORD_BITS;
}

bool ibp_sets_has(const struct ibp_sets *sets, size_t row, size_t member)
{
	return row_of(sets, row)[member / WORD_BITS] >> member % WORD_BITS & 1;
}

bool ibp_sets_join(struct ibp_sets *sets, size_t to, size_t from)
{
	uint64_t *into = row_of(sets, to);
	const uint64_t *out = row_of(sets, from);
	uint64_t grown = 0;

	for (size_t i = 0; i < sets->words; i++) {
		grown |= out[i] & ~into[i];
		into[i] |= out[i];
	}
	return grown != 0;
}

void ibp_sets_add_all(struct ibp_sets *sets, const struct ibp_sets *other)
{
	for (size_t i = 0; i < sets->rows * sets->words; i++)
		sets->bits[i] |= other->bits[i];
}

size_t ibp_sets_count(const struct ibp_sets *sets, size_t row)
{
	const uint64_t *words = row_of(sets, row);
	size_t count = 0;

	for (size_t i = 0; i < sets->words; i++)
		count += (size_t)__builtin_popcountll(words[i]);
	return count;
}

size_t ibp_sets_count_common(const struct ibp_sets *sets, size_t a, size_t b)
{
	const uint64_t *one = row_of(sets, a);
	const uint64_t *other = row_of(sets, b);
	size_t count = 0;

	for (size_t i = 0; i < sets->words; i++)
		count += (size_t)__builtin_popcountll(one[i] & other[i]);
	return count;
}

bool ibp_sets_is_empty(const struct ibp_sets *sets, size_t row)
{
	return ibp_sets_next(sets, row, 0) == SIZE_MAX;
}

bool ibp_sets_meet(const struct ibp_sets *sets, size_t a, size_t b)
{
	const uint64_t *one = row_of(sets, a);
	const uint64_t *other = row_of(sets, b);

	for (size_t i = 0; i < sets->words; i++)
		if (one[i] & other[i])
			return true;
	return false;
}

size_t ibp_sets_next(const struct ibp_sets *sets, size_t row, size_t member)
{
	const uint64_t *words = row_of(sets, row);
	size_t at = member / WORD_BITS;
	uint64_t word;

	if (at >= sets->words)
		return SIZE_MAX;
	word = words[at] & UINT64_MAX << member % WORD_BITS;
	while (!word) {
		if (++at == sets->words)
			return SIZE_MAX;
		word = words[at];
	}
	return at * WORD_BITS + (size_t)__builtin_ctzll(word);
}

size_t *ibp_sets_members(const struct ibp_sets *sets, size_t row,
			 const struct ibp_sets *without,
			 struct ibp_arena *arena, size_t *count)
{
	size_t *members = ibp_arena_alloc(
		arena, (ibp_sets_count(sets, row) + 1) * sizeof(*members));

	*count = 0;
	for (size_t m = ibp_sets_next(sets, row, 0); m != SIZE_MAX;
	     m = ibp_sets_next(sets, row, m + 1))
		if (!without || !ibp_sets_has(without, row, m))
			members[(*count)++] = m;
	return members;
}

size_t *ibp_sets_common(const struct ibp_sets *sets, size_t a, size_t b,
			struct ibp_arena *arena, size_t *count)
{
	size_t *members = ibp_arena_alloc(arena, (ibp_sets_count(sets, a) + 1) *
							 sizeof(*members));

	*count = 0;
	for (size_t m = ibp_sets_next(sets, a, 0); m != SIZE_MAX;
	     m = ibp_sets_next(sets, a, m + 1))
		if (ibp_sets_has(sets, b, m))
			members[(*count)++] = m;
	return members;
}
