/*
 * Whatever the bytes of a file with official texts are, it is refused with a
 * place, or what is read is written and read as the same.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "exchange/texts_csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char framework_text[] =
	"schema: ibp-tools/framework/1\nid: ibp-fo\nversion: \"1\"\n"
	"title: t\npublisher: p\nsource: s\nretrieved: 2026-11-23\n"
	"language: nl\nlevels:\n"
	"  - {level: 1, name: n, meaning: m}\n"
	"  - {level: 2, name: n, meaning: m}\n"
	"  - {level: 3, name: n, meaning: m}\n"
	"  - {level: 4, name: n, meaning: m}\n"
	"  - {level: 5, name: n, meaning: m}\n"
	"target: 3\nparts: [{code: x, title: X}]\n"
	"domains: [{code: A, number: 1, part: x, title: A, "
	"title_status: working}]\nnorms:\n"
	"  - {code: A.1, code_status: official, title: t, "
	"title_status: working, purpose: p, levels: {3: x}, "
	"levels_source: []}\n"
	"  - {code: A.2, code_status: official, title: t, "
	"title_status: working, purpose: p, levels: {3: x}, "
	"levels_source: []}\n";

static void require(bool good)
{
	if (!good)
		abort();
}

static void check_refusal(enum ibp_status status, struct ibp_error *err)
{
	const char *text = ibp_error_text(err);
	long code;

	require(status == IBP_INPUT && strncmp(text, "f:", 2) == 0);
	require(ibp_text_find_forbidden(text, strlen(text), IBP_TEXT_NOTE,
					&code) == strlen(text));
	ibp_error_release(err);
}

static void check_again(const struct ibp_texts *texts)
{
	struct ibp_texts *again = NULL;
	struct ibp_error err = {0};
	struct ibp_buf text = {0};

	ibp_texts_write(texts, &text);
	require(!ibp_texts_parse("f", text.data, text.length, &again, &err));
	require(again->count == texts->count);
	for (size_t i = 0; i < texts->count; i++)
		for (size_t f = 0; f < IBP_TEXTS_FIELDS; f++)
			require(ibp_text_equal(
				*ibp_texts_at(&texts->items[i], f),
				*ibp_texts_at(&again->items[i], f)));
	ibp_texts_free(again);
	ibp_buf_release(&text);
}

/* What is right for the framework can stand in it. */
static void check_use(struct ibp_texts *texts, struct ibp_framework *framework)
{
	struct ibp_error err = {0};
	enum ibp_status status = ibp_texts_check(texts, framework, &err);

	if (status) {
		check_refusal(status, &err);
		return;
	}
	check_again(texts);
	ibp_texts_apply(texts, framework);
	for (size_t i = 0; i < framework->norm_count; i++)
		require(*framework->norms[i].title);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = (const char *)data;
	struct ibp_framework *framework = NULL;
	struct ibp_texts_csv csv = {0};
	struct ibp_texts *texts = NULL;
	struct ibp_error err = {0};
	enum ibp_status status;

	require(!ibp_framework_parse("f", framework_text,
				     strlen(framework_text), &framework, &err));
	status = ibp_texts_parse("f", bytes, size, &texts, &err);
	if (status)
		check_refusal(status, &err);
	else
		check_use(texts, framework);
	status = ibp_texts_csv_read("f", bytes, size, framework, &csv, &err);
	if (status)
		check_refusal(status, &err);
	else
		check_use(csv.texts, framework);
	ibp_texts_csv_release(&csv);
	ibp_texts_free(texts);
	ibp_framework_free(framework);
	return 0;
}
