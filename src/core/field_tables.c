/* The tables of fields, apart from what is done with them. */
#include "core/field.h"

#include "base/i18n.h"
#include "base/text.h"

#define NOT_A_TEXT 0
#define CODE_MAX 40
#define EXPR_MAX 1000
#define STUDENTS_MAX 1000000
#define SCHOOLS_MAX 10000

#define END_CHOICES        \
	{                  \
		NULL, NULL \
	}
#define END_FIELDS                                         \
	{                                                  \
		NULL, NULL, IBP_FIELD_LINE, 0, NULL, false \
	}

#define LINE(name, label, max)                                \
	{                                                     \
		name, label, IBP_FIELD_LINE, max, NULL, false \
	}
#define REQUIRED(name, label, max)                           \
	{                                                    \
		name, label, IBP_FIELD_LINE, max, NULL, true \
	}
#define NUMBER(name, label, max)                                \
	{                                                       \
		name, label, IBP_FIELD_NUMBER, max, NULL, false \
	}
#define CHOICE(name, label, choices)                                      \
	{                                                                 \
		name, label, IBP_FIELD_CHOICE, NOT_A_TEXT, choices, false \
	}
#define PLAIN(name, label, kind)                           \
	{                                                  \
		name, label, kind, NOT_A_TEXT, NULL, false \
	}

static const struct ibp_choice sectors[] = {
	{"po", NC_("value", "primary education")},
	{"vo", NC_("value", "secondary education")},
	{"so", NC_("value", "special education")},
	{"po+vo", NC_("value", "primary and secondary education")},
	END_CHOICES};

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
	END_CHOICES};

const struct ibp_choice ibp_status_choices[] = {
	{"open", NC_("value", "open")},
	{"planned", NC_("value", "planned")},
	{"in-progress", NC_("value", "in progress")},
	{"done", NC_("value", "done")},
	END_CHOICES};

const struct ibp_choice ibp_grade_choices[] = {
	{"low", NC_("value", "low")},
	{"medium", NC_("value", "medium")},
	{"high", NC_("value", "high")},
	END_CHOICES};

static const struct ibp_choice kinds[] = {
	{"document", NC_("value", "document")},
	{"record", NC_("value", "record")},
	{"observation", NC_("value", "observation")},
	{"interview", NC_("value", "interview")},
	{"system", NC_("value", "system")},
	END_CHOICES};

static const struct ibp_choice marks[] = {{"yes", NC_("value", "yes")},
					  END_CHOICES};

const struct ibp_field ibp_board_fields[] = {
	REQUIRED("name", N_("Name"), IBP_TEXT_NAME_MAX),
	CHOICE("sector", N_("Sector"), sectors),
	NUMBER("students", N_("Students"), STUDENTS_MAX),
	NUMBER("schools", N_("Schools"), SCHOOLS_MAX),
	CHOICE("province", N_("Province"), provinces),
	END_FIELDS};

const struct ibp_field ibp_school_fields[] = {
	REQUIRED("name", N_("Name"), IBP_TEXT_NAME_MAX),
	LINE("brin", N_("BRIN code"), CODE_MAX),
	CHOICE("sector", N_("Sector"), sectors), END_FIELDS};

const struct ibp_field ibp_assessment_fields[] = {
	REQUIRED("name", N_("Name"), IBP_TEXT_NAME_MAX),
	REQUIRED("framework", N_("Framework"), CODE_MAX),
	REQUIRED("version", N_("Version"), CODE_MAX),
	PLAIN("created", N_("Made"), IBP_FIELD_TIME),
	PLAIN("locked", N_("Locked"), IBP_FIELD_TIME),
	END_FIELDS};

const struct ibp_field ibp_norm_fields[] = {
	PLAIN("score", N_("Score"), IBP_FIELD_SCORE),
	LINE("reason", N_("Reason"), IBP_TEXT_LINE_MAX),
	PLAIN("target", N_("Target"), IBP_FIELD_LEVEL),
	CHOICE("status", N_("Status"), ibp_status_choices),
	CHOICE("priority", N_("Priority"), ibp_grade_choices),
	LINE("owner", N_("Owner"), IBP_TEXT_NAME_MAX),
	PLAIN("due", N_("Due date"), IBP_FIELD_DATE),
	{"note", N_("Note"), IBP_FIELD_NOTE, IBP_TEXT_NOTE_MAX, NULL, false},
	PLAIN("score:2", N_("Second score"), IBP_FIELD_SCORE),
	LINE("reason:2", N_("Reason of the second score"), IBP_TEXT_LINE_MAX),
	PLAIN("score:settled", N_("Settled score"), IBP_FIELD_SCORE),
	LINE("reason:settled", N_("Reason of the settled score"),
	     IBP_TEXT_LINE_MAX),
	CHOICE("look_again", N_("Look again"), marks),
	END_FIELDS};

const struct ibp_field ibp_evidence_fields[] = {
	REQUIRED("norm", N_("Norm"), CODE_MAX),
	REQUIRED("title", N_("Title"), IBP_TEXT_LINE_MAX),
	LINE("ref", N_("Place"), IBP_TEXT_LINE_MAX),
	CHOICE("kind", N_("Kind"), kinds),
	PLAIN("date", N_("Date"), IBP_FIELD_DATE),
	LINE("checked_by", N_("Checked by"), IBP_TEXT_NAME_MAX),
	CHOICE("confidence", N_("Confidence"), ibp_grade_choices),
	END_FIELDS};

const struct ibp_field ibp_filter_fields[] = {
	REQUIRED("expr", N_("Filter"), EXPR_MAX), END_FIELDS};
