/* A workbook as a whole: what it is, and which sheets it has. */
#include "exchange/xlsx_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "exchange/xlsx_part.h"
#include "exchange/zip.h"

#define RELATIONS_MAX 200
#define OLD_FORM "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

const char *const ibp_xlsx_remedy = N_("Open the workbook in a spreadsheet "
				       "program and save it again.");

static bool starts_with(const char *bytes, size_t length, const char *start)
{
	size_t size = strlen(start);

	return length >= size && memcmp(bytes, start, size) == 0;
}

bool ibp_workbook_is(const char *bytes, size_t length)
{
	return starts_with(bytes, length, "PK\003\004") ||
	       starts_with(bytes, length, "PK\005\006") ||
	       starts_with(bytes, length, OLD_FORM);
}

/* ---- Parts ----------------------------------------------------------------
 */

void ibp_xlsx_fault(struct ibp_xml *xml)
{
	ibp_xml_fault(xml,
		      _("This part of the workbook does not hold "
			"together. %s"),
		      _(ibp_xlsx_remedy));
}

static long give(void *source, char *buffer, size_t size, struct ibp_error *err)
{
	return ibp_zip_next(source, buffer, size, err);
}

enum ibp_status ibp_xlsx_read_part(struct ibp_workbook *workbook, size_t index,
				   const struct ibp_xml_events *events,
				   void *context, struct ibp_error *err)
{
	enum ibp_status status = ibp_zip_begin(workbook->zip, index, err);
	struct ibp_xml *xml;
	const char *file;

	if (status)
		return status;
	file = ibp_arena_printf(&workbook->arena, "%s: %s", workbook->file,
				ibp_zip_name(workbook->zip, index));
	xml = ibp_xml_new(events);
	status = ibp_xml_stream(xml, file, give, workbook->zip, context, err);
	ibp_xml_free(xml);
	return status;
}

/* ---- What is no workbook to read ------------------------------------------
 */

/* By what the name of a part holds. */
static const struct refusal {
	const char *name;
	const char *sentence; /* msgid */
} refusals[] = {
	{"vbaProject",
	 N_("This workbook has macros, which are programs. Save it as .xlsx, "
	    "without macros.")},
	{"macrosheets/",
	 N_("This workbook has macros, which are programs. Save it as .xlsx, "
	    "without macros.")},
	{"META-INF/manifest.xml",
	 N_("This is an OpenDocument file. Save it as .xlsx.")},
	{"workbook.bin",
	 N_("This workbook is in the binary form (.xlsb). Save it as .xlsx.")},
};

static enum ibp_status refuse_kinds(const struct ibp_workbook *workbook,
				    struct ibp_error *err)
{
	for (size_t i = 0; i < ibp_zip_count(workbook->zip); i++) {
		const char *name = ibp_zip_name(workbook->zip, i);

		for (size_t k = 0; k < sizeof(refusals) / sizeof(*refusals);
		     k++)
			if (strcasestr(name, refusals[k].name))
				return ibp_error_add(err, IBP_INPUT,
						     workbook->file, 0, 0, "%s",
						     _(refusals[k].sentence));
	}
	return IBP_OK;
}

