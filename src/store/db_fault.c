#include "store/db_fault.h"

#include <stdbool.h>

#include "base/buf.h"
#include "base/i18n.h"

/* By enum ibp_db_fault; the name of the file stands in front. */
static const struct {
	enum ibp_status status;
	const char *text; /* msgid */
	bool goes_back;
} faults[] = {
	[IBP_DB_FULL] = {IBP_INPUT,
			 N_("the disk is full, so nothing was written. "
			    "Make room and try again."),
			 false},
	[IBP_DB_DISK] = {IBP_INPUT,
			 N_("the disk does not work as it should, so this "
			    "was not done. Copy the file to another disk."),
			 false},
	[IBP_DB_BROKEN_OFF] = {IBP_DATA,
			       N_("the file holds a change that was broken "
				  "off halfway. Make the file and its "
				  "folder writable and open it again: then "
				  "it is put right."),
			       false},
	[IBP_DB_READ_ONLY] = {IBP_DATA,
			      N_("the file can only be read here, so "
				 "nothing was changed. Make the file and "
				 "its folder writable, or work on a "
				 "copy."),
			      false},
	[IBP_DB_IN_USE] = {IBP_DATA,
			   N_("the file is in use by another program. Try "
			      "again when that is done."),
			   false},
	[IBP_DB_DAMAGED] = {IBP_DATA, N_("the file is damaged."), true},
	[IBP_DB_NO_ACCESS] = {IBP_INPUT,
			      N_("the file, or one beside it, cannot be "
				 "opened. Check the rights on the file and "
				 "its folder."),
			      false},
	[IBP_DB_RULE] = {IBP_USAGE,
			 N_("the change goes against a rule of the file, "
			    "so it was not made."),
			 false},
	[IBP_DB_OTHER] = {IBP_DATA, N_("the file cannot be used."), true},
};

enum ibp_status ibp_db_fault_say(enum ibp_db_fault fault, const char *file,
				 const char *detail, const char *remedy,
				 struct ibp_error *err)
{
	struct ibp_buf more = {0};

	if (faults[fault].goes_back && remedy)
		ibp_buf_addf(&more, " %s", _(remedy));
	if (detail)
		ibp_buf_addf(&more, " (%s)", detail);
	ibp_error_set(err, faults[fault].status, "%s: %s%s", file,
		      _(faults[fault].text), ibp_buf_text(&more));
	ibp_buf_release(&more);
	return faults[fault].status;
}
