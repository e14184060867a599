/*
 * What is wrong with a landscape, and what could be better, as core/check.h
 * does for an assessment.  The subject of a finding is the name of an
 * application, or of an element that is not for this board.
 */
#ifndef IBP_CORE_LANDSCAPE_CHECK_H
#define IBP_CORE_LANDSCAPE_CHECK_H

#include "core/check.h"
#include "core/derived.h"

/* The first ones are of the file itself, with the codes of check.h. */
extern const struct ibp_check_rule ibp_landscape_rules[]; /* ends: NULL code */

/*
 * Runs every rule that can be judged from the values, by rule, then by
 * application.  DERIVED: of ibp_derived_all.  OFF: see check.h.
 */
void ibp_landscape_check(const struct ibp_cover *cover,
			 const struct ibp_derived *derived, uint64_t off,
			 struct ibp_findings *findings);

/*
 * Adds to FINDINGS what FILE (of ibp_store_check) holds about the file itself,
 * under the rules of this check.
 */
void ibp_landscape_check_file(const struct ibp_findings *file,
			      struct ibp_findings *findings);

#endif
