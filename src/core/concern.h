/*
 * Which norm is about which application: norms name the facts of the register
 * that they look at (looks_at of the framework), and an application has
 * something to say under a fact ("no owner", "special personal data").
 *
 * Values of the application itself, else those that FORA gives it.  What is
 * out on the day of the cover is left alone.
 */
#ifndef IBP_CORE_CONCERN_H
#define IBP_CORE_CONCERN_H

#include "core/derived.h"
#include "model/framework.h"

struct ibp_concern_rule {
	const char *fact; /* a word of looks_at */
	const char *code; /* "owner-missing": the word of JSON */
	const char *text; /* msgid: "no owner" */
	bool asks;        /* something must be done or found out */
};

struct ibp_concern {
	size_t application; /* index in the landscape */
	const struct ibp_concern_rule *rule;
};

struct ibp_concerns {
	struct ibp_arena arena;
	struct ibp_concern *items; /* by application, then rule */
	size_t count;
};

/* The rules in order, from 0; NULL behind the last. */
const struct ibp_concern_rule *ibp_concern_rule_at(size_t index);

/* DERIVED: of ibp_derived_all.  The day is that of the cover. */
void ibp_concerns_make(const struct ibp_cover *cover,
		       const struct ibp_derived *derived,
		       struct ibp_concerns *concerns);
void ibp_concerns_release(struct ibp_concerns *concerns);

/* Whether NORM looks at FACT. */
bool ibp_norm_looks_at(const struct ibp_norm *norm, const char *fact);

#endif
