/*
 * The file of a summary, summary-EDITION-TOKEN.json.  There is one way to
 * write what it says: the reader takes exactly what the writer makes, byte
 * for byte, so that nothing can be hidden in it.
 */
#ifndef IBP_EXCHANGE_SUMMARY_H
#define IBP_EXCHANGE_SUMMARY_H

#include "base/buf.h"
#include "base/error.h"
#include "core/invitation.h"
#include "core/summary.h"

#define IBP_SUMMARY_FILE_MAX ((size_t)64 * 1024)
#define IBP_SUMMARY_SCHEMA "ibp-tools/summary/1"

/* Adds the whole file. */
void ibp_summary_write(const struct ibp_summary *summary, struct ibp_buf *out);

/* Adds what the MAC is made over: the bytes before `,\n  "mac"`. */
void ibp_summary_write_body(const struct ibp_summary *summary,
			    struct ibp_buf *out);

/*
 * The MAC over what the summary says, with the code of the invitation as key.
 * Comparing takes the same time wherever they differ.
 */
void ibp_summary_sign(struct ibp_summary *summary,
		      const struct ibp_invitation *invitation);
bool ibp_summary_is_signed(const struct ibp_summary *summary,
			   const struct ibp_invitation *invitation);

/*
 * FILE is for messages only.  What is no summary is IBP_INPUT with I1, the
 * line and why; *SUMMARY is then as it was.
 */
enum ibp_status ibp_summary_parse(const char *file, const char *text,
				  size_t length, struct ibp_summary *summary,
				  struct ibp_error *err);

/* PATH "-" is standard input. */
enum ibp_status ibp_summary_load(const char *path, struct ibp_summary *summary,
				 struct ibp_error *err);

#endif
