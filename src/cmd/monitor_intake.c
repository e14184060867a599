/* One summary at the door: I2 to I6. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "cmd/monitor_register.h"
#include "exchange/summary.h"

static void refuse(struct ibp_intake_result *result, const char *code,
		   const char *why, const char *file)
{
	struct ibp_buf text = {0};

	ibp_buf_add(&text, code);
	ibp_buf_add(&text, ": ");
	ibp_buf_add(&text, file);
	ibp_buf_add(&text, ": ");
	ibp_buf_add(&text, why);
	result->outcome = IBP_INTAKE_REFUSED;
	snprintf(result->code, sizeof(result->code), "%s", code);
	result->message = ibp_buf_take(&text);
}

/* I2 */
static bool is_of_edition(const struct ibp_cmd_register *r,
			  const struct ibp_summary *summary)
{
	return strcmp(summary->edition, r->edition.name) == 0 &&
	       strcmp(summary->catalogue, r->edition.catalogue) == 0;
}

/* I5; the sentence of core has the code in it. */
static bool has_fitting_counts(const struct ibp_cmd_register *r,
			       const struct ibp_summary *summary)
{
	struct ibp_error fault = {0};
	bool fits = ibp_summary_check("", summary, r->catalogue,
				      &ibp_sdc_rules_default, &fault) == IBP_OK;

	ibp_error_release(&fault);
	return fits;
}

static enum ibp_status check(struct ibp_cmd_register *r, const char *file,
			     const struct ibp_summary *summary,
			     struct ibp_register_holder *holder,
			     struct ibp_intake_result *result,
			     struct ibp_error *err)
{
	enum ibp_status status;
	uint64_t token = 0;
	bool found = false;

	if (!is_of_edition(r, summary)) {
		refuse(result, "I2",
		       _("another edition or catalogue than this round. "
			 "Refused."),
		       file);
		return IBP_OK;
	}
	ibp_sdc_token_parse(summary->token_id, &token);
	status = ibp_register_find_holder(r->reg, r->edition.name, token,
					  holder, &found, err);
	if (status)
		return status;
	if (found)
		result->token = token;
	if (!found || !holder->is_active || !holder->has_code)
		refuse(result, "I3",
		       _("unknown or withdrawn invitation. Refused."), file);
	else if (!ibp_summary_is_signed(summary, &holder->code))
		refuse(result, "I4",
		       _("the check number is wrong; the file was changed or "
			 "the code is another. Refused."),
		       file);
	else if (!has_fitting_counts(r, summary))
		refuse(result, "I5",
		       _("the numbers do not fit the catalogue. Refused."),
		       file);
	return IBP_OK;
}

static void note_version(struct ibp_intake_result *result, const char *token,
			 uint32_t before)
{
	struct ibp_buf text = {0};

	result->outcome = IBP_INTAKE_VERSION;
	ibp_buf_addf(&text, _("I6: %s: new version %ld replaces version %ld."),
		     token, (long)result->version, (long)before);
	snprintf(result->code, sizeof(result->code), "I6");
	result->message = ibp_buf_take(&text);
}

static enum ibp_status keep(struct ibp_cmd_register *r,
			    const struct ibp_summary *summary,
			    const struct ibp_register_holder *holder,
			    struct ibp_intake_result *result,
			    struct ibp_error *err)
{
	struct ibp_buf text = {0};
	char *before = NULL;
	enum ibp_status status = IBP_OK;

	ibp_summary_write(summary, &text);
	result->version = holder->version;
	if (holder->version)
		status = ibp_register_body(r->reg, r->edition.name,
					   holder->token, &before, err);
	if (!status && before && strcmp(before, ibp_buf_text(&text)) == 0) {
		result->outcome = IBP_INTAKE_SAME;
	} else if (!status) {
		result->version++;
		if (holder->version)
			note_version(result, summary->token_id,
				     holder->version);
		status = ibp_register_submit(r->reg, r->edition.name,
					     holder->token, result->version,
					     ibp_buf_text(&text), err);
	}
	free(before);
	ibp_buf_release(&text);
	return status;
}

enum ibp_status ibp_cmd_intake(struct ibp_cmd_register *r, const char *file,
			       const struct ibp_summary *summary,
			       struct ibp_intake_result *result,
			       struct ibp_error *err)
{
	struct ibp_register_holder holder;
	enum ibp_status status;

	*result = (struct ibp_intake_result){.outcome = IBP_INTAKE_NEW};
	status = check(r, file, summary, &holder, result, err);
	if (!status && result->outcome == IBP_INTAKE_REFUSED)
		status = ibp_register_refuse(r->reg, r->edition.name,
					     result->token, result->code, 1,
					     err);
	else if (!status)
		status = keep(r, summary, &holder, result, err);
	if (!status)
		return IBP_OK;
	free(result->message);
	result->message = NULL;
	return status;
}
