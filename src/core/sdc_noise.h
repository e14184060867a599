/*
 * Discrete Laplace noise, exact in whole numbers: y with a chance in
 * proportion to exp(-|y| s / t).  Canonne, Kamath and Steinke, "The discrete
 * Gaussian for differential privacy", 2020, algorithm 2.
 */
#ifndef IBP_CORE_SDC_NOISE_H
#define IBP_CORE_SDC_NOISE_H

#include "core/sdc.h"

/* *VALUE is set on success only.  T and S are positive. */
enum ibp_status ibp_sdc_laplace(const struct ibp_sdc_random *random, long t,
				long s, long *value, struct ibp_error *err);

#endif
