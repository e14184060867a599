/*
 * Folders as lists of files.
 */
#ifndef IBP_BASE_FOLDER_H
#define IBP_BASE_FOLDER_H

#include <stdbool.h>

#include "base/error.h"
#include "base/mem.h"

/* More files than this in one folder are refused. */
#define IBP_FOLDER_MAX 100000

bool ibp_folder_exists(const char *path);

/*
 * The paths of the files in DIR whose names end in ENDING, by name, in
 * ARENA; what lies deeper or begins with a dot is not looked at.
 */
enum ibp_status ibp_folder_list(const char *dir, const char *ending,
				struct ibp_arena *arena,
				struct ibp_strings *list,
				struct ibp_error *err);

#endif
