#include "report/ics.h"

#include <inttypes.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"

#define LINE_MAX_BYTES 75

/* A line of at most 75 bytes; the rest follows behind a space each time. */
static void add_folded(struct ibp_buf *out, const char *line)
{
	size_t used = 0;

	while (*line) {
		size_t step = 1;

		while ((line[step] & 0xc0) == 0x80)
			step++;
		if (used && used + step > LINE_MAX_BYTES) {
			ibp_buf_add(out, "\r\n ");
			used = 1;
		}
		ibp_buf_add_bytes(out, line, step);
		used += step;
		line += step;
	}
	ibp_buf_add(out, "\r\n");
}

static void add_text(struct ibp_buf *out, const char *name, const char *text)
{
	struct ibp_buf safe = {0};
	struct ibp_buf line = {0};

	ibp_text_add_safe(&safe, text);
	ibp_buf_addf(&line, "%s:", name);
	for (const char *at = ibp_buf_text(&safe); *at; at++) {
		if (*at == '\n')
			ibp_buf_add(&line, "\\n");
		else if (strchr("\\;,", *at))
			ibp_buf_addf(&line, "\\%c", *at);
		else
			ibp_buf_add_char(&line, *at);
	}
	add_folded(out, line.data);
	ibp_buf_release(&line);
	ibp_buf_release(&safe);
}

/* FNV-1a: for names that differ, not against anyone. */
static uint64_t hash(const char *text)
{
	uint64_t value = UINT64_C(14695981039346656037);

	for (; *text; text++)
		value = (value ^ (unsigned char)*text) *
			UINT64_C(1099511628211);
	return value;
}

static void add_digits(struct ibp_buf *out, const char *text)
{
	for (; *text; text++)
		if (!strchr("-:", *text))
			ibp_buf_add_char(out, *text);
}

static void add_date(struct ibp_buf *out, const char *name, const char *date)
{
	ibp_buf_add(out, name);
	add_digits(out, date);
	ibp_buf_add(out, "\r\n");
}

void ibp_ics_begin(struct ibp_buf *out, const char *name)
{
	ibp_buf_add(out, "BEGIN:VCALENDAR\r\n"
			 "VERSION:2.0\r\n"
			 "PRODID:-//ibp-tools//ibp-tools//EN\r\n"
			 "CALSCALE:GREGORIAN\r\n"
			 "METHOD:PUBLISH\r\n");
	add_text(out, "X-WR-CALNAME", name);
}

void ibp_ics_add(struct ibp_buf *out, const struct ibp_ics_event *event,
		 const char *now)
{
	char next[IBP_DATE_SIZE];

	ibp_buf_add(out, "BEGIN:VEVENT\r\n");
	ibp_buf_addf(out, "UID:%016" PRIx64 "@ibp-tools\r\n", hash(event->key));
	add_date(out, "DTSTAMP:", now);
	add_date(out, "DTSTART;VALUE=DATE:", event->date);
	if (ibp_date_add_days(event->date, 1, next))
		add_date(out, "DTEND;VALUE=DATE:", next);
	add_text(out, "SUMMARY", event->summary);
	if (event->description)
		add_text(out, "DESCRIPTION", event->description);
	ibp_buf_add(out, "TRANSP:TRANSPARENT\r\n"
			 "END:VEVENT\r\n");
}

void ibp_ics_end(struct ibp_buf *out)
{
	ibp_buf_add(out, "END:VCALENDAR\r\n");
}
