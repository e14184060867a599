/*
 * Files that are there whole or not at all: made under another name in the
 * same folder, with mode 0600 whatever the umask, and then given their own.
 */
#ifndef IBP_STORE_ASIDE_H
#define IBP_STORE_ASIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/* How much of PATH is its folder, with the slash; 0: the current one. */
size_t ibp_aside_folder(const char *path);

/* An empty file in the folder of PATH; *ASIDE is its new name. */
enum ibp_status ibp_aside_make(const char *path, char **aside,
			       struct ibp_error *err);

/*
 * Gives ASIDE the name PATH.  What has that name already stays: then
 * *EXISTS is true, and nothing was done.
 */
enum ibp_status ibp_aside_publish(const char *aside, const char *path,
				  bool *exists, struct ibp_error *err);

/*
 * Gives the file PATH the name NAME as well, like publish.  Where a file can
 * have one name only, it loses the name PATH.
 */
enum ibp_status ibp_aside_keep(const char *path, const char *name, bool *exists,
			       struct ibp_error *err);

/* Gives ASIDE the name PATH in the place of what has it. */
enum ibp_status ibp_aside_replace(const char *aside, const char *path,
				  struct ibp_error *err);

/* Removes what is left under the name ASIDE, and frees the name. */
void ibp_aside_drop(char *aside);

#endif
