/*
 * The applications of a board, the components that they fill and what flows
 * between them, as a graph for Graphviz or Mermaid.  No owners, no notes.
 */
#ifndef IBP_EXCHANGE_LANDSCAPE_GRAPH_H
#define IBP_EXCHANGE_LANDSCAPE_GRAPH_H

#include "base/buf.h"
#include "core/landscape.h"

struct ibp_landscape_graph {
	const char *title;
	const struct ibp_fora *fora;
	const struct ibp_landscape *landscape; /* bound to FORA */
	const char *date; /* what is out of use by then is left out */
};

void ibp_landscape_dot(const struct ibp_landscape_graph *graph,
		       struct ibp_buf *out);
void ibp_landscape_mermaid(const struct ibp_landscape_graph *graph,
			   struct ibp_buf *out);

#endif
