/* A summary as bytes, and the number that tells a changed one. */
#include "exchange/summary.h"

#define LONG_DIGITS 20

/* Not by printf: an intake writes every summary again to check it. */
static void add_number(struct ibp_buf *out, unsigned long value)
{
	char digits[LONG_DIGITS];
	size_t at = sizeof(digits);

	do
		digits[--at] = (char)('0' + value % 10);
	while (value /= 10);
	ibp_buf_add_bytes(out, digits + at, sizeof(digits) - at);
}

static void add_group(struct ibp_buf *out, const long counts[IBP_LEVELS])
{
	for (int level = 0; level < IBP_LEVELS; level++) {
		ibp_buf_add(out, level ? ", " : "[");
		add_number(out, (unsigned long)counts[level]);
	}
	ibp_buf_add_char(out, ']');
}

static void add_landscape(struct ibp_buf *out,
			  const struct ibp_summary *summary)
{
	if (!summary->has_landscape) {
		ibp_buf_add(out, "null");
		return;
	}
	for (int i = 0; i < IBP_SDC_FIGURES; i++) {
		ibp_buf_add(out, i ? ", " : "[");
		add_number(out, (unsigned long)summary->landscape[i]);
	}
	ibp_buf_add_char(out, ']');
}

void ibp_summary_write_body(const struct ibp_summary *summary,
			    struct ibp_buf *out)
{
	ibp_buf_add(out, "{\n  \"schema\": \"" IBP_SUMMARY_SCHEMA "\",\n"
			 "  \"version\": 1,\n");
	ibp_buf_addf(out, "  \"edition\": \"%s\",\n", summary->edition);
	ibp_buf_addf(out, "  \"catalogue\": \"%s\",\n", summary->catalogue);
	ibp_buf_addf(out, "  \"token_id\": \"%s\",\n", summary->token_id);
	ibp_buf_add(out, "  \"groups\": [");
	for (size_t i = 0; i < summary->group_count; i++) {
		if (i)
			ibp_buf_add(out, ", ");
		add_group(out, summary->groups[i]);
	}
	ibp_buf_add(out, "],\n  \"landscape\": ");
	add_landscape(out, summary);
}

void ibp_summary_write(const struct ibp_summary *summary, struct ibp_buf *out)
{
	ibp_summary_write_body(summary, out);
	ibp_buf_addf(out, ",\n  \"mac\": \"%s\"\n}\n", summary->mac);
}

static void make_mac(const struct ibp_summary *summary,
		     const struct ibp_invitation *invitation,
		     char mac[IBP_SHA256_SIZE])
{
	unsigned char bytes[IBP_SHA256_BYTES];
	struct ibp_buf body = {0};

	ibp_summary_write_body(summary, &body);
	ibp_hmac_sha256(invitation->bytes, sizeof(invitation->bytes),
			ibp_buf_text(&body), body.length, bytes);
	ibp_hex(bytes, sizeof(bytes), mac);
	ibp_buf_release(&body);
}

void ibp_summary_sign(struct ibp_summary *summary,
		      const struct ibp_invitation *invitation)
{
	make_mac(summary, invitation, summary->mac);
}

bool ibp_summary_is_signed(const struct ibp_summary *summary,
			   const struct ibp_invitation *invitation)
{
	char mac[IBP_SHA256_SIZE];

	make_mac(summary, invitation, mac);
	return ibp_same_secret(mac, summary->mac, sizeof(mac));
}
