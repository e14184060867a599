/*
 * The words of the Softwarecatalogus for what the board's layer holds: names
 * of properties of an ArchiMate model and their values, in Dutch whatever
 * the language of the run.  Writing and reading go by the same rows, so that
 * nothing gets lost on the way.
 */
#ifndef IBP_EXCHANGE_SWC_H
#define IBP_EXCHANGE_SWC_H

#include <stddef.h>

/* What a thing of ours is: its property IBP_SWC_SORT. */
#define IBP_SWC_SORT "IBP-soort"
#define IBP_SWC_APPLICATION "Applicatie"
#define IBP_SWC_SUPPLIER "Leverancier"
#define IBP_SWC_SCHOOL "School"
#define IBP_SWC_DROPPED "Vervallen element"
#define IBP_SWC_SUPPLIES "Levering"
#define IBP_SWC_USE "Gebruik"
#define IBP_SWC_PLACEMENT "Plaatsing"
#define IBP_SWC_COUPLING "Koppeling"
#define IBP_SWC_WAY_BACK "Terugweg"

/* Of the model: what it is, and the edition of FORA. */
#define IBP_SWC_FORM "IBP-vorm"
#define IBP_SWC_FORM_1 "ibp-tools/landscape/1"
#define IBP_SWC_EDITION "FORA-versie"
#define IBP_SWC_ORDER "IBP-volgnummer"
#define IBP_SWC_ANONYMOUS "IBP-anoniem" /* owners and notes left out */
#define IBP_SWC_YES "Ja"

/* A property and the field that it holds. */
struct ibp_swc_field {
	const char *property;
	const char *field;
};

/* Each ends with a row of NULL. */
extern const struct ibp_swc_field ibp_swc_application_fields[];
extern const struct ibp_swc_field ibp_swc_agreement_fields[];
extern const struct ibp_swc_field ibp_swc_school_fields[];
extern const struct ibp_swc_field ibp_swc_placement_fields[];
extern const struct ibp_swc_field ibp_swc_coupling_fields[];
extern const struct ibp_swc_field ibp_swc_exclusion_fields[];

/* Every property that is ever written; ends with NULL. */
extern const char *const ibp_swc_properties[];

/* The place of PROPERTY among them. */
size_t ibp_swc_property(const char *property);

/* "in-use" is "In productie"; what has no Dutch stays as it is. */
const char *ibp_swc_value(const char *word);

/* The way back. */
const char *ibp_swc_word(const char *value);

#endif
