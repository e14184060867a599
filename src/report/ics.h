/*
 * Dates as a calendar (RFC 5545) that mail and calendar programs read:
 * events of a whole day, which do not make anyone busy.
 */
#ifndef IBP_REPORT_ICS_H
#define IBP_REPORT_ICS_H

#include "base/buf.h"

struct ibp_ics_event {
	/*
	 * What it is about, the same at every export: a calendar program
	 * then moves the event instead of adding another one.
	 */
	const char *key;
	const char *date; /* ISO */
	const char *summary;
	const char *description; /* may have lines; NULL: none */
};

/* NAME is what the calendar is called. */
void ibp_ics_begin(struct ibp_buf *out, const char *name);

/* NOW is a time as ibp_time_now gives it. */
void ibp_ics_add(struct ibp_buf *out, const struct ibp_ics_event *event,
		 const char *now);

/* At least one event must have been added. */
void ibp_ics_end(struct ibp_buf *out);

#endif
