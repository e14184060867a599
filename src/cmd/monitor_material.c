/* From the register to the input of a plan. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "cmd/monitor_register.h"
#include "cmd/words.h"
#include "exchange/summary.h"

static const struct ibp_field words_k[] = {
	{.name = "k",
	 .label = N_("Boards in a cell"),
	 .kind = IBP_FIELD_NUMBER,
	 .max = 1000},
	{.name = NULL},
};

enum ibp_status ibp_cmd_word_k(struct ibp_run *run, long *k, const char **cell,
			       struct ibp_error *err)
{
	long floor = ibp_sdc_rules_default.k_floor;
	struct ibp_words words = {0};
	enum ibp_status status = ibp_words_read(
		run, words_k, ibp_cmd_monitor_of(run)->today, &words, err);

	*k = 0;
	if (!status)
		status = ibp_words_count(run, &words, 0, cell ? 1 : 0, err);
	if (!status && words.plain_count)
		*cell = words.plain[0];
	if (!status && ibp_words_value(&words, "k")) {
		*k = strtol(ibp_words_value(&words, "k"), NULL, 10);
		if (*k < floor)
			status = ibp_error_set(err, IBP_USAGE,
					       _("k is never below %ld."),
					       floor);
	}
	ibp_words_release(&words);
	return status;
}

struct reading {
	struct ibp_cmd_register *r;
	struct ibp_cmd_material *material;
};

static void fill_contributor(struct ibp_sdc_contributor *to,
			     const struct ibp_register_holder *holder,
			     const struct ibp_summary *summary)
{
	*to = (struct ibp_sdc_contributor){
		.token = holder->token,
		.holder = holder->holder,
		.version = holder->version,
		.holding = holder->holding,
		.sector = (unsigned char)holder->sector,
		.size = (unsigned char)holder->size,
		.part = (unsigned char)holder->part,
	};
	for (size_t g = 0; g < summary->group_count; g++)
		to->scores[g] = (uint16_t)ibp_sdc_score(summary->groups[g]);
	for (int f = 0; f < IBP_SDC_FIGURES; f++)
		to->figures[f] = summary->has_landscape ?
					 (unsigned char)summary->landscape[f] :
					 IBP_SDC_NO_BAND;
}

/*
 * An answer that was changed in the register no longer has its number, and
 * must not come into any figure.
 */
static bool is_sound(const struct ibp_cmd_register *r,
		     const struct ibp_register_holder *holder, const char *body,
		     struct ibp_summary *summary)
{
	struct ibp_error ignored = {0};
	bool is_read = ibp_summary_parse("", body, strlen(body), summary,
					 &ignored) == IBP_OK;

	ibp_error_release(&ignored);
	return is_read && summary->group_count == r->catalogue->group_count &&
	       (!holder->has_code ||
		ibp_summary_is_signed(summary, &holder->code));
}

static enum ibp_status add_one(void *self,
			       const struct ibp_register_holder *holder,
			       const char *body, struct ibp_error *err)
{
	struct reading *reading = self;
	struct ibp_cmd_material *material = reading->material;
	struct ibp_summary summary;

	if (!holder->is_active || !body)
		return IBP_OK;
	if (holder->size < 0)
		return ibp_error_set(
			err, IBP_FOUND,
			_("P2: how many boards exist is not known. Count them "
			  "with \"ibp-monitor strata\" first."));
	if (!is_sound(reading->r, holder, body, &summary))
		return ibp_error_set(
			err, IBP_DATA,
			_("%s: an answer in it was changed. Put an earlier "
			  "copy of it back."),
			ibp_register_path(reading->r->reg));
	material->contributors =
		ibp_grow(material->contributors, &material->capacity,
			 material->count + 1, sizeof(*material->contributors));
	fill_contributor(&material->contributors[material->count++], holder,
			 &summary);
	return IBP_OK;
}

static void fill_catalogue(const struct ibp_catalogue *from,
			   struct ibp_sdc_catalogue *to)
{
	size_t norms[IBP_SDC_GROUPS_MAX];

	to->count = from->group_count;
	for (size_t g = 0; g < from->group_count; g++) {
		to->codes[g] = from->groups[g].code;
		norms[g] = from->groups[g].norm_count;
	}
	ibp_sdc_divide(to, norms);
}

static enum ibp_status read_history(struct ibp_cmd_register *r,
				    struct ibp_cmd_material *material,
				    struct ibp_error *err)
{
	struct ibp_sdc_input *in = &material->input;
	const char *name = r->edition.name;
	struct ibp_sdc_spent *spent;
	enum ibp_status status = ibp_register_publications(
		r->reg, name, &material->arena, &material->publications,
		&material->publication_count, err);

	for (size_t i = 0; !status && i < material->publication_count; i++)
		in->was_published[material->publications[i].mode] = true;
	if (!status)
		status = ibp_register_units(r->reg, name, &material->published,
					    &in->published_count, err);
	if (!status)
		status = ibp_register_edition_before(
			r->reg, name, material->previous_edition, err);
	if (!status && *material->previous_edition)
		status = ibp_register_units(r->reg, material->previous_edition,
					    &material->previous,
					    &in->previous_count, err);
	if (!status)
		status = ibp_register_spent(r->reg, &material->arena, &spent,
					    &in->spent_count, err);
	if (status)
		return status;
	in->published = material->published;
	in->previous = material->previous;
	in->spent = spent;
	return IBP_OK;
}

enum ibp_status ibp_cmd_material_read(struct ibp_cmd_register *r, long k,
				      struct ibp_cmd_material *material,
				      struct ibp_error *err)
{
	struct reading reading = {r, material};
	struct ibp_sdc_input *in = &material->input;
	enum ibp_status status =
		ibp_register_strata(r->reg, &material->strata, err);

	if (!status)
		status = ibp_register_holders(r->reg, r->edition.name, add_one,
					      &reading, err);
	if (!status)
		status = read_history(r, material, err);
	if (status)
		return status;
	fill_catalogue(r->catalogue, &material->catalogue);
	in->rules = &ibp_sdc_rules_default;
	in->catalogue = &material->catalogue;
	in->edition = r->edition.name;
	in->key = r->edition.key;
	in->k = k;
	in->contributors = material->contributors;
	in->count = material->count;
	in->population = &material->strata.population;
	return IBP_OK;
}

void ibp_cmd_material_release(struct ibp_cmd_material *material)
{
	free(material->contributors);
	free(material->published);
	free(material->previous);
	ibp_arena_release(&material->arena);
	*material = (struct ibp_cmd_material){.count = 0};
}
