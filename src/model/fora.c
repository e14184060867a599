#include "model/fora.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "model/fora_read.h"

enum ibp_status ibp_fora_parse(const char *path, const char *text,
			       size_t length, struct ibp_fora **fora,
			       struct ibp_error *err)
{
	struct ibp_fora *made = ibp_alloc(sizeof(*made));
	struct ibp_places places = {0};
	enum ibp_status status;

	status = ibp_yaml_read(path, text, length, &ibp_fora_record, made,
			       &made->arena, &places, err);
	if (!status)
		status = ibp_fora_index(made, &places, err);
	ibp_places_release(&places);
	if (status)
		ibp_fora_free(made);
	else
		*fora = made;
	return status;
}

enum ibp_status ibp_fora_load(const char *path, struct ibp_fora **fora,
			      struct ibp_error *err)
{
	struct ibp_buf content = {0};
	enum ibp_status status =
		ibp_file_read(path, IBP_FORA_FILE_MAX, &content, err);

	if (!status)
		status = ibp_fora_parse(path, ibp_buf_text(&content),
					content.length, fora, err);
	ibp_buf_release(&content);
	return status;
}

void ibp_fora_free(struct ibp_fora *fora)
{
	if (!fora)
		return;
	ibp_arena_release(&fora->arena);
	free(fora);
}

/* The wiki cuts 32 digits without dashes in its own way. */
const char *ibp_fora_wiki_id(const char *id, struct ibp_arena *arena)
{
	const char *digits = strncmp(id, "id-", 3) == 0 ? id + 3 : id;

	if (strlen(digits) != 32 || strchr(digits, '-'))
		return ibp_arena_printf(arena, "id-%s", digits);
	return ibp_arena_printf(arena, "id-%.8s-%.4s-%.5s-%.4s-%.11s", digits,
				digits + 8, digits + 12, digits + 17,
				digits + 21);
}

static const char *const type_labels[] = {
	[IBP_FORA_DOMAIN] = NC_("FORA", "Domain"),
	[IBP_FORA_MAIN_FUNCTION] = NC_("FORA", "Main function"),
	[IBP_FORA_FUNCTION] = NC_("FORA", "Business function"),
	[IBP_FORA_PROCESS] = NC_("FORA", "Process"),
	[IBP_FORA_WORK_PROCESS] = NC_("FORA", "Work process"),
	[IBP_FORA_PROCESS_STEP] = NC_("FORA", "Process step"),
	[IBP_FORA_EVENT] = NC_("FORA", "Business event"),
	[IBP_FORA_COMPONENT] = NC_("FORA", "Reference component"),
	[IBP_FORA_APPLICATION_FUNCTION] = NC_("FORA", "Application function"),
	[IBP_FORA_INFORMATION_OBJECT] = NC_("FORA", "Information object"),
	[IBP_FORA_DATA_SET] = NC_("FORA", "Data set"),
	[IBP_FORA_DATA_ELEMENT] = NC_("FORA", "Data element"),
	[IBP_FORA_ROLE] = NC_("FORA", "Role"),
	[IBP_FORA_ACTOR] = NC_("FORA", "Actor"),
	[IBP_FORA_COLLABORATION] = NC_("FORA", "Collaboration"),
	[IBP_FORA_NATIONAL_FACILITY] = NC_("FORA", "National facility"),
	[IBP_FORA_APPLICATION_SERVICE] = NC_("FORA", "Application service"),
	[IBP_FORA_NATIONAL_SERVICE] = NC_("FORA", "National service"),
	[IBP_FORA_STANDARD] = NC_("FORA", "Standard"),
	[IBP_FORA_STANDARD_VERSION] = NC_("FORA", "Version of a standard"),
	[IBP_FORA_LAW] = NC_("FORA", "Law or regulation"),
	[IBP_FORA_NETWORK_SERVICE] = NC_("FORA", "Network service"),
	[IBP_FORA_DEVICE] = NC_("FORA", "Device"),
	[IBP_FORA_GROUPING] = NC_("FORA", "Grouping"),
	[IBP_FORA_OTHER] = NC_("FORA", "Other"),
};

static const char *const status_labels[] = {
	[IBP_FORA_CURRENT] = NC_("FORA", "current"),
	[IBP_FORA_DRAFT] = NC_("FORA", "being worked on"),
	[IBP_FORA_EXPIRED] = NC_("FORA", "expired"),
	[IBP_FORA_UNKNOWN] = NC_("FORA", "unknown"),
};

static const char *const relation_labels[] = {
	[IBP_FORA_COMPOSITION] = NC_("FORA", "consists of"),
	[IBP_FORA_AGGREGATION] = NC_("FORA", "contains"),
	[IBP_FORA_ASSIGNMENT] = NC_("FORA", "performs"),
	[IBP_FORA_REALIZATION] = NC_("FORA", "realises"),
	[IBP_FORA_SERVING] = NC_("FORA", "serves"),
	[IBP_FORA_ACCESS] = NC_("FORA", "uses"),
	[IBP_FORA_INFLUENCE] = NC_("FORA", "has to do with"),
	[IBP_FORA_TRIGGERING] = NC_("FORA", "leads to"),
	[IBP_FORA_FLOW] = NC_("FORA", "informs"),
	[IBP_FORA_SPECIALIZATION] = NC_("FORA", "is a kind of"),
	[IBP_FORA_ASSOCIATION] = NC_("FORA", "belongs with"),
};

static const char *label(const char *text)
{
	return ibp_pgettext_expr(IBP_DOMAIN, "FORA", text);
}

const char *ibp_fora_type_label(enum ibp_fora_type type)
{
	return label(type_labels[type]);
}

const char *ibp_fora_status_label(enum ibp_fora_status status)
{
	return label(status_labels[status]);
}

const char *ibp_fora_relation_label(enum ibp_fora_relation_type type)
{
	return label(relation_labels[type]);
}
