/*
 * SHA-256.  The only file that knows OpenSSL is hash.c.
 */
#ifndef IBP_BASE_HASH_H
#define IBP_BASE_HASH_H

#include <stddef.h>

#define IBP_SHA256_SIZE 65 /* 64 hexadecimal digits and the NUL */

/* The digest of LENGTH bytes, in small letters. */
void ibp_sha256(const void *bytes, size_t length, char hex[IBP_SHA256_SIZE]);

#endif
