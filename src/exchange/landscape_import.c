#include "exchange/landscape_import.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "exchange/landscape_compare.h"

/* ---- What the parts use -------------------------------------------------- */

const char *ibp_compare_key(struct ibp_comparer *c, long id)
{
	return ibp_arena_printf(&c->import->arena, "%ld", id);
}

const char *ibp_compare_new_key(struct ibp_comparer *c,
				enum ibp_subject subject)
{
	return ibp_compare_key(c, c->next[subject]++);
}

void ibp_compare_add(struct ibp_comparer *c, const struct ibp_spot *at,
		     const struct ibp_change *change)
{
	struct ibp_landscape_import *import = c->import;
	size_t index = import->changes.count;

	if (ibp_text_equal(change->from, change->to))
		return;
	ibp_changes_add(&import->changes, change->subject, 0, change->key,
			change->field, change->from, change->to);
	import->changes.items[index].name =
		ibp_arena_strdup(&import->changes.arena, change->name);
	import->places = ibp_grow(import->places, &import->capacity, index + 1,
				  sizeof(*import->places));
	import->places[index] = *at;
	import->places[index].path = ibp_arena_strdup(&import->arena, at->path);
}

void ibp_compare_hint(struct ibp_comparer *c, const struct ibp_spot *at,
		      const char *format, ...)
{
	struct ibp_landscape_import *import = c->import;
	struct ibp_buf text = {0};
	va_list args;

	va_start(args, format);
	ibp_buf_vaddf(&text, format, args);
	va_end(args);
	import->hints =
		ibp_grow(import->hints, &import->hint_capacity,
			 import->hint_count + 1, sizeof(*import->hints));
	import->hints[import->hint_count++] = (struct ibp_import_hint){
		.at = {ibp_arena_strdup(&import->arena, at->path), at->line,
		       at->column},
		.message = ibp_arena_strdup(&import->arena, text.data),
	};
	ibp_buf_release(&text);
}

void ibp_compare_edition(struct ibp_comparer *c, const struct ibp_spot *at)
{
	const struct ibp_change change = {
		.subject = IBP_SUBJECT_BOARD,
		.key = "",
		.field = "fora",
		.to = c->target->fora->version,
	};

	if (c->has_edition)
		return;
	c->has_edition = true;
	ibp_compare_add(c, at, &change);
}

const struct ibp_known_application *ibp_compare_application(
	struct ibp_comparer *c, const struct ibp_spot *at, const char *name)
{
	size_t found = ibp_word_index_find(&c->names, name);

	if (found != IBP_WORD_NONE)
		return &c->applications[found];
	ibp_arrival_fault(&c->reader, at,
			  _("There is no application \"%s\", in the file or "
			    "on the board."),
			  name);
	return NULL;
}

/* ---- Which applications there are ---------------------------------------- */

static struct ibp_known_application *add_known(struct ibp_comparer *c, long id,
					       const char *name)
{
	struct ibp_known_application *known =
		&c->applications[c->application_count++];

	*known = (struct ibp_known_application){.id = id, .name = name};
	return known;
}

static void refuse_twice(struct ibp_comparer *c,
			 const struct ibp_known_application *known,
			 const struct ibp_arrival *second)
{
	const struct ibp_spot *first = &known->arrival->at;

	if (first->path)
		ibp_arrival_fault(&c->reader, &second->at,
				  _("%s is there already, at %s."),
				  second->values[0].value, first->path);
	else
		ibp_arrival_fault(&c->reader, &second->at,
				  _("%s is there already, on line %zu."),
				  second->values[0].value, first->line);
}

static void join_arrival(struct ibp_comparer *c,
			 const struct ibp_word_index *board,
			 struct ibp_arrival *arrival)
{
	const char *name = arrival->values[0].value;
	size_t at = ibp_word_index_find(board, name);
	struct ibp_known_application *known;

	if (at == IBP_WORD_NONE) {
		known = add_known(c, c->next[IBP_SUBJECT_APPLICATION]++, name);
		c->import->added++;
	} else {
		known = &c->applications[at];
	}
	if (known->arrival)
		refuse_twice(c, known, arrival);
	else
		known->arrival = arrival;
	c->import->read++;
}

