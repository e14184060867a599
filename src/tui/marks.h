/*
 * Marks on things that are counted from 0, so that the next change is made
 * to several of them.
 */
#ifndef IBP_TUI_MARKS_H
#define IBP_TUI_MARKS_H

#include <stdbool.h>
#include <stddef.h>

/* Zero it before use. */
struct ibp_marks {
	bool *on;
	size_t size;
	size_t count; /* of those that are on */
};

/* Makes room for SIZE things; none is marked when that is another number. */
void ibp_marks_resize(struct ibp_marks *marks, size_t size);
void ibp_marks_release(struct ibp_marks *marks);

void ibp_marks_clear(struct ibp_marks *marks);
void ibp_marks_toggle(struct ibp_marks *marks, size_t index);

/* All of ITEMS; when all are marked already: none of them. */
void ibp_marks_toggle_all(struct ibp_marks *marks, const size_t *items,
			  size_t count);

bool ibp_marks_has(const struct ibp_marks *marks, size_t index);

/* The marked ones, in order, into INDEXES; where none is: only INDEX. */
size_t ibp_marks_or_one(const struct ibp_marks *marks, size_t index,
			size_t *indexes);

#endif
