#include "base/hash.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

/* Digests fail without memory only, and so end like every allocation. */
void ibp_sha256_raw(const void *bytes, size_t length,
		    unsigned char digest[IBP_SHA256_BYTES])
{
	unsigned size = 0;

	if (EVP_Digest(bytes, length, digest, &size, EVP_sha256(), NULL) != 1 ||
	    size != IBP_SHA256_BYTES)
		abort();
}

void ibp_hmac_sha256(const void *key, size_t key_length, const void *bytes,
		     size_t length, unsigned char mac[IBP_SHA256_BYTES])
{
	size_t size = 0;

	if (!EVP_Q_mac(NULL, "HMAC", NULL, "SHA256", NULL, key, key_length,
		       bytes, length, mac, IBP_SHA256_BYTES, &size) ||
	    size != IBP_SHA256_BYTES)
		abort();
}

void ibp_hex(const unsigned char *bytes, size_t count, char *hex)
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < count; i++) {
		hex[2 * i] = digits[bytes[i] >> 4];
		hex[2 * i + 1] = digits[bytes[i] & 0xf];
	}
	hex[2 * count] = '\0';
}

bool ibp_unhex(const char *hex, unsigned char *bytes, size_t count)
{
	static const char digits[] = "0123456789abcdef";

	if (strlen(hex) != 2 * count)
		return false;
	for (size_t i = 0; i < count; i++) {
		const char *high = strchr(digits, hex[2 * i]);
		const char *low = strchr(digits, hex[2 * i + 1]);

		if (!high || !low)
			return false;
		bytes[i] =
			(unsigned char)((high - digits) << 4 | (low - digits));
	}
	return true;
}

void ibp_sha256(const void *bytes, size_t length, char hex[IBP_SHA256_SIZE])
{
	unsigned char digest[IBP_SHA256_BYTES];

	ibp_sha256_raw(bytes, length, digest);
	ibp_hex(digest, sizeof(digest), hex);
}

bool ibp_same_secret(const void *one, const void *other, size_t length)
{
	return CRYPTO_memcmp(one, other, length) == 0;
}
