#include "exchange/arrival.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

static void *add(void *items, size_t *count, size_t *capacity, size_t size,
		 void **added)
{
	char *list = ibp_grow(items, capacity, *count + 1, size);

	*added = list + *count * size;
	memset(*added, 0, size);
	++*count;
	return list;
}

#define ADD(list, items, count, capacity, added)                               \
	((list)->items = add((list)->items, &(list)->count, &(list)->capacity, \
			     sizeof(*(list)->items), &(added)))

struct ibp_arrival *ibp_arrivals_add(struct ibp_arrivals *arrivals)
{
	void *added;

	if (arrivals->count >= IBP_ARRIVALS_MAX)
		return NULL;
	ADD(arrivals, items, count, capacity, added);
	return added;
}

struct ibp_arrival_name *ibp_arrival_add_school(struct ibp_arrival *arrival)
{
	void *added;

	if (arrival->school_count >= IBP_ARRIVAL_LIST_MAX)
		return NULL;
	ADD(arrival, schools, school_count, school_capacity, added);
	return added;
}

struct ibp_arrival_place *ibp_arrival_add_place(struct ibp_arrival *arrival)
{
	void *added;

	if (arrival->place_count >= IBP_ARRIVAL_LIST_MAX)
		return NULL;
	ADD(arrival, places, place_count, place_capacity, added);
	return added;
}

struct ibp_arrival_school *ibp_arrivals_add_school(
	struct ibp_arrivals *arrivals)
{
	void *added;

	if (arrivals->school_count >= IBP_ARRIVAL_THINGS_MAX)
		return NULL;
	ADD(arrivals, schools, school_count, school_capacity, added);
	return added;
}

struct ibp_arrival_coupling *ibp_arrivals_add_coupling(
	struct ibp_arrivals *arrivals)
{
	void *added;

	if (arrivals->coupling_count >= IBP_ARRIVAL_THINGS_MAX)
		return NULL;
	ADD(arrivals, couplings, coupling_count, coupling_capacity, added);
	return added;
}

struct ibp_arrival_exclusion *ibp_arrivals_add_exclusion(
	struct ibp_arrivals *arrivals)
{
	void *added;

	if (arrivals->exclusion_count >= IBP_ARRIVAL_THINGS_MAX)
		return NULL;
	ADD(arrivals, exclusions, exclusion_count, exclusion_capacity, added);
	return added;
}

struct ibp_arrival_double *ibp_arrivals_add_double(
	struct ibp_arrivals *arrivals)
{
	void *added;

	if (arrivals->double_count >= IBP_ARRIVAL_THINGS_MAX)
		return NULL;
	ADD(arrivals, doubles, double_count, double_capacity, added);
	return added;
}

void ibp_arrivals_release(struct ibp_arrivals *arrivals)
{
	for (size_t i = 0; i < arrivals->count; i++) {
		free(arrivals->items[i].schools);
		free(arrivals->items[i].places);
	}
	free(arrivals->items);
	free(arrivals->schools);
	free(arrivals->couplings);
	free(arrivals->exclusions);
	free(arrivals->doubles);
	ibp_arena_release(&arrivals->arena);
	*arrivals = (struct ibp_arrivals){0};
}

void ibp_arrival_fault(const struct ibp_arrival_reader *reader,
		       const struct ibp_spot *at, const char *format, ...)
{
	struct ibp_buf text = {0};
	struct ibp_buf file = {0};
	va_list args;

	ibp_buf_add(&file, reader->file);
	if (at->path)
		ibp_buf_addf(&file, ": %s", at->path);
	va_start(args, format);
	ibp_buf_vaddf(&text, format, args);
	va_end(args);
	ibp_error_add(reader->err, IBP_INPUT, file.data, at->line, at->column,
		      "%s", ibp_buf_text(&text));
	ibp_buf_release(&file);
	ibp_buf_release(&text);
}

/*
 * "EUR 1.250,00" and "1 250" are what spreadsheets make of whole numbers.
 * Cents that are not 0 stay, so that the number is refused.
 */
static char *plain_number(const char *text)
{
	static const char *const ends[] = {",-", ",00", ".00", ",--"};
	char *made = ibp_strdup(text);
	size_t length = strlen(made);
	char *to = made;

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t end = strlen(ends[i]);

		if (length > end && !strcmp(made + length - end, ends[i])) {
			made[length - end] = '\0';
			break;
		}
	}
	for (const char *from = made; *from;) {
		if (strncmp(from, "\xe2\x82\xac", 3) == 0) /* the euro sign */
			from += 3;
		else if (strncmp(from, "\xc2\xa0", 2) == 0)
			from += 2;
		else if (*from == ' ')
			from++;
		/* A point or comma before just three digits is for reading. */
		else if (strchr(".,", *from) && to > made &&
			 strspn(from + 1, "0123456789") == 3)
			from++;
		else
			*to++ = *from++;
	}
	*to = '\0';
	return made;
}

bool ibp_arrival_parse(const struct ibp_arrival_reader *reader,
		       const struct ibp_spot *at, const struct ibp_field *field,
		       const char *text, const char **value)
{
	struct ibp_error fault = {0};
	char *number =
		field->kind == IBP_FIELD_NUMBER ? plain_number(text) : NULL;
	const char *word =
		number ? number : ibp_labels_word(reader->labels, field, text);
	char *made = NULL;
	bool done = ibp_field_parse(field, word, reader->today, &made,
				    &fault) == IBP_OK;

	if (done)
		*value = ibp_arena_strdup(&reader->arrivals->arena, made);
	else
		ibp_arrival_fault(reader, at, "%s", ibp_error_text(&fault));
	free(number);
	free(made);
	ibp_error_release(&fault);
	return done;
}
