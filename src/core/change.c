#include "core/change.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

/* More fields of one thing than this are counted, not named. */
#define NAMED_MAX 3

/* Texts that may be longer than this are not repeated. */
#define SHOWN_MAX IBP_TEXT_NAME_MAX

void ibp_changes_add(struct ibp_changes *changes, enum ibp_subject subject,
		     long assessment, const char *key, const char *field,
		     const char *from, const char *to)
{
	struct ibp_arena *arena = &changes->arena;
	struct ibp_change *change;

	changes->items = ibp_grow(changes->items, &changes->capacity,
				  changes->count + 1, sizeof(*changes->items));
	change = &changes->items[changes->count++];
	change->subject = subject;
	change->assessment = assessment;
	change->key = ibp_arena_strdup(arena, key);
	change->field = ibp_arena_strdup(arena, field);
	change->from = ibp_arena_strdup(arena, from);
	change->to = ibp_arena_strdup(arena, to);
}

void ibp_changes_release(struct ibp_changes *changes)
{
	ibp_arena_release(&changes->arena);
	free(changes->items);
	*changes = (struct ibp_changes){0};
}

const char *ibp_subject_word(enum ibp_subject subject)
{
	static const char *const words[IBP_SUBJECT_COUNT] = {
		[IBP_SUBJECT_BOARD] = "board",
		[IBP_SUBJECT_SCHOOL] = "school",
		[IBP_SUBJECT_ASSESSMENT] = "assessment",
		[IBP_SUBJECT_NORM] = "norm",
		[IBP_SUBJECT_EVIDENCE] = "evidence",
		[IBP_SUBJECT_FILTER] = "filter",
	};

	return words[subject];
}

const struct ibp_field *ibp_subject_fields(enum ibp_subject subject)
{
	static const struct ibp_field *const tables[IBP_SUBJECT_COUNT] = {
		[IBP_SUBJECT_BOARD] = ibp_board_fields,
		[IBP_SUBJECT_SCHOOL] = ibp_school_fields,
		[IBP_SUBJECT_ASSESSMENT] = ibp_assessment_fields,
		[IBP_SUBJECT_NORM] = ibp_norm_fields,
		[IBP_SUBJECT_EVIDENCE] = ibp_evidence_fields,
		[IBP_SUBJECT_FILTER] = ibp_filter_fields,
	};

	return tables[subject];
}

/* What a thing is called; a norm by its code alone. */
static void add_name(const struct ibp_change *change, struct ibp_buf *text)
{
	switch (change->subject) {
	case IBP_SUBJECT_BOARD:
		ibp_buf_add(text, _("Board"));
		break;
	case IBP_SUBJECT_SCHOOL:
		ibp_buf_addf(text, _("School %s"), change->key);
		break;
	case IBP_SUBJECT_ASSESSMENT:
		ibp_buf_addf(text, _("Assessment %s"), change->key);
		break;
	case IBP_SUBJECT_EVIDENCE:
		ibp_buf_addf(text, _("Evidence %s"), change->key);
		break;
	case IBP_SUBJECT_FILTER:
		ibp_buf_addf(text, _("Filter \"%s\""), change->key);
		break;
	case IBP_SUBJECT_NORM:
	case IBP_SUBJECT_COUNT:
		ibp_buf_add(text, change->key);
		break;
	}
}

static bool is_long(const struct ibp_field *field)
{
	return field->kind == IBP_FIELD_NOTE ||
	       (field->kind == IBP_FIELD_LINE && field->max > SHOWN_MAX);
}

/* "Score 3 (was 2)"; of a long text only that it changed. */
static void add_part(const struct ibp_change *change, struct ibp_buf *text)
{
	const struct ibp_field *field = ibp_field_find(
		ibp_subject_fields(change->subject), change->field);
	char *from = ibp_field_show(field, change->from);
	char *to = ibp_field_show(field, change->to);
	const char *label = _(field->label);

	if (!change->to && (!change->from || is_long(field)))
		ibp_buf_addf(text, _("%s cleared"), label);
	else if (is_long(field))
		ibp_buf_addf(text,
			     change->from ? _("%s changed") : _("%s filled in"),
			     label);
	else if (!change->to)
		ibp_buf_addf(text, _("%s cleared (was %s)"), label, from);
	else if (!change->from)
		ibp_buf_addf(text, "%s %s", label, to);
	else
		ibp_buf_addf(text, _("%s %s (was %s)"), label, to, from);
	free(from);
	free(to);
}

