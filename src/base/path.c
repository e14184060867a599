#include "base/path.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"

#define BOARD_NAME "school.ibp"

char *ibp_path_join(const char *dir, const char *name)
{
	struct ibp_buf path = {0};

	ibp_buf_add(&path, dir);
	if (path.length && path.data[path.length - 1] != '/')
		ibp_buf_add_char(&path, '/');
	ibp_buf_add(&path, name);
	return ibp_buf_take(&path);
}

static const char *environment(const char *name)
{
	const char *value = getenv(name);

	return ibp_text_is_empty(value) ? NULL : value;
}

char *ibp_path_data(const char *chosen)
{
	if (!chosen)
		chosen = environment("IBP_DATADIR");
	return ibp_strdup(chosen ? chosen : IBP_PKGDATADIR);
}

char *ibp_path_locale(void)
{
	const char *chosen = environment("IBP_LOCALEDIR");

	return ibp_strdup(chosen ? chosen : IBP_INSTALLED_LOCALEDIR);
}

/* A relative path in an XDG variable is ignored, as its standard says. */
static char *user_dir(const char *variable, const char *fallback)
{
	const char *base = environment(variable);
	const char *home = environment("HOME");
	char *parent;
	char *dir;

	if (base && *base == '/')
		return ibp_path_join(base, "ibp-tools");
	parent = ibp_path_join(home ? home : "/", fallback);
	dir = ibp_path_join(parent, "ibp-tools");
	free(parent);
	return dir;
}

char *ibp_path_state(void)
{
	return user_dir("XDG_STATE_HOME", ".local/state");
}

char *ibp_path_board(const char *chosen)
{
	char *dir;
	char *path;

	if (!chosen)
		chosen = environment("IBP_FILE");
	if (!chosen && ibp_file_exists(BOARD_NAME))
		chosen = BOARD_NAME;
	if (chosen)
		return ibp_strdup(chosen);
	dir = user_dir("XDG_DATA_HOME", ".local/share");
	path = ibp_path_join(dir, BOARD_NAME);
	free(dir);
	return path;
}
