/* The schools and places of an application, and the words for them. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/spread.h"
#include "exchange/landscape_compare.h"

#define BLANKS " \t\r"
#define COMMAS_MAX 3 /* in one name */

/* ---- Cells of several ---------------------------------------------------- */

static char *trimmed(struct ibp_comparer *c, const char *text, size_t length)
{
	while (length && strchr(BLANKS, *text))
		text++, length--;
	while (length && strchr(BLANKS, text[length - 1]))
		length--;
	return ibp_arena_strndup(&c->import->arena, text, length);
}

/* The length of TEXT up to its Nth comma from here, or its end. */
static size_t up_to_comma(const char *text, size_t n)
{
	size_t length = strcspn(text, ",");

	while (n-- && text[length])
		length += 1 + strcspn(text + length + 1, ",");
	return length;
}

/* Names may have commas in them: the longest that is known goes first. */
static size_t known_length(struct ibp_comparer *c, const char *text,
			   const struct ibp_cell_parts *parts)
{
	size_t n = COMMAS_MAX + 1;

	while (n--) {
		size_t length = up_to_comma(text, n);

		if (parts->find(c, trimmed(c, text, length)))
			return length;
	}
	return up_to_comma(text, 0);
}

/* False: one of them was not taken. */
static bool take_words(struct ibp_comparer *c, const char *text,
		       const struct ibp_cell_parts *parts)
{
	while (*text) {
		size_t length = known_length(c, text, parts);
		const char *word = trimmed(c, text, length);

		if (*word && !parts->take(c, word, parts->context))
			return false;
		text += length + (text[length] != '\0');
	}
	return true;
}

void ibp_compare_parts(struct ibp_comparer *c, const char *text,
		       const struct ibp_cell_parts *parts)
{
	const char *whole = trimmed(c, text, strlen(text));
	bool goes_on = true;

	if (*whole && parts->find(c, whole)) {
		parts->take(c, whole, parts->context);
		return;
	}
	while (*whole && goes_on) {
		size_t length = strcspn(whole, IBP_ELEMENT_SEPARATORS);

		goes_on = take_words(c, trimmed(c, whole, length), parts);
		whole += length + (whole[length] != '\0');
	}
}

/* ---- Schools ------------------------------------------------------------- */

static void know_school(struct ibp_comparer *c, long id, const char *name,
			const char *brin)
{
	ibp_word_index_add(&c->school_names, name, c->school_count);
	if (brin && *brin)
		ibp_word_index_add(&c->school_names, brin, c->school_count);
	c->schools[c->school_count++] = (struct ibp_known_school){id, name};
}

static void add_school(struct ibp_comparer *c,
		       const struct ibp_arrival_school *school)
{
	const char *key = ibp_compare_key(c, c->next[IBP_SUBJECT_SCHOOL]);
	const struct {
		const char *field;
		const char *value;
	} values[] = {
		{"name", school->name},
		{"brin", school->brin},
		{"sector", school->sector},
	};

	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++) {
		const struct ibp_change change = {
			.subject = IBP_SUBJECT_SCHOOL,
			.key = key,
			.field = values[i].field,
			.to = values[i].value,
			.name = school->name,
		};

		ibp_compare_add(c, &school->at, &change);
	}
	know_school(c, c->next[IBP_SUBJECT_SCHOOL]++, school->name,
		    school->brin);
}

void ibp_compare_add_schools(struct ibp_comparer *c)
{
	const struct ibp_landscape *l = c->target->landscape;
	const struct ibp_arrivals *arrivals = c->reader.arrivals;
	struct ibp_word_index here = {0};

	c->schools = ibp_alloc((l->school_count + arrivals->school_count + 1) *
			       sizeof(*c->schools));
	for (size_t i = 0; i < l->school_count; i++) {
		know_school(c, l->schools[i].id, l->schools[i].name,
			    l->schools[i].brin);
		ibp_word_index_add(&here, l->schools[i].name, i);
	}
	ibp_word_index_finish(&here);
	for (size_t i = 0; i < arrivals->school_count; i++)
		if (ibp_word_index_find(&here, arrivals->schools[i].name) ==
		    IBP_WORD_NONE)
			add_school(c, &arrivals->schools[i]);
	ibp_word_index_release(&here);
	ibp_word_index_finish(&c->school_names);
}

/* What is wanted for one application. */
struct uses {
	struct ibp_spot at;
	bool *wanted; /* by school */
};

static bool is_school(struct ibp_comparer *c, const char *word)
{
	return ibp_word_index_find(&c->school_names, word) != IBP_WORD_NONE;
}

/* The names are not looked through any more once enough is told. */
static const char *near_school(const struct ibp_comparer *c, const char *word)
{
	const char **names = ibp_alloc((c->school_count + 1) * sizeof(*names));
	const char *near;

	for (size_t i = 0; i < c->school_count; i++)
		names[i] = c->schools[i].name;
	near = c->reader.err->count < IBP_ERROR_MAX ?
		       ibp_text_nearest(word, names) :
		       NULL;
	free(names);
	return near;
}

static bool want_school(struct ibp_comparer *c, const char *word, void *context)
{
	struct uses *uses = context;
	size_t school = ibp_word_index_find(&c->school_names, word);
	const char *near;

	if (school != IBP_WORD_NONE) {
		uses->wanted[school] = true;
		return true;
	}
	near = near_school(c, word);
	if (near)
		ibp_arrival_fault(&c->reader, &uses->at,
				  _("There is no school \"%s\". Did you mean "
				    "\"%s\"?"),
				  word, near);
	else
		ibp_arrival_fault(&c->reader, &uses->at,
				  _("There is no school \"%s\". `ibp-scan "
				    "school list` lists them."),
				  word);
	return false;
}

static bool is_listed(const struct ibp_application *old, long school)
{
	for (size_t i = 0; old && i < old->use_count; i++)
		if (old->uses[i].school == school)
			return true;
	return false;
}

void ibp_compare_uses(struct ibp_comparer *c,
		      const struct ibp_known_application *known)
{
	const struct ibp_arrival *arrival = known->arrival;
	struct uses uses = {.at = arrival->at};

	if (!arrival->has_schools)
		return;
	uses.wanted = ibp_alloc(c->school_count + 1);
	for (size_t i = 0; i < arrival->school_count; i++) {
		const struct ibp_arrival_name *name = &arrival->schools[i];
		const struct ibp_cell_parts parts = {is_school, want_school,
						     &uses};

		uses.at.column = name->column;
		if (name->is_cell)
			ibp_compare_parts(c, name->name, &parts);
		else
			want_school(c, name->name, &uses);
	}
	for (size_t i = 0; i < c->school_count; i++) {
		const struct ibp_known_school *school = &c->schools[i];
		const struct ibp_change change = {
			.subject = IBP_SUBJECT_USE,
			.key = ibp_arena_printf(&c->import->arena, "%ld:%ld",
						known->id, school->id),
			.field = "used",
			.from = is_listed(known->old, school->id) ? "yes" :
								    NULL,
			.to = uses.wanted[i] ? "yes" : NULL,
			.name = ibp_arena_printf(&c->import->arena,
						 _("%s at %s"), known->name,
						 school->name),
		};

		ibp_compare_add(c, &uses.at, &change);
	}
	free(uses.wanted);
}
