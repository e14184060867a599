#include "exchange/element_words.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

static char *typed(enum ibp_fora_type type, const char *name)
{
	struct ibp_buf word = {0};

	ibp_buf_addf(&word, "%s:%s", ibp_fora_type_words[type], name);
	return ibp_buf_take(&word);
}

void ibp_element_words_init(struct ibp_element_words *words,
			    const struct ibp_fora *fora)
{
	*words = (struct ibp_element_words){.fora = fora};
	for (size_t i = 0; i < fora->element_count; i++) {
		const struct ibp_fora_element *e = &fora->elements[i];
		char *word = typed(e->type, e->name);

		ibp_word_index_add(&words->index, word, i);
		ibp_word_index_add(&words->index, e->name, i);
		free(word);
	}
	ibp_word_index_finish(&words->index);
}

void ibp_element_words_release(struct ibp_element_words *words)
{
	ibp_word_index_release(&words->index);
}

uint32_t ibp_element_words_find(const struct ibp_element_words *words,
				const char *word)
{
	uint32_t index = ibp_fora_find(words->fora, word);
	char *component;
	size_t found;

	if (index != IBP_FORA_NONE)
		return index;
	component = typed(IBP_FORA_COMPONENT, word);
	found = ibp_word_index_find(&words->index, component);
	free(component);
	if (found == IBP_WORD_NONE)
		found = ibp_word_index_find(&words->index, word);
	return found == IBP_WORD_NONE ? IBP_FORA_NONE : (uint32_t)found;
}

const char *ibp_element_words_get(const struct ibp_element_words *words,
				  uint32_t element, struct ibp_arena *arena)
{
	const struct ibp_fora_element *e = &words->fora->elements[element];
	char *word = typed(e->type, e->name);
	const char *made = e->id;

	if (!strpbrk(word, IBP_ELEMENT_SEPARATORS) &&
	    ibp_word_index_find(&words->index, word) == element)
		made = ibp_arena_strdup(arena, word);
	free(word);
	return made;
}
