/* What the tests of the store share: a folder of their own and a board. */
#ifndef IBP_TESTS_STORE_HELP_H
#define IBP_TESTS_STORE_HELP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/path.h"
#include "store/probe.h"
#include "store/store.h"

#define TOOL "ibp-test"
#define FRAMEWORK "ibp-fo"
#define VERSION "2024-06"

struct fixture {
	char dir[64];
	char *file; /* DIR/school.ibp */
	struct ibp_framework *framework;
	struct ibp_error err;
};

/* A call that must succeed; what went wrong is printed. */
#define OK(fixture, call)                                          \
	do {                                                       \
		if ((call) != IBP_OK)                              \
			fail_msg("%s: %s", #call,                  \
				 ibp_error_text(&(fixture)->err)); \
	} while (0)

/* A call that must end with WANTED and a sentence with WORDS in it. */
#define REFUSED(fixture, wanted, words, call)                          \
	do {                                                           \
		assert_int_equal((call), (wanted));                    \
		assert_int_equal((fixture)->err.status, (wanted));     \
		if (!strstr(ibp_error_text(&(fixture)->err), (words))) \
			fail_msg("\"%s\" is not in: %s", (words),      \
				 ibp_error_text(&(fixture)->err));     \
		ibp_error_release(&(fixture)->err);                    \
	} while (0)

static inline int help_set_up(void **state)
{
	struct fixture *f = ibp_alloc(sizeof(*f));
	const char *base = getenv("TMPDIR");
	char *data = ibp_path_data(NULL);

	snprintf(f->dir, sizeof(f->dir), "%.40s/ibp-XXXXXX",
		 base && *base ? base : "/tmp");
	assert_non_null(mkdtemp(f->dir));
	f->file = ibp_path_join(f->dir, "school.ibp");
	OK(f, ibp_framework_open(data, FRAMEWORK, VERSION, &f->framework,
				 &f->err));
	free(data);
	*state = f;
	return 0;
}

/* Calls EACH for every entry of DIR. */
static inline size_t help_each(const char *dir, void each(const char *path))
{
	DIR *listing = opendir(dir);
	struct dirent *entry;
	size_t count = 0;

	assert_non_null(listing);
	while ((entry = readdir(listing))) {
		char *path;

		if (strcmp(entry->d_name, ".") == 0 ||
		    strcmp(entry->d_name, "..") == 0)
			continue;
		count++;
		path = ibp_path_join(dir, entry->d_name);
		if (each)
			each(path);
		free(path);
	}
	closedir(listing);
	return count;
}

static inline void help_remove(const char *path)
{
	if (unlink(path) != 0)
		assert_int_equal(rmdir(path), 0);
}

static inline int help_tear_down(void **state)
{
	struct fixture *f = *state;

	ibp_error_release(&f->err);
	ibp_framework_free(f->framework);
	help_each(f->dir, help_remove);
	assert_int_equal(rmdir(f->dir), 0);
	free(f->file);
	free(f);
	return 0;
}

static inline void help_create(struct fixture *f)
{
	const struct ibp_change facts[] = {
		{IBP_SUBJECT_BOARD, 0, "", "name", NULL, "Stichting De Linde",
		 NULL},
		{IBP_SUBJECT_BOARD, 0, "", "sector", NULL, "po+vo", NULL},
		{IBP_SUBJECT_BOARD, 0, "", "students", NULL, "2450", NULL},
	};
	const struct ibp_store_init init = {TOOL, FRAMEWORK, VERSION, facts,
					    sizeof(facts) / sizeof(*facts)};

	OK(f, ibp_store_create(f->file, &init, &f->err));
}

static inline struct ibp_store *help_open(struct fixture *f,
					  enum ibp_store_mode mode)
{
	struct ibp_store *store = NULL;

	OK(f, ibp_store_open(f->file, mode, TOOL, &store, &f->err));
	return store;
}

/* A new board, open for writing. */
static inline struct ibp_store *help_begin(struct fixture *f)
{
	help_create(f);
	return help_open(f, IBP_STORE_WRITE);
}

/* Nothing to tell, unless the tests themselves run on a share. */
static inline void help_no_notice(struct fixture *f, struct ibp_store *store)
{
	if (!ibp_probe_is_on_share(f->dir))
		assert_null(ibp_store_notice(store));
}

/* One change to a norm of the first assessment. */
static inline void help_set(struct fixture *f, struct ibp_store *store,
			    const char *code, const char *field,
			    const char *value)
{
	const struct ibp_change change = {
		IBP_SUBJECT_NORM, 1, code, field, NULL, value, NULL};

	OK(f, ibp_store_apply(store, &change, 1, NULL, &f->err));
}

static inline struct ibp_assessment *help_load(struct fixture *f,
					       struct ibp_store *store, long id)
{
	struct ibp_assessment *loaded = NULL;

	OK(f, ibp_store_load(store, id, f->framework, &loaded, &f->err));
	return loaded;
}

static inline const struct ibp_answer *help_answer(
	struct fixture *f, const struct ibp_assessment *a, const char *code)
{
	const struct ibp_norm *norm = ibp_framework_find(f->framework, code);

	assert_non_null(norm);
	return &a->answers[ibp_framework_index(f->framework, norm)];
}

/* The score of CODE as it is in the file now. */
static inline int help_score(struct fixture *f, struct ibp_store *store,
			     const char *code)
{
	struct ibp_assessment *a = help_load(f, store, 1);
	int score = help_answer(f, a, code)->score;

	ibp_assessment_free(a);
	return score;
}

/* The whole of a file, to see that nothing touched it. */
static inline char *help_read(struct fixture *f, const char *path,
			      size_t *length)
{
	struct ibp_buf content = {0};

	OK(f, ibp_file_read(path, (size_t)1 << 28, &content, &f->err));
	*length = content.length;
	return ibp_buf_take(&content);
}

#endif
