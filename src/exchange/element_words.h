/*
 * Elements of FORA by what people call them in lists, and what to call them
 * there.
 */
#ifndef IBP_EXCHANGE_ELEMENT_WORDS_H
#define IBP_EXCHANGE_ELEMENT_WORDS_H

#include "exchange/word_index.h"
#include "model/fora.h"

/* Between the elements of one cell; a comma counts too where it may. */
#define IBP_ELEMENT_SEPARATORS ";|\n"

struct ibp_element_words {
	const struct ibp_fora *fora;
	struct ibp_word_index index; /* names and type:name */
};

/* FORA outlives it. */
void ibp_element_words_init(struct ibp_element_words *words,
			    const struct ibp_fora *fora);
void ibp_element_words_release(struct ibp_element_words *words);

/*
 * By id in any spelling, by type:name, or by name, which is first of all
 * that of a component.  IBP_FORA_NONE: none, or several.
 */
uint32_t ibp_element_words_find(const struct ibp_element_words *words,
				const char *word);

/* What finds ELEMENT again: type:name, or the id where that is not enough. */
const char *ibp_element_words_get(const struct ibp_element_words *words,
				  uint32_t element, struct ibp_arena *arena);

#endif
