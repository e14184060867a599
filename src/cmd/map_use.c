/* use, unuse: which schools use an application. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cmd/map.h"

struct using
{
	struct ibp_run *run;
	const struct ibp_landscape *landscape;
	const struct ibp_application *application;
	bool *named; /* per school of the landscape */
	struct ibp_changes changes;
};

static enum ibp_status no_school(const struct ibp_landscape *landscape,
				 const char *word, struct ibp_error *err)
{
	const char **names =
		ibp_alloc((landscape->school_count + 1) * sizeof(*names));
	const char *near;

	for (size_t i = 0; i < landscape->school_count; i++)
		names[i] = landscape->schools[i].name;
	near = ibp_text_nearest(word, names);
	if (near)
		ibp_error_set(err, IBP_INPUT,
			      _("There is no school \"%s\". Did you mean "
				"\"%s\"?"),
			      word, near);
	else
		ibp_error_set(err, IBP_INPUT,
			      _("There is no school \"%s\". `ibp-scan school "
				"list` lists them."),
			      word);
	free(names);
	return IBP_INPUT;
}

/* By number or name, letters of either case. */
static enum ibp_status name_school(struct using *u, const char *word,
				   struct ibp_error *err)
{
	char *wanted = ibp_text_fold(word);
	bool found = false;

	for (size_t i = 0; i < u->landscape->school_count; i++) {
		const struct ibp_school *school = &u->landscape->schools[i];
		const char *number =
			ibp_arena_printf(&u->changes.arena, "%ld", school->id);
		char *name = ibp_text_fold(school->name);

		if (strcmp(number, word) == 0 || strcmp(name, wanted) == 0)
			u->named[i] = found = true;
		free(name);
	}
	free(wanted);
	return found ? IBP_OK : no_school(u->landscape, word, err);
}

static void change_use(struct using *u, size_t school, bool used)
{
	const char *key = ibp_arena_printf(&u->changes.arena, "%ld:%ld",
					   u->application->id,
					   u->landscape->schools[school].id);

	ibp_changes_add(&u->changes, IBP_SUBJECT_USE, 0, key, "used",
			used ? NULL : "yes", used ? "yes" : NULL);
}

static bool is_listed(const struct using *u, size_t school)
{
	return u->application->use_count &&
	       ibp_application_is_used_by(u->application,
					  u->landscape->schools[school].id);
}

/* Without schools: all of them, which is what no list means. */
static enum ibp_status use(struct using *u, size_t words, struct ibp_error *err)
{
	(void)err;
	for (size_t i = 0; i < u->landscape->school_count; i++) {
		if (!words && is_listed(u, i))
			change_use(u, i, false);
		if (words && u->named[i] && !is_listed(u, i))
			change_use(u, i, true);
	}
	return IBP_OK;
}

/* Out of "all schools" comes a list of the others. */
static enum ibp_status unuse(struct using *u, size_t words,
			     struct ibp_error *err)
{
	size_t left = 0;

	for (size_t i = 0; i < u->landscape->school_count; i++) {
		bool stays =
			words && !u->named[i] &&
			ibp_application_is_used_by(u->application,
						   u->landscape->schools[i].id);

		left += (size_t)stays;
		if (stays && !u->application->use_count)
			change_use(u, i, true);
		if (!stays && is_listed(u, i))
			change_use(u, i, false);
	}
	if (left)
		return IBP_OK;
	return ibp_error_set(
		err, IBP_USAGE,
		_("Then no school would use %s any more. Say when "
		  "it went out of use with `fora-map app set APP "
		  "out_from=DATE`, or remove it with `fora-map app "
		  "rm APP`."),
		u->application->name);
}

typedef enum ibp_status change_uses(struct using *u, size_t words,
				    struct ibp_error *err);

static enum ibp_status change(struct ibp_run *run, change_uses *make,
			      struct ibp_error *err)
{
	struct using u = {.run = run,
			  .landscape = ibp_cmd_map_of(run)->landscape};
	enum ibp_status status = IBP_OK;

	if (!run->word_count)
		return ibp_words_exactly(run, 1, err);
	u.application = ibp_cmd_map_find(run, run->words[0], err);
	if (!u.application)
		return IBP_INPUT;
	u.named = ibp_arena_alloc(&u.changes.arena,
				  u.landscape->school_count + 1);
	for (size_t i = 1; !status && i < run->word_count; i++)
		status = name_school(&u, run->words[i], err);
	if (!status)
		status = make(&u, run->word_count - 1, err);
	if (!status)
		status = ibp_cmd_change(run, &u.changes, NULL, err);
	ibp_changes_release(&u.changes);
	return status;
}

enum ibp_status ibp_cmd_map_use(struct ibp_run *run, struct ibp_error *err)
{
	return change(run, use, err);
}

enum ibp_status ibp_cmd_map_unuse(struct ibp_run *run, struct ibp_error *err)
{
	return change(run, unuse, err);
}
