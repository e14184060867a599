/* What demo does in both tools: the example board in a private, throw-away
 * copy. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "cmd/file.h"
#include "cmd/words.h"
#include "file_calls.h"

#define EXAMPLE "examples/voorbeeld.ibp"
#define COPY_NAME "voorbeeld.ibp"
#define EXAMPLE_MAX ((size_t)64 * 1024 * 1024)

/* A folder that only its owner can look into; *DIR is new. */
static enum ibp_status make_dir(char **dir, struct ibp_error *err)
{
	const char *parent = getenv("TMPDIR");
	char *path = ibp_path_join(ibp_text_is_empty(parent) ? "/tmp" : parent,
				   "ibp-tools-XXXXXX");

	if (!mkdtemp(path)) {
		ibp_error_set(err, IBP_INPUT, _("%s cannot be made: %s."), path,
			      strerror(errno));
		free(path);
		return IBP_INPUT;
	}
	*dir = path;
	return IBP_OK;
}

/* With everything that the program put beside the copy. */
static void remove_dir(const char *dir)
{
	DIR *handle = opendir(dir);
	const struct dirent *entry;

	while (handle && (entry = readdir(handle))) {
		char *path = ibp_path_join(dir, entry->d_name);

		unlink(path);
		free(path);
	}
	if (handle)
		closedir(handle);
	rmdir(dir);
}

static enum ibp_status copy_example(const struct ibp_cmd_file *file,
				    const char *to, struct ibp_error *err)
{
	char *from = ibp_path_join(file->data_dir, EXAMPLE);
	struct ibp_buf content = {0};
	enum ibp_status status =
		ibp_file_read(from, EXAMPLE_MAX, &content, err);

	if (!status)
		status = ibp_file_write(to, ibp_buf_text(&content),
					content.length, false, err);
	ibp_buf_release(&content);
	free(from);
	return status;
}

const char *ibp_demo_notice(void)
{
	return _("A throw-away copy of an invented board: nothing is kept.");
}

enum ibp_status ibp_demo_run(struct ibp_run *run,
			     enum ibp_status (*show)(struct ibp_run *run,
						     struct ibp_error *err),
			     void (*close)(struct ibp_run *run),
			     struct ibp_error *err)
{
	char *dir = NULL;
	char *path = NULL;
	enum ibp_status status = ibp_words_none(run, err);

	if (!status)
		status = make_dir(&dir, err);
	if (!status) {
		path = ibp_path_join(dir, COPY_NAME);
		status = copy_example(ibp_cmd_file_of(run), path, err);
	}
	if (!status) {
		run->options.file = path;
		status = show(run, err);
	}
	close(run);
	run->options.file = NULL;
	if (dir)
		remove_dir(dir);
	free(path);
	free(dir);
	return status;
}
