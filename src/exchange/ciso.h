/*
 * A norm framework as a library of CISO Assistant (YAML): a scale of 1 to 5,
 * a node for each part, domain and norm, and for each norm a scale of its own
 * with the texts of its levels.
 *
 * The texts are in the language of the framework, with their English as
 * translation where the catalogue has it, whatever the language of the run:
 * the same framework gives the same bytes everywhere.
 */
#ifndef IBP_EXCHANGE_CISO_H
#define IBP_EXCHANGE_CISO_H

#include "base/buf.h"
#include "model/framework.h"

/* Adds the whole file to OUT. */
void ibp_ciso_library(const struct ibp_framework *framework,
		      struct ibp_buf *out);

#endif
