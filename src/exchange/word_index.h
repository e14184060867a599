/*
 * Numbers found by a word, folded, in little time however many there are.
 */
#ifndef IBP_EXCHANGE_WORD_INDEX_H
#define IBP_EXCHANGE_WORD_INDEX_H

#include <stdbool.h>
#include <stddef.h>

#define IBP_WORD_NONE ((size_t)-1)

struct ibp_word_entry {
	char *folded;
	size_t value;
};

/* Zero it before use, release it after. */
struct ibp_word_index {
	struct ibp_word_entry *items;
	size_t count;
	size_t capacity;
};

void ibp_word_index_add(struct ibp_word_index *index, const char *word,
			size_t value);

/* Call it when everything is added. */
void ibp_word_index_finish(struct ibp_word_index *index);
void ibp_word_index_release(struct ibp_word_index *index);

/* The value of WORD; IBP_WORD_NONE: none, or several that differ. */
size_t ibp_word_index_find(const struct ibp_word_index *index,
			   const char *word);

/* The lowest of its values, where there are several. */
size_t ibp_word_index_first(const struct ibp_word_index *index,
			    const char *word);

#endif
