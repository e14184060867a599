/*
 * The full screen and the question-and-answer mode of fora-map.  They know
 * values and a table of calls, not the data file.
 */
#ifndef IBP_TUI_MAP_H
#define IBP_TUI_MAP_H

#include <stdbool.h>
#include <stdio.h>

#include "base/action.h"
#include "base/buf.h"
#include "core/landscape.h"
#include "model/products.h"
#include "tui/file_calls.h"

struct ibp_map_calls {
	void *context;
	/*
	 * Only where the setup has no board: makes the data file with these
	 * facts (IBP_SUBJECT_BOARD, key "").  *BOARD is borrowed.  A failure
	 * leaves no file behind.
	 */
	enum ibp_status (*create)(void *context, const struct ibp_change *facts,
				  size_t count, const struct ibp_board **board,
				  struct ibp_error *err);
	/* As it is in the file now, bound to the model; *LANDSCAPE is new. */
	enum ibp_status (*load)(void *context, struct ibp_landscape **landscape,
				struct ibp_error *err);
	struct ibp_file_calls file;
};

struct ibp_map_setup {
	const struct ibp_fora *fora;
	const struct ibp_products *products;
	const struct ibp_board *board; /* NULL: no file yet, see create */
	const char *file;              /* the path of the data file */
	const struct ibp_map_calls *calls;
	const struct ibp_action *actions; /* the main's table */
	const char *today;
	const char *notice; /* first message, or NULL */
	bool writable;
	bool colour;
	bool mouse;
};

/* On the terminal.  Returns when the person quits. */
enum ibp_status ibp_map_screen(const struct ibp_map_setup *setup,
			       struct ibp_error *err);

/* Keys from SCRIPT, screens of 80x24 added to OUT: see ibp_scan_script. */
enum ibp_status ibp_map_script(const struct ibp_map_setup *setup,
			       const char *script, struct ibp_buf *out,
			       struct ibp_error *err);

/* Questions on OUT, answers from IN; to the end of IN or until "q". */
enum ibp_status ibp_map_plain(const struct ibp_map_setup *setup, FILE *in,
			      FILE *out, struct ibp_error *err);

#endif