static bool is_same_thing(const struct ibp_change *a,
			  const struct ibp_change *b)
{
	return a->subject == b->subject && a->assessment == b->assessment &&
	       ibp_text_equal(a->key, b->key);
}

/* How many of ITEMS from the first on concern the same thing. */
static size_t thing_length(const struct ibp_change *items, size_t count)
{
	size_t length = 1;

	while (length < count && is_same_thing(&items[0], &items[length]))
		length++;
	return length;
}

/* The change to the field that makes a thing exist, or NULL. */
static const struct ibp_change *find_life(const struct ibp_change *items,
					  size_t count)
{
	const char *first = ibp_subject_fields(items->subject)->name;

	if (items->subject == IBP_SUBJECT_BOARD ||
	    items->subject == IBP_SUBJECT_NORM)
		return NULL;
	for (size_t i = 0; i < count; i++)
		if (strcmp(items[i].field, first) == 0 &&
		    (!items[i].from || !items[i].to))
			return &items[i];
	return NULL;
}

/* The name or title of a thing that came or went with LIFE. */
static const char *find_title(const struct ibp_change *items, size_t count,
			      const struct ibp_change *life)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(items[i].field, "title") == 0)
			life = &items[i];
	return life->to ? life->to : life->from;
}

static void add_parts(const struct ibp_change *items, size_t count,
		      struct ibp_buf *text)
{
	size_t named = count > NAMED_MAX ? NAMED_MAX : count;

	for (size_t i = 0; i < named; i++) {
		if (i)
			ibp_buf_add(text, ", ");
		add_part(&items[i], text);
	}
	if (count > named) {
		ibp_buf_add(text, ", ");
		ibp_buf_addf(
			text,
			ibp_ngettext("%zu more", "%zu more", count - named),
			count - named);
	}
}

static void describe_thing(const struct ibp_change *items, size_t count,
			   struct ibp_buf *text)
{
	const struct ibp_change *life = find_life(items, count);
	struct ibp_buf name = {0};

	add_name(items, &name);
	if (life) {
		ibp_buf_addf(text,
			     life->to ? _("%s added: %s") : _("%s removed: %s"),
			     ibp_buf_text(&name),
			     find_title(items, count, life));
	} else {
		ibp_buf_addf(text, "%s: ", ibp_buf_text(&name));
		add_parts(items, count, text);
	}
	ibp_buf_release(&name);
}

/* Whether every change sets the same field to the same value. */
static bool is_uniform(const struct ibp_change *items, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(items[i].field, items[0].field) != 0 ||
		    !ibp_text_equal(items[i].to, items[0].to))
			return false;
	return true;
}

/* What they have in common; what each was before may differ. */
static void describe_uniform(const struct ibp_change *items, size_t count,
			     struct ibp_buf *text)
{
	struct ibp_change common = items[0];

	for (size_t i = 1; i < count; i++)
		if (!ibp_text_equal(items[i].from, common.from))
			common.from = NULL;
	ibp_buf_addf(text, ibp_ngettext("%zu norm: ", "%zu norms: ", count),
		     count);
	add_part(&common, text);
}

/* The number of norms when there is nothing else in it, or 0. */
static size_t count_norms(const struct ibp_change *items, size_t count)
{
	size_t norms = 0;

	for (size_t i = 0; i < count; norms++) {
		if (items[i].subject != IBP_SUBJECT_NORM)
			return 0;
		i += thing_length(items + i, count - i);
	}
	return norms;
}

/* A new assessment says more than the hundreds of answers it starts with. */
static bool describe_assessment(const struct ibp_change *items, size_t count,
				struct ibp_buf *text)
{
	size_t length;

	for (size_t i = 0; i < count; i += length) {
		length = thing_length(items + i, count - i);
		if (items[i].subject != IBP_SUBJECT_ASSESSMENT ||
		    !find_life(items + i, length))
			continue;
		describe_thing(items + i, length, text);
		return true;
	}
	return false;
}

void ibp_changes_describe(const struct ibp_change *items, size_t count,
			  struct ibp_buf *text)
{
	size_t norms = count_norms(items, count);

	if (!count)
		return;
	if (thing_length(items, count) == count)
		describe_thing(items, count, text);
	else if (norms && is_uniform(items, count))
		describe_uniform(items, count, text);
	else if (norms)
		ibp_buf_addf(text, _("%zu norms: %zu changes"), norms, count);
	else if (!describe_assessment(items, count, text))
		ibp_buf_addf(text,
			     ibp_ngettext("%zu change", "%zu changes", count),
			     count);
}
