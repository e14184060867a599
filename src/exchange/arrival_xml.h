/*
 * The ArchiMate model that exchange/landscape_xml.h writes, read again, also
 * after another tool of the trade has written it.
 */
#ifndef IBP_EXCHANGE_ARRIVAL_XML_H
#define IBP_EXCHANGE_ARRIVAL_XML_H

#include "exchange/arrival.h"

/* Faults go to the reader's error, with their line. */
void ibp_arrivals_xml(const struct ibp_arrival_reader *reader,
		      const char *bytes, size_t length);

#endif
