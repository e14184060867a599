/* The board's applications and their places as a value. */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/num.h"
#include "store/read.h"

#define NUMBER_MAX 1000000000L

struct loading {
	struct ibp_store *store;
	struct ibp_landscape *made;
	size_t capacity; /* of the list that is being read */
};

/* Reads one row into a new thing at the end of a list. */
typedef enum ibp_status read_row(struct loading *load, struct ibp_query *query,
				 struct ibp_error *err);

static enum ibp_status each_row(struct loading *load, enum ibp_subject subject,
				read_row *read, struct ibp_error *err)
{
	struct ibp_query *query;
	enum ibp_status status;
	bool row;

	status = ibp_read_list(load->store, subject, 0, &query, err);
	if (status)
		return status;
	load->capacity = 0;
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		status = read(load, query, err);
		if (status)
			break;
	}
	ibp_query_end(query);
	return status;
}

/* Room for one more; it moves to the arena when the list is whole. */
static void *add_thing(struct loading *load, void *items, size_t count,
		       size_t size)
{
	char *grown = ibp_grow(items, &load->capacity, count + 1, size);

	memset(grown + count * size, 0, size);
	return grown;
}

static void *settle(struct loading *load, void *items, size_t count,
		    size_t size)
{
	void *kept = ibp_arena_alloc(&load->made->arena, count * size);

	if (count)
		memcpy(kept, items, count * size);
	free(items);
	return kept;
}

static enum ibp_status read_edition(struct loading *load,
				    struct ibp_query *query,
				    struct ibp_error *err)
{
	static const struct ibp_member members[] = {
		{"fora", offsetof(struct ibp_landscape, fora_version)},
		{NULL, 0}};

	return ibp_read_thing(load->store, IBP_SUBJECT_BOARD, query, members,
			      &load->made->arena, load->made, err);
}

static enum ibp_status read_application(struct loading *load,
					struct ibp_query *query,
					struct ibp_error *err)
{
	struct ibp_landscape *made = load->made;
	struct ibp_application *application;
	enum ibp_status status;

	made->applications =
		add_thing(load, made->applications, made->application_count,
			  sizeof(*made->applications));
	application = &made->applications[made->application_count++];
	application->id = ibp_query_get_number(query, 0);
	status = ibp_read_thing(load->store, IBP_SUBJECT_APPLICATION, query,
				ibp_application_members, &made->arena,
				application, err);
	if (!status && !application->name)
		return ibp_read_unsound(load->store, "application", err);
	return status;
}

/* The place of the application with this number in the list. */
static enum ibp_status find_application(struct loading *load, long id,
					const char *where, size_t *at,
					struct ibp_error *err)
{
	const struct ibp_application *found =
		ibp_landscape_find(load->made, id);

	if (!found)
		return ibp_read_unsound(load->store, where, err);
	*at = (size_t)(found - load->made->applications);
	return IBP_OK;
}

static enum ibp_status read_agreement(struct loading *load,
				      struct ibp_query *query,
				      struct ibp_error *err)
{
	enum ibp_status status;
	size_t at = 0;

	status = find_application(load, ibp_query_get_number(query, 0),
				  "agreement", &at, err);
	if (status)
		return status;
	return ibp_read_thing(load->store, IBP_SUBJECT_AGREEMENT, query,
			      ibp_agreement_members, &load->made->arena,
			      &load->made->applications[at].agreement, err);
}

static enum ibp_status read_use(struct loading *load, struct ibp_query *query,
				struct ibp_error *err)
{
	struct ibp_landscape *made = load->made;
	const char *colon = strchr(ibp_query_get(query, 0), ':');
	struct ibp_use *use;
	size_t at;

	made->uses = add_thing(load, made->uses, made->use_count,
			       sizeof(*made->uses));
	use = &made->uses[made->use_count++];
	use->application = ibp_query_get_number(query, 0);
	if (!colon || !ibp_num_parse(colon + 1, NUMBER_MAX, &use->school))
		return ibp_read_unsound(load->store, "use", err);
	return find_application(load, use->application, "use", &at, err);
}

