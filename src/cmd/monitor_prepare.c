/* What the commands of ibp-monitor share. */
#include "cmd/monitor.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/path.h"
#include "model/framework.h"

#define FRAMEWORK "ibp-fo"

struct ibp_cmd_monitor *ibp_cmd_monitor_of(const struct ibp_run *run)
{
	return run->tool_data;
}

enum ibp_status ibp_cmd_monitor_prepare(struct ibp_run *run,
					struct ibp_error *err)
{
	struct ibp_cmd_monitor *monitor = ibp_alloc(sizeof(*monitor));

	(void)err;
	run->tool_data = monitor;
	ibp_date_today(monitor->today);
	monitor->data_dir = ibp_path_data(run->options.data);
	return IBP_OK;
}

void ibp_cmd_monitor_release(struct ibp_run *run)
{
	struct ibp_cmd_monitor *monitor = ibp_cmd_monitor_of(run);

	if (!monitor)
		return;
	for (size_t i = 0; i < monitor->known_count; i++) {
		ibp_catalogue_free(monitor->known[i].catalogue);
		ibp_framework_free(monitor->known[i].framework);
	}
	free(monitor->known);
	free(monitor->data_dir);
	free(monitor);
	run->tool_data = NULL;
}

/* A framework that cannot be used to compare with is not known. */
static enum ibp_status read_one(struct ibp_cmd_monitor *monitor,
				const char *version, struct ibp_error *err)
{
	struct ibp_cmd_known *known = &monitor->known[monitor->known_count];
	enum ibp_status status = ibp_framework_open(
		monitor->data_dir, FRAMEWORK, version, &known->framework, err);

	if (!status)
		status = ibp_catalogue_new(known->framework,
					   &ibp_sdc_rules_default,
					   &known->catalogue, err);
	if (!status) {
		monitor->known_count++;
		return IBP_OK;
	}
	ibp_framework_free(known->framework);
	*known = (struct ibp_cmd_known){0};
	return status;
}

/* FAULT gets what was wrong with the last one that could not be read. */
static void read_known(struct ibp_cmd_monitor *monitor, struct ibp_error *fault)
{
	struct ibp_arena arena = {0};
	struct ibp_strings versions;

	if (monitor->known)
		return;
	versions = ibp_framework_versions(monitor->data_dir, FRAMEWORK, &arena);
	monitor->known =
		ibp_alloc((versions.count + 1) * sizeof(*monitor->known));
	for (size_t i = 0; i < versions.count; i++)
		(void)read_one(monitor, versions.items[i], fault);
	ibp_arena_release(&arena);
}

const struct ibp_catalogue *ibp_cmd_monitor_find(struct ibp_run *run,
						 const char *digest)
{
	struct ibp_cmd_monitor *monitor = ibp_cmd_monitor_of(run);
	struct ibp_error fault = {0};

	read_known(monitor, &fault);
	ibp_error_release(&fault);
	for (size_t i = 0; i < monitor->known_count; i++)
		if (strcmp(monitor->known[i].catalogue->digest, digest) == 0)
			return monitor->known[i].catalogue;
	return NULL;
}

enum ibp_status ibp_cmd_monitor_newest(struct ibp_run *run,
				       const struct ibp_catalogue **catalogue,
				       struct ibp_error *err)
{
	struct ibp_cmd_monitor *monitor = ibp_cmd_monitor_of(run);
	struct ibp_error fault = {0};

	read_known(monitor, &fault);
	if (monitor->known_count) {
		*catalogue = monitor->known[monitor->known_count - 1].catalogue;
		ibp_error_release(&fault);
		return IBP_OK;
	}
	if (fault.text) {
		*err = fault;
		return fault.status;
	}
	return ibp_error_set(err, IBP_INPUT,
			     _("There is no framework %s in %s."), FRAMEWORK,
			     monitor->data_dir);
}