/* In JSON a name may stand twice, and on the board as well. */
static void index_names(struct ibp_comparer *c)
{
	for (size_t i = 0; i < c->application_count; i++)
		ibp_word_index_add(&c->names, c->applications[i].name, i);
	ibp_word_index_finish(&c->names);
	for (size_t i = 0; i < c->application_count; i++) {
		const struct ibp_known_application *known = &c->applications[i];
		const struct ibp_known_application *first;

		if (known->old)
			continue;
		first = &c->applications[ibp_word_index_first(&c->names,
							      known->name)];
		if (first->old)
			ibp_arrival_fault(&c->reader, &known->arrival->at,
					  _("The board has several "
					    "applications called %s. Rename "
					    "one first."),
					  known->name);
		else if (first != known)
			refuse_twice(c, first, known->arrival);
	}
}

static void know_applications(struct ibp_comparer *c)
{
	const struct ibp_landscape *l = c->target->landscape;
	struct ibp_arrivals *arrivals = c->reader.arrivals;
	struct ibp_word_index board = {0};

	c->applications =
		ibp_alloc((l->application_count + arrivals->count + 1) *
			  sizeof(*c->applications));
	for (size_t i = 0; i < l->application_count; i++) {
		const struct ibp_application *a = &l->applications[i];

		add_known(c, a->id, a->name)->old = a;
		ibp_word_index_add(&board, a->name, i);
	}
	ibp_word_index_finish(&board);
	for (size_t i = 0; i < arrivals->count; i++)
		if (!arrivals->items[i].is_merged)
			join_arrival(c, &board, &arrivals->items[i]);
	ibp_word_index_release(&board);
	index_names(c);
}

/* ---- The fields of one --------------------------------------------------- */

static const char *old_value(const struct ibp_application *old,
			     const struct ibp_application_column *column)
{
	if (!old)
		return NULL;
	return column->subject == IBP_SUBJECT_AGREEMENT ?
		       ibp_agreement_value(&old->agreement, column->field) :
		       ibp_application_value(old, column->field);
}

static void compare_values(struct ibp_comparer *c,
			   const struct ibp_known_application *known)
{
	for (size_t i = 0; i < IBP_APPLICATION_VALUES; i++) {
		const struct ibp_application_column *column =
			&ibp_application_columns[i];
		const struct ibp_arrival_value *value =
			&known->arrival->values[i];
		struct ibp_spot at = known->arrival->at;
		struct ibp_change change = {
			.subject = column->subject,
			.key = ibp_compare_key(c, known->id),
			.field = column->field,
			.from = old_value(known->old, column),
			.to = value->value,
			.name = known->name,
		};

		at.column = value->column;
		/* Capitals alone do not rename what goes by its name. */
		if (value->given && (i || !known->old))
			ibp_compare_add(c, &at, &change);
	}
}

static void compare_applications(struct ibp_comparer *c)
{
	for (size_t i = 0; i < c->application_count; i++) {
		const struct ibp_known_application *known = &c->applications[i];

		if (!known->arrival)
			continue;
		compare_values(c, known);
		ibp_compare_uses(c, known);
		ibp_compare_places(c, known);
	}
}

/* ---- The whole ----------------------------------------------------------- */

static void release(struct ibp_comparer *c)
{
	ibp_word_index_release(&c->names);
	ibp_word_index_release(&c->school_names);
	ibp_element_words_release(&c->elements);
	free(c->applications);
	free(c->schools);
}

enum ibp_status ibp_landscape_compare(const struct ibp_landscape_target *target,
				      const char *file,
				      struct ibp_arrivals *arrivals,
				      struct ibp_landscape_import *import,
				      struct ibp_error *err)
{
	struct ibp_comparer c = {
		.target = target,
		.reader = {.file = file, .arrivals = arrivals, .err = err},
		.import = import,
		.has_edition = target->landscape->fora_version != NULL,
	};

	memcpy(c.next, target->next, sizeof(c.next));
	ibp_element_words_init(&c.elements, target->fora);
	know_applications(&c);
	ibp_compare_add_schools(&c);
	compare_applications(&c);
	ibp_compare_couplings(&c);
	ibp_compare_exclusions(&c);
	if (!err->count)
		ibp_compare_hints(&c);
	release(&c);
	if (!err->count)
		return IBP_OK;
	ibp_landscape_import_release(import);
	return IBP_INPUT;
}

void ibp_landscape_import_release(struct ibp_landscape_import *import)
{
	ibp_changes_release(&import->changes);
	free(import->places);
	free(import->hints);
	ibp_arena_release(&import->arena);
	*import = (struct ibp_landscape_import){0};
}
