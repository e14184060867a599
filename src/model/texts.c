#include "model/texts.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/yaml.h"

#define CODE_MAX 20
#define LONG_TEXT_MAX 4000

static const char *const schema_words[] = {IBP_TEXTS_SCHEMA, NULL};

#define OPTIONAL .type = IBP_YAML_TEXT, .flags = IBP_YAML_OPTIONAL
#define LINES                                                               \
	.type = IBP_YAML_TEXT, .flags = IBP_YAML_OPTIONAL | IBP_YAML_LINES, \
	.bytes = LONG_TEXT_MAX

#define AT(member) offsetof(struct ibp_texts_item, member)
static const struct ibp_yaml_field item_fields[] = {
	{.key = "code",
	 .at = AT(code),
	 .type = IBP_YAML_TEXT,
	 .bytes = CODE_MAX},
	{.key = "title", .at = AT(title), OPTIONAL},
	{.key = "purpose", .at = AT(purpose), LINES},
	{.key = "why", .at = AT(why), LINES},
	{.key = "levels",
	 .at = AT(levels),
	 .type = IBP_YAML_NUMBERED,
	 .flags = IBP_YAML_OPTIONAL | IBP_YAML_LINES,
	 .max = IBP_LEVELS,
	 .bytes = LONG_TEXT_MAX},
	{.key = "note", .at = AT(note), LINES},
	{0},
};
#undef AT
static const struct ibp_yaml_record item_record = {
	.size = sizeof(struct ibp_texts_item),
	.fields = item_fields,
	.named = true};

#define AT(member) offsetof(struct ibp_texts, member)
static const struct ibp_yaml_field texts_fields[] = {
	{.key = "schema",
	 .at = AT(schema),
	 .type = IBP_YAML_SCHEMA,
	 .words = schema_words},
	{.key = "framework", .at = AT(id), .type = IBP_YAML_TEXT},
	{.key = "version", .at = AT(version), .type = IBP_YAML_TEXT},
	{.key = "source", .at = AT(source), OPTIONAL},
	{.key = "norms",
	 .at = AT(items),
	 .type = IBP_YAML_RECORDS,
	 .count_at = AT(count),
	 .max = IBP_TEXTS_ITEMS_MAX,
	 .record = &item_record},
	{0},
};
#undef AT
static const struct ibp_yaml_record texts_record = {
	.size = sizeof(struct ibp_texts), .fields = texts_fields};

const char *const ibp_texts_fields[IBP_TEXTS_FIELDS + 1] = {
	"title",   "purpose", "why",     "level_1", "level_2",
	"level_3", "level_4", "level_5", "note",    NULL,
};

const char *ibp_texts_label(size_t field)
{
	static const char *const labels[IBP_TEXTS_FIELDS] = {
		N_("Title"),   N_("Purpose"), N_("Why"),
		N_("Level 1"), N_("Level 2"), N_("Level 3"),
		N_("Level 4"), N_("Level 5"), N_("Remark"),
	};

	return labels[field];
}

const char **ibp_texts_at(struct ibp_texts_item *item, size_t field)
{
	const char **const slots[IBP_TEXTS_FIELDS] = {
		&item->title,     &item->purpose,   &item->why,
		&item->levels[0], &item->levels[1], &item->levels[2],
		&item->levels[3], &item->levels[4], &item->note,
	};

	return slots[field];
}

enum ibp_status ibp_texts_parse(const char *path, const char *text,
				size_t length, struct ibp_texts **texts,
				struct ibp_error *err)
{
	struct ibp_texts *made = ibp_alloc(sizeof(*made));
	enum ibp_status status;

	made->path = ibp_arena_strdup(&made->arena, path);
	status = ibp_yaml_read(made->path, text, length, &texts_record, made,
			       &made->arena, &made->places, err);
	if (status)
		ibp_texts_free(made);
	else
		*texts = made;
	return status;
}

void ibp_texts_free(struct ibp_texts *texts)
{
	if (!texts)
		return;
	ibp_places_release(&texts->places);
	ibp_arena_release(&texts->arena);
	free(texts);
}

static const struct ibp_domain *find_domain(const struct ibp_framework *f,
					    const char *code)
{
	for (size_t i = 0; i < f->domain_count; i++)
		if (strcmp(f->domains[i].code, code) == 0)
			return &f->domains[i];
	return NULL;
}

