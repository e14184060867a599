/* What went wrong with a data file, as a sentence with a remedy. */
#ifndef IBP_STORE_DB_FAULT_H
#define IBP_STORE_DB_FAULT_H

#include "base/error.h"

enum ibp_db_fault {
	IBP_DB_FULL,
	IBP_DB_DISK,       /* detail: what the system calls it */
	IBP_DB_BROKEN_OFF, /* a change that only writing can put right */
	IBP_DB_READ_ONLY,
	IBP_DB_IN_USE,
	IBP_DB_DAMAGED,
	IBP_DB_NO_ACCESS,
	IBP_DB_RULE, /* detail: the rule */
	IBP_DB_OTHER /* detail: what SQLite says */
};

/*
 * Sets ERR and returns its status.  FILE is the name of the file; DETAIL is
 * of use to a helper more than to the person; REMEDY, a msgid, is where an
 * earlier copy is.  Both may be NULL.
 */
enum ibp_status ibp_db_fault_say(enum ibp_db_fault fault, const char *file,
				 const char *detail, const char *remedy,
				 struct ibp_error *err);

#endif
