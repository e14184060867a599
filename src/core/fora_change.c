#include "core/fora_change.h"

#include "base/text.h"

unsigned ibp_fora_compare(const struct ibp_fora *from, uint32_t index,
			  const struct ibp_fora *to, uint32_t *became)
{
	const struct ibp_fora_element *old = &from->elements[index];
	const struct ibp_fora_element *new;
	unsigned bits = 0;

	*became = ibp_fora_find(to, old->id);
	if (*became == IBP_FORA_NONE)
		return IBP_FORA_DROPPED;
	new = &to->elements[*became];
	if (!ibp_text_equal(old->name, new->name))
		bits |= IBP_FORA_RENAMED;
	if (!ibp_text_equal(old->parent_id, new->parent_id) ||
	    !ibp_text_equal(old->domain_id, new->domain_id))
		bits |= IBP_FORA_MOVED;
	if (old->type != new->type)
		bits |= IBP_FORA_RETYPED;
	return bits;
}

size_t ibp_fora_count_new(const struct ibp_fora *from,
			  const struct ibp_fora *to)
{
	size_t count = 0;

	for (size_t i = 0; i < to->element_count; i++)
		count += ibp_fora_find(from, to->elements[i].id) ==
			 IBP_FORA_NONE;
	return count;
}

/* One place or exclusion: KEY of SUBJECT, on the element with this ID. */
static void carry(enum ibp_subject subject, const char *key, const char *id,
		  const struct ibp_fora *from, const struct ibp_fora *to,
		  struct ibp_changes *changes)
{
	uint32_t index = ibp_fora_find(from, id);
	uint32_t became = ibp_fora_find(to, id);
	unsigned bits;

	/* An element that was gone before says nothing new by being gone. */
	if (index == IBP_FORA_NONE)
		bits = became == IBP_FORA_NONE ? 0 : IBP_FORA_RENAMED;
	else
		bits = ibp_fora_compare(from, index, to, &became);
	if (bits & IBP_FORA_RENAMED)
		ibp_changes_add(changes, subject, 0, key, "element_name", NULL,
				to->elements[became].name);
	if (bits)
		ibp_changes_add(changes, subject, 0, key, "look_again", NULL,
				"yes");
}

void ibp_landscape_upgrade(const struct ibp_landscape *landscape,
			   const struct ibp_fora *from,
			   const struct ibp_fora *to,
			   struct ibp_changes *changes)
{
	ibp_changes_add(changes, IBP_SUBJECT_BOARD, 0, "", "fora",
			landscape->fora_version, to->version);
	for (size_t i = 0; i < landscape->placement_count; i++) {
		const struct ibp_placement *p = &landscape->placements[i];

		carry(IBP_SUBJECT_PLACEMENT,
		      ibp_arena_printf(&changes->arena, "%ld", p->id),
		      p->element_id, from, to, changes);
	}
	for (size_t i = 0; i < landscape->exclusion_count; i++) {
		const char *id = landscape->exclusions[i].element_id;

		carry(IBP_SUBJECT_EXCLUSION, id, id, from, to, changes);
	}
}
