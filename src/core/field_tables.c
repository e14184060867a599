/* The tables of fields, apart from what is done with them. */
#include "core/field.h"

#include "base/i18n.h"
#include "base/text.h"

#define CODE_MAX 40
#define DIGEST_MAX 64
#define EXPR_MAX 1000
#define STUDENTS_MAX 1000000
#define SCHOOLS_MAX 10000

static const struct ibp_choice sectors[] = {
	{"po", NC_("value", "primary education")},
	{"vo", NC_("value", "secondary education")},
	{"so", NC_("value", "special education")},
	{"po+vo", NC_("value", "primary and secondary education")},
	{NULL, NULL},
};

static const struct ibp_choice provinces[] = {
	{"drenthe", NC_("value", "Drenthe")},
	{"flevoland", NC_("value", "Flevoland")},
	{"friesland", NC_("value", "Friesland")},
	{"gelderland", NC_("value", "Gelderland")},
	{"groningen", NC_("value", "Groningen")},
	{"limburg", NC_("value", "Limburg")},
	{"noord-brabant", NC_("value", "Noord-Brabant")},
	{"noord-holland", NC_("value", "Noord-Holland")},
	{"overijssel", NC_("value", "Overijssel")},
	{"utrecht", NC_("value", "Utrecht")},
	{"zeeland", NC_("value", "Zeeland")},
	{"zuid-holland", NC_("value", "Zuid-Holland")},
	{NULL, NULL},
};

const struct ibp_choice ibp_status_choices[] = {
	{"open", NC_("value", "open")},
	{"planned", NC_("value", "planned")},
	{"in-progress", NC_("value", "in progress")},
	{"done", NC_("value", "done")},
	{NULL, NULL},
};

const struct ibp_choice ibp_grade_choices[] = {
	{"low", NC_("value", "low")},
	{"medium", NC_("value", "medium")},
	{"high", NC_("value", "high")},
	{NULL, NULL},
};

static const struct ibp_choice kinds[] = {
	{"document", NC_("value", "document")},
	{"record", NC_("value", "record")},
	{"observation", NC_("value", "observation")},
	{"interview", NC_("value", "interview")},
	{"system", NC_("value", "system")},
	{NULL, NULL},
};

static const struct ibp_choice marks[] = {
	{"yes", NC_("value", "yes")},
	{NULL, NULL},
};

const struct ibp_field ibp_board_fields[] = {
	{.name = "name",
	 .label = N_("Name"),
	 .kind = IBP_FIELD_LINE,
	 .max = IBP_TEXT_NAME_MAX,
	 .required = true},
	{.name = "sector",
	 .label = N_("Sector"),
	 .kind = IBP_FIELD_CHOICE,
	 .choices = sectors},
	{.name = "students",
	 .label = N_("Students"),
	 .kind = IBP_FIELD_NUMBER,
	 .max = STUDENTS_MAX},
	{.name = "schools",
	 .label = N_("Schools"),
	 .kind = IBP_FIELD_NUMBER,
	 .max = SCHOOLS_MAX},
	{.name = "province",
	 .label = N_("Province"),
	 .kind = IBP_FIELD_CHOICE,
	 .choices = provinces},
	{.name = NULL},
};

const struct ibp_field ibp_school_fields[] = {
	{.name = "name",
	 .label = N_("Name"),
	 .kind = IBP_FIELD_LINE,
	 .max = IBP_TEXT_NAME_MAX,
	 .required = true},
	{.name = "brin",
	 .label = N_("BRIN code"),
	 .kind = IBP_FIELD_LINE,
	 .max = CODE_MAX},
	{.name = "sector",
	 .label = N_("Sector"),
	 .kind = IBP_FIELD_CHOICE,
	 .choices = sectors},
	{.name = NULL},
};

