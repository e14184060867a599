/*
 * What an element is, in a sentence: our own words by id for all editions,
 * in fora-model/descriptions.yaml (Dutch) and the catalogue ibp-content.
 */
#ifndef IBP_MODEL_FORA_TEXTS_H
#define IBP_MODEL_FORA_TEXTS_H

#include "model/fora.h"

#define IBP_FORA_TEXTS_FILE_MAX ((size_t)4 * 1024 * 1024)
#define IBP_FORA_TEXTS_MAX 20000

struct ibp_fora_sentence {
	const char *id;
	const char *text;
	size_t line;
};

struct ibp_fora_texts {
	struct ibp_arena arena;
	const char *schema;
	struct ibp_fora_sentence *items;
	size_t count;
};

/* An id that stands twice is IBP_INPUT. */
enum ibp_status ibp_fora_texts_load(const char *path,
				    struct ibp_fora_texts **texts,
				    struct ibp_error *err);
void ibp_fora_texts_free(struct ibp_fora_texts *texts);

/* Copies the sentence of each element that has one. */
void ibp_fora_texts_join(const struct ibp_fora_texts *texts,
			 struct ibp_fora *fora);

/*
 * The publisher's own text where the file has it, else ours in the language
 * of this run; NULL: neither.
 */
const char *ibp_fora_description(const struct ibp_fora_element *element);

#endif
