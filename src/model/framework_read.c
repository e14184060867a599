#include "model/framework_read.h"

/* Ceilings in bytes and in items. */
#define CODE_MAX 20
#define LONG_TEXT_MAX 4000
#define NORMS_MAX 1000
#define LIST_MAX 100

const char *const ibp_code_status_words[] = {
	[IBP_CODE_OFFICIAL] = "official",
	[IBP_CODE_RECONSTRUCTED] = "reconstructed",
	[IBP_CODE_PROVISIONAL] = "provisional",
	NULL,
};

const char *const ibp_title_status_words[] = {
	[IBP_TITLE_OFFICIAL] = "official",
	[IBP_TITLE_REPORTED] = "reported",
	[IBP_TITLE_WORKING] = "working",
	NULL,
};

static const char *const schema_words[] = {IBP_FRAMEWORK_SCHEMA, NULL};

/* What the register of applications knows of each of them. */
static const char *const facts[] = {
	"owner",
	"users",
	"availability",
	"integrity",
	"confidentiality",
	"personal-data",
	"processing-agreement",
	"dpia",
	"sign-on",
	"hosting",
	"country",
	"couplings",
	"contract-end",
	"life-cycle",
	NULL,
};

#define TEXT .type = IBP_YAML_TEXT
#define LONG_TEXT \
	.type = IBP_YAML_TEXT, .flags = IBP_YAML_LINES, .bytes = LONG_TEXT_MAX
#define OPTIONAL_TEXT                                                       \
	.type = IBP_YAML_TEXT, .flags = IBP_YAML_OPTIONAL | IBP_YAML_LINES, \
	.bytes = LONG_TEXT_MAX
#define CODE .type = IBP_YAML_TEXT, .bytes = CODE_MAX
#define TEXTS \
	.type = IBP_YAML_TEXTS, .flags = IBP_YAML_OPTIONAL, .max = LIST_MAX
#define RECORDS(of, counter) \
	.type = IBP_YAML_RECORDS, .record = &of, .count_at = AT(counter)

#define AT(member) offsetof(struct ibp_level, member)
static const struct ibp_yaml_field level_fields[] = {
	{.key = "level",
	 .at = AT(level),
	 .type = IBP_YAML_WHOLE,
	 .min = 1,
	 .max = IBP_LEVELS},
	{.key = "name", .at = AT(name), TEXT},
	{.key = "meaning", .at = AT(meaning), LONG_TEXT},
	{0},
};
#undef AT
static const struct ibp_yaml_record level_record = {
	.size = sizeof(struct ibp_level), .fields = level_fields};

#define AT(member) offsetof(struct ibp_milestone, member)
static const struct ibp_yaml_field milestone_fields[] = {
	{.key = "date", .at = AT(date), .type = IBP_YAML_DATE},
	{.key = "text", .at = AT(text), TEXT},
	{0},
};
#undef AT
static const struct ibp_yaml_record milestone_record = {
	.size = sizeof(struct ibp_milestone),
	.fields = milestone_fields,
	.named = true};

#define AT(member) offsetof(struct ibp_part, member)
static const struct ibp_yaml_field part_fields[] = {
	{.key = "code", .at = AT(code), CODE},
	{.key = "title", .at = AT(title), TEXT},
	{0},
};
#undef AT
static const struct ibp_yaml_record part_record = {
	.size = sizeof(struct ibp_part), .fields = part_fields, .named = true};

#define AT(member) offsetof(struct ibp_domain, member)
static const struct ibp_yaml_field domain_fields[] = {
	{.key = "code", .at = AT(code), CODE},
	{.key = "number",
	 .at = AT(number),
	 .type = IBP_YAML_WHOLE,
	 .min = 1,
	 .max = LIST_MAX},
	{.key = "part", .at = AT(part_code), CODE},
	{.key = "title", .at = AT(title), TEXT},
	{.key = "title_status",
	 .at = AT(title_status),
	 .type = IBP_YAML_WORD,
	 .words = ibp_title_status_words},
	{0},
};
#undef AT
static const struct ibp_yaml_record domain_record = {
	.size = sizeof(struct ibp_domain),
	.fields = domain_fields,
	.named = true};

#define AT(member) offsetof(struct ibp_group, member)
static const struct ibp_yaml_field group_fields[] = {
	{.key = "code", .at = AT(code), CODE},
	{.key = "domains",
	 .at = AT(codes),
	 .type = IBP_YAML_TEXTS,
	 .max = LIST_MAX},
	{0},
};
#undef AT
static const struct ibp_yaml_record group_record = {
	.size = sizeof(struct ibp_group),
	.fields = group_fields,
	.named = true};

