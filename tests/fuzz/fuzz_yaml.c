/*
 * Whatever the bytes of a model file are, they are refused with a place and
 * a sentence, or become a framework or an upgrade map that is whole.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "model/content.h"
#include "model/upgrade.h"
#include "model/yaml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool good)
{
	if (!good)
		abort();
}

static void visit(void *context, const char *message_context, const char *text,
		  size_t line)
{
	size_t *texts = context;

	require(*message_context && *text && line);
	require(ibp_text_is_utf8(text, strlen(text)));
	++*texts;
}

/* Every index leads somewhere, every norm is found by its code. */
static void check_framework(const struct ibp_framework *f)
{
	size_t texts = 0;
	size_t norms = 0;

	require(f->level_count == IBP_LEVELS && f->norm_count);
	require(f->target >= 1 && f->target <= IBP_LEVELS);
	for (size_t i = 0; i < f->domain_count; i++) {
		const struct ibp_domain *domain = &f->domains[i];

		require(domain->part < f->part_count && domain->norm_count);
		norms += domain->norm_count;
		for (size_t n = 0; n < domain->norm_count; n++)
			require(f->norms[domain->first_norm + n].domain == i);
	}
	require(norms == f->norm_count);
	for (size_t i = 0; i < f->group_count; i++)
		for (size_t n = 0; n < f->groups[i].domain_count; n++)
			require(f->groups[i].domains[n] < f->domain_count);
	for (size_t i = 0; i < f->norm_count; i++) {
		const struct ibp_norm *norm = &f->norms[i];

		require(ibp_framework_find(f, norm->code) == norm);
		for (size_t n = 0; n < norm->related.count; n++)
			require(ibp_framework_find(f, norm->related.items[n]));
	}
	ibp_content_each(f, visit, &texts);
	require(texts > f->norm_count);
}

static void check_map(const struct ibp_upgrade_map *map)
{
	for (size_t i = 0; i < map->change_count; i++) {
		const struct ibp_norm_change *change = &map->changes[i];

		require(change->from || change->kind == IBP_CHANGE_NEW);
		require(change->to || change->kind == IBP_CHANGE_DROPPED);
		require(*ibp_change_kind_word(change->kind));
	}
}

/* A refusal has a status, and a sentence that a terminal can show. */
static void check_refusal(enum ibp_status status, struct ibp_error *err)
{
	const char *text = ibp_error_text(err);
	long code;

	require(status == IBP_INPUT && err->status == IBP_INPUT);
	require(strncmp(text, "f:", 2) == 0);
	require(ibp_text_find_forbidden(text, strlen(text), IBP_TEXT_NOTE,
					&code) == strlen(text));
	ibp_error_release(err);
}

/* A file that is good names its schema. */
static void check_schema(const char *text, size_t length, bool good)
{
	char *schema = ibp_yaml_schema(text, length);

	require(schema || !good);
	free(schema);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	struct ibp_framework *framework = NULL;
	struct ibp_upgrade_map *map = NULL;
	struct ibp_error err = {0};
	enum ibp_status status =
		ibp_framework_parse("f", text, size, &framework, &err);

	if (status)
		check_refusal(status, &err);
	else
		check_framework(framework);
	status = ibp_upgrade_map_parse("f", text, size, &map, &err);
	if (status)
		check_refusal(status, &err);
	else
		check_map(map);
	check_schema(text, size, framework || map);
	ibp_framework_free(framework);
	ibp_upgrade_map_free(map);
	return 0;
}
