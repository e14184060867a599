#include "core/invitation.h"

#include <string.h>

#include "base/hash.h"

#define SYMBOLS 26
#define GROUP 5
#define CHECK 37 /* the check symbol is the number modulo this */

/* The last five are check symbols only. */
static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";

enum ibp_status ibp_invitation_draw(const struct ibp_sdc_random *random,
				    struct ibp_invitation *invitation,
				    struct ibp_error *err)
{
	struct ibp_invitation drawn;
	enum ibp_status status = random->fill(random->self, drawn.bytes,
					      sizeof(drawn.bytes), err);

	if (!status)
		*invitation = drawn;
	return status;
}

/* The remainder of the number that the bytes are. */
static unsigned check_of(const struct ibp_invitation *invitation)
{
	unsigned rest = 0;

	for (size_t i = 0; i < IBP_INVITATION_BYTES; i++)
		rest = (rest * 256 + invitation->bytes[i]) % CHECK;
	return rest;
}

/* Symbol I of the number, from the left: the first has three bits only. */
static unsigned symbol_of(const struct ibp_invitation *invitation, size_t i)
{
	size_t last_bit = (SYMBOLS - 1 - i) * GROUP;
	unsigned value = 0;

	for (size_t bit = last_bit + GROUP; bit-- > last_bit;) {
		size_t byte = bit / 8;

		value *= 2;
		if (byte < IBP_INVITATION_BYTES)
			value += invitation->bytes[IBP_INVITATION_BYTES - 1 -
						   byte] >>
					 (bit % 8) &
				 1U;
	}
	return value;
}

void ibp_invitation_text(const struct ibp_invitation *invitation,
			 char text[IBP_INVITATION_TEXT])
{
	for (size_t i = 0; i <= SYMBOLS; i++) {
		if (i && i % GROUP == 0)
			*text++ = '-';
		*text++ = alphabet[i < SYMBOLS ? symbol_of(invitation, i) :
						 check_of(invitation)];
	}
	*text = '\0';
}

/* The value of a symbol as people type it; CHECK: it is none. */
static unsigned value_of(char c)
{
	static const char mistaken[] = "ILOilo";
	static const char meant[] = "110110";
	const char *at = strchr(mistaken, c);

	if (c >= 'a' && c <= 'z')
		c = (char)(c - 'a' + 'A');
	if (at && *at)
		c = meant[at - mistaken];
	at = strchr(alphabet, c);
	return at && *at ? (unsigned)(at - alphabet) : CHECK;
}

/* Multiplies by 32 and adds; false where it no longer fits. */
static bool shift_in(struct ibp_invitation *invitation, unsigned value)
{
	for (size_t i = IBP_INVITATION_BYTES; i--;) {
		value += (unsigned)invitation->bytes[i] << GROUP;
		invitation->bytes[i] = (unsigned char)(value & 0xff);
		value >>= 8;
	}
	return value == 0;
}

bool ibp_invitation_parse(const char *text, struct ibp_invitation *invitation)
{
	struct ibp_invitation made = {{0}};
	unsigned check = CHECK;
	size_t count = 0;

	for (; *text; text++) {
		unsigned value;

		if (strchr("- \t\r\n", *text))
			continue;
		value = value_of(*text);
		if (count++ == SYMBOLS)
			check = value;
		else if (value >= 32 || !shift_in(&made, value))
			return false;
	}
	if (count != SYMBOLS + 1 || check != check_of(&made))
		return false;
	*invitation = made;
	return true;
}

void ibp_invitation_token(const struct ibp_invitation *invitation,
			  char token[IBP_SDC_TOKEN_TEXT])
{
	unsigned char named[3 + IBP_INVITATION_BYTES] = "id:";
	unsigned char digest[IBP_SHA256_BYTES];

	memcpy(named + 3, invitation->bytes, IBP_INVITATION_BYTES);
	ibp_sha256_raw(named, sizeof(named), digest);
	ibp_hex(digest, 8, token);
}
