#include "tui/editor.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"

extern char **environ;

#define EDITED_MAX ((size_t)4 * IBP_TEXT_NOTE_MAX)
#define SHELL_NOT_FOUND 127

const char *ibp_editor_name(void)
{
	const char *name = getenv("VISUAL");

	if (ibp_text_is_empty(name))
		name = getenv("EDITOR");
	return ibp_text_is_empty(name) ? NULL : name;
}

/* A new private file; its name ends in .txt for the editor. */
static char *write_file(const char *text, size_t length, struct ibp_error *err)
{
	const char *dir = getenv("TMPDIR");
	char *path = ibp_path_join(ibp_text_is_empty(dir) ? "/tmp" : dir,
				   "ibp-XXXXXX.txt");
	int file = mkstemps(path, 4);

	if (file >= 0 && write(file, text, length) == (ssize_t)length &&
	    !close(file))
		return path;
	ibp_error_set(err, IBP_INPUT, _("Cannot write %s: %s."), path,
		      strerror(errno));
	free(path);
	return NULL;
}

/* The child starts with every signal as the shell knows it. */
static int spawn(pid_t *child, char *const words[])
{
	posix_spawnattr_t attributes;
	sigset_t none;
	int failed;

	sigemptyset(&none);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
	failed = posix_spawn(child, "/bin/sh", NULL, &attributes, words,
			     environ);
	posix_spawnattr_destroy(&attributes);
	return failed;
}

static enum ibp_status run(const char *editor, char *path,
			   struct ibp_error *err)
{
	struct ibp_buf script = {0};
	char shell[] = "sh";
	char option[] = "-c";
	char *words[6] = {shell, option, NULL, shell, path, NULL};
	pid_t child;
	int status = 0;
	int failed;

	ibp_buf_addf(&script, "%s \"$@\"", editor);
	words[2] = script.data;
	failed = spawn(&child, words);
	ibp_buf_release(&script);
	if (failed)
		return ibp_error_set(err, IBP_USAGE,
				     _("The editor could not start: %s. "
				       "Nothing was changed."),
				     strerror(failed));
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		continue;
	if (WIFEXITED(status) && WEXITSTATUS(status) == SHELL_NOT_FOUND)
		return ibp_error_set(err, IBP_USAGE,
				     _("The editor %s was not found. Nothing "
				       "was changed."),
				     editor);
	if (WIFEXITED(status) && !WEXITSTATUS(status))
		return IBP_OK;
	return ibp_error_set(
		err, IBP_USAGE,
		_("The editor ended with status %d. Nothing was changed."),
		WIFEXITED(status) ? WEXITSTATUS(status) :
				    128 + WTERMSIG(status));
}

enum ibp_status ibp_editor_run(const char *text, char **edited,
			       struct ibp_error *err)
{
	const char *editor = ibp_editor_name();
	struct ibp_buf before = {0};
	struct ibp_buf content = {0};
	enum ibp_status status = IBP_INPUT;
	char *path;

	ibp_buf_add(&before, text);
	if (*text)
		ibp_buf_add(&before, "\n");
	path = write_file(ibp_buf_text(&before), before.length, err);
	if (!path)
		goto out;
	status = run(editor ? editor : "vi", path, err);
	if (status)
		goto out;
	status = ibp_file_read(path, EDITED_MAX, &content, err);
	if (status)
		goto out;
	*edited = strcmp(ibp_buf_text(&content), ibp_buf_text(&before)) ?
			  ibp_buf_take(&content) :
			  NULL;
out:
	if (path)
		unlink(path);
	ibp_buf_release(&content);
	ibp_buf_release(&before);
	free(path);
	return status;
}
