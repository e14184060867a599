#include "base/uuid.h"

#include <string.h>
#include <uuid.h>

/* The name space: drawn once, never to be changed. */
static const uuid_t name_space = {0x6b, 0x1f, 0x0c, 0x5e, 0x2d, 0x4a,
				  0x4f, 0x7b, 0x9a, 0x3c, 0x81, 0xd2,
				  0x5b, 0xe7, 0x64, 0x90};

void ibp_uuid_named(const char *name, char uuid[IBP_UUID_SIZE])
{
	uuid_t made;

	uuid_generate_sha1(made, name_space, name, strlen(name));
	uuid_unparse_lower(made, uuid);
}
