/* Landscapes in memory, over the invented model or another. */
#ifndef IBP_TESTS_LANDSCAPE_HELP_H
#define IBP_TESTS_LANDSCAPE_HELP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "core/landscape.h"

#define APPLICATIONS_MAX 1000
#define PLACEMENTS_MAX 20000
#define USES_MAX 4000
#define SCHOOLS_MAX 8
#define SMALL_MAX 16

/* Room for one; what is added is in the order of the store after made(). */
struct made {
	struct ibp_fora *fora;
	struct ibp_landscape landscape;
	struct ibp_application applications[APPLICATIONS_MAX];
	struct ibp_placement placements[PLACEMENTS_MAX];
	struct ibp_use uses[USES_MAX];
	struct ibp_school schools[SCHOOLS_MAX];
	struct ibp_coupling couplings[SMALL_MAX];
	struct ibp_exclusion exclusions[SMALL_MAX];
};

static inline struct made *made_new(struct ibp_fora *fora)
{
	struct made *made = ibp_alloc(sizeof(*made));
	struct ibp_landscape *l = &made->landscape;

	made->fora = fora;
	l->applications = made->applications;
	l->placements = made->placements;
	l->uses = made->uses;
	l->schools = made->schools;
	l->couplings = made->couplings;
	l->exclusions = made->exclusions;
	return made;
}

/* tests/fora/made.yaml: some sixty elements with every odd case. */
static inline struct ibp_fora *made_model(void)
{
	char *path =
		ibp_path_join(getenv("top_srcdir"), "tests/fora/made.yaml");
	struct ibp_fora *fora = NULL;
	struct ibp_error err = {0};

	ibp_fora_load(path, &fora, &err);
	assert_string_equal(ibp_error_text(&err), "");
	free(path);
	return fora;
}

static inline void made_free(struct made *made)
{
	ibp_fora_free(made->fora);
	free(made);
}

/* The element with this number in the invented model: "024". */
static inline uint32_t made_element(const struct made *made, const char *number)
{
	char id[40];
	uint32_t index;

	snprintf(id, sizeof(id), "abc00%.3s1%.3s4%.3s8%.3s123456789%.3s",
		 number, number, number, number, number);
	index = ibp_fora_find(made->fora, id);
	assert_int_not_equal(index, IBP_FORA_NONE);
	return index;
}

static inline size_t made_app(struct made *made, const char *name,
			      const char *status)
{
	size_t at = made->landscape.application_count++;

	assert_true(at < APPLICATIONS_MAX);
	made->applications[at].id = (long)at + 1;
	made->applications[at].name = name;
	made->applications[at].status = status;
	return at;
}

static inline void made_place_at(struct made *made, size_t app,
				 uint32_t element, enum ibp_placement_kind kind)
{
	size_t at = made->landscape.placement_count++;

	assert_true(at < PLACEMENTS_MAX);
	made->placements[at] = (struct ibp_placement){
		.id = (long)at + 1,
		.application = (long)app + 1,
		.kind = kind,
		.element = element,
		.at = app,
	};
}

static inline void made_place(struct made *made, size_t app, const char *number,
			      enum ibp_placement_kind kind)
{
	made_place_at(made, app, made_element(made, number), kind);
}

static inline void made_use(struct made *made, size_t app, size_t school)
{
	size_t at = made->landscape.use_count++;

	assert_true(at < USES_MAX);
	made->uses[at] =
		(struct ibp_use){(long)app + 1, made->schools[school].id};
}

/* Numbers of schools have nothing to do with their order. */
static inline void made_schools(struct made *made, size_t count)
{
	static const long ids[SCHOOLS_MAX] = {40, 3, 77, 12, 5, 90, 1, 60};
	static const char *const names[SCHOOLS_MAX] = {
		"Appel",    "Peer",   "Pruim", "Kers",
		"Kweepeer", "Mispel", "Vlier", "Braam"};

	assert_true(count <= SCHOOLS_MAX);
	for (size_t i = 0; i < count; i++)
		made->schools[i] =
			(struct ibp_school){.id = ids[i], .name = names[i]};
	made->landscape.school_count = count;
}

static inline void made_couple(struct made *made, size_t from, size_t to)
{
	size_t at = made->landscape.coupling_count++;

	assert_true(at < SMALL_MAX);
	made->couplings[at] = (struct ibp_coupling){
		.id = (long)at + 1, .from_at = from, .to_at = to};
}

static inline void made_exclude_at(struct made *made, uint32_t element,
				   const char *reason)
{
	size_t at = made->landscape.exclusion_count++;

	assert_true(at < SMALL_MAX);
	made->exclusions[at] =
		(struct ibp_exclusion){.element = element, .reason = reason};
}

static inline int made_by_application(const void *a, const void *b)
{
	const struct ibp_placement *one = a;
	const struct ibp_placement *other = b;

	return one->at != other->at ? (one->at > other->at) * 2 - 1 :
				      (one->id > other->id) * 2 - 1;
}

static inline int made_by_use(const void *a, const void *b)
{
	const struct ibp_use *one = a;
	const struct ibp_use *other = b;

	return (one->application > other->application) -
	       (one->application < other->application);
}

/* Puts all in order, and gives every application its own part. */
static inline void made_finish(struct made *made)
{
	struct ibp_landscape *l = &made->landscape;

	qsort(l->placements, l->placement_count, sizeof(*l->placements),
	      made_by_application);
	qsort(l->uses, l->use_count, sizeof(*l->uses), made_by_use);
	for (size_t i = l->placement_count; i--;) {
		struct ibp_application *a =
			&l->applications[l->placements[i].at];

		a->placements = &l->placements[i];
		a->placement_count++;
	}
	for (size_t i = l->use_count; i--;) {
		struct ibp_application *a =
			&l->applications[l->uses[i].application - 1];

		a->uses = &l->uses[i];
		a->use_count++;
	}
}

#endif
