/* Dated copies beside the data file: made and listed. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "store/aside.h"
#include "store/internal.h"

#define EXTENSION ".ibp"
#define MOMENT "00000000-000000"
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

enum ibp_status ibp_store_fill(struct ibp_db *db, const char *aside,
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

enum ibp_status ibp_store_name_copy(const char *file, const char *path,
				    bool keep, char **copy,
				    struct ibp_error *err)
{
	for (int number = 1; number <= SAME_SECOND_MAX; number++) {
		char *name = copy_name(path, number);
		bool exists;
		enum ibp_status status =
			keep ? ibp_aside_keep(file, name, &exists, err) :
			       ibp_aside_publish(file, name, &exists, err);

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
		status = ibp_store_fill(db, aside, path, err);
	if (!status)
		status = ibp_store_name_copy(aside, path, false, copy, err);
	ibp_aside_drop(aside);
	return status;
}

enum ibp_status ibp_store_backup(struct ibp_store *store, char **copy,
				 struct ibp_error *err)
{
	return ibp_store_copy_aside(store->db, store->path, copy, err);
}

/* The digits of TEXT where PATTERN has a 0, the same elsewhere. */
static bool matches(const char *text, const char *pattern)
{
	for (; *pattern; pattern++, text++)
		if (*pattern == '0' ? *text < '0' || *text > '9' :
				      *text != *pattern)
			return false;
	return true;
}

/* "20261123-120000.ibp" or "20261123-120000-2.ibp" as a time in ARENA. */
static const char *read_moment(const char *text, struct ibp_arena *arena)
{
	const char *rest = text + strlen(MOMENT);
	const char *time;

	if (!matches(text, MOMENT))
		return NULL;
	if (*rest == '-')
		rest += 1 + strspn(rest + 1, "0123456789");
	time = ibp_arena_printf(arena, "%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", text,
				text + 4, text + 6, text + 9, text + 11,
				text + 13);
	return strcmp(rest, EXTENSION) == 0 && ibp_time_is_valid(time) ? time :
									 NULL;
}

static int newest_first(const void *a, const void *b)
{
	const struct ibp_store_copy *one = a;
	const struct ibp_store_copy *other = b;
	int order = strcmp(other->at, one->at);

	/* Of one second the later one has a number, or a longer one. */
	if (!order)
		order = (strlen(other->name) > strlen(one->name)) -
			(strlen(other->name) < strlen(one->name));
	return order ? order : strcmp(other->name, one->name);
}

/* The files of FOLDER whose name starts with STEM and goes on as a copy. */
static size_t list_copies(DIR *folder, const char *path, const char *stem,
			  struct ibp_arena *arena,
			  struct ibp_store_copy **copies)
{
	struct ibp_store_copy *found = NULL;
	size_t capacity = 0;
	size_t count = 0;
	struct dirent *entry;

	while ((entry = readdir(folder))) {
		const char *at;

		if (strncmp(entry->d_name, stem, strlen(stem)) != 0)
			continue;
		at = read_moment(entry->d_name + strlen(stem), arena);
		if (!at)
			continue;
		found = ibp_grow(found, &capacity, count + 1, sizeof(*found));
		found[count++] = (struct ibp_store_copy){
			ibp_arena_printf(arena, "%.*s%s",
					 (int)ibp_aside_folder(path), path,
					 entry->d_name),
			ibp_arena_strdup(arena, entry->d_name), at};
	}
	*copies = ibp_arena_alloc(arena, count * sizeof(*found));
	if (count) {
		memcpy(*copies, found, count * sizeof(*found));
		qsort(*copies, count, sizeof(*found), newest_first);
	}
	free(found);
	return count;
}

enum ibp_status ibp_store_copies(const char *path, struct ibp_arena *arena,
				 struct ibp_store_copy **copies, size_t *count,
				 struct ibp_error *err)
{
	char *real = realpath(path, NULL);
	const char *at = real ? real : path;
	size_t length = ibp_aside_folder(at);
	const char *name = ibp_arena_strndup(arena, at, length);
	DIR *folder = opendir(length ? name : ".");
	enum ibp_status status = IBP_OK;
	struct ibp_buf stem = {0};

	add_stem(&stem, at + length);
	if (folder) {
		*count = list_copies(folder, at, stem.data, arena, copies);
		closedir(folder);
	} else {
		status = ibp_error_set(err, IBP_INPUT,
				       _("The folder of %s cannot be read: "
					 "%s."),
				       path, strerror(errno));
	}
	ibp_buf_release(&stem);
	free(real);
	return status;
}
