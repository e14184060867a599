/*
 * merge: the registers of other intake desks of the same edition.  Their
 * invitations and answers are taken in and their numbers of the population
 * where there are none yet; the key of rounding stays the one that is here.
 */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "cmd/monitor_register.h"
#include "cmd/words.h"
#include "exchange/summary.h"

struct merging {
	struct ibp_cmd_register r;
	struct ibp_register *other;
	const char *other_path;
	long invited;  /* invitations that are new here */
	long answered; /* new answers */
	long replaced; /* another answer than the one that was here */
};

/* ---- refusals ------------------------------------------------------------ */

static enum ibp_status refuse(const struct merging *m, const char *why,
			      struct ibp_error *err)
{
	return ibp_error_set(err, IBP_FOUND, "%s: %s", m->other_path, why);
}

static enum ibp_status check_edition(const struct merging *m,
				     struct ibp_error *err)
{
	struct ibp_register_edition other;
	enum ibp_status status = ibp_register_edition(m->other, &other, err);

	if (status)
		return status;
	if (strcmp(other.name, m->r.edition.name) != 0)
		return refuse(m, _("it is of another edition."), err);
	if (strcmp(other.catalogue, m->r.edition.catalogue) != 0)
		return refuse(m, _("it is of another catalogue."), err);
	if (*other.closed)
		return refuse(m, _("its edition is closed."), err);
	return IBP_OK;
}

/* Together with its figures, ours could tell boards apart. */
static enum ibp_status check_unpublished(const struct merging *m,
					 struct ibp_register *reg,
					 const char *why, struct ibp_error *err)
{
	struct ibp_register_publication *publications;
	struct ibp_arena arena = {0};
	size_t count = 0;
	enum ibp_status status = ibp_register_publications(
		reg, m->r.edition.name, &arena, &publications, &count, err);

	ibp_arena_release(&arena);
	if (!status && count)
		return refuse(m, why, err);
	return status;
}

static bool has_same_cuts(const struct ibp_register_strata *one,
			  const struct ibp_register_strata *other)
{
	for (int s = 0; s < IBP_SDC_SECTORS; s++)
		if (one->cuts[s].low != other->cuts[s].low ||
		    one->cuts[s].high != other->cuts[s].high)
			return false;
	return true;
}

/* Sizes must mean the same in both. */
static enum ibp_status take_strata(const struct merging *m,
				   struct ibp_error *err)
{
	struct ibp_register_strata own = {.is_known = false};
	struct ibp_register_strata other = {.is_known = false};
	enum ibp_status status = ibp_register_strata(m->r.reg, &own, err);

	if (!status)
		status = ibp_register_strata(m->other, &other, err);
	if (status || !other.is_known)
		return status;
	if (!own.is_known)
		return ibp_register_set_strata(m->r.reg, m->r.edition.name,
					       &other, err);
	if (has_same_cuts(&own, &other))
		return IBP_OK;
	return refuse(m,
		      _("its size classes have other borders. Run strata "
			"on the same files in both."),
		      err);
}

/* ---- taking in ----------------------------------------------------------- */

static bool is_same_invitation(const struct ibp_register_holder *one,
			       const struct ibp_register_holder *other)
{
	return one->holder == other->holder && one->sector == other->sector &&
	       one->part == other->part && one->pupils == other->pupils &&
	       one->holding == other->holding &&
	       one->has_code == other->has_code &&
	       memcmp(&one->code, &other->code, sizeof(one->code)) == 0;
}

/* *ACTIVE: whether it counts here. */
static enum ibp_status take_invitation(struct merging *m,
				       const struct ibp_register_holder *other,
				       bool *active, struct ibp_error *err)
{
	const char *edition = m->r.edition.name;
	struct ibp_register_holder own;
	bool found;
	enum ibp_status status = ibp_register_find_holder(
		m->r.reg, edition, other->token, &own, &found, err);

	*active = other->is_active && (!found || own.is_active);
	if (status)
		return status;
	if (!found) {
		m->invited++;
		return ibp_register_add_holder(m->r.reg, edition, other, err);
	}
	if (!is_same_invitation(&own, other))
		return refuse(m, _("an invitation is not the same in both."),
			      err);
	/* What one desk has withdrawn is withdrawn. */
	if (!other->is_active)
		return ibp_register_withdraw(m->r.reg, edition, other->token,
					     &found, err);
	return IBP_OK;
}

