/* Dated copies beside the data file. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "store/aside.h"
#include "store/internal.h"

#define EXTENSION ".ibp"
#define SAME_SECOND_MAX 99

/* The part of PATH that its copies have in common: "school" and a dash. */
static void add_stem(struct ibp_buf *buf, const char *path)
{
	size_t length = strlen(path);
	size_t ending = strlen(EXTENSION);

	if (length > ending && strcmp(path + length - ending, EXTENSION) == 0)
		length -= ending;
	ibp_buf_add_bytes(buf, path, length);
	ibp_buf_add_char(buf, '-');
}

/* 2026-11-23T12:00:00Z as 20261123-120000. */
static void add_moment(struct ibp_buf *buf)
{
	char now[IBP_TIME_SIZE];

	ibp_time_now(now);
	for (const char *c = now; *c; c++) {
		if (*c >= '0' && *c <= '9')
			ibp_buf_add_char(buf, *c);
		else if (*c == 'T')
			ibp_buf_add_char(buf, '-');
	}
}

static char *copy_name(const char *path, int number)
{
	struct ibp_buf name = {0};

	add_stem(&name, path);
	add_moment(&name);
	if (number > 1)
		ibp_buf_addf(&name, "-%d", number);
	ibp_buf_add(&name, EXTENSION);
	return ibp_buf_take(&name);
}

static enum ibp_status fill(struct ibp_db *db, const char *aside,
			    const char *shown, struct ibp_error *err)
{
	struct ibp_db *target;
	enum ibp_status status = ibp_db_open(aside, shown, &target, err);

	if (status)
		return status;
	status = ibp_db_copy(db, target, err);
	ibp_db_close(target);
	return status;
}

/* Gives ASIDE the first dated name that is free. */
static enum ibp_status publish(const char *aside, const char *path, char **copy,
			       struct ibp_error *err)
{
	for (int number = 1; number <= SAME_SECOND_MAX; number++) {
		char *name = copy_name(path, number);
		bool exists;
		enum ibp_status status =
			ibp_aside_publish(aside, name, &exists, err);

		if (!status && !exists) {
			*copy = name;
			return IBP_OK;
		}
		free(name);
		if (status)
			return status;
	}
	return ibp_error_set(err, IBP_INPUT,
			     _("There are too many copies of %s of this very "
			       "second."),
			     path);
}

enum ibp_status ibp_store_copy_aside(struct ibp_db *db, const char *path,
				     char **copy, struct ibp_error *err)
{
	char *aside = NULL;
	enum ibp_status status = ibp_aside_make(path, &aside, err);

	if (!status)
		status = fill(db, aside, path, err);
	if (!status)
		status = publish(aside, path, copy, err);
	ibp_aside_drop(aside);
	return status;
}

enum ibp_status ibp_store_backup(struct ibp_store *store, char **copy,
				 struct ibp_error *err)
{
	return ibp_store_copy_aside(store->db, store->path, copy, err);
}
