#include "tui/wrap.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"

size_t ibp_wrap_count(const char *text, size_t width)
{
	size_t count = 0;
	size_t skip;

	for (; ibp_text_wrap(text, width, &skip) || skip; text += skip)
		count++;
	return count;
}

void ibp_wrap_paint(const char *text, struct ibp_cells *cells, size_t row,
		    size_t column, size_t width, size_t height)
{
	size_t skip;
	size_t length;

	for (size_t i = 0; i < height; i++, text += skip) {
		char *line;

		length = ibp_text_wrap(text, width, &skip);
		if (!skip)
			break;
		/* Text that has no more rows runs on here and is cut. */
		line = i + 1 == height && text[skip] ?
			       ibp_strdup(text) :
			       ibp_strndup(text, length);
		ibp_cells_put(cells, row + i, column, width, line,
			      IBP_LOOK_PLAIN);
		free(line);
	}
}
