#include "exchange/application_columns.h"

#include <string.h>

#include "base/i18n.h"

#define APP IBP_SUBJECT_APPLICATION
#define AGREEMENT IBP_SUBJECT_AGREEMENT
#define PLACEMENT IBP_SUBJECT_PLACEMENT

const struct ibp_application_column
	ibp_application_columns[IBP_APPLICATION_COLUMNS] = {
		{"name", APP, "name", NULL},
		{"supplier", APP, "supplier", NULL},
		{"owner", APP, "owner", NULL},
		{"status", APP, "status", NULL},
		{"planned_from", APP, "planned_from", NULL},
		{"in_use_from", APP, "in_use_from", NULL},
		{"phase_out_from", APP, "phase_out_from", NULL},
		{"out_from", APP, "out_from", NULL},
		{"kind", APP, "kind", NULL},
		{"hosting", APP, "hosting", NULL},
		{"country", APP, "country", NULL},
		{"users", APP, "users", NULL},
		{"cost", APP, "cost", NULL},
		{"contract_end", APP, "contract_end", NULL},
		{"support_end", APP, "support_end", NULL},
		{"sso", APP, "sso", NULL},
		{"availability", APP, "availability", NULL},
		{"integrity", APP, "integrity", NULL},
		{"confidentiality", APP, "confidentiality", NULL},
		{"personal_data", APP, "personal_data", NULL},
		{"note", APP, "note", NULL},
		{"agreement", AGREEMENT, "status", N_("Agreement")},
		{"model_version", AGREEMENT, "model_version", NULL},
		{"scope", AGREEMENT, "scope", NULL},
		{"signed", AGREEMENT, "signed", NULL},
		{"ends", AGREEMENT, "ends", NULL},
		{"dpia", AGREEMENT, "dpia", NULL},
		{"dpia_date", AGREEMENT, "dpia_date", NULL},
		[IBP_APPLICATION_SCHOOLS] = {"schools", IBP_SUBJECT_USE, NULL,
					     N_("Schools")},
		[IBP_APPLICATION_MAIN] = {"main", PLACEMENT, NULL,
					  N_("Component")},
		[IBP_APPLICATION_PARTIAL] = {"partial", PLACEMENT, NULL, NULL},
		[IBP_APPLICATION_PLANNED] = {"planned", PLACEMENT, NULL, NULL},
};

const char *const ibp_application_column_words[] = {
	"name",
	"supplier",
	"owner",
	"status",
	"planned_from",
	"in_use_from",
	"phase_out_from",
	"out_from",
	"kind",
	"hosting",
	"country",
	"users",
	"cost",
	"contract_end",
	"support_end",
	"sso",
	"availability",
	"integrity",
	"confidentiality",
	"personal_data",
	"note",
	"agreement",
	"model_version",
	"scope",
	"signed",
	"ends",
	"dpia",
	"dpia_date",
	"schools",
	"main",
	"partial",
	"planned",
	"ignore",
	NULL,
};

/* What the lists of schools call them, folded. */
static const struct {
	const char *name;
	const char *column;
} usual[] = {
	{"applicatie", "name"},
	{"application", "name"},
	{"applicaties", "name"},
	{"applicatienaam", "name"},
	{"naam applicatie", "name"},
	{"naam van de applicatie", "name"},
	{"programma", "name"},
	{"pakket", "name"},
	{"product", "name"},
	{"productnaam", "name"},
	{"software", "name"},
	{"systeem", "name"},
	{"vendor", "supplier"},
	{"aanbieder", "supplier"},
	{"producent", "supplier"},
	{"naam leverancier", "supplier"},
	{"proceseigenaar", "owner"},
	{"functioneel beheerder", "owner"},
	{"verantwoordelijke", "owner"},
	{"soort", "kind"},
	{"hostingvorm", "hosting"},
	{"land van opslag", "country"},
	{"opslag", "country"},
	{"aantal gebruikers", "users"},
	{"number of users", "users"},
	{"kosten", "cost"},
	{"kosten per jaar", "cost"},
	{"jaarlijkse kosten", "cost"},
	{"costs", "cost"},
	{"einddatum contract", "contract_end"},
	{"contract tot", "contract_end"},
	{"einde ondersteuning", "support_end"},
	{"eenmalig inloggen", "sso"},
	{"opmerking", "note"},
	{"opmerkingen", "note"},
	{"toelichting", "note"},
	{"remarks", "note"},
	{"comments", "note"},
	{"verwerkersovereenkomst", "agreement"},
	{"status verwerkersovereenkomst", "agreement"},
	{"vwo", "agreement"},
	{"dpa", "agreement"},
	{"processing agreement", "agreement"},
	{"modelversie", "model_version"},
	{"datum verwerkersovereenkomst", "signed"},
	{"ondertekend op", "signed"},
	{"getekend op", "signed"},
	{"einddatum verwerkersovereenkomst", "ends"},
	{"verwerkersovereenkomst tot", "ends"},
	{"datum dpia", "dpia_date"},
	{"school", "schools"},
	{"locatie", "schools"},
	{"locaties", "schools"},
	{"gebruikt door", "schools"},
	{"used by", "schools"},
	{"referentiecomponent", "main"},
	{"referentiecomponenten", "main"},
	{"reference component", "main"},
	{"fora", "main"},
};

