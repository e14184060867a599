/* A list of changes in the words of a person. */
#include "core/change.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

/* More fields of one thing than this are counted, not named. */
#define NAMED_MAX 3

/* Texts that may be longer than this are not repeated. */
#define SHOWN_MAX IBP_TEXT_NAME_MAX

/* What a thing is called; a norm by its code alone. */
static void add_name(const struct ibp_change *change, struct ibp_buf *text)
{
	const char *name = change->name;
	const char *key = change->key;

	switch (change->subject) {
	case IBP_SUBJECT_BOARD:
		ibp_buf_add(text, _("Board"));
		break;
	case IBP_SUBJECT_SCHOOL:
		ibp_buf_addf(text, _("School %s"), key);
		break;
	case IBP_SUBJECT_ASSESSMENT:
		ibp_buf_addf(text, _("Assessment %s"), key);
		break;
	case IBP_SUBJECT_EVIDENCE:
		ibp_buf_addf(text, _("Evidence %s"), key);
		break;
	case IBP_SUBJECT_FILTER:
		ibp_buf_addf(text, _("Filter \"%s\""), key);
		break;
	case IBP_SUBJECT_SETTING:
		ibp_buf_addf(text, _("Setting \"%s\""), key);
		break;
	case IBP_SUBJECT_APPLICATION:
		ibp_buf_addf(text, name ? "%s" : _("Application %s"),
			     name ? name : key);
		break;
	case IBP_SUBJECT_AGREEMENT:
		ibp_buf_addf(text,
			     name ? _("Agreement on %s") :
				    _("Agreement on application %s"),
			     name ? name : key);
		break;
	case IBP_SUBJECT_PLACEMENT:
		ibp_buf_addf(text, name ? "%s" : _("Placement %s"),
			     name ? name : key);
		break;
	case IBP_SUBJECT_COUPLING:
		ibp_buf_addf(text, name ? "%s" : _("Coupling %s"),
			     name ? name : key);
		break;
	case IBP_SUBJECT_USE:
	case IBP_SUBJECT_EXCLUSION:
		ibp_buf_add(text, name ? name : key);
		break;
	case IBP_SUBJECT_NORM:
	case IBP_SUBJECT_COUNT:
		ibp_buf_add(text, key);
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
	    items->subject == IBP_SUBJECT_NORM ||
	    items->subject == IBP_SUBJECT_AGREEMENT)
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

/* Things that come and go in words of their own; false: not this one. */
static bool add_relation(const struct ibp_change *life, struct ibp_buf *text)
{
	const char *name = life->name ? life->name : life->key;

	switch (life->subject) {
	case IBP_SUBJECT_USE:
		ibp_buf_addf(text,
			     life->to ? _("Used: %s") : _("No longer used: %s"),
			     name);
		return true;
	case IBP_SUBJECT_PLACEMENT:
		ibp_buf_addf(text,
			     life->to ? _("Placed: %s") :
					_("No longer placed: %s"),
			     name);
		return true;
	case IBP_SUBJECT_COUPLING:
		ibp_buf_addf(text,
			     life->to ? _("Coupled: %s") :
					_("No longer coupled: %s"),
			     name);
		return true;
	case IBP_SUBJECT_EXCLUSION:
		ibp_buf_addf(text,
			     life->to ? _("Not for us: %s") :
					_("For us again: %s"),
			     name);
		return true;
	case IBP_SUBJECT_SETTING:
		ibp_buf_addf(text,
			     life->to ? _("Setting \"%s\" made") :
					_("Setting \"%s\" cleared"),
			     life->key);
		return true;
	default:
		return false;
	}
}

static void add_life(const struct ibp_change *items, size_t count,
		     const struct ibp_change *life, struct ibp_buf *text)
{
	struct ibp_change numbered = *life;
	struct ibp_buf name = {0};

	if (add_relation(life, text))
		return;
	/* Its name stands behind it. */
	numbered.name = NULL;
	add_name(&numbered, &name);
	ibp_buf_addf(text, life->to ? _("%s added: %s") : _("%s removed: %s"),
		     ibp_buf_text(&name), find_title(items, count, life));
	ibp_buf_release(&name);
}

static void describe_thing(const struct ibp_change *items, size_t count,
			   struct ibp_buf *text)
{
	const struct ibp_change *life = find_life(items, count);

	if (life) {
		add_life(items, count, life, text);
		return;
	}
	add_name(items, text);
	ibp_buf_add(text, ": ");
	add_parts(items, count, text);
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
	if (common.subject == IBP_SUBJECT_NORM)
		ibp_buf_addf(text,
			     ibp_ngettext("%zu norm: ", "%zu norms: ", count),
			     count);
	else
		ibp_buf_addf(text,
			     ibp_ngettext("%zu application: ",
					  "%zu applications: ", count),
			     count);
	add_part(&common, text);
}

/* How many things of SUBJECT when there is nothing else in it, or 0. */
static size_t count_things(const struct ibp_change *items, size_t count,
			   enum ibp_subject subject)
{
	size_t things = 0;

	for (size_t i = 0; i < count; things++) {
		if (items[i].subject != subject)
			return 0;
		i += thing_length(items + i, count - i);
	}
	return things;
}

/* The things of SUBJECT that came or went, the first of them in *FIRST. */
static size_t count_lives(const struct ibp_change *items, size_t count,
			  enum ibp_subject subject, size_t *first)
{
	size_t lives = 0;
	size_t length;

	for (size_t i = 0; i < count; i += length) {
		length = thing_length(items + i, count - i);
		if (items[i].subject != subject ||
		    !find_life(items + i, length))
			continue;
		if (!lives++)
			*first = i;
	}
	return lives;
}

/*
 * A new assessment says more than the hundreds of answers it starts with, an
 * application more than all that goes with it.
 */
static bool describe_lives(const struct ibp_change *items, size_t count,
			   struct ibp_buf *text)
{
	static const enum ibp_subject subjects[] = {IBP_SUBJECT_ASSESSMENT,
						    IBP_SUBJECT_SCHOOL,
						    IBP_SUBJECT_APPLICATION};

	for (size_t s = 0; s < sizeof(subjects) / sizeof(*subjects); s++) {
		size_t first = 0;
		size_t lives = count_lives(items, count, subjects[s], &first);

		if (!lives || (lives > 1 && subjects[s] == IBP_SUBJECT_SCHOOL))
			continue;
		if (lives > 1 && subjects[s] == IBP_SUBJECT_APPLICATION)
			ibp_buf_addf(text,
				     ibp_ngettext("%zu application",
						  "%zu applications", lives),
				     lives);
		else
			describe_thing(
				items + first,
				thing_length(items + first, count - first),
				text);
		return true;
	}
	return false;
}

/* The first of several things alike, and how many others. */
static bool describe_alike(const struct ibp_change *items, size_t count,
			   struct ibp_buf *text)
{
	size_t things = count_things(items, count, items->subject);

	if (things < 2 || items->subject < IBP_SUBJECT_APPLICATION)
		return false;
	describe_thing(items, thing_length(items, count), text);
	ibp_buf_add(text, ", ");
	ibp_buf_addf(text, ibp_ngettext("%zu more", "%zu more", things - 1),
		     things - 1);
	return true;
}

static bool is_edition(const struct ibp_change *change)
{
	return change->subject == IBP_SUBJECT_BOARD &&
	       strcmp(change->field, "fora") == 0;
}

/* The FORA edition comes along with the first place; the place is told. */
static void drop_edition(const struct ibp_change **items, size_t *count)
{
	if (*count > 1 && is_edition(&(*items)[0])) {
		++*items;
		--*count;
	} else if (*count > 1 && is_edition(&(*items)[*count - 1])) {
		--*count;
	}
}

static bool describe_many(const struct ibp_change *items, size_t count,
			  enum ibp_subject subject, struct ibp_buf *text)
{
	size_t things = count_things(items, count, subject);

	if (!things)
		return false;
	if (is_uniform(items, count))
		describe_uniform(items, count, text);
	else if (subject == IBP_SUBJECT_NORM)
		ibp_buf_addf(text, _("%zu norms: %zu changes"), things, count);
	else
		ibp_buf_addf(text, _("%zu applications: %zu changes"), things,
			     count);
	return true;
}

void ibp_changes_describe(const struct ibp_change *items, size_t count,
			  struct ibp_buf *text)
{
	if (!count)
		return;
	drop_edition(&items, &count);
	if (thing_length(items, count) == count)
		describe_thing(items, count, text);
	else if (!describe_lives(items, count, text) &&
		 !describe_many(items, count, IBP_SUBJECT_NORM, text) &&
		 !describe_many(items, count, IBP_SUBJECT_APPLICATION, text) &&
		 !describe_alike(items, count, text))
		ibp_buf_addf(text,
			     ibp_ngettext("%zu change", "%zu changes", count),
			     count);
}
