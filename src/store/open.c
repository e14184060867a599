/* Opening a data file: what it is, whether it may be changed, its version. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "store/internal.h"
#include "store/probe.h"

static void add_notice(struct ibp_store *store, const char *sentence)
{
	if (store->notice.length)
		ibp_buf_add(&store->notice, " ");
	ibp_buf_add(&store->notice, sentence);
}

static struct ibp_store *new_store(const char *path, const char *shown,
				   const char *tool)
{
	struct ibp_store *store = ibp_alloc(sizeof(*store));

	store->path = ibp_strdup(path);
	store->shown = ibp_strdup(shown);
	store->tool = ibp_strdup(tool);
	return store;
}

void ibp_store_close(struct ibp_store *store)
{
	if (!store)
		return;
	/* SQLite first: the lease covers all that it does. */
	ibp_db_close(store->db);
	ibp_lease_release(store->lease);
	ibp_buf_release(&store->notice);
	free(store->path);
	free(store->shown);
	free(store->tool);
	free(store);
}

static void give_up_lease(struct ibp_store *store)
{
	ibp_lease_release(store->lease);
	store->lease = NULL;
}

/*
 * What stands in the way of changing the file: for a command that must
 * change it an error with what to do, for a screen a notice.
 */
static enum ibp_status only_read(struct ibp_store *store,
				 enum ibp_store_mode mode, const char *advice,
				 struct ibp_error *err)
{
	char *cause = ibp_strdup(ibp_error_text(err));
	enum ibp_status status = IBP_OK;

	if (mode == IBP_STORE_WRITE) {
		status = ibp_error_set(err, IBP_DATA, "%s %s", cause, advice);
	} else {
		add_notice(store, cause);
		add_notice(store, _("You can look at everything and change "
				    "nothing."));
		ibp_error_release(err);
	}
	free(cause);
	give_up_lease(store);
	return status;
}

static enum ibp_status take_lease(struct ibp_store *store,
				  enum ibp_store_mode mode,
				  struct ibp_error *err)
{
	long wait_ms = mode == IBP_STORE_WRITE ? IBP_LEASE_WAIT_MS : 0;

	if (mode == IBP_STORE_READ)
		return IBP_OK;
	switch (ibp_lease_take(store->path, store->shown, store->tool, wait_ms,
			       &store->lease, err)) {
	case IBP_LEASE_TAKEN:
		return IBP_OK;
	case IBP_LEASE_HELD:
		return only_read(store, mode,
				 _("Nothing was changed. Try again when that "
				   "program is done."),
				 err);
	case IBP_LEASE_NO_LOCK:
		return only_read(store, mode,
				 _("Nothing was changed. Make the file and its "
				   "folder writable, or work on a copy."),
				 err);
	case IBP_LEASE_FULL:
		break;
	}
	return mode == IBP_STORE_WRITE ? err->status :
					 only_read(store, mode, "", err);
}

static enum ibp_status check_writable(struct ibp_store *store,
				      enum ibp_store_mode mode,
				      struct ibp_error *err)
{
	if (!store->lease || ibp_db_is_writable(store->db))
		return IBP_OK;
	ibp_error_set(err, IBP_DATA, _("%s can only be read here."),
		      store->shown);
	return only_read(store, mode,
			 _("Nothing was changed. Make the file "
			   "and its folder writable, or work on "
			   "a copy."),
			 err);
}

static enum ibp_status accept_newer(struct ibp_store *store,
				    enum ibp_store_mode mode, long ours,
				    struct ibp_error *err)
{
	long min_reader;
	enum ibp_status status =
		ibp_schema_min_reader(store->db, &min_reader, err);

	if (status)
		return status;
	if (min_reader > ours)
		return ibp_error_set(err, IBP_DATA,
				     _("%s was made by a newer version of "
				       "ibp-tools and cannot be read by this "
				       "one. Install the newer version."),
				     store->shown);
	ibp_error_set(err, IBP_DATA,
		      _("%s was made by a newer version of ibp-tools."),
		      store->shown);
	return only_read(
		store, mode == IBP_STORE_READ ? IBP_STORE_SCREEN : mode,
		_("Nothing was changed. Install the newer version."), err);
}

static enum ibp_status migrate_file(struct ibp_store *store,
				    const struct ibp_schema *schema,
				    struct ibp_error *err)
{
	struct ibp_buf notice = {0};
	char *copy;
	enum ibp_status status =
		ibp_store_copy_aside(store->db, store->path, &copy, err);

	if (status)
		return status;
	status = ibp_schema_migrate(store->db, schema, err);
	if (!status) {
		ibp_buf_addf(&notice,
			     _("%s was made ready for this version of "
			       "ibp-tools. A copy of how it was is %s."),
			     store->shown, copy);
		add_notice(store, ibp_buf_text(&notice));
	}
	ibp_buf_release(&notice);
	free(copy);
	return status;
}

/* For reading only: the file stays as it is. */
static enum ibp_status migrate_in_memory(struct ibp_store *store,
					 const struct ibp_schema *schema,
					 struct ibp_error *err)
{
	struct ibp_db *memory;
	enum ibp_status status =
		ibp_db_open(IBP_DB_MEMORY, store->shown, &memory, err);

