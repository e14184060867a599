#include "base/hash.h"

#include <openssl/evp.h>
#include <stdlib.h>

#define DIGEST_BYTES ((IBP_SHA256_SIZE - 1) / 2)

void ibp_sha256(const void *bytes, size_t length, char hex[IBP_SHA256_SIZE])
{
	static const char digits[] = "0123456789abcdef";
	unsigned char digest[EVP_MAX_MD_SIZE];
	unsigned size = 0;

	/* It fails without memory only, like every allocation. */
	if (EVP_Digest(bytes, length, digest, &size, EVP_sha256(), NULL) != 1 ||
	    size != DIGEST_BYTES)
		abort();
	for (size_t i = 0; i < DIGEST_BYTES; i++) {
		hex[2 * i] = digits[digest[i] >> 4];
		hex[2 * i + 1] = digits[digest[i] & 0xf];
	}
	hex[IBP_SHA256_SIZE - 1] = '\0';
}
