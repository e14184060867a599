#include "core/landscape.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "base/num.h"
#include "base/text.h"

#define NUMBER_MAX 1000000000L

void ibp_landscape_free(struct ibp_landscape *landscape)
{
	if (!landscape)
		return;
	ibp_arena_release(&landscape->arena);
	free(landscape);
}

static uint32_t find_element(const struct ibp_fora *fora, const char *id)
{
	return fora ? ibp_fora_find(fora, id) : IBP_FORA_NONE;
}

void ibp_landscape_bind(struct ibp_landscape *landscape,
			const struct ibp_fora *fora)
{
	for (size_t i = 0; i < landscape->placement_count; i++) {
		struct ibp_placement *p = &landscape->placements[i];

		p->element = find_element(fora, p->element_id);
	}
	for (size_t i = 0; i < landscape->exclusion_count; i++) {
		struct ibp_exclusion *e = &landscape->exclusions[i];

		e->element = find_element(fora, e->element_id);
	}
}

static int compare_number(const void *key, const void *item)
{
	long id = *(const long *)key;
	const struct ibp_application *application = item;

	return (id > application->id) - (id < application->id);
}

const struct ibp_application *ibp_landscape_find(
	const struct ibp_landscape *landscape, long id)
{
	if (!landscape->application_count)
		return NULL;
	return bsearch(&id, landscape->applications,
		       landscape->application_count,
		       sizeof(*landscape->applications), compare_number);
}

struct search {
	const struct ibp_landscape *landscape;
	size_t first;
	size_t count;
	struct ibp_buf shown; /* "3 (Magister), 7 (magister)" */
};

static void search_name(struct search *s, const char *wanted)
{
	const struct ibp_landscape *landscape = s->landscape;

	for (size_t i = 0; i < landscape->application_count; i++) {
		const struct ibp_application *a = &landscape->applications[i];
		char *name = ibp_text_fold(a->name);

		if (strcmp(name, wanted) == 0) {
			ibp_buf_addf(&s->shown, "%s%ld (%s)",
				     s->count ? ", " : "", a->id, a->name);
			s->first = s->count++ ? s->first : i;
		}
		free(name);
	}
}

static enum ibp_status unknown(const struct ibp_landscape *landscape,
			       const char *word, struct ibp_error *err)
{
	const char **names =
		ibp_alloc((landscape->application_count + 1) * sizeof(*names));
	const char *near;

	for (size_t i = 0; i < landscape->application_count; i++)
		names[i] = landscape->applications[i].name;
	near = ibp_text_nearest(word, names);
	if (near)
		ibp_error_set(err, IBP_INPUT,
			      _("There is no application \"%s\". Did you mean "
				"\"%s\"?"),
			      word, near);
	else
		ibp_error_set(err, IBP_INPUT,
			      _("There is no application \"%s\". `fora-map app "
				"list` lists them."),
			      word);
	free(names);
	return IBP_INPUT;
}

/* By the name exactly as it is written; false: none. */
static bool find_exactly(const struct ibp_landscape *landscape,
			 const char *word, size_t *index)
{
	for (size_t i = 0; i < landscape->application_count; i++) {
		if (strcmp(landscape->applications[i].name, word) == 0) {
			*index = i;
			return true;
		}
	}
	return false;
}

static bool find_number(const struct ibp_landscape *landscape, const char *word,
			size_t *index)
{
	const struct ibp_application *found = NULL;
	long id;

	if (ibp_num_parse(word, NUMBER_MAX, &id))
		found = ibp_landscape_find(landscape, id);
	if (found)
		*index = (size_t)(found - landscape->applications);
	return found;
}

enum ibp_status ibp_landscape_look_up(const struct ibp_landscape *landscape,
				      const char *word, size_t *index,
				      struct ibp_error *err)
{
	struct search s = {.landscape = landscape};
	enum ibp_status status = IBP_OK;
	char *wanted;

	if (find_number(landscape, word, index) ||
	    find_exactly(landscape, word, index))
		return IBP_OK;
	wanted = ibp_text_fold(word);
	search_name(&s, wanted);
	if (!s.count)
		status = unknown(landscape, word, err);
	else if (s.count > 1)
		status = ibp_error_set(err, IBP_INPUT,
				       _("\"%s\" is the name of several "
					 "applications: %s. Give the number of "
					 "one of them."),
				       word, ibp_buf_text(&s.shown));
	else
		*index = s.first;
	ibp_buf_release(&s.shown);
	free(wanted);
	return status;
}

const char *ibp_application_status_at(const struct ibp_application *application,
				      const char *date)
{
	/* Of two on the same day the later phase holds. */
	const struct {
		const char *from;
		const char *status;
	} phases[] = {
		{application->planned_from, "planned"},
		{application->in_use_from, "in-use"},
		{application->phase_out_from, "phase-out"},
		{application->out_from, "out"},
	};
	const char *latest = NULL;
	const char *status = NULL;

	for (size_t i = 0; i < sizeof(phases) / sizeof(*phases); i++) {
		const char *from = phases[i].from;

		if (from && strcmp(from, date) <= 0 &&
		    (!latest || strcmp(from, latest) >= 0)) {
			latest = from;
			status = phases[i].status;
		}
	}
	if (status)
		return status;
	if (application->status)
		return application->status;
	return phases[0].from || phases[1].from ? "planned" : "in-use";
}

bool ibp_application_counts_at(const struct ibp_application *application,
			       const char *date)
{
	const char *status = ibp_application_status_at(application, date);

	return strcmp(status, "in-use") == 0 ||
	       strcmp(status, "phase-out") == 0;
}

bool ibp_application_is_used_by(const struct ibp_application *application,
				long school)
{
	for (size_t i = 0; i < application->use_count; i++)
		if (application->uses[i].school == school)
			return true;
	return application->use_count == 0;
}
