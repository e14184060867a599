/*
 * What differs between two states of the same things, as a list of changes:
 * what it takes to make the first into the second.
 */
#ifndef IBP_CORE_DIFF_H
#define IBP_CORE_DIFF_H

#include "core/assessment.h"
#include "core/change.h"

/* Facts of the board, then schools, known by their name (the key). */
void ibp_diff_boards(const struct ibp_board *from, const struct ibp_board *to,
		     struct ibp_changes *changes);

/*
 * Answers by the code of their norm.  Evidence is known by norm and title;
 * its key is the number in the file that has it, that of TO where both do.
 */
void ibp_diff_assessments(const struct ibp_framework *from_framework,
			  const struct ibp_assessment *from,
			  const struct ibp_framework *to_framework,
			  const struct ibp_assessment *to,
			  struct ibp_changes *changes);

#endif
