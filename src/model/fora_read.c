#include "model/fora_read.h"

const char *const ibp_fora_type_words[] = {
	[IBP_FORA_DOMAIN] = "domain",
	[IBP_FORA_MAIN_FUNCTION] = "main-function",
	[IBP_FORA_FUNCTION] = "function",
	[IBP_FORA_PROCESS] = "process",
	[IBP_FORA_WORK_PROCESS] = "work-process",
	[IBP_FORA_PROCESS_STEP] = "process-step",
	[IBP_FORA_EVENT] = "event",
	[IBP_FORA_COMPONENT] = "component",
	[IBP_FORA_APPLICATION_FUNCTION] = "application-function",
	[IBP_FORA_INFORMATION_OBJECT] = "information-object",
	[IBP_FORA_DATA_SET] = "data-set",
	[IBP_FORA_DATA_ELEMENT] = "data-element",
	[IBP_FORA_ROLE] = "role",
	[IBP_FORA_ACTOR] = "actor",
	[IBP_FORA_COLLABORATION] = "collaboration",
	[IBP_FORA_NATIONAL_FACILITY] = "national-facility",
	[IBP_FORA_APPLICATION_SERVICE] = "application-service",
	[IBP_FORA_NATIONAL_SERVICE] = "national-service",
	[IBP_FORA_STANDARD] = "standard",
	[IBP_FORA_STANDARD_VERSION] = "standard-version",
	[IBP_FORA_LAW] = "law",
	[IBP_FORA_NETWORK_SERVICE] = "network-service",
	[IBP_FORA_DEVICE] = "device",
	[IBP_FORA_GROUPING] = "grouping",
	[IBP_FORA_OTHER] = "other",
	NULL,
};

const char *const ibp_fora_status_words[] = {
	[IBP_FORA_CURRENT] = "current",
	[IBP_FORA_DRAFT] = "todo",
	[IBP_FORA_EXPIRED] = "expired",
	[IBP_FORA_UNKNOWN] = "unknown",
	NULL,
};

const char *const ibp_fora_relation_words[] = {
	[IBP_FORA_COMPOSITION] = "composition",
	[IBP_FORA_AGGREGATION] = "aggregation",
	[IBP_FORA_ASSIGNMENT] = "assignment",
	[IBP_FORA_REALIZATION] = "realization",
	[IBP_FORA_SERVING] = "serving",
	[IBP_FORA_ACCESS] = "access",
	[IBP_FORA_INFLUENCE] = "influence",
	[IBP_FORA_TRIGGERING] = "triggering",
	[IBP_FORA_FLOW] = "flow",
	[IBP_FORA_SPECIALIZATION] = "specialization",
	[IBP_FORA_ASSOCIATION] = "association",
	NULL,
};

const char *const ibp_fora_access_words[] = {
	[IBP_FORA_ACCESS_NONE] = "none",
	[IBP_FORA_ACCESS_UNSPECIFIED] = "unspecified",
	[IBP_FORA_ACCESS_READ] = "read",
	[IBP_FORA_ACCESS_WRITE] = "write",
	[IBP_FORA_ACCESS_READWRITE] = "readwrite",
	NULL,
};

const char *const ibp_fora_rating_words[] = {
	[IBP_FORA_UNRATED] = "none",
	[IBP_FORA_LOW] = "low",
	[IBP_FORA_MEDIUM] = "medium",
	[IBP_FORA_HIGH] = "high",
	NULL,
};

const char *const ibp_fora_answer_words[] = {
	[IBP_FORA_UNANSWERED] = "unknown",
	[IBP_FORA_NO] = "false",
	[IBP_FORA_YES] = "true",
	NULL,
};

const char *const ibp_fora_basis_words[] = {
	[IBP_FORA_BY_VIEW] = "view",
	[IBP_FORA_BY_CHAIN] = "chain",
	NULL,
};

static const char *const schema_words[] = {IBP_FORA_SCHEMA, NULL};

#define ID .type = IBP_YAML_TEXT, .bytes = IBP_FORA_ID_MAX
#define OPTIONAL_ID                                        \
	.type = IBP_YAML_TEXT, .flags = IBP_YAML_OPTIONAL, \
	.bytes = IBP_FORA_ID_MAX
