/* Going back to a copy, without losing what is there now. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "store/aside.h"
#include "store/internal.h"
#include "store/probe.h"

#define INTEGRITY "file-integrity"

/* The copy must be sound; a log that does not fit is the person's to judge. */
static enum ibp_status check_copy(struct ibp_store *store,
				  struct ibp_error *err)
{
	struct ibp_findings findings = {0};
	enum ibp_status status = ibp_store_check(store, &findings, err);

	for (size_t i = 0; !status && i < findings.count; i++)
		if (ibp_text_equal(findings.items[i].rule->code, INTEGRITY))
			status = ibp_error_set(
				err, IBP_DATA,
				_("The copy %s is damaged as well. Choose an "
				  "older one."),
				store->shown);
	ibp_findings_release(&findings);
	return status;
}

/* *ASIDE: a new file beside PATH with the content of COPY. */
static enum ibp_status take_content(const char *path, const char *copy,
				    const char *tool, char **aside,
				    struct ibp_error *err)
{
	struct ibp_store *store = NULL;
	enum ibp_status status;

	status = ibp_store_open(copy, IBP_STORE_READ, tool, &store, err);
	if (!status)
		status = check_copy(store, err);
	if (!status)
		status = ibp_aside_make(path, aside, err);
	if (!status)
		status = ibp_store_fill(store->db, *aside, path, err);
	ibp_store_close(store);
	return status;
}

/*
 * A change that was broken off lies in a journal, which belongs to the file
 * that is there now.  Opening puts it right; of what is not a data file at all
 * the journal goes with the file.
 */
static void settle_journal(const char *path)
{
	struct ibp_error ignored = {0};
	struct ibp_db *db = NULL;
	long version;

	if (ibp_probe_file(path, path, &ibp_board_schema, &ignored) == IBP_OK &&
	    ibp_db_open(path, path, &db, &ignored) == IBP_OK)
		ibp_schema_version(db, &version, &ignored);
	ibp_db_close(db);
	ibp_error_release(&ignored);
}

static enum ibp_status move_journal(const char *path, const char *saved,
				    struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;
	struct ibp_buf from = {0};
	struct ibp_buf to = {0};

	ibp_buf_addf(&from, "%s-journal", path);
	ibp_buf_addf(&to, "%s-journal", saved);
	if (rename(from.data, to.data) != 0 && errno != ENOENT)
		status = ibp_error_set(err, IBP_INPUT,
				       _("%s cannot be moved: %s."), from.data,
				       strerror(errno));
	ibp_buf_release(&from);
	ibp_buf_release(&to);
	return status;
}

/* What is there now gets a dated name as well, whatever its state. */
static enum ibp_status save_current(const char *path, char **saved,
				    struct ibp_error *err)
{
	if (!ibp_file_exists(path))
		return ibp_store_check_no_journal(path, err);
	settle_journal(path);
	return ibp_store_name_copy(path, path, true, saved, err);
}

/* The file has its name back, and no other. */
static void take_back(const char *path, char **saved)
{
	struct ibp_error ignored = {0};

	if (!*saved)
		return;
	move_journal(*saved, path, &ignored);
	if (!ibp_file_exists(path))
		rename(*saved, path);
	else
		unlink(*saved);
	free(*saved);
	*saved = NULL;
	ibp_error_release(&ignored);
}

static enum ibp_status replace(const char *path, const char *aside,
			       char **saved, struct ibp_error *err)
{
	enum ibp_status status;

	*saved = NULL;
	status = save_current(path, saved, err);
	if (!status && *saved)
		status = move_journal(path, *saved, err);
	if (!status)
		status = ibp_aside_replace(aside, path, err);
	if (status)
		take_back(path, saved);
	return status;
}

static enum ibp_status restore(const char *path, const char *copy,
			       const char *tool, char **saved,
			       struct ibp_error *err)
{
	enum ibp_status status;
	char *aside = NULL;

	status = take_content(path, copy, tool, &aside, err);
	if (!status)
		status = replace(path, aside, saved, err);
	ibp_aside_drop(aside);
	return status;
}

enum ibp_status ibp_store_restore(const char *path, const char *copy,
				  const char *tool, char **saved,
				  struct ibp_error *err)
{
	char *real = realpath(path, NULL);
	char *source = realpath(copy, NULL);
	const char *target = real ? real : path;
	struct ibp_lease *lease = NULL;
	enum ibp_status status;

	if (!source)
		status = ibp_error_set(err, IBP_INPUT,
				       _("There is no copy %s."), copy);
	else if (strcmp(source, target) == 0)
		status = ibp_error_set(err, IBP_USAGE,
				       _("%s is the data file itself, not a "
					 "copy of it."),
				       copy);
	else if (ibp_lease_take(target, path, tool, IBP_LEASE_WAIT_MS, &lease,
				err) == IBP_LEASE_TAKEN)
		status = IBP_OK;
	else
		status = err->status;
	if (!status)
		status = restore(target, copy, tool, saved, err);
	ibp_lease_release(lease);
	free(real);
	free(source);
	return status;
}
