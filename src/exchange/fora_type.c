#include "exchange/fora_type.h"

#include <string.h>
#include <strings.h>

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

/* Property and folder: one list for both. */
static const struct {
	const char *property;
	const char *folder;
	enum ibp_fora_type type;
} fora_types[] = {
	{"Bedrijfsdomein", "Bedrijfsdomeinen", IBP_FORA_DOMAIN},
	{"Hoofdbedrijfsfunctie", "Hoofdbedrijfsfuncties",
	 IBP_FORA_MAIN_FUNCTION},
	{"Bedrijfsfunctie", "Bedrijfsfuncties", IBP_FORA_FUNCTION},
	{"Bedrijfsproces", "Bedrijfsprocessen", IBP_FORA_PROCESS},
	{"Werkproces", "Werkprocessen", IBP_FORA_WORK_PROCESS},
	{"Processtap", "Processtappen", IBP_FORA_PROCESS_STEP},
	{"Bedrijfsgebeurtenis", "Bedrijfsgebeurtenissen", IBP_FORA_EVENT},
	{"Referentiecomponent", "Referentiecomponenten", IBP_FORA_COMPONENT},
	{"Applicatiefunctie", "Applicatiefuncties",
	 IBP_FORA_APPLICATION_FUNCTION},
	{"Informatieobject", "Informatieobjecten", IBP_FORA_INFORMATION_OBJECT},
	{"Gegevensset", "Gegevenssets", IBP_FORA_DATA_SET},
	{"Gegevenselement", "Gegevenselementen", IBP_FORA_DATA_ELEMENT},
	{"Rol", "Rollen", IBP_FORA_ROLE},
	{"Actor", "Actoren", IBP_FORA_ACTOR},
	{"Landelijke voorziening", "Landelijke voorzieningen",
	 IBP_FORA_NATIONAL_FACILITY},
	{"Applicatieservice", "Applicatieservices",
	 IBP_FORA_APPLICATION_SERVICE},
	{"Landelijke service", "Landelijke services",
	 IBP_FORA_APPLICATION_SERVICE},
	{"Landelijke dienst", "Landelijke diensten", IBP_FORA_NATIONAL_SERVICE},
	{"Standaard", "Standaarden", IBP_FORA_STANDARD},
	{"Standaardversie", "Standaardversies", IBP_FORA_STANDARD_VERSION},
	{"Wet- en regelgeving", "Wet- en regelgeving", IBP_FORA_LAW},
	{"Netwerkinfrastructuurservice", "Netwerkinfrastructuurservices",
	 IBP_FORA_NETWORK_SERVICE},
	{"Apparaat", "Apparaten", IBP_FORA_DEVICE},
};

/* Where neither says anything. */
static const struct {
	const char *archimate;
	enum ibp_fora_type type;
} archimate_types[] = {
	{"BusinessCollaboration", IBP_FORA_COLLABORATION},
	{"BusinessService", IBP_FORA_NATIONAL_SERVICE},
	{"Device", IBP_FORA_DEVICE},
	{"Grouping", IBP_FORA_GROUPING},
};

/* The edition of 2024 calls them groupings among others. */
static const char *const domain_ids[] = {
	"id-c1d191e9-108c-4da7-90fa-ec39a6cdcc59",
	"id-6d37a16c-046b-438c-86ce-a699c0a0bb20",
	"id-df486234-d109-4921-828c-0f02adeb65e2",
	"id-fdabfe87-c566-4a80-bf54-7f0f64ba335d",
	"id-f03e909e-e6fc-4fa2-ae6f-043144839311",
	"id-68f511085eee4f13a8ced4802bb6f159",
	"id-71a51ace-e6de-430e-837e-a794a22c155d",
};

const char *ibp_fora_folder(const struct ibp_archi *archi,
			    const struct ibp_archi_element *element,
			    size_t level)
{
	uint32_t path[IBP_ARCHI_DEPTH_MAX + 64];
	size_t depth = 0;

	for (uint32_t at = element->folder;
	     at != IBP_ARCHI_NONE && depth < LENGTH(path);
	     at = archi->folders[at].parent)
		path[depth++] = at;
	return level < depth ? archi->folders[path[depth - 1 - level]].name :
			       NULL;
}

static bool is_domain_of_2024(const struct ibp_archi_element *element)
{
	if (strcmp(element->type, "Grouping") != 0)
		return false;
	for (size_t i = 0; i < LENGTH(domain_ids); i++)
		if (strcmp(domain_ids[i], element->id) == 0)
			return true;
	return false;
}

enum ibp_fora_type ibp_fora_type_of(const struct ibp_archi *archi,
				    const struct ibp_archi_element *element)
{
	const char *property = element->properties[IBP_ARCHI_FORA_TYPE];
	const char *folder = ibp_fora_folder(archi, element, 1);

	for (size_t i = 0; property && i < LENGTH(fora_types); i++)
		if (strcasecmp(property, fora_types[i].property) == 0)
			return fora_types[i].type;
	for (size_t i = 0; folder && i < LENGTH(fora_types); i++)
		if (strcasecmp(folder, fora_types[i].folder) == 0)
			return fora_types[i].type;
	if (is_domain_of_2024(element))
		return IBP_FORA_DOMAIN;
	for (size_t i = 0; i < LENGTH(archimate_types); i++)
		if (strcmp(element->type, archimate_types[i].archimate) == 0)
			return archimate_types[i].type;
	return IBP_FORA_OTHER;
}

