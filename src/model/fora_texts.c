#include "model/fora_texts.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "model/content.h"
#include "model/fora_read.h"

#define SCHEMA "ibp-tools/fora-descriptions/1"
#define SENTENCE_MAX 600

static const char *const schema_words[] = {SCHEMA, NULL};

#define AT(member) offsetof(struct ibp_fora_sentence, member)
static const struct ibp_yaml_field sentence_fields[] = {
	{.key = "id",
	 .at = AT(id),
	 .type = IBP_YAML_TEXT,
	 .bytes = IBP_FORA_ID_MAX},
	{.key = "text",
	 .at = AT(text),
	 .type = IBP_YAML_TEXT,
	 .bytes = SENTENCE_MAX},
	{0},
};
#undef AT
static const struct ibp_yaml_record sentence_record = {
	.size = sizeof(struct ibp_fora_sentence),
	.fields = sentence_fields,
	.named = true};

#define AT(member) offsetof(struct ibp_fora_texts, member)
static const struct ibp_yaml_field texts_fields[] = {
	{.key = "schema",
	 .at = AT(schema),
	 .type = IBP_YAML_SCHEMA,
	 .words = schema_words},
	{.key = "descriptions",
	 .at = AT(items),
	 .type = IBP_YAML_RECORDS,
	 .max = IBP_FORA_TEXTS_MAX,
	 .record = &sentence_record,
	 .count_at = AT(count)},
	{0},
};
#undef AT
static const struct ibp_yaml_record texts_record = {
	.size = sizeof(struct ibp_fora_texts), .fields = texts_fields};

struct entry {
	char key[IBP_FORA_KEY_MAX + 1];
	const struct ibp_fora_sentence *sentence;
};

static int compare(const void *a, const void *b)
{
	const struct entry *one = a;
	const struct entry *other = b;

	return strcmp(one->key, other->key);
}

/* Every spelling of one id is the same id. */
static enum ibp_status check(const struct ibp_fora_texts *texts,
			     const struct ibp_places *places,
			     struct ibp_error *err)
{
	struct entry *entries =
		ibp_alloc((texts->count + 1) * sizeof(*entries));
	size_t before = err->count;

	for (size_t i = 0; i < texts->count; i++) {
		entries[i].sentence = &texts->items[i];
		if (!ibp_fora_key(texts->items[i].id, entries[i].key))
			abort(); /* the loader let it through */
	}
	qsort(entries, texts->count, sizeof(*entries), compare);
	for (size_t i = 1; i < texts->count; i++)
		if (compare(&entries[i - 1], &entries[i]) == 0)
			ibp_places_fault(places, err, &entries[i].sentence->id,
					 _("The id \"%s\" stands twice. Keep "
					   "one of the two."),
					 entries[i].sentence->id);
	free(entries);
	return err->count > before ? IBP_INPUT : IBP_OK;
}

static void note_lines(struct ibp_fora_texts *texts,
		       const struct ibp_places *places)
{
	size_t next = 0;

	/* Both are in the order of the file. */
	for (size_t i = 0; i < texts->count; i++) {
		while (next < places->count &&
		       places->items[next].slot != &texts->items[i].id)
			next++;
		if (next < places->count)
			texts->items[i].line = places->items[next].line;
	}
}

enum ibp_status ibp_fora_texts_load(const char *path,
				    struct ibp_fora_texts **texts,
				    struct ibp_error *err)
{
	struct ibp_fora_texts *made = ibp_alloc(sizeof(*made));
	struct ibp_places places = {0};
	struct ibp_buf content = {0};
	enum ibp_status status =
		ibp_file_read(path, IBP_FORA_TEXTS_FILE_MAX, &content, err);

	if (!status)
		status = ibp_yaml_read(path, ibp_buf_text(&content),
				       content.length, &texts_record, made,
				       &made->arena, &places, err);
	if (!status)
		status = check(made, &places, err);
	if (!status) {
		note_lines(made, &places);
		*texts = made;
		made = NULL;
	}
	ibp_fora_texts_free(made);
	ibp_places_release(&places);
	ibp_buf_release(&content);
	return status;
}

void ibp_fora_texts_free(struct ibp_fora_texts *texts)
{
	if (!texts)
		return;
	ibp_arena_release(&texts->arena);
	free(texts);
}

void ibp_fora_texts_join(const struct ibp_fora_texts *texts,
			 struct ibp_fora *fora)
{
	for (size_t i = 0; i < texts->count; i++) {
		uint32_t index = ibp_fora_find(fora, texts->items[i].id);

		if (index != IBP_FORA_NONE)
			fora->elements[index].description = ibp_arena_strdup(
				&fora->arena, texts->items[i].text);
	}
}

const char *ibp_fora_description(const struct ibp_fora_element *element)
{
	if (element->text)
		return element->text;
	return ibp_content(element->id, "description", element->description);
}
