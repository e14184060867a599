/*
 * What is wrong with an assessment, and what could be better.  A fault
 * makes `check` end with 1; advice only under --strict.
 */
#ifndef IBP_CORE_CHECK_H
#define IBP_CORE_CHECK_H

#include "core/assessment.h"

enum ibp_severity { IBP_FAULT, IBP_ADVICE };

/* A rule that can be switched off by its code. */
struct ibp_check_rule {
	const char *code; /* "na-without-reason" */
	enum ibp_severity severity;
	bool optional;      /* off until a person asks for it */
	const char *remedy; /* msgid */
};

extern const struct ibp_check_rule ibp_check_rules[]; /* ends: NULL code */

struct ibp_finding {
	const struct ibp_check_rule *rule;
	const char *norm;    /* code, or NULL: the whole file */
	const char *message; /* translated */
};

struct ibp_findings {
	struct ibp_arena arena;
	struct ibp_finding *items;
	size_t count;
	size_t capacity;
};

/* NULL: there is no such rule. */
const struct ibp_check_rule *ibp_check_rule_find(const char *code);

/* CODE must be in ibp_check_rules; MESSAGE is copied. */
void ibp_findings_add(struct ibp_findings *findings, const char *code,
		      const char *norm, const char *message);

/*
 * Runs every rule that can be judged from the values (the store adds what
 * it knows about the file itself): by rule as in ibp_check_rules, then by
 * norm.  OFF: codes to leave out, ends with NULL.
 */
void ibp_check(const struct ibp_framework *framework,
	       const struct ibp_assessment *assessment, const char *today,
	       const char *const *off, struct ibp_findings *findings);
void ibp_findings_release(struct ibp_findings *findings);

#endif
