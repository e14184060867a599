/* The fields of the board's applications and of what is said about them. */
#include "core/field.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/fora.h"

#define CODE_MAX 40
#define COUNTRY_LENGTH 2
#define NUMBER_MAX 1000000000
#define USERS_MAX 10000000
#define COST_MAX 1000000000

const struct ibp_choice ibp_application_status_choices[] = {
	{"planned", NC_("value", "planned")},
	{"in-use", NC_("value", "in use")},
	{"phase-out", NC_("value", "being phased out")},
	{"out", NC_("value", "out of use")},
	{NULL, NULL},
};

static const struct ibp_choice kinds[] = {
	{"package", NC_("value", "package")},
	{"service", NC_("value", "service")},
	{"custom", NC_("value", "made to order")},
	{"platform", NC_("value", "platform")},
	{NULL, NULL},
};

static const struct ibp_choice hostings[] = {
	{"saas", NC_("value", "SaaS")},
	{"paas", NC_("value", "PaaS")},
	{"iaas", NC_("value", "IaaS")},
	{"on-premises", NC_("value", "on the premises")},
	{NULL, NULL},
};

static const struct ibp_choice sign_ons[] = {
	{"entree", NC_("value", "Entree")},
	{"other", NC_("value", "other")},
	{"none", NC_("value", "none")},
	{NULL, NULL},
};

const struct ibp_choice ibp_personal_data_choices[] = {
	{"none", NC_("value", "none")},
	{"ordinary", NC_("value", "ordinary")},
	{"special", NC_("value", "special")},
	{NULL, NULL},
};

const struct ibp_choice ibp_agreement_status_choices[] = {
	{"none", NC_("value", "none")},
	{"requested", NC_("value", "requested")},
	{"signed", NC_("value", "signed")},
	{"expired", NC_("value", "expired")},
	{"not-needed", NC_("value", "not needed")},
	{NULL, NULL},
};

static const struct ibp_choice scopes[] = {
	{"board", NC_("value", "whole board")},
	{"school", NC_("value", "one school")},
	{NULL, NULL},
};

const struct ibp_choice ibp_dpia_choices[] = {
	{"not-needed", NC_("value", "not needed")},
	{"needed", NC_("value", "needed")},
	{"central", NC_("value", "done centrally")},
	{"local", NC_("value", "done by the board")},
	{NULL, NULL},
};

const struct ibp_choice ibp_placement_choices[] = {
	{"main", NC_("value", "main")},
	{"partial", NC_("value", "partial")},
	{"planned", NC_("value", "planned")},
	{NULL, NULL},
};

static const struct ibp_choice directions[] = {
	{"to", NC_("value", "to")},
	{"from", NC_("value", "from")},
	{"both", NC_("value", "both ways")},
	{NULL, NULL},
};

static const struct ibp_choice marks[] = {
	{"yes", NC_("value", "yes")},
	{NULL, NULL},
};

#define LINE(NAME, LABEL, MAX)                                            \
	{                                                                 \
		.name = (NAME), .label = (LABEL), .kind = IBP_FIELD_LINE, \
		.max = (MAX),                                             \
	}
#define CHOICE(NAME, LABEL, CHOICES)                                        \
	{                                                                   \
		.name = (NAME), .label = (LABEL), .kind = IBP_FIELD_CHOICE, \
		.choices = (CHOICES),                                       \
	}
#define DATE(NAME, LABEL)                                                 \
	{                                                                 \
		.name = (NAME), .label = (LABEL), .kind = IBP_FIELD_DATE, \
	}
#define NUMBER(NAME, LABEL, MAX)                                            \
	{                                                                   \
		.name = (NAME), .label = (LABEL), .kind = IBP_FIELD_NUMBER, \
		.max = (MAX),                                               \
	}
#define NOTE                                                                 \
	{                                                                    \
		.name = "note", .label = N_("Note"), .kind = IBP_FIELD_NOTE, \
		.max = IBP_TEXT_NOTE_MAX,                                    \
	}
/* The number of an application, which no person types as a field. */
#define APPLICATION(NAME, LABEL)                                            \
	{                                                                   \
		.name = (NAME), .label = (LABEL), .kind = IBP_FIELD_NUMBER, \
		.max = NUMBER_MAX, .required = true, .internal = true,      \
	}
