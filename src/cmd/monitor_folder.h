/*
 * A folder of files that is there whole or not at all: filled under another
 * name beside it and then given its own.
 */
#ifndef IBP_CMD_MONITOR_FOLDER_H
#define IBP_CMD_MONITOR_FOLDER_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/error.h"

/* Zero it before use. */
struct ibp_cmd_folder {
	char *path;
	char *aside;
	bool exists; /* PATH is there, and may be replaced */
};

/*
 * Refuses a PATH that is no folder or that has something in it; with FORCE
 * only one that has other things in it than NAMES (ends with NULL).
 */
enum ibp_status ibp_cmd_folder_start(struct ibp_cmd_folder *folder,
				     const char *path, bool force,
				     const char *const *names,
				     struct ibp_error *err);
enum ibp_status ibp_cmd_folder_add(struct ibp_cmd_folder *folder,
				   const char *name, const struct ibp_buf *text,
				   struct ibp_error *err);
/* Gives it its name. */
enum ibp_status ibp_cmd_folder_finish(struct ibp_cmd_folder *folder,
				      struct ibp_error *err);
/* Removes what has no name yet. */
void ibp_cmd_folder_release(struct ibp_cmd_folder *folder);

#endif
