/* couple, uncouple: what flows between two applications. */
#include "base/i18n.h"
#include "base/text.h"
#include "cmd/map.h"

struct coupling {
	const struct ibp_application *from;
	const struct ibp_application *to;
};

static enum ibp_status find_ends(struct ibp_run *run, const char **words,
				 struct coupling *c, struct ibp_error *err)
{
	c->from = ibp_cmd_map_find(run, words[0], err);
	if (c->from)
		c->to = ibp_cmd_map_find(run, words[1], err);
	if (!c->from || !c->to)
		return IBP_INPUT;
	if (c->from != c->to)
		return IBP_OK;
	return ibp_error_set(err, IBP_USAGE,
			     _("An application is not coupled with itself: "
			       "name two."));
}

/* The same two, in this order, with the same DATA. */
static const struct ibp_coupling *find_coupling(
	const struct ibp_landscape *landscape, const struct coupling *c,
	const char *data)
{
	for (size_t i = 0; i < landscape->coupling_count; i++) {
		const struct ibp_coupling *item = &landscape->couplings[i];

		if (item->from == c->from->id && item->to == c->to->id &&
		    ibp_text_equal(item->data, data))
			return item;
	}
	return NULL;
}

static enum ibp_status couple(struct ibp_run *run,
			      const struct ibp_words *words,
			      const struct coupling *c, struct ibp_error *err)
{
	const struct ibp_coupling *old =
		find_coupling(ibp_cmd_map_of(run)->landscape, c,
			      ibp_words_value(words, "data"));
	struct ibp_changes changes = {0};
	enum ibp_status status = IBP_OK;
	const char *key;

	if (old)
		key = ibp_arena_printf(&changes.arena, "%ld", old->id);
	else
		status = ibp_cmd_new_key(run, IBP_SUBJECT_COUPLING, &key, err);
	if (status)
		return status;
	ibp_changes_add(&changes, IBP_SUBJECT_COUPLING, 0, key, "from", NULL,
			ibp_arena_printf(&changes.arena, "%ld", c->from->id));
	ibp_changes_add(&changes, IBP_SUBJECT_COUPLING, 0, key, "to", NULL,
			ibp_arena_printf(&changes.arena, "%ld", c->to->id));
	ibp_cmd_map_add_fields(&changes, IBP_SUBJECT_COUPLING, key, words);
	status = ibp_cmd_change(run, &changes, NULL, err);
	ibp_changes_release(&changes);
	return status;
}

static bool is_between(const struct ibp_coupling *item,
		       const struct coupling *c)
{
	return (item->from == c->from->id && item->to == c->to->id) ||
	       (item->from == c->to->id && item->to == c->from->id);
}

/* All that is between the two, or only the data that is named. */
static enum ibp_status uncouple(struct ibp_run *run,
				const struct ibp_words *words,
				const struct coupling *c, struct ibp_error *err)
{
	const struct ibp_landscape *landscape = ibp_cmd_map_of(run)->landscape;
	const struct ibp_word *data = ibp_words_find(words, "data");
	struct ibp_changes changes = {0};
	enum ibp_status status;

	for (size_t i = 0; i < landscape->coupling_count; i++) {
		const struct ibp_coupling *item = &landscape->couplings[i];

		if (is_between(item, c) &&
		    (!data || ibp_text_equal(item->data, data->value)))
			ibp_changes_add(&changes, IBP_SUBJECT_COUPLING, 0,
					ibp_arena_printf(&changes.arena, "%ld",
							 item->id),
					"from",
					ibp_arena_printf(&changes.arena, "%ld",
							 item->from),
					NULL);
	}
	status = changes.count ?
			 ibp_cmd_change(run, &changes,
					_("`fora-map undo` brings it back."),
					err) :
			 ibp_error_set(err, IBP_INPUT,
				       _("There is no such coupling between %s "
					 "and %s."),
				       c->from->name, c->to->name);
	ibp_changes_release(&changes);
	return status;
}

/* Reads the two applications and the fields, and hands them to ACT. */
static enum ibp_status with_ends(
	struct ibp_run *run,
	enum ibp_status (*act)(struct ibp_run *run,
			       const struct ibp_words *words,
			       const struct coupling *c, struct ibp_error *err),
	struct ibp_error *err)
{
	/* The two applications are plain words. */
	const struct ibp_field *fields = ibp_coupling_fields + 2;
	struct ibp_words words = {0};
	struct coupling c = {0};
	enum ibp_status status = ibp_words_read(
		run, fields, ibp_cmd_file_of(run)->today, &words, err);

	if (!status)
		status = ibp_words_count(run, &words, 2, 2, err);
	if (!status)
		status = find_ends(run, words.plain, &c, err);
	if (!status)
		status = act(run, &words, &c, err);
	ibp_words_release(&words);
	return status;
}

enum ibp_status ibp_cmd_map_couple(struct ibp_run *run, struct ibp_error *err)
{
	return with_ends(run, couple, err);
}

enum ibp_status ibp_cmd_map_uncouple(struct ibp_run *run, struct ibp_error *err)
{
	return with_ends(run, uncouple, err);
}
