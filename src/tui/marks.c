#include "tui/marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void ibp_marks_resize(struct ibp_marks *marks, size_t size)
{
	if (marks->size == size && marks->on)
		return;
	ibp_marks_release(marks);
	marks->on = ibp_alloc(size + 1);
	marks->size = size;
}

void ibp_marks_release(struct ibp_marks *marks)
{
	free(marks->on);
	*marks = (struct ibp_marks){0};
}

void ibp_marks_clear(struct ibp_marks *marks)
{
	if (marks->on)
		memset(marks->on, 0, marks->size);
	marks->count = 0;
}

static void mark(struct ibp_marks *marks, size_t index, bool on)
{
	if (marks->on[index] == on)
		return;
	marks->on[index] = on;
	marks->count += on ? 1 : (size_t)-1;
}

void ibp_marks_toggle(struct ibp_marks *marks, size_t index)
{
	mark(marks, index, !marks->on[index]);
}

void ibp_marks_toggle_all(struct ibp_marks *marks, const size_t *items,
			  size_t count)
{
	bool all = true;

	for (size_t i = 0; i < count; i++)
		all = all && marks->on[items[i]];
	for (size_t i = 0; i < count; i++)
		mark(marks, items[i], !all);
}

bool ibp_marks_has(const struct ibp_marks *marks, size_t index)
{
	return index < marks->size && marks->on[index];
}

size_t ibp_marks_or_one(const struct ibp_marks *marks, size_t index,
			size_t *indexes)
{
	size_t count = 0;

	for (size_t i = 0; i < marks->size; i++)
		if (marks->count ? marks->on[i] : i == index)
			indexes[count++] = i;
	return count;
}
