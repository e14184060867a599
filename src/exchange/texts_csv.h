/*
 * Official titles and texts of norms in a table: a column with codes, and
 * one for each text that is to be replaced.
 */
#ifndef IBP_EXCHANGE_TEXTS_CSV_H
#define IBP_EXCHANGE_TEXTS_CSV_H

#include "base/buf.h"
#include "model/texts.h"

/* Zero it before use, release it after. */
struct ibp_texts_csv {
	struct ibp_texts *texts; /* to be taken, or freed by release */
	struct ibp_buf unused;   /* columns that were not read */
	bool is_windows;         /* the file was in Windows-1252 */
};

/*
 * The columns are called code and as in ibp_texts_fields, or by their label
 * in any of our languages.  An empty field keeps ours.  The
 * texts are said to be of FRAMEWORK.  FILE is for messages only.
 */
enum ibp_status ibp_texts_csv_read(const char *file, const char *bytes,
				   size_t length,
				   const struct ibp_framework *framework,
				   struct ibp_texts_csv *read,
				   struct ibp_error *err);
void ibp_texts_csv_release(struct ibp_texts_csv *read);

#endif