const char *ibp_fora_property_word(enum ibp_fora_type type)
{
	for (size_t i = 0; i < LENGTH(fora_types); i++)
		if (fora_types[i].type == type)
			return fora_types[i].property;
	return NULL;
}

const char *ibp_fora_folder_word(enum ibp_fora_type type)
{
	for (size_t i = 0; i < LENGTH(fora_types); i++)
		if (fora_types[i].type == type)
			return fora_types[i].folder;
	return NULL;
}

const char *ibp_fora_archimate_type(enum ibp_fora_type type)
{
	static const char *const types[IBP_FORA_TYPES] = {
		[IBP_FORA_DOMAIN] = "Grouping",
		[IBP_FORA_MAIN_FUNCTION] = "BusinessFunction",
		[IBP_FORA_FUNCTION] = "BusinessFunction",
		[IBP_FORA_PROCESS] = "BusinessProcess",
		[IBP_FORA_WORK_PROCESS] = "BusinessProcess",
		[IBP_FORA_PROCESS_STEP] = "BusinessProcess",
		[IBP_FORA_EVENT] = "BusinessEvent",
		[IBP_FORA_COMPONENT] = "ApplicationComponent",
		[IBP_FORA_APPLICATION_FUNCTION] = "ApplicationFunction",
		[IBP_FORA_INFORMATION_OBJECT] = "BusinessObject",
		[IBP_FORA_DATA_SET] = "DataObject",
		[IBP_FORA_DATA_ELEMENT] = "DataObject",
		[IBP_FORA_ROLE] = "BusinessRole",
		[IBP_FORA_ACTOR] = "BusinessActor",
		[IBP_FORA_COLLABORATION] = "BusinessCollaboration",
		[IBP_FORA_NATIONAL_FACILITY] = "ApplicationComponent",
		[IBP_FORA_APPLICATION_SERVICE] = "ApplicationService",
		[IBP_FORA_NATIONAL_SERVICE] = "BusinessService",
		[IBP_FORA_STANDARD] = "Constraint",
		[IBP_FORA_STANDARD_VERSION] = "Constraint",
		[IBP_FORA_LAW] = "Driver",
		[IBP_FORA_NETWORK_SERVICE] = "TechnologyService",
		[IBP_FORA_DEVICE] = "Device",
		[IBP_FORA_GROUPING] = "Grouping",
		[IBP_FORA_OTHER] = "Grouping",
	};

	return types[type];
}

/* Whether a folder of ELEMENT is called NAME, at any level. */
static bool is_in(const struct ibp_archi *archi,
		  const struct ibp_archi_element *element, const char *name)
{
	for (uint32_t at = element->folder; at != IBP_ARCHI_NONE;
	     at = archi->folders[at].parent)
		if (archi->folders[at].name &&
		    strcasecmp(archi->folders[at].name, name) == 0)
			return true;
	return false;
}

enum ibp_fora_status ibp_fora_status_of(const struct ibp_archi *archi,
					const struct ibp_archi_element *element)
{
	if (is_in(archi, element, "vervallen"))
		return IBP_FORA_EXPIRED;
	if (is_in(archi, element, "todo"))
		return IBP_FORA_DRAFT;
	if (is_in(archi, element, "actueel"))
		return IBP_FORA_CURRENT;
	return IBP_FORA_UNKNOWN;
}

bool ibp_fora_is_set_aside(const struct ibp_archi *archi,
			   const struct ibp_archi_element *element)
{
	return is_in(archi, element, "Metamodel") ||
	       is_in(archi, element, "Kleuren") ||
	       strncmp(element->name, "(M) ", 4) == 0;
}

enum ibp_fora_rating ibp_fora_rating_of(const char *word)
{
	if (word && strcasecmp(word, "Laag") == 0)
		return IBP_FORA_LOW;
	if (word && strcasecmp(word, "Midden") == 0)
		return IBP_FORA_MEDIUM;
	if (word && strcasecmp(word, "Hoog") == 0)
		return IBP_FORA_HIGH;
	return IBP_FORA_UNRATED;
}

enum ibp_fora_answer ibp_fora_answer_of(const char *word)
{
	if (word && strcasecmp(word, "Ja") == 0)
		return IBP_FORA_YES;
	if (word && strcasecmp(word, "Nee") == 0)
		return IBP_FORA_NO;
	return IBP_FORA_UNANSWERED;
}

bool ibp_fora_relation_of(const char *word, enum ibp_fora_relation_type *type)
{
	for (int i = 0; i < IBP_FORA_RELATION_TYPES; i++)
		if (strcasecmp(word, ibp_fora_relation_words[i]) == 0) {
			*type = (enum ibp_fora_relation_type)i;
			return true;
		}
	return false;
}

enum ibp_fora_access ibp_fora_access_of(const char *word)
{
	for (int i = IBP_FORA_ACCESS_READ; ibp_fora_access_words[i]; i++)
		if (strcasecmp(word, ibp_fora_access_words[i]) == 0)
			return (enum ibp_fora_access)i;
	return IBP_FORA_ACCESS_UNSPECIFIED;
}
