/*
 * Keyed random rounding: unbiased, in whole numbers, and fixed by key and
 * label, so that asking again gives the same answer and nothing to average.
 */
#ifndef IBP_CORE_SDC_ROUND_H
#define IBP_CORE_SDC_ROUND_H

#include <stdint.h>

#include "core/sdc.h"

/* Big-endian words of SHA-256(seed, counter), counter from 0. */
#define IBP_SDC_STREAM_SEED 32
struct ibp_sdc_stream {
	unsigned char seed[IBP_SDC_STREAM_SEED];
	size_t seed_length;
	uint64_t block;
	unsigned char words[32];
	size_t used; /* bytes of WORDS */
};

/* LENGTH is at most IBP_SDC_STREAM_SEED. */
void ibp_sdc_stream_init(struct ibp_sdc_stream *stream, const void *seed,
			 size_t length);
uint64_t ibp_sdc_stream_word(struct ibp_sdc_stream *stream);

/* Whether WORD is taken for a number below BOUND: every one equally often. */
bool ibp_sdc_word_fits(uint64_t word, uint64_t bound);

/* Uniform in [0, BOUND). */
uint64_t ibp_sdc_below(const unsigned char key[IBP_SDC_KEY], uint64_t bound,
		       const char *label);

/* NUM / DEN to a multiple of STEP.  NUM is not negative. */
long ibp_sdc_round(const unsigned char key[IBP_SDC_KEY], long num, long den,
		   long step, const char *label);

/* NUM / DEN to the nearest whole, half up; for signed NUM too. */
long ibp_sdc_nearest(long num, long den);

#endif