#define HIDDEN_LINE(NAME, LABEL, MAX)                                     \
	{                                                                 \
		.name = (NAME), .label = (LABEL), .kind = IBP_FIELD_LINE, \
		.max = (MAX), .internal = true,                           \
	}
#define MARK(NAME, LABEL)                                                   \
	{                                                                   \
		.name = (NAME), .label = (LABEL), .kind = IBP_FIELD_CHOICE, \
		.choices = marks, .internal = true,                         \
	}
#define END                   \
	{                     \
		.name = NULL, \
	}

const struct ibp_field ibp_application_fields[] = {
	{.name = "name",
	 .label = N_("Name"),
	 .kind = IBP_FIELD_LINE,
	 .max = IBP_TEXT_NAME_MAX,
	 .required = true},
	LINE("supplier", N_("Supplier"), IBP_TEXT_NAME_MAX),
	LINE("owner", N_("Owner"), IBP_TEXT_NAME_MAX),
	CHOICE("status", N_("Status"), ibp_application_status_choices),
	DATE("planned_from", N_("Planned from")),
	DATE("in_use_from", N_("In use from")),
	DATE("phase_out_from", N_("Phased out from")),
	DATE("out_from", N_("Out of use from")),
	CHOICE("kind", N_("Kind"), kinds),
	CHOICE("hosting", N_("Hosting"), hostings),
	{.name = "country",
	 .label = N_("Country"),
	 .kind = IBP_FIELD_COUNTRY,
	 .max = COUNTRY_LENGTH},
	NUMBER("users", N_("Users"), USERS_MAX),
	NUMBER("cost", N_("Euros a year"), COST_MAX),
	DATE("contract_end", N_("End of the contract")),
	DATE("support_end", N_("End of support")),
	CHOICE("sso", N_("Single sign-on"), sign_ons),
	CHOICE("availability", N_("Availability"), ibp_grade_choices),
	CHOICE("integrity", N_("Integrity"), ibp_grade_choices),
	CHOICE("confidentiality", N_("Confidentiality"), ibp_grade_choices),
	CHOICE("personal_data", N_("Personal data"), ibp_personal_data_choices),
	NOTE,
	END,
};

const struct ibp_field ibp_agreement_fields[] = {
	CHOICE("status", N_("Status"), ibp_agreement_status_choices),
	LINE("model_version", N_("Model version"), CODE_MAX),
	CHOICE("scope", N_("Scope"), scopes),
	DATE("signed", N_("Signed on")),
	DATE("ends", N_("Ends on")),
	CHOICE("dpia", N_("DPIA"), ibp_dpia_choices),
	DATE("dpia_date", N_("Date of the DPIA")),
	END,
};

const struct ibp_field ibp_use_fields[] = {
	MARK("used", N_("In use")),
	END,
};

const struct ibp_field ibp_placement_fields[] = {
	APPLICATION("application", N_("Application")),
	HIDDEN_LINE("element", N_("Element"), IBP_FORA_ID_MAX),
	HIDDEN_LINE("element_name", N_("Name of the element"),
		    IBP_TEXT_LINE_MAX),
	CHOICE("kind", N_("Kind"), ibp_placement_choices),
	NOTE,
	MARK("look_again", N_("Look again")),
	END,
};

const struct ibp_field ibp_coupling_fields[] = {
	APPLICATION("from", N_("From")),
	APPLICATION("to", N_("To")),
	LINE("data", N_("Data"), IBP_TEXT_LINE_MAX),
	CHOICE("direction", N_("Direction"), directions),
	LINE("via", N_("By way of"), IBP_TEXT_LINE_MAX),
	LINE("standard", N_("Standard"), IBP_TEXT_NAME_MAX),
	END,
};

const struct ibp_field ibp_exclusion_fields[] = {
	{.name = "reason",
	 .label = N_("Reason"),
	 .kind = IBP_FIELD_LINE,
	 .max = IBP_TEXT_LINE_MAX,
	 .required = true},
	HIDDEN_LINE("element_name", N_("Name of the element"),
		    IBP_TEXT_LINE_MAX),
	MARK("look_again", N_("Look again")),
	END,
};

const struct ibp_field ibp_setting_fields[] = {
	{.name = "value",
	 .label = N_("Value"),
	 .kind = IBP_FIELD_NOTE,
	 .max = IBP_TEXT_NOTE_MAX,
	 .required = true,
	 .internal = true},
	END,
};
