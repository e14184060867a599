/* Making a data file: whole, or not at all. */
#include <string.h>

#include "base/date.h"
#include "base/file.h"
#include "base/i18n.h"
#include "store/aside.h"
#include "store/internal.h"

#define YEAR_LENGTH 4
#define FIRST_ID "1"

static void add_facts(struct ibp_changes *changes,
		      const struct ibp_store_init *init)
{
	for (size_t i = 0; i < init->board_count; i++)
		ibp_changes_add(changes, IBP_SUBJECT_BOARD, 0, "",
				init->board[i].field, NULL, init->board[i].to);
}

/* The name is the year: people make one assessment a year. */
static void add_first(struct ibp_changes *changes,
		      const struct ibp_store_init *init)
{
	char now[IBP_TIME_SIZE];
	char year[YEAR_LENGTH + 1] = "";

	ibp_time_now(now);
	memcpy(year, now, YEAR_LENGTH);
	ibp_changes_add(changes, IBP_SUBJECT_ASSESSMENT, 0, FIRST_ID, "name",
			NULL, year);
	ibp_changes_add(changes, IBP_SUBJECT_ASSESSMENT, 0, FIRST_ID,
			"framework", NULL, init->framework_id);
	ibp_changes_add(changes, IBP_SUBJECT_ASSESSMENT, 0, FIRST_ID, "version",
			NULL, init->framework_version);
	ibp_changes_add(changes, IBP_SUBJECT_ASSESSMENT, 0, FIRST_ID, "created",
			NULL, now);
}

static enum ibp_status fill(const char *aside, const char *path,
			    const struct ibp_store_init *init,
			    struct ibp_error *err)
{
	struct ibp_changes changes = {0};
	struct ibp_store *store = NULL;
	enum ibp_status status;

	status = ibp_store_open_new(aside, path, init->tool, &ibp_board_schema,
				    &store, err);
	if (status)
		return status;
	add_facts(&changes, init);
	add_first(&changes, init);
	status = ibp_store_step(store, changes.items, changes.count, false,
				NULL, err);
	ibp_changes_release(&changes);
	ibp_store_close(store);
	return status;
}

static enum ibp_status exists_already(const char *path, struct ibp_error *err)
{
	return ibp_error_set(err, IBP_INPUT,
			     _("%s exists already. Choose another name with "
			       "-f."),
			     path);
}

enum ibp_status ibp_store_check_no_journal(const char *path,
					   struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;
	struct ibp_buf journal = {0};

	ibp_buf_addf(&journal, "%s-journal", path);
	if (ibp_file_exists(journal.data))
		status = ibp_error_set(
			err, IBP_INPUT,
			_("%s was left behind by a data file that is gone. "
			  "Move it to another folder, or choose another name "
			  "with -f."),
			journal.data);
	ibp_buf_release(&journal);
	return status;
}

enum ibp_status ibp_store_create(const char *path,
				 const struct ibp_store_init *init,
				 struct ibp_error *err)
{
	enum ibp_status status;
	char *aside = NULL;
	bool exists = false;

	if (ibp_file_exists(path))
		return exists_already(path, err);
	status = ibp_store_check_no_journal(path, err);
	if (!status)
		status = ibp_aside_make(path, &aside, err);
	if (!status)
		status = fill(aside, path, init, err);
	if (!status)
		status = ibp_aside_publish(aside, path, &exists, err);
	if (exists)
		status = exists_already(path, err);
	ibp_aside_drop(aside);
	return status;
}
