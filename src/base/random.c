#include "base/random.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#include "base/i18n.h"

enum ibp_status ibp_random_bytes(void *bytes, size_t count,
				 struct ibp_error *err)
{
	char *at = bytes;

	while (count) {
		ssize_t got = getrandom(at, count, 0);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return ibp_error_set(
				err, IBP_INPUT,
				_("The operating system gives no random "
				  "numbers (%s), so nothing was made. Try "
				  "again, or on another machine."),
				strerror(errno));
		at += got;
		count -= (size_t)got;
	}
	return IBP_OK;
}
