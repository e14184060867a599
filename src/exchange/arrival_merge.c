/* Rows about the same application, taken together. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "exchange/arrival.h"

struct named {
	char *folded;
	size_t at;
};

static int by_name(const void *a, const void *b)
{
	const struct named *one = a;
	const struct named *other = b;
	int order = strcmp(one->folded, other->folded);

	if (order)
		return order;
	return one->at < other->at ? -1 : one->at > other->at;
}

/* Both say something else; the first word stays. */
static bool differ(const struct ibp_arrival_value *first,
		   const struct ibp_arrival_value *second)
{
	return first->value && second->value &&
	       strcmp(first->value, second->value) != 0;
}

static void refuse(const struct ibp_arrival_reader *reader,
		   const struct ibp_arrival *first,
		   const struct ibp_arrival *second, size_t column)
{
	struct ibp_spot at = second->at;

	at.column = second->values[column].column;
	ibp_arrival_fault(
		reader, &at,
		_("%s is there already, on line %zu, with another value in "
		  "this column. Keep one of the two."),
		second->values[0].value, first->at.line);
}

static void merge_values(const struct ibp_arrival_reader *reader,
			 struct ibp_arrival *first,
			 const struct ibp_arrival *second)
{
	/* The name, which is the same but for its capitals, stays. */
	for (size_t i = 1; i < IBP_APPLICATION_VALUES; i++) {
		struct ibp_arrival_value *value = &first->values[i];

		if (differ(value, &second->values[i]))
			refuse(reader, first, second, i);
		else if (!value->value)
			*value = second->values[i];
	}
}

/* A row without schools is for all of them, and so are both. */
static bool merge_schools(struct ibp_arrival *first,
			  const struct ibp_arrival *second)
{
	bool all = !first->school_count || !second->school_count;

	for (size_t i = 0; i < second->school_count && !all; i++) {
		struct ibp_arrival_name *school = ibp_arrival_add_school(first);

		if (!school)
			return false;
		*school = second->schools[i];
	}
	if (all)
		first->school_count = 0;
	return true;
}

static bool has_place(const struct ibp_arrival *arrival,
		      const struct ibp_arrival_place *place)
{
	for (size_t i = 0; i < arrival->place_count; i++)
		if (ibp_text_equal(arrival->places[i].kind, place->kind) &&
		    ibp_text_equal(arrival->places[i].element, place->element))
			return true;
	return false;
}

static bool merge_places(struct ibp_arrival *first,
			 const struct ibp_arrival *second)
{
	for (size_t i = 0; i < second->place_count; i++) {
		struct ibp_arrival_place *place;

		if (has_place(first, &second->places[i]))
			continue;
		place = ibp_arrival_add_place(first);
		if (!place)
			return false;
		*place = second->places[i];
	}
	return true;
}

static void merge(const struct ibp_arrival_reader *reader,
		  struct ibp_arrival *first, struct ibp_arrival *second)
{
	struct ibp_arrival_double *told =
		ibp_arrivals_add_double(reader->arrivals);

	told->at = second->at;
	told->name = second->values[0].value;
	told->first = first->at.line;
	merge_values(reader, first, second);
	second->is_merged = true;
	if (!merge_schools(first, second) || !merge_places(first, second))
		ibp_arrival_fault(reader, &second->at,
				  _("%s has more than %d schools or places."),
				  second->values[0].value,
				  IBP_ARRIVAL_LIST_MAX);
}

void ibp_arrivals_merge(const struct ibp_arrival_reader *reader)
{
	struct ibp_arrivals *arrivals = reader->arrivals;
	size_t count = arrivals->count;
	struct named *names = ibp_alloc((count + 1) * sizeof(*names));
	size_t first = 0;

	for (size_t i = 0; i < count; i++)
		names[i] = (struct named){
			ibp_text_fold(arrivals->items[i].values[0].value), i};
	qsort(names, count, sizeof(*names), by_name);
	for (size_t i = 1; i < count; i++) {
		if (strcmp(names[i].folded, names[first].folded) != 0)
			first = i;
		else
			merge(reader, &arrivals->items[names[first].at],
			      &arrivals->items[names[i].at]);
	}
	for (size_t i = 0; i < count; i++)
		free(names[i].folded);
	free(names);
}
