/*
 * Whatever is imported, CSV or JSON: either faults and nothing else, or
 * changes to known norms and fields whose values are canonical.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "exchange/import.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct ibp_norm norms[] = {
	{.code = "GO.01"}, {.code = "GO.02"}, {.code = "OR.01"}};

#define NORMS (sizeof(norms) / sizeof(*norms))

static void check_change(const struct ibp_change *change)
{
	const struct ibp_field *fields = ibp_subject_fields(change->subject);
	const struct ibp_field *field = ibp_field_find(fields, change->field);
	struct ibp_error err = {0};
	char *again = NULL;

	if (!field || ibp_text_equal(change->from, change->to))
		abort();
	if (change->to) {
		if (ibp_field_parse(field, change->to, "2026-11-23", &again,
				    &err) ||
		    !ibp_text_equal(again, change->to))
			abort();
	}
	free(again);
	ibp_error_release(&err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct ibp_framework framework = {.id = "ibp-fo",
						.version = "2024-06",
						.target = 3,
						.norms = norms,
						.norm_count = NORMS};
	struct ibp_evidence evidence = {
		.id = 3, .norm = "GO.02", .title = "Beleid"};
	struct ibp_answer answers[NORMS] = {[1] = {.score = 2,
						   .scores = {2},
						   .owner = "bestuur",
						   .evidence = &evidence,
						   .evidence_count = 1}};
	const struct ibp_assessment assessment = {
		.id = 1, .answers = answers, .answer_count = NORMS};
	const struct ibp_import_target target = {.framework = &framework,
						 .assessment = &assessment,
						 .today = "2026-11-23",
						 .evidence_id = 4};
	const struct ibp_import_source source = {
		.file = "f", .bytes = (const char *)data, .length = size};
	struct ibp_import import = {0};
	struct ibp_error err = {0};

	if (ibp_import_read(&target, &source, &import, &err)) {
		if (!err.count || import.changes.count)
			abort();
	}
	for (size_t i = 0; i < import.changes.count; i++)
		check_change(&import.changes.items[i]);
	ibp_import_release(&import);
	ibp_error_release(&err);
	return 0;
}