/* What is read before it finds its place in a struct. */
struct placement_texts {
	const char *application;
	const char *element;
	const char *element_name;
	const char *kind;
	const char *note;
	const char *look_again;
};

static enum ibp_placement_kind kind_of(const char *word)
{
	int choice = ibp_field_choice(
		ibp_field_find(ibp_placement_fields, "kind"), word);

	return choice < 0 ? IBP_PLACEMENT_MAIN :
			    (enum ibp_placement_kind)choice;
}

static enum ibp_status make_placement(struct loading *load, long id,
				      const struct placement_texts *texts,
				      struct ibp_error *err)
{
	struct ibp_landscape *made = load->made;
	struct ibp_placement *p;

	made->placements =
		add_thing(load, made->placements, made->placement_count,
			  sizeof(*made->placements));
	p = &made->placements[made->placement_count++];
	*p = (struct ibp_placement){
		.id = id,
		.element_id = texts->element,
		.element_name = texts->element_name,
		.kind = kind_of(texts->kind),
		.note = texts->note,
		.look_again = texts->look_again,
		.element = IBP_FORA_NONE,
	};
	if (!texts->application || !texts->element || !texts->element_name ||
	    !ibp_num_parse(texts->application, NUMBER_MAX, &p->application))
		return ibp_read_unsound(load->store, "placement", err);
	return find_application(load, p->application, "placement", &p->at, err);
}

static enum ibp_status read_placement(struct loading *load,
				      struct ibp_query *query,
				      struct ibp_error *err)
{
	static const struct ibp_member members[] = {
		{"application", offsetof(struct placement_texts, application)},
		{"element", offsetof(struct placement_texts, element)},
		{"element_name",
		 offsetof(struct placement_texts, element_name)},
		{"kind", offsetof(struct placement_texts, kind)},
		{"note", offsetof(struct placement_texts, note)},
		{"look_again", offsetof(struct placement_texts, look_again)},
		{NULL, 0}};
	struct placement_texts texts = {0};
	enum ibp_status status =
		ibp_read_thing(load->store, IBP_SUBJECT_PLACEMENT, query,
			       members, &load->made->arena, &texts, err);

	return status ? status :
			make_placement(load, ibp_query_get_number(query, 0),
				       &texts, err);
}

struct coupling_ends {
	struct ibp_coupling coupling;
	const char *from;
	const char *to;
};

static enum ibp_status find_ends(struct loading *load,
				 struct coupling_ends *ends,
				 struct ibp_error *err)
{
	struct ibp_coupling *c = &ends->coupling;
	enum ibp_status status;

	if (!ends->from || !ends->to ||
	    !ibp_num_parse(ends->from, NUMBER_MAX, &c->from) ||
	    !ibp_num_parse(ends->to, NUMBER_MAX, &c->to))
		return ibp_read_unsound(load->store, "coupling", err);
	status = find_application(load, c->from, "coupling", &c->from_at, err);
	return status ? status :
			find_application(load, c->to, "coupling", &c->to_at,
					 err);
}

static enum ibp_status read_coupling(struct loading *load,
				     struct ibp_query *query,
				     struct ibp_error *err)
{
	static const struct ibp_member members[] = {
		{"from", offsetof(struct coupling_ends, from)},
		{"to", offsetof(struct coupling_ends, to)},
		{"data", offsetof(struct coupling_ends, coupling.data)},
		{"direction",
		 offsetof(struct coupling_ends, coupling.direction)},
		{"via", offsetof(struct coupling_ends, coupling.via)},
		{"standard", offsetof(struct coupling_ends, coupling.standard)},
		{NULL, 0}};
	struct ibp_landscape *made = load->made;
	struct coupling_ends ends = {
		.coupling = {.id = ibp_query_get_number(query, 0)}};
	enum ibp_status status =
		ibp_read_thing(load->store, IBP_SUBJECT_COUPLING, query,
			       members, &made->arena, &ends, err);

	if (!status)
		status = find_ends(load, &ends, err);
	if (status)
		return status;
	made->couplings = add_thing(load, made->couplings, made->coupling_count,
				    sizeof(*made->couplings));
	made->couplings[made->coupling_count++] = ends.coupling;
	return IBP_OK;
}

