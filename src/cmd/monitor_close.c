/* clean and withdraw: what is taken out of an edition. */
#include "base/i18n.h"
#include "cmd/monitor_register.h"
#include "cmd/words.h"

/* ---- clean --------------------------------------------------------------- */

static const struct ibp_field fields[] = {
	{.name = "edition",
	 .label = N_("Edition"),
	 .kind = IBP_FIELD_LINE,
	 .max = IBP_EDITION_SIZE},
	{.name = NULL},
};

/* The edition with this NAME, NULL: the newest; it need not be the last. */
static enum ibp_status open_edition(struct ibp_cmd_register *r,
				    const char *name, struct ibp_error *err)
{
	const char *path;
	bool found = true;
	enum ibp_status status = ibp_cmd_register_path(r->run, &path, err);

	if (!status)
		status = ibp_register_open(path, IBP_STORE_WRITE,
					   r->run->tool->name, &r->reg, err);
	if (!status && name)
		status = ibp_register_find_edition(r->reg, name, &r->edition,
						   &found, err);
	else if (!status)
		status = ibp_register_edition(r->reg, &r->edition, err);
	if (!status && !found)
		status = ibp_error_set(err, IBP_INPUT,
				       _("%s has no edition %s."), path, name);
	return status ? status : ibp_cmd_edition_check(&r->edition, err);
}

/* Under -n there is nothing to be sure of. */
static enum ibp_status confirm(const struct ibp_cmd_register *r, bool *yes,
			       struct ibp_error *err)
{
	struct ibp_buf question = {0};
	enum ibp_status status;

	*yes = r->run->options.dry_run;
	if (*yes)
		return IBP_OK;
	ibp_buf_addf(&question,
		     _("Close edition %s and delete all answers and codes? "
		       "Nothing can be published from it any more. [y/N]"),
		     r->edition.name);
	status = ibp_run_confirm(r->run, ibp_buf_text(&question), yes, err);
	ibp_buf_release(&question);
	return status;
}

static enum ibp_status clean(struct ibp_cmd_register *r, struct ibp_error *err)
{
	char now[IBP_TIME_SIZE];
	enum ibp_status status = ibp_register_begin(r->reg, err);

	ibp_time_now(now);
	if (status)
		return status;
	status = ibp_register_clean(r->reg, r->edition.name, now, err);
	return ibp_cmd_register_end(r, status, err);
}

static enum ibp_status ask_and_clean(struct ibp_cmd_register *r,
				     struct ibp_error *err)
{
	bool yes = false;
	enum ibp_status status = confirm(r, &yes, err);

	if (!status && yes)
		status = clean(r, err);
	if (!status && !r->run->options.dry_run)
		ibp_run_say(r->run,
			    yes ? _("Edition %s is closed: its answers and "
				    "codes are gone.") :
				  _("Edition %s stays open."),
			    r->edition.name);
	return status;
}

enum ibp_status ibp_cmd_monitor_clean(struct ibp_run *run,
				      struct ibp_error *err)
{
	struct ibp_cmd_register r = {.run = run};
	struct ibp_words words = {0};
	enum ibp_status status = ibp_words_read(
		run, fields, ibp_cmd_monitor_of(run)->today, &words, err);

	if (!status)
		status = ibp_words_count(run, &words, 0, 0, err);
	if (!status)
		status = open_edition(&r, ibp_words_value(&words, "edition"),
				      err);
	if (!status)
		status = ask_and_clean(&r, err);
	ibp_words_release(&words);
	ibp_cmd_register_close(&r);
	return status;
}

/* ---- withdraw ------------------------------------------------------------ */

static enum ibp_status withdraw_one(struct ibp_cmd_register *r,
				    const char *word, struct ibp_error *err)
{
	uint64_t token;
	bool found = false;
	enum ibp_status status = IBP_OK;

	if (ibp_sdc_token_parse(word, &token))
		status = ibp_register_withdraw(r->reg, r->edition.name, token,
					       &found, err);
	if (status || found)
		return status;
	return ibp_error_set(err, IBP_INPUT,
			     _("Edition %s has no open invitation %s."),
			     r->edition.name, word);
}

enum ibp_status ibp_cmd_monitor_withdraw(struct ibp_run *run,
					 struct ibp_error *err)
{
	struct ibp_cmd_register r;
	enum ibp_status status;

	if (!run->word_count)
		return ibp_words_exactly(run, 1, err);
	status = ibp_cmd_register_open(run, IBP_STORE_WRITE, &r, err);
	if (status)
		return status;
	status = ibp_register_begin(r.reg, err);
	for (size_t i = 0; !status && i < run->word_count; i++)
		status = withdraw_one(&r, run->words[i], err);
	status = ibp_cmd_register_end(&r, status, err);
	if (!status && !run->options.dry_run)
		ibp_run_say(run,
			    ibp_ngettext("%zu invitation is withdrawn.",
					 "%zu invitations are withdrawn.",
					 run->word_count),
			    run->word_count);
	ibp_cmd_register_close(&r);
	return status;
}
