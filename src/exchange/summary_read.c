/*
 * The exact grammar of a summary.  No JSON parser stands between: what it
 * would let pass (blanks, escapes, keys twice or in another order, 1e0) is
 * where something could be hidden.
 */
#include "exchange/summary.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"

#define DIGITS "0123456789"
#define HEX DIGITS "abcdef"
#define NUMBER_DIGITS 3 /* IBP_CATALOGUE_NORMS_MAX */

struct reader {
	const char *file;
	const char *at;
	const char *end;
	size_t line;
	struct ibp_summary *summary;
	struct ibp_error *err;
};

static bool refuse(const struct reader *r, const char *why)
{
	ibp_error_set(r->err, IBP_INPUT,
		      _("I1: %s: not a valid summary (line %zu: %s). Refused."),
		      r->file, r->line, why);
	return false;
}

static bool takes(struct reader *r, const char *text)
{
	size_t length = strlen(text);

	if ((size_t)(r->end - r->at) < length ||
	    memcmp(r->at, text, length) != 0)
		return false;
	r->at += length;
	return true;
}

/* How many of CHARACTERS stand here, up to MAX. */
static size_t span(const struct reader *r, const char *characters, size_t max)
{
	size_t length = 0;

	while (length < max && r->at + length < r->end && r->at[length] &&
	       strchr(characters, r->at[length]))
		length++;
	return length;
}

/* A text in quotes of LENGTH hexadecimal digits into TO. */
static bool read_hex(struct reader *r, size_t length, char *to)
{
	if (!takes(r, "\"") || span(r, HEX, length) != length)
		return false;
	memcpy(to, r->at, length);
	to[length] = '\0';
	r->at += length;
	return takes(r, "\"");
}

/* No sign, and no zero in front. */
static bool read_number(struct reader *r, long max, long *value)
{
	size_t length = span(r, DIGITS, NUMBER_DIGITS);
	long number = 0;

	if (!length || (*r->at == '0' && length > 1))
		return false;
	for (size_t i = 0; i < length; i++)
		number = number * 10 + (r->at[i] - '0');
	r->at += length;
	*value = number;
	return number <= max;
}

/* ---- The values, in the order of their lines ---------------------------- */

static bool read_schema(struct reader *r)
{
	return takes(r, "\"" IBP_SUMMARY_SCHEMA "\"");
}

static bool read_version(struct reader *r)
{
	return takes(r, "1");
}

static bool read_edition(struct reader *r)
{
	char *to = r->summary->edition;
	size_t length;

	if (!takes(r, "\""))
		return false;
	length = span(r, DIGITS "abcd", IBP_EDITION_SIZE - 1);
	memcpy(to, r->at, length);
	to[length] = '\0';
	r->at += length;
	return ibp_edition_is_valid(to) && takes(r, "\"");
}

static bool read_catalogue(struct reader *r)
{
	return read_hex(r, IBP_SHA256_SIZE - 1, r->summary->catalogue);
}

static bool read_token(struct reader *r)
{
	return read_hex(r, IBP_SDC_TOKEN_TEXT - 1, r->summary->token_id);
}

static bool read_group(struct reader *r, long counts[IBP_LEVELS])
{
	for (int level = 0; level < IBP_LEVELS; level++)
		if (!takes(r, level ? ", " : "[") ||
		    !read_number(r, IBP_CATALOGUE_NORMS_MAX, &counts[level]))
			return false;
	return takes(r, "]");
}

static bool read_groups(struct reader *r)
{
	struct ibp_summary *summary = r->summary;

	if (!takes(r, "["))
		return false;
	do {
		if (summary->group_count == IBP_CATALOGUE_GROUPS_MAX ||
		    !read_group(r, summary->groups[summary->group_count++]))
			return false;
	} while (takes(r, ", "));
	return takes(r, "]");
}

static bool read_landscape(struct reader *r)
{
	struct ibp_summary *summary = r->summary;

	if (takes(r, "null"))
		return true;
	summary->has_landscape = true;
	for (int i = 0; i < IBP_SDC_FIGURES; i++) {
		long band;

		if (!takes(r, i ? ", " : "[") ||
		    !read_number(r, ibp_sdc_figure_bands[i] - 1, &band))
			return false;
		summary->landscape[i] = (int)band;
	}
	return takes(r, "]");
}

static bool read_mac(struct reader *r)
{
	return read_hex(r, IBP_SHA256_SIZE - 1, r->summary->mac);
}

static const struct line {
	const char *key;
	bool (*read)(struct reader *r);
	const char *wanted; /* msgid */
} lines[] = {
	{"schema", read_schema, N_("only \"ibp-tools/summary/1\" can be read")},
	{"version", read_version, N_("only version 1 can be read")},
	{"edition", read_edition,
	 N_("an edition is a year of this century, with or without a, b, c "
	    "or d")},
	{"catalogue", read_catalogue, N_("64 hexadecimal digits are expected")},
	{"token_id", read_token, N_("16 hexadecimal digits are expected")},
	{"groups", read_groups,
	 N_("groups of five whole numbers from 0 to 999 are expected")},
	{"landscape", read_landscape, N_("null or six bands are expected")},
	{"mac", read_mac, N_("64 hexadecimal digits are expected")},
};
#define LINES (sizeof(lines) / sizeof(*lines))

static bool read_line(struct reader *r, size_t i)
{
	char why[80];

	snprintf(why, sizeof(why), _("the key \"%s\" is expected"),
		 lines[i].key);
	if (!takes(r, "  \"") || !takes(r, lines[i].key) || !takes(r, "\": "))
		return refuse(r, why);
	if (!lines[i].read(r))
		return refuse(r, _(lines[i].wanted));
	if (!takes(r, i + 1 < LINES ? ",\n" : "\n"))
		return refuse(r, _("the line should end after the value"));
	r->line++;
	return true;
}

static bool read_all(struct reader *r)
{
	if ((size_t)(r->end - r->at) > IBP_SUMMARY_FILE_MAX)
		return refuse(r, _("larger than 64 KiB"));
	if (!takes(r, "{\n"))
		return refuse(r, _("\"{\" on a line of its own is expected"));
	r->line++;
	for (size_t i = 0; i < LINES; i++)
		if (!read_line(r, i))
			return false;
	if (!takes(r, "}\n"))
		return refuse(r, _("\"}\" on a line of its own is expected"));
	r->line++;
	if (r->at < r->end)
		return refuse(r, _("nothing may follow"));
	return true;
}

enum ibp_status ibp_summary_parse(const char *file, const char *text,
				  size_t length, struct ibp_summary *summary,
				  struct ibp_error *err)
{
	struct ibp_summary made = {.group_count = 0};
	struct reader r = {
		.file = file,
		.at = text,
		.end = text + length,
		.line = 1,
		.summary = &made,
		.err = err,
	};

	if (!read_all(&r))
		return IBP_INPUT;
	*summary = made;
	return IBP_OK;
}

enum ibp_status ibp_summary_load(const char *path, struct ibp_summary *summary,
				 struct ibp_error *err)
{
	const char *file = strcmp(path, "-") == 0 ? _("standard input") : path;
	struct ibp_buf text = {0};
	/* One byte more tells a file that is too large. */
	enum ibp_status status =
		ibp_file_read_start(path, IBP_SUMMARY_FILE_MAX + 1, &text, err);

	if (!status)
		status = ibp_summary_parse(file, ibp_buf_text(&text),
					   text.length, summary, err);
	ibp_buf_release(&text);
	return status;
}
