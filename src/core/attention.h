/*
 * What asks for attention in the agreements and contracts of a landscape on
 * a day.  An application that is out by then is left alone.
 */
#ifndef IBP_CORE_ATTENTION_H
#define IBP_CORE_ATTENTION_H

#include "core/derived.h"

enum ibp_attention_kind {
	/* Of applications with personal data, own value or derived. */
	IBP_ATTENTION_MISSING,  /* there is no processing agreement */
	IBP_ATTENTION_UNSIGNED, /* asked for, not signed */
	IBP_ATTENTION_EXPIRED,  /* says so, or its end has come */
	IBP_ATTENTION_ENDING,   /* within six months */
	/* Of every application. */
	IBP_ATTENTION_DPIA, /* needed, and not there */
	IBP_ATTENTION_CONTRACT_ENDED,
	IBP_ATTENTION_CONTRACT_ENDING, /* within six months */
	IBP_ATTENTION_KINDS
};

struct ibp_attention {
	size_t application; /* index in the landscape */
	enum ibp_attention_kind kind;
	const char *date; /* what ended or ends; NULL: no date belongs to it */
};

struct ibp_attentions {
	struct ibp_arena arena;
	struct ibp_attention *items; /* by application, then kind */
	size_t count;
	size_t counts[IBP_ATTENTION_KINDS];
};

/* DERIVED: of ibp_derived_all.  The day is that of the cover. */
void ibp_attentions_make(const struct ibp_cover *cover,
			 const struct ibp_derived *derived,
			 struct ibp_attentions *attentions);
void ibp_attentions_release(struct ibp_attentions *attentions);

/* "agreement-missing": the word of JSON. */
const char *ibp_attention_word(enum ibp_attention_kind kind);
/* "no processing agreement", translated. */
const char *ibp_attention_label(enum ibp_attention_kind kind);

#endif
