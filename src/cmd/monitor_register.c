/* Opening the register, and random numbers. */
#include "cmd/monitor_register.h"

#include "base/i18n.h"
#include "base/random.h"

enum ibp_status ibp_cmd_register_path(struct ibp_run *run, const char **path,
				      struct ibp_error *err)
{
	*path = run->options.register_file;
	if (*path)
		return IBP_OK;
	return ibp_error_set(err, IBP_USAGE,
			     _("Name the register with -r FILE."));
}

enum ibp_status ibp_cmd_edition_check(
	const struct ibp_register_edition *edition, struct ibp_error *err)
{
	if (!*edition->closed)
		return IBP_OK;
	return ibp_error_set(err, IBP_FOUND,
			     _("Edition %s is closed: its answers were "
			       "deleted. Open the next one with \"ibp-monitor "
			       "invite\"."),
			     edition->name);
}

static enum ibp_status find_catalogue(struct ibp_cmd_register *r,
				      struct ibp_error *err)
{
	r->catalogue = ibp_cmd_monitor_find(r->run, r->edition.catalogue);
	if (r->catalogue)
		return IBP_OK;
	return ibp_error_set(err, IBP_INPUT,
			     _("No framework on this machine has the catalogue "
			       "of edition %s. Use the version of ibp-tools "
			       "that the edition was opened with."),
			     r->edition.name);
}

enum ibp_status ibp_cmd_register_open(struct ibp_run *run,
				      enum ibp_store_mode mode,
				      struct ibp_cmd_register *r,
				      struct ibp_error *err)
{
	const char *path;
	enum ibp_status status = ibp_cmd_register_path(run, &path, err);

	*r = (struct ibp_cmd_register){.run = run};
	if (!status)
		status = ibp_register_open(path, mode, run->tool->name, &r->reg,
					   err);
	if (!status)
		status = ibp_register_edition(r->reg, &r->edition, err);
	if (!status && mode == IBP_STORE_WRITE)
		status = ibp_cmd_edition_check(&r->edition, err);
	if (!status)
		status = find_catalogue(r, err);
	if (!status && ibp_register_notice(r->reg))
		ibp_run_say(run, "%s", ibp_register_notice(r->reg));
	if (status)
		ibp_cmd_register_close(r);
	return status;
}

enum ibp_status ibp_cmd_register_end(struct ibp_cmd_register *r,
				     enum ibp_status status,
				     struct ibp_error *err)
{
	if (!status && !r->run->options.dry_run)
		return ibp_register_commit(r->reg, err);
	ibp_register_rollback(r->reg);
	if (!status)
		ibp_run_say(r->run, "%s",
			    _("This would change. Nothing was changed."));
	return status;
}

void ibp_cmd_register_close(struct ibp_cmd_register *r)
{
	ibp_register_close(r->reg);
	r->reg = NULL;
}

static enum ibp_status fill(void *self, void *bytes, size_t count,
			    struct ibp_error *err)
{
	(void)self;
	return ibp_random_bytes(bytes, count, err);
}

const struct ibp_sdc_random ibp_cmd_system_random = {fill, NULL};
