/*
 * Whole files, in and out.  Reading has a ceiling; writing is all or
 * nothing: into a new file without a name where the disk can, else beside the
 * target; synchronised, then given its name.
 */
#ifndef IBP_BASE_FILE_H
#define IBP_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"

/* PATH "-" is standard input.  More than MAX bytes is IBP_INPUT. */
enum ibp_status ibp_file_read(const char *path, size_t max,
			      struct ibp_buf *content, struct ibp_error *err);

/* The first MAX bytes; what follows is not looked at. */
enum ibp_status ibp_file_read_start(const char *path, size_t max,
				    struct ibp_buf *content,
				    struct ibp_error *err);

/*
 * Mode 0600.  An existing file is refused without FORCE.  PATH "-" is
 * standard output.  On failure nothing is left behind.
 */
enum ibp_status ibp_file_write(const char *path, const char *data,
			       size_t length, bool force,
			       struct ibp_error *err);

/*
 * The same for a file that shall not tell when it was made: its times are
 * SECONDS since 1970 before it has its name.
 */
enum ibp_status ibp_file_write_dated(const char *path, const char *data,
				     size_t length, bool force, long seconds,
				     struct ibp_error *err);

bool ibp_file_exists(const char *path);

/* Makes DIR with mode 0700, and what it lies in; it may exist. */
enum ibp_status ibp_file_make_dir(const char *dir, struct ibp_error *err);

#endif
