#include "core/row_select.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

/* What a row is sorted by: a number, or a text where both have one. */
struct key {
	size_t index;
	enum { LEADING, NOT_APPLICABLE, NOT_SET } group;
	long number;
	const char *text;
};

static long rank_of(const struct ibp_filter_field *field, const char *value)
{
	if (field->choices)
		for (long i = 0; field->choices[i].word; i++)
			if (strcmp(field->choices[i].word, value) == 0)
				return i;
	return strtol(value, NULL, 10);
}

static struct key make_key(const struct ibp_row_source *source, size_t index,
			   size_t field, struct ibp_arena *arena)
{
	const struct ibp_filter_field *f = &source->fields[field];
	const void *row = source->at(source->context, index);
	const char *value = source->value(row, field, arena);
	struct key key = {.index = index};
	char *folded;

	if (!value) {
		key.group = NOT_SET;
		return key;
	}
	if (f->kind == IBP_FILTER_SCORE && strcmp(value, "na") == 0)
		key.group = NOT_APPLICABLE;
	if (f->kind == IBP_FILTER_SCORE || f->kind == IBP_FILTER_NUMBER ||
	    f->choices) {
		key.number = rank_of(f, value);
		return key;
	}
	folded = ibp_text_fold(value);
	key.text = ibp_arena_strdup(arena, folded);
	free(folded);
	return key;
}

static int compare_keys(const void *left, const void *right, void *context)
{
	const struct key *a = left;
	const struct key *b = right;
	const bool *descending = context;
	int order = 0;

	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	if (a->text && b->text)
		order = strcmp(a->text, b->text);
	else
		order = (a->number > b->number) - (a->number < b->number);
	if (order)
		return *descending ? -order : order;
	return (a->index > b->index) - (a->index < b->index);
}

/* More fields than any row has. */
#define FIELDS_MAX 64

static enum ibp_status find_field(const struct ibp_filter_field *fields,
				  const char *name, size_t *field,
				  struct ibp_error *err)
{
	const char *names[FIELDS_MAX + 1] = {NULL};
	const char *nearest;

	for (size_t i = 0; i < FIELDS_MAX && fields[i].name; i++) {
		names[i] = fields[i].name;
		if (strcmp(names[i], name) == 0) {
			*field = i;
			return IBP_OK;
		}
	}
	nearest = ibp_text_nearest(name, names);
	if (nearest)
		return ibp_error_set(err, IBP_USAGE,
				     _("There is no field \"%s\" to sort by. "
				       "Did you mean \"%s\"?"),
				     name, nearest);
	return ibp_error_set(err, IBP_USAGE,
			     _("There is no field \"%s\" to sort by."), name);
}

static void sort_rows(const struct ibp_row_source *source, size_t field,
		      bool descending, size_t *indexes, size_t count,
		      struct ibp_arena *arena)
{
	struct key *keys = ibp_arena_alloc(arena, count * sizeof(*keys));

	for (size_t i = 0; i < count; i++)
		keys[i] = make_key(source, indexes[i], field, arena);
	qsort_r(keys, count, sizeof(*keys), compare_keys, &descending);
	for (size_t i = 0; i < count; i++)
		indexes[i] = keys[i].index;
}

enum ibp_status ibp_row_select(const struct ibp_row_source *source,
			       const struct ibp_filter *filter, const char *key,
			       struct ibp_arena *arena, size_t **indexes,
			       size_t *count, struct ibp_error *err)
{
	bool descending = key && *key == '-';
	size_t *list = ibp_arena_alloc(arena, source->count * sizeof(*list));
	size_t found = 0;
	size_t field = 0;
	enum ibp_status status;

	if (key) {
		status = find_field(source->fields, key + descending, &field,
				    err);
		if (status)
			return status;
	}
	for (size_t i = 0; i < source->count; i++)
		if (ibp_filter_matches(filter, source->value,
				       source->at(source->context, i)))
			list[found++] = i;
	if (key)
		sort_rows(source, field, descending, list, found, arena);
	*indexes = list;
	*count = found;
	return IBP_OK;
}

bool ibp_row_text_has(const char *text, const char *folded)
{
	char *own;
	bool found;

	if (!text)
		return false;
	own = ibp_text_fold(text);
	found = strstr(own, folded) != NULL;
	free(own);
	return found;
}
