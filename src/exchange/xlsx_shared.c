/* What the cells of a workbook share: texts, and which styles are dates. */
#include "exchange/xlsx_part.h"

#include <string.h>

#define STYLES_MAX 65536
#define FORMATS_MAX 2000 /* of a workbook's own */

/* ---- Texts ----------------------------------------------------------------
 */

struct strings {
	struct ibp_workbook *workbook;
	struct ibp_buf text; /* of the one read now, whole or in pieces */
	bool is_phonetic;    /* how it is pronounced, which is no text */
};

static void start_string(struct ibp_xml *xml, void *context, const char *name,
			 const char *const *attributes)
{
	struct strings *strings = context;

	(void)attributes;
	if (strcmp(name, "rPh") == 0)
		strings->is_phonetic = true;
	else if (strcmp(name, "si") == 0 &&
		 strings->workbook->string_count == IBP_WORKBOOK_STRINGS_MAX)
		ibp_xlsx_fault(xml);
}

static void end_string(struct ibp_xml *xml, void *context, const char *name,
		       const char *text)
{
	struct strings *strings = context;
	struct ibp_workbook *workbook = strings->workbook;

	(void)xml;
	if (strcmp(name, "rPh") == 0) {
		strings->is_phonetic = false;
	} else if (strcmp(name, "t") == 0 && !strings->is_phonetic) {
		ibp_buf_add(&strings->text, text);
	} else if (strcmp(name, "si") == 0) {
		workbook->strings = ibp_grow(
			workbook->strings, &workbook->string_capacity,
			workbook->string_count + 1, sizeof(*workbook->strings));
		workbook->strings[workbook->string_count++] =
			ibp_xlsx_cell_text(workbook,
					   ibp_buf_text(&strings->text));
		ibp_buf_cut(&strings->text, 0);
	}
}

enum ibp_status ibp_xlsx_read_strings(struct ibp_workbook *workbook,
				      size_t index, struct ibp_error *err)
{
	const struct ibp_xml_events events = {start_string, end_string,
					      ibp_xlsx_remedy};
	struct strings strings = {.workbook = workbook};
	enum ibp_status status =
		ibp_xlsx_read_part(workbook, index, &events, &strings, err);

	ibp_buf_release(&strings.text);
	return status;
}

/* ---- Styles ---------------------------------------------------------------
 */

struct styles {
	struct ibp_workbook *workbook;
	size_t formats[FORMATS_MAX]; /* numbers of own formats for dates */
	size_t format_count;
	bool in_formats;
	bool in_cells;
};

/* What stands in quotes, in brackets or behind a sign is shown as it is. */
static const char *skip_literal(const char *at)
{
	const char *end = NULL;

	if (*at == '"')
		end = strchr(at + 1, '"');
	else if (*at == '[')
		end = strchr(at, ']');
	else if ((*at == '\\' || *at == '_' || *at == '*') && at[1])
		end = at + 1;
	return end ? end + 1 : NULL;
}

/* A format with days or years is one of dates: "dd-mm-yyyy", "[$-413]d mmm". */
static bool shows_date(const char *format)
{
	while (*format) {
		const char *next = skip_literal(format);

		if (!next && strchr("dDyY", *format))
			return true;
		format = next ? next : format + 1;
	}
	return false;
}

/* Of the formats that every workbook has. */
static bool is_known_date(size_t format)
{
	return (format >= 14 && format <= 17) || format == 22;
}

static bool is_date(const struct styles *styles, size_t format)
{
	for (size_t i = 0; i < styles->format_count; i++)
		if (styles->formats[i] == format)
			return true;
	return is_known_date(format);
}

static void add_format(struct styles *styles, const char *const *attributes)
{
	const char *code = ibp_xml_attribute(attributes, "formatCode");
	size_t number;

	if (code && shows_date(code) && styles->format_count < FORMATS_MAX &&
	    ibp_xlsx_index(ibp_xml_attribute(attributes, "numFmtId"), 1000000,
			   &number))
		styles->formats[styles->format_count++] = number;
}

static void add_style(struct ibp_xml *xml, struct styles *styles,
		      const char *const *attributes)
{
	struct ibp_workbook *workbook = styles->workbook;
	size_t number = 0;

	if (workbook->style_count == STYLES_MAX) {
		ibp_xlsx_fault(xml);
		return;
	}
	ibp_xlsx_index(ibp_xml_attribute(attributes, "numFmtId"), 1000000,
		       &number);
	workbook->date_styles =
		ibp_grow(workbook->date_styles, &workbook->style_capacity,
			 workbook->style_count + 1, sizeof(bool));
	workbook->date_styles[workbook->style_count++] =
		is_date(styles, number);
}

static void start_style(struct ibp_xml *xml, void *context, const char *name,
			const char *const *attributes)
{
	struct styles *styles = context;

	if (strcmp(name, "numFmts") == 0)
		styles->in_formats = true;
	else if (strcmp(name, "cellXfs") == 0)
		styles->in_cells = true;
	else if (styles->in_formats && strcmp(name, "numFmt") == 0)
		add_format(styles, attributes);
	else if (styles->in_cells && strcmp(name, "xf") == 0)
		add_style(xml, styles, attributes);
}

static void end_style(struct ibp_xml *xml, void *context, const char *name,
		      const char *text)
{
	struct styles *styles = context;

	(void)xml;
	(void)text;
	if (strcmp(name, "numFmts") == 0)
		styles->in_formats = false;
	else if (strcmp(name, "cellXfs") == 0)
		styles->in_cells = false;
}

enum ibp_status ibp_xlsx_read_styles(struct ibp_workbook *workbook,
				     size_t index, struct ibp_error *err)
{
	const struct ibp_xml_events events = {start_style, end_style,
					      ibp_xlsx_remedy};
	struct styles styles = {.workbook = workbook};

	return ibp_xlsx_read_part(workbook, index, &events, &styles, err);
}
