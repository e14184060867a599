/* confirm: a person looked again at places that an upgrade touched. */
#include "base/i18n.h"
#include "base/text.h"
#include "cmd/map.h"

static void clear(enum ibp_subject subject, const char *key,
		  struct ibp_changes *changes)
{
	ibp_changes_add(changes, subject, 0, key, "look_again", "yes", NULL);
}

static void clear_place(const struct ibp_placement *placement,
			struct ibp_changes *changes)
{
	if (placement->look_again)
		clear(IBP_SUBJECT_PLACEMENT,
		      ibp_arena_printf(&changes->arena, "%ld", placement->id),
		      changes);
}

static bool is_named(const char *id, const char *name, const char *word)
{
	return ibp_text_equal(id, word) || ibp_text_equal(name, word);
}

/* WORD is an element, by the id or the name of its place. */
static bool confirm_element(const struct ibp_landscape *l, const char *word,
			    struct ibp_changes *changes)
{
	bool found = false;

	for (size_t i = 0; i < l->placement_count; i++) {
		const struct ibp_placement *p = &l->placements[i];

		if (!is_named(p->element_id, p->element_name, word))
			continue;
		clear_place(p, changes);
		found = true;
	}
	for (size_t i = 0; i < l->exclusion_count; i++) {
		const struct ibp_exclusion *e = &l->exclusions[i];

		if (!is_named(e->element_id, e->element_name, word))
			continue;
		if (e->look_again)
			clear(IBP_SUBJECT_EXCLUSION, e->element_id, changes);
		found = true;
	}
	return found;
}

static enum ibp_status confirm_word(struct ibp_run *run, const char *word,
				    struct ibp_changes *changes,
				    struct ibp_error *err)
{
	const struct ibp_landscape *l = ibp_cmd_map_of(run)->landscape;
	const struct ibp_application *application;

	if (confirm_element(l, word, changes))
		return IBP_OK;
	application = ibp_cmd_map_find(run, word, err);
	if (!application)
		return IBP_INPUT;
	for (size_t i = 0; i < application->placement_count; i++)
		clear_place(&application->placements[i], changes);
	return IBP_OK;
}

static void confirm_all(const struct ibp_landscape *l,
			struct ibp_changes *changes)
{
	for (size_t i = 0; i < l->placement_count; i++)
		clear_place(&l->placements[i], changes);
	for (size_t i = 0; i < l->exclusion_count; i++)
		if (l->exclusions[i].look_again)
			clear(IBP_SUBJECT_EXCLUSION,
			      l->exclusions[i].element_id, changes);
}

enum ibp_status ibp_cmd_map_confirm(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_changes changes = {0};
	enum ibp_status status = IBP_OK;

	if (run->options.all)
		status = ibp_words_none(run, err);
	else if (!run->word_count)
		status = ibp_words_exactly(run, 1, err);
	if (!status && run->options.all)
		confirm_all(ibp_cmd_map_of(run)->landscape, &changes);
	for (size_t i = 0; !status && i < run->word_count; i++)
		status = confirm_word(run, run->words[i], &changes, err);
	if (!status)
		status = ibp_cmd_change(run, &changes, NULL, err);
	ibp_changes_release(&changes);
	return status;
}
