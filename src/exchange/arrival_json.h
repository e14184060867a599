/*
 * The JSON of `fora-map export`, read again.
 */
#ifndef IBP_EXCHANGE_ARRIVAL_JSON_H
#define IBP_EXCHANGE_ARRIVAL_JSON_H

#include "exchange/arrival.h"

#define IBP_ARRIVAL_SCHEMA "landscape-export"

/*
 * Faults go to the reader's error with their place in the lists,
 * "applications[3]", counted from 1.
 */
void ibp_arrivals_json(const struct ibp_arrival_reader *reader,
		       const char *bytes, size_t length);

#endif