const struct ibp_field ibp_assessment_fields[] = {
	{.name = "name",
	 .label = N_("Name"),
	 .kind = IBP_FIELD_LINE,
	 .max = IBP_TEXT_NAME_MAX,
	 .required = true},
	{.name = "framework",
	 .label = N_("Framework"),
	 .kind = IBP_FIELD_LINE,
	 .max = CODE_MAX,
	 .required = true},
	{.name = "version",
	 .label = N_("Version"),
	 .kind = IBP_FIELD_LINE,
	 .max = CODE_MAX,
	 .required = true},
	{.name = "created",
	 .label = N_("Made"),
	 .kind = IBP_FIELD_TIME,
	 .internal = true},
	{.name = "locked",
	 .label = N_("Locked"),
	 .kind = IBP_FIELD_TIME,
	 .internal = true},
	{.name = "locked_by",
	 .label = N_("Locked by"),
	 .kind = IBP_FIELD_LINE,
	 .max = IBP_TEXT_NAME_MAX,
	 .internal = true},
	{.name = "digest",
	 .label = N_("Digest"),
	 .kind = IBP_FIELD_LINE,
	 .max = DIGEST_MAX,
	 .internal = true},
	{.name = "unlock_reason",
	 .label = N_("Reason to unlock"),
	 .kind = IBP_FIELD_LINE,
	 .max = IBP_TEXT_LINE_MAX,
	 .internal = true},
	{.name = NULL},
};

const struct ibp_field ibp_norm_fields[] = {
	{.name = "score", .label = N_("Score"), .kind = IBP_FIELD_SCORE},
	{.name = "reason",
	 .label = N_("Reason"),
	 .kind = IBP_FIELD_LINE,
	 .max = IBP_TEXT_LINE_MAX},
	{.name = "target", .label = N_("Target"), .kind = IBP_FIELD_LEVEL},
	{.name = "status",
	 .label = N_("Status"),
	 .kind = IBP_FIELD_CHOICE,
	 .choices = ibp_status_choices},
	{.name = "priority",
	 .label = N_("Priority"),
	 .kind = IBP_FIELD_CHOICE,
	 .choices = ibp_grade_choices},
	{.name = "owner",
	 .label = N_("Owner"),
	 .kind = IBP_FIELD_LINE,
	 .max = IBP_TEXT_NAME_MAX},
	{.name = "due", .label = N_("Due date"), .kind = IBP_FIELD_DATE},
	{.name = "note",
	 .label = N_("Note"),
	 .kind = IBP_FIELD_NOTE,
	 .max = IBP_TEXT_NOTE_MAX},
	{.name = "score:2",
	 .label = N_("Second score"),
	 .kind = IBP_FIELD_SCORE,
	 .internal = true},
	{.name = "reason:2",
	 .label = N_("Reason of the second score"),
	 .kind = IBP_FIELD_LINE,
	 .max = IBP_TEXT_LINE_MAX,
	 .internal = true},
	{.name = "score:settled",
	 .label = N_("Settled score"),
	 .kind = IBP_FIELD_SCORE,
	 .internal = true},
	{.name = "reason:settled",
	 .label = N_("Reason of the settled score"),
	 .kind = IBP_FIELD_LINE,
	 .max = IBP_TEXT_LINE_MAX,
	 .internal = true},
	{.name = "look_again",
	 .label = N_("Look again"),
	 .kind = IBP_FIELD_CHOICE,
	 .choices = marks,
	 .internal = true},
	{.name = NULL},
};

const struct ibp_field ibp_evidence_fields[] = {
	{.name = "norm",
	 .label = N_("Norm"),
	 .kind = IBP_FIELD_LINE,
	 .max = CODE_MAX,
	 .required = true,
	 .internal = true},
	{.name = "title",
	 .label = N_("Title"),
	 .kind = IBP_FIELD_LINE,
	 .max = IBP_TEXT_LINE_MAX,
	 .required = true},
	{.name = "ref",
	 .label = N_("Place"),
	 .kind = IBP_FIELD_LINE,
	 .max = IBP_TEXT_LINE_MAX},
	{.name = "kind",
	 .label = N_("Kind"),
	 .kind = IBP_FIELD_CHOICE,
	 .choices = kinds},
	{.name = "date", .label = N_("Date"), .kind = IBP_FIELD_DATE},
	{.name = "checked_by",
	 .label = N_("Checked by"),
	 .kind = IBP_FIELD_LINE,
	 .max = IBP_TEXT_NAME_MAX},
	{.name = "confidence",
	 .label = N_("Confidence"),
	 .kind = IBP_FIELD_CHOICE,
	 .choices = ibp_grade_choices},
	{.name = NULL},
};

const struct ibp_field ibp_filter_fields[] = {
	{.name = "expr",
	 .label = N_("Filter"),
	 .kind = IBP_FIELD_LINE,
	 .max = EXPR_MAX,
	 .required = true},
	{.name = NULL},
};