struct exclusion_texts {
	const char *reason;
	const char *element_name;
	const char *look_again;
};

static enum ibp_status read_exclusion(struct loading *load,
				      struct ibp_query *query,
				      struct ibp_error *err)
{
	static const struct ibp_member members[] = {
		{"reason", offsetof(struct exclusion_texts, reason)},
		{"element_name",
		 offsetof(struct exclusion_texts, element_name)},
		{"look_again", offsetof(struct exclusion_texts, look_again)},
		{NULL, 0}};
	struct ibp_landscape *made = load->made;
	struct exclusion_texts texts = {0};
	struct ibp_exclusion *exclusion;
	enum ibp_status status =
		ibp_read_thing(load->store, IBP_SUBJECT_EXCLUSION, query,
			       members, &made->arena, &texts, err);

	if (status)
		return status;
	made->exclusions =
		add_thing(load, made->exclusions, made->exclusion_count,
			  sizeof(*made->exclusions));
	exclusion = &made->exclusions[made->exclusion_count++];
	*exclusion = (struct ibp_exclusion){
		.element_name = texts.element_name,
		.reason = texts.reason,
		.look_again = texts.look_again,
		.element = IBP_FORA_NONE,
	};
	if (!texts.reason || !texts.element_name)
		return ibp_read_unsound(load->store, "exclusion", err);
	return ibp_read_key(load->store, query, &made->arena,
			    &exclusion->element_id, err);
}

/* Uses and placements lie in the order of the applications. */
static void share_out(struct ibp_landscape *made)
{
	const struct ibp_use *use = made->uses;
	const struct ibp_use *last_use = use + made->use_count;
	const struct ibp_placement *p = made->placements;
	const struct ibp_placement *last_p = p + made->placement_count;

	for (size_t i = 0; i < made->application_count; i++) {
		struct ibp_application *application = &made->applications[i];

		application->uses = use;
		while (use < last_use && use->application == application->id)
			use++;
		application->use_count = (size_t)(use - application->uses);
		application->placements = p;
		while (p < last_p && p->application == application->id)
			p++;
		application->placement_count =
			(size_t)(p - application->placements);
	}
}

#define SETTLE(load, list, count)                                       \
	(load)->made->list =                                            \
		settle((load), (load)->made->list, (load)->made->count, \
		       sizeof(*(load)->made->list))

static enum ibp_status read_all(struct loading *load, struct ibp_error *err)
{
	static const struct {
		enum ibp_subject subject;
		read_row *read;
	} lists[] = {
		{IBP_SUBJECT_BOARD, read_edition},
		{IBP_SUBJECT_APPLICATION, read_application},
		{IBP_SUBJECT_AGREEMENT, read_agreement},
		{IBP_SUBJECT_USE, read_use},
		{IBP_SUBJECT_PLACEMENT, read_placement},
		{IBP_SUBJECT_COUPLING, read_coupling},
		{IBP_SUBJECT_EXCLUSION, read_exclusion},
	};
	enum ibp_status status = IBP_OK;

	for (size_t i = 0; !status && i < sizeof(lists) / sizeof(*lists); i++)
		status = each_row(load, lists[i].subject, lists[i].read, err);
	SETTLE(load, applications, application_count);
	SETTLE(load, uses, use_count);
	SETTLE(load, placements, placement_count);
	SETTLE(load, couplings, coupling_count);
	SETTLE(load, exclusions, exclusion_count);
	return status;
}

enum ibp_status ibp_store_landscape(struct ibp_store *store,
				    struct ibp_landscape **landscape,
				    struct ibp_error *err)
{
	struct ibp_landscape *made = ibp_alloc(sizeof(*made));
	struct loading load = {.store = store, .made = made};
	/* Another program may write between two of our reads. */
	enum ibp_status status = ibp_db_begin_read(store->db, err);

	if (!status)
		status = read_all(&load, err);
	if (!status)
		status = ibp_read_schools(store, &made->arena, &made->schools,
					  &made->school_count, err);
	ibp_db_rollback(store->db);
	if (status) {
		ibp_landscape_free(made);
		return status;
	}
	share_out(made);
	*landscape = made;
	return IBP_OK;
}
