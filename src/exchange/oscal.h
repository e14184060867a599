/*
 * An assessment as OSCAL (JSON): a catalog of the norms, the results, what is
 * still to be done, and how the norms became those of another version.
 *
 * Every identifier is made from a name (board, assessment, code), and every
 * time comes from the data file, so that the same content gives the same
 * bytes.  What OSCAL has no place for (level, target, owner) is a prop in our
 * own name space.
 */
#ifndef IBP_EXCHANGE_OSCAL_H
#define IBP_EXCHANGE_OSCAL_H

#include <stdbool.h>

#include "base/buf.h"
#include "core/assessment.h"
#include "model/upgrade.h"

#define IBP_OSCAL_NS "urn:ibp-tools:oscal"

struct ibp_oscal {
	const struct ibp_board *board;
	const struct ibp_framework *framework;
	const struct ibp_assessment *assessment;
	const char *changed; /* time of the last change */
};

/* Each adds one whole document to OUT. */
void ibp_oscal_catalog(const struct ibp_oscal *source, struct ibp_buf *out);
void ibp_oscal_results(const struct ibp_oscal *source, struct ibp_buf *out);

/* False, and nothing in OUT: no norm is below its target. */
bool ibp_oscal_poam(const struct ibp_oscal *source, struct ibp_buf *out);

/*
 * MAP leads from the version FROM to the version TO; CHANGED as above.  False,
 * and nothing in OUT: no norm of the one stands for a norm of the other.
 */
bool ibp_oscal_mapping(const struct ibp_upgrade_map *map,
		       const struct ibp_framework *from,
		       const struct ibp_framework *to, const char *changed,
		       struct ibp_buf *out);

#endif
