/*
 * Whatever bytes a file with a reference model has, they are refused with a
 * place and a sentence, or every index in the model leads somewhere.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "model/fora.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool good)
{
	if (!good)
		abort();
}

static void check_element(const struct ibp_fora *fora, uint32_t index)
{
	const struct ibp_fora_element *e = &fora->elements[index];
	struct ibp_arena arena = {0};
	size_t steps = 0;

	require(ibp_fora_find(fora, e->id) == index);
	require(ibp_fora_find(fora, ibp_fora_wiki_id(e->id, &arena)) == index);
	for (uint32_t at = index; at != IBP_FORA_NONE;
	     at = fora->elements[at].parent)
		require(++steps <= fora->element_count);
	require(e->domain == IBP_FORA_NONE ||
		fora->elements[e->domain].type == IBP_FORA_DOMAIN);
	ibp_arena_release(&arena);
}

static void check_lists(const struct ibp_fora *fora)
{
	size_t outgoing = 0;
	size_t incoming = 0;

	for (uint32_t i = 0; i < fora->element_count; i++) {
		outgoing += ibp_fora_outgoing(fora, i).count;
		incoming += ibp_fora_incoming(fora, i).count;
		require(ibp_fora_children(fora, i).count < fora->element_count);
	}
	require(outgoing == fora->relation_count);
	require(incoming == fora->relation_count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ibp_fora *fora = NULL;
	struct ibp_error err = {0};
	enum ibp_status status =
		ibp_fora_parse("fuzz", (const char *)data, size, &fora, &err);

	require(status == IBP_OK || (status == IBP_INPUT && err.count > 0));
	if (!status) {
		for (uint32_t i = 0; i < fora->element_count; i++)
			check_element(fora, i);
		check_lists(fora);
	}
	ibp_fora_free(fora);
	ibp_error_release(&err);
	return 0;
}
