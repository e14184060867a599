#include "exchange/swc.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

const struct ibp_swc_field ibp_swc_application_fields[] = {
	{"IBP Eigenaar", "owner"},
	{"IBP Status", "status"},
	{"IBP Gepland vanaf", "planned_from"},
	{"IBP In gebruik vanaf", "in_use_from"},
	{"IBP Uit te faseren vanaf", "phase_out_from"},
	{"IBP Uitgefaseerd vanaf", "out_from"},
	{"IBP Soort applicatie", "kind"},
	{"IBP Hosting", "hosting"},
	{"IBP Land", "country"},
	{"IBP Gebruikers", "users"},
	{"IBP Kosten per jaar", "cost"},
	{"IBP Einde contract", "contract_end"},
	{"IBP Einde ondersteuning", "support_end"},
	{"IBP Eenmalig inloggen", "sso"},
	{"IBP Beschikbaarheid", "availability"},
	{"IBP Integriteit", "integrity"},
	{"IBP Vertrouwelijkheid", "confidentiality"},
	{"IBP Persoonsgegevens", "personal_data"},
	{NULL, NULL},
};

const struct ibp_swc_field ibp_swc_agreement_fields[] = {
	{"IBP Verwerkersovereenkomst", "status"},
	{"IBP Verwerkersovereenkomst model", "model_version"},
	{"IBP Verwerkersovereenkomst voor", "scope"},
	{"IBP Verwerkersovereenkomst getekend op", "signed"},
	{"IBP Verwerkersovereenkomst tot", "ends"},
	{"IBP DPIA", "dpia"},
	{"IBP DPIA op", "dpia_date"},
	{NULL, NULL},
};

const struct ibp_swc_field ibp_swc_school_fields[] = {
	{"IBP BRIN", "brin"},
	{"IBP Sector", "sector"},
	{NULL, NULL},
};

const struct ibp_swc_field ibp_swc_placement_fields[] = {
	{"IBP Plaatsing", "kind"},
	{"IBP Naam bij plaatsing", "element_name"},
	{"IBP Toelichting", "note"},
	{"IBP Nog eens bekijken", "look_again"},
	{NULL, NULL},
};

const struct ibp_swc_field ibp_swc_coupling_fields[] = {
	{"IBP Gegevens", "data"},
	{"IBP Richting", "direction"},
	{"IBP Via", "via"},
	{"IBP Standaard", "standard"},
	{NULL, NULL},
};

const struct ibp_swc_field ibp_swc_exclusion_fields[] = {
	{"IBP Niet voor ons", "reason"},
	{"IBP Naam bij uitsluiting", "element_name"},
	{"IBP Uitsluiting nog eens bekijken", "look_again"},
	{NULL, NULL},
};

/* The publisher's and the catalogue's own, then ours. */
const char *const ibp_swc_properties[] = {
	IBP_SWC_FORM,
	IBP_SWC_EDITION,
	IBP_SWC_SORT,
	IBP_SWC_ORDER,
	IBP_SWC_ANONYMOUS,
	"FORA-type",
	"Persoonsgegevens",
	"Beschikbaarheid",
	"Integriteit",
	"Vertrouwelijkheid",
	"Bewaartermijn",
	"SWC type",
	"Gebruik status",
	"Gebruik datum",
	"Extern pakket",
	"IBP Eigenaar",
	"IBP Status",
	"IBP Gepland vanaf",
	"IBP In gebruik vanaf",
	"IBP Uit te faseren vanaf",
	"IBP Uitgefaseerd vanaf",
	"IBP Soort applicatie",
	"IBP Hosting",
	"IBP Land",
	"IBP Gebruikers",
	"IBP Kosten per jaar",
	"IBP Einde contract",
	"IBP Einde ondersteuning",
	"IBP Eenmalig inloggen",
	"IBP Beschikbaarheid",
	"IBP Integriteit",
	"IBP Vertrouwelijkheid",
	"IBP Persoonsgegevens",
	"IBP Verwerkersovereenkomst",
	"IBP Verwerkersovereenkomst model",
	"IBP Verwerkersovereenkomst voor",
	"IBP Verwerkersovereenkomst getekend op",
	"IBP Verwerkersovereenkomst tot",
	"IBP DPIA",
	"IBP DPIA op",
	"IBP BRIN",
	"IBP Sector",
	"IBP Plaatsing",
	"IBP Naam bij plaatsing",
	"IBP Toelichting",
	"IBP Nog eens bekijken",
	"IBP Gegevens",
	"IBP Richting",
	"IBP Via",
	"IBP Standaard",
	"IBP Niet voor ons",
	"IBP Naam bij uitsluiting",
	"IBP Uitsluiting nog eens bekijken",
	NULL,
};

static const struct {
	const char *word;
	const char *value;
} values[] = {
	{"planned", "Gepland"},
	{"in-use", "In productie"},
	{"phase-out", "Uit te faseren"},
	{"out", "Uitgefaseerd"},
	{"package", "Pakket"},
	{"service", "Dienst"},
	{"custom", "Maatwerk"},
	{"platform", "Platform"},
	{"saas", "SaaS"},
	{"paas", "PaaS"},
	{"iaas", "IaaS"},
	{"on-premises", "Op locatie"},
	{"entree", "Entree"},
	{"other", "Anders"},
	{"none", "Geen"},
	{"low", "Laag"},
	{"medium", "Midden"},
	{"high", "Hoog"},
	{"ordinary", "Gewoon"},
	{"special", "Bijzonder"},
	{"requested", "Aangevraagd"},
	{"signed", "Getekend"},
	{"expired", "Verlopen"},
	{"not-needed", "Niet nodig"},
	{"needed", "Nodig"},
	{"central", "Centraal"},
	{"local", "Lokaal"},
	{"board", "Bestuur"},
	{"school", "School"},
	{"main", "Hoofd"},
	{"partial", "Gedeeltelijk"},
	{"to", "Heen"},
	{"from", "Terug"},
	{"both", "Beide"},
	{"yes", "Ja"},
};

size_t ibp_swc_property(const char *property)
{
	size_t i = 0;

	while (ibp_swc_properties[i] &&
	       strcmp(ibp_swc_properties[i], property) != 0)
		i++;
	return i;
}

const char *ibp_swc_value(const char *word)
{
	for (size_t i = 0; i < COUNT(values); i++)
		if (strcmp(values[i].word, word) == 0)
			return values[i].value;
	return word;
}

const char *ibp_swc_word(const char *value)
{
	for (size_t i = 0; i < COUNT(values); i++)
		if (strcmp(values[i].value, value) == 0)
			return values[i].word;
	return value;
}