static enum ibp_status take_answer(struct merging *m, const char *body,
				   struct ibp_error *err)
{
	struct ibp_intake_result result = {.outcome = IBP_INTAKE_REFUSED};
	struct ibp_error fault = {0};
	struct ibp_summary summary;
	enum ibp_status status = IBP_OK;
	bool is_read = ibp_summary_parse(m->other_path, body, strlen(body),
					 &summary, &fault) == IBP_OK;

	ibp_error_release(&fault);
	if (is_read)
		status = ibp_cmd_intake(&m->r, m->other_path, &summary, &result,
					err);
	if (!status && result.outcome == IBP_INTAKE_REFUSED)
		status = refuse(m, _("an answer in it was changed."), err);
	m->answered += result.outcome == IBP_INTAKE_NEW;
	m->replaced += result.outcome == IBP_INTAKE_VERSION;
	if (!status && result.message)
		ibp_run_say(m->r.run, "%s", result.message);
	free(result.message);
	return status;
}

static enum ibp_status take_one(void *self,
				const struct ibp_register_holder *holder,
				const char *body, struct ibp_error *err)
{
	struct merging *m = self;
	bool active;
	enum ibp_status status = take_invitation(m, holder, &active, err);

	return status || !active || !body ? status : take_answer(m, body, err);
}

static enum ibp_status take_other(struct merging *m, const char *path,
				  struct ibp_error *err)
{
	enum ibp_status status = ibp_register_open(
		path, IBP_STORE_READ, m->r.run->tool->name, &m->other, err);

	m->other_path = path;
	if (!status)
		status = check_edition(m, err);
	if (!status)
		status = check_unpublished(m, m->other,
					   _("it has published already."), err);
	if (!status)
		status = check_unpublished(
			m, m->r.reg,
			_("the register that takes it in has published "
			  "already."),
			err);
	if (!status)
		status = take_strata(m, err);
	if (!status)
		status = ibp_register_holders(m->other, m->r.edition.name,
					      take_one, m, err);
	ibp_register_close(m->other);
	m->other = NULL;
	return status;
}

/* ---- the command --------------------------------------------------------- */

static enum ibp_status show(const struct merging *m, struct ibp_error *err)
{
	struct ibp_doc *doc = ibp_doc_new("merge", NULL);
	enum ibp_status status;

	ibp_doc_add_fact(doc, "invited", _("New invitations"), 0,
			 ibp_cell_number(m->invited));
	ibp_doc_add_fact(doc, "received", _("New answers"), 0,
			 ibp_cell_number(m->answered));
	ibp_doc_add_fact(doc, "replaced", _("New versions"), 0,
			 ibp_cell_number(m->replaced));
	status = ibp_run_show(m->r.run, doc, err);
	ibp_doc_free(doc);
	return status;
}

/* All of them or none. */
enum ibp_status ibp_cmd_monitor_merge(struct ibp_run *run,
				      struct ibp_error *err)
{
	struct merging m = {.other = NULL};
	enum ibp_status status;

	if (!run->word_count)
		return ibp_words_exactly(run, 1, err);
	status = ibp_cmd_register_open(run, IBP_STORE_WRITE, &m.r, err);
	if (status)
		return status;
	status = ibp_register_begin(m.r.reg, err);
	for (size_t i = 0; !status && i < run->word_count; i++)
		status = take_other(&m, run->words[i], err);
	status = ibp_cmd_register_end(&m.r, status, err);
	if (!status)
		status = show(&m, err);
	ibp_cmd_register_close(&m.r);
	return status;
}
