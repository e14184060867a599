/* What the questions are answered with: made once after each change. */
#include <stdlib.h>

#include "base/i18n.h"
#include "tui/map_desk.h"

/* More applications than this are one sign. */
#define SIGN_MAX 9

void ibp_map_answers_drop(struct ibp_map_answers *answers)
{
	if (answers->has_functions)
		ibp_coverage_release(&answers->functions);
	ibp_arena_release(&answers->arena);
	ibp_cover_free(answers->cover);
	*answers = (struct ibp_map_answers){0};
}

const struct ibp_cover *ibp_map_cover(struct ibp_map *map)
{
	if (!map->answers.cover)
		map->answers.cover =
			ibp_cover_new(map->fora, map->now, map->setup->today);
	return map->answers.cover;
}

const struct ibp_coverage *ibp_map_functions(struct ibp_map *map)
{
	if (!map->answers.has_functions)
		ibp_coverage_of_functions(ibp_map_cover(map),
					  &map->answers.functions);
	map->answers.has_functions = true;
	return &map->answers.functions;
}

const struct ibp_derived *ibp_map_derived(struct ibp_map *map)
{
	if (!map->answers.derived)
		map->answers.derived = ibp_derived_all(ibp_map_cover(map),
						       &map->answers.arena);
	return map->answers.derived;
}

char ibp_map_sign(const struct ibp_cover *cover, uint32_t element)
{
	size_t served = ibp_element_served(cover, element);

	switch (ibp_element_state(cover, element)) {
	case IBP_ELEMENT_EXCLUDED:
		return 'x';
	case IBP_ELEMENT_COVERED:
		return served > SIGN_MAX ? '+' : (char)('0' + served);
	case IBP_ELEMENT_GAP:
		return ibp_element_planned(cover, element) ? 'p' : '?';
	case IBP_ELEMENT_PLANNED:
		return 'p';
	case IBP_ELEMENT_NONE_NEEDED:
		break;
	}
	return '.';
}

void ibp_map_add_state(const struct ibp_cover *cover, uint32_t element,
		       struct ibp_buf *text)
{
	size_t served = ibp_element_served(cover, element);

	switch (ibp_element_state(cover, element)) {
	case IBP_ELEMENT_EXCLUDED:
		ibp_buf_add(text, _("not for us"));
		break;
	case IBP_ELEMENT_COVERED:
		ibp_buf_addf(text,
			     ibp_ngettext("%zu application", "%zu applications",
					  served),
			     served);
		break;
	case IBP_ELEMENT_GAP:
		ibp_buf_add(text, ibp_element_planned(cover, element) ?
					  _("gap, planned") :
					  C_("coverage", "gap"));
		break;
	case IBP_ELEMENT_PLANNED:
		ibp_buf_add(text, C_("coverage", "planned"));
		break;
	case IBP_ELEMENT_NONE_NEEDED:
		ibp_buf_add(text, C_("coverage", "none needed"));
		break;
	}
}

void ibp_map_add_names(const struct ibp_cover *cover,
		       const struct ibp_sets *sets, size_t row,
		       const struct ibp_sets *without, struct ibp_buf *text)
{
	bool first = true;

	for (size_t m = ibp_sets_next(sets, row, 0); m != SIZE_MAX;
	     m = ibp_sets_next(sets, row, m + 1)) {
		if (without && ibp_sets_has(without, row, m))
			continue;
		ibp_buf_addf(text, "%s%s", first ? "" : ", ",
			     cover->landscape->applications[m].name);
		first = false;
	}
}
