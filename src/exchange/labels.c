#include "exchange/labels.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/locale.h"
#include "base/mem.h"
#include "base/text.h"

/* Folded, and without what people leave out or put in: "N.v.t.", "nvt". */
static char *squeeze(const char *text)
{
	char *folded = ibp_text_fold(text);
	char *to = folded;

	for (const char *from = folded; *from; from++)
		if (!strchr(" ./-", *from))
			*to++ = *from;
	*to = '\0';
	return folded;
}

void ibp_labels_add_word(struct ibp_labels *labels,
			 const struct ibp_field *field, const char *text,
			 const char *word)
{
	labels->items = ibp_grow(labels->items, &labels->capacity,
				 labels->count + 1, sizeof(*labels->items));
	labels->items[labels->count++] =
		(struct ibp_label){field, squeeze(text), word};
}

/* A table may be filled in in another language than that of the run. */
static void add_label(struct ibp_labels *labels, const struct ibp_field *field,
		      const char *context, const char *label, const char *word)
{
	const char *const *language = ibp_locale_headings;

	for (; *language; language++)
		ibp_labels_add_word(
			labels, field,
			ibp_locale_context(*language, context, label), word);
	ibp_labels_add_word(labels, field,
			    ibp_pgettext_expr(IBP_DOMAIN, context, label),
			    word);
}

void ibp_labels_add(struct ibp_labels *labels, const struct ibp_field *field)
{
	for (; field->name; field++) {
		const struct ibp_choice *choice = field->choices;

		for (; choice && choice->word; choice++)
			add_label(labels, field, "value", choice->label,
				  choice->word);
		if (field->kind != IBP_FIELD_SCORE)
			continue;
		add_label(labels, field, "score", NC_("score", "n/a"), "na");
		add_label(labels, field, "value",
			  NC_("value", "not applicable"), "na");
	}
}

static int by_field_and_text(const void *a, const void *b)
{
	const struct ibp_label *one = a;
	const struct ibp_label *other = b;
	uintptr_t first = (uintptr_t)one->field;
	uintptr_t second = (uintptr_t)other->field;

	if (first != second)
		return first < second ? -1 : 1;
	return strcmp(one->squeezed, other->squeezed);
}

void ibp_labels_finish(struct ibp_labels *labels)
{
	if (labels->count)
		qsort(labels->items, labels->count, sizeof(*labels->items),
		      by_field_and_text);
}

void ibp_labels_release(struct ibp_labels *labels)
{
	for (size_t i = 0; i < labels->count; i++)
		free(labels->items[i].squeezed);
	free(labels->items);
	*labels = (struct ibp_labels){0};
}

const char *ibp_labels_word(const struct ibp_labels *labels,
			    const struct ibp_field *field, const char *text)
{
	struct ibp_label key = {.field = field};
	const struct ibp_label *found = NULL;

	/* Most cells are empty, a digit or a word of ours. */
	if (strlen(text) < 2 || ibp_field_choice(field, text) >= 0)
		return text;
	key.squeezed = squeeze(text);
	if (labels->count)
		found = bsearch(&key, labels->items, labels->count,
				sizeof(*labels->items), by_field_and_text);
	free(key.squeezed);
	return found ? found->word : text;
}
