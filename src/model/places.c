#include "model/places.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"

void ibp_places_add(struct ibp_places *places, const void *slot, size_t line,
		    size_t column)
{
	struct ibp_place *place;

	places->items = ibp_grow(places->items, &places->capacity,
				 places->count + 1, sizeof(*places->items));
	place = &places->items[places->count++];
	place->slot = slot;
	place->line = (uint32_t)line;
	place->column = (uint32_t)column;
}

/* Addresses are compared as numbers: they belong to different objects. */
static uintptr_t number(const void *slot)
{
	return (uintptr_t)slot;
}

void ibp_places_move(struct ibp_places *places, size_t first, const void *old,
		     size_t size, const void *new)
{
	for (size_t i = first; i < places->count; i++) {
		const void **slot = &places->items[i].slot;
		uintptr_t offset = number(*slot) - number(old);

		if (offset < size)
			*slot = (const char *)new + offset;
	}
}

struct ibp_place ibp_places_find(const struct ibp_places *places,
				 const void *slot)
{
	for (size_t i = 0; i < places->count; i++)
		if (places->items[i].slot == slot)
			return places->items[i];
	return (struct ibp_place){.slot = slot};
}

void ibp_places_fault(const struct ibp_places *places, struct ibp_error *err,
		      const void *slot, const char *format, ...)
{
	struct ibp_place place = {0};
	struct ibp_buf text = {0};
	va_list args;

	if (err->count < IBP_ERROR_MAX)
		place = ibp_places_find(places, slot);
	va_start(args, format);
	ibp_buf_vaddf(&text, format, args);
	va_end(args);
	ibp_error_add(err, IBP_INPUT, places->file, place.line, place.column,
		      "%s", ibp_buf_text(&text));
	ibp_buf_release(&text);
}

void ibp_places_release(struct ibp_places *places)
{
	free(places->items);
	*places = (struct ibp_places){0};
}