#define USUAL (sizeof(usual) / sizeof(*usual))

/* The words that they write for the values. */
static const struct {
	const char *column;
	const char *text;
	const char *word;
} values[] = {
	{"status", "actief", "in-use"},
	{"status", "active", "in-use"},
	{"status", "in productie", "in-use"},
	{"status", "in production", "in-use"},
	{"status", "uit te faseren", "phase-out"},
	{"status", "uitgefaseerd", "out"},
	{"hosting", "cloud", "saas"},
	{"hosting", "on premise", "on-premises"},
	{"hosting", "lokaal", "on-premises"},
	{"hosting", "eigen server", "on-premises"},
	{"kind", "maatwerk", "custom"},
	{"country", "nederland", "NL"},
	{"country", "the netherlands", "NL"},
	{"country", "netherlands", "NL"},
	{"country", "belgië", "BE"},
	{"country", "duitsland", "DE"},
	{"country", "ierland", "IE"},
	{"country", "ireland", "IE"},
	{"country", "verenigde staten", "US"},
	{"country", "usa", "US"},
	{"country", "vs", "US"},
	{"sso", "entree federatie", "entree"},
	{"sso", "nee", "none"},
	{"sso", "no", "none"},
	{"personal_data", "gewoon", "ordinary"},
	{"personal_data", "bijzonder", "special"},
	{"personal_data", "ja", "ordinary"},
	{"personal_data", "yes", "ordinary"},
	{"personal_data", "nee", "none"},
	{"personal_data", "no", "none"},
	{"agreement", "ja", "signed"},
	{"agreement", "yes", "signed"},
	{"agreement", "ondertekend", "signed"},
	{"agreement", "getekend", "signed"},
	{"agreement", "aanwezig", "signed"},
	{"agreement", "nee", "none"},
	{"agreement", "no", "none"},
	{"agreement", "in aanvraag", "requested"},
	{"agreement", "n.v.t.", "not-needed"},
	{"agreement", "n/a", "not-needed"},
	{"agreement", "niet van toepassing", "not-needed"},
	{"dpia", "centraal", "central"},
	{"dpia", "centraal uitgevoerd", "central"},
	{"dpia", "lokaal", "local"},
	{"dpia", "uitgevoerd", "local"},
	{"dpia", "n.v.t.", "not-needed"},
	{"dpia", "n/a", "not-needed"},
	{"dpia", "niet van toepassing", "not-needed"},
};

const struct ibp_field *ibp_application_column_field(size_t column)
{
	const struct ibp_application_column *c =
		&ibp_application_columns[column];

	return c->field ? ibp_field_find(ibp_subject_fields(c->subject),
					 c->field) :
			  NULL;
}

size_t ibp_application_column_find(const char *name)
{
	size_t i = 0;

	while (i < IBP_APPLICATION_COLUMNS &&
	       strcmp(ibp_application_columns[i].name, name) != 0)
		i++;
	return i;
}

static const char *name_of(size_t column)
{
	return ibp_application_columns[column].name;
}

/* "Status" alone is that of the application. */
static const char *label_of(size_t column)
{
	const struct ibp_field *field = ibp_application_column_field(column);
	const char *label = ibp_application_columns[column].label;

	return label || !field ? label : field->label;
}

static bool is_read(size_t column)
{
	return column < IBP_APPLICATION_COLUMNS;
}

static struct ibp_column_alias alias_at(size_t index)
{
	if (index >= USUAL)
		return (struct ibp_column_alias){NULL, 0};
	return (struct ibp_column_alias){
		usual[index].name,
		ibp_application_column_find(usual[index].column)};
}

const struct ibp_column_kind ibp_application_column_kind = {
	.count = IBP_APPLICATION_COLUMNS,
	.name = name_of,
	.label = label_of,
	.is_read = is_read,
	.alias = alias_at,
};

void ibp_application_labels(struct ibp_labels *labels)
{
	ibp_labels_add(labels, ibp_application_fields);
	ibp_labels_add(labels, ibp_agreement_fields);
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
		ibp_labels_add_word(
			labels,
			ibp_application_column_field(
				ibp_application_column_find(values[i].column)),
			values[i].text, values[i].word);
	ibp_labels_finish(labels);
}

enum ibp_status ibp_application_columns_match(const struct ibp_heading *heading,
					      const struct ibp_column_map *map,
					      size_t *columns,
					      struct ibp_error *err)
{
	enum ibp_status status = ibp_columns_match(&ibp_application_column_kind,
						   heading, map, columns, err);

	for (size_t i = 0; !status && i < heading->count; i++)
		if (columns[i] == 0)
			return IBP_OK;
	if (status)
		return status;
	return ibp_heading_fault(heading, 0, err,
				 _("No column with the names of the "
				   "applications: call it `name`, or say which "
				   "it is with --columns."));
}