	if (status)
		return status;
	status = ibp_db_copy(store->db, memory, err);
	ibp_db_close(store->db);
	store->db = memory;
	return status ? status : ibp_schema_migrate(memory, schema, err);
}

static enum ibp_status accept_version(struct ibp_store *store,
				      enum ibp_store_mode mode,
				      const struct ibp_schema *schema,
				      struct ibp_error *err)
{
	long version;
	enum ibp_status status = ibp_schema_version(store->db, &version, err);

	if (status || version == schema->version)
		return status;
	if (version < 1)
		return ibp_error_set(err, IBP_DATA,
				     _("%s is damaged: it has no version. %s"),
				     store->shown, _(schema->remedy));
	if (version > schema->version)
		return accept_newer(store, mode, schema->version, err);
	return store->lease ? migrate_file(store, schema, err) :
			      migrate_in_memory(store, schema, err);
}

static enum ibp_status cut_short(const struct ibp_store *store,
				 const struct ibp_schema *schema,
				 struct ibp_error *err)
{
	return ibp_error_set(err, IBP_DATA,
			     _("%s is cut short: the end of the file is "
			       "missing. %s"),
			     store->shown, _(schema->remedy));
}

static enum ibp_status check_whole(struct ibp_store *store,
				   const struct ibp_schema *schema,
				   struct ibp_error *err)
{
	long has;
	long should;
	enum ibp_status status = ibp_db_size(store->db, &has, &should, err);

	return status || has >= should ? status : cut_short(store, schema, err);
}

static enum ibp_status open_db(struct ibp_store *store,
			       enum ibp_store_mode mode,
			       const struct ibp_schema *schema,
			       struct ibp_error *err)
{
	enum ibp_status status =
		ibp_db_open(store->path, store->shown, &store->db, err);

	if (!status)
		ibp_db_set_remedy(store->db, schema->remedy);
	if (!status)
		status = check_whole(store, schema, err);
	if (!status)
		status = check_writable(store, mode, err);
	if (!status)
		status = accept_version(store, mode, schema, err);
	if (status)
		return status;
	store->is_writable = store->lease != NULL;
	/* A log beside the file fails on shares; we never make one. */
	return store->is_writable ?
		       ibp_db_run(store->db, "PRAGMA journal_mode = DELETE",
				  err) :
		       ibp_db_protect(store->db, err);
}

/* Damaged it is for SQLite; that the end is missing tells more. */
static enum ibp_status explain_damage(struct ibp_store *store,
				      const struct ibp_schema *schema,
				      enum ibp_status status,
				      struct ibp_error *err)
{
	if (store->db && !ibp_db_is_damaged(store->db))
		return status;
	ibp_db_close(store->db);
	store->db = NULL;
	return ibp_probe_is_cut_short(store->path) ?
		       cut_short(store, schema, err) :
		       status;
}

enum ibp_status ibp_store_open_as(const char *path, enum ibp_store_mode mode,
				  const char *tool,
				  const struct ibp_schema *schema,
				  struct ibp_store **store,
				  struct ibp_error *err)
{
	char *real = realpath(path, NULL);
	struct ibp_store *opened = new_store(real ? real : path, path, tool);
	enum ibp_status status;

	free(real);
	/* Before the lease: beside a file of others nothing is made. */
	status = ibp_probe_file(opened->path, path, schema, err);
	if (!status)
		status = take_lease(opened, mode, err);
	if (status)
		goto out;
	status = open_db(opened, mode, schema, err);
	if (status) {
		status = explain_damage(opened, schema, status, err);
		goto out;
	}
	if (ibp_probe_is_on_share(opened->path))
		add_notice(opened, _("The file lies on a network drive or a "
				     "shared folder, where two people can "
				     "spoil each other's work. A folder on "
				     "this computer is safer."));
	*store = opened;
	opened = NULL;
out:
	ibp_store_close(opened);
	return status;
}

enum ibp_status ibp_store_open(const char *path, enum ibp_store_mode mode,
			       const char *tool, struct ibp_store **store,
			       struct ibp_error *err)
{
	return ibp_store_open_as(path, mode, tool, &ibp_board_schema, store,
				 err);
}

enum ibp_status ibp_store_open_new(const char *path, const char *shown,
				   const char *tool,
				   const struct ibp_schema *schema,
				   struct ibp_store **store,
				   struct ibp_error *err)
{
	struct ibp_store *opened = new_store(path, shown, tool);
	enum ibp_status status = ibp_db_open(path, shown, &opened->db, err);

	if (!status)
		status = ibp_schema_migrate(opened->db, schema, err);
	if (status) {
		ibp_store_close(opened);
		return status;
	}
	opened->is_writable = true;
	*store = opened;
	return IBP_OK;
}

bool ibp_store_is_writable(const struct ibp_store *store)
{
	return store->is_writable;
}

enum ibp_status ibp_store_need_write(const struct ibp_store *store,
				     struct ibp_error *err)
{
	if (store->is_writable)
		return IBP_OK;
	return ibp_error_set(err, IBP_DATA,
			     _("%s is open for reading only, so nothing was "
			       "changed."),
			     store->shown);
}

const char *ibp_store_notice(const struct ibp_store *store)
{
	return store->notice.length ? store->notice.data : NULL;
}

const char *ibp_store_path(const struct ibp_store *store)
{
	return store->shown;
}
