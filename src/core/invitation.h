/*
 * Invitation codes: 16 random bytes for one board in one edition.  People see
 * them as 26 symbols of Crockford's base 32 and his check symbol, in groups
 * of five.  Nothing about a board goes into a code, so that nothing about it
 * can be found from one.
 */
#ifndef IBP_CORE_INVITATION_H
#define IBP_CORE_INVITATION_H

#include <stdbool.h>

#include "base/error.h"
#include "core/sdc.h"

#define IBP_INVITATION_BYTES 16
#define IBP_INVITATION_TEXT 33 /* 27 symbols, 5 dashes and the NUL */

struct ibp_invitation {
	unsigned char bytes[IBP_INVITATION_BYTES];
};

/* A new one from RANDOM; without random numbers a status and no code. */
enum ibp_status ibp_invitation_draw(const struct ibp_sdc_random *random,
				    struct ibp_invitation *invitation,
				    struct ibp_error *err);

void ibp_invitation_text(const struct ibp_invitation *invitation,
			 char text[IBP_INVITATION_TEXT]);

/*
 * Small letters, I and L for 1, O for 0, and dashes and blanks anywhere or
 * nowhere are as good.  False where symbols lack or the check symbol tells of
 * a slip; *INVITATION is then as it was.
 */
bool ibp_invitation_parse(const char *text, struct ibp_invitation *invitation);

/* The first 8 bytes of SHA-256("id:" and the code), in hexadecimal. */
void ibp_invitation_token(const struct ibp_invitation *invitation,
			  char token[IBP_SDC_TOKEN_TEXT]);

#endif
