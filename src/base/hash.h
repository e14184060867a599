/*
 * SHA-256, and HMAC with it.  The only file that knows OpenSSL is hash.c.
 */
#ifndef IBP_BASE_HASH_H
#define IBP_BASE_HASH_H

#include <stdbool.h>
#include <stddef.h>

#define IBP_SHA256_BYTES 32
#define IBP_SHA256_SIZE 65 /* 64 hexadecimal digits and the NUL */

/* The digest of LENGTH bytes, in small letters. */
void ibp_sha256(const void *bytes, size_t length, char hex[IBP_SHA256_SIZE]);

void ibp_sha256_raw(const void *bytes, size_t length,
		    unsigned char digest[IBP_SHA256_BYTES]);
void ibp_hmac_sha256(const void *key, size_t key_length, const void *bytes,
		     size_t length, unsigned char mac[IBP_SHA256_BYTES]);

/* COUNT bytes as 2 * COUNT small hexadecimal digits and a NUL. */
void ibp_hex(const unsigned char *bytes, size_t count, char *hex);

/* Back: false where HEX is not exactly COUNT bytes; *BYTES is then anything. */
bool ibp_unhex(const char *hex, unsigned char *bytes, size_t count);

/* Equal or not, in a time that does not tell where they differ. */
bool ibp_same_secret(const void *one, const void *other, size_t length);

#endif