/* The code as FRAMEWORK writes it; NULL: it has none such. */
static const char *code_in(const struct ibp_framework *framework,
			   const char *code)
{
	const struct ibp_norm *norm = ibp_framework_find(framework, code);
	const struct ibp_domain *domain = find_domain(framework, code);

	if (norm)
		return norm->code;
	return domain ? domain->code : NULL;
}

static void unknown_code(struct ibp_texts *texts, const char *const *code,
			 const struct ibp_framework *framework,
			 struct ibp_error *err)
{
	const char **codes =
		ibp_alloc((framework->norm_count + 1) * sizeof(*codes));
	const char *nearest;

	for (size_t i = 0; i < framework->norm_count; i++)
		codes[i] = framework->norms[i].code;
	nearest = ibp_text_nearest(*code, codes);
	if (nearest)
		ibp_places_fault(&texts->places, err, code,
				 _("There is no norm \"%s\". Did you mean "
				   "\"%s\"?"),
				 *code, nearest);
	else
		ibp_places_fault(&texts->places, err, code,
				 _("There is no norm or domain \"%s\" in "
				   "version %s. Correct the code, or leave it "
				   "out."),
				 *code, framework->version);
	free(codes);
}

/* A domain has a title and nothing else. */
static bool has_too_much(struct ibp_texts_item *item,
			 const struct ibp_framework *framework)
{
	if (!find_domain(framework, item->code))
		return false;
	for (size_t i = 1; i < IBP_TEXTS_FIELDS; i++)
		if (*ibp_texts_at(item, i))
			return true;
	return false;
}

static bool is_empty(struct ibp_texts_item *item)
{
	for (size_t i = 0; i < IBP_TEXTS_FIELDS; i++)
		if (*ibp_texts_at(item, i))
			return false;
	return true;
}

static void check_item(struct ibp_texts *texts, size_t index,
		       const struct ibp_framework *framework,
		       struct ibp_error *err)
{
	struct ibp_texts_item *item = &texts->items[index];
	const char *code = code_in(framework, item->code);

	if (!code) {
		unknown_code(texts, &item->code, framework, err);
		return;
	}
	for (size_t i = 0; i < index; i++)
		if (strcmp(texts->items[i].code, code) == 0)
			ibp_places_fault(
				&texts->places, err, &item->code,
				_("%s stands here twice: also on line %zu."),
				code,
				(size_t)ibp_places_find(&texts->places,
							&texts->items[i].code)
					.line);
	item->code = ibp_arena_strdup(&texts->arena, code);
	if (has_too_much(item, framework))
		ibp_places_fault(&texts->places, err, &item->code,
				 _("%s is a domain: only its title can be "
				   "replaced."),
				 code);
	else if (is_empty(item))
		ibp_places_fault(&texts->places, err, &item->code,
				 _("There is no text for %s. Fill one in, or "
				   "leave the code out."),
				 code);
}

static void check_head(struct ibp_texts *texts,
		       const struct ibp_framework *framework,
		       struct ibp_error *err)
{
	if (strcmp(texts->id, framework->id) != 0)
		ibp_places_fault(&texts->places, err, &texts->id,
				 _("These texts are of framework \"%s\", and "
				   "the norms are those of \"%s\"."),
				 texts->id, framework->id);
	else if (strcmp(texts->version, framework->version) != 0)
		ibp_places_fault(&texts->places, err, &texts->version,
				 _("These texts are of version \"%s\", and the "
				   "norms are those of \"%s\"."),
				 texts->version, framework->version);
}

enum ibp_status ibp_texts_check(struct ibp_texts *texts,
				const struct ibp_framework *framework,
				struct ibp_error *err)
{
	size_t before = err->count;

	check_head(texts, framework, err);
	for (size_t i = 0; i < texts->count && err->count < IBP_ERROR_MAX; i++)
		check_item(texts, i, framework, err);
	return err->count == before ? IBP_OK : IBP_INPUT;
}

struct ibp_texts_item *ibp_texts_find(const struct ibp_texts *texts,
				      const char *code)
{
	for (size_t i = 0; i < texts->count; i++)
		if (strcmp(texts->items[i].code, code) == 0)
			return &texts->items[i];
	return NULL;
}