#define OPTIONAL_TEXT .type = IBP_YAML_TEXT, .flags = IBP_YAML_OPTIONAL
#define WORD(list) .type = IBP_YAML_WORD, .words = list
#define OPTIONAL_WORD(list) \
	.type = IBP_YAML_WORD, .words = list, .flags = IBP_YAML_OPTIONAL

#define AT(member) offsetof(struct ibp_fora_element, member)
static const struct ibp_yaml_field element_fields[] = {
	{.key = "id", .at = AT(id), ID},
	{.key = "type", .at = AT(type), WORD(ibp_fora_type_words)},
	{.key = "name", .at = AT(name), .type = IBP_YAML_TEXT},
	{.key = "parent", .at = AT(parent_id), OPTIONAL_ID},
	{.key = "domain", .at = AT(domain_id), OPTIONAL_ID},
	{.key = "status", .at = AT(status), WORD(ibp_fora_status_words)},
	{.key = "expects_system",
	 .at = AT(expects_system),
	 OPTIONAL_WORD(ibp_fora_answer_words)},
	{.key = "personal_data",
	 .at = AT(personal_data),
	 OPTIONAL_WORD(ibp_fora_answer_words)},
	{.key = "availability",
	 .at = AT(availability),
	 OPTIONAL_WORD(ibp_fora_rating_words)},
	{.key = "integrity",
	 .at = AT(integrity),
	 OPTIONAL_WORD(ibp_fora_rating_words)},
	{.key = "confidentiality",
	 .at = AT(confidentiality),
	 OPTIONAL_WORD(ibp_fora_rating_words)},
	{.key = "retention", .at = AT(retention), OPTIONAL_TEXT},
	{.key = "text",
	 .at = AT(text),
	 .type = IBP_YAML_TEXT,
	 .flags = IBP_YAML_OPTIONAL | IBP_YAML_LINES,
	 .bytes = IBP_FORA_TEXT_MAX},
	{0},
};
#undef AT
static const struct ibp_yaml_record element_record = {
	.size = sizeof(struct ibp_fora_element),
	.fields = element_fields,
	.named = true};

#define AT(member) offsetof(struct ibp_fora_relation, member)
static const struct ibp_yaml_field relation_fields[] = {
	{.key = "type", .at = AT(type), WORD(ibp_fora_relation_words)},
	{.key = "source", .at = AT(source_id), ID},
	{.key = "target", .at = AT(target_id), ID},
	{.key = "access",
	 .at = AT(access),
	 OPTIONAL_WORD(ibp_fora_access_words)},
	{0},
};
#undef AT
static const struct ibp_yaml_record relation_record = {
	.size = sizeof(struct ibp_fora_relation), .fields = relation_fields};

#define AT(member) offsetof(struct ibp_fora, member)
static const struct ibp_yaml_field fora_fields[] = {
	{.key = "schema",
	 .at = AT(schema),
	 .type = IBP_YAML_SCHEMA,
	 .words = schema_words},
	{.key = "version", .at = AT(version), .type = IBP_YAML_TEXT},
	{.key = "commit", .at = AT(commit), OPTIONAL_TEXT},
	{.key = "source", .at = AT(source), OPTIONAL_TEXT},
	{.key = "expects_system_by",
	 .at = AT(basis),
	 WORD(ibp_fora_basis_words)},
	{.key = "domains",
	 .at = AT(domains),
	 .type = IBP_YAML_TEXTS,
	 .max = IBP_FORA_DOMAINS_MAX,
	 .bytes = IBP_FORA_ID_MAX},
	{.key = "elements",
	 .at = AT(elements),
	 .type = IBP_YAML_RECORDS,
	 .max = IBP_FORA_ELEMENTS_MAX,
	 .record = &element_record,
	 .count_at = AT(element_count)},
	{.key = "relations",
	 .at = AT(relations),
	 .type = IBP_YAML_RECORDS,
	 .max = IBP_FORA_RELATIONS_MAX,
	 .record = &relation_record,
	 .count_at = AT(relation_count)},
	{0},
};
#undef AT
const struct ibp_yaml_record ibp_fora_record = {.size = sizeof(struct ibp_fora),
						.fields = fora_fields};
