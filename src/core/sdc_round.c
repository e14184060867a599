#include "core/sdc_round.h"

#include <assert.h>
#include <string.h>

#include "base/hash.h"

static void put_word(unsigned char *bytes, uint64_t word)
{
	for (int i = 0; i < 8; i++)
		bytes[i] = (unsigned char)(word >> (56 - 8 * i));
}

static uint64_t get_word(const unsigned char *bytes)
{
	uint64_t word = 0;

	for (int i = 0; i < 8; i++)
		word = word << 8 | bytes[i];
	return word;
}

void ibp_sdc_stream_init(struct ibp_sdc_stream *stream, const void *seed,
			 size_t length)
{
	assert(length <= IBP_SDC_STREAM_SEED);
	memset(stream, 0, sizeof(*stream));
	memcpy(stream->seed, seed, length);
	stream->seed_length = length;
	stream->used = sizeof(stream->words);
}

uint64_t ibp_sdc_stream_word(struct ibp_sdc_stream *stream)
{
	uint64_t word;

	if (stream->used == sizeof(stream->words)) {
		unsigned char bytes[IBP_SDC_STREAM_SEED + 8];

		memcpy(bytes, stream->seed, stream->seed_length);
		put_word(bytes + stream->seed_length, stream->block++);
		ibp_sha256_raw(bytes, stream->seed_length + 8, stream->words);
		stream->used = 0;
	}
	word = get_word(stream->words + stream->used);
	stream->used += 8;
	return word;
}

bool ibp_sdc_word_fits(uint64_t word, uint64_t bound)
{
	uint64_t rest = (UINT64_MAX % bound + 1) % bound;

	return word <= UINT64_MAX - rest;
}

uint64_t ibp_sdc_below(const unsigned char key[IBP_SDC_KEY], uint64_t bound,
		       const char *label)
{
	unsigned char mac[IBP_SHA256_BYTES];
	struct ibp_sdc_stream stream;
	uint64_t word;

	ibp_hmac_sha256(key, IBP_SDC_KEY, label, strlen(label), mac);
	ibp_sdc_stream_init(&stream, mac, sizeof(mac));
	do
		word = ibp_sdc_stream_word(&stream);
	while (!ibp_sdc_word_fits(word, bound));
	return word % bound;
}

long ibp_sdc_round(const unsigned char key[IBP_SDC_KEY], long num, long den,
		   long step, const char *label)
{
	long whole = den * step;
	long q = num / whole;
	long r = num % whole;

	assert(num >= 0);
	return step *
	       (q + (ibp_sdc_below(key, (uint64_t)whole, label) < (uint64_t)r));
}

long ibp_sdc_nearest(long num, long den)
{
	long twice = 2 * num + den;
	long q = twice / (2 * den);

	/* C cuts towards zero; half up needs the floor. */
	return twice % (2 * den) < 0 ? q - 1 : q;
}
