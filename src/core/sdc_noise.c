#include "core/sdc_noise.h"

#include <assert.h>

#include "core/sdc_round.h"

/* A source, and the first failure of it: after that nothing counts. */
struct source {
	const struct ibp_sdc_random *random;
	struct ibp_error *err;
	enum ibp_status status;
};

/* Uniform in [0, BOUND); 0 without random numbers. */
static uint64_t below(struct source *source, uint64_t bound)
{
	unsigned char bytes[8];
	uint64_t word;

	do {
		if (source->status)
			return 0;
		source->status =
			source->random->fill(source->random->self, bytes,
					     sizeof(bytes), source->err);
		if (source->status)
			return 0;
		word = 0;
		for (size_t i = 0; i < sizeof(bytes); i++)
			word = word << 8 | bytes[i];
	} while (!ibp_sdc_word_fits(word, bound));
	return word % bound;
}

/* True with chance exp(-a / b), where a is at most b. */
static bool happens(struct source *source, uint64_t a, uint64_t b)
{
	uint64_t k = 1;

	while (below(source, b * k) < a && !source->status) {
		k++;
		assert(k < INT64_MAX / b);
	}
	return k % 2 == 1;
}

enum ibp_status ibp_sdc_laplace(const struct ibp_sdc_random *random, long t,
				long s, long *value, struct ibp_error *err)
{
	struct source source = {random, err, IBP_OK};
	uint64_t scale = (uint64_t)t;

	assert(t > 0 && s > 0 && t < INT32_MAX);
	while (!source.status) {
		uint64_t u = below(&source, scale);
		uint64_t v = 0;
		uint64_t y;
		bool is_negative;

		if (!happens(&source, u, scale))
			continue;
		while (happens(&source, 1, 1) && !source.status)
			v++;
		assert(v < INT64_MAX / scale - 1);
		y = (u + scale * v) / (uint64_t)s;
		is_negative = below(&source, 2);
		if (source.status || (is_negative && !y))
			continue;
		*value = is_negative ? -(long)y : (long)y;
		return IBP_OK;
	}
	return source.status;
}
