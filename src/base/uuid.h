/*
 * Identifiers made from a name (UUID version 5): the same name gives the
 * same identifier on every machine and at every export.
 */
#ifndef IBP_BASE_UUID_H
#define IBP_BASE_UUID_H

#define IBP_UUID_SIZE 37 /* 36 characters and the NUL */

/* In small letters, within the name space of ibp-tools. */
void ibp_uuid_named(const char *name, char uuid[IBP_UUID_SIZE]);

#endif