#define AT(member) offsetof(struct ibp_reference, member)
static const struct ibp_yaml_field reference_fields[] = {
	{.key = "scheme", .at = AT(scheme), TEXT},
	{.key = "ref", .at = AT(ref), TEXT},
	{0},
};
#undef AT
static const struct ibp_yaml_record reference_record = {
	.size = sizeof(struct ibp_reference), .fields = reference_fields};

#define AT(member) offsetof(struct ibp_norm, member)
static const struct ibp_yaml_field norm_fields[] = {
	{.key = "code", .at = AT(code), CODE},
	{.key = "code_status",
	 .at = AT(code_status),
	 .type = IBP_YAML_WORD,
	 .words = ibp_code_status_words},
	{.key = "title", .at = AT(title), TEXT},
	{.key = "title_status",
	 .at = AT(title_status),
	 .type = IBP_YAML_WORD,
	 .words = ibp_title_status_words},
	{.key = "phase", .at = AT(phase), OPTIONAL_TEXT},
	{.key = "purpose", .at = AT(purpose), LONG_TEXT},
	{.key = "why", .at = AT(why), OPTIONAL_TEXT},
	{.key = "levels",
	 .at = AT(levels),
	 .type = IBP_YAML_NUMBERED,
	 .flags = IBP_YAML_LINES,
	 .max = IBP_LEVELS,
	 .bytes = LONG_TEXT_MAX},
	{.key = "levels_source",
	 .at = AT(levels_source),
	 .type = IBP_YAML_WHOLES,
	 .max = IBP_LEVELS},
	{.key = "steps", .at = AT(steps), TEXTS},
	{.key = "evidence", .at = AT(evidence), TEXTS},
	{.key = "related", .at = AT(related), TEXTS},
	{.key = "references",
	 .at = AT(references),
	 .flags = IBP_YAML_OPTIONAL,
	 .max = LIST_MAX,
	 RECORDS(reference_record, reference_count)},
	{.key = "looks_at", .at = AT(looks_at), TEXTS, .words = facts},
	{.key = "note", .at = AT(note), OPTIONAL_TEXT},
	{.key = "source", .at = AT(source), OPTIONAL_TEXT},
	{0},
};
#undef AT
static const struct ibp_yaml_record norm_record = {
	.size = sizeof(struct ibp_norm), .fields = norm_fields, .named = true};

#define AT(member) offsetof(struct ibp_framework, member)
static const struct ibp_yaml_field framework_fields[] = {
	{.key = "schema",
	 .at = AT(schema),
	 .type = IBP_YAML_SCHEMA,
	 .words = schema_words},
	{.key = "id", .at = AT(id), TEXT},
	{.key = "version", .at = AT(version), TEXT},
	{.key = "title", .at = AT(title), TEXT},
	{.key = "publisher", .at = AT(publisher), TEXT},
	{.key = "source", .at = AT(source), TEXT},
	{.key = "retrieved", .at = AT(retrieved), .type = IBP_YAML_DATE},
	{.key = "language", .at = AT(language), CODE},
	{.key = "levels",
	 .at = AT(levels),
	 .max = IBP_LEVELS,
	 RECORDS(level_record, level_count)},
	{.key = "target",
	 .at = AT(target),
	 .type = IBP_YAML_WHOLE,
	 .min = 1,
	 .max = IBP_LEVELS},
	{.key = "milestones",
	 .at = AT(milestones),
	 .max = LIST_MAX,
	 .flags = IBP_YAML_OPTIONAL,
	 RECORDS(milestone_record, milestone_count)},
	{.key = "parts",
	 .at = AT(parts),
	 .max = LIST_MAX,
	 RECORDS(part_record, part_count)},
	{.key = "domains",
	 .at = AT(domains),
	 .max = LIST_MAX,
	 RECORDS(domain_record, domain_count)},
	{.key = "groups",
	 .at = AT(groups),
	 .max = LIST_MAX,
	 .flags = IBP_YAML_OPTIONAL,
	 RECORDS(group_record, group_count)},
	{.key = "roles", .at = AT(roles), TEXTS},
	{.key = "norms",
	 .at = AT(norms),
	 .max = NORMS_MAX,
	 RECORDS(norm_record, norm_count)},
	{0},
};
#undef AT
const struct ibp_yaml_record ibp_framework_record = {
	.size = sizeof(struct ibp_framework), .fields = framework_fields};
