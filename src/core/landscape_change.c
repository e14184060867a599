/* Values of the landscape by the name of their field, and removing things. */
#include "core/landscape.h"

#include <stddef.h>
#include <string.h>

#define APPLICATION(name)                                     \
	{                                                     \
#name, offsetof(struct ibp_application, name) \
	}

const struct ibp_member ibp_application_members[] = {
	APPLICATION(name),
	APPLICATION(supplier),
	APPLICATION(owner),
	APPLICATION(status),
	APPLICATION(planned_from),
	APPLICATION(in_use_from),
	APPLICATION(phase_out_from),
	APPLICATION(out_from),
	APPLICATION(kind),
	APPLICATION(hosting),
	APPLICATION(country),
	APPLICATION(users),
	APPLICATION(cost),
	APPLICATION(contract_end),
	APPLICATION(support_end),
	APPLICATION(sso),
	APPLICATION(availability),
	APPLICATION(integrity),
	APPLICATION(confidentiality),
	APPLICATION(personal_data),
	APPLICATION(note),
	{NULL, 0},
};

const struct ibp_member ibp_agreement_members[] = {
	{"status", offsetof(struct ibp_agreement, status)},
	{"model_version", offsetof(struct ibp_agreement, model_version)},
	{"scope", offsetof(struct ibp_agreement, scope)},
	{"signed", offsetof(struct ibp_agreement, signed_on)},
	{"ends", offsetof(struct ibp_agreement, ends)},
	{"dpia", offsetof(struct ibp_agreement, dpia)},
	{"dpia_date", offsetof(struct ibp_agreement, dpia_date)},
	{NULL, 0},
};

static const char *value_of(const struct ibp_member *members, const char *thing,
			    const char *field)
{
	const char *value;

	while (members->field && strcmp(members->field, field) != 0)
		members++;
	if (!members->field)
		return NULL;
	memcpy(&value, thing + members->offset, sizeof(value));
	return value;
}

const char *ibp_application_value(const struct ibp_application *application,
				  const char *field)
{
	return value_of(ibp_application_members, (const char *)application,
			field);
}

const char *ibp_agreement_value(const struct ibp_agreement *agreement,
				const char *field)
{
	return value_of(ibp_agreement_members, (const char *)agreement, field);
}

static const char *number_key(struct ibp_changes *changes, long number)
{
	return ibp_arena_printf(&changes->arena, "%ld", number);
}

static void remove_use(const struct ibp_use *use, struct ibp_changes *changes)
{
	const char *key = ibp_arena_printf(&changes->arena, "%ld:%ld",
					   use->application, use->school);

	ibp_changes_add(changes, IBP_SUBJECT_USE, 0, key, "used", "yes", NULL);
}

static void remove_agreement(const struct ibp_application *application,
			     struct ibp_changes *changes)
{
	const char *key = number_key(changes, application->id);

	for (const struct ibp_field *f = ibp_agreement_fields; f->name; f++) {
		const char *value =
			ibp_agreement_value(&application->agreement, f->name);

		if (value)
			ibp_changes_add(changes, IBP_SUBJECT_AGREEMENT, 0, key,
					f->name, value, NULL);
	}
}

/* Clearing the field that makes a thing exist takes its others along. */
static void remove_places(const struct ibp_application *application,
			  struct ibp_changes *changes)
{
	for (size_t i = 0; i < application->placement_count; i++)
		ibp_changes_add(
			changes, IBP_SUBJECT_PLACEMENT, 0,
			number_key(changes, application->placements[i].id),
			"application", number_key(changes, application->id),
			NULL);
}

static void remove_couplings(const struct ibp_landscape *landscape,
			     size_t index, struct ibp_changes *changes)
{
	for (size_t i = 0; i < landscape->coupling_count; i++) {
		const struct ibp_coupling *c = &landscape->couplings[i];

		if (c->from_at == index || c->to_at == index)
			ibp_changes_add(changes, IBP_SUBJECT_COUPLING, 0,
					number_key(changes, c->id), "from",
					number_key(changes, c->from), NULL);
	}
}

void ibp_landscape_remove(const struct ibp_landscape *landscape, size_t index,
			  struct ibp_changes *changes)
{
	const struct ibp_application *application =
		&landscape->applications[index];

	remove_places(application, changes);
	remove_couplings(landscape, index, changes);
	for (size_t i = 0; i < application->use_count; i++)
		remove_use(&application->uses[i], changes);
	remove_agreement(application, changes);
	ibp_changes_add(changes, IBP_SUBJECT_APPLICATION, 0,
			number_key(changes, application->id), "name",
			application->name, NULL);
}

void ibp_landscape_remove_uses(const struct ibp_landscape *landscape,
			       long school, struct ibp_changes *changes)
{
	for (size_t i = 0; i < landscape->use_count; i++)
		if (landscape->uses[i].school == school)
			remove_use(&landscape->uses[i], changes);
}
