/*
 * What FORA says about an application: the highest classification of the
 * information objects that it touches, through the components and
 * application functions that it is placed on.  A proposal beside the board's
 * own value, which always wins.
 *
 * Every place counts, planned ones too: what is protected is protected
 * before it is used.
 */
#ifndef IBP_CORE_DERIVED_H
#define IBP_CORE_DERIVED_H

#include "core/cover.h"

struct ibp_rated {
	enum ibp_fora_rating rating; /* IBP_FORA_UNRATED: nothing known */
	uint32_t object; /* the first that says so, or IBP_FORA_NONE */
};

struct ibp_derived {
	struct ibp_rated availability;
	struct ibp_rated integrity;
	struct ibp_rated confidentiality;
	/* Yes where one of them has personal data; never "special". */
	enum ibp_fora_answer personal_data;
	uint32_t personal_object;
	size_t objects; /* that it touches */
};

/* One per application of the landscape, in ARENA. */
struct ibp_derived *ibp_derived_all(const struct ibp_cover *cover,
				    struct ibp_arena *arena);

/* "low", "medium", "high" as for an application; NULL: unrated. */
const char *ibp_rating_word(enum ibp_fora_rating rating);

/*
 * "none", "ordinary" or "special": the application's own value, else what
 * DERIVED says; NULL: neither knows.  *IS_DERIVED: it was not its own.
 */
const char *ibp_personal_data_of(const struct ibp_application *application,
				 const struct ibp_derived *derived,
				 bool *is_derived);

/* Whether it has personal data, by its own value or the derived one. */
bool ibp_has_personal_data(const struct ibp_application *application,
			   const struct ibp_derived *derived);

#endif