/* The same container holds .xls, and .xlsx that has a password. */
static enum ibp_status refuse_old(const char *file, const char *bytes,
				  size_t length, struct ibp_error *err)
{
	static const char locked[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0";

	if (memmem(bytes, length, locked, sizeof(locked) - 1))
		return ibp_error_add(err, IBP_INPUT, file, 0, 0,
				     _("This workbook is locked with a "
				       "password. Save it without one."));
	return ibp_error_add(err, IBP_INPUT, file, 0, 0,
			     _("This workbook is in the old form (.xls). Save "
			       "it as .xlsx."));
}

static enum ibp_status no_workbook(const struct ibp_workbook *workbook,
				   struct ibp_error *err)
{
	return ibp_error_add(err, IBP_INPUT, workbook->file, 0, 0,
			     _("This is no workbook. Save the sheet as .xlsx "
			       "or as CSV in UTF-8."));
}

/* ---- How parts point to each other ----------------------------------------
 */

struct relation {
	const char *id;
	const char *type; /* behind its last slash: "worksheet" */
	size_t part;      /* of the archive; its count: none */
};

struct relations {
	struct ibp_workbook *workbook;
	const char *folder; /* that targets are relative to, with its slash */
	struct relation items[RELATIONS_MAX];
	size_t count;
};

static const char *last_word(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* A target with ".." finds nothing: no part has such a name. */
static size_t find_target(const struct relations *relations, const char *target)
{
	struct ibp_buf path = {0};
	size_t part;

	if (*target != '/')
		ibp_buf_add(&path, relations->folder);
	ibp_buf_add(&path, *target == '/' ? target + 1 : target);
	part = ibp_zip_find(relations->workbook->zip, ibp_buf_text(&path));
	ibp_buf_release(&path);
	return part;
}

static void start_relation(struct ibp_xml *xml, void *context, const char *name,
			   const char *const *attributes)
{
	struct relations *relations = context;
	const char *id = ibp_xml_attribute(attributes, "Id");
	const char *type = ibp_xml_attribute(attributes, "Type");
	const char *target = ibp_xml_attribute(attributes, "Target");
	struct ibp_arena *arena = &relations->workbook->arena;

	if (strcmp(name, "Relationship") != 0)
		return;
	if (!id || !type || !target || relations->count == RELATIONS_MAX) {
		ibp_xlsx_fault(xml);
		return;
	}
	if (!ibp_xml_attribute(attributes, "TargetMode"))
		relations->items[relations->count++] = (struct relation){
			.id = ibp_arena_strdup(arena, id),
			.type = ibp_arena_strdup(arena, last_word(type)),
			.part = find_target(relations, target),
		};
}

static void end_nothing(struct ibp_xml *xml, void *context, const char *name,
			const char *text)
{
	(void)xml;
	(void)context;
	(void)name;
	(void)text;
}

/* The relations of the part at PATH ("": of the workbook as a whole). */
static enum ibp_status read_relations(struct ibp_workbook *workbook,
				      const char *path,
				      struct relations *relations,
				      struct ibp_error *err)
{
	const struct ibp_xml_events events = {start_relation, end_nothing,
					      ibp_xlsx_remedy};
	struct ibp_arena *arena = &workbook->arena;
	size_t folder = (size_t)(last_word(path) - path);
	const char *name;
	size_t part;

	*relations = (struct relations){
		.workbook = workbook,
		.folder = ibp_arena_strndup(arena, path, folder)};
	name = ibp_arena_printf(arena, "%s_rels/%s.rels", relations->folder,
				path + folder);
	part = ibp_zip_find(workbook->zip, name);
	if (part == ibp_zip_count(workbook->zip))
		return no_workbook(workbook, err);
	return ibp_xlsx_read_part(workbook, part, &events, relations, err);
}

static const struct relation *find_type(const struct relations *relations,
					const char *type)
{
	for (size_t i = 0; i < relations->count; i++)
		if (strcmp(relations->items[i].type, type) == 0)
			return &relations->items[i];
	return NULL;
}

/* ---- The list of sheets ---------------------------------------------------
 */

/* r:id, whichever of its two namespaces the workbook is written in. */
static const char *relation_id(const char *const *attributes)
{
	for (; attributes[0]; attributes += 2) {
		const char *blank = strrchr(attributes[0], ' ');

		if (blank && strcmp(blank, " id") == 0)
			return attributes[1];
	}
	return NULL;
}

static void add_sheet(struct ibp_xml *xml, const struct relations *relations,
		      const char *const *attributes)
{
	struct ibp_workbook *workbook = relations->workbook;
	const char *name = ibp_xml_attribute(attributes, "name");
	const char *id = relation_id(attributes);
	const char *state = ibp_xml_attribute(attributes, "state");
	size_t i = 0;

	while (id && i < relations->count &&
	       strcmp(relations->items[i].id, id) != 0)
		i++;
	if (!name || !id || i == relations->count ||
	    ibp_workbook_find(workbook, name)) {
		ibp_xlsx_fault(xml);
		return;
	}
	workbook->sheets =
		ibp_grow(workbook->sheets, &workbook->sheet_capacity,
			 workbook->sheet_count + 1, sizeof(*workbook->sheets));
	workbook->sheets[workbook->sheet_count++] = (struct ibp_workbook_sheet){
		.name = ibp_arena_strdup(&workbook->arena, name),
		.is_hidden = state && strcmp(state, "visible") != 0,
		.part = relations->items[i].part,
	};
}

static void start_workbook(struct ibp_xml *xml, void *context, const char *name,
			   const char *const *attributes)
{
	const struct relations *relations = context;
	const char *said;

	if (strcmp(name, "sheet") == 0) {
		add_sheet(xml, relations, attributes);
	} else if (strcmp(name, "workbookPr") == 0) {
		said = ibp_xml_attribute(attributes, "date1904");
		relations->workbook->since_1904 =
			said &&
			(strcmp(said, "1") == 0 || strcmp(said, "true") == 0);
	}
}

static enum ibp_status read_shared(struct ibp_workbook *workbook,
				   const struct relations *relations,
				   struct ibp_error *err)
{
	const struct relation *strings = find_type(relations, "sharedStrings");
	const struct relation *styles = find_type(relations, "styles");
	enum ibp_status status = IBP_OK;

	if (styles)
		status = ibp_xlsx_read_styles(workbook, styles->part, err);
	if (!status && strings)
		status = ibp_xlsx_read_strings(workbook, strings->part, err);
	return status;
}

static enum ibp_status read_workbook(struct ibp_workbook *workbook,
				     struct ibp_error *err)
{
	const struct ibp_xml_events events = {start_workbook, end_nothing,
					      ibp_xlsx_remedy};
	struct relations *relations =
		ibp_arena_alloc(&workbook->arena, sizeof(*relations));
	const struct relation *whole;
	enum ibp_status status = read_relations(workbook, "", relations, err);
	size_t part;

	if (status)
		return status;
	whole = find_type(relations, "officeDocument");
	part = whole ? whole->part : ibp_zip_count(workbook->zip);
	if (part == ibp_zip_count(workbook->zip))
		return no_workbook(workbook, err);
	status = read_relations(workbook, ibp_zip_name(workbook->zip, part),
				relations, err);
	if (!status)
		status = ibp_xlsx_read_part(workbook, part, &events, relations,
					    err);
	if (!status && !workbook->sheet_count)
		return no_workbook(workbook, err);
	return status ? status : read_shared(workbook, relations, err);
}

enum ibp_status ibp_workbook_open(const char *file, const char *bytes,
				  size_t length, struct ibp_workbook *workbook,
				  struct ibp_error *err)
{
	struct ibp_workbook made = {.file = file};
	enum ibp_status status;

	if (starts_with(bytes, length, OLD_FORM))
		return refuse_old(file, bytes, length, err);
	status = ibp_zip_open(file, bytes, length, &made.zip, err);
	if (!status)
		status = refuse_kinds(&made, err);
	if (!status)
		status = read_workbook(&made, err);
	if (status)
		ibp_workbook_release(&made);
	else
		*workbook = made;
	return status;
}

void ibp_workbook_release(struct ibp_workbook *workbook)
{
	for (size_t i = 0; i < workbook->sheet_count; i++)
		free(workbook->sheets[i].rows);
	free(workbook->sheets);
	free(workbook->strings);
	free(workbook->date_styles);
	ibp_zip_close(workbook->zip);
	ibp_arena_release(&workbook->arena);
	*workbook = (struct ibp_workbook){0};
}

struct ibp_workbook_sheet *ibp_workbook_find(struct ibp_workbook *workbook,
					     const char *name)
{
	for (size_t i = 0; i < workbook->sheet_count; i++)
		if (strcmp(workbook->sheets[i].name, name) == 0)
			return &workbook->sheets[i];
	return NULL;
}
