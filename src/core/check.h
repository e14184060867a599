/*
 * What is wrong with an assessment, and what could be better.  A fault
 * makes `check` end with 1; advice only under --strict.
 */
#ifndef IBP_CORE_CHECK_H
#define IBP_CORE_CHECK_H

#include <stdint.h>

#include "base/buf.h"
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
	const char *subject; /* a norm's code; NULL: the whole file */
	const char *message; /* translated */
};

struct ibp_findings {
	struct ibp_arena arena;
	struct ibp_finding *items;
	size_t count;
	size_t capacity;
};

/* By its code among RULES; NULL: there is no such rule. */
const struct ibp_check_rule *ibp_check_rule_find(
	const struct ibp_check_rule *rules, const char *code);

/* SUBJECT and MESSAGE are copied. */
void ibp_findings_add(struct ibp_findings *findings,
		      const struct ibp_check_rule *rule, const char *subject,
		      const char *message);

/* The same by a CODE of ibp_check_rules. */
void ibp_findings_add_code(struct ibp_findings *findings, const char *code,
			   const char *subject, const char *message);
void ibp_findings_release(struct ibp_findings *findings);

/*
 * Runs every rule that can be judged from the values (the store adds what
 * it knows about the file itself): by rule as in ibp_check_rules, then by
 * norm.  OFF: see below.
 */
void ibp_check(const struct ibp_framework *framework,
	       const struct ibp_assessment *assessment, const char *today,
	       uint64_t off, struct ibp_findings *findings);

/* The same for the norm with this INDEX alone. */
void ibp_check_norm(const struct ibp_framework *framework,
		    const struct ibp_assessment *assessment, size_t index,
		    const char *today, uint64_t off,
		    struct ibp_findings *findings);

/*
 * The rules that only tell of the texts of the framework, as bits: no answer
 * changes what they find, and a norm that is shown says it by itself.
 */
uint64_t ibp_check_about_texts(void);

/* Counts in every answer what the other rules find about it. */
void ibp_check_count(const struct ibp_framework *framework,
		     struct ibp_assessment *assessment, const char *today,
		     uint64_t off);

/* ---- Which rules are off ---- */

/* The settings of the data file that remember it. */
#define IBP_CHECK_SETTING "checks"
#define IBP_CHECK_MAP_SETTING "map-checks"

/*
 * Bit I: rule I of RULES, of which there are at most 64, is off.  SETTING is
 * what was remembered ("-working-title,+evidence-unchecked"; NULL: nothing):
 * the rules that are not as they come.  A rule that is not known any more is
 * passed over.
 */
uint64_t ibp_check_read_off(const struct ibp_check_rule *rules,
			    const char *setting);

/* The other way round; adds nothing where every rule is as it comes. */
void ibp_check_write_off(const struct ibp_check_rule *rules, uint64_t off,
			 struct ibp_buf *setting);

/* The bit of RULE, which is one of RULES. */
uint64_t ibp_check_bit(const struct ibp_check_rule *rules,
		       const struct ibp_check_rule *rule);

bool ibp_check_is_off(const struct ibp_check_rule *rules, uint64_t off,
		      const struct ibp_check_rule *rule);

#endif
