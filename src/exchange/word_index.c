#include "exchange/word_index.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

void ibp_word_index_add(struct ibp_word_index *index, const char *word,
			size_t value)
{
	index->items = ibp_grow(index->items, &index->capacity,
				index->count + 1, sizeof(*index->items));
	index->items[index->count++] =
		(struct ibp_word_entry){ibp_text_fold(word), value};
}

static int by_word(const void *a, const void *b)
{
	const struct ibp_word_entry *one = a;
	const struct ibp_word_entry *other = b;

	return strcmp(one->folded, other->folded);
}

void ibp_word_index_finish(struct ibp_word_index *index)
{
	if (index->count)
		qsort(index->items, index->count, sizeof(*index->items),
		      by_word);
}

void ibp_word_index_release(struct ibp_word_index *index)
{
	for (size_t i = 0; i < index->count; i++)
		free(index->items[i].folded);
	free(index->items);
	*index = (struct ibp_word_index){0};
}

/* The lowest and highest value of the entries with the word of FOUND. */
static void range(const struct ibp_word_index *index,
		  const struct ibp_word_entry *found, size_t *lowest,
		  size_t *highest)
{
	const struct ibp_word_entry *end = index->items + index->count;

	while (found > index->items && !by_word(found - 1, found))
		found--;
	*lowest = *highest = found->value;
	for (const struct ibp_word_entry *entry = found;
	     entry < end && !by_word(entry, found); entry++) {
		*lowest = entry->value < *lowest ? entry->value : *lowest;
		*highest = entry->value > *highest ? entry->value : *highest;
	}
}

static bool find(const struct ibp_word_index *index, const char *word,
		 size_t *lowest, size_t *highest)
{
	struct ibp_word_entry key = {.folded = ibp_text_fold(word)};
	const struct ibp_word_entry *found = NULL;

	if (index->count)
		found = bsearch(&key, index->items, index->count, sizeof(key),
				by_word);
	free(key.folded);
	if (found)
		range(index, found, lowest, highest);
	return found != NULL;
}

size_t ibp_word_index_find(const struct ibp_word_index *index, const char *word)
{
	size_t lowest;
	size_t highest;

	return find(index, word, &lowest, &highest) && lowest == highest ?
		       lowest :
		       IBP_WORD_NONE;
}

size_t ibp_word_index_first(const struct ibp_word_index *index,
			    const char *word)
{
	size_t lowest;
	size_t highest;

	return find(index, word, &lowest, &highest) ? lowest : IBP_WORD_NONE;
}
