#include "core/derived.h"

#include <string.h>

static void raise_to(struct ibp_rated *rated, enum ibp_fora_rating rating,
		     uint32_t object)
{
	if (rating > rated->rating)
		*rated = (struct ibp_rated){rating, object};
}

static void add_object(struct ibp_derived *derived,
		       const struct ibp_fora_element *object, uint32_t index)
{
	derived->objects++;
	raise_to(&derived->availability, object->availability, index);
	raise_to(&derived->integrity, object->integrity, index);
	raise_to(&derived->confidentiality, object->confidentiality, index);
	if (object->personal_data > derived->personal_data) {
		derived->personal_data = object->personal_data;
		derived->personal_object = index;
	}
}

struct ibp_derived *ibp_derived_all(const struct ibp_cover *cover,
				    struct ibp_arena *arena)
{
	const struct ibp_fora *fora = cover->fora;
	const struct ibp_sets *touched = &cover->touched;
	size_t count = cover->landscape->application_count;
	struct ibp_derived *all =
		ibp_arena_alloc(arena, (count + 1) * sizeof(*all));

	for (size_t a = 0; a < count; a++) {
		all[a].availability.object = IBP_FORA_NONE;
		all[a].integrity.object = IBP_FORA_NONE;
		all[a].confidentiality.object = IBP_FORA_NONE;
		all[a].personal_object = IBP_FORA_NONE;
	}
	for (uint32_t i = 0; i < fora->element_count; i++)
		for (size_t a = ibp_sets_next(touched, i, 0); a != SIZE_MAX;
		     a = ibp_sets_next(touched, i, a + 1))
			add_object(&all[a], &fora->elements[i], i);
	return all;
}

const char *ibp_rating_word(enum ibp_fora_rating rating)
{
	static const char *const words[] = {
		[IBP_FORA_UNRATED] = NULL,
		[IBP_FORA_LOW] = "low",
		[IBP_FORA_MEDIUM] = "medium",
		[IBP_FORA_HIGH] = "high",
	};

	return words[rating];
}

const char *ibp_personal_data_of(const struct ibp_application *application,
				 const struct ibp_derived *derived,
				 bool *is_derived)
{
	static const char *const words[] = {
		[IBP_FORA_UNANSWERED] = NULL,
		[IBP_FORA_NO] = "none",
		[IBP_FORA_YES] = "ordinary",
	};

	*is_derived = !application->personal_data;
	return *is_derived ? words[derived->personal_data] :
			     application->personal_data;
}

bool ibp_has_personal_data(const struct ibp_application *application,
			   const struct ibp_derived *derived)
{
	bool is_derived;
	const char *word =
		ibp_personal_data_of(application, derived, &is_derived);

	return word && strcmp(word, "none") != 0;
}
